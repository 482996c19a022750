// The prerendered shell: what a visitor sees and fills in until the program is there. It is a real form;
// its letter follows what it certainly has the right letter for, and is empty while that is on its way.
import {
  copiedMillis,
  fallback,
  fields,
  givenLimit,
  headingLevels,
  letter,
  said,
  sections,
  slots,
  subjectLimit,
  tag,
  tree,
  unsure,
  verbatim,
} from "good-sport-shell";
import styles from "good-sport-styles";
import { around, detach, drop, keys } from "../loader/builtins.js";
import { copy } from "./clipboard.js";
import { fit } from "./text-areas.js";

/**
 * A control of the form. Each kind has some of the properties of the others.
 * @typedef {HTMLInputElement & Pick<HTMLSelectElement, "options" | "selectedOptions">} Control
 *
 * @typedef {import("good-sport-glue").CopiedAs} CopiedAs
 *
 * Dispatches an event of the element.
 * @typedef {(name: string, detail: object) => void} Tell
 */

/** @type {WeakMap<Window, CSSStyleSheet>} */
const sheets = new WeakMap();
/**
 * The style sheet that all widgets of a window share; the document of another one may not use it.
 * @param {Window & typeof globalThis} window
 */
export function sheet(window) {
  if (!sheets.has(window)) {
    const made = new window.CSSStyleSheet();
    made.replaceSync(styles);
    sheets.set(window, made);
  }
  return /** @type {CSSStyleSheet} */ (sheets.get(window));
}

/**
 * Gives the element in which a widget is drawn its classes.
 * @param {Element} root
 * @param {Element} host
 */
export function stage(root, host) {
  // A page that says nothing of light and dark leaves it to the visitor.
  const unset = getComputedStyle(host).colorScheme === "normal";
  root.classList.add("stage");
  root.classList[unset ? "add" : "remove"]("visitors-scheme");
}

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/**
 * Makes the elements of a tree of `[name, attributes, ...children]`.
 * @param {import("good-sport-shell").Tree} node
 * @param {number} deeper
 * @returns {Node}
 */
function build(node, deeper) {
  if (typeof node === "string") return document.createTextNode(node);
  const [name, attributes, ...children] = node;
  const level = /^h(\d)$/.exec(name);
  const element = document.createElementNS(
    name === "svg" || name === "path" ? SVG : HTML,
    level ? "h" + Math.min(Number(level[1]) + deeper, 6) : name,
  );
  for (const it of keys(attributes)) element.setAttribute(it, attributes[it]);
  for (const child of children) element.appendChild(build(child, deeper));
  return element;
}

/**
 * Whether a control is ticked, or what stands in it.
 * @param {Control} control
 */
const held = (control) => (isTicked(control) ? control.checked : control.value);
/** @param {Control} control */
const isTicked = ({ type }) => type === "radio" || type === "checkbox";

/**
 * Puts a value into a choice, if it can have it.
 * @param {Control} control
 * @param {string} value
 */
function choose(control, value) {
  if (control.type === "radio" && control.value === value) control.checked = true;
  for (const option of control.options ?? []) if (option.value === value) control.value = value;
}

/**
 * Whether a choice is the one that the letter of the shell is for.
 * @param {Control} control
 */
function isDefault(control) {
  if (control.type === "radio") return control.checked === control.defaultChecked;
  return !control.options || control.selectedOptions[0]?.defaultSelected;
}

/**
 * Whether the program would put words into the letter just as they are.
 * @param {string} words
 */
function isVerbatim(words) {
  if (words.length > givenLimit || !verbatim.test(words)) return false;
  for (const word of words.toLowerCase().split(" ")) if (unsure.includes(word)) return false;
  return true;
}

/**
 * Whether something is there to be pressed.
 * @param {Element} element
 */
const isPressed = ({ localName }) => /^(button|a|summary)$/.test(localName);

/**
 * What a change of elements must not cut in two: the event that begins it, on what, and what ends it.
 * @type {[begin: string, on: (control: Control) => unknown, ends: string[]][]}
 */
const HOLDS = [
  ["compositionstart", () => true, ["compositionend"]],
  ["pointerdown", (it) => !it.options, ["pointerup", "pointercancel"]],
  ["keydown", (it) => isPressed(it) || isTicked(it), ["keyup", "focusout"]],
  // Its list may be open.
  ["pointerdown", (it) => it.options, ["change", "focusout"]],
  ["focusin", (it) => it.options, ["change", "focusout"]],
];

export class Shell {
  /**
   * What every control held before the visitor came.
   * @type {WeakMap<Control, string | boolean>}
   */
  #drawn = new WeakMap();
  /**
   * What the page gives, by the name of the field.
   * @type {Record<string, string | undefined>}
   */
  #given = {};
  /**
   * The parts of the letter in which the visitor has written, by name.
   * @type {Record<string, boolean>}
   */
  #edited = {};
  /** Whether the letter is in the language of the shell. */
  #isOwnLanguage = true;
  /** Whether the letter is the right one for what the form says. */
  #isRight = true;
  /** Whether the program did not come when it was to. */
  #isLast = false;
  #holds = 0;
  #wake = () => {};
  /**
   * The controls that were pressed and wait for the program, by `id`; typing takes that back.
   * @type {string[]}
   */
  #pressed = [];
  /**
   * What was copied last, and how, for the program to hear of it.
   * @type {[what: string, as: CopiedAs] | undefined}
   */
  #copied;
  /** @type {import("good-sport-glue").Widget | undefined} */
  #widget;

  /**
   * Draws the shell for an element. `given` has the values of fields, and the attributes `hide`
   * and `heading-level`; `letterTag` is the language of the letter, and `tell` dispatches an event
   * of the element.
   * @param {Element} host
   * @param {Record<string, string | undefined>} given
   * @param {string} letterTag
   * @param {Tell} tell
   */
  static draw(host, given, letterTag, tell) {
    const root = document.createElement("div");
    root.className = "shell";
    stage(root, host);
    const deeper = Math.max(headingLevels.indexOf(given["heading-level"] ?? ""), 0);
    root.appendChild(build(tree, deeper));
    for (const name of (given.hide ?? "").split(/\s+/)) {
      if (!sections.includes(name)) continue;
      const section = root.querySelector(`.${name}, [data-panel=${name}]`);
      if (section) detach(section);
    }
    const shell = new Shell(root, tell);
    shell.#isOwnLanguage = letterTag === tag;
    shell.give(given);
    return shell;
  }

  /**
   * Takes over what a program has drawn that has stopped: the letter is the visitor's from now on.
   * @param {HTMLElement} root
   * @param {Tell} tell
   */
  static takeOver(root, tell) {
    const shell = new Shell(root, tell);
    for (const name of keys(letter)) shell.#edited[name] = true;
    for (const it of shell.#controls()) {
      if (letter[it.name] === undefined && it.name !== "note") it.readOnly = it.inert = true;
    }
    return shell;
  }

  /**
   * @param {HTMLElement} root
   * @param {Tell} tell
   */
  constructor(root, tell) {
    this.root = root;
    this.tell = tell;
    this.#listen();
  }

  /** @returns {NodeListOf<Control>} */
  #controls() {
    return this.root.querySelectorAll("input, textarea, select");
  }

  /** @param {string} name */
  #named(name) {
    return /** @type {Control} */ (this.root.querySelector(`[name="${name}"]`));
  }

  /**
   * Whether the visitor has changed a control.
   * @param {Control} control
   */
  #isChanged(control) {
    return this.#drawn.has(control) && held(control) !== this.#drawn.get(control);
  }

  /**
   * Takes what the page gives, where the visitor has nothing else.
   * @param {Record<string, string | undefined>} given
   */
  give(given) {
    this.#given = given;
    for (const control of this.#controls()) {
      const { name } = control;
      if (this.#isChanged(control)) continue;
      const value = given[name];
      if (fields.includes(name)) control.value = value && isVerbatim(value) ? value : "";
      else if (value !== undefined) choose(control, value);
      this.#drawn.set(control, held(control));
    }
    this.#compose();
  }

  /** Writes the letter, where it is the right one, and the visitor has not written. */
  #compose() {
    let isChosen = this.#isOwnLanguage;
    for (const control of this.#controls()) isChosen &&= isDefault(control);
    /** @type {Record<string, string>} */
    const values = {};
    let isWhole = true;
    for (const name of fields) {
      const control = this.#named(name);
      const isOwn = control && this.#isChanged(control);
      const value = ((isOwn ? control.value : this.#given[name]) ?? "").trim();
      if (value && isVerbatim(value) && name !== "highlight") values[name] = value;
      else if (value) isWhole = false;
    }
    // A longer one is shortened by the program.
    const isShort = filled(letter.subject, values).length <= subjectLimit;
    this.#isRight = isChosen && isWhole && isShort;
    const isShown = this.#isRight || this.#isLast;
    const source = isChosen ? letter : fallback;
    for (const name of keys(letter)) {
      if (!this.#edited[name])
        this.#named(name).value = isShown ? filled(source[name], values) : "";
    }
    /** @type {any} */ (this.root.querySelector(".sheet")).ariaBusy = !this.#has("body");
    fit(this.root);
  }

  /**
   * Whether a part of the letter can be copied.
   * @param {string} name
   */
  #has(name) {
    return this.#isRight || this.#isLast || this.#edited[name];
  }

  /** Whether there is a letter to copy. */
  hasLetter() {
    return this.#has("body");
  }

  #listen() {
    const { root } = this;
    root.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("input", ({ target }) => {
      const { name } = /** @type {Control} */ (target);
      if (letter[name] !== undefined) this.#edited[name] = true;
      if (this.#pressed.length > 0) this.say("");
      this.#pressed = [];
      this.#compose();
    });
    root.addEventListener("click", (event) => {
      const control = around(/** @type {Element} */ (event.target), isPressed);
      if (control) this.#press(control, event);
    });
    for (const [begin, on, ends] of HOLDS) {
      root.addEventListener(
        begin,
        ({ target }) => on(/** @type {Control} */ (target)) && this.#hold(ends),
      );
    }
  }

  /** @param {string[]} ends */
  #hold(ends) {
    // A pointer may be let go of anywhere; a `change` never leaves the shadow root.
    const places = [this.root, window];
    const end = () => {
      for (const place of places) {
        for (const type of ends) place.removeEventListener(type, end, true);
      }
      // What else comes of it, such as a click, comes within this task.
      setTimeout(() => {
        this.#holds -= 1;
        this.#wake();
      });
    };
    this.#holds += 1;
    for (const place of places) {
      for (const type of ends) place.addEventListener(type, end, true);
    }
  }

  /**
   * @param {Element} control
   * @param {Event} event
   */
  #press(control, event) {
    const { id } = control;
    if (id === "copy" && this.#has("body")) {
      this.copyLetter();
    } else if (id === "copy-subject" && this.#has("subject")) {
      const subject = this.#named("subject");
      copy(subject.value, undefined, subject, (as) => this.#tellCopied(control, "subject", as));
    } else {
      event.preventDefault();
      // A panel that is pressed twice is folded again.
      if (!(drop(this.#pressed, id) && control.localName === "summary")) this.#pressed.push(id);
      this.say(this.#isLast ? said.stuck : said.wait);
    }
  }

  /**
   * Copies the letter, inside a click, and calls with how that went.
   * @param {(as: CopiedAs) => void} call
   */
  copyLetter(call = () => {}) {
    const body = this.#named("body");
    const button = /** @type {Element} */ (this.root.querySelector("#copy"));
    copy(body.value, undefined, body, (as) => {
      this.#tellCopied(button, "letter", as);
      call(as);
    });
  }

  /**
   * @param {Element} button
   * @param {string} what
   * @param {CopiedAs} as
   */
  #tellCopied(button, what, as) {
    this.tell("good-sport-copy", { as, what });
    if (this.#widget) {
      this.#widget.copied(what, as);
      return;
    }
    this.#copied = [what, as];
    this.say(as === "manual" ? said.manual : said[what]);
    /** @param {boolean} done */
    const turn = (done) => {
      const [label, copied] = button.querySelectorAll(".turning > *");
      label.classList[done ? "add" : "remove"]("hidden");
      copied.classList[done ? "remove" : "add"]("hidden");
    };
    turn(as !== "manual");
    setTimeout(turn, copiedMillis, false);
  }

  /**
   * Says something to the visitor.
   * @param {string} words
   */
  say(words) {
    /** @type {Element} */ (this.root.querySelector("[role=status]")).textContent = words;
  }

  /** Says that the program does not come, and shows a letter that is right whatever was chosen. */
  stay() {
    this.#isLast = true;
    this.#pressed = [];
    this.#compose();
    this.say(said.stuck);
  }

  /** Shows of what only the program can do that nobody can any more. */
  freeze() {
    for (const it of this.root.querySelectorAll("button, a, summary")) {
      if (it.id !== "copy" && it.id !== "copy-subject") {
        /** @type {HTMLElement} */ (it).inert = true;
      }
    }
  }

  /**
   * Fulfilled when the elements may change under the visitor's hands.
   * @returns {Promise<void>}
   */
  calm() {
    return new Promise((resolve) => {
      this.#wake = () => this.#holds === 0 && resolve();
      this.#wake();
    });
  }

  /**
   * Hands what the visitor did over to the program.
   * @param {import("good-sport-glue").Widget} widget
   */
  handOver(widget) {
    this.#widget = widget;
    /** @type {[name: string, value: string][]} */
    const entries = [];
    for (const control of this.#controls()) {
      const { id, name, type, value } = control;
      const isPart = letter[name] !== undefined;
      if (isPart ? !this.#edited[name] : !this.#isChanged(control)) continue;
      if (type === "checkbox") entries.push([id, control.checked ? "yes" : ""]);
      else if (type !== "radio" || control.checked) entries.push([name, value]);
    }
    widget.handOver(entries);
    if (this.#copied) widget.copied(...this.#copied);
  }

  /**
   * Goes, when the program's form stands beside it: leaves the focus there, and what was pressed.
   * @param {HTMLElement} root
   * @param {import("good-sport-glue").Widget} widget
   */
  leave(root, widget) {
    /** @type {Control} */
    const focused = /** @type {any} */ (this.root.getRootNode()).activeElement;
    /** @type {Control | "" | null} */
    const heir = focused?.id && root.querySelector(`#${focused.id}`);
    if (heir) {
      // Before this form goes, so that a phone's keyboard stays.
      heir.focus({ preventScroll: true });
      const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = focused;
      if (selectionStart !== null && selectionStart !== undefined) {
        heir.setSelectionRange(
          selectionStart,
          selectionEnd,
          /** @type {any} */ (selectionDirection),
        );
      }
      heir.scrollTop = scrollTop;
      heir.scrollLeft = scrollLeft;
    }
    detach(this.root);
    for (const id of this.#pressed) {
      // What needs the click that is over would fail: the visitor is asked for another one.
      const isOver = navigator.userActivation?.isActive === false;
      /** @type {HTMLElement | null} */
      const control = root.querySelector(`#${id}`);
      if (isOver && (id === "mail" || id.startsWith("copy"))) widget.letterIsReady();
      else control?.click();
    }
  }
}

/**
 * A text of the letter with the values of fields, or with what stands there without them.
 * @param {string} text
 * @param {Record<string, string>} values
 */
function filled(text, values) {
  for (const [name, given, absent] of slots) {
    const value = values[name];
    text = text.split(given).join(value ? given.split(`{${name}}`).join(value) : absent);
  }
  return text;
}
