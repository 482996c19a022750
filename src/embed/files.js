// The files that a widget needs: where they stand, and what comes of them.
import inside from "good-sport-inside";

// The build puts these in: the hash of the program and of its plain twin, and for each language
// the hashes of its picture and of its words. A file's name begins its hash.
const PROGRAM = __PROGRAM__;
const PLAIN = __PLAIN__;
const LANGUAGES = __LANGUAGES__;

/** How long the browser may take to tell that a policy was in the way. */
const REFUSAL_MILLIS = 100;
/** A module with a table of references, which is the newest that the program asks for. */
const PROBE = [0, 97, 115, 109, 1, 0, 0, 0, 4, 4, 1, 111, 0, 0];

// Only while a script is first run does the page say which one it is; a module must look itself up.
export const script =
  document.currentScript ?? [...document.scripts].find((it) => /\/good-sport[^/]*\.js/.test(it.src));
const base = script?.src ?? document.baseURI;

/** An error whose code the page may read. */
export const failure = (code, message, cause) =>
  Object.assign(new Error(message, { cause }), { code });

const files = new Map();
let failures = 0;

/**
 * Loads a file that stands beside this script, or in it; one that failed may be tried again.
 * Its bytes are compared with the hash by a link in `place`, which a page's policy lets through
 * where it lets the script through.
 */
function load(kind, hash, place) {
  if (!files.has(hash)) {
    const file = hash in inside ? Promise.resolve(inside[hash]) : fetched(kind, hash, place);
    file.catch(() => {
      failures += 1;
      files.delete(hash);
    });
    files.set(hash, file);
  }
  return files.get(hash);
}

async function fetched(kind, hash, place) {
  const name = `good-sport.${kind}.${hash.slice(0, 10).replace(/\W/g, "-")}.js`;
  // A module that failed stays failed under its address, so that another try needs another one.
  const address = new URL(failures ? `${name}?${failures}` : name, base).href;
  let hear;
  const refused = new Promise((resolve) => {
    hear = ({ blockedURI }) => blockedURI === address && resolve("policy");
    document.addEventListener("securitypolicyviolation", hear);
  });
  const link = document.createElement("link");
  try {
    link.rel = "modulepreload";
    link.integrity = `sha256-${hash}`;
    link.nonce = script?.nonce ?? "";
    link.href = address;
    if (link.relList.supports(link.rel)) {
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
        place.append(link);
      });
    }
    return await import(address);
  } catch (cause) {
    // Firefox tells of a refusal after the link has failed.
    const other = new Promise((resolve) => setTimeout(resolve, REFUSAL_MILLIS, "load"));
    const code = navigator.onLine ? await Promise.race([refused, other]) : "offline";
    throw failure(code, `${name} did not come`, cause);
  } finally {
    link.remove();
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

let compiles;
/** Whether this page may compile WebAssembly. It is asked only when that matters: a refusal is told
 * to the site by the browser. */
function mayCompile() {
  try {
    compiles ??= !!new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(PROBE)));
  } catch {
    compiles = false;
  }
  return compiles;
}

/** Whether everything is in this one file. */
export const isWhole = PROGRAM in inside;

/** Loads the picture of a language, and what belongs to it. */
export const picture = (tag, place) => load(`shell.${tag}`, LANGUAGES[tag][0], place);

/** Loads the program, and the words of these languages: a promise for each. */
export function program(tags, place) {
  const isPlain = PLAIN && !mayCompile();
  const code = isPlain ? load("plain", PLAIN, place) : load("program", PROGRAM, place);
  return [code, ...tags.map((tag) => load(`words.${tag}`, LANGUAGES[tag][1], place))];
}

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
