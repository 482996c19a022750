// Form controls: elements that the visitor can change or press.

/**
 * A control of the form. Each kind has some of the properties of the others.
 * @typedef {HTMLInputElement & Pick<HTMLSelectElement, "options" | "selectedOptions">} Control
 */

/**
 * Whether a control is ticked, or what stands in it.
 * @param {Control} control
 */
export const held = (control) => (isTicked(control) ? control.checked : control.value);
/**
 * Whether a control is a checkbox or a radio button.
 * @param {Control} control
 */
export const isTicked = ({ type }) => /^(radio|checkbox)$/.test(type);

/**
 * Whether a control states a fact of what happened.
 * @param {Control} control
 */
export const isFact = ({ name }) => /^(situation|stage|channel|also)$/.test(name);

/**
 * Whether a box or a button is one of those that the letter depends on.
 * @param {Control} control
 */
const isChoice = (control) => control.type === "radio" || isFact(control);

/**
 * Whether a choice can have a value.
 * @param {Control} control
 * @param {string} value
 */
export function offers(control, value) {
  if (isTicked(control)) return control.value === value;
  for (const option of control.options ?? []) if (option.value === value) return true;
  return false;
}

/**
 * Puts a value into a choice, if it can have it.
 * @param {Control} control
 * @param {string} value
 */
export function choose(control, value) {
  if (!offers(control, value)) return;
  if (isTicked(control)) control.checked = true;
  else control.value = value;
}

/**
 * Whether a choice is the one that the letter of the shell is for.
 * @param {Control} control
 */
export function isDefault(control) {
  if (isTicked(control)) return !isChoice(control) || control.checked === control.defaultChecked;
  return !control.options || control.selectedOptions[0]?.defaultSelected;
}

/**
 * Whether something is there to be pressed.
 * @param {Element} element
 */
export const isPressed = ({ localName }) => /^(button|a|summary)$/.test(localName);

/**
 * Adds a class to an element or removes it; a second argument of `toggle` may be lost on the way.
 * @param {Element} element
 * @param {string} name
 * @param {boolean} isSet
 */
export const setClass = (element, name, isSet) => element.classList[isSet ? "add" : "remove"](name);
