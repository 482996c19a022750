//! Makes sure that the tools of a command are there, and installs those that are not.

mod action;
mod packages;
mod probe;
mod tools;
mod version;

use std::env;
use std::ffi::{OsStr, OsString};
use std::fmt;
use std::process::Command;

use anyhow::{Context, Result, bail};
use engines::Engine;

use crate::project::Project;
use action::Action;
use packages::System;
use probe::Found;
use tools::{TOOLS, Tool, Without};

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
        let is_left_out =
            |(tool, found): &&(&Tool, Found)| tool.without == Without::LeaveOut && !found.fits();
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
/// When a tool is missing that no other can stand in for, and cannot be installed; the message says
/// what to do.
pub(crate) fn prepare(project: &Project, task: Task) -> Result<Toolbox> {
    let tools: Vec<_> = TOOLS.iter().filter(|tool| tool.is_needed_by(task)).collect();
    let cache = engines::tools().context("this account has no home folder; set HOME")?;
    let found: Vec<_> =
        tools.iter().map(|tool| (*tool, probe::probe(tool, project, &cache))).collect();
    let missing: Vec<_> = found.iter().filter(|(_, found)| !found.fits()).collect();
    if missing.is_empty() {
        if task != Task::Rebuild {
            eprintln!("Set-up: all {} tools for `cargo xtask {task}` are there.", tools.len());
        }
        return Toolbox::new(found);
    }

    let actions = plan(task, &missing, &System::here())?;
    if actions.is_empty() {
        return Toolbox::new(found);
    }
    announce(task, &missing, &actions);
    let count = actions.len();
    for (index, action) in actions.iter().enumerate() {
        eprintln!("[{}/{count}] {action}", index + 1);
        action.perform(project, &cache, task)?;
    }

    let found: Vec<_> =
        tools.iter().map(|tool| (*tool, probe::probe(tool, project, &cache))).collect();
    for (tool, found) in &found {
        if !found.fits() && !found.can_wait(tool.without, task) {
            bail!("{tool} is still missing after set-up{}: {}", found.instead(), tool.otherwise);
        }
    }
    if found.iter().all(|(_, found)| found.fits()) {
        eprintln!("Set-up: done; the next time it has nothing to do.");
    }
    Toolbox::new(found)
}

/// What installs the missing tools; system packages first and all at once.
fn plan(task: Task, missing: &[&(&Tool, Found)], system: &System) -> Result<Vec<Action>> {
    let mut actions = Vec::new();
    let mut hopeless = Vec::new();
    for (tool, found) in missing {
        match Action::new(tool, system) {
            Some(action) => Action::add(&mut actions, action),
            None if found.can_wait(tool.without, task) => {}
            None => hopeless.push(format!(
                "\n  {tool}{}: {}{}",
                found.instead(),
                tool.otherwise,
                system.advice(&tool.remedy)
            )),
        }
    }
    if !hopeless.is_empty() {
        bail!(
            "set-up cannot install what is missing here; install it by hand, under the name that \
             this system has for it:{}",
            hopeless.concat()
        );
    }
    actions.sort_by_key(Action::order);
    Ok(actions)
}

fn announce(task: Task, missing: &[&(&Tool, Found)], actions: &[Action]) {
    eprintln!("Set-up: `cargo xtask {task}` needs what is not here yet:");
    for (tool, found) in missing {
        eprintln!("  {tool}{}", found.instead());
    }
    let minutes: u32 = actions.iter().map(Action::minutes).sum();
    eprintln!("Nothing of yours is replaced. On two cores this takes about {minutes} min:");
    for action in actions {
        eprintln!("  {action}");
    }
}
