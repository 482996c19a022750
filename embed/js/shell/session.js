// The session of a widget: a state machine from the prerendered shell to the running program.
import { tag } from "good-sport-shell";
import { attributes, ROLE } from "../loader/attributes.js";
import { keys } from "../loader/builtins.js";
import { copy } from "./clipboard.js";
import { isolate } from "./isolation.js";
import { Languages } from "./languages.js";
import { draw, stage } from "./markup.js";
import { keepOnly, sheet, watchScheme } from "./shadow.js";
import { Shell } from "./shell.js";
import { fit } from "./text-areas.js";

/**
 * @typedef {import("../loader/element.js").GoodSport} GoodSport
 * @typedef {import("../host.js").Host} Host
 * @typedef {import("../host.js").Pending} Pending
 * @typedef {import("../host.js").Failure} Failure
 * @typedef {import("good-sport-glue").Widget} Widget
 * @typedef {import("good-sport-glue").CopiedAs} CopiedAs
 * @typedef {import("./languages.js").Program} Program
 */

/** What tells that somebody is about to use the widget, or has come back to it. */
const TOUCHES = ["pointerdown", "focusin"];

/** How many seeds there are. */
const SEEDS = 2 ** 32;

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
  #readiness;
  #pending;
  #languages;
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
  /** Whether there are words of the visitor that would be lost with the widget. */
  #hasWords = false;
  /** What picks among the variants of the letter on this visit, where the page does not. */
  #seed = Math.floor(Math.random() * SEEDS);
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
    this.#readiness = host.readiness;
    this.#pending = pending;
    this.#languages = new Languages(host, () => this.#widget);
    isolate(shadow, () => this.#hasWords);
    shadow.addEventListener("input", () => {
      this.#hasWords = true;
    });
    watchScheme(shadow);
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

  /** What the page says of the widget: by attributes, and by its address. */
  #attributes() {
    return { ...attributes(this.#element), ...this.#host.fields() };
  }

  /**
   * What the page fills in.
   * @returns {Record<string, string | undefined>}
   */
  #given() {
    /** @type {Record<string, string | undefined>} */
    const given = { ...this.#attributes(), ...this.#pending.details };
    const seed = given.seed ?? "";
    const isSeed = /^\d+$/.test(seed) && Number(seed) < SEEDS;
    return { ...given, seed: isSeed ? seed : String(this.#seed) };
  }

  #draw() {
    const element = this.#element;
    // What the page has put inside is there until the widget is.
    const isFilled = element.childElementCount || element.textContent.trim();
    if (isFilled && !this.#host.isUnclosed) return;
    const given = this.#given();
    const isOwnLanguage = this.#languages.tags()[1] === tag;
    this.#shell = new Shell(draw(element, given), this.#readiness.dispatch, isOwnLanguage);
    this.#shell.fill(given);
    keepOnly(this.#shadow, this.#shell.root, this.#host.isUnclosed);
  }

  /** Whether there is a letter that can be copied at once. */
  hasLetter() {
    return this.live || this.#shell?.hasLetter();
  }

  /** The widget while it works. */
  get live() {
    return this.#phase === "live" ? this.#widget : undefined;
  }

  /** Fills in the form; the shell, unless it is what a program has drawn. */
  fill() {
    const { details } = this.#pending;
    if (this.#widget) {
      this.#pending.details = {};
      this.#widget.fill(details);
    } else if (this.#phase !== "stopped") {
      this.#shell?.fill(this.#given());
    }
  }

  /**
   * Copies the letter, and says how.
   * @returns {Promise<CopiedAs>}
   */
  copy() {
    return new Promise((resolve) => {
      const live = this.live;
      if (live) this.#hearing.push(resolve);
      if (live) live.copyLetter();
      else this.#shell?.copy("copy", resolve);
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
    this.#saved = undefined;
    this.#languages.chosen = undefined;
    this.#hasWords = false;
    this.#pending.forgets = !this.#widget;
    if (this.#widget) {
      this.#widget.reset();
      this.#languages.follow();
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
    if (name === "letter-lang") this.#languages.chosen = undefined;
    if (!this.#widget) {
      this.fill();
      return;
    }
    this.#widget.set(name === ROLE ? "role" : name, value ?? undefined);
    if (name.endsWith("lang")) this.#languages.follow();
  }

  /** Fills in what the page's address says now. */
  prefill() {
    const found = this.#host.fields();
    for (const name of keys(found)) this.set(name, found[name]);
  }

  /** Starts the program, unless it has been. */
  async start() {
    if (this.#phase !== "waiting" && this.#phase !== "away") return;
    this.#phase = "starting";
    this.#readiness.begin();
    try {
      const prepared = await this.#languages.load();
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
    this.#readiness.fail(cause);
  }

  /**
   * Goes on without the program, which has stopped for good.
   * @param {HTMLElement} root
   * @param {Failure} cause
   */
  #stop(root, cause) {
    if (this.live) {
      this.#shell = new Shell(root, this.#readiness.dispatch);
      this.#shell.takeOver();
    }
    this.#tellCopied("manual");
    this.#giveUp(cause);
  }

  /**
   * What the scripts do for the program's widget.
   * @param {Program["files"]} files
   * @returns {import("good-sport-glue").Host}
   */
  #programHost(files) {
    return {
      ...files,
      fit,
      dispatch: this.#readiness.dispatch,
      loadLanguage: (language) => this.#languages.choose(language),
      copy: (text, html, field, done) => {
        copy(text, html, field, (as) => {
          done(as);
          if (field.name === "body") this.#tellCopied(as);
        });
      },
    };
  }

  /**
   * Draws the program's widget, fills it in, and hands over to it.
   * @param {Program} program
   * @param {string} own
   * @param {string} letter
   */
  async #show({ Widget, files, watchStop }, own, letter) {
    const drawn = document.createElement("div");
    const widget = new Widget(drawn, this.#programHost(files), own, letter, this.#seed);
    // Once the program has stopped it cannot be asked for it.
    const { root } = widget;
    this.#stopWatching = watchStop((cause) => this.#stop(root, cause));
    stage(root, this.#element);
    this.#widget = widget;
    const given = this.#attributes();
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
    keepOnly(this.#shadow, root, this.#host.isUnclosed);
    if (root.offsetHeight) root.style.minBlockSize = "";
    this.#readiness.succeed(own);
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
    const live = this.live;
    if (!live) return;
    this.#stopWatching?.();
    this.#saved = live.saved();
    live.destroy();
    this.#widget = undefined;
    this.#phase = "away";
  }
}
