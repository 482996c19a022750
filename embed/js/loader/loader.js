// The loader, the script of the tag: it defines the custom element, and inserts one after the tag.
import { ATTRIBUTES, BY_TAG, NAME } from "./attributes.js";
import { GoodSport } from "./element.js";
import { tag } from "./tag.js";

// Of several versions on one page the first one serves all.
// It remembers of which version and of which tags the page's developer was told.
const Element = /** @type {typeof GoodSport & { hasTold?: boolean, hasWarned?: boolean }} */ (
  customElements.get(NAME) ?? GoodSport
);
if (Element === GoodSport) {
  customElements.define(NAME, GoodSport);
} else if (Element.version !== GoodSport.version && !Element.hasTold) {
  Element.hasTold = true;
  console.warn(
    `good-sport: ${Element.version} is here already, so ${GoodSport.version} is not used`,
  );
}

/** Puts a widget where the tag stands, unless the page has placed one itself. */
function place() {
  if (!tag?.isConnected || !document.body?.contains(tag)) return;
  if (tag.getAttribute("data-place") === "off") return;
  const element = /** @type {GoodSport} */ (document.createElement(NAME));
  let said = "";
  for (const name of ATTRIBUTES) {
    const value = tag.getAttribute(`data-${name}`);
    if (value === null) continue;
    element.setAttribute(name, value);
    said += `${name}=${value}\n`;
  }
  for (const other of document.querySelectorAll(NAME)) {
    const byTag = other.getAttribute(BY_TAG);
    if (byTag === null) return;
    if (byTag === said) {
      warnOfSame();
      return;
    }
  }
  element.setAttribute(BY_TAG, said);
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

function warnOfSame() {
  if (Element.hasWarned) return;
  Element.hasWarned = true;
  console.warn(
    "good-sport: there is a widget with these attributes already. For a second one place two" +
      " <good-sport> elements, or give each tag attributes of its own",
  );
}

// Only a page that has been read to its end has told whether it places the element itself.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
else place();
