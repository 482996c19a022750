// The same program as plain JavaScript, for where WebAssembly is refused.
import * as glue from "good-sport-glue";
import * as program from "good-sport-fallback";

/** @type {typeof import("good-sport-engine").begin} */
export async function begin(guard) {
  glue.__wbg_set_wasm(guard(program));
  glue.begin();
}
