// Makes the pages of frameworks that the widget is tested in, and collects the stylesheets that it
// is tested under: `node build.mjs FOLDER`.
//
// - NAME.html and NAME.js of React, Vue, Svelte, Angular, Solid, Lit and Alpine: `renders.js` says
//   what they offer the tests.
// - NAME.html and NAME-next.html of htmx, Turbo and Astro's router, which go from one page to the
//   other without leaving it: `navigates.js` says what they offer.
// - hydrated.html and hydrated.js, a page that React draws on a server and takes over in the browser.
// - recorders.js, a session recorder and an autocapture.
// - dialog-NAME.html and dialog-NAME.js of dialogs that hold the focus: `dialogs/holds.js` says what
//   they offer.
// - libraries/NAME.js, which a page has beside the widget.
// - stylesheets/NAME.css.
//
// The pages expect `good-sport.js` and the `record.js` of the other pages beside them. The tag stands
// in the head, where it puts no widget into a page that has none yet.

import { existsSync } from "node:fs";
import { cp, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { build as buildAstro } from "astro";
import { build as bundle } from "esbuild";
import { compile } from "svelte/compiler";

const RENDERS = {
  react: "react/main.jsx",
  vue: "vue/main.js",
  svelte: "svelte/main.js",
  angular: "angular/main.ts",
  solid: "solid/main.js",
  lit: "lit/main.js",
  alpine: "alpine/main.js",
};

/** What marks the link to follow, and the widget to keep. */
const NAVIGATES = {
  htmx: { entry: "htmx/main.js", followed: 'hx-boost="true"', kept: "hx-preserve" },
  turbo: { entry: "turbo/main.js", followed: "", kept: "data-turbo-permanent" },
};

const DIALOGS = {
  "a11y-dialog": "dialogs/a11y-dialog.js",
  fluent: "dialogs/fluent.jsx",
  "focus-trap": "dialogs/focus-trap.js",
  "jquery-ui": "dialogs/jquery-ui.js",
  micromodal: "dialogs/micromodal.js",
  mui: "dialogs/mui.jsx",
  native: "dialogs/native.js",
  "react-aria": "dialogs/react-aria.jsx",
};

/** No registry of npm has these; set-up installs them as packages of the system, where it can. */
const SYSTEM_LIBRARIES = {
  mootools: "/usr/share/javascript/mootools/mootools-core-nc.js",
  prototype: "/usr/share/javascript/prototype/prototype.js",
};

const LIBRARIES = {
  darkreader: "node_modules/darkreader/darkreader.js",
  jquery: "node_modules/jquery/dist/jquery.js",
  zone: "node_modules/zone.js/bundles/zone.umd.js",
};

const STYLESHEETS = {
  98: "98.css/dist/98.css",
  animate: "animate.css/animate.css",
  "bootstrap-3": "bootstrap-3/dist/css/bootstrap.css",
  bootstrap: "bootstrap/dist/css/bootstrap.css",
  bulma: "bulma/css/bulma.css",
  chota: "chota/dist/chota.css",
  foundation: "foundation-sites/dist/css/foundation.css",
  "github-markdown": "github-markdown-css/github-markdown.css",
  govuk: "govuk-frontend/dist/govuk/govuk-frontend.min.css",
  materialize: "materialize-css/dist/css/materialize.css",
  milligram: "milligram/dist/milligram.css",
  "modern-normalize": "modern-normalize/modern-normalize.css",
  mvp: "mvp.css/mvp.css",
  new: "@exampledev/new.css/new.css",
  "new-reset": "the-new-css-reset/css/reset.css",
  normalize: "normalize.css/normalize.css",
  pico: "@picocss/pico/css/pico.css",
  primer: "@primer/css/dist/primer.css",
  pure: "purecss/build/pure.css",
  reset: "reset-css/reset.css",
  sakura: "sakura.css/css/sakura.css",
  sanitize: "sanitize.css/sanitize.css",
  semantic: "semantic-ui-css/semantic.css",
  simple: "simpledotcss/simple.css",
  skeleton: "skeleton-css/css/skeleton.css",
  spectre: "spectre.css/dist/spectre.css",
  tachyons: "tachyons/css/tachyons.css",
  "tailwind-preflight": "tailwindcss/preflight.css",
  tufte: "tufte-css/tufte.css",
  uikit: "uikit/dist/css/uikit.css",
  water: "water.css/out/water.css",
};

const svelte = {
  name: "svelte",
  setup(build) {
    build.onLoad({ filter: /\.svelte$/ }, async ({ path }) => {
      const { js } = compile(await readFile(path, "utf8"), { filename: path });
      return { contents: js.code };
    });
  },
};

const TAG = `<script src="good-sport.js" async></script>`;

const page = (name, body, tag = TAG) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${name}</title>
    <link rel="icon" href="data:,">
    <script src="record.js"></script>
    <script src="${name}.js" defer></script>
    ${tag}
  </head>
  <body>
${body}
  </body>
</html>
`;

const drawn = `    <div id="app"></div>
    <aside id="portal"></aside>`;

/** As React writes it, without a line between two elements. */
const hydrated = `    <div id="__next"><main><p id="before">Before the widget.</p>\
<script src="good-sport.js" data-company="Acme"></script>\
<p id="after">After the widget.</p></main></div>`;

const navigated = ({ followed, kept }, company, next) =>
  `    <good-sport id="kept" company="Kept" ${kept}></good-sport>
    <main>
      <a href="${next}" ${followed}>The other page</a>
      <good-sport id="own" company="${company}"></good-sport>
    </main>`;

async function scripts(folder) {
  const navigating = Object.entries(NAVIGATES).map(([name, { entry }]) => [name, entry]);
  const dialogs = Object.entries(DIALOGS).map(([name, entry]) => [`dialog-${name}`, entry]);
  await bundle({
    absWorkingDir: import.meta.dirname,
    entryPoints: {
      ...RENDERS,
      ...Object.fromEntries([...navigating, ...dialogs]),
      "libraries/core-js": "core-js/full",
      hydrated: "react/hydrated.jsx",
      recorders: "recorders/main.js",
    },
    outdir: folder,
    bundle: true,
    logLevel: "warning",
    target: "es2022",
    jsx: "automatic",
    loader: { ".html": "text" },
    plugins: [svelte],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true } },
    define: {
      // In production React's strict mode does nothing, and Vue warns of nothing.
      "process.env.NODE_ENV": '"development"',
      __VUE_OPTIONS_API__: "false",
      __VUE_PROD_DEVTOOLS__: "false",
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: "false",
    },
  });
}

async function pages(folder) {
  const write = (name, text) => writeFile(resolve(folder, `${name}.html`), text);
  for (const name of Object.keys(RENDERS)) await write(name, page(name, drawn));
  await write("hydrated", page("hydrated", hydrated, ""));
  for (const name of Object.keys(DIALOGS)) {
    await write(`dialog-${name}`, page(`dialog-${name}`, drawn));
  }
  for (const [name, marks] of Object.entries(NAVIGATES)) {
    await write(name, page(name, navigated(marks, "First", `${name}-next.html`)));
    await write(`${name}-next`, page(name, navigated(marks, "Second", `${name}.html`)));
  }
}

async function astro(folder) {
  // Astro runs what it has made, which must be where its packages are found.
  const made = resolve("node_modules/.astro/made");
  await buildAstro({
    root: "astro",
    configFile: false,
    outDir: made,
    cacheDir: resolve("node_modules/.astro/cache"),
    build: { format: "file" },
    devToolbar: { enabled: false },
    logLevel: "error",
    vite: { cacheDir: resolve("node_modules/.vite") },
  });
  await cp(made, folder, { recursive: true });
}

async function libraries(folder) {
  const target = resolve(folder, "libraries");
  // So that none is there that was there before, and is not any more.
  await rm(target, { recursive: true, force: true });
  await mkdir(target, { recursive: true });
  const installed = Object.entries(SYSTEM_LIBRARIES).filter(([, path]) => existsSync(path));
  for (const [name, path] of [...Object.entries(LIBRARIES), ...installed]) {
    await cp(path, resolve(target, `${name}.js`), { dereference: true });
  }
}

async function stylesheets(folder) {
  await mkdir(resolve(folder, "stylesheets"), { recursive: true });
  for (const [name, path] of Object.entries(STYLESHEETS)) {
    const rules = await readFile(`node_modules/${path}`, "utf8");
    // Semantic UI has its typeface come from elsewhere; the tests ask nobody else for anything.
    const alone = rules.replace(/^@import url\('https:.*$/gm, "");
    await writeFile(resolve(folder, `stylesheets/${name}.css`), alone);
  }
}

process.env.ASTRO_TELEMETRY_DISABLED = "1";
const folder = resolve(process.argv[2]);
process.chdir(import.meta.dirname);
await mkdir(folder, { recursive: true });
await Promise.all([
  scripts(folder),
  pages(folder),
  astro(folder),
  libraries(folder),
  stylesheets(folder),
]);
