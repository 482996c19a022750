// The prerendered shell: what a visitor sees and fills in until the program is there. It is a real
// form; its letter follows what it certainly has the right letter for, and is empty while that is
// on its way.
import {
  copiedMillis,
  fallback,
  fields,
  headingLevels,
  letter,
  notices,
  sections,
  subjectLimit,
  tag,
  tree,
} from "good-sport-shell";
import { around, detach, drop, keys } from "../loader/builtins.js";
import { copy } from "./clipboard.js";
import { choose, held, isDefault, isPressed, setClass } from "./controls.js";
import { watchInteractions } from "./interactions.js";
import { filled, isVerbatim } from "./letter.js";
import { build, stage } from "./markup.js";
import { fit } from "./text-areas.js";

/**
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("good-sport-glue").CopiedAs} CopiedAs
 * @typedef {import("../host.js").Dispatch} Dispatch
 */

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
   * Draws the shell for an element. `given` has the values of fields, and the attributes `hide` and
   * `heading-level`; `letterTag` is the language of the letter, and `dispatch` dispatches an event
   * of the element.
   * @param {Element} host
   * @param {Record<string, string | undefined>} given
   * @param {string} letterTag
   * @param {Dispatch} dispatch
   */
  static draw(host, given, letterTag, dispatch) {
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
    const shell = new Shell(root, dispatch);
    shell.#isOwnLanguage = letterTag === tag;
    shell.fill(given);
    return shell;
  }

  /**
   * Takes over what a program has drawn that has stopped: the letter is the visitor's from now on.
   * @param {HTMLElement} root
   * @param {Dispatch} dispatch
   */
  static takeOver(root, dispatch) {
    const shell = new Shell(root, dispatch);
    for (const name of keys(letter)) shell.#edited[name] = true;
    for (const it of shell.#controls()) {
      if (letter[it.name] === undefined && it.name !== "note") it.readOnly = it.inert = true;
    }
    return shell;
  }

  /**
   * @param {HTMLElement} root
   * @param {Dispatch} dispatch
   */
  constructor(root, dispatch) {
    this.root = root;
    this.dispatch = dispatch;
    /** Fulfilled when the elements may change under the visitor's hands. */
    this.calm = watchInteractions(root);
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
  fill(given) {
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
      this.say(this.#isLast ? notices.stuck : notices.wait);
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
    this.dispatch("good-sport-copy", { as, what });
    if (this.#widget) {
      this.#widget.copied(what, as);
      return;
    }
    this.#copied = [what, as];
    this.say(as === "manual" ? notices.manual : notices[what]);
    /** @param {boolean} done */
    const turn = (done) => {
      const [label, copied] = button.querySelectorAll(".turning > *");
      setClass(label, "hidden", done);
      setClass(copied, "hidden", !done);
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
  fail() {
    this.#isLast = true;
    this.#pressed = [];
    this.#compose();
    this.say(notices.stuck);
  }

  /** Shows of what only the program can do that nobody can any more. */
  disable() {
    const others = ":is(button, a, summary):not(#copy, #copy-subject)";
    for (const it of this.root.querySelectorAll(others)) {
      /** @type {HTMLElement} */ (it).inert = true;
    }
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
  remove(root, widget) {
    /** @type {Control} */
    const focused = /** @type {any} */ (this.root.getRootNode()).activeElement;
    /** @type {Control | "" | null} */
    const successor = focused?.id && root.querySelector(`#${focused.id}`);
    if (successor) {
      // Before this form goes, so that a phone's keyboard stays.
      successor.focus({ preventScroll: true });
      const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = focused;
      if (selectionStart !== null && selectionStart !== undefined) {
        successor.setSelectionRange(
          selectionStart,
          selectionEnd,
          /** @type {any} */ (selectionDirection),
        );
      }
      successor.scrollTop = scrollTop;
      successor.scrollLeft = scrollLeft;
    }
    detach(this.root);
    for (const id of this.#pressed) {
      // What needs the click that is over would fail: the visitor is asked for another one.
      const isOver = navigator.userActivation?.isActive === false;
      /** @type {HTMLElement | null} */
      const control = root.querySelector(`#${id}`);
      if (isOver && /^(mail$|copy)/.test(id)) widget.letterIsReady();
      else control?.click();
    }
  }
}
