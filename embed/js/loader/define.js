// The definition of the custom element.
import { NAME } from "./attributes.js";
import { GoodSport } from "./element.js";
import { watchAddress } from "./fragment.js";

/** Defines the element: of several versions on one page the first one serves all. */
export function define() {
  // It remembers whether it is shared with another version.
  const Defined = /** @type {typeof GoodSport & { isShared?: boolean } | undefined} */ (
    customElements.get(NAME)
  );
  if (!Defined) {
    watchAddress();
    customElements.define(NAME, GoodSport);
  } else if (Defined.version !== __VERSION__ && !Defined.isShared) {
    Defined.isShared = true;
    console.warn(`good-sport: ${Defined.version} is here already, so ${__VERSION__} is not used`);
  }
}
