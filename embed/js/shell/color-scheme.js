// The color scheme of a widget whose page declares none: light or dark, as what is behind it.
import { setClass } from "./controls.js";

/** The `nodeType` of an element. */
const ELEMENT = 1;
/** From this lightness on, of 1, a color is light. */
const LIGHT = 0.5;
/** From this opacity on a background hides what is behind it. */
const OPAQUE = 0.5;

/**
 * The lightness of a computed color and its opacity, both up to 1.
 * @param {string} color `rgb(1 2 3)`, `color(display-p3 1 1 1 / 0.5)`, `oklch(0.2 0 0)`
 */
function lightness(color) {
  const [name, values] = color.split("(");
  // The name of a color space may have digits.
  const [one = 0, two = 0, three = 0, opacity = 1] = (
    values?.replace(/^[a-z]\S*/, "").match(/[\d.]+(e-\d+)?/g) ?? []
  ).map(Number);
  const gray = 0.299 * one + 0.587 * two + 0.114 * three;
  if (name.startsWith("rgb")) return [gray / 255, opacity];
  if (name === "color") return [gray, opacity];
  return [one / (name.startsWith("ok") ? 1 : 100), opacity];
}

/**
 * Whether what is behind an element is dark. A picture is as dark as the text on it is light; a page
 * without a background is light, whatever the visitor prefers, when it declares no scheme.
 * @param {Element} element
 */
function isOnDark(element) {
  /** @type {any} */
  let node = element;
  // Not by their classes, which pages replace: an element, then the root of a shadow, then nothing.
  for (; node; node = node.assignedSlot ?? node.parentNode ?? node.host) {
    if (node.nodeType !== ELEMENT) continue;
    const { backgroundColor, backgroundImage, color } = getComputedStyle(node);
    const [light, opacity] = lightness(backgroundColor);
    if (opacity >= OPAQUE) return light < LIGHT;
    if (backgroundImage !== "none") return lightness(color)[0] >= LIGHT;
  }
  return false;
}

/**
 * Gives the element in which a widget is drawn its classes.
 * @param {Element} root
 * @param {Element} element
 */
export function stage(root, element) {
  const isUnset = getComputedStyle(element).colorScheme === "normal";
  root.classList.add("stage");
  setClass(root, "on-dark", isUnset && isOnDark(element));
}

/**
 * Hears of another color scheme, and of another color of the page's text, which comes with another
 * background, by the transitions that the style sheet makes of them.
 * @param {ShadowRoot} shadow
 */
export function watchScheme(shadow) {
  /** @param {Event} event */
  const changed = ({ target }) => {
    const root = /** @type {Element} */ (target);
    if (!root.classList.contains("stage")) return;
    /** @type {string | undefined} */
    let last;
    const again = () => {
      stage(root, shadow.host);
      // A page that turns back within one frame is heard by nothing.
      if (root.className !== last) requestAnimationFrame(again);
      last = root.className;
    };
    again();
    // The background may be on its way.
    const moving = /** @type {CSSTransition[]} */ (root.ownerDocument.getAnimations());
    for (const it of moving) {
      // Only of these: whoever asks for the end of another one of the page answers for its rejection.
      if (it.transitionProperty === "background-color") it.finished.then(again, again);
    }
  };
  shadow.addEventListener("transitionrun", changed);
  // A page that turns back before the first step only cancels what has begun, in WebKit without a word
  // to who waits for its end.
  shadow.addEventListener("transitioncancel", changed);
}
