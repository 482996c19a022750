// The fallback letter, which is there when nothing can be loaded.

/**
 * An element with the letter, which calls when it is pressed.
 * @param {() => void} call
 */
export function fallbackLetter(call) {
  const letter = document.createElement("pre");
  letter.lang = "en";
  letter.textContent = __LETTER__;
  letter.onpointerdown = call;
  return letter;
}
