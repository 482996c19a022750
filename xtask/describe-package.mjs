// Checks the manifest of the package in the current folder, and makes of it what editors read. The
// generators look for the `package.json` there as soon as they are imported.
import { readFileSync } from "node:fs";
import { validateCem } from "@wc-toolkit/cem-validator";
import { generateJetBrainsWebTypes } from "custom-element-jet-brains-integration";
import { generateVsCodeCustomElementData } from "custom-element-vs-code-integration";

const manifest = JSON.parse(readFileSync("custom-elements.json", "utf8"));

const rules = (...names) => Object.fromEntries(names.map((it) => [it, "error"]));
await validateCem(manifest, {
  rules: {
    packageJson: rules(
      "packageType",
      "main",
      "module",
      "types",
      "exports",
      "customElementsProperty",
      "publishedCem",
    ),
    manifest: rules(
      "schemaVersion",
      "modulePath",
      "definitionPath",
      "typeDefinitionPath",
      "exportTypes",
      "tagName",
    ),
  },
});
generateVsCodeCustomElementData(manifest, { outdir: "." });
generateJetBrainsWebTypes(manifest, { outdir: "." });
