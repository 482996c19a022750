// Event isolation: keeps what is typed from the page, and what the page forbids from the widget.
import { forbiddenEvents, privateEvents } from "good-sport-shell";

/**
 * Stops at a shadow root the events that would tell the page what is typed, and those by which pages
 * forbid to select and copy. `hasWords` tells whether there are words of the visitor that would be
 * lost with the widget.
 * @param {ShadowRoot} shadow
 * @param {() => boolean} hasWords
 */
export function isolate(shadow, hasWords) {
  let isPressed = false;
  for (const type of forbiddenEvents) {
    shadow.addEventListener(type, (event) => {
      // What was pressed outside, such as a slider, is to hear that it is let go of.
      if (type === "mouseup" && !isPressed) return;
      if (type.startsWith("mouse")) isPressed = type === "mousedown";
      event.stopPropagation();
      // A page that heard it first has kept the focus away.
      if (event.defaultPrevented && type === "mousedown") {
        /** @type {Partial<HTMLElement>} */ (event.target).focus?.();
      }
    });
  }
  for (const type of privateEvents) {
    shadow.addEventListener(type, (event) => {
      const { key, target, isComposing } = /** @type {any} */ (event);
      // A dialog around the widget still needs its own two keys, but must not close over words.
      const isText = target.selectionStart !== undefined && target.selectionStart !== null;
      const isFree = !isComposing && (key === "Tab" || key === "Escape");
      if (isFree && !(key === "Escape" && isText && hasWords())) return;
      if (isFree) event.preventDefault();
      event.stopPropagation();
    });
  }
}
