// The placement of widgets by tags: after the tag, unless the page places its own.
import { ATTRIBUTES, BY_TAG, NAME } from "./attributes.js";
import { tag } from "./tag.js";

/** @typedef {import("./element.js").GoodSport} GoodSport */

/**
 * Puts a widget of this class where the tag stands, unless the page has placed one itself.
 * @param {typeof import("./element.js").GoodSport & { hasWarned?: boolean }} Element
 */
export function place(Element) {
  if (!tag?.isConnected || !document.body?.contains(tag)) return;
  if (tag.getAttribute("data-place") === "off") return;
  const element = /** @type {GoodSport} */ (document.createElement(NAME));
  let given = "";
  for (const name of ATTRIBUTES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value === null) continue;
    element.setAttribute(name, value);
    given += `${name}=${value}\n`;
  }
  for (const other of document.querySelectorAll(NAME)) {
    const byTag = other.getAttribute(BY_TAG);
    if (byTag === null) return;
    if (byTag === given) {
      warnOfSame(Element);
      return;
    }
  }
  element.setAttribute(BY_TAG, given);
  const base = tag.getAttribute("data-base");
  if (base) element.setAttribute("data-base", base);
  const { display, minHeight } = getComputedStyle(tag);
  // A tag that keeps a height free hands it over.
  if (display !== "none") {
    Element.reserve(element, minHeight);
    tag.style.display = "none";
  }
  /** @type {Node} */ (tag.parentNode).insertBefore(element, tag.nextSibling);
}

/** @param {{ hasWarned?: boolean }} Element */
function warnOfSame(Element) {
  if (Element.hasWarned) return;
  Element.hasWarned = true;
  console.warn(
    "good-sport: there is a widget with these attributes already. For a second one place two" +
      " <good-sport> elements, or give each tag attributes of its own",
  );
}

/**
 * Makes room for an element that the page places itself: takes away the widgets that tags have
 * placed, and nobody has touched.
 * @param {Element} element
 */
export function replaceTags(element) {
  if (element.hasAttribute(BY_TAG)) return;
  for (const other of document.querySelectorAll(`${NAME}[${BY_TAG}]`)) {
    if (!(/** @type {GoodSport} */ (other).isTouched)) other.remove();
  }
}
