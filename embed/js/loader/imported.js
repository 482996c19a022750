// Loading of a file by an `import` that bundlers read: they pack it as they pack the page's own
// files, so that who loads it, and whether its bytes are compared, is up to them.
import imports from "good-sport-imports";
import { failure } from "./failure.js";

/** @type {typeof import("good-sport-fetched").fetched} */
export async function fetched(kind) {
  try {
    return await imports[kind]();
  } catch (cause) {
    throw failure(navigator.onLine ? "load" : "offline", kind + " did not come", cause);
  }
}
