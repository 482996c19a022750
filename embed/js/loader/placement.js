// The placement of widgets by tags: after the tag, unless the page places its own.
import { ATTRIBUTES, BY_TAG, NAME } from "./attributes.js";
import { keys } from "./builtins.js";
import { tags } from "./tag.js";

/** @typedef {import("./element.js").GoodSport} GoodSport */

/** How often a page is asked whether React is there yet, and for how many times. */
const HYDRATION_MILLIS = 99;
const HYDRATION_TRIES = 99;
/** Of two nodes the other one is further down. */
const FOLLOWING = 4;

/** Puts widgets where the tags stand, unless the page has placed one itself. */
export function place() {
  for (const it of tags) placeWhenHydrated(it, HYDRATION_TRIES);
}

/**
 * Waits until React has taken over a tag in a page that was drawn on a server: where it meets an
 * element that is none of its own, it throws the page away, and draws it anew.
 * https://react.dev/errors/418
 * @param {HTMLScriptElement} tag
 * @param {number} tries
 */
function placeWhenHydrated(tag, tries) {
  // The root of Docusaurus, Next.js or Gatsby; what React has taken over has properties of it.
  if (tries && !keys(tag)[0] && document.querySelector("[id^=__]")?.contains(tag)) {
    setTimeout(() => placeWhenHydrated(tag, tries - 1), HYDRATION_MILLIS);
  } else placeAt(tag);
}

/** @param {HTMLScriptElement} tag */
function placeAt(tag) {
  if (!document.body?.contains(tag) || tag.getAttribute("data-place") === "off") return;
  // The class, which may be that of another version, remembers whether it has warned of equal tags.
  const Element = /** @type {typeof import("./element.js").GoodSport & { hasWarned?: boolean }} */ (
    customElements.get(NAME)
  );
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
      // It is this tag's, from when its script was run before.
      if (other === tag.nextSibling) return;
      // The first tag has it, whichever script came first.
      const isAhead = tag.compareDocumentPosition(other) & FOLLOWING;
      if (isAhead && !(/** @type {GoodSport} */ (other).isTouched)) insert(other, tag);
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
  insert(element, tag);
}

/**
 * @param {Element} element
 * @param {Element} tag
 */
function insert(element, tag) {
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
