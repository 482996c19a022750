import jQuery from "jquery";
import { holds, place } from "./holds.js";

window.jQuery = jQuery;
const element = place("<div></div>");

holds({
  async open(contents) {
    // It is a script that wants the one jQuery of the page.
    await import("jquery-ui/dist/jquery-ui.js");
    element.append(...contents);
    jQuery(element).dialog({ modal: true, width: 800 });
  },
  isOpen: () => jQuery(element).dialog("isOpen"),
});
