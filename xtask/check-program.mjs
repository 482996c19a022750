// Reads the program in a script as a browser would, compares it with its bytes, and compiles it.
import { readFileSync } from "node:fs";

const [scriptPath, wasmPath] = process.argv.slice(2);
const script = readFileSync(scriptPath, "utf8");
// The string that begins as all WebAssembly does.
const [literal] = script.match(/(["'`])(?:\\0|\\x00|\0)asm(?:\\.|(?!\1)[^\\])*\1/s) ?? ["''"];
const text = new Function(`return ${literal}`)();
const read = Uint8Array.from(text, (character) => character.charCodeAt(0));
const written = readFileSync(wasmPath);
if (!written.equals(read)) {
  throw new Error(
    `the script holds ${read.length} bytes that are not the ${written.length} of the wasm`,
  );
}
new WebAssembly.Module(read);
