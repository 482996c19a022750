// The hand-over from the shell to the program: changed values, focus, selection, and presses.
import { around } from "../loader/builtins.js";
import { controls, isChanged } from "./form.js";

/**
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("good-sport-glue").Widget} Widget
 */

/**
 * The changes that the visitor has made in a form: names of controls and their values, as the
 * program takes them.
 * @param {Element} root
 */
export function changes(root) {
  /** @type {[name: string, value: string][]} */
  const found = [];
  for (const control of controls(root)) {
    if (!isChanged(control)) continue;
    const { id, name, type, value } = control;
    if (type === "checkbox") found.push([id, control.checked ? "yes" : ""]);
    else if (type !== "radio" || control.checked) found.push([name, value]);
  }
  return found;
}

/**
 * Whether an element folds away the reason for an item, which no program knows of.
 * @param {Element | null} element
 */
export const isReason = (element) => element?.className === "reason";

/**
 * Unfolds the reasons in one form that are unfolded in the other.
 * @param {Element} from
 * @param {Element} to
 */
export function unfoldAgain(from, to) {
  for (const it of from.querySelectorAll(".reason[open]")) {
    const box = it.parentElement?.querySelector("input");
    const item = box && to.querySelector(`#${box.id}`);
    const reason = item && around(item, (it) => it.localName === "li")?.querySelector("details");
    if (reason) reason.open = true;
  }
}

/**
 * Moves the focus from one form to the other, with the selection and where it is scrolled to.
 * @param {Element} from
 * @param {Element} to
 */
export function moveFocus(from, to) {
  /** @type {Control} */
  const focused = /** @type {any} */ (from.getRootNode()).activeElement;
  /** @type {Control | "" | null} */
  const successor = focused?.id && to.querySelector(`#${focused.id}`);
  if (!successor) return;
  // Before the other form goes, so that a phone's keyboard stays.
  successor.focus({ preventScroll: true });
  const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = focused;
  if (selectionStart !== null && selectionStart !== undefined) {
    /** @type {any} */ (successor).setSelectionRange(
      selectionStart,
      selectionEnd,
      selectionDirection,
    );
  }
  successor.scrollTop = scrollTop;
  successor.scrollLeft = scrollLeft;
}

/**
 * Presses in the program's form what was pressed before it was there.
 * @param {string[]} ids
 * @param {Element} root
 * @param {Widget} widget
 */
export function pressAgain(ids, root, widget) {
  for (const id of ids) {
    // What needs the click that is over would fail: the visitor is asked for another one.
    const isOver = navigator.userActivation?.isActive === false;
    /** @type {HTMLElement | null} */
    const control = root.querySelector(`#${id}`);
    if (isOver && /^(mail$|copy)/.test(id)) widget.letterIsReady();
    else control?.click();
  }
}
