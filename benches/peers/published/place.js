// Puts a published widget where its tag stands, as its own snippet would.

/** Places an element with these attributes. */
export function place(name, attributes) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  document.currentScript.after(element);
  return element;
}
