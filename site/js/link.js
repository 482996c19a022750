// The link in a rejection email, which fills in the form, and the words around it.

import { TEXTS } from "./offers.js";
import { t } from "./texts.js";

/**
 * What the link has: values that are written out, and placeholders that a system fills in.
 * @typedef {{
 *   page: string, lang: string,
 *   values: Map<string, string>, placeholders: Map<string, string>,
 * }} Link
 */

/**
 * The address. Of a placeholder nothing is encoded, for the system looks for it as it stands.
 * @param {Link} link
 */
function address({ page, values, placeholders }) {
  const written = new URLSearchParams([...values]).toString().replaceAll("+", "%20");
  const open = [...placeholders].map(([name, placeholder]) => `${name}=${placeholder}`);
  // Last, since what is filled in may hold whatever would begin another field.
  return `${page}#good-sport?${[written, ...open].filter(Boolean).join("&")}`;
}

/** @param {Link} link */
export function linkBlocks(link) {
  const text = TEXTS.find((it) => it.lang === link.lang) ?? TEXTS[0];
  return [
    { caption: t("The address of the link"), code: address(link) },
    {
      caption: t("The text around it; [ ] are the words of the link"),
      code: text.text,
      lang: text.lang,
    },
  ];
}
