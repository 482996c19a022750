// The element as an ES module, for bundlers. It is also imported where pages are drawn on a server, so
// that nothing happens before it is asked for.
import { define as defineElement } from "./define.js";

/** Defines the element, where there are elements. */
export function define() {
  if (globalThis.customElements) defineElement();
}
