// The form of the shell: its controls, and the values that the page and the visitor give them.
import { fields } from "good-sport-shell";
import { choose, held, isFact } from "./controls.js";
import { isVerbatim } from "./template.js";

/**
 * @typedef {import("./controls.js").Control} Control
 *
 * The values that the page gives, by the name of the field or of the attribute.
 * @typedef {Record<string, string | undefined>} Given
 */

/**
 * @param {Element} root
 * @returns {NodeListOf<Control>}
 */
export const controls = (root) => root.querySelectorAll("input, textarea, select");

/**
 * @param {Element} root
 * @param {string} name
 * @returns {Control}
 */
export const named = (root, name) =>
  /** @type {Control} */ (root.querySelector(`[name="${name}"]`));

/**
 * The value of every control before the visitor came.
 * @type {WeakMap<Control, string | boolean>}
 */
const initial = new WeakMap();

/**
 * Remembers what a control holds as not the visitor's.
 * @param {Control} control
 */
export const keep = (control) => initial.set(control, held(control));

/**
 * Whether the visitor has changed a control; so it is for a control that a program has drawn.
 * @param {Control} control
 */
export const isChanged = (control) => held(control) !== initial.get(control);

/**
 * Fills the form with the values that the page gives, where the visitor has not written.
 * @param {Element} root
 * @param {Given} given
 */
export function fill(root, given) {
  // Of two facts that exclude each other the first one counts, and is chosen last.
  const facts = (given.situation ?? "").split(/\s+/).reverse();
  for (const control of controls(root)) {
    const { name } = control;
    if (initial.has(control) && isChanged(control)) continue;
    const value = given[name];
    if (fields.includes(name)) control.value = value && isVerbatim(value) ? value : "";
    else if (isFact(control)) for (const fact of facts) choose(control, fact);
    else if (value !== undefined) choose(control, value);
    keep(control);
  }
}

/**
 * The value of a field in the letter: as the visitor has written it, else as the page gives it.
 * @param {Element} root
 * @param {Given} given
 * @param {string} name
 */
export function value(root, given, name) {
  const control = named(root, name);
  const text = control && isChanged(control) ? control.value : given[name];
  return (text ?? "").trim();
}
