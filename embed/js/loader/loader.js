// The loader, the script of the tag: it defines the custom element, and inserts one after the tag.
import { NAME } from "./attributes.js";
import { GoodSport } from "./element.js";
import { whenParsed } from "./moments.js";
import { place } from "./placement.js";

// Of several versions on one page the first one serves all.
// It remembers whether it is shared with another version, and whether it has warned of equal tags.
const Element = /** @type {typeof GoodSport & { isShared?: boolean, hasWarned?: boolean }} */ (
  customElements.get(NAME) ?? GoodSport
);
if (Element === GoodSport) {
  customElements.define(NAME, GoodSport);
} else if (Element.version !== GoodSport.version && !Element.isShared) {
  Element.isShared = true;
  console.warn(
    `good-sport: ${Element.version} is here already, so ${GoodSport.version} is not used`,
  );
}

// Only a page that has been read to its end has told whether it places the element itself.
whenParsed(() => place(Element));
