//! Runs every check and every test of the project, in the order of how soon each can fail.

use std::env;
use std::process::Command;

use anyhow::{Result, ensure};
use engines::Engine;

use crate::build::{self, Quality};
use crate::example;
use crate::process::run;
use crate::project::Project;
use crate::setup::Toolbox;
use crate::steps::{self, Step};

/// Of the tests only the one that runs in a browser; the others are of this machine alone.
const WASM_LINTS: [&str; 14] = [
    "clippy",
    "-p",
    "good-sport",
    "-p",
    "good-sport-embed",
    "-p",
    "yew-app",
    "--lib",
    "--bins",
    "--test",
    "widget",
    "--target",
    "wasm32-unknown-unknown",
    "--",
];
const HOST_LINTS: [&str; 4] = ["clippy", "--workspace", "--all-targets", "--"];
const DOCUMENTATION: [&str; 7] =
    ["doc", "--no-deps", "--document-private-items", "-p", "good-sport", "-p", "good-sport-embed"];

/// Runs them all, up to the first that fails.
///
/// # Errors
///
/// When one of them fails; the message names it.
pub(crate) fn test(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let cargo = || {
        let mut command = toolbox.command("cargo");
        command.current_dir(project.root());
        command
    };
    let deny = ["-D", "warnings"];
    let mut steps = vec![
        Step::new("format", || run(cargo().args(["fmt", "--all", "--check"]))),
        Step::new("format and lints of scripts, styles and pages", || {
            let mut biome = toolbox.command(project.npm_tool("biome"));
            run(biome.current_dir(project.root()).args(["ci", "--error-on-warnings"]))
        }),
        Step::new("types of the scripts", || {
            let mut tsc = toolbox.command(project.npm_tool("tsc"));
            run(tsc.arg("--project").arg(project.path("embed/js")))
        }),
        Step::new("lints, this machine", || run(cargo().args(HOST_LINTS).args(deny))),
        Step::new("lints, wasm32", || run(cargo().args(WASM_LINTS).args(deny))),
        Step::new("documentation", || {
            run(cargo().args(DOCUMENTATION).env("RUSTDOCFLAGS", "-D warnings"))
        }),
        Step::new("tests of the library and the custom element", || {
            run(cargo().args(["test", "-p", "good-sport", "-p", "good-sport-embed"]))
        }),
        Step::new("tests of xtask", || run(cargo().args(["test", "-p", "xtask"]))),
        Step::new("tests of the list of engines", || run(cargo().args(["test", "-p", "engines"]))),
        Step::new("tests of the bench", || run(cargo().args(["test", "-p", "benches"]))),
        Step::new("build, within the budgets", || {
            let spent = build::build(project, toolbox, Quality::Full, None)?;
            let over: Vec<_> = spent.iter().filter(|it| it.is_too_much()).collect();
            ensure!(over.is_empty(), "more is loaded than the budgets allow: {over:#?}");
            Ok(())
        }),
        Step::new("the package of the library", || {
            // It warns of each test that is not in it.
            run(cargo().args(["package", "--quiet", "--allow-dirty", "-p", "good-sport"]))
        }),
        Step::new("the Yew application", || example::build(project, toolbox)),
        Step::new("pages of frameworks", || {
            run(toolbox
                .command("node")
                .arg(project.path("tests/frameworks/build.mjs"))
                .arg(project.path("target/frameworks")))
        }),
    ];
    if toolbox.has(Engine::Chromium) {
        steps.push(Step::new("the widget in Chromium", || run(&mut widget(project, toolbox))));
    }
    steps.push(Step::new("whole pages in each browser", || {
        run(cargo()
            .args(["test", "-p", "browsers", "--tests"])
            .env("GOOD_SPORT_DIST", project.dist()))
    }));
    steps::run(steps)?;
    eprintln!("{}", summary(&toolbox.skipped()));
    Ok(())
}

/// The last line of the run.
fn summary(skipped: &[String]) -> String {
    if skipped.is_empty() {
        return format!("All passed, in {}.", Engine::ALL.map(|it| it.to_string()).join(", "));
    }
    format!("All that ran passed; {}.", skipped.join("; "))
}

fn widget(project: &Project, toolbox: &Toolbox) -> Command {
    let mut command = toolbox.command("cargo");
    command
        .current_dir(project.root())
        .args(["test", "-p", "good-sport-embed", "--test", "widget", "--target"])
        .arg("wasm32-unknown-unknown")
        .env(
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER",
            "cargo run --quiet --package wasm-test-runner --",
        )
        .env("CHROMEDRIVER", "chromedriver");
    // The default is 20 seconds, which a busy machine may need to start the browser alone.
    if env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    }
    command
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
