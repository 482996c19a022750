// The session of a widget: a state machine from the prerendered shell to the running program.
import { tag } from "good-sport-shell";
import { attributes, ROLE } from "../loader/attributes.js";
import { keys } from "../loader/builtins.js";
import { stage, watchScheme } from "./color-scheme.js";
import { programHost } from "./host.js";
import { isolate } from "./isolation.js";
import { Languages } from "./languages.js";
import { draw } from "./markup.js";
import { randomSeed, withSeed } from "./seed.js";
import { keepOnly, sheet, watchTouches } from "./shadow.js";
import { Shell } from "./shell.js";

/**
 * @typedef {import("../loader/element.js").GoodSport} GoodSport
 * @typedef {import("../context.js").Context} Context
 * @typedef {import("../context.js").Pending} Pending
 * @typedef {import("../context.js").Failure} Failure
 * @typedef {import("good-sport-glue").Widget} Widget
 * @typedef {import("good-sport-glue").CopiedAs} CopiedAs
 * @typedef {import("./languages.js").Program} Program
 */

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
  #context;
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
   * The content of the widget when it was taken out of the page.
   * @type {string | undefined}
   */
  #saved;
  /** Whether there are words of the visitor that would be lost with the widget. */
  #hasWords = false;
  #seed = randomSeed();
  /**
   * Callbacks for how the next copy of the letter went.
   * @type {((as: CopiedAs) => void)[]}
   */
  #copied = [];

  /**
   * @param {GoodSport} element
   * @param {ShadowRoot} shadow
   * @param {Context} context
   * @param {Pending} pending
   */
  constructor(element, shadow, context, pending) {
    this.#element = element;
    this.#shadow = shadow;
    this.#context = context;
    this.#readiness = context.readiness;
    this.#pending = pending;
    this.#languages = new Languages(context, () => this.#widget);
    isolate(shadow, () => this.#hasWords);
    shadow.addEventListener("input", () => {
      this.#hasWords = true;
    });
    watchScheme(shadow);
    watchTouches(shadow, () => {
      this.isTouched = true;
      this.start();
    });
    this.adopt();
    // Where the program is here already, it is not worth drawing twice.
    if (context.isWhole) this.start();
    else this.#draw();
  }

  /** The attributes of the widget, also those that the fragment of the page's address gives. */
  #attributes() {
    return { ...attributes(this.#element), ...this.#context.fields() };
  }

  /** The values for the shell's form and letter. */
  #given() {
    return withSeed({ ...this.#attributes(), ...this.#pending.details }, this.#seed);
  }

  #draw() {
    const element = this.#element;
    // What the page has put inside is there until the widget is.
    const isFilled = element.childElementCount || element.textContent.trim();
    if (isFilled && !this.#context.isUnclosed) return;
    const given = this.#given();
    const isOwnLanguage = this.#languages.tags()[1] === tag;
    this.#shell = new Shell(draw(element, given), this.#readiness.dispatch, isOwnLanguage);
    this.#shell.fill(given);
    keepOnly(this.#shadow, this.#shell.root, this.#context.isUnclosed);
    this.#tellFrame();
  }

  /**
   * Tells the script that fits a frame to its page, as the preview of WordPress's editor has one: it
   * sees no change in a shadow root, but one of an attribute. Elsewhere React would miss the attribute
   * in what its server has drawn. https://github.com/gradio-app/gradio/pull/1599
   */
  #tellFrame() {
    if (parent !== self) this.#element.setAttribute("data-drawn", "");
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
      if (live) this.#copied.push(resolve);
      if (live) live.copyLetter();
      else this.#shell?.copy("copy", resolve);
    });
  }

  /** @param {CopiedAs} as */
  #settleCopies(as) {
    const copied = this.#copied;
    this.#copied = [];
    for (const call of copied) call(as);
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
    const found = this.#context.fields();
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
    this.#settleCopies("manual");
    this.#giveUp(cause);
  }

  /**
   * Draws the program's widget, fills it in, and hands over to it.
   * @param {Program} program
   * @param {string} own
   * @param {string} letter
   */
  async #show(program, own, letter) {
    const { Widget, watchStop } = program;
    const host = programHost(
      program,
      this.#context.file,
      this.#readiness.dispatch,
      (tag) => this.#languages.choose(tag),
      (as) => this.#settleCopies(as),
    );
    const place = document.createElement("div");
    const widget = new Widget(place, host, own, letter, this.#seed);
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
    keepOnly(this.#shadow, root, this.#context.isUnclosed);
    if (root.offsetHeight) root.style.minBlockSize = "";
    this.#tellFrame();
    this.#readiness.succeed(own);
  }

  /** Adopts the style sheet of the document that the element is in now. */
  adopt() {
    const { ownerDocument } = this.#element;
    if (ownerDocument.defaultView) this.#context.adopt(sheet(ownerDocument.defaultView));
  }

  /** Is back in the page. Whether there is nothing more to wait for. */
  enter() {
    if (this.#phase === "away") this.start();
    // Where it is now may be lighter or darker.
    const root = this.#shadow.querySelector(".stage");
    if (root) stage(root, this.#element);
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
