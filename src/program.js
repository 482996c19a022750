// The program's file: the compiled program and what starts it. One request, since a second round
// trip costs a slow phone more than all these bytes.
import init, { Widget, learn } from "good-sport-glue";
import program from "good-sport-wasm";
import { save, share, shares, today, touches } from "./browser/files.js";

/** The bytes of the program, of which the string holds one in each character. */
function bytes() {
  const bytes = new Uint8Array(program.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = program.charCodeAt(at);
  return bytes;
}

const taught = new Set();
/** Makes the words of a language known to the program. */
function teach(words) {
  if (taught.has(words)) return;
  if (!learn(words)) throw new Error("the words are of another build than the program");
  taught.add(words);
}

let started;
/** Compiles the program, beside the page's own work, and starts it once for all widgets. */
export function start() {
  started ??= init({ module_or_path: bytes() }).then(() => ({ Widget, teach, files: { save, share, shares, today, touches } }));
  return started;
}
