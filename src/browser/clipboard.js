/**
 * Copies a text inside the click that asks for it, and calls `done` with how it went: "rich" when
 * the clipboard has the HTML too, "plain" when it has the text, "manual" when the browser refused
 * and the text is selected in `field` for the visitor to copy.
 */
export function copy(text, html, field, done) {
  const byCommand = () => done(copyByCommand(text, html, field) ?? selectByHand(field));
  const asPlain = () => navigator.clipboard.writeText(text).then(() => done("plain"), byCommand);
  // Absent on pages without https.
  if (!navigator.clipboard) {
    byCommand();
  } else if (html && window.ClipboardItem && navigator.clipboard.write) {
    const blob = (type, content) => ({ [type]: new Blob([content], { type }) });
    const item = new ClipboardItem({ ...blob("text/plain", text), ...blob("text/html", html) });
    navigator.clipboard.write([item]).then(() => done("rich"), asPlain);
  } else {
    asPlain();
  }
}

/** The way that a page's permissions policy cannot refuse. `undefined` when it did not work. */
function copyByCommand(text, html, field) {
  const { selectionStart, selectionEnd, ownerDocument } = field;
  const focused = field.getRootNode().activeElement;
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
  field.focus({ preventScroll: true });
  field.select();
  const copied = ownerDocument.execCommand("copy");
  field.removeEventListener("copy", put);
  field.setSelectionRange(selectionStart, selectionEnd);
  focused?.focus({ preventScroll: true });
  return copied ? as : undefined;
}

function selectByHand(field) {
  field.focus();
  field.select();
  return "manual";
}
