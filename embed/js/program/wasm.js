// The program as WebAssembly, whose bytes are in this file.
import * as glue from "good-sport-glue";
import program from "good-sport-wasm";

/** The bytes of the program, of which the string holds one in each character. */
function bytes() {
  const bytes = new Uint8Array(program.length);
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    bytes[at] = program.charCodeAt(at);
    sum = (sum * 31 + bytes[at]) | 0;
  }
  // Old minifiers take a string for code: https://github.com/wp-media/wp-rocket/issues/8834
  if (sum !== __SUM__) {
    throw new Error(
      "this script was changed on its way; exclude it from what minifies or rewrites scripts",
    );
  }
  return bytes;
}

/** @type {typeof import("good-sport-engine").begin} */
export async function begin(guard) {
  const { instance } = await WebAssembly.instantiate(bytes(), {
    [__MODULE__]: /** @type {any} */ (glue),
  });
  glue.__wbg_set_wasm(guard(instance.exports));
  glue.begin();
}
