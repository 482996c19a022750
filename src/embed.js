// The script of the tag: it defines the element, puts one where the tag stands, and starts the
// program when a widget comes near. It has no words and decides nothing.

// The build puts these in: the version, the file of the program, and of each language's words.
const VERSION = __VERSION__;
const PROGRAM = __PROGRAM__;
const WORDS = __WORDS__;

const NAME = "good-sport";
const ATTRIBUTES = [
  "company", "role", "recipient", "sender", "situation", "tone", "length", "theme", "storage",
  "hide", "heading-level", "lang", "letter-lang", "loading", "prefill",
];
/** Where the role is kept. A screen reader would take "Application developer" in `role` for more. */
const ROLE = "data-role";
/** What the fields of a link in a rejection email may fill in. */
const PREFILLED = ["company", "role", "recipient", "situation"];
/** Events that would tell the page what is typed, or set off its shortcuts. */
const PRIVATE = [
  "keydown", "keypress", "keyup", "beforeinput", "input", "compositionstart", "compositionupdate",
  "compositionend", "copy", "cut", "paste",
];

// Only while a script is first run does the page say which one it is; a module must look itself up.
const script =
  document.currentScript ?? [...document.scripts].find((it) => /\/good-sport[^/]*\.js/.test(it.src));
const base = script?.src ?? document.baseURI;

// What is so before the styles have come: a block, so that the page can reserve its height.
const block = new CSSStyleSheet();
block.replaceSync(":host { display: block } :host([hidden]) { display: none !important }");

const files = new Map();
/** Loads a file that stands beside this script; a load that failed may be tried again. */
function load(name) {
  if (!files.has(name)) {
    const file = import(new URL(name, base));
    file.catch(() => files.delete(name));
    files.set(name, file);
  }
  return files.get(name);
}

/** The tag of the language that is there and comes nearest to the first of these, in order. */
function available(wanted) {
  for (const tag of wanted) {
    for (let rest = tag ?? ""; rest; rest = rest.slice(0, Math.max(rest.lastIndexOf("-"), 0))) {
      const found = Object.keys(WORDS).find((it) => it.toLowerCase() === rest.toLowerCase());
      if (found) return found;
    }
  }
  return "en";
}

/** The language of the page around an element, also where it stands in shadow roots. */
function languageAround(element) {
  const holder = element.closest("[lang]");
  if (holder) return holder.lang;
  const root = element.getRootNode();
  return root.host ? languageAround(root.host) : undefined;
}

/** Loads the program and the words of these languages. */
async function prepare(tags) {
  const [program, ...words] = await Promise.all([
    load(PROGRAM),
    ...tags.map((tag) => load(WORDS[tag])),
  ]);
  for (const { default: text } of words) program.teach(text);
  return program;
}

class GoodSport extends HTMLElement {
  static observedAttributes = [...ATTRIBUTES, ROLE];

  #shadow = this.attachShadow({ mode: "open" });
  #widget;
  #nearing;
  #starting = false;
  /** What the widget held when it was taken out of the page. */
  #saved;
  /** What the page wanted filled in before the program was there. */
  #details = {};
  #ready = {};

  constructor() {
    super();
    this.#shadow.adoptedStyleSheets = [block];
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
    this.#ready.promise = new Promise((resolve, reject) => {
      Object.assign(this.#ready, { resolve, reject });
    });
    // A page that does not ask shall not hear of it as an unhandled rejection.
    this.#ready.promise.catch(() => {});
    if (Object.hasOwn(this, "details")) {
      const { details } = this;
      delete this.details;
      this.details = details;
    }
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
    const copied = new Promise((resolve) => {
      this.addEventListener("good-sport-copy", (event) => resolve(event.detail.as), { once: true });
    });
    // A click's permission ends with it, so there is no waiting before a widget that is there.
    if (!this.#widget) await this.ready;
    this.#widget.copy();
    return copied;
  }

  reset() {
    this.#details = {};
    this.#saved = undefined;
    this.#widget?.reset();
  }

  connectedCallback() {
    if (this.#widget || this.#nearing) return;
    if (this.getAttribute("loading") === "eager") {
      this.#start();
      return;
    }
    this.#nearing = new IntersectionObserver(
      (entries) => entries.some((it) => it.isIntersecting) && this.#start(),
      { rootMargin: "100%" },
    );
    this.#nearing.observe(this);
  }

  disconnectedCallback() {
    // An element that is only moved is back before this runs.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#stopNearing();
      this.#saved = this.#widget?.saved() ?? this.#saved;
      this.#widget?.destroy();
      this.#widget = undefined;
    });
  }

  attributeChangedCallback(name, _, value) {
    if (name === "role") {
      if (value === null) return;
      this.setAttribute(ROLE, value);
      this.removeAttribute(name);
      return;
    }
    this.#widget?.set(name === ROLE ? "role" : name, value ?? undefined);
    if (name === "loading" && value === "eager") this.#start();
    if (name.endsWith("lang") && this.#widget) this.#speak();
  }

  /** The tags of the widget's own language and of the letter's. */
  #languages() {
    const own = available([languageAround(this), ...navigator.languages]);
    return [own, available([this.getAttribute("letter-lang"), own])];
  }

  async #speak([own, letter] = this.#languages()) {
    try {
      await prepare([own, letter]);
      this.#widget?.speak(own);
      this.#widget?.write_in(letter);
    } catch (error) {
      this.#fail(error);
    }
  }

  #stopNearing() {
    this.#nearing?.disconnect();
    this.#nearing = undefined;
  }

  async #start() {
    if (this.#widget || this.#starting || !this.isConnected) return;
    this.#stopNearing();
    this.#starting = true;
    try {
      const [own, letter] = this.#languages();
      const program = await prepare([own, letter]);
      // It may have been taken out meanwhile; it starts again when it is put back.
      if (this.isConnected) this.#show(program, own, letter);
    } catch (error) {
      this.#fail(error);
    } finally {
      this.#starting = false;
    }
  }

  #show({ Widget, sheet }, own, letter) {
    const root = document.createElement("div");
    // A page that says nothing of light and dark leaves it to the visitor.
    const unset = getComputedStyle(this).colorScheme === "normal";
    root.className = unset ? "stage visitors-scheme" : "stage";
    const fetchLanguage = (letter) => this.#speak([this.#languages()[0], letter]);
    const widget = new Widget(this, root, fetchLanguage, own, letter);
    for (const name of ATTRIBUTES) {
      const value = this.getAttribute(name === "role" ? ROLE : name);
      if (value !== null) widget.set(name, value);
    }
    if (this.getAttribute("prefill") === "fragment") prefill(widget);
    this.#stopNearing();
    this.#shadow.adoptedStyleSheets = [block, sheet];
    this.#shadow.replaceChildren(root);
    widget.show(this.#saved);
    widget.fill(this.#details);
    this.#saved = undefined;
    this.#details = {};
    this.#widget = widget;
    this.#ready.resolve();
    this.#tell("good-sport-ready", { version: VERSION, lang: own });
  }

  #fail(cause) {
    const error = Object.assign(new Error("the program could not be loaded", { cause }), {
      code: "load",
    });
    console.warn("good-sport:", error.message, cause);
    this.#ready.reject(error);
    this.#tell("good-sport-error", { code: error.code, message: error.message });
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { bubbles: true, composed: true, detail }));
  }
}

/** Fills in what the page's own address says after `#good-sport?`. */
function prefill(widget) {
  const [start, query] = location.hash.split("?", 2);
  if (start !== `#${NAME}` || !query) return;
  const values = new URLSearchParams(query);
  for (const name of PREFILLED) {
    if (values.has(name)) widget.set(name, values.get(name));
  }
}

/** Puts a widget where the tag stands, unless the page has placed one itself. */
function place() {
  if (!script?.isConnected || !document.body?.contains(script)) return;
  if (document.querySelector(NAME)) return;
  const element = document.createElement(NAME);
  for (const name of ATTRIBUTES) {
    const value = script.getAttribute(`data-${name}`);
    if (value !== null) element.setAttribute(name, value);
  }
  script.after(element);
}

if (!customElements.get(NAME)) customElements.define(NAME, GoodSport);
// Only a page that has been read to its end has told whether it places the element itself.
if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", place);
else place();
