//! Measures the widget beside its peers: the same by hand in other frameworks, and what others
//! publish.

use std::fs;

use anyhow::{Context, Result};
use engines::Engine;

use crate::build::{self, Quality};
use crate::process::run;
use crate::project::Project;
use crate::setup::Toolbox;
use crate::steps::{self, Step};

/// Builds everything and measures it, `runs` times.
///
/// # Errors
///
/// When a build fails, or the browser cannot be driven.
pub(crate) fn bench(project: &Project, toolbox: &Toolbox, engine: Engine, runs: u32) -> Result<()> {
    let peers = project.target("benches");
    steps::run(vec![
        Step::new("build", || build::build(project, toolbox, Quality::Full, None).map(drop)),
        Step::new("the peers", || {
            // What an earlier version of the bundler left must not be measured.
            if peers.exists() {
                fs::remove_dir_all(&peers)
                    .with_context(|| format!("cannot remove {}", peers.display()))?;
            }
            run(toolbox.command("node").arg(project.path("benches/bundle.mjs")).arg(&peers))
        }),
        Step::new(format!("visits in {engine}"), || {
            // The driver only waits, so that it is not worth the minutes of an optimised build.
            run(toolbox
                .command("cargo")
                .current_dir(project.root())
                .args(["run", "--quiet", "-p", "benches", "--"])
                .args(["--engine", &engine.to_string(), "--runs", &runs.to_string()])
                .arg("--peers")
                .arg(&peers)
                .env("GOOD_SPORT_DIST", project.dist()))
        }),
    ])
}
