// Loading of the shell, the program and words, with their integrity checked and errors with codes.
import inside from "good-sport-inside";
import { detach, has, URL } from "./builtins.js";
import { failure } from "./failure.js";
import { LANGUAGES } from "./languages.js";
import { base, tag as ownTag } from "./tag.js";

// The build puts these in: the hash of the program and of its fallback build. A file's name begins
// its hash.
const PROGRAM = __PROGRAM__;
const FALLBACK = __FALLBACK__;

/** How long the browser may take to tell that a policy was in the way. */
const REFUSAL_MILLIS = 100;
/** A module with a table of references, which is the newest that the program asks for. */
const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0];

/**
 * The module that comes of each file, by its hash.
 * @type {Record<string, Promise<any>>}
 */
const files = {};
let failures = 0;

/**
 * Loads a file that stands beside this script, or in it; one that failed may be tried again.
 * Its bytes are compared with the hash by a link in `place`, a shadow root, which a page's policy
 * lets through where it lets the script through.
 * @param {string} kind
 * @param {string} hash
 * @param {ShadowRoot} place
 */
export function load(kind, hash, place) {
  if (!files[hash]) {
    const own = has(inside, hash);
    const file = own ? Promise.resolve(inside[hash]) : fetched(kind, hash, place);
    file.catch(() => {
      failures += 1;
      delete files[hash];
    });
    files[hash] = file;
  }
  return files[hash];
}

/**
 * @param {string} kind
 * @param {string} hash
 * @param {ShadowRoot} place
 */
async function fetched(kind, hash, place) {
  const name = "good-sport." + kind + "." + hash.slice(0, 10).replace(/\W/g, "-") + ".js";
  const folder = place.host.getAttribute("data-base")?.replace(/\/?$/, "/");
  const url = new URL(name, folder ? new URL(folder, document.baseURI) : base);
  // A module that failed stays failed under its address, so that another try needs another one.
  if (failures) url.search = /** @type {any} */ (failures);
  const { href } = url;
  /** @type {any} */
  let hear;
  /** @type {Promise<"policy">} */
  const refused = new Promise((resolve) => {
    hear = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI }) =>
      blockedURI === href && resolve("policy");
    document.addEventListener("securitypolicyviolation", hear);
  });
  const link = document.createElement("link");
  try {
    link.rel = "modulepreload";
    link.integrity = "sha256-" + hash;
    link.nonce = ownTag?.nonce ?? "";
    link.href = href;
    if (link.relList.supports(link.rel)) {
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
        place.appendChild(link);
      });
    }
    return await import(href);
  } catch (cause) {
    // Firefox tells of a refusal after the link has failed.
    /** @type {Promise<"load">} */
    const other = new Promise((resolve) => setTimeout(resolve, REFUSAL_MILLIS, "load"));
    const code = navigator.onLine ? await Promise.race([refused, other]) : "offline";
    throw failure(code, href + " did not come" + (code === "load" ? ADVICE : ""), cause);
  } finally {
    detach(link);
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

/** Advice for the developer about a file that is not there. */
const ADVICE =
  ". Are the files on the server of the same version as good-sport.js, which may be cached? Was that" +
  " script moved or joined with others? Then exclude it there, or say by data-base where its files are.";

/** @type {boolean | undefined} */
let compiles;
/**
 * Whether this page may compile WebAssembly. It is asked only when that matters: a refusal is told
 * to the site by the browser.
 */
function mayCompile() {
  try {
    compiles ??= !!new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(PROBE)));
  } catch {
    compiles = false;
  }
  return compiles;
}

/** Whether everything is in this one file. */
export const isWhole = has(inside, PROGRAM);

/**
 * Loads the shell of a language, and what belongs to it.
 * @param {string} tag
 * @param {ShadowRoot} place
 * @returns {Promise<typeof import("../shell/session.js")>}
 */
export const shell = (tag, place) => load("shell." + tag, LANGUAGES[tag][0], place);

/**
 * The module of the program, then those of words.
 * @typedef {[
 *   Promise<typeof import("../program/program.js")>,
 *   ...Promise<{ default: string }>[],
 * ]} Loads
 */

/**
 * Loads the program, and the words of these languages: a promise for each.
 * @param {string[]} tags
 * @param {ShadowRoot} place
 * @returns {Loads}
 */
export function program(tags, place) {
  const isFallback = FALLBACK && !mayCompile();
  const loads = [isFallback ? load("fallback", FALLBACK, place) : load("program", PROGRAM, place)];
  for (const tag of tags) loads.push(load("words." + tag, LANGUAGES[tag][1], place));
  return /** @type {any} */ (loads);
}
