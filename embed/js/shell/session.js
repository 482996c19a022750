// The session of a widget: a state machine from the prerendered shell to the running program.
import { styles } from "good-sport-shell";
import { ROLE } from "../loader/attributes.js";
import { keys } from "../loader/builtins.js";
import { copy } from "./clipboard.js";
import { isolate } from "./isolation.js";
import { stage } from "./markup.js";
import { Shell } from "./shell.js";
import { fit } from "./text-areas.js";

/**
 * @typedef {import("../loader/element.js").GoodSport} GoodSport
 * @typedef {import("../host.js").Host} Host
 * @typedef {import("../host.js").Pending} Pending
 * @typedef {import("../host.js").Failure} Failure
 * @typedef {import("good-sport-glue").Widget} Widget
 * @typedef {import("good-sport-glue").CopiedAs} CopiedAs
 * @typedef {Awaited<ReturnType<typeof import("../program/program.js").start>>} Program
 */

/** What tells that somebody is about to use the widget, or has come back to it. */
const TOUCHES = ["pointerdown", "focusin"];

/** @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();
/**
 * The style sheet that all widgets of a window share; the document of another one may not use it.
 * @param {Window & typeof globalThis} window
 */
function sheet(window) {
  if (!sheets.has(window)) {
    const made = new window.CSSStyleSheet();
    made.replaceSync(styles);
    sheets.set(window, made);
  }
  return /** @type {CSSStyleSheet} */ (sheets.get(window));
}

/**
 * The attributes that an element has, by the names that they have in the tag.
 * @param {GoodSport} element
 */
function attributes(element) {
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of /** @type {any} */ (element.constructor).observedAttributes) {
    const value = element.getAttribute(name);
    if (value !== null) found[name === ROLE ? "role" : name] = value;
  }
  return found;
}

/**
 * The states of a widget, and what leads out of each:
 *
 * - `waiting`: the shell is shown, or what the page has put inside the element.
 *   `start()`: `starting`.
 * - `starting`: the program and the words are loaded, and the program draws beside the shell.
 *   Drawn: hand-over to `live`. Failed, or taken out of the page: `waiting`. Panicked: `stopped`.
 * - `live`: the program runs.
 *   `leave()`: `away`. Panicked: `stopped`.
 * - `away`: the element was taken out of the page, and what the visitor did is saved.
 *   `enter()`: `starting`.
 * - `stopped`: the program has panicked. What it has drawn is a shell from now on, for good.
 *
 * @typedef {"waiting" | "starting" | "live" | "away" | "stopped"} Phase
 */

/** One widget, from when it has come near: it hands over from the shell to the program. */
export class Session {
  /** @type {Phase} */
  #phase = "waiting";
  /** Whether somebody has used the widget. */
  isTouched = false;
  #element;
  #shadow;
  #host;
  #pending;
  /**
   * The shell, from when it is drawn until the program has taken over, and once it has stopped.
   * @type {Shell | undefined}
   */
  #shell;
  /**
   * The program's widget, from shortly before `live` on.
   * @type {Widget | undefined}
   */
  #widget;
  /**
   * Ends the wait for a panic.
   * @type {(() => void) | undefined}
   */
  #stopWatching;
  /**
   * What the widget held when it was taken out of the page.
   * @type {string | undefined}
   */
  #saved;
  /**
   * The language that the visitor chose for the letter.
   * @type {string | undefined}
   */
  #chosen;
  /** Whether there are words of the visitor that would be lost with the widget. */
  #hasWords = false;
  /**
   * What hears how the next copy of the letter went.
   * @type {((as: CopiedAs) => void)[]}
   */
  #hearing = [];

  /**
   * @param {GoodSport} element
   * @param {ShadowRoot} shadow
   * @param {Host} host
   * @param {Pending} pending
   */
  constructor(element, shadow, host, pending) {
    this.#element = element;
    this.#shadow = shadow;
    this.#host = host;
    this.#pending = pending;
    isolate(shadow, () => this.#hasWords);
    shadow.addEventListener("input", () => {
      this.#hasWords = true;
    });
    shadow.addEventListener("transitionrun", (event) => {
      const { target, propertyName } = /** @type {TransitionEvent} */ (event);
      if (propertyName === "color-scheme") stage(/** @type {Element} */ (target), element);
    });
    const touch = () => {
      this.isTouched = true;
      this.start();
    };
    for (const type of TOUCHES) shadow.addEventListener(type, touch);
    this.adopt();
    // Where the program is here already, it is not worth drawing twice.
    if (host.isWhole) this.start();
    else this.#draw();
  }

  /**
   * Has one element in the shadow root, and what the page needs to stay behind it.
   * @param {Element} root
   */
  #keepOnly(root) {
    const shadow = this.#shadow;
    /** @param {Element} it */
    const stays = (it) =>
      // Files that are on their way, and what follows the widget in the page.
      it === root || it.localName === "link" || (this.#host.isUnclosed && it.localName === "slot");
    if (root.parentNode !== shadow) shadow.insertBefore(root, shadow.firstChild);
    // Not by replacing all: what has the focus would lose it.
    for (const it of [...shadow.children]) if (!stays(it)) shadow.removeChild(it);
    fit(root);
  }

  /**
   * What the page fills in.
   * @returns {Record<string, string | undefined>}
   */
  #given() {
    return { ...attributes(this.#element), ...this.#host.fields(), ...this.#pending.details };
  }

  /** Fills in the shell, unless it is what a program has drawn. */
  #fillShell() {
    if (this.#phase !== "stopped") this.#shell?.fill(this.#given());
  }

  #draw() {
    const element = this.#element;
    // What the page has put inside is there until the widget is.
    const isFilled = element.childElementCount || element.textContent.trim();
    if (isFilled && !this.#host.isUnclosed) return;
    const [, letterTag] = this.#host.languages(this.#chosen);
    this.#shell = Shell.draw(element, this.#given(), letterTag, this.#host.dispatch);
    this.#keepOnly(this.#shell.root);
  }

  /** Whether there is a letter that can be copied at once. */
  hasLetter() {
    return Boolean(this.#live() || this.#shell?.hasLetter());
  }

  /** The widget while it works. */
  #live() {
    return this.#phase === "live" ? this.#widget : undefined;
  }

  details() {
    return this.#live()?.details() ?? { ...this.#pending.details };
  }

  letter() {
    return this.#live()?.letter();
  }

  findings() {
    return this.#live()?.findings();
  }

  /**
   * Fills in fields of the form.
   * @param {Pending["details"]} [more]
   */
  fill(more) {
    const details = { ...this.#pending.details, ...more };
    this.#pending.details = this.#widget ? {} : details;
    if (this.#widget) this.#widget.fill(details);
    else this.#fillShell();
  }

  /**
   * Copies the letter, and says how.
   * @returns {Promise<CopiedAs>}
   */
  copy() {
    return new Promise((resolve) => {
      const live = this.#live();
      if (live) this.#hearing.push(resolve);
      if (live) live.copyLetter();
      else this.#shell?.copyLetter(resolve);
    });
  }

  /** @param {CopiedAs} as */
  #tellCopied(as) {
    const hearing = this.#hearing;
    this.#hearing = [];
    for (const hear of hearing) hear(as);
  }

  /** Goes back to the attributes, and forgets what was stored. */
  reset() {
    this.#saved = this.#chosen = undefined;
    this.#hasWords = false;
    this.#pending = { details: {}, forgets: !this.#widget };
    if (this.#widget) {
      this.#widget.reset();
      this.#reloadLanguages();
    } else if (this.#shell && this.#phase !== "stopped") {
      this.#draw();
    }
  }

  /**
   * Takes an attribute that has changed; `null` when it is gone.
   * @param {string} name
   * @param {string | null} value
   */
  set(name, value) {
    if (name === "letter-lang") this.#chosen = undefined;
    if (!this.#widget) {
      this.#fillShell();
      return;
    }
    this.#widget.set(name === ROLE ? "role" : name, value ?? undefined);
    if (name.endsWith("lang")) this.#reloadLanguages();
  }

  /** Fills in what the page's address says now. */
  prefill() {
    const found = this.#host.fields();
    if (!this.#widget) this.#fillShell();
    else for (const name of keys(found)) this.#widget.set(name, found[name]);
  }

  /**
   * Loads words until they are those that are wanted, since that may change on the way.
   * @returns {Promise<[program: Program, own: string, letter: string]>}
   */
  async #prepare() {
    for (;;) {
      const tags = this.#host.languages(this.#chosen);
      const [{ start }, ...words] = await Promise.all(this.#host.load(tags));
      const program = await start();
      for (const { default: text } of words) program.loadLanguage(text);
      if (String(tags) === String(this.#host.languages(this.#chosen))) return [program, ...tags];
    }
  }

  /** Loads the languages that are wanted now, and draws and writes in them. */
  async #loadLanguages() {
    const [, own, letter] = await this.#prepare();
    this.#widget?.setLanguage(own);
    this.#widget?.setLetterLanguage(letter);
  }

  /** Follows what the page says of the languages; where one does not come, all stays as it is. */
  #reloadLanguages() {
    this.#loadLanguages().catch((error) => this.#host.report(error));
  }

  /**
   * Has the letter written in the language that the visitor has chosen, if it comes.
   * @param {string} tag
   */
  async #choose(tag) {
    const before = this.#chosen;
    this.#chosen = tag;
    try {
      await this.#loadLanguages();
    } catch (error) {
      if (this.#chosen === tag) this.#chosen = before;
      this.#widget?.languageFailed();
      this.#host.report(/** @type {Failure} */ (error));
    }
  }

  /** Starts the program, unless it has been. */
  async start() {
    if (this.#phase !== "waiting" && this.#phase !== "away") return;
    this.#phase = "starting";
    this.#host.begin();
    try {
      const prepared = await this.#prepare();
      // The page gets its turn between compiling and drawing: each is long enough on a slow phone.
      await new Promise((resolve) => setTimeout(resolve));
      await this.#shell?.calm();
      // It may have been taken out meanwhile; it starts again when it is put back.
      if (this.#element.isConnected) await this.#show(...prepared);
    } catch (error) {
      this.#giveUp(/** @type {Failure} */ (error));
    } finally {
      if (this.#phase === "starting") this.#phase = "waiting";
    }
  }

  /**
   * Leaves the visitor with the form as it stands, and says so.
   * @param {Failure} cause
   */
  #giveUp(cause) {
    this.#widget = undefined;
    if (!this.#shell) this.#draw();
    // No other try helps.
    if (cause.code === "panic") {
      this.#phase = "stopped";
      this.#shell?.disable();
    }
    this.#shell?.fail();
    this.#host.fail(cause);
  }

  /**
   * Goes on without the program, which has stopped for good.
   * @param {HTMLElement} root
   * @param {Failure} cause
   */
  #stop(root, cause) {
    if (this.#live()) this.#shell = Shell.takeOver(root, this.#host.dispatch);
    this.#tellCopied("manual");
    this.#giveUp(cause);
  }

  /**
   * Draws the program's widget, fills it in, and hands over to it.
   * @param {Program} program
   * @param {string} own
   * @param {string} letter
   */
  async #show({ Widget, files, watchStop }, own, letter) {
    /** @type {typeof copy} */
    const copyAndTell = (text, html, field, done) =>
      copy(text, html, field, (as) => {
        done(as);
        if (field.name === "body") this.#tellCopied(as);
      });
    const { dispatch } = this.#host;
    const loadLanguage = (/** @type {string} */ language) => this.#choose(language);
    const host = { ...files, copy: copyAndTell, fit, dispatch, loadLanguage };
    const widget = new Widget(document.createElement("div"), host, own, letter);
    // Once the program has stopped it cannot be asked for it.
    const { root } = widget;
    this.#stopWatching = watchStop((cause) => this.#stop(root, cause));
    stage(root, this.#element);
    this.#widget = widget;
    const given = { ...attributes(this.#element), ...this.#host.fields() };
    for (const name of keys(given)) widget.set(name, given[name]);
    if (this.#pending.forgets) widget.reset();
    this.#pending.forgets = false;
    widget.show(this.#saved);
    this.fill();
    if (this.#widget === widget) this.#shell?.handOver(widget);
    // It is drawn in the microtask before the one that goes on here, and no key comes between.
    await undefined;
    await undefined;
    if (this.#widget !== widget) return;
    const shell = this.#shell;
    // WebKit lays out the content of a query container in a second pass. After the first the page
    // would be too short for where it is scrolled to, and would be scrolled away from here.
    if (shell) root.style.minBlockSize = `${shell.root.offsetHeight}px`;
    this.#shadow.insertBefore(root, this.#shadow.firstChild);
    this.#shell = this.#saved = undefined;
    this.#phase = "live";
    shell?.remove(root, widget);
    this.#keepOnly(root);
    if (root.offsetHeight) root.style.minBlockSize = "";
    this.#host.succeed(own);
  }

  /** Dresses for the document that the element is in now. */
  adopt() {
    const { ownerDocument } = this.#element;
    if (ownerDocument.defaultView) this.#host.dress(sheet(ownerDocument.defaultView));
  }

  /** Is back in the page. Whether there is nothing more to wait for. */
  enter() {
    if (this.#phase === "away") this.start();
    return this.#phase !== "waiting";
  }

  /** Is out of the page, perhaps for good, and frees what it held. */
  leave() {
    const live = this.#live();
    if (!live) return;
    this.#stopWatching?.();
    this.#saved = live.saved();
    live.destroy();
    this.#widget = undefined;
    this.#phase = "away";
  }
}
