// Linting: the tone linter is loaded when there is something to read, and reads while the page is idle.
import { keys } from "../loader/builtins.js";
import { whenIdle } from "../loader/moments.js";

/**
 * @typedef {import("good-sport-glue").Host} Host
 * @typedef {import("../context.js").Context["file"]} Load
 * @typedef {typeof import("../linter/linter.js")} Module
 * @typedef {Pick<Awaited<ReturnType<Module["start"]>>, "Lint">} Lints
 * @typedef {Lints & { readRejection: (text: string) => Promise<string | undefined> }} Linter
 * @typedef {(answer?: string) => void} Done
 * @typedef {(linter: Linter, isOutdated: () => boolean) => Promise<string | undefined>} Read
 */

/** How long the linter is not loaded again once it could not come: most edits follow each other. */
const RETRY_MILLIS = 5_000;

/**
 * The linter with the data of each language, by its tag.
 * @type {Record<string, Promise<Linter>>}
 */
const linters = {};
/** Whether it could not come a moment ago. */
let isMissing = false;
/** Whether it has stopped for good. */
let hasStopped = false;

/**
 * The linter of a language; nothing where it cannot come. What the visitor does goes on without it, so
 * that nobody is told.
 * @param {string} tag
 * @param {Load} load
 */
async function linter(tag, load) {
  if (hasStopped) return;
  try {
    if (!linters[tag]) {
      if (isMissing) return;
      linters[tag] = begin(tag, load);
    }
    return await linters[tag];
  } catch {
    delete linters[tag];
    isMissing = true;
    setTimeout(() => {
      isMissing = false;
    }, RETRY_MILLIS);
  }
}

/**
 * @param {string} tag
 * @param {Load} load
 * @returns {Promise<Linter>}
 */
async function begin(tag, load) {
  /** @type {[Promise<Module>, Promise<{ default: string, rejections: string }>]} */
  const files = [load(...__LINTER__), load("rules." + tag, __RULES__[tag])];
  const [{ start }, { default: data, rejections }] = await Promise.all(files);
  const { Lint, readRejection } = await start(data);
  return {
    Lint,
    // Few paste a message: what reads it is a file of its own, whose hash is in the rules.
    readRejection: async (text) => {
      /** @type {{ default: string } | undefined} */
      const file = await load("rejections." + tag, rejections).catch(() => undefined);
      return file && readRejection(tag, file.default, text);
    },
  };
}

/**
 * What asks the linter for one widget, whose files are loaded by `load`.
 * @param {Load} load
 * @returns {Pick<Host, "lint" | "readRejection">}
 */
export function linting(load) {
  /**
   * The newest request for each text that has not begun.
   * @type {Record<string, { tag: string, read: Read, done: Done }>}
   */
  const waiting = {};
  let isAwake = false;

  async function work() {
    for (const name of keys(waiting)) {
      // Others may be made while it is loaded, and take the place of this one.
      const found = await linter(waiting[name].tag, load);
      const { read, done } = waiting[name];
      delete waiting[name];
      let answer;
      try {
        answer = found && (await read(found, () => name in waiting));
      } catch {
        // After an exception nobody knows what it holds.
        hasStopped = true;
      }
      done(answer);
    }
    isAwake = false;
    if (keys(waiting).length) wake();
  }

  function wake() {
    if (isAwake) return;
    isAwake = true;
    whenIdle(work);
  }

  /**
   * @param {string} name
   * @param {string} tag
   * @param {Read} read
   * @param {Done} done
   */
  function ask(name, tag, read, done) {
    const before = waiting[name];
    waiting[name] = { tag, read, done };
    before?.done();
    wake();
  }

  return {
    lint: (name, tag, text, details, done) =>
      ask(
        name,
        tag,
        (found, isOutdated) => inSlices(found, [tag, text, details], isOutdated),
        done,
      ),
    readRejection: (tag, text, done) =>
      ask("rejection", tag, (found) => found.readRejection(text), done),
  };
}

/**
 * Lints a text, a part of it in each idle time; gives nothing once there is another one to lint.
 * @param {Linter} linter
 * @param {[tag: string, text: string, details: string]} given
 * @param {() => boolean} isOutdated
 */
async function inSlices({ Lint }, given, isOutdated) {
  const lint = new Lint(...given);
  while (!lint.step()) {
    await new Promise(whenIdle);
    if (isOutdated()) {
      lint.free();
      return;
    }
  }
  return lint.finish();
}
