import { holds, place } from "./holds.js";

const dialog = place("<dialog></dialog>");

holds({
  open(contents) {
    dialog.append(...contents);
    dialog.showModal();
  },
  isOpen: () => dialog.open,
});
