//! The folders of the project, and a shell in which its tools are found.

use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::Shell;

/// The target of the program.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// The project on this machine.
pub(crate) struct Project {
    /// The top of the checkout.
    pub(crate) root: PathBuf,
    /// Runs programs, at the top of the checkout; set-up tells it where they are.
    pub(crate) shell: Shell,
    target: PathBuf,
}

impl Project {
    /// Finds the project that this program was started for.
    ///
    /// Cargo says which that is when it runs the program. What was true when it was compiled comes
    /// second, since a checkout may have been moved or copied with all that was compiled in it.
    pub(crate) fn new() -> Result<Self> {
        let xtask = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = xtask.parent().context("the folder of xtask lies in no other")?.to_path_buf();
        let target = env::var_os("CARGO_TARGET_DIR")
            .map_or_else(|| root.join("target"), |folder| root.join(folder));
        let shell = Shell::new()?;
        shell.change_dir(&root);
        Ok(Self { root, shell, target })
    }

    /// A file or folder of the checkout.
    pub(crate) fn path(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.root.join(relative)
    }

    /// The folder of the files that are published.
    pub(crate) fn dist(&self) -> PathBuf {
        self.path("dist")
    }

    /// A path in the folder of what Cargo compiles, which a person may have chosen.
    pub(crate) fn target(&self, relative: impl AsRef<Path>) -> PathBuf {
        self.target.join(relative)
    }

    /// A tool of the npm packages that xtask installs for itself.
    pub(crate) fn npm_tool(&self, name: &str) -> PathBuf {
        self.path("xtask/node_modules/.bin").join(name)
    }

    /// Where programs are looked for.
    pub(crate) fn search_path(&self) -> OsString {
        self.shell.var_os("PATH").unwrap_or_default()
    }

    /// The file of a program, if it is on this machine.
    pub(crate) fn find(&self, program: &str) -> Option<PathBuf> {
        engines::find(program, &self.search_path())
    }
}
