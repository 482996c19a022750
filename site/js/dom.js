// Elements of the page: found, and made without markup, so that Trusted Types hold.

/**
 * An element of the page.
 * @param {string} id
 */
export const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));

/**
 * A new element with these attributes and children; an attribute that is `false` is left out.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, string | boolean>} attributes
 * @param {(Node | string)[]} children
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children);
  return element;
}

/**
 * A text in which `code` stands between backquotes, as the table of the API has it.
 * @param {string} text
 */
export const prose = (text) =>
  text.split("`").map((part, index) => (index % 2 ? make("code", {}, part) : part));
