// The picture of the widget: what a visitor sees and fills in until the program is there. It is a
// real form with a letter that follows it, and hands both over, with the caret, to the program.
import { letter, said, sections, slots, tag, tree } from "good-sport-picture";
import styles from "good-sport-styles";
import { fit } from "./browser/areas.js";
import { copy } from "./browser/clipboard.js";

const sheets = new WeakMap();
/** The style sheet that all widgets of a document share; another document may not use it. */
export function sheet({ defaultView: window }) {
  if (!sheets.has(window)) {
    const made = new window.CSSStyleSheet();
    made.replaceSync(styles);
    sheets.set(window, made);
  }
  return sheets.get(window);
}

/** Gives the element in which a widget is drawn its classes. */
export function stage(root, host) {
  // A page that says nothing of light and dark leaves it to the visitor.
  const unset = getComputedStyle(host).colorScheme === "normal";
  root.classList.add("stage");
  root.classList.toggle("visitors-scheme", unset);
}

const HTML = "http://www.w3.org/1999/xhtml";
const SVG = "http://www.w3.org/2000/svg";

/** Makes the elements of a tree of `[name, attributes, ...children]`. */
function build(node, deeper) {
  if (typeof node === "string") return node;
  const [name, attributes, ...children] = node;
  const level = /^h(\d)$/.exec(name);
  const element = document.createElementNS(
    name === "svg" || name === "path" ? SVG : HTML,
    level ? `h${Math.min(Number(level[1]) + deeper, 6)}` : name,
  );
  for (const it in attributes) element.setAttribute(it, attributes[it]);
  element.append(...children.map((child) => build(child, deeper)));
  return element;
}

const TICKED = /radio|checkbox/;

/** Whether a control is ticked, or what stands in it. */
const held = (control) => (TICKED.test(control.type) ? control.checked : control.value);

/** Puts a value into a control, if it can have it. */
function give(control, value) {
  if (TICKED.test(control.type)) control.checked ||= control.value === value;
  else if ([...(control.options ?? [{ value }])].some((it) => it.value === value)) control.value = value;
}

/** The control of another tree that is the same as this one. */
function twin(root, control) {
  if (control.id) return root.querySelector(`#${control.id}`);
  const own = control.name ? `[name="${control.name}"]` : `[part="${control.getAttribute("part")}"]`;
  return root.querySelector(control.type === "radio" ? `${own}[value="${control.value}"]` : own);
}

/**
 * What a change of elements must not cut in two: the event that begins it, on what, and what ends it.
 */
const HOLDS = [
  ["compositionstart", "*", ["compositionend"]],
  ["pointerdown", ":not(select)", ["pointerup", "pointercancel"]],
  ["keydown", "button, a, summary, [type=radio], [type=checkbox]", ["keyup", "focusout"]],
  // Its list may be open.
  ["pointerdown", "select", ["change", "focusout"]],
  ["focusin", "select", ["change", "focusout"]],
];
/** The longest link that every mail program takes; the program knows what to do with a longer one. */
const LINK_LIMIT = 1_900;
/** How long "Copied" stands on a button. */
const COPIED_MILLIS = 4_000;

export class Picture {
  /** What every control held when it was drawn. */
  #before;
  /** The names of the parts of the letter in which the visitor has written. */
  #edited = new Set();
  /** Whether no program comes after this. */
  #isLast = false;
  #holds = new Set();
  #wake = () => {};
  /** The button that was pressed and that only the program understands. */
  #pressed;
  /** What was copied last, and how, until the program has heard of it. */
  #copied;
  #widget;

  /**
   * Draws the picture for an element. `given` has the values of fields, and the attributes `hide`
   * and `heading-level`; `tell` dispatches an event of the element.
   */
  static draw(host, given, tell) {
    const root = document.createElement("div");
    root.className = "shell";
    stage(root, host);
    const level = Number(given["heading-level"]);
    root.append(build(tree, level >= 2 && level <= 6 ? level - 2 : 0));
    for (const name of (given.hide ?? "").split(/\s+/)) {
      if (sections.includes(name)) root.querySelector(`.${name}, [data-panel=${name}]`)?.remove();
    }
    const picture = new Picture(root, tell);
    const values = { ...given, "letter-lang": tag };
    for (const control of picture.#controls()) {
      if (values[control.name] !== undefined) give(control, values[control.name]);
    }
    picture.#compose();
    picture.#before = new Map(picture.#controls().map((control) => [control, held(control)]));
    return picture;
  }

  /** Takes over what a program has drawn that has stopped: the letter is the visitor's from now on. */
  static takeOver(root, tell) {
    const picture = new Picture(root, tell);
    picture.#edited = new Set(Object.keys(letter));
    picture.#isLast = true;
    return picture;
  }

  constructor(root, tell) {
    this.root = root;
    this.tell = tell;
    this.#listen();
  }

  #controls() {
    return [...this.root.querySelectorAll("input, textarea, select")];
  }

  #named(name) {
    return this.root.querySelector(`[name="${name}"]`);
  }

  /** Writes what the fields say into the letter, where the visitor has not written. */
  #compose() {
    const fill = (text, [name, given, absent]) => {
      const value = this.#named(name)?.value.trim();
      return text.split(given).join(value ? given.replace(`{${name}}`, () => value) : absent);
    };
    for (const name in letter) {
      // "Acme Inc." at the end of a sentence brings its own full stop.
      const filled = slots.reduce(fill, letter[name]).replace(/\.\.(?=\s|$)/g, ".");
      if (!this.#edited.has(name)) this.#named(name).value = filled;
    }
    fit(this.root);
  }

  #listen() {
    const { root } = this;
    root.addEventListener("submit", (event) => event.preventDefault());
    root.addEventListener("input", ({ target }) => {
      if (target.name in letter) this.#edited.add(target.name);
      this.#compose();
    });
    root.addEventListener("click", (event) => {
      const button = event.target.closest("button, a, summary");
      if (button) this.#press(button, event);
    });
    for (const [begin, on, ends] of HOLDS) {
      root.addEventListener(begin, ({ target }) => target.matches(on) && this.#hold(ends));
    }
  }

  #hold(ends) {
    // A pointer may be let go of anywhere; a `change` never leaves the shadow root.
    const places = [this.root, window];
    const end = () => {
      for (const place of places) {
        for (const type of ends) place.removeEventListener(type, end, true);
      }
      // What else comes of it, such as a click, comes within this task.
      setTimeout(() => {
        this.#holds.delete(end);
        this.#wake();
      });
    };
    this.#holds.add(end);
    for (const place of places) {
      for (const type of ends) place.addEventListener(type, end, true);
    }
  }

  #press(button, event) {
    const [subject, body] = ["subject", "body"].map((name) => this.#named(name));
    if (button.part.contains("copy")) {
      this.copyLetter();
    } else if (button.name === "copy-subject") {
      copy(subject.value, undefined, subject, (as) => this.#tellCopied(button, "subject", as));
    } else {
      // Half a character, as a page may put in, has no place in an address.
      const [title, lines] = [subject, body].map((it) => it.value.toWellFormed());
      const text = encodeURIComponent(lines.replace(/\n/g, "\r\n"));
      const link = `mailto:?subject=${encodeURIComponent(title)}&body=${text}`;
      if (button.protocol === "mailto:" && link.length <= LINK_LIMIT) {
        button.href = link;
        this.tell("good-sport-send", { channel: "mailto" });
      } else if (!this.#isLast) {
        event.preventDefault();
        this.#pressed = button;
      }
    }
  }

  /** Copies the letter, inside a click. */
  copyLetter() {
    const body = this.#named("body");
    const button = this.root.querySelector("[part~=copy]");
    copy(body.value, undefined, body, (as) => this.#tellCopied(button, "letter", as));
  }

  #tellCopied(button, what, as) {
    this.tell("good-sport-copy", { as, what });
    if (this.#widget) {
      this.#widget.copied(what, as);
      return;
    }
    this.#copied = [what, as];
    this.say(as === "manual" ? said.manual : said[what]);
    const turn = (done) => {
      const [label, copied] = button.querySelectorAll(".turning > *");
      label.classList.toggle("hidden", done);
      copied.classList.toggle("hidden", !done);
    };
    turn(as !== "manual");
    setTimeout(turn, COPIED_MILLIS, false);
  }

  /** Says something to the visitor. */
  say(words) {
    this.root.querySelector("[role=status]").textContent = words;
  }

  /** Says that the program will not come. */
  stay() {
    this.say(said.stuck);
  }

  /** Fulfilled when the elements may change under the visitor's hands. */
  calm() {
    return new Promise((resolve) => {
      this.#wake = () => this.#holds.size === 0 && resolve();
      this.#wake();
    });
  }

  /** Does in the program's form what was done in this one, by the events of a visitor. */
  handOver(widget, root) {
    this.#widget = widget;
    for (const [control, before] of this.#before) {
      const heir = twin(root, control);
      const { name } = control;
      const changed = name in letter ? this.#edited.has(name) : held(control) !== before;
      if (!heir || !changed || (control.type === "radio" && !control.checked)) continue;
      if (TICKED.test(control.type)) heir.checked = control.checked;
      else heir.value = control.value;
      for (const type of ["input", "change"]) {
        heir.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
    if (this.#copied) widget.copied(...this.#copied);
  }

  /** Goes, when the program's form stands beside it, and leaves the focus there. */
  leave(root) {
    const focused = this.root.getRootNode().activeElement;
    const heir = focused && twin(root, focused);
    if (heir) {
      // Before this form goes, so that a phone's keyboard stays.
      heir.focus({ preventScroll: true });
      const { selectionStart, selectionEnd, selectionDirection, scrollTop, scrollLeft } = focused;
      if (selectionStart !== null && selectionStart !== undefined) {
        heir.setSelectionRange(selectionStart, selectionEnd, selectionDirection);
      }
      Object.assign(heir, { scrollTop, scrollLeft });
    }
    this.root.remove();
    if (this.#pressed) twin(root, this.#pressed)?.click();
  }
}
