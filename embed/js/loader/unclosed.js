// Unclosed elements: `<good-sport … />` is no self-closing tag, and all that follows becomes its
// content.
// https://github.com/paulirish/lite-youtube-embed/issues/50
import { whenParsed } from "./moments.js";

/** The type of a node that is a text. */
const TEXT = 3;
/** Elements of the rest of a page; the words that an author puts inside have few, or none. */
const PAGE = "script, style, main, nav, aside, header, footer, section, article, form, good-sport";
const MAYBE = `${PAGE}, h1, h2, h3, h4, h5, h6, iframe, table, [id]`;

/**
 * Whether an element of a page that is read to its end holds what was to follow it.
 * @param {Element} element
 */
function isUnclosed(element) {
  const { nextSibling, parentNode } = element;
  // Behind an end tag there is at least the end of its line; what scripts add later is an element.
  if (!element.firstElementChild || nextSibling?.nodeType === TEXT) return false;
  if (nextSibling) return Boolean(element.querySelector(PAGE));
  return parentNode === document.body || Boolean(element.querySelector(MAYBE));
}

let hasWarned = false;
/**
 * Whether what follows an element in the page has become its content, and so has to stay.
 * @param {Element} element
 */
export async function holdsRest(element) {
  if (!element.firstElementChild) return false;
  await new Promise(whenParsed);
  if (!isUnclosed(element)) return false;
  if (!hasWarned) {
    hasWarned = true;
    console.warn("good-sport: <good-sport … /> is not closed; write </good-sport> behind it");
  }
  return true;
}
