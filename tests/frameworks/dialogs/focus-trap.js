import { createFocusTrap } from "focus-trap";
import { holds, place } from "./holds.js";

const dialog = place('<div role="dialog" aria-label="A dialog"></div>');
// Without the option it does not look for what can be focused in a shadow root.
const trap = createFocusTrap(dialog, { tabbableOptions: { getShadowRoot: true } });

holds({
  open(contents) {
    dialog.append(...contents);
    trap.activate();
  },
  isOpen: () => trap.active,
});
