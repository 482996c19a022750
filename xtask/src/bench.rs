//! Measures the widget beside its peers: the same by hand in other frameworks, and what others
//! publish.

use anyhow::Result;
use engines::Engine;
use xshell::cmd;

use crate::build::{self, Quality};
use crate::project::Project;
use crate::steps::{run, step};

/// Builds everything and measures it, `runs` times.
///
/// # Errors
///
/// When a build fails, or the browser cannot be driven.
pub(crate) fn bench(project: &Project, engine: Engine, runs: u32) -> Result<()> {
    let shell = &project.shell;
    let peers = project.target("benches");
    let (name, runs) = (engine.to_string(), runs.to_string());
    step("build", || build::build(project, Quality::Full, None).map(drop))?;
    // What an earlier version of the bundler left must not be measured.
    shell.remove_path(&peers)?;
    run("the peers", cmd!(shell, "node benches/bundle.mjs {peers}"))?;
    // The driver only waits, so that it is not worth the minutes of an optimized build.
    let visits = cmd!(shell, "cargo run --quiet -p benches --")
        .args(["--engine", &name, "--runs", &runs, "--peers"])
        .arg(&peers)
        .env("GOOD_SPORT_DIST", project.dist());
    run(&format!("visits in {engine}"), visits)
}
