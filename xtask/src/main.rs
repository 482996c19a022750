//! Builds, serves, tests and measures good-sport, and sets up what each of these needs.

mod bench;
mod build;
mod example;
mod lighthouse;
mod package;
mod project;
mod release;
mod serve;
mod setup;
mod steps;
mod test;
mod wordpress;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};
use engines::Engine;
use xshell::cmd;

use build::Quality;
use project::Project;
use setup::Task;

/// Builds, serves, tests and measures good-sport; each command first sets up what it needs.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes `dist/`, with everything that a page needs, and prints what each file weighs.
    Build {
        /// A quick build: neither optimized nor compressed.
        #[arg(long)]
        dev: bool,
        /// Writes into this existing folder instead of remaking `dist/`.
        #[arg(long, value_name = "FOLDER", env = "TRUNK_STAGING_DIR")]
        into: Option<PathBuf>,
    },
    /// Builds everything, and packs what publishers install into `target/package`; publishes nothing.
    Package,
    /// Serves the demonstration page on the first free port from 8080 on, and rebuilds it on a change.
    Serve,
    /// Runs every check and every test, in browsers too.
    Test,
    /// Trains the tone linter's classifier on the notes in `tests/linter/training`.
    Train,
    /// Starts a language, or checks one: `new TAG`, `check TAG`.
    Language {
        /// What is handed on to the package `translator`.
        #[arg(required = true, trailing_var_arg = true, allow_hyphen_values = true)]
        arguments: Vec<String>,
    },
    /// Runs Lighthouse on the page of the site, under its mobile settings, and prints the scores.
    Lighthouse,
    /// Measures the widget beside its peers, and draws the picture of it for `docs/performance.md`.
    Bench {
        /// The engine to measure in: chromium, firefox or webkit.
        #[arg(long, default_value = "chromium")]
        engine: Engine,
        /// How often each page is visited; the figures are medians.
        #[arg(long, default_value = "7", value_parser = clap::value_parser!(u32).range(1..))]
        runs: u32,
    },
    /// Checks what a release would publish, and gathers it in `target/publish`.
    Release {
        /// Publishes nothing, which is left to people and to the workflow of the repository.
        #[arg(long, required = true)]
        dry_run: bool,
    },
}

fn main() -> ExitCode {
    match run(&Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: &Command) -> Result<()> {
    let project = Project::new()?;
    let prepare = |task| setup::prepare(&project, task, None);
    match command {
        Command::Build { dev, into } => {
            let (task, quality) = match dev {
                true => (Task::QuickBuild, Quality::Quick),
                false => (Task::Build, Quality::Full),
            };
            prepare(task)?;
            build::build(&project, quality, into.as_deref()).map(drop)
        }
        Command::Package => {
            prepare(Task::Package)?;
            build::build(&project, Quality::Full, None)?;
            package::package(&project)?;
            wordpress::package(&project).map(drop)
        }
        Command::Serve => {
            prepare(Task::Serve)?;
            serve::serve(&project)
        }
        Command::Test => test::test(&project, prepare(Task::Test)?),
        // A package of its own, which compiles nothing of what a build needs.
        Command::Train => Ok(cmd!(project.shell, "cargo run --package trainer").run()?),
        Command::Language { arguments } => {
            prepare(Task::Language)?;
            let translator = cmd!(project.shell, "cargo run --quiet --package translator --");
            Ok(translator.args(arguments).run()?)
        }
        Command::Lighthouse => {
            prepare(Task::Lighthouse)?;
            lighthouse::lighthouse(&project)
        }
        Command::Bench { engine, runs } => {
            setup::prepare(&project, Task::Bench, Some(*engine))?;
            bench::bench(&project, *engine, *runs)
        }
        Command::Release { dry_run: _ } => {
            prepare(Task::Release)?;
            release::rehearse(&project)
        }
    }
}
