// The element: when it draws the picture, when it starts the program, and what the page may ask of it.
import { NAME, attributes, prefilled, ROLE, ATTRIBUTES } from "./attributes.js";
import { available, picture, prepare } from "./files.js";

// The build puts these in: the version, and the letter that is there when nothing can be loaded.
const VERSION = __VERSION__;
const LETTER = __LETTER__;

/** Events that would tell the page what is typed, or set off its shortcuts. */
const PRIVATE = [
  "keydown", "keypress", "keyup", "beforeinput", "input", "textInput", "compositionstart",
  "compositionupdate", "compositionend", "copy", "cut", "paste",
];
/** What tells that somebody is about to use the widget, or has come back to it. */
const TOUCHES = ["pointerdown", "focusin"];
/** The longest that the program waits for a page that is never idle. */
const IDLE_MILLIS = 2_000;

// What is so before the styles have come. A browser without such sheets is too old for the rest.
const block = globalThis.CSSStyleSheet?.prototype.replaceSync && new CSSStyleSheet();
block?.replaceSync(
  ":host { display: block } :host([hidden]) { display: none !important } pre { font: inherit; white-space: pre-wrap }",
);

/** The language of the page around an element, also where it stands in shadow roots. */
function languageAround(element) {
  const holder = element.closest("[lang]");
  if (holder) return holder.lang;
  const root = element.getRootNode();
  return root.host ? languageAround(root.host) : undefined;
}

/** Calls when the page has nothing better to do. */
function whenIdle(call) {
  // Safari has no way to ask.
  if (globalThis.requestIdleCallback) requestIdleCallback(call, { timeout: IDLE_MILLIS });
  else setTimeout(call, 1);
}

export class GoodSport extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, ROLE];

  /** Keeps for an element the height that its tag has kept. */
  static reserve(element, height) {
    element.#reserved.replaceSync(`:host { min-height: ${height} }`);
  }

  #shadow = this.attachShadow({ mode: "open" });
  #reserved;
  #ready;
  #observers = [];
  /** The picture, from when it is drawn until the program has taken over. */
  #shell;
  #widget;
  #starting = false;
  /** What the widget held when it was taken out of the page. */
  #saved;
  /** Whether the page asked to forget what is kept before there was a widget to do it. */
  #forgets = false;
  /** The language that the visitor chose for the letter. */
  #chosen;
  #hasFailed = false;
  /** What the page wanted filled in before the program was there. */
  #details = {};

  constructor() {
    super();
    this.#reserved = block && new CSSStyleSheet();
    this.#dress();
    // What the page's children say is there until the widget is.
    this.#shadow.append(document.createElement("slot"));
    for (const type of PRIVATE) {
      this.#shadow.addEventListener(type, (event) => {
        // A dialog around the widget still needs its own two keys.
        if (event.isComposing || (event.key !== "Tab" && event.key !== "Escape")) {
          event.stopPropagation();
        }
      });
    }
    for (const type of TOUCHES) this.#shadow.addEventListener(type, () => this.#start());
    this.#promise();
    if (Object.hasOwn(this, "details")) {
      const { details } = this;
      delete this.details;
      this.details = details;
    }
  }

  /** Makes a promise of the widget; after a failure, another one for the next try. */
  #promise() {
    this.#ready = {};
    this.#ready.promise = new Promise((resolve, reject) => {
      Object.assign(this.#ready, { resolve, reject });
    });
    // A page that does not ask shall not hear of it as an unhandled rejection.
    this.#ready.promise.catch(() => {});
  }

  get ready() {
    return this.#ready.promise;
  }

  get details() {
    return this.#widget ? this.#widget.details() : { ...this.#details };
  }

  set details(details) {
    if (this.#widget) this.#widget.fill(details);
    else Object.assign(this.#details, details);
  }

  get letter() {
    return this.#widget?.letter() ?? null;
  }

  async copy() {
    // A click's permission ends with it, so there is no waiting before a widget that is there.
    if (!this.#widget) {
      this.#start();
      await this.ready;
    }
    return new Promise((resolve) => {
      const heard = ({ detail }) => {
        if (detail.what !== "letter") return;
        this.removeEventListener("good-sport-copy", heard);
        resolve(detail.as);
      };
      this.addEventListener("good-sport-copy", heard);
      this.#widget.copy();
    });
  }

  reset() {
    this.#details = {};
    this.#saved = undefined;
    if (this.#widget) {
      this.#widget.reset();
    } else {
      this.#forgets = true;
      this.#shell?.root.remove();
      this.#shell = undefined;
      if (this.isConnected) this.#draw().catch(() => {});
    }
  }

  /** A role that the page takes away is gone from where it is kept, too. */
  removeAttribute(name) {
    super.removeAttribute(name === "role" ? ROLE : name);
  }

  connectedCallback() {
    if (this.#widget || this.#observers.length) return;
    if (document.prerendering) {
      const again = () => this.isConnected && this.connectedCallback();
      document.addEventListener("prerenderingchange", again, { once: true });
      return;
    }
    const isEager = this.getAttribute("loading") === "eager";
    // Who saves data gets the program with the first touch.
    const loads = navigator.connection?.saveData ? () => {} : () => this.#start();
    if (isEager) {
      this.#tryToDraw();
      loads();
    } else {
      this.#watch("100%", () => this.#tryToDraw());
      this.#watch("0px", () => whenIdle(loads));
    }
  }

  /** Calls once when the element comes so near to what is seen. */
  #watch(rootMargin, call) {
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some((it) => it.isIntersecting)) return;
        observer.disconnect();
        call();
      },
      { rootMargin },
    );
    observer.observe(this);
    this.#observers.push(observer);
  }

  #stopWatching() {
    for (const observer of this.#observers.splice(0)) observer.disconnect();
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopWatching();
      this.#saved = this.#widget?.saved() ?? this.#saved;
      this.#widget?.destroy();
      this.#widget = undefined;
    });
  }

  attributeChangedCallback(name, _, value) {
    if (name === "role") {
      if (value === null) return;
      this.setAttribute(ROLE, value);
      super.removeAttribute(name);
      return;
    }
    if (this.#widget) {
      this.#widget.set(name === ROLE ? "role" : name, value ?? undefined);
      if (name === "prefill") this.#prefill();
      if (name === "letter-lang") this.#chosen = undefined;
      if (name.endsWith("lang")) this.#speak();
    }
    if (name === "loading" && this.#observers.length) {
      this.#stopWatching();
      this.connectedCallback();
    }
  }

  #prefill() {
    for (const [name, value] of prefilled(this)) this.#widget.set(name, value);
  }

  /** The tags of the widget's own language and of the letter's. */
  #languages() {
    const own = available([languageAround(this), ...navigator.languages]);
    return [own, available([this.#chosen, this.getAttribute("letter-lang"), own])];
  }

  /** Loads words until they are those that are wanted, since that may change on the way. */
  async #prepare() {
    for (;;) {
      const tags = this.#languages();
      const program = await prepare(tags);
      if (String(tags) === String(this.#languages())) return [program, ...tags];
    }
  }

  async #speak() {
    try {
      const [, own, letter] = await this.#prepare();
      this.#widget?.speak(own);
      this.#widget?.write_in(letter);
    } catch (error) {
      this.#fail(error);
    }
  }

  #tryToDraw() {
    this.#draw().catch((error) => this.#fail(error));
  }

  /** Draws the picture, unless there is more already. */
  async #draw() {
    const shell = await picture(this.#languages()[0]);
    if (!this.#widget && !this.#shell && !this.#hasOwn() && this.isConnected) {
      const given = Object.fromEntries([...attributes(this), ...prefilled(this)]);
      const tell = (name, detail) => this.#tell(name, detail);
      this.#shell = new shell.Shell(this, { ...given, ...this.#details }, tell);
      this.#dress(shell.sheet());
      this.#shadow.replaceChildren(this.#shell.root);
    }
    return shell;
  }

  /** Whether the page has put something of its own inside, to be there until the widget is. */
  #hasOwn() {
    return this.childElementCount > 0 || this.textContent.trim() !== "";
  }

  #dress(...sheets) {
    if (block) this.#shadow.adoptedStyleSheets = [block, this.#reserved, ...sheets];
  }

  async #start() {
    if (this.#widget || this.#starting || !this.isConnected) return;
    this.#starting = true;
    if (this.#hasFailed) this.#promise();
    try {
      const preparing = this.#prepare();
      // Waited for below: without the picture it does not matter how this ends.
      preparing.catch(() => {});
      const shell = await this.#draw();
      const prepared = await preparing;
      await this.#shell?.calm();
      // It may have been taken out meanwhile; it starts again when it is put back.
      if (this.isConnected) await this.#show(shell, ...prepared);
    } catch (error) {
      this.#widget = undefined;
      this.#fail(error);
    } finally {
      this.#starting = false;
    }
  }

  async #show({ copy, sheet, stage }, { Widget }, own, letter) {
    const root = stage(this);
    const fetchLanguage = (tag) => {
      this.#chosen = tag;
      this.#speak();
    };
    const widget = new Widget(this, root, { copy, fetchLanguage }, own, letter);
    for (const [name, value] of attributes(this)) widget.set(name, value);
    this.#widget = widget;
    this.#prefill();
    if (this.#forgets) widget.reset();
    widget.show(this.#saved);
    widget.fill(this.#details);
    // It is drawn in the microtask before the one that goes on here, and no key comes between.
    await undefined;
    if (this.#widget === widget) this.#shell?.handOver(widget, root);
    await undefined;
    if (this.#widget !== widget) return;
    this.#dress(sheet());
    this.#shadow.append(root);
    this.#shell?.leave(root);
    // Not by replacing all: what has the focus would lose it.
    for (const it of [...this.#shadow.childNodes]) if (it !== root) it.remove();
    this.#shell = this.#saved = undefined;
    this.#details = {};
    this.#forgets = false;
    this.#hasFailed = false;
    this.#ready.resolve();
    this.#tell("good-sport-ready", { version: VERSION, lang: own });
  }

  #fail(cause) {
    const error = Object.assign(new Error("the program could not be loaded", { cause }), {
      code: "load",
    });
    this.#ready.reject(error);
    if (this.#shell) {
      this.#shell.stay();
    } else if (!this.#widget && !this.#hasOwn()) {
      const letter = document.createElement("pre");
      letter.lang = "en";
      letter.textContent = LETTER;
      this.#shadow.replaceChildren(letter);
    }
    // The next try may fail as well; once is enough to say it.
    if (this.#hasFailed) return;
    this.#hasFailed = true;
    console.warn("good-sport:", error.message, cause);
    this.#tell("good-sport-error", { code: error.code, message: error.message });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

