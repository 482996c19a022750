// The clipboard: by its asynchronous API, else by `execCommand`, else by the visitor from a
// selection.

/**
 * @typedef {import("good-sport-glue").TextField} TextField
 * @typedef {import("good-sport-glue").CopiedAs} CopiedAs
 */

/** How long the clipboard may take; in some web views and frames its promises never settle. */
const CLIPBOARD_MILLIS = 2_000;
/** How much of that is kept for plain text, which some of those take. */
const PLAIN_MILLIS = 500;

/** Whether the clipboard has kept a visitor of this page waiting in vain. */
let hangs = false;

/**
 * Copies a text inside the click that asks for it, and calls `done` once with how it went: "rich"
 * when the clipboard has the HTML too, "plain" when it has the text, "manual" when the browser
 * refused and the text is selected in `field` for the visitor to copy.
 * @param {string} text
 * @param {string | undefined} html
 * @param {TextField} field
 * @param {(as: CopiedAs) => void} done
 */
export async function copy(text, html, field, done) {
  done(await copied(text, html, field));
}

/**
 * @param {string} text
 * @param {string | undefined} html
 * @param {TextField} field
 * @returns {Promise<CopiedAs>}
 */
async function copied(text, html, field) {
  const before = focused(field);
  const ways = [() => byClipboard(text, html), () => byCommand(text, html, field)];
  // A command may need the click itself, which is over when the clipboard has been waited for.
  if (hangs) ways.reverse();
  for (const way of [...ways, () => byHand(field)]) {
    try {
      // Whoever has gone on to write elsewhere meanwhile keeps the focus.
      return focused(field) === before ? await way() : "manual";
    } catch {
      // The next one may work.
    }
  }
  return "manual";
}

/**
 * The element that has the focus, in the shadow root or around it.
 * @param {TextField} field
 */
const focused = (field) =>
  /** @type {HTMLElement | null} */ (
    /** @type {ShadowRoot} */ (field.getRootNode()).activeElement ??
      field.ownerDocument.activeElement
  );

/**
 * Copies in a secure context. Fails where there is no clipboard, or a policy forbids it.
 * @param {string} text
 * @param {string | undefined} html
 * @returns {Promise<CopiedAs>}
 */
async function byClipboard(text, html) {
  const end = Date.now() + CLIPBOARD_MILLIS;
  const { clipboard } = navigator;
  if (html && window.ClipboardItem && clipboard.write) {
    /**
     * @param {string} type
     * @param {string} content
     */
    const blob = (type, content) => ({ [type]: new Blob([content], { type }) });
    try {
      const item = { ...blob("text/plain", text), ...blob("text/html", html) };
      await inTime(clipboard.write([new ClipboardItem(item)]), end - PLAIN_MILLIS);
      return "rich";
    } catch {
      // Some browsers take text alone.
    }
  }
  await inTime(clipboard.writeText(text), end);
  return "plain";
}

/**
 * Waits for a promise until then, and no longer; what it says later is heard by nobody.
 * @param {Promise<void>} promise
 * @param {number} end
 */
async function inTime(promise, end) {
  const late = {};
  const clock = new Promise((resolve) => setTimeout(resolve, end - Date.now(), late));
  if ((await Promise.race([promise, clock])) !== late) return;
  hangs = true;
  // Nobody reads it: the next way is tried.
  throw new Error();
}

/**
 * Copies by a command, which a page's permissions policy cannot refuse.
 * @param {string} text
 * @param {string | undefined} html
 * @param {TextField} field
 */
function byCommand(text, html, field) {
  const { selectionStart, selectionEnd, ownerDocument } = field;
  const before = focused(field);
  /** @type {CopiedAs | undefined} */
  let as;
  /** @type {(event: any) => void} */
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
    if (!ownerDocument.execCommand("copy") || !as) throw new Error();
  } finally {
    field.removeEventListener("copy", put);
    field.setSelectionRange(selectionStart, selectionEnd);
    if (before !== field) {
      field.blur();
      before?.focus({ preventScroll: true });
    }
  }
  return as;
}

/**
 * @param {TextField} field
 * @returns {CopiedAs}
 */
function byHand(field) {
  field.focus();
  field.select();
  return "manual";
}
