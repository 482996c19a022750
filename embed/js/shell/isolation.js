// Event isolation: what is typed never reaches the page, nor what the page forbids the widget.

/** Events that would tell the page what is typed, or set off its shortcuts. */
const PRIVATE = [
  "keydown",
  "keypress",
  "keyup",
  "beforeinput",
  "input",
  "textInput",
  "compositionstart",
  "compositionupdate",
  "compositionend",
  "copy",
  "cut",
  "paste",
];
/**
 * Events by which pages forbid to select and copy, unless the target is a field; out here the
 * target is the element: https://github.com/wp-media/wp-rocket/issues/4605
 */
const FORBIDDEN = [
  "mousedown",
  "mouseup",
  "selectstart",
  "contextmenu",
  "dragstart",
  "touchstart",
  "touchend",
];
/**
 * Stops those events at a shadow root. `hasWords` tells whether there are words of the visitor that
 * would be lost with the widget.
 * @param {ShadowRoot} shadow
 * @param {() => boolean} hasWords
 */
export function isolate(shadow, hasWords) {
  let isPressed = false;
  for (const type of FORBIDDEN) {
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
  for (const type of PRIVATE) {
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
