// The log: the widget's events as the analytics of a page would receive them.

import { byId, make, prose } from "./dom.js";
import { EVENTS } from "./offers.js";
import { t } from "./texts.js";

/** How many events are shown. */
const SHOWN = 5;

/**
 * Shows an event, the newest first.
 * @param {string} description
 * @param {Event} event
 */
function show(description, event) {
  const { detail } = /** @type {CustomEvent} */ (event);
  const log = byId("log");
  byId("no-events").hidden = true;
  log.prepend(
    make(
      "li",
      {},
      make("code", {}, event.type),
      " ",
      make("code", { class: "detail" }, JSON.stringify(detail)),
      make("span", { class: "hint" }, ...prose(t("{text}.", { text: t(description) }))),
    ),
  );
  if (log.children.length > SHOWN) log.lastChild?.remove();
}

/**
 * Listens in a page.
 * @param {Document} page
 */
export function listen(page) {
  for (const { name, description } of EVENTS) {
    page.addEventListener(name, (event) => show(description, event));
  }
}
