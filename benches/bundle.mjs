// Bundles each peer into one classic script, as a site that embeds it would: `node bundle.mjs FOLDER`.

import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { parse } from "smol-toml";
import { build } from "vite";
import { usable } from "./peers/usable.js";

const PEERS = {
  preact: "peers/preact/main.jsx",
  svelte: "peers/svelte/main.js",
  altcha: "peers/published/altcha.js",
  "emoji-picker-element": "peers/published/emoji-picker-element.js",
  giscus: "peers/published/giscus.js",
  pagefind: "peers/published/pagefind.js",
};

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/**
 * The words of the widget itself. `words:text` and `words:labels` export each word by its name, so
 * that a bundle holds only those that its peer uses, as it would if they had been written there.
 */
const words = {
  name: "words",
  resolveId: (id) => (id.startsWith("words:") ? `\0${id}` : undefined),
  async load(id) {
    if (!id.startsWith("\0words:")) return undefined;
    const { labels, ...text } = parse(
      await readFile(here("../src/content/languages/en.toml"), "utf8"),
    );
    const named = Object.entries(id.endsWith("labels") ? labels : usable(text));
    // Nothing can be declared by a name that the language reserves, but exported: "private".
    return named
      .map(
        ([name, value], index) =>
          `const word${index} = ${JSON.stringify(value)};\n` +
          `export { word${index} as ${JSON.stringify(name)} };\n`,
      )
      .join("");
  },
};

const folder = process.argv[2];
for (const [name, entry] of Object.entries(PEERS)) {
  await build({
    configFile: false,
    root: here("."),
    logLevel: "warn",
    // As a library Vite would leave this to the page.
    define: { "process.env.NODE_ENV": '"production"' },
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    plugins: [words, svelte({ compilerOptions: { css: "external" }, configFile: false })],
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: "es2022",
      // The styles stay as they were written: for older browsers they would weigh more than ours.
      cssTarget: ["chrome123", "firefox121", "safari17.5"],
      lib: { entry: here(entry), formats: ["iife"], name: "peer", fileName: () => `${name}.js` },
    },
  });
}
