import MicroModal from "micromodal";
import { holds, place } from "./holds.js";

const element = place(
  '<div id="modal" aria-hidden="true"><div tabindex="-1"><div role="dialog" aria-modal="true"></div></div></div>',
);

holds({
  open(contents) {
    element.querySelector("[role=dialog]").append(...contents);
    MicroModal.show("modal");
  },
  isOpen: () => element.getAttribute("aria-hidden") === "false",
});
