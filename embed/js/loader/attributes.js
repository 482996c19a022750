// The attributes of the element; on the tag each has the prefix `data-`.

export const NAME = "good-sport";
export const ATTRIBUTES = [
  "company",
  "role",
  "recipient",
  "sender",
  "situation",
  "seed",
  "tone",
  "length",
  "theme",
  "storage",
  "hide",
  "heading-level",
  "lang",
  "letter-lang",
  "loading",
  "prefill",
];
/**
 * Where the role is kept. A screen reader would take "Application developer" in `role` for more.
 */
export const ROLE = "data-role";
/** The attribute of an element that a tag has placed, with the attributes that it was given. */
export const BY_TAG = "data-by-tag";

/**
 * The attributes that an element has, by the names that they have in the tag.
 * @param {Element} element
 */
export function attributes(element) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of /** @type {any} */ (element.constructor).observedAttributes) {
    const value = element.getAttribute(name);
    if (value !== null) found[name === ROLE ? "role" : name] = value;
  }
  return found;
}
