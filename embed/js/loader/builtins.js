// Built-ins that pages overwrite, in forms that they leave alone: libraries of all ages put their
// own classes, `Object.keys` and `Promise` in the place of the browser's, and a page's variable
// `URL` is a global. What no other name reaches is not used in these scripts: `Map`, `Set`,
// `Object.assign`, `closest`, `matches`, `append`, and `toggle` with a second argument.
// https://github.com/ruffle-rs/ruffle/pull/2051,
// https://github.com/mootools/mootools-core/issues/2806

/** Addresses, by the name that old pages know. */
export const URL = globalThis.webkitURL ?? globalThis.URL;

/** The class of events with something to say. */
export const { constructor: CustomEvent } = /** @type {{ constructor: any }} */ (
  document.createEvent("CustomEvent")
);

const { hasOwnProperty: hasOwn } = Object.prototype;
/**
 * Whether a name is that of a property that an object has itself.
 * @param {object} object
 * @param {string} name
 */
export const has = (object, name) => hasOwn.call(object, name);

/**
 * The names of an object's own properties.
 * @template {object} T
 * @param {T} object
 * @returns {Extract<keyof T, string>[]}
 */
export function keys(object) {
  const names = [];
  for (const name in object) if (has(object, name)) names.push(name);
  return names;
}

/**
 * The first of an element and its ancestors of which a test is true, within its tree.
 * @param {Element | null} element
 * @param {(element: Element) => boolean} test
 */
export function around(element, test) {
  while (element && !test(element)) element = element.parentElement;
  return element;
}

/**
 * Takes a node out of its parent, if it has one.
 * @param {ChildNode} node
 */
export const detach = (node) => node.parentNode?.removeChild(node);

/**
 * Takes an item out of a list, if it is there.
 * @template T
 * @param {T[]} list
 * @param {T} item
 */
export function drop(list, item) {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}
