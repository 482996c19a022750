// The program's file: the compiled program, its styles, and what starts it. One request, since a
// second round trip costs a slow phone more than all these bytes.
import { Widget, initSync, learn } from "good-sport-glue";
import styles from "good-sport-styles";
import program from "good-sport-wasm";

/** Bytes from a string that holds one of them in each character. */
const bytes = (text) => Uint8Array.from(text, (character) => character.charCodeAt(0));

initSync({ module: bytes(program) });

/** The style sheet that all widgets of a page share. */
export const sheet = new CSSStyleSheet();
sheet.replaceSync(styles);

/** Makes the words of a language known to the program. */
export function teach(words) {
  if (!learn(bytes(words))) throw new Error("the words are of another build than the program");
}

export { Widget };
