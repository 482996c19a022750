//! Runs every check and every test of the project, in the order of how soon each can fail.

use std::env;

use anyhow::{Result, ensure};
use engines::Engine;
use xshell::{Cmd, cmd};

use crate::build::{self, Quality};
use crate::example;
use crate::package;
use crate::project::{Project, WASM};
use crate::steps::{run, step};
use crate::wordpress;

/// The packages that are for browsers. Of their tests only the one that runs in a browser is, too.
const IN_BROWSERS: [&str; 8] = [
    "-pgood-sport",
    "-pgood-sport-embed",
    "-pgood-sport-linter",
    "-pyew-app",
    "--lib",
    "--bins",
    "--test",
    "widget",
];
const LIBRARIES: [&str; 3] = ["-pgood-sport", "-pgood-sport-embed", "-pgood-sport-linter"];

/// Runs them all, up to the first that fails; `left_out` is what cannot be tested here.
///
/// # Errors
///
/// When one of them fails; the message names it.
pub(crate) fn test(project: &Project, left_out: Vec<String>) -> Result<()> {
    lint(project)?;
    let shell = &project.shell;
    run("tests of the library and the custom element", cmd!(shell, "cargo test {LIBRARIES...}"))?;
    run(
        "tests of the tools",
        cmd!(shell, "cargo test -p xtask -p engines -p benches -p translator"),
    )?;
    step("build, within the budgets", || {
        let budgets = build::build(project, Quality::Full, None)?;
        let missed: Vec<_> = budgets.iter().filter(|it| !it.is_kept()).collect();
        ensure!(missed.is_empty(), "other bytes are loaded than the budgets say: {missed:#?}");
        Ok(())
    })?;
    // It warns of each test that is not in it.
    let package = cmd!(shell, "cargo package --quiet --allow-dirty -p good-sport");
    run("the package of the library", package)?;
    step("the plugin for WordPress", || wordpress::package(project).map(drop))?;
    step("the package for npm", || package::package(project).map(drop))?;
    step("the Yew application", || example::build(project))?;
    run("pages of frameworks", cmd!(shell, "node tests/frameworks/build.mjs target/frameworks"))?;
    let path = project.search_path();
    if Engine::Chromium.missing(&path).is_none() {
        run("the widget in Chromium", widget(project))?;
    }
    let platforms = cmd!(shell, "cargo test -p integrations");
    run("real platforms, in Chromium", platforms.env("GOOD_SPORT_DIST", project.dist()))?;
    let pages = cmd!(shell, "cargo test -p browsers --tests");
    run("whole pages in each browser", pages.env("GOOD_SPORT_DIST", project.dist()))?;
    let engines = Engine::ALL.iter().filter_map(|it| it.skipped(&path));
    eprintln!("{}", summary(&engines.chain(left_out).collect::<Vec<_>>()));
    Ok(())
}

/// Checks what no test has to run for.
fn lint(project: &Project) -> Result<()> {
    let shell = &project.shell;
    let [biome, tsc] = ["biome", "tsc"].map(|it| project.npm_tool(it));
    run("format", cmd!(shell, "cargo fmt --all --check"))?;
    let title = "format and lints of scripts, styles and pages";
    run(title, cmd!(shell, "{biome} ci --error-on-warnings"))?;
    run("types of the scripts", cmd!(shell, "{tsc} --project embed/js"))?;
    let clippy = cmd!(shell, "cargo clippy --workspace --all-targets -- -D warnings");
    run("lints, this machine", clippy)?;
    let clippy = cmd!(shell, "cargo clippy {IN_BROWSERS...} --target {WASM} -- -D warnings");
    run("lints, wasm32", clippy)?;
    let clippy = cmd!(shell, "cargo clippy -p good-sport --lib --no-default-features");
    run("lints, without the component", clippy.args(["--", "-D", "warnings"]))?;
    let doc = cmd!(shell, "cargo doc --no-deps --document-private-items {LIBRARIES...}");
    run("documentation", doc.env("RUSTDOCFLAGS", "-D warnings"))
}

fn widget(project: &Project) -> Cmd<'_> {
    let runner = "cargo run --quiet --package wasm-test-runner --";
    // The default is 20 seconds, which a busy machine may need to start the browser alone.
    let timeout = env::var("WASM_BINDGEN_TEST_TIMEOUT").unwrap_or_else(|_| "120".to_owned());
    cmd!(project.shell, "cargo test -p good-sport-embed --test widget --target {WASM}")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner)
        .env("CHROMEDRIVER", "chromedriver")
        .env("WASM_BINDGEN_TEST_TIMEOUT", timeout)
}

/// The last line of the run.
fn summary(skipped: &[String]) -> String {
    if skipped.is_empty() {
        return format!("All passed, in {}.", Engine::ALL.map(|it| it.to_string()).join(", "));
    }
    format!("All that ran passed; {}.", skipped.join("; "))
}
