// The kinds of sites, each with its snippets and with where they go.

import { linkBlocks } from "./link.js";
import { go, inline, liquid, shortcode, svelte } from "./quoting.js";
import { element, FOLLOW, framed, indent, install, tag } from "./tags.js";

/** @typedef {import("./tags.js").Choices} Choices */
/**
 * A text to copy, with what it is for.
 * @typedef {{ caption: string, code: string }} Block
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
const pasted = (choices) => [{ caption: "Paste this", code: tag(choices) }];

const OWN = "If the page has a <good-sport> element, the widget goes there instead.";
const STYLED =
  "Colors and sizes are the widget’s own: your style sheet does not reach into a frame.";
const TYPED = 'In TypeScript, add: import type {} from "good-sport/types/react";';
const PACKED =
  "Until the first release is on npm, install the file that cargo xtask package makes in target/package.";
const PLAN = "Scripts need a plan that allows them.";

/** @type {Record<string, Kind>} */
export const KINDS = {
  html: {
    label: "Plain HTML",
    group: "A page",
    files: "hosted",
    styles: "file",
    where: "Into the body of the page, where the widget is to appear.",
    notes: [OWN],
    blocks: pasted,
  },
  wordpress: {
    label: "WordPress",
    group: "A page",
    files: "hosted",
    styles: "file",
    hasSheet: true,
    where: "Into a page or post. With the plugin: as a block of its own, or as a shortcode.",
    notes: [
      "The plugin brings the files along; the second snippet takes them from the address above.",
      "WordPress removes scripts from the posts of other roles than administrators and editors.",
      "cargo xtask package makes the plugin; integrations/wordpress says how to install it.",
    ],
    blocks: (choices) => [
      {
        caption: "The shortcode of the plugin",
        code: `[good-sport${inline(choices.attributes, shortcode)}]`,
      },
      { caption: "Without the plugin: into a Custom HTML block", code: tag(choices) },
    ],
  },
  ghost: {
    label: "Ghost",
    group: "A page",
    files: "hosted",
    styles: "file",
    where: "Into an HTML card of the page: type /html in the editor.",
    notes: [OWN],
    blocks: pasted,
  },
  squarespace: {
    label: "Squarespace",
    group: "A page",
    files: "hosted",
    styles: "beside",
    where: "Into a Code block, with its type set to HTML.",
    notes: [PLAN, "Squarespace may show the block only once the page is published."],
    blocks: pasted,
  },
  wix: {
    label: "Wix",
    group: "A page",
    files: "hosted",
    styles: "none",
    where: "Into an Embed HTML element: Add, Embed code, Embed HTML.",
    notes: ["Wix does not make the element as high as what is in it: do that by hand.", STYLED],
    blocks: (choices) => [{ caption: "The frame", code: framed(choices) }],
  },
  webflow: {
    label: "Webflow",
    group: "A page",
    files: "hosted",
    styles: "beside",
    where: "Into a Code Embed element on the page.",
    notes: [PLAN, "It appears on the published page, not in the designer."],
    blocks: pasted,
  },
  react: {
    label: "React",
    group: "A framework",
    files: "package",
    styles: "file",
    where: "Into a component; React 19 or newer.",
    notes: [TYPED, PACKED],
    blocks: (choices) => [
      {
        caption: "The component",
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
    group: "A framework",
    files: "package",
    styles: "file",
    where: "Into a file of its own, such as app/thank-you.jsx.",
    notes: [TYPED, PACKED],
    blocks: (choices) => [
      {
        caption: "The component, which runs in the browser",
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
    group: "A framework",
    files: "package",
    styles: "file",
    where: "Into a single-file component.",
    notes: [PACKED],
    blocks: (choices) => [
      {
        caption: "The component",
        code: `<script setup>
import "good-sport/define";
</script>

<template>
  ${indent(element(choices), 2)}
</template>`,
      },
      {
        caption: "In vite.config.js, so that Vue leaves the element alone",
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
    group: "A framework",
    files: "package",
    styles: "file",
    where: "Into a component, or a page of SvelteKit.",
    notes: [PACKED],
    blocks: (choices) => [
      {
        caption: "The component",
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
    group: "A framework",
    files: "package",
    styles: "file",
    where: "Into a page or component of Astro.",
    notes: [PACKED, "Without npm, use the component in integrations/astro."],
    blocks: (choices) => [
      {
        caption: "The page",
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
    group: "A generator",
    files: "brought",
    styles: "file",
    hasSheet: true,
    where: "Into the Markdown of a page.",
    notes: [
      "The shortcode is a file in integrations/hugo; its README says where it and the widget’s files go.",
    ],
    blocks: ({ attributes }) => [
      { caption: "The shortcode", code: `{{< good-sport${inline(attributes, go)} >}}` },
    ],
  },
  jekyll: {
    label: "Jekyll",
    group: "A generator",
    files: "brought",
    styles: "file",
    hasSheet: true,
    where: "Into a page or post.",
    notes: [
      "The include is a file in integrations/jekyll; its README says where it and the widget’s files go.",
    ],
    blocks: ({ attributes }) => [
      {
        caption: "The include",
        code: `{% include good-sport.html${inline(attributes, liquid)} %}`,
      },
    ],
  },
  docusaurus: {
    label: "Docusaurus",
    group: "A generator",
    files: "hosted",
    styles: "file",
    where: "The element into a page, in Markdown or MDX.",
    notes: ["integrations/docusaurus says where the widget’s files go."],
    blocks: (choices) => [
      { caption: "The element", code: element(choices) },
      {
        caption: "In docusaurus.config.js, once for the whole site",
        code: `scripts: [{ src: "${choices.base}good-sport.js", async: true, "data-place": "off" }],`,
      },
    ],
  },
  mkdocs: {
    label: "MkDocs",
    group: "A generator",
    files: "hosted",
    styles: "file",
    where: "The element into a page, on a line of its own.",
    notes: [
      "The hook is a file in integrations/mkdocs; its README says where it and the widget’s files go.",
    ],
    blocks: (choices) => [
      { caption: "The element", code: element(choices) },
      {
        caption: "In mkdocs.yml, once for the whole site",
        code: `hooks: [good_sport.py]
extra:
  good_sport:
    base: ${choices.base}`,
      },
    ],
  },
  frame: {
    label: "Only a frame is allowed",
    group: "No script",
    files: "hosted",
    styles: "none",
    where: "Where your system takes an address to embed, or HTML without scripts.",
    notes: [STYLED, "Notion takes the address alone, the one after src: type /embed."],
    blocks: (choices) => [
      { caption: "The frame", code: framed(choices) },
      {
        caption: "Where scripts are allowed, before the frame: this keeps it as high as the widget",
        code: FOLLOW,
      },
    ],
  },
  email: {
    label: "A link in an email",
    group: "No script",
    files: "brought",
    styles: "none",
    where: "Into the template of your rejection email, by the link button of its editor.",
    notes: [
      "The linked page needs the widget with prefill set to fragment; good-sport.html, one of the files, has it.",
      "What follows # never reaches a server. Send yourself a test before you use it.",
    ],
    blocks: ({ link }) => linkBlocks(link),
  },
};
