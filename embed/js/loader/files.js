// Loading of the shell, the program and words.
import { fetched } from "good-sport-fetched";
import inside from "good-sport-inside";
import { has } from "./builtins.js";

// The build puts these in: the hash of the program and of its fallback build. A file's name begins
// its hash.
const PROGRAM = __PROGRAM__;
const FALLBACK = __FALLBACK__;

/** A module with a table of references, which is the newest that the program asks for. */
const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0];

/**
 * The module that comes of each file, by its hash.
 * @type {Record<string, Promise<any>>}
 */
const files = {};

/**
 * Loads a file that stands beside this script, or in it; one that failed may be tried again.
 * @param {string} kind
 * @param {string} hash
 * @param {ShadowRoot} place
 */
export function load(kind, hash, place) {
  if (!files[hash]) {
    const own = has(inside, hash);
    const file = own ? Promise.resolve(inside[hash]) : fetched(kind, hash, place);
    file.catch(() => {
      delete files[hash];
    });
    files[hash] = file;
  }
  return files[hash];
}

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
export const shell = (tag, place) => load("shell." + tag, __LANGUAGES__[tag][0], place);

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
  for (const tag of tags) loads.push(load("words." + tag, __LANGUAGES__[tag][1], place));
  return /** @type {any} */ (loads);
}
