// What CSS alone cannot do for text that is typed: on the screen a text area is as high as its text,
// and on paper the letter is text that goes on on the next page, as no text area does. Neither copies
// it into an attribute, where everything that records a page would find it.

/** Whether the style sheet has the browser do it. */
const isSized = CSS.supports("field-sizing", "content");

function size(root) {
  if (isSized) return;
  for (const area of root.querySelectorAll(".grow textarea")) {
    const { parentElement, style } = area;
    // So that the page is not shorter for a moment, and scrolled to another place.
    parentElement.style.minBlockSize = `${parentElement.offsetHeight}px`;
    style.blockSize = "0";
    style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    parentElement.style.minBlockSize = "";
  }
}

/** The widgets that were fitted, for as long as they are in the page. */
let fitted = [];
/** What says that a text has other lines now: another width, or another size of its letters. */
const resized = new ResizeObserver((entries) => {
  // In the next frame: a size that changes within this one is reported to the page as an error.
  requestAnimationFrame(() => entries.forEach(({ target }) => size(target)));
});

/** The windows that were asked to say when they print. */
const asked = new WeakSet();

function here(window) {
  fitted = fitted.filter((it) => it.deref()?.isConnected);
  return fitted.map((it) => it.deref()).filter((it) => it.ownerDocument.defaultView === window);
}

function print({ target: window }) {
  for (const root of here(window)) {
    for (const field of root.querySelectorAll(".letter > .sheet :is(input, textarea)")) {
      const text = root.ownerDocument.createElement("p");
      text.className = "printed";
      text.textContent = field.value;
      field.before(text);
    }
  }
}

function clear({ target: window }) {
  for (const root of here(window)) root.querySelectorAll(".printed").forEach((it) => it.remove());
}

/** Fits the text areas of a widget to their text. To be called after whatever has changed one. */
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
