// Unclosed elements: `<good-sport … />` is no self-closing tag, and all that follows becomes its
// content.
// https://github.com/paulirish/lite-youtube-embed/issues/50

/** The type of a node that is a text. */
const TEXT = 3;
/** What stands in a page, and in no few words that are to be read until the widget is there. */
const PAGE = "script, style, main, nav, aside, header, footer, section, article, form, good-sport";
const MAYBE = `${PAGE}, h1, h2, h3, h4, h5, h6, iframe, table, [id]`;

/**
 * Whether an element of a page that is read to its end holds what was to follow it.
 * @param {Element} element
 */
export function isUnclosed(element) {
  const { nextSibling, parentNode } = element;
  // Behind an end tag there is at least the end of its line; what scripts add later is an element.
  if (!element.firstElementChild || nextSibling?.nodeType === TEXT) return false;
  if (nextSibling) return Boolean(element.querySelector(PAGE));
  return parentNode === document.body || Boolean(element.querySelector(MAYBE));
}

/** @type {Promise<void> | undefined} */
let parsed;
/** Fulfilled when the page is read to its end, before which nobody knows what an element holds. */
export function whenParsed() {
  parsed ??= new Promise((resolve) => {
    if (document.readyState !== "loading") resolve();
    else
      document.addEventListener("DOMContentLoaded", /** @type {() => void} */ (resolve), {
        once: true,
      });
  });
  return parsed;
}
