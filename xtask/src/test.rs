//! Runs every check and every test of the project, in the order of how soon each can fail.

use std::env;

use anyhow::{Result, ensure};
use engines::Engine;
use xshell::{Cmd, cmd};

use crate::build::{self, Quality};
use crate::example;
use crate::project::Project;
use crate::steps::{self, Step};

/// The packages that are for browsers. Of their tests only the one that runs in a browser is, too.
const WASM: [&str; 7] =
    ["-pgood-sport", "-pgood-sport-embed", "-pyew-app", "--lib", "--bins", "--test", "widget"];
const LIBRARIES: [&str; 2] = ["-pgood-sport", "-pgood-sport-embed"];
const TARGET: &str = "wasm32-unknown-unknown";

/// Runs them all, up to the first that fails; `left_out` is what cannot be tested here.
///
/// # Errors
///
/// When one of them fails; the message names it.
pub(crate) fn test(project: &Project, left_out: Vec<String>) -> Result<()> {
    let shell = &project.shell;
    let [biome, tsc] = ["biome", "tsc"].map(|it| project.npm_tool(it));
    let path = project.search_path();
    let mut steps = vec![
        Step::run("format", cmd!(shell, "cargo fmt --all --check")),
        Step::run(
            "format and lints of scripts, styles and pages",
            cmd!(shell, "{biome} ci --error-on-warnings"),
        ),
        Step::run("types of the scripts", cmd!(shell, "{tsc} --project embed/js")),
        Step::run(
            "lints, this machine",
            cmd!(shell, "cargo clippy --workspace --all-targets -- -D warnings"),
        ),
        Step::run(
            "lints, wasm32",
            cmd!(shell, "cargo clippy {WASM...} --target {TARGET} -- -D warnings"),
        ),
        Step::run(
            "documentation",
            cmd!(shell, "cargo doc --no-deps --document-private-items {LIBRARIES...}")
                .env("RUSTDOCFLAGS", "-D warnings"),
        ),
        Step::run(
            "tests of the library and the custom element",
            cmd!(shell, "cargo test {LIBRARIES...}"),
        ),
        Step::run("tests of xtask", cmd!(shell, "cargo test -p xtask")),
        Step::run("tests of the list of engines", cmd!(shell, "cargo test -p engines")),
        Step::run("tests of the bench", cmd!(shell, "cargo test -p benches")),
        Step::new("build, within the budgets", || {
            let spent = build::build(project, Quality::Full, None)?;
            let over: Vec<_> = spent.iter().filter(|it| it.is_too_much()).collect();
            ensure!(over.is_empty(), "more is loaded than the budgets allow: {over:#?}");
            Ok(())
        }),
        Step::run(
            "the package of the library",
            // It warns of each test that is not in it.
            cmd!(shell, "cargo package --quiet --allow-dirty -p good-sport"),
        ),
        Step::new("the Yew application", || example::build(project)),
        Step::run(
            "pages of frameworks",
            cmd!(shell, "node tests/frameworks/build.mjs target/frameworks"),
        ),
    ];
    if Engine::Chromium.missing(&path).is_none() {
        steps.push(Step::run("the widget in Chromium", widget(project)));
    }
    steps.push(Step::run(
        "whole pages in each browser",
        cmd!(shell, "cargo test -p browsers --tests").env("GOOD_SPORT_DIST", project.dist()),
    ));
    steps::run(steps)?;
    let engines = Engine::ALL.iter().filter_map(|it| it.skipped(&path));
    eprintln!("{}", summary(&engines.chain(left_out).collect::<Vec<_>>()));
    Ok(())
}

fn widget(project: &Project) -> Cmd<'_> {
    let runner = "cargo run --quiet --package wasm-test-runner --";
    // The default is 20 seconds, which a busy machine may need to start the browser alone.
    let timeout = env::var("WASM_BINDGEN_TEST_TIMEOUT").unwrap_or_else(|_| "120".to_owned());
    cmd!(project.shell, "cargo test -p good-sport-embed --test widget --target {TARGET}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_names_every_engine_that_ran_or_was_skipped() {
        assert_eq!(summary(&[]), "All passed, in chromium, firefox, webkit.");
        let skipped = ["webkit: skipped, MiniBrowser is not installed".to_owned()];
        let expected = "All that ran passed; webkit: skipped, MiniBrowser is not installed.";
        assert_eq!(summary(&skipped), expected);
    }
}
