//! Rehearses a release: checks what is to be published, and gathers it. It never publishes.

mod bill;
mod reproduction;
mod uploads;
mod version;

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use semver::Version;
use xshell::cmd;

use crate::build::{self, Quality};
use crate::package;
use crate::project::{Project, WASM};
use crate::steps::{run, step};
use crate::wordpress;

/// The folder below `target` with what a release has beside what is uploaded from elsewhere.
const FOLDER: &str = "publish";
/// The bill of materials there.
const BILL: &str = "good-sport.cdx.json";

/// Checks and gathers everything, up to the first mistake.
///
/// # Errors
///
/// When something may not be published as it is; the message says what.
pub(crate) fn rehearse(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let version = Version::parse(env!("CARGO_PKG_VERSION"))?;
    let status = cmd!(shell, "git status --porcelain").quiet().read()?;
    ensure!(status.is_empty(), "there are changes that are not committed:\n{status}");
    let mut notes = Vec::new();
    step("the version and its changelog", || version::check(project, &version, &mut notes))?;
    match version::last(project, &version)? {
        Some(tag) => {
            let check = cmd!(shell, "cargo semver-checks -p good-sport --baseline-rev {tag}");
            run("the version against what has changed since the last", check)?;
        }
        None => notes.push("no earlier version is tagged, so that none was compared".to_owned()),
    }
    let docs = cmd!(shell, "cargo doc --no-deps --all-features -p good-sport --target {WASM}");
    run("documentation, as docs.rs builds it", docs.env("RUSTDOCFLAGS", "-D warnings"))?;
    // Both warn of each test that is not in it. What is published is not kept, so it is packed, too.
    let publish = cmd!(shell, "cargo publish --quiet --dry-run --locked -p good-sport");
    run("the package of the library", publish)?;
    let package = cmd!(shell, "cargo package --quiet --no-verify --locked -p good-sport");
    run("the file of that package", package)?;
    step("build, within the budgets", || {
        let budgets = build::build(project, Quality::Full, None)?;
        ensure!(budgets.iter().all(build::Budget::is_kept), "other bytes are loaded than planned");
        Ok(())
    })?;
    step("the same bytes from another checkout", || reproduction::check(project, &version))?;
    let folder = project.target(FOLDER);
    fs::create_dir_all(&folder)?;
    step("bill of materials", || bill::write(project, &version, &folder))?;
    let mut packages = vec![("cargo", project.target(library(&version)))];
    step("the package for npm", || {
        packages.push(("npm", package::package(project)?));
        Ok(())
    })?;
    step("the plugin for WordPress", || {
        packages.push(("wordpress", wordpress::package(project)?));
        Ok(())
    })?;
    step("checksums and the list of uploads", || uploads::write(project, packages, &folder))?;
    for note in notes {
        eprintln!("NOTE: {note}");
    }
    eprintln!("{version} can be published; {} says what goes where.", folder.display());
    Ok(())
}

/// The package of the library, below `target`.
fn library(version: &Version) -> String {
    format!("package/good-sport-{version}.crate")
}

/// The files of a folder and of those in it, in the order of their names.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(self::files(&path)?);
        } else {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}
