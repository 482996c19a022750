// The fallback build of the tone linter: plain JavaScript, for where WebAssembly is refused.

import * as linter from "good-sport-linter-fallback";
import * as glue from "good-sport-linter-glue";

/** @type {typeof import("good-sport-linter-engine").begin} */
export async function begin() {
  glue.__wbg_set_wasm(linter);
  glue.begin();
}
