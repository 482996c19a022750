// The kinds of sites, each with its snippets and with where they go.

import { linkBlocks } from "./link.js";
import { go, inline, liquid, shortcode, svelte } from "./quoting.js";
import { element, FOLLOW, framed, indent, install, tag } from "./tags.js";
import { t } from "./texts.js";

/** @typedef {import("./tags.js").Choices} Choices */
/**
 * A text to copy, with what it is for, and its language unless that is code.
 * @typedef {{ caption: string, code: string, lang?: string }} Block
 */
/**
 * A kind of site. `files` says how it gets the files: hosted somewhere, in a package of npm, or brought along by
 * what is installed. `styles` says where a style sheet is: in a file, beside the snippet, or nowhere; with
 * `hasSheet` the widget's own is linked, which reserves the height.
 * @typedef {{
 *   label: string, group: string, files: "hosted" | "package" | "brought", styles: "file" | "beside" | "none",
 *   hasSheet?: boolean, where: string, notes: string[], blocks: (choices: Choices) => Block[],
 * }} Kind
 */

/** @param {Choices} choices */
const pasted = (choices) => [{ caption: t("Paste this"), code: tag(choices) }];

const OWN = t("If the page has a <good-sport> element, the widget goes there instead.");
const STYLED = t(
  "Colors and sizes are the widget’s own: your style sheet does not reach into a frame.",
);
const TYPED = t('In TypeScript, add: import type {} from "good-sport/types/react";');
const PACKED = t(
  "Until the first release is on npm, install the file that cargo xtask package makes in target/package.",
);
const PLAN = t("Scripts need a plan that allows them.");

/** @type {Record<string, Kind>} */
export const KINDS = {
  html: {
    label: t("Plain HTML"),
    group: t("A page"),
    files: "hosted",
    styles: "file",
    where: t("Into the body of the page, where the widget is to appear."),
    notes: [OWN],
    blocks: pasted,
  },
  wordpress: {
    label: "WordPress",
    group: t("A page"),
    files: "hosted",
    styles: "file",
    hasSheet: true,
    where: t("Into a page or post. With the plugin: as a block of its own, or as a shortcode."),
    notes: [
      t("The plugin brings the files along; the second snippet takes them from the address above."),
      t("WordPress removes scripts from the posts of other roles than administrators and editors."),
      t("cargo xtask package makes the plugin; integrations/wordpress says how to install it."),
    ],
    blocks: (choices) => [
      {
        caption: t("The shortcode of the plugin"),
        code: `[good-sport${inline(choices.attributes, shortcode)}]`,
      },
      { caption: t("Without the plugin: into a Custom HTML block"), code: tag(choices) },
    ],
  },
  ghost: {
    label: "Ghost",
    group: t("A page"),
    files: "hosted",
    styles: "file",
    where: t("Into an HTML card of the page: type /html in the editor."),
    notes: [OWN],
    blocks: pasted,
  },
  squarespace: {
    label: "Squarespace",
    group: t("A page"),
    files: "hosted",
    styles: "beside",
    where: t("Into a Code block, with its type set to HTML."),
    notes: [PLAN, t("Squarespace may show the block only once the page is published.")],
    blocks: pasted,
  },
  wix: {
    label: "Wix",
    group: t("A page"),
    files: "hosted",
    styles: "none",
    where: t("Into an Embed HTML element: Add, Embed code, Embed HTML."),
    notes: [t("Wix does not make the element as high as what is in it: do that by hand."), STYLED],
    blocks: (choices) => [{ caption: t("The frame"), code: framed(choices) }],
  },
  webflow: {
    label: "Webflow",
    group: t("A page"),
    files: "hosted",
    styles: "beside",
    where: t("Into a Code Embed element on the page."),
    notes: [PLAN, t("It appears on the published page, not in the designer.")],
    blocks: pasted,
  },
  react: {
    label: "React",
    group: t("A framework"),
    files: "package",
    styles: "file",
    where: t("Into a component; React 19 or newer."),
    notes: [TYPED, PACKED],
    blocks: (choices) => [
      {
        caption: t("The component"),
        code: `import "good-sport/define";

export function ThankYou() {
  return ${indent(element(choices), 2)};
}`,
      },
      install(choices),
    ],
  },
  next: {
    label: "Next.js",
    group: t("A framework"),
    files: "package",
    styles: "file",
    where: t("Into a file of its own, such as app/thank-you.jsx."),
    notes: [TYPED, PACKED],
    blocks: (choices) => [
      {
        caption: t("The component, which runs in the browser"),
        code: `"use client";

import "good-sport/define";

export function ThankYou() {
  return ${indent(element(choices), 2)};
}`,
      },
      install(choices),
    ],
  },
  vue: {
    label: "Vue",
    group: t("A framework"),
    files: "package",
    styles: "file",
    where: t("Into a single-file component."),
    notes: [PACKED],
    blocks: (choices) => [
      {
        caption: t("The component"),
        code: `<script setup>
import "good-sport/define";
</script>

<template>
  ${indent(element(choices), 2)}
</template>`,
      },
      {
        caption: t("In vite.config.js, so that Vue leaves the element alone"),
        code: `vue({
  template: {
    compilerOptions: { isCustomElement: (tag) => tag === "good-sport" },
  },
})`,
      },
      install(choices),
    ],
  },
  svelte: {
    label: "Svelte",
    group: t("A framework"),
    files: "package",
    styles: "file",
    where: t("Into a component, or a page of SvelteKit."),
    notes: [PACKED],
    blocks: (choices) => [
      {
        caption: t("The component"),
        code: `<script>
  import "good-sport/define";
</script>

${element(choices, svelte)}`,
      },
      install(choices),
    ],
  },
  astro: {
    label: "Astro",
    group: t("A framework"),
    files: "package",
    styles: "file",
    where: t("Into a page or component of Astro."),
    notes: [PACKED, t("Without npm, use the component in integrations/astro.")],
    blocks: (choices) => [
      {
        caption: t("The page"),
        code: `${element(choices)}

<script>
  import "good-sport/define";
</script>`,
      },
      install(choices),
    ],
  },
  hugo: {
    label: "Hugo",
    group: t("A generator"),
    files: "brought",
    styles: "file",
    hasSheet: true,
    where: t("Into the Markdown of a page."),
    notes: [
      t(
        "The shortcode is a file in integrations/hugo; its README says where it and the widget’s files go.",
      ),
    ],
    blocks: ({ attributes }) => [
      { caption: t("The shortcode"), code: `{{< good-sport${inline(attributes, go)} >}}` },
    ],
  },
  jekyll: {
    label: "Jekyll",
    group: t("A generator"),
    files: "brought",
    styles: "file",
    hasSheet: true,
    where: t("Into a page or post."),
    notes: [
      t(
        "The include is a file in integrations/jekyll; its README says where it and the widget’s files go.",
      ),
    ],
    blocks: ({ attributes }) => [
      {
        caption: t("The include"),
        code: `{% include good-sport.html${inline(attributes, liquid)} %}`,
      },
    ],
  },
  docusaurus: {
    label: "Docusaurus",
    group: t("A generator"),
    files: "hosted",
    styles: "file",
    where: t("The element into a page, in Markdown or MDX."),
    notes: [t("integrations/docusaurus says where the widget’s files go.")],
    blocks: (choices) => [
      { caption: t("The element"), code: element(choices) },
      {
        caption: t("In docusaurus.config.js, once for the whole site"),
        code: `scripts: [{ src: "${choices.base}good-sport.js", async: true, "data-place": "off" }],`,
      },
    ],
  },
  mkdocs: {
    label: "MkDocs",
    group: t("A generator"),
    files: "hosted",
    styles: "file",
    where: t("The element into a page, on a line of its own."),
    notes: [
      t(
        "The hook is a file in integrations/mkdocs; its README says where it and the widget’s files go.",
      ),
    ],
    blocks: (choices) => [
      { caption: t("The element"), code: element(choices) },
      {
        caption: t("In mkdocs.yml, once for the whole site"),
        code: `hooks: [good_sport.py]
extra:
  good_sport:
    base: ${choices.base}`,
      },
    ],
  },
  frame: {
    label: t("Only a frame is allowed"),
    group: t("No script"),
    files: "hosted",
    styles: "none",
    where: t("Where your system takes an address to embed, or HTML without scripts."),
    notes: [STYLED, t("Notion takes the address alone, the one after src: type /embed.")],
    blocks: (choices) => [
      { caption: t("The frame"), code: framed(choices) },
      {
        caption: t(
          "Where scripts are allowed, before the frame: this keeps it as high as the widget",
        ),
        code: FOLLOW,
      },
    ],
  },
  email: {
    label: t("A link in an email"),
    group: t("No script"),
    files: "brought",
    styles: "none",
    where: t("Into the template of your rejection email, by the link button of its editor."),
    notes: [
      t(
        "The linked page needs the widget with prefill set to fragment; good-sport.html, one of the files, has it.",
      ),
      t("What follows # never reaches a server. Send yourself a test before you use it."),
    ],
    blocks: ({ link }) => linkBlocks(link),
  },
};
