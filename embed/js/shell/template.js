// The template of the letter, which is filled in with values that need no change.
import { givenLimit, slots, unsure, verbatim } from "good-sport-shell";

/**
 * Whether the program would put words into the letter just as they are.
 * @param {string} words
 */
export function isVerbatim(words) {
  if (words.length > givenLimit || !verbatim.test(words)) return false;
  for (const word of words.toLowerCase().split(" ")) if (unsure.includes(word)) return false;
  return true;
}

/**
 * A text of the letter with the values of fields, or with what stands there without them.
 * @param {string} text
 * @param {Record<string, string>} values
 */
export function filled(text, values) {
  for (const [name, given, absent] of slots) {
    const value = values[name];
    text = text.split(given).join(value ? given.split(`{${name}}`).join(value) : absent);
  }
  return text;
}
