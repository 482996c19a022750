// The custom element, the host of a widget: it loads the shell when it comes near the viewport, and
// passes on what the page asks for.
import { ATTRIBUTES, BY_TAG, NAME, ROLE } from "./attributes.js";
import { CustomEvent, drop, has, keys } from "./builtins.js";
import { failure } from "./failure.js";
import { available, isWhole, program, shell } from "./files.js";
import { fields, shorten, watchers } from "./fragment.js";
import { isUnclosed, whenParsed } from "./unclosed.js";

/**
 * @typedef {import("../../good-sport.js").GoodSportElement} Published
 * @typedef {import("../host.js").Failure} Failure
 *
 * What settles a promise.
 * @typedef {{ resolve: () => void, reject: (cause: Error) => void }} Settle
 */

// The build puts these in: the version, and the letter that is there when nothing can be loaded.
const VERSION = __VERSION__;
const LETTER = __LETTER__;

/** The longest that the program waits for a page that is never idle. */
const IDLE_MILLIS = 2_000;

// What is so before the styles have come. A browser without such sheets is too old for the rest.
/** @type {CSSStyleSheet | undefined} */
const block =
  /** @type {any} */ (globalThis).CSSStyleSheet?.prototype.replaceSync && new CSSStyleSheet();
block?.replaceSync(
  ":host { display: block } :host([hidden]) { display: none !important } pre { font: inherit; white-space: pre-wrap }",
);

/**
 * The language of the page around an element, also where it stands in shadow roots.
 * @param {any} element
 * @returns {string | undefined}
 */
function languageAround(element) {
  for (let it = element; it; it = it.parentNode ?? it.host) if (it.lang) return it.lang;
}

/**
 * Calls when the page has nothing better to do.
 * @param {(value?: any) => void} call
 */
function whenIdle(call) {
  // Safari has no way to ask.
  const isAsked = /** @type {any} */ (globalThis).requestIdleCallback;
  if (isAsked) requestIdleCallback(call, { timeout: IDLE_MILLIS });
  else setTimeout(call, 1);
}

let hasWarnedOfUnclosed = false;

/** What the page had to do when this script came goes before the program. */
const idle = new Promise(whenIdle);

/** @implements {Published} */
export class GoodSport extends HTMLElement {
  static version = VERSION;
  static observedAttributes = [...ATTRIBUTES, ROLE];

  /**
   * Keeps for an element the height that its tag has kept.
   * @param {GoodSport} element
   * @param {string} height
   */
  static reserve(element, height) {
    if (!block) return;
    // A new sheet each time: WebKit does not see that one which is in use has changed.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`:host { min-height: ${height} }`);
    element.#reserved = [sheet];
    element.#dress();
  }

  #shadow = this.attachShadow({ mode: "open" });
  /** @type {CSSStyleSheet[]} */
  #reserved = [];
  /**
   * What settles the promise of the widget, until it is settled.
   * @type {Settle | undefined}
   */
  #settle;
  #ready = this.#promise();
  /** @type {IntersectionObserver[]} */
  #observers = [];
  /**
   * The widget, from when it has come near.
   * @type {import("../shell/session.js").Session | undefined}
   */
  #session;
  /**
   * The failure that the page was told of, until the widget works.
   * @type {Failure | undefined}
   */
  #failure;
  /** Hears of another link to this page. */
  #refill = () => this.#isPrefilled() && this.#prefill();
  /**
   * What the page asked for before that; the session's from then on.
   * @type {import("../host.js").Pending}
   */
  #pending = { details: {}, forgets: false };

  constructor() {
    super();
    this.#dress();
    // What the page's children say is there until the widget is.
    this.#shadow.appendChild(document.createElement("slot"));
    if (has(this, "details")) {
      const { details } = this;
      // @ts-expect-error: what hides the accessor is a property that the page set before.
      delete this.details;
      this.details = details;
    }
  }

  /** Makes the promise of the widget: one more for each try after a failure. */
  #promise() {
    /** @type {Promise<void>} */
    const promise = new Promise((resolve, reject) => {
      this.#settle = { resolve, reject };
    });
    // A page that does not ask shall not hear of it as an unhandled rejection.
    promise.catch(() => {});
    return promise;
  }

  /** Promises the widget anew, where the last promise is settled. */
  #begin() {
    if (!this.#settle) this.#ready = this.#promise();
  }

  /** @returns {Promise<void>} */
  get ready() {
    return this.#ready;
  }

  /** @returns {Partial<import("../../good-sport.js").GoodSportDetails>} */
  get details() {
    return this.#session?.details() ?? { ...this.#pending.details };
  }

  set details(details) {
    if (this.#session) this.#session.fill(details);
    else this.#pending.details = { ...this.#pending.details, ...details };
  }

  get letter() {
    return this.#session?.letter() ?? null;
  }

  get findings() {
    return this.#session?.findings() ?? [];
  }

  async copy() {
    // A click's permission ends with it, so there is no waiting before a letter that is there.
    if (!this.#session?.hasLetter()) {
      this.#start();
      // Where the program cannot come, the letter in its place is copied.
      await this.ready.catch((error) => {
        if (!this.#session?.hasLetter()) throw error;
      });
    }
    // It is there: else the promise was broken.
    return /** @type {import("../shell/session.js").Session} */ (this.#session).copy();
  }

  reset() {
    this.#pending = { details: {}, forgets: true };
    this.#session?.reset();
  }

  /**
   * A role that the page takes away is gone from where it is kept, too.
   * @param {string} name
   */
  removeAttribute(name) {
    super.removeAttribute(name === "role" ? ROLE : name);
  }

  connectedCallback() {
    if (!this.hasAttribute(BY_TAG)) this.#replaceTags();
    if (!watchers.includes(this.#refill)) watchers.push(this.#refill);
    if (this.#observers.length || this.#session?.enter()) return;
    if (document.prerendering) {
      const again = () => this.isConnected && this.connectedCallback();
      document.addEventListener("prerenderingchange", again, { once: true });
      return;
    }
    if (this.#isPrefilled()) this.#prefill();
    // Who saves data gets the program with the first touch.
    const saves = navigator.connection?.saveData;
    if (this.getAttribute("loading") === "eager") {
      this.#draw();
      if (!saves) this.#start();
      return;
    }
    // Seen before near: the program is on its way while the page draws the shell.
    if (!saves) {
      this.#watch("0px", async () => {
        await idle;
        this.#load();
        whenIdle(() => this.#start());
      });
    }
    this.#watch("100%", () => this.#draw());
  }

  /**
   * Takes away the widgets that tags have placed, and nobody has touched: the page places its own.
   */
  #replaceTags() {
    for (const other of document.querySelectorAll(`${NAME}[${BY_TAG}]`)) {
      if (!(/** @type {GoodSport} */ (other).isTouched)) other.remove();
    }
  }

  /** Whether somebody has used the widget. */
  get isTouched() {
    return Boolean(this.#session?.isTouched);
  }

  #isPrefilled() {
    return this.getAttribute("prefill") === "fragment";
  }

  /** Has the page's own address fill in the form, and the page scrolled to it. */
  async #prefill() {
    if (keys(fields()).length === 0) return;
    shorten();
    // So that the address names an element, as others that look for it expect.
    // @ts-expect-error: this is no declaration of a property.
    if (!this.id && !document.getElementById(NAME)) this.id = NAME;
    this.#session?.prefill();
    await this.#draw();
    this.scrollIntoView();
  }

  /** Loads what the session will wait for; that tells how it ends. */
  #load() {
    for (const file of program(this.#languages(), this.#shadow)) file.catch(() => {});
  }

  /**
   * Calls once when the element comes so near to what is seen.
   * @param {string} rootMargin
   * @param {() => void} call
   */
  #watch(rootMargin, call) {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting } of entries) {
          if (!isIntersecting) continue;
          observer.disconnect();
          call();
          return;
        }
      },
      { rootMargin },
    );
    observer.observe(this);
    this.#observers.push(observer);
  }

  #stopWatching() {
    for (const observer of this.#observers) observer.disconnect();
    this.#observers = [];
  }

  adoptedCallback() {
    this.#session?.adopt();
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopWatching();
      drop(watchers, this.#refill);
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

  /**
   * The tags of the widget's own language and of the letter's, where the visitor chose none.
   * @param {string} [chosen]
   * @returns {[own: string, letter: string]}
   */
  #languages(chosen) {
    const own = available([languageAround(this), ...navigator.languages]);
    return [own, available([chosen, this.getAttribute("letter-lang"), own])];
  }

  /** Whether what follows the widget in the page has become its content, and so has to stay. */
  async #isUnclosed() {
    if (!this.firstElementChild) return false;
    await whenParsed();
    if (!isUnclosed(this)) return false;
    if (!hasWarnedOfUnclosed) {
      hasWarnedOfUnclosed = true;
      console.warn("good-sport: <good-sport … /> is not closed; write </good-sport> behind it");
    }
    return true;
  }

  /** Has the shell drawn, or whatever is there already. */
  async #draw() {
    try {
      if (!block) throw failure("browser", "the browser is too old");
      const isUnclosed = await this.#isUnclosed();
      const { Session } = await shell(this.#languages()[0], this.#shadow);
      if (this.isConnected) {
        this.#session ??= new Session(this, this.#shadow, this.#host(isUnclosed), this.#pending);
      }
    } catch (error) {
      this.#fail(/** @type {Failure} */ (error));
      if (!this.#session && !this.childElementCount && !this.textContent.trim()) this.#giveLetter();
    }
  }

  /**
   * What this does for its session.
   * @param {boolean} isUnclosed
   * @returns {import("../host.js").Host}
   */
  #host(isUnclosed) {
    return {
      isWhole,
      isUnclosed,
      languages: (chosen) => this.#languages(chosen),
      fields: () => (this.#isPrefilled() ? fields() : {}),
      load: (tags) => program(tags, this.#shadow),
      dress: (sheet) => this.#dress(sheet),
      dispatch: (name, detail) => this.#dispatch(name, detail),
      begin: () => this.#begin(),
      succeed: (lang) => this.#succeed(lang),
      fail: (cause) => this.#fail(cause),
      report: (cause) => this.#report(cause),
    };
  }

  /** Has the program started, which is loaded meanwhile. */
  async #start() {
    // The session promises anew when it starts anew.
    if (!this.#session) this.#begin();
    this.#load();
    await this.#draw();
    this.#session?.start();
  }

  #giveLetter() {
    const letter = document.createElement("pre");
    letter.lang = "en";
    letter.textContent = LETTER;
    letter.onpointerdown = () => this.#start();
    // In place of the slot, or of the letter before; what else is there is loading the other files.
    this.#shadow.replaceChild(letter, /** @type {ChildNode} */ (this.#shadow.firstChild));
  }

  /** @param {CSSStyleSheet[]} sheets */
  #dress(...sheets) {
    // No document takes a sheet that another has made.
    if (!block) return;
    const own = this.ownerDocument === document ? [block, ...this.#reserved] : [];
    this.#shadow.adoptedStyleSheets = [...own, ...sheets];
  }

  /** @param {string} lang */
  #succeed(lang) {
    this.#failure = undefined;
    this.#settle?.resolve();
    this.#settle = undefined;
    this.#dispatch("good-sport-ready", { version: VERSION, lang });
  }

  /** @param {Failure} cause */
  #fail(cause) {
    // What worked may stop.
    this.#begin();
    const { code = "load", message } = cause;
    this.#settle?.reject(failure(code, message, cause));
    this.#settle = undefined;
    this.#report(cause);
  }

  /**
   * Tells the page's developer and the page what went wrong.
   * @param {Failure} cause
   */
  #report(cause) {
    const { code = "load", message } = cause;
    // The next try may fail as well; once is enough to say it.
    if (this.#failure) return;
    this.#failure = cause;
    console.warn("good-sport:", message);
    this.#dispatch("good-sport-error", { code, message });
  }

  /**
   * @param {string} name
   * @param {object} detail
   */
  #dispatch(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}
