// The languages of a session: those that the page says, unless the visitor chose one for the letter.

/**
 * @typedef {import("../context.js").Context} Context
 * @typedef {import("good-sport-glue").Widget} Widget
 * @typedef {Awaited<ReturnType<typeof import("../program/program.js").start>>} Program
 */

export class Languages {
  #context;
  #widget;
  /**
   * The language that the visitor chose for the letter.
   * @type {string | undefined}
   */
  chosen;

  /**
   * @param {Context} context
   * @param {() => Widget | undefined} widget the program's widget, once there is one
   */
  constructor(context, widget) {
    this.#context = context;
    this.#widget = widget;
  }

  /** The tags of the widget's language and of the letter's. */
  tags() {
    return this.#context.languages(this.chosen);
  }

  /**
   * Loads the program and words, until they are those that are wanted, since that may change on the
   * way.
   * @returns {Promise<[program: Program, own: string, letter: string]>}
   */
  async load() {
    for (;;) {
      const tags = this.tags();
      const [{ start }, ...words] = await Promise.all(this.#context.load(tags));
      const program = await start();
      for (const { default: text } of words) program.loadLanguage(text);
      if (String(tags) === String(this.tags())) return [program, ...tags];
    }
  }

  /** Loads the languages that are wanted now, and draws and writes in them. */
  async #reload() {
    const [, own, letter] = await this.load();
    this.#widget()?.setLanguage(own);
    this.#widget()?.setLetterLanguage(letter);
  }

  /** Follows what the page says of the languages; where one does not come, all stays as it is. */
  follow() {
    this.#reload().catch((error) => this.#context.readiness.report(error));
  }

  /**
   * Has the letter written in the language that the visitor has chosen, if it comes.
   * @param {string} tag
   */
  choose(tag) {
    const before = this.chosen;
    this.chosen = tag;
    this.#reload().catch((error) => {
      if (this.chosen === tag) this.chosen = before;
      this.#widget()?.languageFailed();
      this.#context.readiness.report(error);
    });
  }
}
