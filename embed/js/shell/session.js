// The widget from when it has come near: it draws the shell, starts the program, hands the one
// over to the other, and keeps both away from the page.
import { NAME, ROLE } from "../loader/attributes.js";
import { keys } from "../loader/builtins.js";
import { fit } from "./text-areas.js";
import { copy } from "./clipboard.js";
import { Shell, sheet, stage } from "./shell.js";

/** Events that would tell the page what is typed, or set off its shortcuts. */
const PRIVATE = [
  "keydown", "keypress", "keyup", "beforeinput", "input", "textInput", "compositionstart",
  "compositionupdate", "compositionend", "copy", "cut", "paste",
];
/**
 * Events by which pages forbid to select and copy, unless the target is a field; out here the target
 * is the element: https://github.com/wp-media/wp-rocket/issues/4605
 */
const FORBIDDEN = [
  "mousedown", "mouseup", "selectstart", "contextmenu", "dragstart", "touchstart", "touchend",
];
/** What tells that somebody is about to use the widget, or has come back to it. */
const TOUCHES = ["pointerdown", "focusin"];

/** The attributes that an element has, by the names that they have in the tag. */
function attributes(element) {
  const found = {};
  for (const name of element.constructor.observedAttributes) {
    if (element.hasAttribute(name)) found[name === ROLE ? "role" : name] = element.getAttribute(name);
  }
  return found;
}

/**
 * One widget. Its phases:
 *
 * - `waiting`: the shell stands, or what the page has put inside; the program is not wanted yet, or
 *   did not come.
 * - `starting`: the program is on its way.
 * - `live`: it has taken over.
 * - `away`: the element was taken out of the page while it was live.
 * - `stopped`: it has stopped for good; what it has drawn stands.
 */
export class Session {
  #phase = "waiting";
  /** Whether somebody has used the widget. */
  isTouched = false;
  #element;
  #shadow;
  /** What the page wants filled in or forgotten, and no widget has done yet. */
  #wanted;
  /** What the element does for this. */
  #page;
  /** The shell, from when it is drawn until the program has taken over, and once it has stopped. */
  #shell;
  #widget;
  /** Ends the wait for that. */
  #stopWatching;
  /** What the widget held when it was taken out of the page. */
  #saved;
  /** The language that the visitor chose for the letter. */
  #chosen;
  /** Whether there are words of the visitor that would be lost with the widget. */
  #hasWords = false;
  /** What hears how the next copy of the letter went. */
  #hearing = [];

  constructor(element, shadow, wanted, page) {
    this.#element = element;
    this.#shadow = shadow;
    this.#wanted = wanted;
    this.#page = page;
    this.#keepToItself();
    shadow.addEventListener("transitionrun", ({ target, propertyName }) => {
      if (propertyName === "color-scheme") stage(target, element);
    });
    const touch = () => {
      this.isTouched = true;
      this.start();
    };
    for (const type of TOUCHES) shadow.addEventListener(type, touch);
    this.adopt();
    // Where the program is here already, it is not worth drawing twice.
    if (page.isWhole) this.start();
    else this.#draw();
  }

  /** Keeps from the page what is typed, and from the widget what the page forbids. */
  #keepToItself() {
    const shadow = this.#shadow;
    let isPressed = false;
    for (const type of FORBIDDEN) {
      shadow.addEventListener(type, (event) => {
        // What was pressed outside, such as a slider, is to hear that it is let go of.
        if (type === "mouseup" && !isPressed) return;
        if (type.startsWith("mouse")) isPressed = type === "mousedown";
        event.stopPropagation();
        // A page that heard it first has kept the focus away.
        if (event.defaultPrevented && type === "mousedown") event.target.focus?.();
      });
    }
    for (const type of PRIVATE) {
      shadow.addEventListener(type, (event) => {
        const { key, target } = event;
        if (type === "input") this.#hasWords = true;
        // A dialog around the widget still needs its own two keys, but must not close over words.
        const isText = target.selectionStart !== undefined && target.selectionStart !== null;
        const isFree = !event.isComposing && (key === "Tab" || key === "Escape");
        if (isFree && !(key === "Escape" && isText && this.#hasWords)) return;
        if (isFree) event.preventDefault();
        event.stopPropagation();
      });
    }
  }

  /** Has one element in the shadow root, and what the page needs to stay behind it. */
  #keepOnly(root) {
    const shadow = this.#shadow;
    const stays = (it) =>
      // Files that are on their way, and what follows the widget in the page.
      it === root || it.localName === "link" || (this.#page.swallows && it.localName === "slot");
    if (root.parentNode !== shadow) shadow.insertBefore(root, shadow.firstChild);
    // Not by replacing all: what has the focus would lose it.
    for (const it of [...shadow.children]) if (!stays(it)) shadow.removeChild(it);
    fit(root);
  }

  /** What the page fills in. */
  #given() {
    return { ...attributes(this.#element), ...this.#page.fields(), ...this.#wanted.details };
  }

  #draw() {
    const element = this.#element;
    // What the page has put inside is there until the widget is.
    const isFilled = element.childElementCount || element.textContent.trim();
    if (isFilled && !this.#page.swallows) return;
    const [, letterTag] = this.#page.languages(this.#chosen);
    this.#shell = Shell.draw(element, this.#given(), letterTag, this.#page.tell);
    this.#keepOnly(this.#shell.root);
  }

  isStopped() {
    return this.#phase === "stopped";
  }

  /** Whether there is a letter that can be copied at once. */
  hasLetter() {
    return Boolean(this.#phase === "live" || this.#shell?.hasLetter());
  }

  details() {
    return this.#phase === "live" ? this.#widget.details() : undefined;
  }

  letter() {
    return this.#phase === "live" ? this.#widget.letter() : undefined;
  }

  findings() {
    return this.#phase === "live" ? this.#widget.findings() : undefined;
  }

  /** Fills in what the page wants. */
  fill() {
    if (this.#widget) {
      const { details } = this.#wanted;
      this.#wanted.details = {};
      this.#widget.fill(details);
    } else {
      this.#shell?.give(this.#given());
    }
  }

  /** Copies the letter, and says how. */
  copy() {
    return new Promise((resolve) => {
      if (this.#phase === "live") {
        this.#hearing.push(resolve);
        this.#widget.copyLetter();
      } else {
        this.#shell.copyLetter(resolve);
      }
    });
  }

  #tellCopied(as) {
    const hearing = this.#hearing;
    this.#hearing = [];
    for (const hear of hearing) hear(as);
  }

  reset() {
    this.#saved = this.#chosen = undefined;
    this.#hasWords = false;
    if (this.#widget) {
      this.#wanted.forgets = false;
      this.#widget.reset();
      this.#reloadLanguages();
    } else if (this.#shell && this.#phase !== "stopped") {
      this.#draw();
    }
  }

  /** Takes an attribute that has changed; `null` when it is gone. */
  set(name, value) {
    if (name === "letter-lang") this.#chosen = undefined;
    if (!this.#widget) {
      if (this.#phase !== "stopped") this.#shell?.give(this.#given());
      return;
    }
    this.#widget.set(name === ROLE ? "role" : name, value ?? undefined);
    if (name.endsWith("lang")) this.#reloadLanguages();
  }

  /** Fills in what the page's address says now. */
  prefill() {
    const found = this.#page.fields();
    if (!this.#widget) this.#shell?.give(this.#given());
    else for (const name of keys(found)) this.#widget.set(name, found[name]);
  }

  /** Loads words until they are those that are wanted, since that may change on the way. */
  async #prepare() {
    for (;;) {
      const tags = this.#page.languages(this.#chosen);
      const [{ start }, ...words] = await Promise.all(this.#page.program(tags));
      const program = await start();
      for (const { default: text } of words) program.loadLanguage(text);
      if (String(tags) === String(this.#page.languages(this.#chosen))) return [program, ...tags];
    }
  }

  /** Loads the languages that are wanted now, and draws and writes in them. */
  async #loadLanguages() {
    const [, own, letter] = await this.#prepare();
    this.#widget?.setLanguage(own);
    this.#widget?.setLetterLanguage(letter);
  }

  /** Follows what the page says of the languages; where one does not come, all stays as it is. */
  #reloadLanguages() {
    this.#loadLanguages().catch((error) => this.#page.report(error));
  }

  /** Has the letter written in the language that the visitor has chosen, if it comes. */
  async #choose(tag) {
    const before = this.#chosen;
    this.#chosen = tag;
    try {
      await this.#loadLanguages();
    } catch (error) {
      if (this.#chosen === tag) this.#chosen = before;
      this.#widget?.languageFailed();
      this.#page.report(error);
    }
  }

  /** Starts the program, unless it has been. */
  async start() {
    if (this.#phase !== "waiting" && this.#phase !== "away") return;
    this.#phase = "starting";
    this.#page.begin();
    try {
      const prepared = await this.#prepare();
      // The page gets its turn between compiling and drawing: each is long enough on a slow phone.
      await new Promise((resolve) => setTimeout(resolve));
      await this.#shell?.calm();
      // It may have been taken out meanwhile; it starts again when it is put back.
      if (this.#element.isConnected) await this.#show(...prepared);
    } catch (error) {
      this.#giveUp(error);
    } finally {
      if (this.#phase === "starting") this.#phase = "waiting";
    }
  }

  /** Leaves the visitor with the form as it stands, and says so. */
  #giveUp(cause) {
    this.#widget = undefined;
    if (!this.#shell) this.#draw();
    // No other try helps.
    if (cause.code === "panic") {
      this.#phase = "stopped";
      this.#shell?.freeze();
    }
    this.#shell?.stay();
    this.#page.fail(cause);
  }

  /** Goes on without the program, which has stopped for good. */
  #stop(root, cause) {
    if (this.#phase === "live") this.#shell = Shell.takeOver(root, this.#page.tell);
    this.#tellCopied("manual");
    this.#giveUp(cause);
  }

  async #show({ Widget, files, watchStop }, own, letter) {
    const copyAndTell = (text, html, field, done) =>
      copy(text, html, field, (as) => {
        done(as);
        if (field.name === "body") this.#tellCopied(as);
      });
    const { tell } = this.#page;
    const fetchLanguage = (language) => this.#choose(language);
    const host = { ...files, copy: copyAndTell, fit, tell, fetchLanguage };
    const widget = new Widget(document.createElement("div"), host, own, letter);
    // Once the program has stopped it cannot be asked for it.
    const { root } = widget;
    this.#stopWatching = watchStop((cause) => this.#stop(root, cause));
    stage(root, this.#element);
    this.#widget = widget;
    const given = { ...attributes(this.#element), ...this.#page.fields() };
    for (const name of keys(given)) widget.set(name, given[name]);
    if (this.#wanted.forgets) widget.reset();
    this.#wanted.forgets = false;
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
    shell?.leave(root);
    this.#keepOnly(root);
    if (root.offsetHeight) root.style.minBlockSize = "";
    this.#page.succeed(own);
  }

  /** Dresses for the document that the element is in now. */
  adopt() {
    const { ownerDocument } = this.#element;
    if (ownerDocument.defaultView) this.#page.dress(sheet(ownerDocument));
  }

  /** Is back in the page. Whether there is nothing more to wait for. */
  enter() {
    if (this.#phase === "away") this.start();
    return this.#phase !== "waiting";
  }

  /** Is out of the page, perhaps for good, and frees what it held. */
  leave() {
    if (this.#phase !== "live") return;
    this.#stopWatching();
    this.#saved = this.#widget.saved();
    this.#widget.destroy();
    this.#widget = undefined;
    this.#phase = "away";
  }
}
