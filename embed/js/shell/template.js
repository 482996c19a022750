// The template of the letter, which is filled in with values that need no change.
import { givenLimit, letter, slots, unsure, verbatim } from "good-sport-shell";

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
  for (const [slot, name, given, absent] of slots) {
    const value = values[name];
    text = text.split(slot).join(value ? given.split("{}").join(value) : absent);
  }
  return text;
}

/**
 * The first word of a sentence: "I" of "I'd".
 * @param {string} sentence
 */
const opening = (sentence) => /^\s*(\p{Alphabetic}*)/u.exec(sentence)?.[1];

/**
 * Whether a text would be the third sentence in a row that opens with the same word.
 * @param {string} text
 * @param {string} said
 */
function repeats(text, said) {
  const [last, before] = said
    .split(/[.?!\n]/)
    .map(opening)
    .filter(Boolean)
    .reverse();
  return last === before && last === opening(text);
}

/**
 * The body of the letter that a seed picks, with the values of fields: of each move the variant that
 * the program takes.
 * @param {number} seed
 * @param {Record<string, string>} values
 */
export function body(seed, values) {
  let shift = 0;
  let said = "";
  for (const moves of letter.paragraphs) {
    let gap = said && "\n\n";
    for (const variants of moves) {
      shift = (shift + 2) % 32;
      const picked = ((seed >>> shift) + seed) % variants.length;
      const turned = [...variants.slice(picked), ...variants.slice(0, picked)];
      const texts = turned.map((it) => filled(it, values));
      const text = texts.find((it) => !repeats(it, said)) ?? texts[0];
      if (!text) continue;
      said += gap + text;
      gap = " ";
    }
  }
  return said;
}
