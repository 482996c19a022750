// The tone linter as WebAssembly, whose bytes are in this file.
import * as glue from "good-sport-linter-glue";
import linter from "good-sport-linter-wasm";
import { instantiate } from "../program/instance.js";

/** @type {typeof import("good-sport-linter-engine").begin} */
export async function begin() {
  glue.__wbg_set_wasm(await instantiate(linter, __LINTER_SUM__, __LINTER_MODULE__, glue));
  glue.begin();
}
