// Copying a text of the page, by a button that says what came of it.

import { byId } from "./dom.js";
import { t } from "./texts.js";

/** How long a button says so, in milliseconds. */
const SHOWN = 4000;

/**
 * Copies the text of an element. Whether that went well; else it is selected, so that keys can.
 * @param {HTMLElement} code
 */
async function copy(code) {
  try {
    await navigator.clipboard.writeText(code.textContent);
    return true;
  } catch {
    // The clipboard is missing or refused.
    getSelection()?.selectAllChildren(code);
    return document.execCommand("copy");
  }
}

/**
 * Has a button copy the text of an element.
 * @param {HTMLElement} button
 * @param {HTMLElement} code
 */
export function copyBy(button, code) {
  const label = button.textContent;
  let timer = 0;
  button.addEventListener("click", async () => {
    const copied = await copy(code);
    // As wide as before, so that what stands beside it stays.
    button.style.setProperty("min-width", `${button.offsetWidth}px`);
    button.textContent = copied ? t("Copied") : t("Now press Ctrl+C or ⌘C");
    byId("said").textContent = copied
      ? t("Copied.")
      : t("The text is selected. Press Ctrl+C, or ⌘C on a Mac, to copy it.");
    button.classList.toggle("copied", copied);
    clearTimeout(timer);
    timer = setTimeout(() => {
      button.textContent = label;
      button.classList.remove("copied");
      byId("said").textContent = "";
    }, SHOWN);
  });
}
