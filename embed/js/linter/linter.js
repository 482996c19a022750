// The tone linter, in one file, which is loaded when the visitor has written or pasted something.
import { begin } from "good-sport-linter-engine";
import { Lint, loadLinter, readRejection } from "good-sport-linter-glue";
import { failure } from "../loader/failure.js";

/** @type {Promise<void> | undefined} */
let started;

/**
 * Compiles the linter, once for all widgets, and makes the data of a language known to it.
 * @param {string} data
 */
export async function start(data) {
  started ??= begin();
  await started;
  if (!loadLinter(data)) throw failure("version", "the linter's rules are of another build");
  return { Lint, readRejection };
}
