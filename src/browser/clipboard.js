/**
 * Copies a text inside the click that asks for it, and calls `done` with how it went: "rich" when
 * the clipboard has the HTML too, "plain" when it has the text, "manual" when the browser refused
 * and the text is selected in `field` for the visitor to copy.
 */
export function copy(text, html, field, done) {
  byClipboard(text, html)
    .catch(() => byCommand(text, html, field))
    .catch(() => byHand(field))
    .then(done);
}

/** The way for secure pages. Fails where there is no clipboard, or a policy forbids it. */
async function byClipboard(text, html) {
  const { clipboard } = navigator;
  if (html && window.ClipboardItem && clipboard.write) {
    const blob = (type, content) => ({ [type]: new Blob([content], { type }) });
    try {
      const item = { ...blob("text/plain", text), ...blob("text/html", html) };
      await clipboard.write([new ClipboardItem(item)]);
      return "rich";
    } catch {
      // Some browsers take text alone.
    }
  }
  await clipboard.writeText(text);
  return "plain";
}

/** The way that a page's permissions policy cannot refuse. */
function byCommand(text, html, field) {
  const { selectionStart, selectionEnd, ownerDocument } = field;
  const focused = field.getRootNode().activeElement ?? ownerDocument.activeElement;
  let as;
  const put = (event) => {
    event.preventDefault();
    // A page that adds a line to whatever is copied from it has no business with this letter.
    event.stopPropagation();
    event.clipboardData.setData("text/plain", text);
    as = "plain";
    if (html) {
      event.clipboardData.setData("text/html", html);
      as = "rich";
    }
  };
  field.addEventListener("copy", put);
  try {
    field.focus({ preventScroll: true });
    field.select();
    if (!ownerDocument.execCommand("copy") || !as) throw new Error("the browser copies nothing");
  } finally {
    field.removeEventListener("copy", put);
    field.setSelectionRange(selectionStart, selectionEnd);
    if (focused !== field) {
      field.blur();
      focused?.focus({ preventScroll: true });
    }
  }
  return as;
}

function byHand(field) {
  field.focus();
  field.select();
  return "manual";
}
