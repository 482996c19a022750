//! The tools of `tools.toml`: who needs each, how it is found, and how it is installed.

use std::path::PathBuf;

use anyhow::{Context, Result};
use engines::Engine;
use semver::VersionReq;
use serde::Deserialize;
use xshell::{Shell, cmd};

/// A command that a person gives.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Task {
    /// `cargo xtask build`
    Build,
    /// The same with `--dev`.
    QuickBuild,
    /// `cargo xtask package`
    Package,
    /// `cargo xtask serve`
    Serve,
    /// `cargo xtask test`
    Test,
    /// `cargo xtask bench`
    Bench,
    /// `cargo xtask release`
    Release,
    /// `cargo xtask lighthouse`
    Lighthouse,
    /// `cargo xtask language`
    Language,
}

/// A tool that some commands need.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Tool {
    pub(super) name: String,
    #[serde(rename = "for")]
    tasks: Vec<Task>,
    pub(super) engine: Option<String>,
    #[serde(default)]
    optional: bool,
    pub(super) probe: Probe,
    /// The command that installs it, as a person would type it.
    pub(super) install: String,
}

impl Tool {
    /// All tools, in the order in which a person reads of them, and in which they are installed.
    pub(super) fn all() -> Result<Vec<Self>> {
        #[derive(Deserialize)]
        struct File {
            tools: Vec<Tool>,
        }
        let file: File = toml::from_str(include_str!("../../tools.toml")).context("tools.toml")?;
        Ok(file.tools)
    }

    /// Whether the task, in all engines or in this one, needs it on a system such as this:
    /// typefaces and `WebKitGTK` are for Linux.
    pub(super) fn is_needed(&self, task: Task, engine: Option<Engine>) -> bool {
        let of = |engine: Engine| self.engine.as_ref().is_none_or(|it| *it == engine.to_string());
        let is_for_linux = matches!(self.probe, Probe::Fonts(_))
            || self.engine.as_ref().is_some_and(|it| *it == Engine::WebKit.to_string());
        self.tasks.contains(&task)
            && engine.is_none_or(of)
            && (cfg!(target_os = "linux") || !is_for_linux)
    }

    /// The program that it is, if it is one.
    #[cfg(test)]
    pub(super) fn program(&self) -> Option<&str> {
        match &self.probe {
            Probe::Program { program, .. } => Some(program),
            Probe::Fonts(_) => Some("fc-list"),
            _ => None,
        }
    }

    /// Whether the task goes on without it.
    pub(super) fn is_optional(&self, task: Task) -> bool {
        match task {
            Task::Test => (self.optional || self.engine.is_some()) && !engines::needs_all(),
            _ => self.optional,
        }
    }

    /// The program that installs it, which a machine may not have.
    pub(super) fn installer(&self) -> &str {
        self.install.split(' ').next().unwrap_or_default()
    }

    /// Where it is installed if only this project uses it: by version, so that two checkouts can differ.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        let package = self.install.strip_prefix("cargo install ")?;
        Some(engines::tools()?.join(package.replace('@', "-")))
    }

    /// Installs it; what the installer says goes to the terminal.
    pub(super) fn install(&self, shell: &Shell) -> Result<()> {
        let words = self.install.split(' ').skip(1);
        let command = match self.installer() {
            "apt-get" => {
                // Where there is no `sudo` one is mostly root, or else hears of it from `apt-get`.
                let sudo = engines::find("sudo", &shell.var_os("PATH").unwrap_or_default());
                let (program, env) = sudo.map_or(("env".into(), None), |it| (it, Some("env")));
                let apt = ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"];
                // A stale list is worth a try: it fails only for one package of many, if at all.
                let _ = cmd!(shell, "{program} {env...} {apt...} update").quiet().run();
                cmd!(shell, "{program} {env...} {apt...} -y --no-install-recommends {words...}")
            }
            "cargo" => {
                let root = self.folder().context("this account has no home folder; set HOME")?;
                cmd!(shell, "cargo {words...} --locked --root {root}")
                    // It compiles in a folder of its own, which it removes.
                    .env_remove("CARGO_TARGET_DIR")
                    // These tools wait for others more than they compute: to optimize them fully
                    // would take half as long again.
                    .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1")
                    .env("CARGO_PROFILE_RELEASE_LTO", "off")
                    .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            }
            program => cmd!(shell, "{program} {words...}"),
        };
        Ok(command.quiet().run()?)
    }
}

/// How to see whether a tool is there.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Probe {
    /// Asks fontconfig whether it has these families.
    Fonts(Vec<String>),
    /// Looks for files.
    Files(Vec<PathBuf>),
    /// Looks whether the npm packages of a folder are those of its lock file.
    Npm(PathBuf),
    /// Looks whether the Python packages of a folder are those of its list.
    Pip(PathBuf),
    /// Looks for the sources of the standard library.
    RustSources,
    /// Looks for the standard library of a target.
    RustTarget(String),
    /// Looks for a program, and asks it for its version where only some fit.
    #[serde(untagged)]
    Program { program: String, version: Option<VersionReq>, major_version_of: Option<String> },
}
