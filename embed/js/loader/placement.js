// The placement of widgets by tags: after the tag, unless the page places its own.
import { ATTRIBUTES, BY_TAG, NAME } from "./attributes.js";
import { around, keys } from "./builtins.js";
import { tags } from "./tag.js";

/** @typedef {import("./element.js").GoodSport} GoodSport */

/** How often the page is asked whether React is there yet, and how long it has for that. */
const HYDRATION_STEP_MILLIS = 50;
const HYDRATION_STEPS = 200;
/** Of two nodes the other one is further down. */
const FOLLOWING = 4;

/**
 * Calls once React has taken over a tag in a page that was drawn on a server. Where it meets an
 * element that is none of its own, it throws the page away and draws it anew.
 * https://react.dev/errors/418
 * @param {Element} tag
 * @param {() => void} call
 * @param {number} [left]
 */
function whenHydrated(tag, call, left = HYDRATION_STEPS) {
  // The roots of Docusaurus, Next.js and Gatsby; React marks by properties what it has taken over.
  const waits =
    left && around(tag, (it) => /^__/.test(it.id)) && !keys(tag).some((it) => /^__react/.test(it));
  if (waits) setTimeout(() => whenHydrated(tag, call, left - 1), HYDRATION_STEP_MILLIS);
  else call();
}

/** Puts widgets where the tags stand, unless the page has placed one itself. */
export function place() {
  for (const it of tags) whenHydrated(it, () => placeAt(it));
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
  const { display, margin, minHeight } = getComputedStyle(tag);
  // A tag that keeps a height free hands it over.
  if (display !== "none") {
    Element.reserve(element, `${minHeight};margin:${margin}`);
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
