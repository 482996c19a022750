// The script of the frame, a page with nothing but the widget: the page's address has the attributes,
// and the page around it is told how high the widget is.
import { ATTRIBUTES, NAME } from "../js/loader/attributes.js";
import { languages } from "../js/loader/languages.js";

/** How long the page around may take to follow a new height. */
const FOLLOWING_MILLIS = 250;

const root = document.documentElement;
const element = document.createElement(NAME);
/** The height of the widget, as it was last told. */
let height = 0;
let timer = 0;

/** Gives the element what the address has; a link may fill in the form, as this page is for that alone. */
function readAddress() {
  const { searchParams } = new URL(location.href);
  element.setAttribute("prefill", "fragment");
  for (const name of ATTRIBUTES) {
    const value = searchParams.get(name);
    if (value) element.setAttribute(name, value);
  }
  // Of an element that is nowhere yet: the page is in its language, and not the other way round.
  [root.lang] = languages(element);
}

/**
 * Lets no script run but those of this folder, beside the policy that the page has from the start: where
 * a sandbox takes its origin, WebKit takes no address for `'self'`.
 */
function restrict() {
  const { href, protocol } = new URL(".", location.href);
  const meta = document.createElement("meta");
  meta.httpEquiv = "Content-Security-Policy";
  const folder = protocol === "file:" ? protocol : href.replace(/[;,]/g, encodeURIComponent);
  meta.content = `script-src 'wasm-unsafe-eval' ${folder}`;
  document.head.append(meta);
}

/** Loads the widget; where that fails, the short letter stands in its place. */
function load() {
  const script = document.createElement("script");
  // From the disk, and in a sandbox that takes the page its origin, a page may load no module: then
  // everything has to come in one script.
  const kind = origin === "null" ? ".one" : "";
  script.src = `good-sport.${root.lang}${kind}.js`;
  script.onerror = () => {
    element.textContent = document.querySelector("noscript")?.textContent ?? "";
  };
  document.body.append(script);
}

/** Whether the frame shows the whole widget; the height of a zoomed page is rounded. */
const isWhole = () => innerHeight >= height - 1;

/** Has a scroll bar where the frame stays lower than the widget, and in no moment before. */
function fit() {
  clearTimeout(timer);
  const toggle = () => root.classList.toggle("fits", isWhole());
  if (isWhole()) toggle();
  else timer = setTimeout(toggle, FOLLOWING_MILLIS);
}

function tell() {
  const now = Math.ceil(element.getBoundingClientRect().height);
  // Before the widget is drawn nobody shall fold the frame up.
  const isKept = now <= innerHeight && !element.hasAttribute("data-drawn");
  if (isKept || now === height) return;
  height = now;
  parent.postMessage({ type: "good-sport-height", height }, "*");
  fit();
}

readAddress();
document.body.append(element);
if (parent === window) {
  root.classList.add("alone");
} else {
  root.classList.add("fits");
  new ResizeObserver(tell).observe(element);
  addEventListener("resize", fit);
}
restrict();
load();
