// The program's file: the compiled program, its styles, and what starts it. One request, since a
// second round trip costs a slow phone more than all these bytes.
import { Widget, initSync, learn } from "good-sport-glue";
import styles from "good-sport-styles";
import program from "good-sport-wasm";

// The string holds a byte in each character.
initSync({ module: Uint8Array.from(program, (character) => character.charCodeAt(0)) });

/** The style sheet that all widgets of a page share. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** Makes the words of a language known to the program. */
export function teach(words) {
  if (!learn(words)) throw new Error("the words are of another build than the program");
}

export { Widget };
