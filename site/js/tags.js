// The texts of which snippets are made.

import { VERSION } from "./offers.js";
import { html, lines } from "./quoting.js";
import { t } from "./texts.js";

/** @typedef {import("./quoting.js").Pairs} Pairs */
/**
 * What is chosen in the form.
 * @typedef {{
 *   base: string, script: string, integrity: string, isFixed: boolean,
 *   attributes: Pairs, tokens: Pairs, link: import("./link.js").Link,
 * }} Choices
 */
/** @param {Choices} choices */
export function tag({ base, script, integrity, attributes }) {
  /** @type {Pairs} */
  const pinned = integrity
    ? [
        ["crossorigin", ""],
        ["integrity", integrity],
      ]
    : [];
  /** @type {Pairs} */
  const data = attributes.map(([name, value]) => [`data-${name}`, value]);
  return `<script${lines([["src", base + script], ["async", ""], ...pinned, ...data], html)}></script>`;
}

/**
 * The element, whose `role` would mean something else to assistive technology.
 * @param {Choices} choices
 * @param {(text: string) => string} quote
 */
export function element({ attributes }, quote = html) {
  const named = attributes.map(([name, value]) => [name === "role" ? "data-role" : name, value]);
  return `<good-sport${lines(/** @type {Pairs} */ (named), quote)}></good-sport>`;
}

/** @param {Choices} choices */
export const install = ({ isFixed }) => ({
  caption: t("Install the package"),
  code: isFixed ? `npm install --save-exact good-sport@${VERSION}` : "npm install good-sport",
});

/**
 * @param {string} code
 * @param {number} spaces
 */
export const indent = (code, spaces) => code.replaceAll("\n", `\n${" ".repeat(spaces)}`);

/**
 * The frame, and the script that has it follow the height of the widget.
 * @param {Choices} choices
 */
export function framed({ base, attributes }) {
  const query = new URLSearchParams(attributes).toString();
  /** @type {Pairs} */
  const frame = [
    ["src", `${base}good-sport.html${query && `?${query}`}`],
    ["title", t("A thank-you letter")],
    ["loading", "lazy"],
    ["allow", "clipboard-write; web-share"],
    ["width", "100%"],
    ["height", "1300"],
    ["style", "border: 0"],
  ];
  return `<iframe${lines(frame, html)}></iframe>`;
}

export const FOLLOW = `<script>
  addEventListener("message", ({ data, source }) => document.querySelectorAll("iframe").forEach((frame) =>
    frame.contentWindow === source && data?.type === "good-sport-height" && (frame.height = data.height)));
</script>`;
