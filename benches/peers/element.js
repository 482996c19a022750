// What both peers by hand share: the custom element around a framework's root, put where the tag
// stands. There is no more to it: a page that wants what the widget promises has more to write.
//
// The peers have the form as it is before anything is unfolded, the letter, the checklist, and the
// buttons that copy the letter and word it anew. They lack what the widget also does:
// - the folded panels: reading a rejection, further facts and asks, other channels, notes to others,
//   reminders, replies;
// - the tone linter, drafts, undo and the offer of a new text beside an edited one, and the buttons
//   for the subject, a mail program and a new start;
// - other languages, the attributes and events of the tag, a first paint ahead of the program, and
//   what it does for old browsers, strict policies, recorders and page translators;
// - most of the care for how a letter reads, of which `letter.js` says more.

import styles from "../../styles/index.css?inline";

/** Defines the element; `mount` draws the widget into an element and attaches its listeners. */
export function define(mount) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:host { display: block } ${styles}`);

  class GoodSport extends HTMLElement {
    connectedCallback() {
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [sheet];
      const stage = document.createElement("div");
      stage.className = "stage visitors-scheme";
      root.append(stage);
      mount(stage);
      this.dispatchEvent(new CustomEvent("good-sport-ready", { bubbles: true, composed: true }));
    }
  }

  customElements.define("good-sport", GoodSport);
  document.currentScript.after(document.createElement("good-sport"));
}
