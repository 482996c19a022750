//! Takes pictures of the widget in Chromium: `screenshots FOLDER` takes one of each state in each
//! shape, `screenshots --readme FILE` the one of the README.

use std::env;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use browsers::browser::Browser;
use browsers::engine::Engine;
use browsers::program::end_when_interrupted;
use browsers::states::State;
use browsers::visit::Visit;
use browsers::widget::Widget;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;
use tokio::runtime::Runtime;

/// A page's shape: how wide it is, how fine, and what the visitor wants of its colors.
struct Shape {
    name: String,
    width: u32,
    pixels: u32,
    wishes: Vec<(&'static str, &'static str)>,
}

impl Shape {
    fn new(name: impl Into<String>, width: u32) -> Self {
        Self { name: name.into(), width, pixels: 1, wishes: Vec::new() }
    }

    fn all() -> Vec<Self> {
        let scheme = "prefers-color-scheme";
        let mut shapes = Vec::new();
        for width in [280, 360, 768, 1280] {
            for wish in ["light", "dark"] {
                let shape = Self::new(format!("{width}-{wish}"), width);
                shapes.push(Self { wishes: vec![(scheme, wish)], ..shape });
            }
        }
        for (name, wish) in [("forced-light", "light"), ("forced-dark", "dark")] {
            let wishes = vec![("forced-colors", "active"), (scheme, wish)];
            shapes.push(Self { wishes, ..Self::new(name, 768) });
        }
        // Zooming in makes the page narrower, and each of its pixels larger.
        shapes.push(Self { pixels: 4, ..Self::new("zoom-400", 1280 / 4) });
        shapes
    }

    async fn apply(&self, visit: &Visit) -> Result<()> {
        let size = json!({
            "width": self.width, "height": 900, "deviceScaleFactor": self.pixels, "mobile": false,
        });
        command(visit, "Emulation.setDeviceMetricsOverride", size).await?;
        let wish = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<_> = self.wishes.iter().map(wish).collect();
        command(visit, "Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }
}

async fn command(visit: &Visit, method: &str, arguments: Value) -> Result<Value> {
    let session = Arc::clone(visit.session());
    let answer = Cdp::new(session).send_raw(method, arguments).await;
    answer.with_context(|| method.to_owned())
}

/// Opens a page in a shape; it is as light or dark as its visitor wants it.
async fn open<'a>(visit: &'a Visit, shape: &Shape) -> Result<Widget<'a>> {
    shape.apply(visit).await?;
    let widget = visit.open("widths.html").await?;
    let scheme = "document.documentElement.style.colorScheme = 'light dark';";
    visit.run::<()>(scheme, &[]).await?;
    Ok(widget)
}

/// A screenshot of the widget's column alone, all of it.
async fn picture(visit: &Visit, widget: Widget<'_>) -> Result<Vec<u8>> {
    // Without a caret and a ring around what was typed in last.
    let still = "element.blur(); root.activeElement?.blur();\
        await Promise.all(root.getAnimations().map((it) => it.finished));";
    widget.run_async::<()>(still, &[]).await?;
    visit.drawn().await?;
    let place = "const column = document.querySelector('#column');\
        const { x, y, width, height } = column.getBoundingClientRect();\
        return { x: x + scrollX, y: y + scrollY, width, height, scale: 1 };";
    let clip: Value = widget.run(place, &[]).await?;
    let arguments = json!({ "format": "png", "clip": clip, "captureBeyondViewport": true });
    let answer = command(visit, "Page.captureScreenshot", arguments).await?;
    let data = answer.get("data").and_then(Value::as_str).context("no picture")?;
    Ok(BASE64_STANDARD.decode(data)?)
}

async fn take_all(visit: &Visit, folder: &Path) -> Result<()> {
    fs::create_dir_all(folder)?;
    for shape in Shape::all() {
        let widget = open(visit, &shape).await?;
        for state in State::ALL {
            state.enter(visit, widget).await?;
            let file = folder.join(format!("{}-{state}.png", shape.name));
            fs::write(&file, picture(visit, widget).await?)?;
            println!("{}", file.display());
        }
    }
    Ok(())
}

async fn take_one(visit: &Visit, file: &Path) -> Result<()> {
    let widget = open(visit, &Shape::new("readme", 1280)).await?;
    let room = "const { style } = document.querySelector('#column');\
        style.width = `${root.querySelector('[part~=root]').offsetWidth}px`;\
        style.padding = '16px';";
    widget.run::<()>(room, &[]).await?;
    State::Filled.enter(visit, widget).await?;
    // Everybody who opens the README loads it, so that it is worth the wait.
    let mut options = oxipng::Options::from_preset(4);
    options.strip = oxipng::StripChunks::Safe;
    let png = picture(visit, widget).await?;
    fs::write(file, oxipng::optimize_from_memory(&png, &options)?)?;
    Ok(())
}

/// The arguments.
enum Wish<'a> {
    All(&'a Path),
    Readme(&'a Path),
}

async fn run(wish: Wish<'_>) -> Result<()> {
    let browser = Browser::start(Engine::Chromium).await?;
    let visit = Visit::begin(Engine::Chromium, browser.session()).await?;
    let taken = match wish {
        Wish::All(folder) => take_all(&visit, folder).await,
        Wish::Readme(file) => take_one(&visit, file).await,
    };
    drop(visit);
    browser.close().await?;
    taken
}

fn main() -> Result<()> {
    let arguments: Vec<_> = env::args().skip(1).collect();
    let arguments: Vec<_> = arguments.iter().map(String::as_str).collect();
    let wish = match arguments.as_slice() {
        ["--readme", file] => Wish::Readme(Path::new(file)),
        [folder] if !folder.starts_with('-') => Wish::All(Path::new(folder)),
        _ => bail!("usage: screenshots FOLDER | screenshots --readme FILE"),
    };
    let runtime = Runtime::new()?;
    runtime.spawn(end_when_interrupted());
    runtime.block_on(run(wish))
}
