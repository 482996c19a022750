/**
 * Hands the tests a dialog that holds the focus and has the widget in it.
 *
 * `open` gets what is to stand in the dialog, if the library takes elements, and opens it; `isOpen`
 * says whether it still is.
 */
export function holds({ open, isOpen }) {
  const widget = Object.assign(document.createElement("good-sport"), { id: "widget" });
  widget.setAttribute("company", "Acme");
  widget.setAttribute("loading", "eager");
  const before = Object.assign(document.createElement("button"), {
    id: "before",
    textContent: "Before",
  });
  const after = Object.assign(document.createElement("button"), {
    id: "after",
    textContent: "After",
  });
  window.hostReady = Promise.resolve(open([before, widget, after])).then(() => ({ isOpen }));
}

/** A place for a dialog whose library wants it in the page. */
export function place(html) {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  document.body.append(holder);
  return holder.firstElementChild;
}
