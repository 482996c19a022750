//! The steps of an installation, each of which says what it does before it does it.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, bail};

use super::Task;
use super::packages::{System, apt_get};
use super::probe::install_root;
use super::tools::{Installer, Tool, Without};
use crate::process::run_logged;
use crate::project::Project;

/// One step: how, about how long, and what to say when it fails.
pub(super) struct Action {
    how: How,
    minutes: u32,
    /// What becomes of the command when this fails.
    without: Without,
    otherwise: &'static str,
}

enum How {
    Rustup(&'static [&'static str]),
    Apt(Vec<&'static str>),
    Npm(&'static str),
    Cargo { package: &'static str, version: &'static str, locked: bool },
}

impl Action {
    /// The step that installs the tool, if this system has a way to.
    pub(super) fn new(tool: &Tool, system: &System) -> Option<Self> {
        let how = match &tool.remedy {
            Installer::Rustup(arguments) => {
                system.has_rustup().then_some(How::Rustup(arguments))?
            }
            Installer::Apt(packages) => {
                system.installs_packages().then(|| How::Apt(packages.to_vec()))?
            }
            Installer::Npm(folder) => How::Npm(folder),
            &Installer::Cargo { package, version, locked } => {
                How::Cargo { package, version, locked }
            }
        };
        let Tool { minutes, without, otherwise, .. } = *tool;
        Some(Self { how, minutes, without, otherwise })
    }

    /// Adds a step to others; packages of the system that are needed for the same are one step.
    pub(super) fn add(actions: &mut Vec<Self>, action: Self) {
        if let How::Apt(new) = &action.how {
            for known in actions.iter_mut() {
                if let How::Apt(packages) = &mut known.how
                    && known.without == action.without
                {
                    packages.extend(new);
                    known.minutes += action.minutes;
                    return;
                }
            }
        }
        actions.push(action);
    }

    /// Steps with a lower number come first, for the later ones may need them.
    pub(super) fn order(&self) -> u8 {
        match self.how {
            How::Rustup(_) => 0,
            How::Apt(_) => 1,
            How::Npm(_) => 2,
            How::Cargo { .. } => 3,
        }
    }

    /// About how long it takes.
    pub(super) fn minutes(&self) -> u32 {
        self.minutes
    }

    /// Does it; what the tools say goes to a file. What can be done without may fail.
    pub(super) fn perform(&self, project: &Project, cache: &Path, task: Task) -> Result<()> {
        let folder = project.target("set-up");
        fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
        let log = folder.join(format!("{}.log", self.log_name()));
        if log.exists() {
            fs::remove_file(&log).with_context(|| format!("cannot write {}", log.display()))?;
        }
        match self.install(project, cache, &log) {
            Err(_) if self.without.goes_on(task) => {
                eprintln!("NOTE: {self} failed; going on without.");
            }
            Err(error) => bail!("set-up failed at {self}: {error:#}\n{}", self.otherwise),
            Ok(()) => {}
        }
        Ok(())
    }

    fn log_name(&self) -> String {
        match &self.how {
            How::Rustup(arguments) => format!("rustup-{}", arguments.join("-")),
            How::Apt(packages) => format!("apt-get-{}", packages[0]),
            How::Npm(folder) => format!("npm-{}", folder.replace('/', "-")),
            How::Cargo { package, version, .. } => format!("{package}-{version}"),
        }
    }

    fn install(&self, project: &Project, cache: &Path, log: &Path) -> Result<()> {
        match &self.how {
            How::Rustup(arguments) => {
                run_logged(Command::new("rustup").current_dir(project.root()).args(*arguments), log)
            }
            How::Apt(packages) => {
                // A stale list is worth a try: it fails only for one package of many, if at all.
                let _ = run_logged(apt_get().arg("update"), log);
                let install = ["install", "-y", "--no-install-recommends"];
                run_logged(apt_get().args(install).args(packages), log)
            }
            How::Npm(folder) => {
                run_logged(Command::new("npm").current_dir(project.path(folder)).arg("ci"), log)
            }
            How::Cargo { package, version, locked } => {
                let mut cargo = Command::new("cargo");
                cargo
                    .current_dir(project.root())
                    .args(["install", package, "--version", version, "--root"])
                    .arg(install_root(package, version, cache))
                    // It compiles in a folder of its own, which it removes.
                    .env_remove("CARGO_TARGET_DIR")
                    // These tools wait for others more than they compute: to optimise them fully
                    // would take half as long again.
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16");
                if *locked {
                    cargo.arg("--locked");
                }
                run_logged(&mut cargo, log)
            }
        }
    }
}

impl fmt::Display for Action {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.how {
            How::Rustup(arguments) => write!(f, "rustup {}", arguments.join(" "))?,
            How::Apt(packages) => write!(f, "{} (apt-get install", packages.join(", "))?,
            How::Npm(folder) => write!(f, "npm packages of {folder} (npm ci")?,
            How::Cargo { package, version, .. } => write!(f, "{package} {version} (cargo install")?,
        }
        let before = if matches!(self.how, How::Rustup(_)) { " (" } else { ", " };
        write!(f, "{before}about {} min)", self.minutes)
    }
}
