// The prerendered shell, which a visitor sees and fills in until the program is there. It is a real
// form with a letter, whose buttons wait for the program where they need it.
import { copiedMillis, fallback, notices } from "good-sport-shell";
import { around, detach, drop } from "../loader/builtins.js";
import { copy } from "./clipboard.js";
import { isPressed, setClass } from "./controls.js";
import { controls, fill, isChanged, named } from "./form.js";
import { changes, isReason, moveFocus, pressAgain, unfoldAgain } from "./hand-over.js";
import { watchInteractions } from "./interactions.js";
import { compose } from "./letter.js";
import { fit } from "./text-areas.js";

/**
 * @typedef {import("./controls.js").Control} Control
 * @typedef {import("good-sport-glue").CopiedAs} CopiedAs
 * @typedef {import("../context.js").Dispatch} Dispatch
 */

/**
 * The copies that the buttons of the letter make: which part, and its name in an event.
 * @type {Record<string, [part: string, what: string]>}
 */
const COPIED = { copy: ["body", "letter"], "copy-subject": ["subject", "subject"] };

export class Shell {
  #dispatch;
  /** Whether the letter is in the language of the shell. */
  #isOwnLanguage;
  /** Whether the letter is the one that the program would write for this form. */
  #isExact = false;
  /** Whether the program failed to start, so that the fallback letter is shown. */
  #hasFailed = false;
  /** @type {import("./form.js").Given} */
  #given = {};
  /**
   * The controls that were pressed and wait for the program, by `id`; typing takes that back.
   * @type {string[]}
   */
  #pressed = [];
  /**
   * The last copy: its name and how it went, for the program to hear of it.
   * @type {[what: string, as: CopiedAs] | undefined}
   */
  #copied;
  /** @type {import("good-sport-glue").Widget | undefined} */
  #widget;

  /**
   * A shell in an element that is drawn. `dispatch` dispatches an event of the element.
   * @param {HTMLElement} root
   * @param {Dispatch} dispatch
   * @param {boolean} [isOwnLanguage]
   */
  constructor(root, dispatch, isOwnLanguage = true) {
    this.root = root;
    this.#dispatch = dispatch;
    this.#isOwnLanguage = isOwnLanguage;
    /** Fulfilled when the elements may change under the visitor's hands. */
    this.calm = watchInteractions(root);
    this.#listen();
  }

  /**
   * Takes what the page gives, where the visitor has nothing else.
   * @param {Record<string, string | undefined>} given
   */
  fill(given) {
    this.#given = given;
    fill(this.root, given);
    this.#compose();
  }

  #compose() {
    this.#isExact = compose(this.root, this.#given, this.#isOwnLanguage, this.#hasFailed);
    /** @type {any} */ (this.root.querySelector(".sheet")).ariaBusy = !this.hasLetter();
    fit(this.root);
  }

  /** Whether there is a letter to copy. */
  hasLetter() {
    return this.#has("body");
  }

  /**
   * Whether a part of the letter can be copied.
   * @param {string} name
   */
  #has(name) {
    return this.#isExact || this.#hasFailed || isChanged(named(this.root, name));
  }

  #listen() {
    const { root } = this;
    root.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("input", () => {
      if (this.#pressed.length > 0) this.#announce("");
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
    // What gives a reason is native, and needs no program.
    if (isReason(control.parentElement)) return;
    if (COPIED[id] && this.#has(COPIED[id][0])) {
      this.copy(id);
    } else {
      event.preventDefault();
      // A panel that is pressed twice is folded again.
      if (!(drop(this.#pressed, id) && control.localName === "summary")) this.#pressed.push(id);
      this.#announce(this.#hasFailed ? notices.stuck : notices.wait);
    }
  }

  /**
   * Copies a part of the letter, inside a click, and calls with how that went.
   * @param {string} id of the button for it
   * @param {(as: CopiedAs) => void} call
   */
  copy(id, call = () => {}) {
    const [name, what] = COPIED[id];
    const field = named(this.root, name);
    copy(field.value, undefined, field, (as) => {
      this.#reportCopied(id, what, as);
      call(as);
    });
  }

  /**
   * @param {string} id
   * @param {string} what
   * @param {CopiedAs} as
   */
  #reportCopied(id, what, as) {
    this.#dispatch("good-sport-copy", { as, what });
    if (this.#widget) {
      this.#widget.copied(what, as);
      return;
    }
    this.#copied = [what, as];
    this.#announce(as === "manual" ? notices.manual : notices[what]);
    /** @param {boolean} done */
    const turn = (done) => {
      const [label, copied] = this.root.querySelectorAll(`#${id} .turning > *`);
      setClass(label, "hidden", done);
      setClass(copied, "hidden", !done);
    };
    turn(as !== "manual");
    setTimeout(turn, copiedMillis, false);
  }

  /**
   * Announces something to the visitor, in the live region.
   * @param {string} words
   */
  #announce(words) {
    /** @type {Element} */ (this.root.querySelector("[role=status]")).textContent = words;
  }

  /** Says that the program does not come, and shows the fallback letter, which is true for every choice. */
  fail() {
    this.#hasFailed = true;
    this.#pressed = [];
    this.#compose();
    this.#announce(notices.stuck);
  }

  /** Takes over from a program that has stopped: only the letter can be changed in its form. */
  takeOver() {
    for (const it of controls(this.root)) {
      if (fallback[it.name] === undefined && it.name !== "note") it.readOnly = it.inert = true;
    }
  }

  /** Dims the controls that need the program. */
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
    widget.handOver(changes(this.root));
    if (this.#copied) widget.copied(...this.#copied);
  }

  /**
   * Goes, when the program's form stands beside it: leaves the focus there, and what was pressed.
   * @param {HTMLElement} root
   * @param {import("good-sport-glue").Widget} widget
   */
  remove(root, widget) {
    unfoldAgain(this.root, root);
    moveFocus(this.root, root);
    detach(this.root);
    pressAgain(this.#pressed, root, widget);
  }
}
