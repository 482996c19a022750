// What the report says of the widget's state and of its files.

/**
 * @typedef {import("../context.js").Context} Context
 * @typedef {import("../loader/element.js").GoodSport} GoodSport
 * @typedef {import("../context.js").Failure} Failure
 * A line of the report: whether all is well, somebody might want to know, or should mend it; and what.
 * @typedef {[mark: "ok" | "note" | "fix", text: string]} Line
 */

/** The name of one of the files in an address. */
const FILE = /\/(good-sport[\w.-]*\.js)/;

/** @param {Line[]} lines */
export const asText = (lines) =>
  lines.map(([mark, text]) => `${mark.padEnd(5)} ${text}`).join("\n");

/**
 * What the browser has noted of a file of one of these kinds, unless the page has loaded hundreds of
 * others before it.
 * @param {...string} kinds
 * @returns {any}
 */
function noted(...kinds) {
  // Pages have a `performance` of their own.
  const entries = performance.getEntriesByType?.("resource") ?? [];
  const isOne = (/** @type {string} */ name) => kinds.some((it) => name.includes(`.${it}.`));
  return entries.filter(({ name }) => FILE.test(name) && isOne(name)).pop();
}

/** @param {any} entry */
function details(entry) {
  if (!entry) return "";
  const { name, contentType, responseStatus } = entry;
  const told = [responseStatus && `status ${responseStatus}`, contentType].filter(Boolean);
  return ` from ${name}${told.length ? ` (${told.join(", ")})` : ""}`;
}

/** @returns {Line[]} */
function tags() {
  const tags = [...document.scripts].filter((it) => FILE.test(it.src));
  /** @type {Line[]} */
  const lines = tags.map((it) => [
    "ok",
    `Script: ${it.src}, ${it.integrity ? "pinned by its integrity" : "not pinned by an integrity"}${
      it.nonce ? ", with a nonce" : ""
    }.`,
  ]);
  if (!tags.length) {
    lines.push(["note", "Script: no tag names good-sport.js; it was moved, joined or inlined."]);
  }
  const names = tags.map((it) => it.src);
  if (names.some((it, at) => names.indexOf(it) < at)) {
    lines.push(["note", "The same script is on the page more than once; one tag is enough."]);
  }
  return lines;
}

/**
 * @param {typeof import("../loader/element.js").GoodSport & { isShared?: boolean }} Element
 * @returns {Line[]}
 */
function version({ version, isShared }) {
  if (!isShared) return [["ok", `Version: ${version}.`]];
  return [
    ["fix", `Version: ${version}, and another one on the same page, which is not used. Load one.`],
  ];
}

/** @returns {Line} */
function integrity() {
  const start = "Integrity: the script has the hash of each file that it loads; ";
  // No feature tells it of modules; a try would leave an error in the console.
  if (navigator.vendor.startsWith("Apple")) {
    return ["note", `${start}this browser does not compare them, others do.`];
  }
  return ["ok", `${start}this browser compares them.`];
}

/** @returns {Line} */
function build() {
  if (noted("fallback")) {
    return [
      "note",
      "Build: JavaScript, with all features, since WebAssembly is refused or turned off. A policy allows it by 'wasm-unsafe-eval' in script-src.",
    ];
  }
  if (noted("program")) return ["ok", "Build: WebAssembly."];
  return ["note", "Build: not known; the browser has no note of the program's file."];
}

/**
 * Loads the files that the widget needs now, and follows how that goes; gives what has the lines
 * about it.
 * @param {ShadowRoot} shadow
 * @param {Context} context
 * @param {() => void} changed
 */
export function files(shadow, context, changed) {
  const element = /** @type {GoodSport} */ (shadow.host);
  const [own, letter] = context.languages();
  /** @type {Record<string, Line>} */
  const found = {};
  /** @type {Line} */
  let state = ["note", "State: still loading. The program comes when the widget is seen."];

  /**
   * @param {string} kind
   * @param {Promise<unknown>} file
   */
  const follow = (kind, file) => {
    // The program may come as its fallback build.
    const note = () => details(kind === "program" ? noted(kind, "fallback") : noted(kind));
    found[kind] = ["note", `File ${kind}: on its way.`];
    file.then(
      () => {
        const where = context.isWhole ? " inside the script" : note();
        found[kind] = ["ok", `File ${kind}: loaded${where}.`];
        changed();
      },
      (/** @type {Failure} */ { code = "load", message }) => {
        const status = note();
        found[kind] = ["fix", `File ${kind}: ${code}${status}. ${message}`];
        changed();
      },
    );
  };

  follow(`shell.${own}`, context.file(`shell.${own}`, __LANGUAGES__[own][0]));
  const [program, ...words] = context.load(own === letter ? [own] : [own, letter]);
  follow("program", program);
  words.forEach((file, at) => {
    follow(`words.${at ? letter : own}`, file);
  });
  const settle = () =>
    element.ready.then(
      () => {
        state = ["ok", "State: the widget works."];
        changed();
      },
      (/** @type {Failure} */ { code, message }) => {
        state = ["fix", `State: the widget does not work (${code}). ${message}`];
        changed();
      },
    );
  settle();
  // Each try after a failure is promised anew.
  for (const type of ["good-sport-ready", "good-sport-error"]) {
    element.addEventListener(type, settle);
  }
  const kinds = [`shell.${own}`, "program", `words.${own}`, `words.${letter}`];
  const Element = /** @type {any} */ (element.constructor);
  return {
    lines: () => [
      state,
      ...version(Element),
      ...tags(),
      ...kinds.filter((it, at) => kinds.indexOf(it) === at).map((it) => found[it]),
      integrity(),
      build(),
    ],
  };
}
