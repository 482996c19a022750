// What the page says, in its language.

/**
 * The texts by their English ones, which the build writes into the pages of other languages.
 * @type {Record<string, string>}
 */
const TEXTS = JSON.parse(document.getElementById("texts")?.textContent ?? "{}");

/** The language of the page. */
export const LANG = document.documentElement.lang;

/**
 * A text in the language of the page, with these values for the names in braces.
 * @param {string} english
 * @param {Record<string, string>} values
 */
export const t = (english, values = {}) =>
  (TEXTS[english] ?? english).replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
