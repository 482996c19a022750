// Builds one of the projects into a folder: `node build.mjs NAME FOLDER`.
import { execFileSync } from "node:child_process";
import { cp } from "node:fs/promises";
import { resolve } from "node:path";
import { build as buildAstro } from "astro";
import { build as buildVite } from "vite";
import webpack from "webpack";

const PROJECTS = { astro, next, plain, vite, webpack: pack };

async function astro(root, folder) {
  // Astro runs what it has made, which must be where its packages are found.
  const made = resolve("node_modules/.astro/made");
  await buildAstro({
    root,
    configFile: false,
    outDir: made,
    cacheDir: resolve("node_modules/.astro/cache"),
    devToolbar: { enabled: false },
    logLevel: "error",
    vite: { cacheDir: resolve("node_modules/.vite") },
  });
  await cp(made, folder, { recursive: true });
}

async function next(root, folder) {
  execFileSync("node_modules/.bin/next", ["build", root], { stdio: "inherit" });
  await cp(resolve(root, "out"), folder, { recursive: true });
}

async function plain(root, folder) {
  await cp(root, folder, { recursive: true });
  await cp("node_modules/good-sport", resolve(folder, "node_modules/good-sport"), {
    recursive: true,
  });
}

async function vite(root, folder) {
  execFileSync("node_modules/.bin/tsc", ["--project", root], { stdio: "inherit" });
  await buildVite({ root, build: { outDir: folder }, logLevel: "error" });
}

async function pack(root, folder) {
  const output = { path: folder };
  const compiler = webpack({ mode: "production", context: root, entry: "./main.js", output });
  const stats = await new Promise((done, fail) => {
    compiler.run((error, stats) => (error ? fail(error) : done(stats)));
  });
  if (stats.hasErrors()) throw new Error(stats.toString("errors-only"));
  await cp(resolve(root, "index.html"), resolve(folder, "index.html"));
}

process.env.ASTRO_TELEMETRY_DISABLED = "1";
process.env.NEXT_TELEMETRY_DISABLED = "1";
const [, , name, folder] = process.argv;
const to = resolve(folder);
process.chdir(import.meta.dirname);
await PROJECTS[name](resolve(name), to);
