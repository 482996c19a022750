// Reads the literal as a browser would, compares it with the bytes, and compiles them.
import { readFileSync } from "node:fs";

const [literalPath, wasmPath] = process.argv.slice(2);
const text = new Function(`return ${readFileSync(literalPath, "utf8")}`)();
const read = Uint8Array.from(text, (character) => character.charCodeAt(0));
const written = readFileSync(wasmPath);
if (!written.equals(read)) {
  throw new Error(
    `the literal holds ${read.length} bytes that are not the ${written.length} of the wasm`,
  );
}
new WebAssembly.Module(read);
