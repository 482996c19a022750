// The controls of the form, made from what the table of the API offers.

import { make, prose } from "./dom.js";
import { ATTRIBUTES, isColor, TOKENS } from "./offers.js";
import { t } from "./texts.js";

/** @typedef {import("./offers.js").Attribute} Attribute */
/** @typedef {import("./offers.js").Value} Value */

/** What attributes are about, in the order of the form, as a person would say it. */
const TITLES = {
  form: t("What is filled in"),
  letter: t("The letter"),
  look: t("Look and language"),
  page: t("In your page"),
};

/** What the groups of a list are called, of which one value is chosen each. @type {Record<string, string>} */
const GROUPS = {
  outcome: t("Outcome"),
  stage: t("Stage"),
  channel: t("Channel"),
};

/** A choice between more values than this is a list. */
const FEW = 3;

/** @param {Value} value */
const label = ({ name, label }) => (label ? t(label) : name);

/**
 * A list of values, of which the first stands for none if there is a word for it.
 * @param {string} id
 * @param {string} name
 * @param {Value[]} values
 * @param {{ none?: string, chosen?: string, help?: string }} more
 */
function select(id, name, values, { none, chosen, help }) {
  const options = values.map((it) =>
    make("option", { value: it.name, selected: it.name === chosen }, label(it)),
  );
  if (none) options.unshift(make("option", { value: "" }, none));
  return make("select", { id, name, "aria-describedby": help ?? false }, ...options);
}

/**
 * Boxes or buttons, each with its label.
 * @param {string} type
 * @param {string} name
 * @param {Value[]} values
 * @param {string} chosen
 */
const ticks = (type, name, values, chosen = "") =>
  values.map((it) =>
    make(
      "label",
      {},
      make("input", { type, name, value: it.name, checked: it.name === chosen }),
      make("span", {}, label(it)),
    ),
  );

/**
 * The controls of a list: one for each group of which one value is chosen, and boxes for the others.
 * @param {Attribute} attribute
 */
function list({ name, values }) {
  const groups = [...new Set(values.map((it) => it.group))].filter(Boolean);
  const selects = groups.map((group) => {
    const id = `${name}-${group}`;
    const of = values.filter((it) => it.group === group);
    const control = select(id, name, of, { none: t("Not said") });
    return make("p", { class: "third" }, make("label", { for: id }, GROUPS[group]), control);
  });
  const others = values.filter((it) => it.group === "");
  return [...selects, make("div", { class: "ticks" }, ...ticks("checkbox", name, others))];
}

/**
 * The line of help.
 * @param {string} id
 * @param {string} description
 * @param {string} absent
 */
const help = (id, description, absent) =>
  make(
    "span",
    { class: "help", id },
    ...prose(t("{text}.", { text: t(description) })),
    ...(absent ? [" ", ...prose(t("Default: {text}.", { text: t(absent) }))] : []),
  );

/** @param {Attribute} attribute */
function control(attribute) {
  const { name, kind, values, default: chosen, description, absent } = attribute;
  const id = `option-${name}`;
  const line = help(`${id}-help`, description, absent);
  const isFew = kind === "choice" && values.length <= FEW;
  if (kind === "list" || isFew) {
    const controls = isFew
      ? [make("div", { class: "choice" }, ...ticks("radio", name, values, chosen))]
      : list(attribute);
    const legend = make("legend", {}, make("code", {}, name));
    return make(
      "fieldset",
      { "data-name": name, "aria-describedby": line.id },
      legend,
      ...controls,
      line,
    );
  }
  const field = values.length
    ? select(id, name, values, { none: chosen ? "" : t("Default"), chosen, help: line.id })
    : make("input", {
        id,
        name,
        type: kind === "number" ? "number" : "text",
        min: kind === "number" && "0",
        maxlength: kind === "text" && "200",
        "aria-describedby": line.id,
      });
  const label = make("label", { for: id }, make("code", {}, name));
  const half = kind === "text" ? "half" : "";
  return make("p", { "data-name": name, class: half }, label, field, line);
}

/** @param {import("./offers.js").Token} token */
function tokenControl(token) {
  const { name, description } = token;
  const line = help(`${name}-help`, description, "");
  const field = make("input", {
    id: name,
    name,
    placeholder: token.default || t("black or white"),
    spellcheck: "false",
    "aria-describedby": line.id,
  });
  const controls = [field];
  if (isColor(token)) {
    const [value] = /#\w{6}/.exec(token.default) ?? ["#ffffff"];
    const picker = make("input", {
      type: "color",
      value,
      "aria-label": t("Pick {name}", { name }),
    });
    picker.addEventListener("input", () => {
      field.value = picker.value;
    });
    controls.push(picker);
  }
  const row = make("span", { class: "row" }, ...controls);
  return make("p", {}, make("label", { for: name }, make("code", {}, name)), row, line);
}

/**
 * A part of the form, folded unless it is the first.
 * @param {string} title
 * @param {string} about
 * @param {Node[]} controls
 */
const part = (title, about, controls) =>
  make(
    "details",
    { "data-about": about, open: about === "form" },
    make("summary", {}, title),
    make("div", { class: "fields" }, ...controls),
  );

/** The parts of the form with all attributes and all custom properties. */
export function parts() {
  const of = Object.entries(TITLES).map(([about, title]) =>
    part(title, about, ATTRIBUTES.filter((it) => it.about === about).map(control)),
  );
  return [...of, part(t("Colors and sizes"), "tokens", TOKENS.map(tokenControl))];
}

/**
 * The attributes that are chosen, and not the defaults, with their values.
 * @param {FormData} chosen
 * @returns {import("./quoting.js").Pairs}
 */
export const attributes = (chosen) =>
  ATTRIBUTES.map((it) => {
    const values = chosen.getAll(it.name).map((value) => String(value).trim());
    return /** @type {[string, string]} */ ([it.name, values.filter(Boolean).join(" ")]);
  }).filter(([name, value]) => {
    const { default: usual } = /** @type {Attribute} */ (ATTRIBUTES.find((it) => it.name === name));
    return value !== usual;
  });

/**
 * The custom properties that are chosen, with their values.
 * @param {FormData} chosen
 * @returns {import("./quoting.js").Pairs}
 */
export const tokens = (chosen) =>
  TOKENS.map(({ name }) => {
    // What would end the declaration begins nothing else.
    const value = String(chosen.get(name) ?? "").replace(/[;{}]/g, "");
    return /** @type {[string, string]} */ ([name, value.trim()]);
  }).filter(([, value]) => value);
