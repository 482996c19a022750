// The replacement of widgets that tags have placed by those that the page places itself.
import { BY_TAG, NAME } from "./attributes.js";

/** @typedef {import("./element.js").GoodSport} GoodSport */

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
