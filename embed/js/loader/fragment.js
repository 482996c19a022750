// The URL fragment that prefills the form: `#good-sport?company=Acme`, as a link in an email has
// it.
import { NAME } from "./attributes.js";
import { URL } from "./builtins.js";

/** The fields that such a link may fill in. */
const FIELDS = ["company", "role", "recipient", "situation"];
/** The start of such a fragment, also where a mailer has encoded it, and of one that has no fields. */
const START = /^#(?:%23)?good-sport(\?|%3f|-d)/i;
/** Where the fragment is kept while the address has the plain one, so that a reload finds it. */
const STATE = "goodSport";

const place = () => location.pathname + location.search;
/**
 * The fragment, from before any script of the page could replace it, and the page that it is for.
 */
let fragment = "";
/** @type {string | undefined} */
let page;

function read() {
  const { hash } = location;
  const kept = hash === `#${NAME}` ? history.state?.[STATE] : "";
  for (const it of [hash, kept]) {
    if (!START.test(it)) continue;
    fragment = it;
    page = place();
    return;
  }
  if (page !== place()) fragment = "";
}

/**
 * Callbacks for another such fragment.
 * @type {(() => void)[]}
 */
export const watchers = [];

/** Reads the address, and hears of each other one. */
export function watchAddress() {
  read();
  addEventListener("hashchange", () => {
    const before = fragment;
    read();
    if (fragment && fragment !== before) for (const call of [...watchers]) call();
  });
}

/**
 * Leaves the plain `#good-sport` in the address: themes look for the element that the fragment
 * names by a selector, and one with a question mark throws.
 * https://github.com/marcelodolza/iziModal/issues/155
 */
export function shorten() {
  if (!START.test(location.hash)) return;
  try {
    history.replaceState({ ...history.state, [STATE]: fragment }, "", `#${NAME}`);
  } catch {
    // A page in a sandbox may not change its address.
  }
}

/** The fields that the address fills in, by name. */
export function fields() {
  read();
  const [start, mark] = START.exec(fragment) ?? [];
  if (!start) return {};
  let text = fragment.slice(start.length);
  try {
    if (mark !== "?") text = decodeURIComponent(text);
  } catch {
    // It is read as it stands.
  }
  // A mailer may write the separator as HTML does, and a browser may add where to scroll to. What
  // fills a placeholder is not encoded: only before a name and a sign of equality a field begins.
  const query = text
    .replace(/:~:.*$/, "")
    .replace(/&amp;/gi, "&")
    .replace(/&(?![\w-]+=)/g, "%26")
    .replace(/#/g, "%23");
  const { searchParams: values } = new URL(`fragment:?${query}`);
  /** @type {Record<string, string>} */
  const found = {};
  for (const name of FIELDS) {
    if (values.has(name)) found[name] = /** @type {string} */ (values.get(name));
  }
  return found;
}
