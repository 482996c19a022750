//! Builds `examples/yew-app` for the tests as Trunk does, which would take ten minutes to install.

use std::fs;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;

use crate::process::run;
use crate::project::Project;
use crate::setup::Toolbox;

/// What Trunk puts the compiled application in place of.
const RUST: &str = r#"<link data-trunk rel="rust" data-wasm-opt="0">"#;
/// What starts it.
const START: &str = r#"<script type="module">
    import start from "./yew-app.js";
    start({ module_or_path: "yew-app_bg.wasm" });
  </script>"#;
/// What Trunk takes a style sheet by.
const STYLES: &str = r#"<link data-trunk rel="css" href="app.css">"#;
/// What the page has it by then.
const LINK: &str = r#"<link rel="stylesheet" href="app.css">"#;

/// Builds the application into `target/yew-app`.
///
/// # Errors
///
/// When it does not compile, or its page asks something else of Trunk than is done here.
pub(crate) fn build(project: &Project, toolbox: &Toolbox) -> Result<()> {
    let (source, out) = (project.path("examples/yew-app"), project.path("target/yew-app"));
    run(toolbox.command("cargo").current_dir(project.root()).args([
        "build",
        "-p",
        "yew-app",
        "--target",
        "wasm32-unknown-unknown",
    ]))?;
    Bindgen::new()
        .input_path(project.path("target/wasm32-unknown-unknown/debug/yew-app.wasm"))
        .web(true)?
        .typescript(false)
        .generate(&out)
        .context("wasm-bindgen failed")?;
    let page = fs::read_to_string(source.join("index.html"))?;
    let page = page.replace(RUST, START).replace(STYLES, LINK);
    ensure!(!page.contains("data-trunk"), "the page asks something new of Trunk: {page}");
    fs::write(out.join("index.html"), page)?;
    fs::copy(source.join("app.css"), out.join("app.css"))?;
    Ok(())
}
