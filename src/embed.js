// The script of the tag: it defines the element, and puts one where the tag stands. It has no words
// of its own and decides nothing.
import { ATTRIBUTES, NAME } from "./embed/attributes.js";
import { GoodSport } from "./embed/element.js";
import { script } from "./embed/files.js";

// Of several versions on one page the first one serves all.
const Element = customElements.get(NAME) ?? GoodSport;
if (Element === GoodSport) {
  customElements.define(NAME, GoodSport);
} else if (Element.version !== GoodSport.version && !Element.hasTold) {
  Element.hasTold = true;
  console.warn(`good-sport: ${Element.version} is here already, so ${GoodSport.version} is not used`);
}

/** Puts a widget where the tag stands, unless the page has placed one itself. */
function place() {
  if (!script?.isConnected || !document.body?.contains(script)) return;
  if (document.querySelector(NAME)) return;
  const element = document.createElement(NAME);
  for (const name of ATTRIBUTES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  const { display, minHeight } = getComputedStyle(script);
  // A tag that keeps a height free hands it over.
  if (display !== "none") {
    Element.reserve(element, minHeight);
    script.style.display = "none";
  }
  script.after(element);
}

// Only a page that has been read to its end has told whether it places the element itself.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
else place();
