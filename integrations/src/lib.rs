//! The kit of the tests on real platforms: a browser, a server that ends with its test, a folder.
//!
//! Each folder beside it has what a publisher needs on one platform, and a `README.md` for them;
//! the test of the same name in `tests` starts the real platform and does a visitor's main job.

use std::env;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Arc;
use std::thread;

use anyhow::{Context as _, Result, ensure};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browsers::browser::Browser;
use browsers::engine::Engine;
use browsers::program::{Program, free_port};
use browsers::project;
use browsers::visit::Visit;
use browsers::widget::{COPY, Widget};
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;

/// A server of a platform; it and all that it started end when this is dropped.
#[derive(Debug)]
pub struct Server {
    origin: String,
    _program: Program,
}

impl Server {
    /// Starts a server with the command for a free port, and waits until it listens there. What it
    /// prints is written to a file.
    ///
    /// # Errors
    ///
    /// When it does not listen; the message has the file.
    pub async fn start(log: &Path, command: impl FnOnce(u16) -> Command) -> Result<Self> {
        let port = free_port()?;
        let mut program = Program::start_with_log(&mut command(port), log)?;
        let listens = program.listens(port).await;
        listens.with_context(|| format!("a server, see {}", log.display()))?;
        Ok(Self { origin: format!("http://127.0.0.1:{port}"), _program: program })
    }

    /// The address of a path of it, which begins with a slash.
    #[must_use]
    pub fn address(&self, path: &str) -> String {
        format!("{}{path}", self.origin)
    }
}

/// An empty folder for a test, below `target`.
///
/// # Errors
///
/// When it cannot be made.
pub fn scratch(name: &str) -> Result<PathBuf> {
    let folder = project::root()?.join("target/integrations").join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// Copies a folder, with the folders that it is to stand in.
///
/// # Errors
///
/// When it cannot be read, or the copy not be written.
pub fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to.parent().unwrap_or(to))?;
    run(Command::new("cp").arg("-rL").args([from, to]))?;
    Ok(())
}

/// A copy of the site `tests/NAME` in an empty folder, with the widget as the folder `good-sport` in
/// the folder `files` of it, and with the npm packages of the site, if it has any.
///
/// # Errors
///
/// When it cannot be made.
pub fn site(name: &str, files: &str) -> Result<PathBuf> {
    let root = project::root()?.join("integrations");
    let from = root.join("tests").join(name);
    let to = scratch(name)?;
    copy_sources(&from, &to)?;
    let packages = from.join("node_modules");
    if packages.exists() {
        symlink(packages, to.join("node_modules"))?;
    }
    fs::create_dir_all(to.join(files))?;
    symlink(project::dist()?, to.join(files).join("good-sport"))?;
    Ok(to)
}

/// Copies what is in a folder, but for npm packages.
fn copy_sources(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let (path, name) = entry.map(|it| (it.path(), it.file_name()))?;
        if name == "node_modules" || name == "packages" {
            continue;
        }
        if path.is_dir() {
            copy_sources(&path, &to.join(name))?;
        } else {
            fs::copy(&path, to.join(name))?;
        }
    }
    Ok(())
}

/// A file that publishers copy into their sites, from the folder of their platform.
///
/// # Errors
///
/// When it is not there.
pub fn shipped(file: &str, to: &Path) -> Result<()> {
    copy(&project::root()?.join("integrations").join(file), to)
}

/// Runs a program to its end.
///
/// # Errors
///
/// When it fails; the message has what it printed.
pub fn run(command: &mut Command) -> Result<String> {
    let output = command.output().with_context(|| format!("{command:?}"))?;
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    let said = String::from_utf8_lossy(&output.stderr);
    ensure!(output.status.success(), "{command:?} fails: {printed}{said}");
    Ok(printed)
}

/// Runs a test in Chromium. Every page keeps the record that [`Visit::record`] reads.
///
/// # Errors
///
/// What the test returns, with that record.
pub async fn in_chromium(test: impl AsyncFnOnce(&Visit) -> Result<()>) -> Result<()> {
    let browser = Browser::start(Engine::Chromium).await?;
    let record = fs::read_to_string(project::hosts()?.join("record.js"))?;
    let cdp = Cdp::new(Arc::clone(browser.session()));
    cdp.page().add_script_to_evaluate_on_new_document(record).await?;
    let visit = Visit::begin(Engine::Chromium, browser.session()).await?;
    let outcome = test(&visit).await;
    let record = visit.record().await;
    // A session that is only dropped waits for an answer of its driver, which is gone.
    let closed = browser.close().await;
    outcome.with_context(|| format!("the page said {record:#?}"))?;
    closed
}

/// Does a visitor's main job on a page: fills in a company, and copies the letter.
///
/// # Errors
///
/// When that cannot be done, or the page has thrown, or the widget has written to the console.
pub async fn main_job<'a>(visit: &'a Visit, address: &str) -> Result<Widget<'a>> {
    visit.go_to(address).await?;
    let widget = visit.widget(0);
    widget.come_to().await?;
    widget.write("input[name=company]", "Northwind").await?;
    widget.reads("Northwind").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    says_nothing(visit).await?;
    if let Some(folder) = env::var_os("GOOD_SPORT_PICTURES") {
        take_pictures(visit, address, Path::new(&folder)).await?;
    }
    Ok(widget)
}

/// Takes pictures of the whole page, as wide as a phone and a desktop, light and dark, for people to look at.
async fn take_pictures(visit: &Visit, address: &str, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    let cdp = Cdp::new(Arc::clone(visit.session()));
    let test = thread::current().name().unwrap_or("page").to_owned();
    let path = address.split('/').skip(3).filter(|it| !it.is_empty()).collect::<Vec<_>>();
    for width in [390, 1200] {
        for scheme in ["light", "dark"] {
            let size = json!({
                "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false,
            });
            cdp.send_raw("Emulation.setDeviceMetricsOverride", size).await?;
            let wish = json!([{ "name": "prefers-color-scheme", "value": scheme }]);
            cdp.send_raw("Emulation.setEmulatedMedia", json!({ "features": wish })).await?;
            visit.drawn().await?;
            let place = "const { scrollWidth: width, scrollHeight: height } = document.documentElement;\
                return { x: 0, y: 0, width, height, scale: 1 };";
            let clip: Value = visit.run(place, &[]).await?;
            let whole = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
            let answer = cdp.send_raw("Page.captureScreenshot", whole).await?;
            let data = answer.get("data").and_then(Value::as_str).context("no picture")?;
            let name = format!("{test}-{}-{width}-{scheme}.png", path.join("-"));
            fs::write(folder.join(name), BASE64_STANDARD.decode(data)?)?;
        }
    }
    cdp.send_raw("Emulation.setEmulatedMedia", json!({ "features": [] })).await?;
    cdp.send_raw("Emulation.clearDeviceMetricsOverride", json!({})).await?;
    Ok(())
}

/// Follows a link of the page without leaving it, and waits for the widget of the other page.
///
/// # Errors
///
/// When the page was left, or there is not just one widget.
pub async fn follow<'a>(visit: &'a Visit, link: &str, company: &str) -> Result<Widget<'a>> {
    visit.run::<()>("window.isSamePage = true;", &[]).await?;
    let click = "[...document.querySelectorAll('a')]\
        .find((it) => it.textContent.trim() === arguments[0]).click();";
    visit.run::<()>(click, &[link.into()]).await?;
    let there = "const found = document.querySelectorAll('good-sport');\
        return found.length === 1 && found[0].getAttribute('company') === args[0];";
    let what = format!("there is just the widget for {company}");
    visit.until(&what, there, &[company.into()]).await?;
    let widget = visit.widget(0);
    widget.come_to().await?;
    widget.reads(company).await?;
    ensure!(visit.run::<bool>("return window.isSamePage;", &[]).await?, "the page was left");
    Ok(widget)
}

/// Fails when the page has thrown, or the widget has written to the console.
///
/// # Errors
///
/// With what was said.
pub async fn says_nothing(visit: &Visit) -> Result<()> {
    let record = visit.record().await?;
    let lines: Vec<_> = record.console.iter().filter(|it| it.contains("good-sport")).collect();
    ensure!(record.errors.is_empty(), "exceptions in the page: {:#?}", record.errors);
    ensure!(lines.is_empty(), "lines in the console: {lines:#?}");
    Ok(())
}
