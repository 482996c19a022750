// What the builder offers, all of it from the table of the API.

import api from "../../embed/api.json";

/**
 * A value of an attribute. Of those of one group at most one is chosen.
 * @typedef {{ name: string, label: string, group: string }} Value
 */
/**
 * An attribute of the element.
 * @typedef {{
 *   name: string, about: string, kind: string, default: string, absent: string,
 *   description: string, values: Value[],
 * }} Attribute
 */
/**
 * A custom property; one without a default is a color that is worked out.
 * @typedef {{ name: string, default: string, description: string }} Token
 */
/**
 * An applicant tracking system, with its placeholders where they are known.
 * @typedef {{ name: string, role: string, person: string, note: string }} System
 */

/** @type {Attribute[]} */
export const ATTRIBUTES = api.attributes;
/** @type {Token[]} */
export const TOKENS = api.tokens;
/** @type {System[]} */
export const SYSTEMS = api.systems;
export const { events: EVENTS, reserve: RESERVE, scripts: SCRIPTS, texts: TEXTS } = api;

/** The version of the files beside this page. */
export const VERSION = __VERSION__;
/** The integrity of each script that a tag may name. */
export const INTEGRITY = __INTEGRITY__;

/**
 * What a language calls itself.
 * @param {string} lang
 */
export const nameOf = (lang) =>
  ATTRIBUTES.find((it) => it.name === "lang")?.values.find((it) => it.name === lang)?.label ?? lang;

/** @param {Token} token */
export const isColor = (token) => token.default === "" || CSS.supports("color", token.default);
