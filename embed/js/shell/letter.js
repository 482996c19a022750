// The letter of the shell: it follows the form while it certainly is the right one, and is empty
// while that is on its way.
import { fallback, fields, letter, subjectLimit } from "good-sport-shell";
import { keys } from "../loader/builtins.js";
import { isDefault, offers } from "./controls.js";
import { controls, isChanged, keep, named, value } from "./form.js";
import { body, filled, isFollowed, isVerbatim } from "./template.js";

/**
 * Whether the form shows all that the page chooses: some of it is folded away, or the form is hidden.
 * @param {Element} root
 * @param {import("./form.js").Given} given
 */
function isShown(root, { situation = "", tone = "", length = "" }) {
  const words = [situation, tone, length].join(" ").split(/\s+/).filter(Boolean);
  const all = [...controls(root)];
  return words.every((word) => all.some((control) => offers(control, word)));
}

/**
 * Writes the letter for a form, where the visitor has not written. Returns whether it is the one that
 * the program would write; otherwise only the fallback letter, which is true for every choice, is shown.
 * @param {Element} root
 * @param {import("./form.js").Given} given
 * @param {boolean} isOwnLanguage
 * @param {boolean} hasFailed
 */
export function compose(root, given, isOwnLanguage, hasFailed) {
  let isChosen = isOwnLanguage && isShown(root, given);
  for (const control of controls(root)) isChosen &&= isDefault(control);
  /** @type {Record<string, string>} */
  const values = {};
  let isWhole = true;
  for (const name of fields) {
    const words = value(root, given, name);
    if (words && isFollowed(name) && isVerbatim(words)) values[name] = words;
    // The letter for the first of all choices names nobody who referred the writer.
    else if (words && name !== "referrer") isWhole = false;
  }
  // A longer one is shortened by the program.
  const isShort = filled(letter.subject, values).length <= subjectLimit;
  const isExact = isChosen && isWhole && isShort;
  /** @type {Record<string, string>} */
  const source = isChosen ? { subject: letter.subject, body: body(Number(given.seed)) } : fallback;
  for (const name of keys(fallback)) {
    const control = named(root, name);
    if (isChanged(control)) continue;
    control.value = isExact || hasFailed ? filled(source[name], values) : "";
    keep(control);
  }
  return isExact;
}
