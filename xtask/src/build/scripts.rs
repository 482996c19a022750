//! Bundles the scripts and the styles, through esbuild.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Quality;
use super::literal;
use super::names;
use super::shell;
use super::wasm::{Fallback, Wasm};
use crate::process::run;
use crate::project::Project;
use crate::setup::Toolbox;

/// Stands in the bundle where the bytes go: esbuild would write many of them as escapes, which
/// weighs 6 % more after Brotli.
const PLACEHOLDER: &str = "good-sport-bytes";

/// The first browsers that know container queries, without which the form has no shape.
const STYLE_BROWSERS: &str = "--target=chrome105,firefox110,safari16";

/// The browsers whose parsers must not stumble over the tag's script; they are older than those in
/// which the program runs, since a page must not hear of it.
const TAG_BROWSERS: &str = "--target=chrome91,firefox90,safari15";

/// A module that the tag's script loads, which browsers always read as UTF-8.
const MODULE: [&str; 4] = ["--bundle", "--format=esm", "--target=es2022", "--charset=utf8"];

const SHELL: &str = "embed/js/shell/session.js";
const PROGRAM: &str = "embed/js/program/program.js";

/// What the tag's script knows of the other files: their hashes, with which their names end.
pub(super) struct Hashes {
    /// That of the program.
    pub(super) program: String,
    /// That of the program as plain JavaScript, if there is one.
    pub(super) fallback: Option<String>,
    /// Those of each language: of its shell and of its words.
    pub(super) languages: BTreeMap<&'static str, [String; 2]>,
}

/// Bundles with the settings of one build.
pub(super) struct Bundler<'a> {
    project: &'a Project,
    toolbox: &'a Toolbox,
    quality: Quality,
    folder: &'a Path,
}

impl<'a> Bundler<'a> {
    /// A bundler that keeps what lies between its steps in this folder.
    pub(super) fn new(
        project: &'a Project,
        toolbox: &'a Toolbox,
        quality: Quality,
        folder: &'a Path,
    ) -> Self {
        Self { project, toolbox, quality, folder }
    }

    /// The module that is the whole program: glue and bytes.
    pub(super) fn program(&self, wasm: &Wasm) -> Result<Vec<u8>> {
        let script = self.bundle(
            &self.project.path(PROGRAM),
            self.esbuild().args(MODULE).args(self.program_parts(wasm)?),
        )?;
        let literal = literal::template(&wasm.bytes);
        self.check(&literal, wasm)?;
        Ok(fill(&script, &literal)?.into_bytes())
    }

    /// The module that is the whole program as plain JavaScript.
    pub(super) fn fallback(&self, fallback: &Fallback) -> Result<Vec<u8>> {
        let script = self.bundle(
            &self.project.path(PROGRAM),
            self.esbuild()
                .args(MODULE)
                .arg(alias("good-sport-engine", &self.project.path("embed/js/program/fallback.js")))
                .arg(alias("good-sport-glue", &fallback.glue))
                .arg(alias("good-sport-fallback", &fallback.program))
                .arg(alias(names::MODULE, &fallback.glue)),
        )?;
        Ok(script.into_bytes())
    }

    /// The module that draws the shell, from the module with what is in it.
    pub(super) fn shell(&self, shell: &str) -> Result<Vec<u8>> {
        let script = self.bundle(
            &self.project.path(SHELL),
            self.esbuild().args(MODULE).args(self.shell_parts(shell)?),
        )?;
        Ok(script.into_bytes())
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
        Ok(self.tag(hashes, &inside, &self.shell_parts(shell)?)?.into_bytes())
    }

    /// The tag's script with everything inside that one language needs.
    pub(super) fn embed_all(
        &self,
        hashes: &Hashes,
        tag: &str,
        shell: &str,
        words: &[u8],
        wasm: &Wasm,
    ) -> Result<Vec<u8>> {
        let words = self.module("words.js", std::str::from_utf8(words)?)?;
        let [shell_hash, words_hash] = &hashes.languages[tag];
        let parts = [
            ("shell", self.project.path(SHELL), shell_hash),
            ("words", words, words_hash),
            ("program", self.project.path(PROGRAM), &hashes.program),
        ];
        let inside = self.module("inside.js", &inside(&parts)?)?;
        let aliases = [self.shell_parts(shell)?, self.program_parts(wasm)?].concat();
        let script = self.tag(hashes, &inside, &aliases)?;
        let literal = literal::string(&wasm.bytes);
        self.check(&literal, wasm)?;
        Ok(fill(&script, &literal)?.into_bytes())
    }

    fn tag(&self, hashes: &Hashes, inside: &Path, aliases: &[String]) -> Result<String> {
        let define = |name, value: String| format!("--define:{name}={value}");
        let script = self.bundle(
            &self.project.path("embed/js/loader/loader.js"),
            self.esbuild()
                // Nearly all encodings that a page may have read ASCII alike.
                .args(["--bundle", "--format=iife", TAG_BROWSERS, "--charset=ascii"])
                // Tools that rewrite scripts, and old ones do, take what is in backquotes for code.
                .arg("--supported:template-literal=false")
                .arg(define("__VERSION__", serde_json::to_string(env!("CARGO_PKG_VERSION"))?))
                .arg(define("__PROGRAM__", serde_json::to_string(&hashes.program)?))
                .arg(define("__FALLBACK__", serde_json::to_string(&hashes.fallback)?))
                .arg(define("__LANGUAGES__", serde_json::to_string(&hashes.languages)?))
                .arg(define("__LETTER__", serde_json::to_string(shell::last_resort())?))
                .arg(alias("good-sport-inside", inside))
                .args(aliases),
        )?;
        // A page in UTF-16 reads its scripts as such, unless they begin with the mark of UTF-8.
        Ok(format!("\u{feff}{}", visible(&script)))
    }

    fn program_parts(&self, wasm: &Wasm) -> Result<Vec<String>> {
        let bytes = format!("export default {};", serde_json::to_string(PLACEHOLDER)?);
        let bytes = self.module("bytes.js", &bytes)?;
        Ok(vec![
            alias("good-sport-engine", &self.project.path("embed/js/program/wasm.js")),
            alias("good-sport-glue", &wasm.glue),
            alias("good-sport-wasm", &bytes),
            format!("--define:__MODULE__={}", serde_json::to_string(wasm.module)?),
            format!("--define:__SUM__={}", sum(&wasm.bytes)),
        ])
    }

    fn shell_parts(&self, shell: &str) -> Result<Vec<String>> {
        let shell = self.module("shell.js", &(self.styles()? + shell))?;
        Ok(vec![alias("good-sport-shell", &shell)])
    }

    /// A script or a style sheet of the demonstration page.
    pub(super) fn minify(&self, path: &Path) -> Result<Vec<u8>> {
        Ok(self.bundle(path, self.esbuild().arg("--charset=utf8"))?.into_bytes())
    }

    /// What the module of the shell exports as the text of all style sheets.
    fn styles(&self) -> Result<String> {
        let styles = self.bundle(
            &self.project.path("styles/index.css"),
            self.esbuild().args(["--bundle", STYLE_BROWSERS, "--charset=utf8"]),
        )?;
        Ok(format!("export const styles = {};\n", serde_json::to_string(styles.trim_end())?))
    }

    /// Writes a module for the bundle.
    fn module(&self, name: &str, text: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    fn esbuild(&self) -> Command {
        let mut command = self.toolbox.command(self.project.npm_tool("esbuild"));
        command
            .current_dir(self.project.root())
            // What the type checker is told is not for the bundle.
            .args(["--log-level=warning", "--legal-comments=none", "--tsconfig-raw={}"]);
        if self.quality != Quality::Quick {
            command.arg("--minify");
        }
        command
    }

    fn bundle(&self, entry: &Path, command: &mut Command) -> Result<String> {
        if !entry.is_file() {
            bail!("there is no {}", entry.display());
        }
        let output = self.folder.join("bundle");
        let mut outfile = std::ffi::OsString::from("--outfile=");
        outfile.push(&output);
        run(command.arg(entry).arg(outfile))?;
        fs::read_to_string(&output).with_context(|| format!("cannot read {}", output.display()))
    }

    /// Lets a JavaScript engine read the literal and compile what it means.
    fn check(&self, literal: &str, wasm: &Wasm) -> Result<()> {
        let path = self.folder.join("literal.txt");
        fs::write(&path, literal)?;
        run(self
            .toolbox
            .command("node")
            .arg(self.project.path("xtask/check-program.mjs"))
            .args([&path, &wasm.path]))
        .context("the program that was built is not one that a browser could load")
    }
}

/// The script with its control characters, which only strings have, as escapes: filters and editors
/// drop them.
fn visible(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    for character in script.chars() {
        if character.is_control() && character != '\n' {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "\\x{:02x}", u32::from(character));
        } else {
            text.push(character);
        }
    }
    text
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
        imports.push(format!("import * as {part} from {};\n", serde_json::to_string(path)?));
        entries.push(format!("{}: {part}", serde_json::to_string(hash)?));
    }
    Ok(format!("{}export default {{ {} }};\n", imports.concat(), entries.join(", ")))
}

fn alias(name: &str, path: &Path) -> String {
    format!("--alias:{name}={}", path.display())
}

/// Puts the literal where the placeholder stands.
fn fill(script: &str, literal: &str) -> Result<String> {
    let pieces: Vec<_> = ['"', '\'', '`']
        .iter()
        .flat_map(|quote| {
            script.match_indices(&format!("{quote}{PLACEHOLDER}{quote}")).collect::<Vec<_>>()
        })
        .collect();
    match pieces[..] {
        [(start, found)] => {
            let (before, after) = (&script[..start], &script[start + found.len()..]);
            Ok(format!("{before}{literal}{after}"))
        }
        _ => bail!(
            "embed/js/program/wasm.js must use the default export of \"good-sport-wasm\" just once; \
             its bundle holds it {} times",
            pieces.len()
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_literal_takes_the_place_of_the_placeholder_and_its_quotes() -> Result<()> {
        assert_eq!(fill("run(\"good-sport-bytes\");", "`x`")?, "run(`x`);");
        assert_eq!(fill("run(`good-sport-bytes`);", "`x`")?, "run(`x`);");
        Ok(())
    }

    #[test]
    fn a_bundle_that_lost_the_bytes_or_doubled_them_is_refused() {
        let check = |script, times| {
            let message = fill(script, "`x`").err().map(|it| it.to_string()).unwrap_or_default();
            assert!(message.ends_with(&format!("holds it {times} times")), "{message}");
        };
        check("run();", 0);
        check("run('good-sport-bytes', 'good-sport-bytes');", 2);
    }
}
