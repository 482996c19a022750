//! Makes sure that the tools of a command are there, and installs those that are not.

mod installer;
mod probe;
mod tools;
mod version;

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::Path;
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, bail};
use engines::Engine;

use crate::project::Project;
use probe::Found;
use tools::{Requirement, TOOLS, Tool};

/// What a person asks for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Task {
    /// `cargo xtask build`
    Build,
    /// `cargo xtask build` as the stable toolchain can do it: quick, or asked for.
    StableBuild,
    /// The build that the server asks for at every change; of set-up it hears only bad news.
    Rebuild,
    /// `cargo xtask serve`
    Serve,
    /// `cargo xtask test`
    Test,
    /// `cargo xtask bench`, in an engine.
    Bench(Engine),
}

impl fmt::Display for Task {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Build | Self::StableBuild | Self::Rebuild => "build",
            Self::Serve => "serve",
            Self::Test => "test",
            Self::Bench(_) => "bench",
        })
    }
}

/// The tools of a command, all of them there.
pub(crate) struct Toolbox {
    path: OsString,
    /// The tools whose tests are left out.
    left_out: Vec<&'static str>,
}

impl Toolbox {
    /// A command that finds the tools that set-up installed before all others.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.env("PATH", &self.path);
        command
    }

    /// What is not tested here, and why, each in a few words.
    pub(crate) fn skipped(&self) -> Vec<String> {
        let engines = Engine::ALL.iter().filter_map(|it| it.skipped(&self.path));
        let others = self.left_out.iter().map(|it| format!("{it}: not installed"));
        engines.chain(others).collect()
    }

    /// Whether what an engine needs is installed.
    pub(crate) fn has(&self, engine: Engine) -> bool {
        engine.missing(&self.path).is_none()
    }

    fn new(tools: Vec<(&Tool, Found)>) -> Result<Self> {
        let is_left_out = |(tool, found): &&(&Tool, Found)| {
            tool.requirement == Requirement::OfSomeTests && !found.fits()
        };
        let left_out = tools.iter().filter(is_left_out).map(|(tool, _)| tool.name).collect();
        let mut folders: Vec<_> =
            tools.into_iter().filter_map(|(_, found)| found.folder()).collect();
        folders.dedup();
        let path = env::var_os("PATH").unwrap_or_default();
        let folders = folders.into_iter().chain(env::split_paths(&path));
        Ok(Self { path: env::join_paths(folders)?, left_out })
    }
}

/// Finds the tools that the task needs, and installs what is missing.
///
/// # Errors
///
/// When a tool is missing that the task cannot do without, and cannot be installed.
pub(crate) fn prepare(project: &Project, task: Task) -> Result<Toolbox> {
    let tools: Vec<_> = TOOLS.iter().filter(|tool| tool.is_needed_by(task)).collect();
    let cache = engines::tools().context("this account has no home folder; set HOME")?;
    let probe = || -> Vec<(&Tool, Found)> {
        tools.iter().map(|tool| (*tool, probe::probe(tool, project, &cache))).collect()
    };
    let found = probe();
    let missing: Vec<_> = found.iter().filter(|(_, found)| !found.fits()).collect();
    if missing.is_empty() && task != Task::Rebuild {
        eprintln!("Set-up: all {} tools for `cargo xtask {task}` are there.", tools.len());
    }
    refuse(task, missing.iter().copied().filter(|(tool, _)| !tool.installer.is_available()))?;
    let missing: Vec<_> =
        missing.into_iter().filter(|(tool, _)| tool.installer.is_available()).collect();
    if missing.is_empty() {
        return Toolbox::new(found);
    }
    eprintln!(
        "Set-up: `cargo xtask {task}` needs what is not here yet. Nothing of yours is replaced, and \
         what is compiled (cargo install) takes some minutes:"
    );
    for (tool, found) in &missing {
        eprintln!("  {tool}{} ({})", found.instead(), tool.installer);
    }
    let missing: Vec<_> = missing.into_iter().map(|(tool, _)| *tool).collect();
    install(project, &cache, task, &missing)?;
    let found = probe();
    refuse(task, found.iter().filter(|(_, found)| !found.fits()))?;
    if found.iter().all(|(_, found)| found.fits()) {
        eprintln!("Set-up: done; the next time it has nothing to do.");
    }
    Toolbox::new(found)
}

/// Installs the tools: those that are compiled one after another, and meanwhile all others.
fn install(project: &Project, cache: &Path, task: Task, tools: &[&Tool]) -> Result<()> {
    let in_order = |compiles: bool| {
        for tool in tools.iter().filter(|it| it.installer.compiles() == compiles) {
            eprintln!("Installing {tool} ({})", tool.installer);
            match tool.installer.run(project, cache) {
                Err(_) if tool.requirement.is_dispensable(task) => {
                    eprintln!("NOTE: {} failed; going on without.", tool.installer);
                }
                other => other.with_context(|| format!("set-up failed to install {tool}"))?,
            }
        }
        Ok(())
    };
    thread::scope(|scope| {
        let compiled = scope.spawn(|| in_order(true));
        let others = in_order(false);
        compiled.join().unwrap_or_else(|_| bail!("set-up stopped")).and(others)
    })
}

/// Stops the task at tools that it cannot do without.
fn refuse<'a>(task: Task, missing: impl Iterator<Item = &'a (&'a Tool, Found)>) -> Result<()> {
    let needed = missing.filter(|(tool, found)| !found.is_dispensable(tool.requirement, task));
    let lines: Vec<_> = needed
        .map(|(tool, found)| format!("\n  {tool}{} ({})", found.instead(), tool.installer))
        .collect();
    if !lines.is_empty() {
        bail!(
            "set-up cannot install what is missing here; install it by hand, under the name that \
             this system has for it:{}",
            lines.concat()
        );
    }
    Ok(())
}
