// The program: the compiled library and what starts it, in one file. One request, since a second
// round trip costs a slow phone more than all these bytes.

import { begin } from "good-sport-engine";
import { loadLanguage as decode, Widget } from "good-sport-glue";
import { drop, keys } from "../loader/builtins.js";
import { failure } from "../loader/failure.js";
import { write } from "./edit.js";
import { linting } from "./linting.js";
import { canShare, isTouch, open, save, share, today } from "./platform.js";
import { store, stored, unwatch, watch } from "./storage.js";

/**
 * Who wants to hear it when the program has stopped for good, and why.
 * @type {((cause: Error) => void)[]}
 */
const watchers = [];
/**
 * Why it has stopped.
 * @type {Error | undefined}
 */
let end;

/**
 * The result of a call into the program once it has stopped: the glue reads nothing in it, neither
 * as a number nor as a list.
 * @type {never[]}
 */
const NOTHING = [];

/**
 * The exports of the compiled program, without exceptions for the page. After the first one nobody
 * knows what the program holds, so that it does nothing from then on.
 * @param {Record<string, any>} offered
 */
function guard(offered) {
  /** @type {Record<string, any>} */
  const guarded = {};
  for (const name of keys(offered)) {
    const it = offered[name];
    guarded[name] =
      typeof it !== "function"
        ? it
        : (/** @type {unknown[]} */ ...given) => {
            if (end) return NOTHING;
            try {
              return it(...given);
            } catch (error) {
              end = failure("panic", "the program has stopped", error);
              // The glue would take what was there before for an answer.
              for (const other of keys(offered)) {
                const { buffer } = offered[other];
                if (buffer) new Uint8Array(buffer).fill(0);
              }
              for (const hear of [...watchers]) hear(end);
              return NOTHING;
            }
          };
  }
  return guarded;
}

/**
 * Has somebody hear when the program stops, and why, until what this returns is called.
 * @param {(cause: Error) => void} hear
 */
function watchStop(hear) {
  watchers.push(hear);
  return () => drop(watchers, hear);
}

/** @type {string[]} */
const loaded = [];
/**
 * Makes the words of a language known to the program.
 * @param {string} words
 */
function loadLanguage(words) {
  if (loaded.includes(words)) return;
  if (!decode(new TextEncoder().encode(words)))
    throw failure("version", "the words are of another build");
  loaded.push(words);
}

const files = {
  store,
  stored,
  open,
  save,
  share,
  canShare,
  today,
  isTouch,
  unwatch,
  watch,
  write,
};
/** @type {Promise<void> | undefined} */
let started;
/** Compiles the program, beside the page's own work, and starts it once for all widgets. */
export async function start() {
  started ??= begin(guard);
  await started;
  if (end) throw end;
  return { Widget, loadLanguage, files, linting, watchStop };
}
