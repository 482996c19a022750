//! Bundles the scripts and the styles, through esbuild.

use std::collections::BTreeMap;
use std::fmt::Display;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use serde_json::{Map, json, to_string};
use xshell::cmd;

use super::Quality;
use super::patches::{self, Names};
use super::reserves::reserves;
use super::shell;
use super::wasm::{Fallback, Wasm};
use crate::project::Project;

/// For the first browsers that know container queries, without which the form has no shape.
const STYLES: [&str; 3] = ["--bundle", "--target=chrome105,firefox110,safari16", "--charset=utf8"];

/// For browsers whose parsers must not stumble over the tag's script; they are older than those in
/// which the program runs, since a page must not hear of it.
const TAG: [&str; 5] = [
    "--bundle",
    "--format=iife",
    "--target=chrome91,firefox90,safari15",
    // Nearly all encodings that a page may have read ASCII alike.
    "--charset=ascii",
    // Tools that rewrite scripts, and old ones do, take what is in backquotes for code:
    // https://github.com/wp-media/wp-rocket/issues/8834
    "--supported:template-literal=false",
];

/// A module that the tag's script loads, which browsers always read as UTF-8.
const MODULE: [&str; 4] = ["--bundle", "--format=esm", "--target=es2022", "--charset=utf8"];

const LOADER: &str = "embed/js/loader/loader.js";
const ELEMENT: &str = "embed/js/loader/module.js";
const SHELL: &str = "embed/js/shell/session.js";
const PROGRAM: &str = "embed/js/program/program.js";
const LINTER: &str = "embed/js/linter/linter.js";
const FRAME: &str = "embed/frame/frame.js";
const DIAGNOSTICS: &str = "embed/js/diagnostics/diagnostics.js";

/// The hashes of the other files in the tag's script; their names end with them.
pub(super) struct Hashes {
    /// That of the program.
    pub(super) program: String,
    /// That of the program as plain JavaScript, if there is one.
    pub(super) fallback: Option<String>,
    /// Those of each language: of its shell and of its words.
    pub(super) languages: BTreeMap<&'static str, [String; 2]>,
    /// That of the report for the publisher.
    pub(super) diagnostics: String,
}

/// What the program knows of the files of the tone linter: their hashes.
pub(super) struct LinterHashes {
    /// That of the linter.
    pub(super) linter: String,
    /// That of the linter as plain JavaScript, if there is one.
    pub(super) fallback: Option<String>,
    /// That of its data of each language.
    pub(super) rules: BTreeMap<&'static str, String>,
    /// That of the rejection data of each language, which its rules know.
    pub(super) rejections: BTreeMap<&'static str, String>,
}

impl LinterHashes {
    /// The kind of the linter's file, and its hash, as one of the two forms of the program loads it.
    fn of(&self, is_fallback: bool) -> (&'static str, &str) {
        match &self.fallback {
            Some(fallback) if is_fallback => ("linter-fallback", fallback),
            _ => ("linter", &self.linter),
        }
    }
}

/// What is bundled into the one file that holds everything.
pub(super) struct All<'a> {
    pub(super) shell: &'a str,
    pub(super) words: &'a [u8],
    pub(super) rules: &'a [u8],
    pub(super) rejections: &'a [u8],
    pub(super) program: &'a Wasm,
    pub(super) linter: &'a Wasm,
}

/// Bundles with the settings of one build.
pub(super) struct Bundler<'a> {
    pub(super) project: &'a Project,
    pub(super) quality: Quality,
    /// For what lies between the steps.
    pub(super) folder: &'a Path,
}

impl Bundler<'_> {
    /// The module that is the whole program: glue and bytes.
    pub(super) fn program(&self, wasm: &Wasm, linter: &LinterHashes) -> Result<Vec<u8>> {
        let bytes = self.module("bytes.js", &patches::placeholder())?;
        let mut parts = self.program_parts(wasm, &bytes)?;
        parts.extend(known_to_program(linter, false)?);
        let script = self.bundle(PROGRAM, &MODULE, &parts)?;
        self.check(patches::fill(&script, &wasm.bytes)?, &[wasm])
    }

    /// The module that is the tone linter: glue and bytes.
    pub(super) fn linter(&self, wasm: &Wasm) -> Result<Vec<u8>> {
        let bytes = self.module("linter-bytes.js", &patches::placeholder())?;
        let script = self.bundle(LINTER, &MODULE, &self.linter_parts(wasm, &bytes)?)?;
        self.check(patches::fill(&script, &wasm.bytes)?, &[wasm])
    }

    /// The module that is the tone linter as plain JavaScript.
    pub(super) fn linter_fallback(&self, fallback: &Fallback) -> Result<Vec<u8>> {
        let parts = [
            alias("good-sport-linter-engine", &self.project.path("embed/js/linter/fallback.js")),
            alias("good-sport-linter-glue", &fallback.glue),
            alias("good-sport-linter-fallback", &fallback.program),
            alias(Names::MODULE, &fallback.glue),
        ];
        Ok(self.bundle(LINTER, &MODULE, &parts)?.into_bytes())
    }

    /// The module that is the whole program as plain JavaScript.
    pub(super) fn fallback(&self, fallback: &Fallback, linter: &LinterHashes) -> Result<Vec<u8>> {
        let mut parts = vec![
            alias("good-sport-engine", &self.project.path("embed/js/program/fallback.js")),
            alias("good-sport-glue", &fallback.glue),
            alias("good-sport-fallback", &fallback.program),
            alias(Names::MODULE, &fallback.glue),
        ];
        parts.extend(known_to_program(linter, true)?);
        Ok(self.bundle(PROGRAM, &MODULE, &parts)?.into_bytes())
    }

    /// The module that draws the shell, from the module with what is in it.
    pub(super) fn shell(&self, shell: &str) -> Result<Vec<u8>> {
        Ok(self.bundle(SHELL, &MODULE, &[self.shell_part(shell)?])?.into_bytes())
    }

    /// The module that reports to the publisher, which knows the hashes of each language.
    pub(super) fn diagnostics(
        &self,
        languages: &BTreeMap<&'static str, [String; 2]>,
    ) -> Result<Vec<u8>> {
        let parts = [
            define("__LANGUAGES__", to_string(languages)?),
            define("__RESERVES__", to_string(&reserves(self.project)?)?),
        ];
        Ok(self.bundle(DIAGNOSTICS, &MODULE, &parts)?.into_bytes())
    }

    /// The tag's script, which knows the names of the files that it loads.
    pub(super) fn embed(&self, hashes: &Hashes) -> Result<Vec<u8>> {
        let inside = self.module("inside.js", "export default {};")?;
        Ok(self.tag(hashes, &inside, &[])?.into_bytes())
    }

    /// The tag's script with the shell of one language inside.
    pub(super) fn embed_shell(&self, hashes: &Hashes, tag: &str, shell: &str) -> Result<Vec<u8>> {
        let parts = [("shell", self.project.path(SHELL), &hashes.languages[tag][0])];
        let inside = self.module("inside.js", &inside(&parts)?)?;
        Ok(self.tag(hashes, &inside, &[self.shell_part(shell)?])?.into_bytes())
    }

    /// The tag's script with everything inside that one language needs.
    pub(super) fn embed_all(
        &self,
        hashes: &Hashes,
        linter: &LinterHashes,
        tag: &str,
        all: &All<'_>,
    ) -> Result<Vec<u8>> {
        let words = self.module("words.js", std::str::from_utf8(all.words)?)?;
        let rules = self.module("rules.js", std::str::from_utf8(all.rules)?)?;
        let rejections = self.module("rejections.js", std::str::from_utf8(all.rejections)?)?;
        let [shell_hash, words_hash] = &hashes.languages[tag];
        let parts = [
            ("shell", self.project.path(SHELL), shell_hash),
            ("words", words, words_hash),
            ("program", self.project.path(PROGRAM), &hashes.program),
            ("linter", self.project.path(LINTER), &linter.linter),
            ("rules", rules, &linter.rules[tag]),
            ("rejections", rejections, &linter.rejections[tag]),
        ];
        let inside = self.module("inside.js", &inside(&parts)?)?;
        let bytes = |name, wasm: &Wasm| {
            let text: String = wasm.bytes.iter().map(|it| char::from(*it)).collect();
            self.module(name, &format!("export default {};", to_string(&text)?))
        };
        let mut parts = self.program_parts(all.program, &bytes("bytes.js", all.program)?)?;
        parts.extend(known_to_program(linter, false)?);
        parts.extend(self.linter_parts(all.linter, &bytes("linter-bytes.js", all.linter)?)?);
        parts.push(self.shell_part(all.shell)?);
        self.check(self.tag(hashes, &inside, &parts)?, &[all.program, all.linter])
    }

    /// The element as an ES module, which imports the other files as bundlers read it; `files` are
    /// their names, by their kinds.
    pub(super) fn element(
        &self,
        hashes: &Hashes,
        files: &BTreeMap<String, String>,
    ) -> Result<Vec<u8>> {
        let imports = files.iter().map(|(kind, name)| {
            let (kind, file) = (to_string(kind)?, to_string(&format!("./{name}"))?);
            Ok(format!("{kind}: () => import({file}),\n"))
        });
        let imports = imports.collect::<Result<String>>()?;
        let imports = self.module("imports.js", &format!("export default {{ {imports} }};"))?;
        let inside = self.module("inside.js", "export default {};")?;
        let mut parts = known_to_loader(hashes, &inside)?;
        parts.extend([
            alias("good-sport-fetched", &self.project.path("embed/js/loader/imported.js")),
            alias("good-sport-imports", &imports),
            format!("--inject:{}", self.project.path("embed/js/loader/server.js").display()),
            "--external:./good-sport.*".to_owned(),
        ]);
        Ok(self.bundle(ELEMENT, &MODULE, &parts)?.into_bytes())
    }

    fn tag(&self, hashes: &Hashes, inside: &Path, parts: &[String]) -> Result<String> {
        let mut known = known_to_loader(hashes, inside)?;
        let fetched = self.project.path("embed/js/loader/fetched.js");
        known.push(alias("good-sport-fetched", &fetched));
        let script = self.bundle(LOADER, &TAG, &[&known, parts].concat())?;
        // A page in UTF-16 reads its scripts as such, unless they begin with the mark of UTF-8.
        Ok(format!("\u{feff}{}", patches::visible(&script)))
    }

    fn program_parts(&self, wasm: &Wasm, bytes: &Path) -> Result<Vec<String>> {
        Ok(vec![
            alias("good-sport-engine", &self.project.path("embed/js/program/wasm.js")),
            alias("good-sport-glue", &wasm.glue),
            alias("good-sport-wasm", bytes),
            define("__MODULE__", to_string(wasm.module)?),
            define("__SUM__", sum(&wasm.bytes)),
        ])
    }

    fn linter_parts(&self, wasm: &Wasm, bytes: &Path) -> Result<Vec<String>> {
        Ok(vec![
            alias("good-sport-linter-engine", &self.project.path("embed/js/linter/wasm.js")),
            alias("good-sport-linter-glue", &wasm.glue),
            alias("good-sport-linter-wasm", bytes),
            define("__LINTER_MODULE__", to_string(wasm.module)?),
            define("__LINTER_SUM__", sum(&wasm.bytes)),
        ])
    }

    /// The module with what is in the shell, and with all style sheets as a text.
    fn shell_part(&self, shell: &str) -> Result<String> {
        let styles = self.bundle("styles/index.css", &STYLES, &[])?;
        let styles = format!("export const styles = {};\n", to_string(styles.trim_end())?);
        Ok(alias("good-sport-shell", &self.module("shell.js", &(styles + shell))?))
    }

    /// A script or a style sheet of the demonstration page.
    pub(super) fn minify(&self, path: &Path, known: &[String]) -> Result<Vec<u8>> {
        let kind = ["--bundle", "--format=iife", "--charset=utf8"];
        Ok(self.bundle(path, &kind, known)?.into_bytes())
    }

    /// The script of the frame, which knows the languages that there are.
    pub(super) fn frame_script(&self, hashes: &Hashes) -> Result<Vec<u8>> {
        let tags = hashes.languages.keys().map(|tag| ((*tag).to_owned(), json!([])));
        let languages = define("__LANGUAGES__", to_string(&tags.collect::<Map<_, _>>())?);
        Ok(self.bundle(FRAME, &TAG, &[languages])?.into_bytes())
    }

    /// Writes a module for the bundle.
    fn module(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    fn bundle(&self, entry: impl AsRef<Path>, kind: &[&str], parts: &[String]) -> Result<String> {
        let esbuild = self.project.npm_tool("esbuild");
        let (entry, output) = (entry.as_ref(), self.folder.join("bundle"));
        // What the type checker is told is not for the bundle.
        let usual = ["--log-level=warning", "--legal-comments=none", "--tsconfig-raw={}"];
        let minify = (self.quality != Quality::Quick).then_some("--minify");
        let shell = &self.project.shell;
        cmd!(
            shell,
            "{esbuild} {entry} {usual...} {minify...} {kind...} {parts...} --outfile={output}"
        )
        .quiet()
        .run()?;
        fs::read_to_string(&output).with_context(|| format!("cannot read {}", output.display()))
    }

    /// Lets a JavaScript engine read the bytes in a script, and compile them.
    fn check(&self, script: String, programs: &[&Wasm]) -> Result<Vec<u8>> {
        let path = self.module("program.txt", &script)?;
        let bytes = programs.iter().map(|it| &it.path);
        cmd!(self.project.shell, "node xtask/check-program.mjs {path} {bytes...}")
            .quiet()
            .run()
            .context("the program that was built is not one that a browser could load")?;
        Ok(script.into_bytes())
    }
}

/// What the loader knows of the other files, and the module with those that are in its own.
fn known_to_loader(hashes: &Hashes, inside: &Path) -> Result<Vec<String>> {
    let define = |name, value| format!("--define:{name}={value}");
    Ok(vec![
        define("__VERSION__", to_string(env!("CARGO_PKG_VERSION"))?),
        define("__PROGRAM__", to_string(&hashes.program)?),
        define("__FALLBACK__", to_string(&hashes.fallback)?),
        define("__LANGUAGES__", to_string(&hashes.languages)?),
        define("__DIAGNOSTICS__", to_string(&hashes.diagnostics)?),
        define("__LETTER__", to_string(shell::fallback_letter())?),
        alias("good-sport-inside", inside),
    ])
}

/// What either form of the program knows of the linter's files.
fn known_to_program(linter: &LinterHashes, is_fallback: bool) -> Result<[String; 2]> {
    Ok([
        define("__LINTER__", to_string(&linter.of(is_fallback))?),
        define("__RULES__", to_string(&linter.rules)?),
    ])
}

/// A sum of the bytes, by which the program's file notices that it was changed on its way.
fn sum(bytes: &[u8]) -> i32 {
    bytes.iter().fold(0, |sum: i32, byte| sum.wrapping_mul(31).wrapping_add(i32::from(*byte)))
}

/// A module that gives other modules, by the hashes of the files that they would be.
fn inside(parts: &[(&str, PathBuf, &String)]) -> Result<String> {
    let mut imports = Vec::new();
    let mut entries = Vec::new();
    for (part, path, hash) in parts {
        imports.push(format!("import * as {part} from {};\n", to_string(path)?));
        entries.push(format!("{}: {part}", to_string(hash)?));
    }
    Ok(format!("{}export default {{ {} }};\n", imports.concat(), entries.join(", ")))
}

fn define(name: &str, value: impl Display) -> String {
    format!("--define:{name}={value}")
}

fn alias(name: &str, path: &Path) -> String {
    format!("--alias:{name}={}", path.display())
}
