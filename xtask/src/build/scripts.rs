//! Bundles the scripts and the styles, through esbuild.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Quality;
use super::literal::literal;
use super::wasm::Wasm;
use crate::process::run;
use crate::project::Project;
use crate::setup::Toolbox;

/// Stands in the bundle where the bytes go: esbuild would write many of them as escapes, which
/// weighs 6 % more after Brotli.
const PLACEHOLDER: &str = "good-sport-bytes";

/// The first browsers that know container queries, without which the form has no shape.
const STYLE_BROWSERS: &str = "--target=chrome105,firefox110,safari16";

/// Bundles with the settings of one build.
pub(super) struct Bundler<'a> {
    project: &'a Project,
    toolbox: &'a Toolbox,
    quality: Quality,
    folder: PathBuf,
}

impl<'a> Bundler<'a> {
    /// A bundler that keeps what lies between its steps in a folder of its own.
    pub(super) fn new(
        project: &'a Project,
        toolbox: &'a Toolbox,
        quality: Quality,
    ) -> Result<Self> {
        let folder = project.target("wasm/bundle");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        Ok(Self { project, toolbox, quality, folder })
    }

    /// The module that is the whole program: glue, styles and bytes.
    pub(super) fn program(&self, wasm: &Wasm) -> Result<Vec<u8>> {
        let styles = self.styles()?;
        let bytes = self.module("bytes.js", &serde_json::to_string(PLACEHOLDER)?)?;
        let script = self.bundle(
            &self.project.path("src/program.js"),
            self.esbuild()
                .args(["--bundle", "--format=esm", "--target=es2022", "--charset=utf8"])
                .arg(alias("good-sport-glue", &wasm.glue))
                .arg(alias("good-sport-styles", &styles))
                .arg(alias("good-sport-wasm", &bytes)),
        )?;
        let literal = literal(&wasm.bytes);
        self.check(&literal, wasm)?;
        Ok(fill(&script, &literal)?.into_bytes())
    }

    /// The tag's script, which knows the names of the files that it loads.
    pub(super) fn embed(&self, program: &str, words: &BTreeMap<&str, String>) -> Result<Vec<u8>> {
        let define = |name, value: String| format!("--define:{name}={value}");
        let script = self.bundle(
            &self.project.path("src/embed.js"),
            self.esbuild()
                // A page of any encoding reads ASCII alike.
                .args(["--bundle", "--format=iife", "--target=es2020", "--charset=ascii"])
                .arg(define("__VERSION__", serde_json::to_string(env!("CARGO_PKG_VERSION"))?))
                .arg(define("__PROGRAM__", serde_json::to_string(program)?))
                .arg(define("__WORDS__", serde_json::to_string(words)?)),
        )?;
        Ok(script.into_bytes())
    }

    /// A script or a style sheet of the demonstration page.
    pub(super) fn minify(&self, path: &Path) -> Result<Vec<u8>> {
        Ok(self.bundle(path, self.esbuild().arg("--charset=utf8"))?.into_bytes())
    }

    /// A module with the text of all style sheets.
    fn styles(&self) -> Result<PathBuf> {
        let styles = self.bundle(
            &self.project.path("styles/index.css"),
            self.esbuild().args(["--bundle", STYLE_BROWSERS, "--charset=utf8"]),
        )?;
        self.module("styles.js", &serde_json::to_string(styles.trim_end())?)
    }

    /// Writes a module that exports one value.
    fn module(&self, name: &str, value: &str) -> Result<PathBuf> {
        let path = self.folder.join(name);
        fs::write(&path, format!("export default {value};\n"))
            .with_context(|| format!("cannot write {}", path.display()))?;
        Ok(path)
    }

    fn esbuild(&self) -> Command {
        let mut command = self.toolbox.command(self.project.npm_tool("esbuild"));
        command
            .current_dir(self.project.root())
            .args(["--log-level=warning", "--legal-comments=none"]);
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
            "src/program.js must use the default export of \"good-sport-wasm\" just once; \
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
