// The files that a widget needs: where they stand, and what comes of them.
import inside from "good-sport-inside";

// The build puts these in: the file of the program, and the files of each language, its picture and
// its words.
const PROGRAM = __PROGRAM__;
const LANGUAGES = __LANGUAGES__;

// Only while a script is first run does the page say which one it is; a module must look itself up.
export const script =
  document.currentScript ?? [...document.scripts].find((it) => /\/good-sport[^/]*\.js/.test(it.src));
const base = script?.src ?? document.baseURI;

const files = new Map();
let failures = 0;
/** Loads a file that stands beside this script, or in it; one that failed may be tried again. */
function load(name) {
  if (!files.has(name)) {
    // A module that failed stays failed under its address, so that another try needs another one.
    const address = new URL(failures ? `${name}?${failures}` : name, base);
    const file = name in inside ? Promise.resolve(inside[name]) : import(address);
    file.catch(() => {
      failures += 1;
      files.delete(name);
    });
    files.set(name, file);
  }
  return files.get(name);
}

/** Whether everything is in this one file. */
export const isWhole = PROGRAM in inside;

/** Loads the picture of a language, and what belongs to it. */
export const picture = (tag) => load(LANGUAGES[tag][0]);

/** Loads the program, and the words of these languages: a promise for each. */
export const program = (tags) => [PROGRAM, ...tags.map((tag) => LANGUAGES[tag][1])].map(load);

/** The tag of the language that is there and comes nearest to the first of these, in order. */
export function available(wanted) {
  for (const tag of wanted) {
    for (let rest = tag ?? ""; rest; rest = rest.slice(0, Math.max(rest.lastIndexOf("-"), 0))) {
      const found = Object.keys(LANGUAGES).find((it) => it.toLowerCase() === rest.toLowerCase());
      if (found) return found;
    }
  }
  return "en";
}
