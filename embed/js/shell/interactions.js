// Interactions in progress, such as a held button or an IME composition: the hand-over waits for
// them.
import { isPressed, isTicked } from "./controls.js";

/**
 * The interactions: the event that begins one, on which control, and the events that end it.
 * @type {[begin: string, on: (control: import("./controls.js").Control) => unknown, ends: string[]][]}
 */
const INTERACTIONS = [
  ["compositionstart", () => true, ["compositionend"]],
  ["pointerdown", (it) => !it.options, ["pointerup", "pointercancel"]],
  ["keydown", (it) => isPressed(it) || isTicked(it), ["keyup", "focusout"]],
  // Its list may be open.
  ["pointerdown", (it) => it.options, ["change", "focusout"]],
  ["focusin", (it) => it.options, ["change", "focusout"]],
];

/**
 * Watches the interactions with a form. Returns a function whose promise is fulfilled as soon as
 * none is in progress.
 * @param {Element} root
 * @returns {() => Promise<void>}
 */
export function watchInteractions(root) {
  let count = 0;
  /** @type {() => unknown} */
  let wake = () => {};

  /** @param {string[]} ends */
  const begin = (ends) => {
    // A pointer may be let go of anywhere; a `change` never leaves the shadow root.
    const places = [root, window];
    const end = () => {
      for (const place of places) {
        for (const type of ends) place.removeEventListener(type, end, true);
      }
      // What else comes of it, such as a click, comes within this task.
      setTimeout(() => {
        count -= 1;
        wake();
      });
    };
    count += 1;
    for (const place of places) {
      for (const type of ends) place.addEventListener(type, end, true);
    }
  };

  for (const [type, on, ends] of INTERACTIONS) {
    root.addEventListener(type, ({ target }) => on(/** @type {any} */ (target)) && begin(ends));
  }
  return () =>
    new Promise((resolve) => {
      wake = () => count === 0 && resolve();
      wake();
    });
}
