//! Runs Lighthouse on the page of the site.

use anyhow::{Context, Result};
use engines::CHROMIUM;
use xshell::cmd;

use crate::build::{self, Quality};
use crate::project::Project;
use crate::steps::{run, step};

/// Builds everything, and prints the scores of the page under the mobile settings of Lighthouse.
///
/// # Errors
///
/// When the build fails, or a score is below 100.
pub(crate) fn lighthouse(project: &Project) -> Result<()> {
    let shell = &project.shell;
    step("build", || build::build(project, Quality::Full, None).map(drop))?;
    let chromium = CHROMIUM.find(&project.search_path()).context("there is no Chromium")?;
    let dist = project.dist();
    run("Lighthouse", cmd!(shell, "node benches/lighthouse.mjs {dist} {chromium}"))
}
