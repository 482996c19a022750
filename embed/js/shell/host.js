// The host of the program's widget: the scripts that act for it in the page.
import { copy } from "./clipboard.js";
import { fit } from "./text-areas.js";

/**
 * Makes the host of a widget. `copied` is called with how each copy of the letter went.
 * @param {import("./languages.js").Program} program
 * @param {import("../context.js").Context["file"]} load
 * @param {import("../context.js").Dispatch} dispatch
 * @param {(tag: string) => void} loadLanguage
 * @param {(as: import("good-sport-glue").CopiedAs) => void} copied
 * @returns {import("good-sport-glue").Host}
 */
export const programHost = ({ files, linting }, load, dispatch, loadLanguage, copied) => ({
  ...files,
  ...linting(load),
  fit,
  dispatch,
  loadLanguage,
  copy: (text, html, field, done) => {
    copy(text, html, field, (as) => {
      done(as);
      if (field.name === "body") copied(as);
    });
  },
});
