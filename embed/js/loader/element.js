// The custom element: its interface for the page, and the moments at which each step of loading begins.
import { ATTRIBUTES, NAME, ROLE } from "./attributes.js";
import { drop, has, keys } from "./builtins.js";
import { failure } from "./failure.js";
import { fallbackLetter } from "./fallback-letter.js";
import { isWhole, load, program, shell } from "./files.js";
import { fields, shorten, watchers } from "./fragment.js";
import { languages } from "./languages.js";
import { whenIdle, whenNear } from "./moments.js";
import { Readiness } from "./readiness.js";
import { replaceTags } from "./replacement.js";
import { block, reserve } from "./sheets.js";
import { holdsRest } from "./unclosed.js";

/**
 * @typedef {import("../../good-sport.js").GoodSportElement} Published
 * @typedef {import("../context.js").Failure} Failure
 */

/** @implements {Published} */
export class GoodSport extends HTMLElement {
  static version = __VERSION__;
  static observedAttributes = [...ATTRIBUTES, ROLE];

  /**
   * Keeps for an element the height that its tag has kept.
   * @param {GoodSport} element
   * @param {string} height
   */
  static reserve(element, height) {
    if (!block) return;
    element.#own = [block, reserve(height)];
    element.#adoptSheets();
  }

  #shadow = this.attachShadow({ mode: "open" });
  /**
   * The style sheets of the element itself.
   * @type {any[]}
   */
  #own = [block];
  #readiness = new Readiness(this);
  /** @type {IntersectionObserver[]} */
  #observers = [];
  /**
   * The widget, from when it has come near.
   * @type {import("../shell/session.js").Session | undefined}
   */
  #session;
  /** Follows the fragment of the page's address, also when another link to this page is followed. */
  #follow = () => {
    if (location.hash === "#good-sport-diagnostics") this.#diagnose();
    if (this.#isPrefilled()) this.#prefill();
  };
  /**
   * Requests of the page that the session has not yet done.
   * @type {import("../context.js").Pending}
   */
  #pending = { details: {}, forgets: false };
  /** @type {import("../context.js").Context} */
  #context = {
    isWhole,
    isUnclosed: false,
    readiness: this.#readiness,
    languages: (chosen) => languages(this, chosen),
    fields: () => (this.#isPrefilled() ? fields() : {}),
    load: (tags) => program(tags, this.#shadow),
    file: (kind, hash) => load(kind, hash, this.#shadow),
    adopt: (sheet) => this.#adoptSheets(sheet),
  };

  constructor() {
    super();
    this.#adoptSheets();
    // What the page's children say is there until the widget is.
    this.#shadow.appendChild(document.createElement("slot"));
    if (has(this, "details")) {
      const { details } = this;
      // @ts-expect-error: what hides the accessor is a property that the page set before.
      delete this.details;
      this.details = details;
    }
  }

  /** @returns {Promise<void>} */
  get ready() {
    return /** @type {Promise<void>} */ (this.#readiness.promise);
  }

  /** @returns {Partial<import("../../good-sport.js").GoodSportDetails>} */
  get details() {
    return this.#session?.live?.details() ?? { ...this.#pending.details };
  }

  set details(details) {
    this.#pending.details = { ...this.#pending.details, ...details };
    this.#session?.fill();
  }

  get letter() {
    return this.#session?.live?.letter() ?? null;
  }

  get findings() {
    return this.#session?.live?.findings() ?? [];
  }

  async copy() {
    // A click's permission ends with it, so there is no waiting before a letter that is there.
    if (!this.#session?.hasLetter()) {
      this.#startProgram();
      // Where the program cannot come, the letter in its place is copied.
      await this.ready.catch((error) => {
        if (!this.#session?.hasLetter()) throw error;
      });
    }
    // It is there: else the promise was broken.
    return /** @type {import("../shell/session.js").Session} */ (this.#session).copy();
  }

  reset() {
    this.#pending.details = {};
    this.#pending.forgets = true;
    this.#session?.reset();
  }

  /** Whether somebody has used the widget. */
  get isTouched() {
    return this.#session?.isTouched;
  }

  /**
   * A role that the page takes away is gone from where it is kept, too.
   * @param {string} name
   */
  removeAttribute(name) {
    super.removeAttribute(name === "role" ? ROLE : name);
  }

  connectedCallback() {
    replaceTags(this);
    if (!watchers.includes(this.#follow)) watchers.push(this.#follow);
    if (this.#session?.enter() || this.#observers.length) return;
    if (document.prerendering) {
      document.addEventListener("prerenderingchange", () => {
        if (this.isConnected) this.connectedCallback();
      });
      return;
    }
    this.#follow();
    // Who saves data gets the program with the first touch.
    const saves = navigator.connection?.saveData;
    if (this.getAttribute("loading") === "eager") {
      this.#showShell();
      if (!saves) this.#startProgram();
      return;
    }
    // Seen before near: the program is on its way while the page draws the shell.
    if (!saves) {
      // The work that the page has now goes before the program.
      const idle = new Promise(whenIdle);
      const seen = whenNear(this, "0px", async () => {
        await idle;
        this.#loadProgram();
        whenIdle(() => this.#startProgram());
      });
      this.#observers.push(seen);
    }
    this.#observers.push(whenNear(this, "100%", () => this.#showShell()));
    // A frame without a height, in which nothing is ever near, may wait for what it is to be as high as.
    if (!innerHeight) this.#showShell();
  }

  adoptedCallback() {
    this.#session?.adopt();
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopWatching();
      drop(watchers, this.#follow);
      this.#session?.leave();
    });
  }

  /**
   * @param {string} name
   * @param {string | null} _
   * @param {string | null} value
   */
  attributeChangedCallback(name, _, value) {
    if (name === "role") {
      if (value === null) return;
      this.setAttribute(ROLE, value);
      super.removeAttribute(name);
      return;
    }
    this.#session?.set(name, value);
    if (name === "loading" && this.#observers.length) {
      this.#stopWatching();
      this.connectedCallback();
    }
    if (name === "prefill" && this.isConnected && this.#isPrefilled()) this.#prefill();
  }

  #isPrefilled() {
    return this.getAttribute("prefill") === "fragment";
  }

  /** Reports in place what the widget has found on the page, for whoever put it there. */
  #diagnose() {
    load("diagnostics", __DIAGNOSTICS__, this.#shadow).then(
      ({ report }) => report(this.#shadow, this.#context),
      (error) => this.#shadow.appendChild(document.createTextNode(error)),
    );
  }

  /** Has the page's own address fill in the form, and the page scrolled to it. */
  async #prefill() {
    if (keys(fields()).length === 0) return;
    shorten();
    // So that the address names an element, as others that look for it expect.
    // @ts-expect-error: this is no declaration of a property.
    if (!this.id && !document.getElementById(NAME)) this.id = NAME;
    this.#session?.prefill();
    await this.#showShell();
    this.scrollIntoView();
  }

  #stopWatching() {
    for (const observer of this.#observers) observer.disconnect();
    this.#observers = [];
  }

  /** Loads the shell and begins the session, which draws it. */
  async #showShell() {
    try {
      if (!block) throw failure("browser", "the browser is too old");
      this.#context.isUnclosed = await holdsRest(this);
      const { Session } = await shell(languages(this)[0], this.#shadow);
      if (!this.isConnected) return;
      this.#session ??= new Session(this, this.#shadow, this.#context, this.#pending);
    } catch (error) {
      this.#readiness.fail(/** @type {Failure} */ (error));
      if (!this.#session && !this.childElementCount && !this.textContent.trim()) this.#giveLetter();
    }
  }

  /** Loads the program and the words; the session waits for them, and reports how that ends. */
  #loadProgram() {
    for (const file of program(languages(this), this.#shadow)) file.catch(() => {});
  }

  /** Has the session start the program, which is loaded beside the shell. */
  async #startProgram() {
    // The session promises anew when it starts anew.
    if (!this.#session) this.#readiness.begin();
    this.#loadProgram();
    await this.#showShell();
    this.#session?.start();
  }

  #giveLetter() {
    const letter = fallbackLetter(() => this.#startProgram());
    // In place of the slot, or of the letter before; what else is there is loading the other files.
    this.#shadow.replaceChild(letter, /** @type {ChildNode} */ (this.#shadow.firstChild));
  }

  /** @param {CSSStyleSheet[]} sheets */
  #adoptSheets(...sheets) {
    // No document takes a sheet that another has made.
    const own = this.ownerDocument === document ? this.#own : [];
    if (block) this.#shadow.adoptedStyleSheets = [...own, ...sheets];
  }
}
