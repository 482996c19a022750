// The program as WebAssembly, whose bytes are in this file.
import * as glue from "good-sport-glue";
import program from "good-sport-wasm";

/** The bytes of the program, of which the string holds one in each character. */
function bytes() {
  const bytes = new Uint8Array(program.length);
  for (let at = 0; at < bytes.length; at += 1) bytes[at] = program.charCodeAt(at);
  return bytes;
}

/** Compiles and starts it, with every call into it guarded. */
export async function begin(guard) {
  const { instance } = await WebAssembly.instantiate(bytes(), { [__MODULE__]: glue });
  glue.__wbg_set_wasm(guard(instance.exports));
  glue.begin();
}
