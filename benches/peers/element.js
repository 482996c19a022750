// What both peers by hand share: the custom element around a framework's root, put where the tag
// stands. There is no more to it: a page that wants what the widget promises has more to write.

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
