//! The package for npm, as `cargo xtask package` packs it: under bundlers, in Node.js, from a CDN.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use anyhow::{Error, Result, ensure};
use browsers::project::root;
use browsers::visit::Visit;
use integrations::{Server, in_chromium, main_job, run, scratch};

const VERSION: &str = env!("CARGO_PKG_VERSION");

/// The folder of the projects, with the package installed from its tarball.
fn projects() -> Result<&'static Path> {
    static PROJECTS: LazyLock<Result<PathBuf>> = LazyLock::new(|| {
        let folder = root()?.join("integrations/npm/projects");
        let name = format!("good-sport-{VERSION}.tgz");
        let tarball = root()?.join("target/package").join(&name);
        ensure!(tarball.is_file(), "there is no {name}: make it with `cargo xtask package`");
        let options = ["install", "--no-save", "--prefer-offline"];
        run(Command::new("npm").current_dir(&folder).args(options).arg(tarball))?;
        Ok(folder)
    });
    PROJECTS.as_deref().map_err(|error| Error::msg(format!("{error:#}")))
}

/// Serves a folder as it is.
async fn serve(folder: &Path) -> Result<Server> {
    let vite = projects()?.join("node_modules/.bin/vite");
    Server::start(&folder.with_extension("log"), |port| {
        let mut command = Command::new(vite);
        command.current_dir(folder).args(["preview", "--outDir", ".", "--strictPort"]);
        command.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
        command
    })
    .await
}

/// Builds a project, opens it, and does the main job there; `then` is what else is true of it.
async fn opens(name: &str, then: impl AsyncFnOnce(&Visit) -> Result<()>) -> Result<()> {
    let folder = scratch(&format!("npm-{name}"))?;
    let build = projects()?.join("build.mjs");
    run(Command::new("node").arg(build).arg(name).arg(&folder))?;
    let server = serve(&folder).await?;
    in_chromium(async |visit| {
        let widget = main_job(visit, &server.address("/")).await?;
        widget.reads("Data analyst").await?;
        then(visit).await
    })
    .await
}

/// Waits until the page says this in its `output`, and the letter greets whom `details` names.
async fn hears(visit: &Visit, said: &str) -> Result<()> {
    let body = "return document.querySelector('output').textContent === args[0];";
    visit.until(&format!("the page says {said}"), body, &[said.into()]).await?;
    visit.widget(0).reads("Ms. Reed").await
}

#[tokio::test]
async fn vite_project_with_react_has_typed_properties_and_events() -> Result<()> {
    opens("vite", async |visit| hears(visit, "letter by en").await).await
}

#[tokio::test]
async fn webpack_project_keeps_the_definition() -> Result<()> {
    opens("webpack", async |_| Ok(())).await
}

#[tokio::test]
async fn next_project_is_rendered_without_the_element_and_hydrated_with_it() -> Result<()> {
    opens("next", async |visit| hears(visit, VERSION).await).await
}

#[tokio::test]
async fn astro_project_defines_the_element_by_a_script() -> Result<()> {
    opens("astro", async |_| Ok(())).await
}

#[tokio::test]
async fn page_without_a_bundler_imports_the_module_by_a_map() -> Result<()> {
    opens("plain", async |_| Ok(())).await
}

#[tokio::test]
async fn classic_script_of_a_cdn_loads_the_files_of_its_own_version() -> Result<()> {
    let folder = scratch("npm-cdn")?.join("npm");
    fs::create_dir(&folder)?;
    // Both are the same until the next version is there.
    let [newest, own] = ["0", VERSION].map(|it| format!("good-sport@{it}"));
    for name in [&newest, &own] {
        symlink(projects()?.join("node_modules/good-sport"), folder.join(name))?;
    }
    let server = serve(&folder).await?;
    let script = server.address(&format!("/{newest}/dist/good-sport.js"));
    let page =
        format!("<!doctype html><title>CDN</title><body><script src={script} async></script>");
    in_chromium(async |visit| {
        visit.site().put("cdn.html", "text/html", page);
        main_job(visit, &visit.site().page("cdn.html")).await?;
        let loaded = "return performance.getEntriesByType('resource').map((it) => it.name);";
        let loaded: Vec<String> = visit.run(loaded, &[]).await?;
        let beside = server.address(&format!("/{own}/dist/good-sport."));
        let others = loaded.iter().filter(|it| **it != script && it.contains("good-sport."));
        let (right, wrong): (Vec<_>, Vec<_>) = others.partition(|it| it.starts_with(&beside));
        ensure!(right.len() >= 3 && wrong.is_empty(), "{loaded:#?} are not beside {beside}");
        Ok(())
    })
    .await
}

#[test]
fn templates_of_vue_and_svelte_have_typed_attributes_and_events() -> Result<()> {
    let checkers = [
        ("vue-tsc", ["--project", "templates"].as_slice()),
        ("svelte-check", &["--workspace", "templates", "--tsconfig", "tsconfig.json"]),
    ];
    for (checker, options) in checkers {
        let program = projects()?.join("node_modules/.bin").join(checker);
        run(Command::new(program).current_dir(projects()?).args(options))?;
    }
    Ok(())
}

#[test]
fn import_in_node_has_no_effect() -> Result<()> {
    let module = "
        const before = Object.getOwnPropertyNames(globalThis).length;
        const { define } = await import('good-sport');
        await import('good-sport/define');
        define();
        const added = Object.getOwnPropertyNames(globalThis).length - before;
        console.log(added, process.getActiveResourcesInfo().filter((it) => it === 'Timeout').length);";
    let options = ["--input-type=module", "--eval", module];
    let said = run(Command::new("node").current_dir(projects()?).args(options))?;
    ensure!(said == "0 0\n", "globals and timers that are new: {said}");
    Ok(())
}

/// What a bundler makes of a module.
fn bundle(name: &str, module: &str) -> Result<String> {
    let entry = scratch(name)?.join("entry.js");
    fs::write(&entry, module)?;
    let esbuild = root()?.join("xtask/node_modules/.bin/esbuild");
    let mut command = Command::new(esbuild);
    command.env("NODE_PATH", projects()?.join("node_modules")).arg(entry);
    run(command.args(["--bundle", "--format=esm", "--minify", "--log-level=error"]))
}

#[test]
fn bundle_keeps_the_definition_and_nothing_of_an_import_that_is_not_used() -> Result<()> {
    let unused = bundle("npm-unused", "import { define } from 'good-sport'; import 'good-sport';")?;
    ensure!(unused.is_empty(), "it keeps {unused}");
    let defined = bundle("npm-defined", "import 'good-sport/define';")?;
    ensure!(defined.contains("customElements.define("), "the definition is gone");
    Ok(())
}
