//! Measures the widget beside its peers: the same by hand in other frameworks, and what others
//! publish.

use anyhow::Result;
use engines::Engine;
use xshell::cmd;

use crate::build::{self, Quality};
use crate::project::Project;
use crate::steps::{self, Step};

/// Builds everything and measures it, `runs` times.
///
/// # Errors
///
/// When a build fails, or the browser cannot be driven.
pub(crate) fn bench(project: &Project, engine: Engine, runs: u32) -> Result<()> {
    let shell = &project.shell;
    let peers = project.target("benches");
    let (name, runs) = (engine.to_string(), runs.to_string());
    steps::run(vec![
        Step::new("build", || build::build(project, Quality::Full, None).map(drop)),
        Step::new("the peers", || {
            // What an earlier version of the bundler left must not be measured.
            shell.remove_path(&peers)?;
            Ok(cmd!(shell, "node benches/bundle.mjs {peers}").quiet().run()?)
        }),
        Step::run(
            format!("visits in {engine}"),
            // The driver only waits, so that it is not worth the minutes of an optimized build.
            cmd!(shell, "cargo run --quiet -p benches --")
                .args(["--engine", &name, "--runs", &runs, "--peers"])
                .arg(&peers)
                .env("GOOD_SPORT_DIST", project.dist()),
        ),
    ])
}
