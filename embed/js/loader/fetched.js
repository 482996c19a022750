// Loading of a file that stands beside the tag's script, with its integrity checked and errors with
// codes.
import { detach, URL } from "./builtins.js";
import { failure } from "./failure.js";
import { base, tag as ownTag } from "./tag.js";

/** How long the browser may take to tell that a policy was in the way. */
const REFUSAL_MILLIS = 100;

let failures = 0;

/**
 * Loads a file. Its bytes are compared with the hash by a link in `place`, a shadow root, which a
 * page's policy lets through where it lets the script through.
 * @type {typeof import("good-sport-fetched").fetched}
 */
export async function fetched(kind, hash, place) {
  const name = "good-sport." + kind + "." + hash.slice(0, 10).replace(/\W/g, "-") + ".js";
  const folder = place.host.getAttribute("data-base")?.replace(/\/?$/, "/");
  const url = new URL(name, folder ? new URL(folder, document.baseURI) : base);
  // A module that failed stays failed under its address, so that another try needs another one.
  if (failures) url.search = /** @type {any} */ (failures);
  const { href } = url;
  /** @type {any} */
  let hear;
  /** @type {Promise<"policy">} */
  const refused = new Promise((resolve) => {
    hear = (/** @type {SecurityPolicyViolationEvent} */ { blockedURI }) =>
      blockedURI === href && resolve("policy");
    document.addEventListener("securitypolicyviolation", hear);
  });
  const link = document.createElement("link");
  try {
    link.rel = "modulepreload";
    link.integrity = "sha256-" + hash;
    link.nonce = ownTag?.nonce ?? "";
    link.href = href;
    if (link.relList.supports(link.rel)) {
      await new Promise((resolve, reject) => {
        link.onload = resolve;
        link.onerror = reject;
        place.appendChild(link);
      });
    }
    return await import(href);
  } catch (cause) {
    failures += 1;
    // Firefox tells of a refusal after the link has failed.
    /** @type {Promise<"load">} */
    const other = new Promise((resolve) => setTimeout(resolve, REFUSAL_MILLIS, "load"));
    const code = navigator.onLine ? await Promise.race([refused, other]) : "offline";
    throw failure(code, href + " did not come" + (code === "load" ? ADVICE : ""), cause);
  } finally {
    detach(link);
    document.removeEventListener("securitypolicyviolation", hear);
  }
}

/** Advice for the developer about a file that is not there. */
const ADVICE =
  ". Are the files on the server of the same version as good-sport.js, which may be cached? Was that" +
  " script moved or joined with others? Then exclude it there, or say by data-base where its files are.";
