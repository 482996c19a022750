//! The Rust toolchain that this checkout asks for, and what of it is on this machine.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::read;
use crate::project::Project;

/// Where the sources of the standard library lie, below the toolchain's own folder.
const SOURCES: &str = "lib/rustlib/src/rust";

/// A toolchain, as `rustc` itself tells of it.
pub(crate) struct Toolchain {
    sysroot: PathBuf,
    commit: String,
}

impl Toolchain {
    /// Asks the `rustc` that compiles this checkout.
    ///
    /// # Errors
    ///
    /// When there is none, or it does not answer as expected.
    pub(crate) fn of(project: &Project) -> Result<Self> {
        let ask = |question: &[&str]| {
            read(Command::new("rustc").current_dir(project.root()).args(question))
        };
        let version = ask(&["-vV"])?;
        let commit = version
            .lines()
            .find_map(|line| line.strip_prefix("commit-hash: "))
            .context("rustc does not say which commit it was built from")?;
        let sysroot = PathBuf::from(ask(&["--print", "sysroot"])?.trim());
        Ok(Self { sysroot, commit: commit.to_owned() })
    }

    /// The folder with the sources of the standard library, which may not be there.
    pub(crate) fn sources(&self) -> PathBuf {
        self.sysroot.join(SOURCES)
    }

    /// Whether the standard library can be compiled.
    pub(crate) fn has_sources(&self) -> bool {
        self.sources().join("library/Cargo.lock").is_file()
    }

    /// The name that the standard library has for its sources where they are not installed.
    pub(crate) fn name_of_sources(&self) -> String {
        format!("/rustc/{}", self.commit)
    }
}
