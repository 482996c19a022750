// Platform features for the program: downloads, mail links, Web Share, the pointer, the date.
import { keys, URL } from "../loader/builtins.js";

/** How long a file stays in memory; some browsers ask the visitor first where to put it. */
const SAVING_MILLIS = 60_000;

/**
 * Clicks a link that is never in the page, whose own scripts need not hear of the click, and whose
 * recorders read every attribute. `false` when that is refused; no browser tells what else came of
 * it.
 * @param {() => Partial<HTMLAnchorElement>} attributes
 */
function follow(attributes) {
  try {
    const link = document.createElement("a");
    const given = attributes();
    for (const name of keys(given)) /** @type {any} */ (link)[name] = given[name];
    link.click();
    return true;
  } catch {
    return false;
  }
}

/**
 * Saves a text as a file. `false` when that is refused.
 * @param {string} name
 * @param {string} type
 * @param {string} text
 */
export const save = (name, type, text) =>
  follow(() => {
    const href = URL.createObjectURL(new Blob([text], { type }));
    setTimeout(() => URL.revokeObjectURL(href), SAVING_MILLIS);
    return { href, download: name };
  });

/**
 * Opens a link that makes a new message. `false` when that is refused.
 * @param {string} href
 */
export const open = (href) =>
  follow(() => {
    const link = { href, rel: "noopener noreferrer", referrerPolicy: "no-referrer" };
    // In a frame a mail link would take the widget's place, where the sandbox, a policy or a web
    // mailer then shows an error: https://github.com/ampproject/amphtml/issues/2458
    const isBeside = href.startsWith("mailto:") && window === window.top;
    return isBeside ? link : { ...link, target: "_blank" };
  });

/**
 * Lets the device share a text inside the click that asks for it, and calls `done` with whether it
 * did; a visitor who thought better of it has been told enough.
 * @param {string} title
 * @param {string} text
 * @param {(did: boolean) => void} done
 */
export async function share(title, text, done) {
  try {
    await navigator.share({ title, text });
  } catch (error) {
    if (/** @type {Error} */ (error)?.name !== "AbortError") done(false);
    return;
  }
  done(true);
}

/** Whether the device is used by touch before all else. */
export const isTouch = () => matchMedia("(pointer: coarse)").matches;

/** Whether the browser has Web Share, and the frame may use it. */
export const canShare = () =>
  Boolean(navigator.share) && navigator.canShare?.({ text: "" }) !== false;

/** The visitor's day, as a number of eight digits: year, month and day. */
export function today() {
  const now = new Date();
  return now.getFullYear() * 10_000 + (now.getMonth() + 1) * 100 + now.getDate();
}
