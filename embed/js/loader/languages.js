// The languages that a widget may have, and those that it is to have.
import { keys } from "./builtins.js";

/**
 * The language of the page around an element, also where it stands in shadow roots.
 * @param {any} element
 * @returns {string | undefined}
 */
function around(element) {
  for (let it = element; it; it = it.parentNode ?? it.host) if (it.lang) return it.lang;
}

/**
 * The tag of the language that is there and comes nearest to the first of these, in order.
 * @param {(string | null | undefined)[]} wanted
 */
function available(wanted) {
  for (const tag of wanted) {
    for (let rest = tag ?? ""; rest; rest = rest.slice(0, Math.max(rest.lastIndexOf("-"), 0))) {
      for (const own of keys(__LANGUAGES__)) {
        if (own.toLowerCase() === rest.toLowerCase()) return own;
      }
    }
  }
  return "en";
}

/**
 * The tags of an element's own language and of the letter's, for which the visitor may choose one.
 * @param {Element} element
 * @param {string} [chosen]
 * @returns {[own: string, letter: string]}
 */
export function languages(element, chosen) {
  const own = available([around(element), ...navigator.languages]);
  return [own, available([chosen, element.getAttribute("letter-lang"), own])];
}
