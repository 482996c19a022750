// The loader, the script of the tag: it defines the custom element, and inserts one after the tag.
import { define } from "./define.js";
import { whenParsed } from "./moments.js";
import { place } from "./placement.js";

define();
// Only a page that has been read to its end has told whether it places the element itself.
whenParsed(place);
