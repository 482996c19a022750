// What the page says of a widget, in the element's attributes and in its own address.

export const NAME = "good-sport";
export const ATTRIBUTES = [
  "company", "role", "recipient", "sender", "situation", "tone", "length", "theme", "storage",
  "hide", "heading-level", "lang", "letter-lang", "loading", "prefill",
];
/** Where the role is kept. A screen reader would take "Application developer" in `role` for more. */
export const ROLE = "data-role";
/** What the fields of a link in a rejection email may fill in. */
const PREFILLED = ["company", "role", "recipient", "situation"];

/** The attributes that an element has, by the names that they have in the tag. */
export function attributes(element) {
  const own = (name) => [name, element.getAttribute(name === "role" ? ROLE : name)];
  return ATTRIBUTES.map(own).filter(([, value]) => value !== null);
}

/** What the page's own address says after `#good-sport?`, for those who ask for it. */
export function prefilled(element) {
  const start = `#${NAME}?`;
  if (element.getAttribute("prefill") !== "fragment" || !location.hash.startsWith(start)) return [];
  const values = new URLSearchParams(location.hash.slice(start.length));
  return PREFILLED.filter((name) => values.has(name)).map((name) => [name, values.get(name)]);
}

