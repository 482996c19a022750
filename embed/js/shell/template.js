// The template of the letter, which is filled in with values that need no change.
import { givenLimit, letter, slots, unsure, verbatim, vowels } from "good-sport-shell";

/**
 * Whether the letter has a place for what is typed into a field, whatever that is.
 * @param {string} field
 */
export function isFollowed(field) {
  return slots.some(([, name]) => name === field);
}

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
  for (const [slot, name, given, absent, elided] of slots) {
    const value = values[name];
    const words = elided && value && vowels.includes(value[0]) ? elided : given;
    text = text.split(slot).join(value ? words.split("{}").join(value) : absent);
  }
  return text;
}

/**
 * The body of the letter that a seed picks: of each move the variant that the program takes.
 * @param {number} seed
 */
export function body(seed) {
  let shift = 0;
  /** @param {string[]} variants */
  const pick = (variants) => {
    shift = (shift + 2) % 32;
    return variants[((seed >>> shift) + seed) % variants.length];
  };
  const paragraphs = letter.paragraphs.map((moves) =>
    moves.map(pick).filter(Boolean).join(letter.space),
  );
  return paragraphs.filter(Boolean).join("\n\n");
}
