// The prerendered markup as elements, and the element around them.
import { headingLevels, sections, tree } from "good-sport-shell";
import { detach, keys } from "../loader/builtins.js";
import { stage } from "./color-scheme.js";

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes the elements of a tree of `[name, attributes, ...children]`.
 * @param {import("good-sport-shell").Tree} node
 * @param {number} levelOffset
 * @returns {Node}
 */
function build(node, levelOffset) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const level = /^h(\d)$/.exec(name);
  const element = document.createElementNS(
    name === "svg" || name === "path" ? SVG : HTML,
    level ? "h" + Math.min(Number(level[1]) + levelOffset, 6) : name,
  );
  for (const it of keys(attributes)) element.setAttribute(it, attributes[it]);
  for (const child of children) element.appendChild(build(child, levelOffset));
  return element;
}

/**
 * Draws the shell for an element, with the attributes `hide` and `heading-level` of `given`.
 * @param {Element} element
 * @param {Record<string, string | undefined>} given
 */
export function draw(element, given) {
  const root = document.createElement("div");
  root.className = "shell";
  stage(root, element);
  const levelOffset = Math.max(headingLevels.indexOf(given["heading-level"] ?? ""), 0);
  root.appendChild(build(tree, levelOffset));
  for (const name of (given.hide ?? "").split(/\s+/)) {
    if (!sections.includes(name)) continue;
    const section = root.querySelector(`.${name}, [data-panel=${name}]`);
    if (section) detach(section);
  }
  return root;
}
