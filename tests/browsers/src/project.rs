//! Where the files are that the tests serve and use.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, Result, ensure};
use engines::Program;

/// The folder of the whole project.
///
/// # Errors
///
/// When this crate no longer stands two folders below it.
pub fn root() -> Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).map(Path::to_owned).context("the project's folder is gone")
}

/// The pages that embed the widget.
///
/// # Errors
///
/// When the project has no folder.
pub fn hosts() -> Result<PathBuf> {
    Ok(root()?.join("tests/hosts"))
}

/// The built widget: `GOOD_SPORT_DIST`, else `dist` in the project's folder.
///
/// # Errors
///
/// When it has not been built.
pub fn dist() -> Result<PathBuf> {
    let dist = match env::var_os("GOOD_SPORT_DIST") {
        Some(dist) => PathBuf::from(dist),
        None => root()?.join("dist"),
    };
    ensure!(
        dist.join("good-sport.js").is_file(),
        "there is no good-sport.js in {}: build it with `cargo xtask build`",
        dist.display()
    );
    Ok(dist)
}

/// The pages of frameworks and the stylesheets of others, which `cargo xtask test` makes.
///
/// # Errors
///
/// When the project has no folder.
pub fn frameworks() -> Result<PathBuf> {
    Ok(root()?.join("target/frameworks"))
}

/// The Yew application of `examples/yew-app`, which `cargo xtask test` builds.
///
/// # Errors
///
/// When the project has no folder.
pub fn yew_app() -> Result<PathBuf> {
    Ok(root()?.join("target/yew-app"))
}

/// The accessibility checks of axe-core, as one script.
///
/// # Errors
///
/// When npm has not installed it.
pub fn axe() -> Result<PathBuf> {
    let axe = root()?.join("xtask/node_modules/axe-core/axe.min.js");
    ensure!(axe.is_file(), "axe-core is missing: install it with `npm ci` in xtask");
    Ok(axe)
}

/// The file of a program.
///
/// # Errors
///
/// When it is not installed.
pub fn program(program: Program) -> Result<PathBuf> {
    program.find(&path()).with_context(|| format!("{} is not installed", program.name))
}

/// Where programs are looked for.
#[must_use]
pub fn path() -> OsString {
    env::var_os("PATH").unwrap_or_default()
}
