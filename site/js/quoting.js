// Attributes as each kind of page writes them.

/**
 * Names, each with its value.
 * @typedef {[name: string, value: string][]} Pairs
 */

/** @type {Record<string, string>} */
const ENTITIES = { "&": "&amp;", '"': "&quot;", "<": "&lt;", ">": "&gt;" };

/** @param {string} text */
export const html = (text) => `"${text.replace(/[&"<>]/g, (it) => ENTITIES[it])}"`;

/**
 * In Svelte a brace begins an expression, in quotation marks too.
 * @param {string} text
 */
export const svelte = (text) =>
  html(text).replace(/[{}]/g, (it) => (it === "{" ? "&#123;" : "&#125;"));

/**
 * A bracket would end a shortcode of WordPress.
 * @param {string} text
 */
export const shortcode = (text) => html(text).replaceAll("[", "&#91;").replaceAll("]", "&#93;");

/**
 * A string as Go has it.
 * @param {string} text
 */
export const go = (text) => `"${text.replace(/["\\]/g, "\\$&")}"`;

/**
 * A parameter of a Liquid include.
 * @param {string} text
 */
export const liquid = (text) => `"${text.replaceAll('"', '\\"')}"`;

/** How long attributes on one line may be. */
const LINE = 84;

/**
 * The attributes on one line; one without a value stands for itself.
 * @param {Pairs} pairs
 * @param {(text: string) => string} quote
 */
export const inline = (pairs, quote) =>
  pairs.map(([name, value]) => ` ${name}${value && `=${quote(value)}`}`).join("");

/**
 * The attributes, on a line each if they do not fit on one.
 * @param {Pairs} pairs
 * @param {(text: string) => string} quote
 */
export function lines(pairs, quote) {
  const line = inline(pairs, quote);
  if (line.length <= LINE) return line;
  return `${pairs.map((it) => `\n ${inline([it], quote)}`).join("")}\n`;
}
