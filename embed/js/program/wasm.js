// The program as WebAssembly, whose bytes are in this file.
import * as glue from "good-sport-glue";
import program from "good-sport-wasm";
import { instantiate } from "./instance.js";

/** @type {typeof import("good-sport-engine").begin} */
export async function begin(guard) {
  glue.__wbg_set_wasm(guard(await instantiate(program, __SUM__, __MODULE__, glue)));
  glue.begin();
}
