// The fallback build: the program as plain JavaScript, for where WebAssembly is refused.

import * as program from "good-sport-fallback";
import * as glue from "good-sport-glue";

/** @type {typeof import("good-sport-engine").begin} */
export async function begin(guard) {
  glue.__wbg_set_wasm(guard(program));
  glue.begin();
}
