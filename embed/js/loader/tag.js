// The tag, which is the script element of the loader, and the base URL of the other files.
// Optimizers copy, join, inline, delay and evaluate scripts, so that the running script is not
// always the one that the page wrote:
// https://github.com/wp-media/wp-rocket/issues/4420,
// https://github.com/futtta/autoptimize/issues/271
import { URL } from "./builtins.js";

/** The name of the file, whatever stands before and after it in an address. */
const FILE = /(^|\/)good-sport[\w.-]*\.js/;
/** Attributes that no other widget's tag has. */
const OWN = /^data-(company|recipient|situation|letter-lang|prefill|place)$/;

/**
 * The address of the file in a tag, which scripts that delay others keep under names of their own.
 * @param {Element} tag
 */
function sourceOf(tag) {
  for (const { value } of tag.attributes) if (FILE.test(value)) return value;
}

/** @param {Element} tag */
function isOwn(tag) {
  for (const { name } of tag.attributes) if (OWN.test(name)) return true;
  return sourceOf(tag) !== undefined;
}

/**
 * The tags that this run of the script is for: one, where the page says which.
 * @type {HTMLScriptElement[]}
 */
export const tags = (() => {
  // Only while a script is first run does the page say which one it is; a module, which is run once
  // for all its tags, and a text that another script evaluates, must look themselves up.
  const { currentScript } = /** @type {{ currentScript: HTMLScriptElement | null }} */ (document);
  if (currentScript && isOwn(currentScript)) return [currentScript];
  const own = [];
  for (const it of document.scripts) if (isOwn(it)) own.push(it);
  // Written into the page as it is, without a word for the widget.
  if (!own[0] && currentScript && !currentScript.src) return [currentScript];
  return own;
})();

/**
 * The first of them, where there is one.
 * @type {HTMLScriptElement | undefined}
 */
export const tag = tags[0];

/**
 * The version of the package in the address of a CDN, where it stands for the newest of several. Such
 * an address may be cached for longer than it means this one, whose files are at its own.
 */
const MAJOR = /sport@\d+\//;

/**
 * Where the other files stand: as the tag says, or beside the file that it names, or beside this
 * script.
 */
export const base = (() => {
  // A folder, with or without its last slash.
  const folder = tag?.getAttribute("data-base")?.replace(/\/?$/, "/");
  const beside =
    (tag && sourceOf(tag)) ||
    tag?.src ||
    /** @type {HTMLScriptElement} */ (document.currentScript)?.src;
  return new URL(folder || beside || "", document.baseURI).href.replace(
    MAJOR,
    "sport@" + __VERSION__ + "/",
  );
})();
