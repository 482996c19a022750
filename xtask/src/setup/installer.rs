//! Installers: how a missing tool is installed, one for each kind of tool.

use std::env;
use std::fmt;
use std::fs;
use std::io::{IsTerminal as _, stdin};
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result};

use crate::process::{read, run_logged};
use crate::project::Project;

/// How to install a tool.
pub(super) enum Installer {
    /// `rustup` with these arguments.
    Rustup(&'static [&'static str]),
    /// Packages of Debian and its descendants. Elsewhere a person installs what they call it: what
    /// has not been tried should not be run on a machine of others.
    Apt(&'static [&'static str]),
    /// The packages of the npm lock file in a folder.
    Npm(&'static str),
    /// A package and its version for `cargo install`, into a folder of our own.
    Cargo(&'static str, &'static str),
}

impl Installer {
    /// Whether it can be tried on this machine.
    pub(super) fn is_available(&self) -> bool {
        let path = env::var_os("PATH").unwrap_or_default();
        let has = |program| engines::find(program, &path).is_some();
        match self {
            Self::Rustup(_) => has("rustup"),
            Self::Apt(_) => has("apt-get") && (is_root() || has("sudo")),
            Self::Npm(_) | Self::Cargo(..) => true,
        }
    }

    /// Whether it compiles, which takes long and needs nothing that the others install.
    pub(super) fn compiles(&self) -> bool {
        matches!(self, Self::Cargo(..))
    }

    /// Installs the tool; what the installer says goes to a file.
    pub(super) fn run(&self, project: &Project, cache: &Path) -> Result<()> {
        let folder = project.target("set-up");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let name = self.to_string().replace(|it: char| !it.is_ascii_alphanumeric(), "-");
        let log = folder.join(format!("{name}.log"));
        fs::write(&log, "").with_context(|| format!("cannot write {}", log.display()))?;
        match self {
            Self::Rustup(arguments) => run_logged(
                Command::new("rustup").current_dir(project.root()).args(*arguments),
                &log,
            ),
            Self::Apt(packages) => {
                // A stale list is worth a try: it fails only for one package of many, if at all.
                let _ = run_logged(apt_get().arg("update"), &log);
                let install = ["install", "-y", "--no-install-recommends"];
                run_logged(apt_get().args(install).args(*packages), &log)
            }
            Self::Npm(folder) => {
                run_logged(Command::new("npm").current_dir(project.path(folder)).arg("ci"), &log)
            }
            Self::Cargo(package, version) => {
                let mut cargo = Command::new("cargo");
                cargo
                    .current_dir(project.root())
                    .args(["install", package, "--locked", "--version", version, "--root"])
                    .arg(install_root(package, version, cache))
                    // It compiles in a folder of its own, which it removes.
                    .env_remove("CARGO_TARGET_DIR")
                    // These tools wait for others more than they compute: to optimise them fully
                    // would take half as long again.
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
                run_logged(&mut cargo, &log)
            }
        }
    }
}

impl fmt::Display for Installer {
    /// The command as a person would type it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Rustup(arguments) => write!(f, "rustup {}", arguments.join(" ")),
            Self::Apt(packages) => write!(f, "apt-get install {}", packages.join(" ")),
            Self::Npm(folder) => write!(f, "npm ci in {folder}"),
            Self::Cargo(package, version) => write!(f, "cargo install {package} {version}"),
        }
    }
}

/// Where `cargo install` puts a tool of ours: by version, so that two checkouts can differ.
pub(super) fn install_root(package: &str, version: &str, cache: &Path) -> PathBuf {
    cache.join(format!("{package}-{version}"))
}

/// `apt-get` with the rights that it needs.
fn apt_get() -> Command {
    let quiet = "DEBIAN_FRONTEND=noninteractive";
    let mut command = if is_root() {
        Command::new("env")
    } else {
        let mut command = Command::new("sudo");
        // Where nobody can type a password, sudo is to fail and not to wait.
        if !stdin().is_terminal() {
            command.arg("-n");
        }
        command.arg("env");
        command
    };
    command.args([quiet, "apt-get"]);
    command
}

fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}
