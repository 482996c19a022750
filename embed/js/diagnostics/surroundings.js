// What the report says of the page around the widget: language, size, color scheme, clipboard, storage.

/**
 * @typedef {import("../context.js").Context} Context
 * @typedef {import("./files.js").Line} Line
 */

const isFramed = parent !== window;

/**
 * @param {any} element
 * @param {Context} context
 * @returns {Line}
 */
function language(element, context) {
  const [own, letter] = context.languages();
  let from = `the browser's languages (${navigator.languages.join(", ")})`;
  for (let it = element; it; it = it.parentNode ?? it.host) {
    if (!it.lang) continue;
    from = `<${it.localName} lang="${it.lang}">`;
    break;
  }
  return ["ok", `Language: ${own}, from ${from}; the letter: ${letter}.`];
}

/**
 * The height to reserve in a column.
 * @param {number} width
 */
const reserve = (width) =>
  /** @type {[any, number]} */ (
    __RESERVES__.find(([widest]) => widest === null || width <= widest)
  )[1];

/**
 * @param {Element} element
 * @param {HTMLElement | null} stage
 * @returns {Line}
 */
function size(element, stage) {
  const width = Math.round(element.getBoundingClientRect().width);
  const height = stage?.offsetHeight ?? 0;
  const start = `Size: ${width} × ${height} px; `;
  if (isFramed) return ["ok", `${start}the frame is ${innerWidth} × ${innerHeight} px.`];
  const reserved = Math.round(parseFloat(getComputedStyle(element).minHeight)) || 0;
  if (reserved >= height) return ["ok", `${start}${reserved} px are reserved.`];
  return [
    "fix",
    `${start}${reserved} px are reserved, so that what is below moves while it loads. For a column of this width reserve ${reserve(width)} px by min-height (docs/embedding.md, Reserved height).`,
  ];
}

/**
 * @param {Element} element
 * @param {HTMLElement | null} stage
 * @returns {Line}
 */
function scheme(element, stage) {
  const theme = element.getAttribute("theme") ?? "auto";
  const { colorScheme } = getComputedStyle(element);
  const drawn = stage?.querySelector(".root");
  const declared = drawn ? getComputedStyle(drawn).colorScheme : "unknown";
  const page = colorScheme === "normal" ? "none, so that the background decides" : colorScheme;
  const visitor = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  // A page that has both leaves it to the visitor, and one that has none to the background.
  const now = declared === "normal" ? "light" : declared.includes(" ") ? visitor : declared;
  return [
    "ok",
    `Color scheme: ${now}; theme="${theme}", the page declares ${page}, the visitor prefers ${visitor}.`,
  ];
}

/**
 * Whether a feature is allowed in this document, where the browser tells.
 * @param {string} name
 * @returns {boolean | undefined}
 */
const allows = (name) => /** @type {any} */ (document).featurePolicy?.allowsFeature(name);

/** @returns {Line} */
function clipboard() {
  const end = "the letter is copied in the older way, which works there, too.";
  if (!isSecureContext) return ["note", `Clipboard: none, since the page has no https; ${end}`];
  if (allows("clipboard-write") === false) {
    const how = isFramed ? 'the frame needs allow="clipboard-write"' : "by Permissions-Policy";
    return ["note", `Clipboard: forbidden (${how}); ${end}`];
  }
  if (isFramed && allows("clipboard-write") === undefined) {
    return ["note", `Clipboard: frames need allow="clipboard-write"; without, ${end}`];
  }
  return ["ok", "Clipboard: allowed."];
}

/**
 * @param {Element} element
 * @returns {Line}
 */
function storage(element) {
  if (element.getAttribute("storage") === "off")
    return ["ok", "Storage: turned off by storage=off."];
  try {
    localStorage.getItem("good-sport");
    return ["ok", "Storage: possible; nothing is stored unless the visitor asks for it."];
  } catch {
    return ["note", "Storage: blocked by the browser or a sandbox; a draft cannot be kept."];
  }
}

/** @returns {Line[]} */
function page() {
  const { characterSet, compatMode } = document;
  const mode = compatMode === "CSS1Compat" ? "" : ", in quirks mode";
  const frame = isFramed ? ", in a frame" : "";
  /** @type {Line[]} */
  const lines = [
    ["ok", `Page: ${location.origin}${location.pathname}${frame}, ${characterSet}${mode}.`],
    ["ok", `Browser: ${navigator.userAgent}.`],
  ];
  if (origin === "null") {
    const text =
      'Sandbox: the page has no origin. Files load only from a server that sends Access-Control-Allow-Origin, or with good-sport.LANG.one.js; sandbox="… allow-same-origin" gives it back.';
    lines.push(["note", text]);
  }
  return lines;
}

/**
 * The lines about what is around the widget.
 * @param {ShadowRoot} shadow
 * @param {Context} context
 * @returns {Line[]}
 */
export function surroundings(shadow, context) {
  const { host } = shadow;
  /** @type {HTMLElement | null} */
  const stage = shadow.querySelector(".stage");
  return [
    language(host, context),
    size(host, stage),
    scheme(host, stage),
    clipboard(),
    storage(host),
    ...page(),
  ];
}
