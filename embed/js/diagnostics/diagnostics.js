// The diagnostics: a report for whoever embeds the widget, in its place, of what it found on the page.
import { copy } from "../shell/clipboard.js";
import { asText, files } from "./files.js";
import { surroundings } from "./surroundings.js";
import { watchViolations } from "./violations.js";

/**
 * @typedef {import("../context.js").Context} Context
 * @typedef {import("./files.js").Line} Line
 */

/** The look of the report, which has to be there before any style sheet of the widget. */
const BOX = {
  all: "initial",
  display: "block",
  boxSizing: "border-box",
  // The widget may be a flex box; it has a line of its own there, too.
  flex: "1 0 100%",
  inlineSize: "100%",
  marginBlock: "16px",
  padding: "12px",
  border: "2px solid",
  font: "14px / 1.5 system-ui, sans-serif",
  colorScheme: "light dark",
  background: "Canvas",
  color: "CanvasText",
};
const FIELD = {
  display: "block",
  boxSizing: "border-box",
  inlineSize: "100%",
  marginBlock: "8px",
  font: "13px / 1.5 ui-monospace, monospace",
  resize: "vertical",
};

/**
 * An element with a look.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} name
 * @param {Partial<CSSStyleDeclaration>} look
 */
function make(name, look) {
  const element = document.createElement(name);
  for (const property in look) element.style[property] = /** @type {string} */ (look[property]);
  return element;
}

/** The report's elements. */
function draw() {
  const box = make("aside", BOX);
  box.lang = "en";
  const title = make("strong", {});
  title.textContent = "What good-sport found on this page";
  const field = make("textarea", FIELD);
  field.readOnly = true;
  field.spellcheck = false;
  field.setAttribute("aria-label", "Report");
  const button = make("button", { font: "inherit", padding: "4px 12px" });
  button.type = "button";
  button.textContent = "Copy report";
  button.onclick = () =>
    copy(field.value, undefined, field, (as) => {
      button.textContent = as === "manual" ? "Press Ctrl+C or ⌘C" : "Copied";
    });
  for (const it of [title, field, button]) box.appendChild(it);
  return { box, field };
}

/**
 * Shows the report below the widget, and keeps it up to date.
 * @param {ShadowRoot} shadow
 * @param {Context} context
 */
export function report(shadow, context) {
  // The address may ask for it again.
  if (shadow.querySelector("aside")) return;
  const { box, field } = draw();
  shadow.appendChild(box);
  const tell = () => {
    const lines = [...found.lines(), ...surroundings(shadow, context), ...violations()];
    field.value = asText(lines);
    // Its height first, so that it gets lower, too.
    field.style.blockSize = "0";
    field.style.blockSize = `${field.scrollHeight + 4}px`;
  };
  const found = files(shadow, context, () => {
    tell();
    // Whatever came in has moved it.
    box.scrollIntoView({ block: "nearest" });
  });
  const violations = watchViolations(tell);
  addEventListener("resize", tell);
  tell();
  box.scrollIntoView({ block: "nearest" });
}
