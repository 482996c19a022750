//! Packs what npm takes, and never publishes it.
//!
//! wasm-pack is not used. It makes a package of a library: a `.wasm` file, and JavaScript that calls it.
//! Here the program travels in a script, since a `.wasm` file needs `connect-src` in a page's policy, a
//! media type on the server, and a setting or a plugin in most bundlers; and a page must not load it
//! before the visitor comes near. wasm-bindgen, which wasm-pack runs, is run by [`crate::build`].

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use tempfile::TempDir;
use xshell::cmd;

use crate::project::Project;

/// The folder of what is written by hand for npm.
const SOURCES: &str = "integrations/npm";
/// What of it is in the package as it is.
const WRITTEN: [&str; 7] = [
    "README.md",
    "define.d.ts",
    "define.js",
    "index.d.ts",
    "types/react.d.ts",
    "types/svelte.d.ts",
    "types/vue.d.ts",
];
/// What of the whole project is in the package.
const OF_PROJECT: [&str; 3] = ["CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];
const MANIFEST: &str = "custom-elements.json";

/// Packs `dist/`, which must be there, into `target/package`; gives the path of the tarball.
///
/// # Errors
///
/// When something is missing, or a checker of packages has something to say.
pub(crate) fn package(project: &Project) -> Result<PathBuf> {
    let folder = TempDir::new().context("cannot make a temporary folder")?;
    let folder = folder.path();
    for file in WRITTEN {
        copy(&project.path(SOURCES).join(file), &folder.join(file))?;
    }
    for file in OF_PROJECT {
        copy(&project.path(file), &folder.join(file))?;
    }
    copy(&project.dist().join(MANIFEST), &folder.join(MANIFEST))?;
    copy_files(&project.dist(), &folder.join("dist"))?;
    fs::write(folder.join("package.json"), description(project)?)?;
    describe(project, folder)?;
    let tarball = pack(project, folder)?;
    check(project, &tarball)?;
    println!("{}", tarball.display());
    Ok(tarball)
}

/// The `package.json`, with the version of the workspace in place of none.
fn description(project: &Project) -> Result<String> {
    let text = fs::read_to_string(project.path(SOURCES).join("package.json"))?;
    let (none, own) = (r#""version": "0.0.0""#, env!("CARGO_PKG_VERSION"));
    ensure!(text.contains(none), "package.json has a version of its own");
    // As a text: the order of `exports` matters, and would be lost.
    Ok(text.replace(none, &format!(r#""version": "{own}""#)))
}

/// Copies what pages load, and its types and hashes: nothing of the site, and nothing compressed.
fn copy_files(dist: &Path, to: &Path) -> Result<()> {
    for entry in fs::read_dir(dist).context("build the widget first")? {
        let path = entry?.path();
        let name = path.file_name().and_then(|it| it.to_str()).unwrap_or_default();
        let is_ours = name.starts_with("good-sport.") || ["element.js", "sri.json"].contains(&name);
        if is_ours && [".css", ".html", ".js", ".json", ".ts"].iter().any(|it| name.ends_with(it)) {
            copy(&path, &to.join(name))?;
        }
    }
    Ok(())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().context("a file lies in no folder")?)?;
    fs::copy(from, to).with_context(|| format!("cannot copy {}", from.display()))?;
    Ok(())
}

/// Adds what editors read, which is made of the manifest once that is found to be sound.
fn describe(project: &Project, folder: &Path) -> Result<()> {
    let script = project.path("xtask/describe-package.mjs");
    let _there = project.shell.push_dir(folder);
    Ok(cmd!(project.shell, "node {script}").quiet().ignore_stdout().run()?)
}

fn pack(project: &Project, folder: &Path) -> Result<PathBuf> {
    let target = project.path("target/package");
    fs::create_dir_all(&target)?;
    let shell = &project.shell;
    let name = cmd!(shell, "npm pack {folder} --pack-destination {target} --silent").read()?;
    let tarball = target.join(name.trim());
    ensure!(tarball.is_file(), "npm packed {name}, which is not in {}", target.display());
    Ok(tarball)
}

/// Has the established checkers read the tarball; every fault is a failure.
fn check(project: &Project, tarball: &Path) -> Result<()> {
    let shell = &project.shell;
    let [publint, attw] = ["publint", "attw"].map(|it| project.npm_tool(it));
    // Nothing is for `require`, as nothing of a custom element runs where there is no browser; and a style
    // sheet has no types.
    let only = ["--profile", "esm-only", "--exclude-entrypoints", "./good-sport.css"];
    for checker in
        [cmd!(shell, "{publint} run {tarball} --strict"), cmd!(shell, "{attw} {tarball} {only...}")]
    {
        let checker = checker.ignore_status().quiet();
        let output = checker.output()?;
        let said = String::from_utf8_lossy(&output.stdout);
        ensure!(output.status.success(), "{checker} says: {said}");
    }
    Ok(())
}
