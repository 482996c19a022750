// Text areas that grow with their text, and print as text. Where CSS cannot: on the screen a text
// area is as high as its text, and on paper the letter is text that goes on on the next page, as no
// text area does. Neither copies it into an attribute, where everything that records a page would
// find it.

/** Whether the style sheet has the browser do it. */
const isSized = CSS.supports("field-sizing", "content");

/** @param {Element} root */
function size(root) {
  if (isSized) return;
  /** @type {NodeListOf<HTMLTextAreaElement & { parentElement: HTMLElement }>} */
  const areas = root.querySelectorAll(".grow textarea");
  for (const area of areas) {
    const { parentElement, style } = area;
    // So that the page is not shorter for a moment, and scrolled to another place.
    parentElement.style.minBlockSize = `${parentElement.offsetHeight}px`;
    style.blockSize = "0";
    style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    parentElement.style.minBlockSize = "";
  }
}

/**
 * The widgets that were fitted, for as long as they are in the page.
 * @type {WeakRef<Element>[]}
 */
let fitted = [];
/** Notices that a text has other lines now: another width, or another size of its letters. */
const resized = new ResizeObserver((entries) => {
  // In the next frame: a size that changes within this one is reported to the page as an error.
  requestAnimationFrame(() => {
    for (const { target } of entries) size(target);
  });
});

/** The windows that were asked to say when they print. */
const asked = new WeakSet();

/** @param {EventTarget | null} window */
function here(window) {
  fitted = fitted.filter((it) => it.deref()?.isConnected);
  const roots = fitted.map((it) => /** @type {Element} */ (it.deref()));
  return roots.filter((it) => it.ownerDocument.defaultView === window);
}

/** @param {Event} event */
function print({ target: window }) {
  for (const root of here(window)) {
    for (const field of root.querySelectorAll(".letter > .sheet :is(input, textarea)")) {
      const text = root.ownerDocument.createElement("p");
      text.className = "printed";
      text.textContent = /** @type {HTMLInputElement} */ (field).value;
      field.before(text);
    }
  }
}

/** @param {Event} event */
function clear({ target: window }) {
  for (const root of here(window)) {
    for (const it of root.querySelectorAll(".printed")) it.remove();
  }
}

/**
 * Fits the text areas of a widget to their text. To be called after whatever has changed one.
 * @param {Element} root
 */
export function fit(root) {
  const window = root.ownerDocument.defaultView;
  // What is not in the page has no size, and is fitted when it is put there.
  if (!window || !root.isConnected) return;
  if (!asked.has(window)) {
    asked.add(window);
    window.addEventListener("beforeprint", print);
    window.addEventListener("afterprint", clear);
  }
  if (!here(window).includes(root)) {
    fitted.push(new WeakRef(root));
    if (!isSized) resized.observe(root);
  }
  size(root);
}
