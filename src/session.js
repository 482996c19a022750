// The widget from when it has come near: it draws the picture, starts the program, hands the one
// over to the other, and keeps both away from the page.
import { NAME, ROLE } from "./embed/attributes.js";
import { fit } from "./browser/areas.js";
import { copy } from "./browser/clipboard.js";
import { Picture, sheet, stage } from "./picture.js";

/** Events that would tell the page what is typed, or set off its shortcuts. */
const PRIVATE = [
  "keydown", "keypress", "keyup", "beforeinput", "input", "textInput", "compositionstart",
  "compositionupdate", "compositionend", "copy", "cut", "paste",
];
/** What tells that somebody is about to use the widget, or has come back to it. */
const TOUCHES = ["pointerdown", "focusin"];
/** What the fields of a link in a rejection email may fill in. */
const PREFILLED = ["company", "role", "recipient", "situation"];

/** The attributes that an element has, by the names that they have in the tag. */
function attributes(element) {
  const { observedAttributes } = element.constructor;
  const named = observedAttributes.filter((name) => element.hasAttribute(name));
  return named.map((name) => [name === ROLE ? "role" : name, element.getAttribute(name)]);
}

/** What the page's own address says after `#good-sport?`, for those who ask for it. */
function prefilled(element) {
  const start = `#${NAME}?`;
  if (element.getAttribute("prefill") !== "fragment" || !location.hash.startsWith(start)) return [];
  const values = new URLSearchParams(location.hash.slice(start.length));
  return PREFILLED.filter((name) => values.has(name)).map((name) => [name, values.get(name)]);
}

export class Session {
  #element;
  #shadow;
  /** What the page wants filled in or forgotten, and no widget has done yet. */
  #wanted;
  /** What the element does for this. */
  #page;
  /** The picture, from when it is drawn until the program has taken over. */
  #picture;
  #widget;
  #isStarting = false;
  /** Whether the widget has taken over from the picture. */
  #isReady = false;
  /** Whether the program has stopped for good. */
  #hasStopped = false;
  /** Ends the wait for that. */
  #stopWatching;
  /** What the widget held when it was taken out of the page. */
  #saved;
  /** The language that the visitor chose for the letter. */
  #chosen;

  constructor(element, shadow, wanted, page) {
    this.#element = element;
    this.#shadow = shadow;
    this.#wanted = wanted;
    this.#page = page;
    for (const type of PRIVATE) {
      shadow.addEventListener(type, (event) => {
        // A dialog around the widget still needs its own two keys.
        if (event.isComposing || (event.key !== "Tab" && event.key !== "Escape")) {
          event.stopPropagation();
        }
      });
    }
    shadow.addEventListener("transitionrun", ({ target, propertyName }) => {
      if (propertyName === "color-scheme") stage(target, element);
    });
    for (const type of TOUCHES) shadow.addEventListener(type, () => this.start());
    this.adopt();
    // Where the program is here already, it is not worth drawing twice.
    if (page.isWhole) this.start();
    else this.#draw();
  }

  /** Has one element in the shadow root, beside the links of files that are on their way. */
  #keepOnly(root) {
    if (root.parentNode !== this.#shadow) this.#shadow.append(root);
    // Not by replacing all: what has the focus would lose it.
    for (const it of [...this.#shadow.children]) if (it !== root && it.localName !== "link") it.remove();
    fit(root);
  }

  #draw() {
    const element = this.#element;
    // What the page has put inside is there until the widget is.
    if (element.childElementCount || element.textContent.trim()) return;
    const given = [...attributes(element), ...prefilled(element)];
    const values = { ...Object.fromEntries(given), ...this.#wanted.details };
    this.#picture = Picture.draw(element, values, this.#page.tell);
    this.#keepOnly(this.#picture.root);
  }

  details() {
    return this.#isReady ? this.#widget.details() : undefined;
  }

  letter() {
    return this.#isReady ? this.#widget.letter() : undefined;
  }

  findings() {
    return this.#isReady ? this.#widget.findings() : undefined;
  }

  /** Fills in what the page wants. */
  fill() {
    if (!this.#widget) return;
    this.#widget.fill(this.#wanted.details);
    this.#wanted.details = {};
  }

  /** Copies the letter, and says how. */
  copy() {
    return new Promise((resolve) => {
      const heard = ({ detail }) => {
        if (detail.what !== "letter") return;
        this.#element.removeEventListener("good-sport-copy", heard);
        resolve(detail.as);
      };
      this.#element.addEventListener("good-sport-copy", heard);
      (this.#widget ?? this.#picture).copyLetter();
    });
  }

  reset() {
    this.#saved = this.#chosen = undefined;
    if (this.#widget) {
      this.#widget.reset();
      this.#wanted.forgets = false;
      this.speak();
    } else if (this.#picture) {
      this.#draw();
    }
  }

  /** Takes an attribute that has changed; `null` when it is gone. */
  set(name, value) {
    if (!this.#widget) return;
    this.#widget.set(name === ROLE ? "role" : name, value ?? undefined);
    if (name === "prefill") this.#prefill();
    if (name === "letter-lang") this.#chosen = undefined;
    if (name.endsWith("lang")) this.speak();
  }

  #prefill() {
    for (const [name, value] of prefilled(this.#element)) this.#widget.set(name, value);
  }

  /** Loads words until they are those that are wanted, since that may change on the way. */
  async #prepare() {
    for (;;) {
      const tags = this.#page.languages(this.#chosen);
      const [{ start }, ...words] = await Promise.all(this.#page.program(tags));
      const program = await start();
      for (const { default: text } of words) program.teach(text);
      if (String(tags) === String(this.#page.languages(this.#chosen))) return [program, ...tags];
    }
  }

  /** Speaks and writes the languages that are wanted now. */
  async speak() {
    try {
      const [, own, letter] = await this.#prepare();
      this.#widget?.speak(own);
      this.#widget?.write_in(letter);
    } catch (error) {
      this.#page.fail(error);
    }
  }

  /** Starts the program, unless it has been. */
  async start() {
    if (this.#widget || this.#isStarting || this.#hasStopped) return;
    this.#isStarting = true;
    this.#page.begin();
    try {
      const prepared = await this.#prepare();
      // The page gets its turn between compiling and drawing: each is long enough on a slow phone.
      await new Promise(setTimeout);
      await this.#picture?.calm();
      // It may have been taken out meanwhile; it starts again when it is put back.
      if (this.#element.isConnected) await this.#show(...prepared);
    } catch (error) {
      this.#giveUp(error);
    } finally {
      this.#isStarting = false;
    }
  }

  /** Leaves the visitor with the form as it stands, and says so. */
  #giveUp(cause) {
    this.#widget = undefined;
    if (!this.#picture) this.#draw();
    this.#picture?.stay();
    this.#page.fail(cause);
  }

  /** Goes on without the program, which has stopped for good. */
  #stop(root, cause) {
    if (this.#isReady) this.#picture = Picture.takeOver(root, this.#page.tell);
    this.#isReady = false;
    this.#hasStopped = true;
    this.#giveUp(Object.assign(new Error("the program has stopped", { cause }), { code: "panic" }));
  }

  async #show({ Widget, files, watchers }, own, letter) {
    const fetchLanguage = (tag) => {
      this.#chosen = tag;
      this.speak();
    };
    const tag = { ...files, copy, fetchLanguage, fit };
    const widget = new Widget(this.#element, document.createElement("div"), tag, own, letter);
    const { root } = widget;
    const stop = (cause) => this.#stop(root, cause);
    watchers.add(stop);
    this.#stopWatching = () => watchers.delete(stop);
    stage(root, this.#element);
    this.#widget = widget;
    for (const [name, value] of attributes(this.#element)) widget.set(name, value);
    this.#prefill();
    if (this.#wanted.forgets) widget.reset();
    this.#wanted.forgets = false;
    widget.show(this.#saved);
    this.fill();
    // It is drawn in the microtask before the one that goes on here, and no key comes between.
    await undefined;
    if (this.#widget !== widget) return;
    this.#picture?.handOver(widget, root);
    await undefined;
    if (this.#widget !== widget) return;
    this.#shadow.append(root);
    this.#picture?.leave(root);
    this.#keepOnly(root);
    this.#picture = this.#saved = undefined;
    this.#isReady = true;
    this.#page.succeed(own);
  }

  /** Dresses for the document that the element is in now. */
  adopt() {
    const { ownerDocument } = this.#element;
    if (ownerDocument.defaultView) this.#page.dress(sheet(ownerDocument));
  }

  /** Is back in the page. Whether there is nothing more to wait for. */
  enter() {
    if (this.#saved !== undefined) this.start();
    return this.#widget !== undefined || this.#saved !== undefined;
  }

  /** Is out of the page, perhaps for good, and frees what it held. */
  leave() {
    if (!this.#widget) return;
    this.#stopWatching();
    this.#saved = this.#widget.saved();
    this.#widget.destroy();
    this.#widget = undefined;
    this.#isReady = false;
  }
}
