// Reads the programs in a script as a browser would, compares them with their bytes, and compiles them.
import { readFileSync } from "node:fs";

const [scriptPath, ...wasmPaths] = process.argv.slice(2);
const script = readFileSync(scriptPath, "utf8");
// The strings that begin as all WebAssembly does.
const literals = script.matchAll(/(["'`])(?:\\0|\\x00|\0)asm(?:\\.|(?!\1)[^\\])*\1/gs);
const programs = Array.from(literals, ([literal]) => {
  const text = new Function(`return ${literal}`)();
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
});
for (const path of wasmPaths) {
  const written = readFileSync(path);
  if (!programs.some((it) => written.equals(it))) {
    throw new Error(`the script does not hold the ${written.length} bytes of ${path}`);
  }
}
for (const program of programs) new WebAssembly.Module(program);
