import A11yDialog from "a11y-dialog";
import { holds, place } from "./holds.js";

// It hears Escape before what is in it does; of an alertdialog it does not close at that.
const element = place(
  '<div role="alertdialog" aria-hidden="true"><div role="document"></div></div>',
);
const dialog = new A11yDialog(element);

holds({
  open(contents) {
    element.firstElementChild.append(...contents);
    dialog.show();
  },
  isOpen: () => dialog.shown,
});
