//! Builds `examples/yew-app` for the tests as Trunk does, which would take ten minutes to install.

use std::fs;

use anyhow::{Context, Result, ensure};
use wasm_bindgen_cli_support::Bindgen;
use xshell::cmd;

use crate::project::{Project, WASM};

/// Texts of the page, each with what Trunk puts in its place.
const REPLACEMENTS: [(&str, &str); 2] = [
    (
        r#"<link data-trunk rel="rust" data-wasm-opt="0">"#,
        r#"<script type="module">
    import start from "./yew-app.js";
    start({ module_or_path: "yew-app_bg.wasm" });
  </script>"#,
    ),
    (r#"<link data-trunk rel="css" href="app.css">"#, r#"<link rel="stylesheet" href="app.css">"#),
];

/// Builds the application into `target/yew-app`.
///
/// # Errors
///
/// When it does not compile, or its page asks something else of Trunk than is done here.
pub(crate) fn build(project: &Project) -> Result<()> {
    let (source, out) = (project.path("examples/yew-app"), project.path("target/yew-app"));
    cmd!(project.shell, "cargo build -p yew-app --target {WASM}").quiet().run()?;
    Bindgen::new()
        .input_path(project.target(WASM).join("debug/yew-app.wasm"))
        .web(true)?
        .typescript(false)
        .generate(&out)
        .context("wasm-bindgen failed")?;
    let mut page = fs::read_to_string(source.join("index.html"))?;
    for (asked, given) in REPLACEMENTS {
        page = page.replace(asked, given);
    }
    ensure!(!page.contains("data-trunk"), "the page asks something new of Trunk: {page}");
    fs::write(out.join("index.html"), page)?;
    fs::copy(source.join("app.css"), out.join("app.css"))?;
    Ok(())
}
