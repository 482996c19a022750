// The loader, the script of the tag: it defines the custom element, and inserts one after the tag.
import { NAME } from "./attributes.js";
import { GoodSport } from "./element.js";
import { whenParsed } from "./moments.js";
import { place } from "./placement.js";

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

// Only a page that has been read to its end has told whether it places the element itself.
whenParsed(() => place(Element));
