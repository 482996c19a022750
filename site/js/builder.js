// The snippet builder: what is chosen becomes the snippet, and the preview follows.

import { copyBy } from "./copying.js";
import { byId, make } from "./dom.js";
import { attributes, parts, tokens } from "./form.js";
import { KINDS } from "./kinds.js";
import { INTEGRITY, nameOf, RESERVE, SCRIPTS, SYSTEMS, TEXTS, VERSION } from "./offers.js";
import { preview } from "./preview.js";
import { LANG, t } from "./texts.js";

/** @typedef {import("./kinds.js").Block} Block */
/** @typedef {import("./kinds.js").Kind} Kind */

/** Stands for the address of the publisher's own files until it is typed. */
const FOLDER = "https://YOUR-SITE.example/good-sport/";
/** Stands for the page that an email links to. */
const PAGE = "https://YOUR-SITE.example/YOUR-PAGE";
/** The fields of the form that a link may fill in. */
const LINKED = ["company", "role", "recipient", "situation"];

/** What tells whether it worked. */
const CHECK = t(
  "To check it, add #good-sport-diagnostics to the page’s address: below the widget, a report says what is to be done, if anything.",
);
const CHECK_FRAME = t(
  "To check it, open the frame’s own address with #good-sport-diagnostics added: a report says what is to be done, if anything.",
);

const form = /** @type {HTMLFormElement} */ (byId("builder"));

/**
 * Whether the snippet is a frame, whose page has to come from the publisher's own server.
 * @param {Kind} kind
 */
const isFramed = (kind) => kind.files === "hosted" && kind.styles === "none";

/** @param {FormData} chosen */
const kindOf = (chosen) => KINDS[String(chosen.get("kind"))];

/** @param {FormData} chosen */
function baseOf(chosen) {
  const host = chosen.get("host");
  if (host === "here") return new URL(".", location.href).href;
  if (host === "cdn") {
    const version = chosen.get("version") === "fixed" ? VERSION : VERSION.split(".")[0];
    return `https://cdn.jsdelivr.net/npm/good-sport@${version}/dist/`;
  }
  const folder = String(chosen.get("folder")).trim();
  return folder ? folder.replace(/\/*$/, "/") : FOLDER;
}

/**
 * What a link in an email has: what is written in the form, and the placeholders of the system for the rest.
 * @param {FormData} chosen
 * @returns {import("./link.js").Link}
 */
function linkOf(chosen) {
  const values = new Map(attributes(chosen).filter(([name]) => LINKED.includes(name)));
  const system = SYSTEMS.find((it) => it.name === chosen.get("system"));
  /** @type {Map<string, string>} */
  const placeholders = new Map();
  if (system?.person && chosen.has("person") && !values.has("recipient")) {
    placeholders.set("recipient", system.person);
  }
  if (system?.role && !values.has("role")) placeholders.set("role", system.role);
  const page = String(chosen.get("page")).trim().split("#")[0] || PAGE;
  return { page, lang: String(chosen.get("text-lang")), values, placeholders };
}

/**
 * The script of the API's table for pages in this language.
 * @param {string} name
 * @param {string} lang
 */
const scriptFor = (name, lang) => name.replace(".en.", `.${lang}.`);

/**
 * @param {FormData} chosen
 * @returns {import("./tags.js").Choices}
 */
function choices(chosen) {
  const given = attributes(chosen);
  const lang = new Map(given).get("lang") ?? LANG;
  const script = scriptFor(String(chosen.get("script")), lang);
  const isFixed = chosen.get("version") === "fixed";
  return {
    base: baseOf(chosen),
    script,
    integrity: isFixed ? INTEGRITY[script] : "",
    isFixed,
    attributes: given,
    tokens: tokens(chosen),
    link: linkOf(chosen),
  };
}

/** @param {import("./quoting.js").Pairs} pairs */
const rule = (pairs) =>
  `good-sport {\n${pairs.map(([name, value]) => `  ${name}: ${value};\n`).join("")}}`;

/**
 * What a policy of the page has to allow.
 * @param {string} base
 * @param {Kind} kind
 */
function policy(base, kind) {
  if (kind.hasSheet) return "script-src 'self' 'wasm-unsafe-eval'; style-src 'self'";
  const [origin] = /^https?:\/\/[^/]+/.exec(base) ?? [];
  const source = (kind.files === "hosted" && origin) || "'self'";
  return isFramed(kind) ? `frame-src ${source}` : `script-src ${source} 'wasm-unsafe-eval'`;
}

/**
 * The snippets, in the order in which they are needed.
 * @param {Kind} kind
 * @param {import("./tags.js").Choices} chosen
 */
function blocksOf(kind, chosen) {
  const blocks = kind.blocks(chosen);
  if (chosen.tokens.length && kind.styles === "file") {
    blocks.push({ caption: t("Into your style sheet"), code: rule(chosen.tokens) });
  } else if (chosen.tokens.length && kind.styles === "beside") {
    blocks[0].code = `<style>\n${rule(chosen.tokens)}\n</style>\n${blocks[0].code}`;
  }
  return blocks;
}

/**
 * What not every page needs.
 * @param {Kind} kind
 * @param {string} base
 */
function extras(kind, base) {
  /** @type {Block[]} */
  const blocks = [];
  if (kind === KINDS.email) return blocks;
  if (kind.styles === "file" && !kind.hasSheet) {
    blocks.push({
      caption: t("So that nothing below moves while it loads, into your style sheet"),
      code: RESERVE,
    });
  }
  blocks.push({
    caption: t("If your site sends a Content-Security-Policy, it has to allow"),
    code: policy(base, kind),
  });
  return blocks;
}

/**
 * A text in which quoted values and what is still to be filled in stand out; it stays exactly what is copied.
 * @param {string} code
 * @returns {(Node | string)[]}
 */
const colored = (code) =>
  code.split(/("[^"]*")/).map((part, index) => {
    const words = part.split(/(YOUR-[A-Z-]+)/);
    const marked = words.map((it, at) => (at % 2 ? make("mark", {}, it) : it));
    return make("span", { class: index % 2 ? "value" : "" }, ...marked);
  });

/**
 * @param {Block} block
 * @param {boolean} isFirst
 */
function figure({ caption, code, lang }, isFirst) {
  const text = make("code", {}, ...colored(code));
  const button = make("button", { type: "button", class: isFirst ? "main" : "" }, t("Copy"));
  button.append(make("span", { class: "unseen" }, `: ${caption}`));
  copyBy(button, text);
  return make(
    "figure",
    {},
    make("figcaption", {}, caption),
    make("pre", { dir: "auto", lang: lang ?? false }, text),
    button,
  );
}

/**
 * Shows what belongs to the kind of site.
 * @param {Kind} kind
 * @param {FormData} chosen
 */
function showFields(kind, chosen) {
  const isEmail = kind === KINDS.email;
  for (const id of ["host-field", "script-field"]) byId(id).hidden = kind.files !== "hosted";
  byId("folder-field").hidden = kind.files !== "hosted" || chosen.get("host") !== "own";
  byId("version-field").hidden = kind.files === "brought";
  byId("email-fields").hidden = !isEmail;
  for (const it of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll("[data-name]"))) {
    it.hidden = isEmail && !LINKED.includes(it.dataset.name ?? "");
  }
  for (const it of form.querySelectorAll("details")) {
    const { about } = it.dataset;
    it.hidden = (isEmail && about !== "form") || (about === "tokens" && kind.styles === "none");
  }
  const system = SYSTEMS.find((it) => it.name === chosen.get("system"));
  byId("system-help").textContent = system ? t(system.note) : "";
  byId("person-field").hidden = !system?.person;
}

/** What was shown last: figures are made again only when they change, so that a button keeps the focus. */
let shown = "";

/**
 * Offers jsDelivr but for frames, since it sends no pages.
 * @param {Kind} kind
 */
function offerHosts(kind) {
  const cdn = /** @type {HTMLOptionElement} */ (byId("cdn"));
  cdn.disabled = isFramed(kind);
  if (cdn.disabled && cdn.selected) /** @type {HTMLSelectElement} */ (byId("host")).value = "own";
}

function update() {
  offerHosts(kindOf(new FormData(form)));
  const chosen = new FormData(form);
  const kind = kindOf(chosen);
  const given = choices(chosen);
  showFields(kind, chosen);
  preview(new Map(given.attributes), new Map(given.tokens));
  const blocks = blocksOf(kind, given);
  const more = extras(kind, given.base);
  const state = JSON.stringify([kind.label, blocks, more]);
  if (state === shown) return;
  shown = state;
  byId("where").textContent = kind.where;
  byId("snippets").replaceChildren(...blocks.map((it, index) => figure(it, index === 0)));
  const check = isFramed(kind) ? CHECK_FRAME : CHECK;
  const notes = kind === KINDS.email ? kind.notes : [...kind.notes, check];
  byId("notes").replaceChildren(...notes.map((it) => make("li", {}, it)));
  byId("extras").hidden = more.length === 0;
  byId("extra-snippets").replaceChildren(...more.map((it) => figure(it, false)));
}

/** Fills the lists that are not of the API. */
function fill() {
  const groups = [...new Set(Object.values(KINDS).map((it) => it.group))];
  byId("kind").append(
    ...groups.map((group) => {
      const of = Object.entries(KINDS).filter(([, it]) => it.group === group);
      const options = of.map(([name, it]) => make("option", { value: name }, it.label));
      return make("optgroup", { label: group }, ...options);
    }),
  );
  byId("script").append(
    ...SCRIPTS.map((it) => {
      // An option holds text alone.
      const text = t(it.description).replaceAll("`", "");
      const name = scriptFor(it.name, LANG);
      return make("option", { value: it.name }, t("{name}: {text}", { name, text }));
    }),
  );
  byId("system").append(...SYSTEMS.map((it) => make("option", {}, it.name)));
  byId("text-lang").append(
    ...TEXTS.map((it) =>
      make("option", { value: it.lang, selected: it.lang === LANG }, nameOf(it.lang)),
    ),
  );
  byId("fixed").textContent = t("Fixed: {version}", { version: VERSION });
  byId("parts").replaceWith(...parts());
}

/** Begins to follow the form. */
export function begin() {
  fill();
  form.addEventListener("input", update);
  form.addEventListener("submit", (event) => event.preventDefault());
  // The event comes before the fields have their first values again.
  form.addEventListener("reset", () => setTimeout(update));
  byId("write-link").addEventListener("click", () => {
    /** @type {HTMLSelectElement} */ (byId("kind")).value = "email";
    update();
  });
  update();
}
