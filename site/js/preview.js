// The preview: a page in a frame with the tag in it, at the width of a phone or of a desktop, whose widget
// follows what is chosen.

import { byId } from "./dom.js";
import { ATTRIBUTES, TOKENS } from "./offers.js";

/** The sizes of the windows, in pixels. */
const WIDTHS = { phone: 390, desktop: 1200 };

const frame = /** @type {HTMLIFrameElement} */ (byId("preview"));
const form = /** @type {HTMLFormElement} */ (byId("preview-choices"));

/** What the widget is to be like. @type {{ attributes: Map<string, string>, tokens: Map<string, string> }} */
let wanted = { attributes: new Map(), tokens: new Map() };

/** Sizes the frame as the window chosen, and makes it small enough for the page. */
function fit() {
  const width = WIDTHS[new FormData(form).get("width") === "phone" ? "phone" : "desktop"];
  const room = byId("preview-room");
  const scale = Math.min(1, room.clientWidth / width);
  frame.style.setProperty("width", `${width}px`);
  frame.style.setProperty("height", `${room.clientHeight / scale}px`);
  frame.style.setProperty("transform", `scale(${scale})`);
}

/** Has the page and the widget in the frame be as chosen. */
function apply() {
  const page = frame.contentDocument?.documentElement;
  if (page) page.className = String(new FormData(form).get("page"));
  const widget = frame.contentDocument?.querySelector("good-sport");
  if (!(widget && "style" in widget)) return;
  for (const { name } of ATTRIBUTES) {
    const value = wanted.attributes.get(name);
    if (value === undefined) widget.removeAttribute(name);
    // An attribute that is set again may undo what was typed into the widget.
    else if (widget.getAttribute(name) !== value) widget.setAttribute(name, value);
  }
  for (const { name } of TOKENS) widget.style.setProperty(name, wanted.tokens.get(name) ?? "");
}

/**
 * Shows a widget with these attributes and custom properties.
 * @param {Map<string, string>} attributes
 * @param {Map<string, string>} tokens
 */
export function preview(attributes, tokens) {
  wanted = { attributes, tokens };
  apply();
}

/** Begins to follow the choices of window and page. */
export function begin() {
  form.addEventListener("input", () => {
    fit();
    apply();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  new ResizeObserver(fit).observe(byId("preview-room"));
  const attend = () => {
    const page = frame.contentDocument;
    // Until the frame is near, it holds an empty page.
    if (!page?.querySelector("main")) return;
    page.addEventListener("good-sport-ready", apply);
    frame.contentWindow?.customElements.whenDefined("good-sport").then(apply);
    apply();
  };
  frame.addEventListener("load", attend);
}
