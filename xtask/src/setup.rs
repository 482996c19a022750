//! Makes sure that the tools of a command are there, and installs those that are not.

mod probe;
mod tool;

use std::env;

use anyhow::{Context, Result, bail};
use engines::Engine;

use crate::project::Project;
use probe::Missing;
pub(crate) use tool::Task;
use tool::Tool;

/// Finds the tools that the task needs, and installs what is missing; says what is left
/// out for want of a tool.
///
/// # Errors
///
/// When a tool is missing that the task cannot do without, and cannot be installed.
pub(crate) fn prepare(
    project: &Project,
    task: Task,
    engine: Option<Engine>,
) -> Result<Vec<String>> {
    let all = Tool::all()?;
    let ours = all.iter().filter_map(|it| Some(it.folder()?.join("bin")));
    let path = project.search_path();
    project.shell.set_var("PATH", env::join_paths(ours.chain(env::split_paths(&path)))?);
    let tools: Vec<_> = all.iter().filter(|it| it.is_needed(task, engine)).collect();
    let look = || -> Vec<(&Tool, Missing)> {
        tools.iter().filter_map(|it| Some((*it, probe::probe(&it.probe, project)?))).collect()
    };
    let (installable, others): (Vec<_>, Vec<_>) =
        look().into_iter().partition(|(tool, _)| project.find(tool.installer()).is_some());
    refuse(task, &others)?;
    if installable.is_empty() {
        return Ok(left_out(&others));
    }
    install(project, task, &installable)?;
    let missing = look();
    refuse(task, &missing)?;
    if missing.is_empty() {
        eprintln!("Set-up: done; the next time it has nothing to do.");
    }
    Ok(left_out(&missing))
}

/// Installs the tools, one after another.
fn install(project: &Project, task: Task, missing: &[(&Tool, Missing)]) -> Result<()> {
    eprintln!(
        "Set-up: this needs what is not here yet. Nothing of yours is replaced, and what is \
         compiled (cargo install) takes some minutes:{}",
        list(missing)
    );
    for (tool, _) in missing {
        eprintln!("Installing {}", tool.name);
        match tool.install(&project.shell) {
            Err(error) if tool.is_optional(task) => {
                eprintln!("NOTE: {error:#}; going on without.");
            }
            done => done.with_context(|| format!("set-up failed to install {}", tool.name))?,
        }
    }
    Ok(())
}

/// Stops the task at tools that it cannot do without.
fn refuse(task: Task, missing: &[(&Tool, Missing)]) -> Result<()> {
    let is_needed =
        |(tool, missing): &&(&Tool, Missing)| !(tool.is_optional(task) && missing.0.is_none());
    let needed: Vec<_> = missing.iter().filter(is_needed).collect();
    if !needed.is_empty() {
        bail!(
            "set-up cannot install what is missing here; install it by hand, under the name that \
             this system has for it:{}",
            list(needed)
        );
    }
    Ok(())
}

/// The tests that are left out without the tools; engines tell that of themselves.
fn left_out(missing: &[(&Tool, Missing)]) -> Vec<String> {
    let others = missing.iter().filter(|(tool, _)| tool.engine.is_none());
    others.map(|(tool, _)| format!("{}: not installed", tool.name)).collect()
}

/// A line for each tool, with how it is installed.
fn list<'a>(missing: impl IntoIterator<Item = &'a (&'a Tool, Missing)>) -> String {
    let line = |(tool, missing): &(&Tool, Missing)| {
        format!("\n  {}{missing} ({})", tool.name, tool.install)
    };
    missing.into_iter().map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    use tool::Probe;

    /// What comes with Rust, which runs this, or with any system that Rust runs on.
    const GIVEN: [&str; 4] = ["cargo", "rustc", "rustup", "env"];

    /// The files below a folder, but for what is installed or made.
    fn files(folder: &Path) -> Vec<PathBuf> {
        let made = ["target", "node_modules", "dist", ".git"];
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let entries = entries.filter(|it| !made.iter().any(|name| it.file_name() == *name));
        entries
            .map(|it| it.path())
            .flat_map(|it| if it.is_dir() { files(&it) } else { vec![it] })
            .collect()
    }

    #[test]
    fn every_folder_of_npm_packages_is_listed() -> Result<()> {
        let root = Project::new()?.root;
        let there: BTreeSet<_> = files(&root)
            .into_iter()
            .filter(|it| it.ends_with("package-lock.json"))
            .filter_map(|it| Some(it.parent()?.strip_prefix(&root).ok()?.to_owned()))
            .collect();
        let listed = Tool::all()?.into_iter().filter_map(|it| match it.probe {
            Probe::Npm(folder) => Some(folder),
            _ => None,
        });
        assert_eq!(there, listed.collect());
        Ok(())
    }

    #[test]
    fn every_program_that_is_started_by_its_name_is_listed() -> Result<()> {
        let tools = Tool::all()?;
        let listed: Vec<_> = tools.iter().filter_map(|it| it.program()).chain(GIVEN).collect();
        let project = Project::new()?;
        let sources = ["xtask/src", "tests/browsers", "benches/src"].map(|it| project.path(it));
        for file in sources.iter().flat_map(|it| files(it)) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            let starts = ["Command::new(\"", "cmd!(shell, \"", "cmd!(project.shell, \""];
            for start in starts.iter().flat_map(|it| text.split(it).skip(1)) {
                let name = start.split(['"', ' ']).next().unwrap_or_default();
                let is_known = listed.contains(&name) || name.contains(['/', '{']);
                assert!(is_known, "{name} in {} is no tool of set-up", file.display());
            }
        }
        Ok(())
    }

    #[test]
    fn every_program_of_every_engine_is_installed_or_skips_that_engine() -> Result<()> {
        let tools = Tool::all()?;
        for engine in Engine::ALL {
            for program in engine.programs() {
                let tool = tools.iter().find(|it| it.program() == Some(program.name));
                let of = tool.and_then(|it| it.engine.clone());
                assert_eq!(of, Some(engine.to_string()), "{}", program.name);
            }
        }
        Ok(())
    }
}
