/** How long a file stays in memory; some browsers ask the visitor first where to put it. */
const SAVING_MILLIS = 60_000;

/** Saves a text as a file. Where the page or its frame forbids that, nothing happens. */
export function save(name, type, text) {
  const href = URL.createObjectURL(new Blob([text], { type }));
  // Never in the page, whose own scripts need not hear of the click.
  Object.assign(document.createElement("a"), { href, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(href), SAVING_MILLIS);
}

/** Lets the device share a text inside the click that asks for it, and calls `done` when it did. */
export async function share(title, text, done) {
  try {
    await navigator.share({ title, text });
  } catch {
    // The visitor thought better of it, or the frame may not share.
    return;
  }
  done();
}

/** Whether the device is used by touch before all else. */
export const touches = () => matchMedia("(pointer: coarse)").matches;

/** Whether the browser shares, and the frame may. */
export const shares = () => Boolean(navigator.share) && navigator.canShare?.({ text: "" }) !== false;

/** The visitor's day, as a number of eight digits: year, month and day. */
export function today() {
  const now = new Date();
  return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
}
