// The shadow root in which a widget is drawn: its style sheet, color scheme, content and touches.
import { styles } from "good-sport-shell";
import { fit } from "./text-areas.js";

/** @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();
/**
 * The style sheet that all widgets of a window share; the document of another one may not use it.
 * @param {Window & typeof globalThis} window
 */
export function sheet(window) {
  if (!sheets.has(window)) {
    const made = new window.CSSStyleSheet();
    made.replaceSync(styles);
    sheets.set(window, made);
  }
  return /** @type {CSSStyleSheet} */ (sheets.get(window));
}

/**
 * Calls when somebody is about to use the widget, or has come back to it.
 * @param {ShadowRoot} shadow
 * @param {() => void} call
 */
export function watchTouches(shadow, call) {
  for (const type of ["pointerdown", "focusin"]) shadow.addEventListener(type, call);
}

/**
 * Has one element in a shadow root, and what the page needs to stay behind it.
 * @param {ShadowRoot} shadow
 * @param {Element} root
 * @param {boolean} keepsSlot
 */
export function keepOnly(shadow, root, keepsSlot) {
  if (root.parentNode !== shadow) shadow.insertBefore(root, shadow.firstChild);
  // Not by replacing all: what has the focus would lose it.
  for (const it of [...shadow.children]) {
    // Files that are on their way, the report for the publisher, and what follows the widget in the page.
    const stays = /^(link|aside)$/.test(it.localName) || (keepsSlot && it.localName === "slot");
    if (it !== root && !stays) shadow.removeChild(it);
  }
  fit(root);
}
