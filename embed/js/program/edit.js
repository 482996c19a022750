// Edits of a text field by script that the browser's own undo knows of.

/**
 * Writes a text into a field as an edit of the visitor's, so that the browser's own undo knows of
 * it: what it did before would garble a text that was set by a script.
 * @param {import("good-sport-glue").TextField} field
 * @param {string} text
 */
export function write(field, text) {
  const { value, ownerDocument } = field;
  if (value === text) return;
  const root = /** @type {ShadowRoot} */ (field.getRootNode());
  const focused = /** @type {HTMLElement} */ (root.activeElement ?? ownerDocument.activeElement);
  stayAt(focused, root);
  // The program knows what it writes.
  /** @param {Event} event */
  const hush = (event) => event.stopImmediatePropagation();
  root.addEventListener("input", hush, true);
  try {
    field.focus({ preventScroll: true });
    field.setSelectionRange(...changed(value, text));
    const { selectionStart: start, selectionEnd: end } =
      /** @type {{ selectionStart: number, selectionEnd: number }} */ (field);
    const part = text.slice(start, text.length - (value.length - end));
    ownerDocument.execCommand(part ? "insertText" : "delete", false, part);
  } catch {
    // Some fields and browsers have no such edits.
  }
  root.removeEventListener("input", hush, true);
  if (field.value !== text) field.value = text;
  if (focused !== field) {
    field.blur();
    focused?.focus({ preventScroll: true });
  }
}

let isStaying = false;

/**
 * Has the page stay where it is scrolled to, until its next frame. Browsers scroll to what is
 * edited, and Firefox does so in the next frame, after the focus has gone elsewhere; an editor that
 * met it:
 * https://github.com/fastmail/Squire/issues/162
 * @param {HTMLElement} element
 * @param {ShadowRoot} root
 */
function stayAt(element, root) {
  if (isStaying) return;
  isStaying = true;
  const before = element.getBoundingClientRect().top;
  const behavior = "instant";
  requestAnimationFrame(() => {
    isStaying = false;
    const focused = root.activeElement ?? element;
    const { top, bottom } = focused.getBoundingClientRect();
    if (focused === element) scrollBy({ top: top - before, behavior });
    // The focus was sent to where something is to be seen now.
    else if (top < 0 || bottom > innerHeight) focused.scrollIntoView({ block: "center", behavior });
  });
}

/**
 * From where to where a text has to change to be another one.
 * @param {string} from
 * @param {string} to
 * @returns {[start: number, end: number]}
 */
function changed(from, to) {
  const most = Math.min(from.length, to.length);
  let start = 0;
  while (start < most && from[start] === to[start]) start += 1;
  let end = 0;
  while (end < most - start && from.at(-1 - end) === to.at(-1 - end)) end += 1;
  return [start, from.length - end];
}
