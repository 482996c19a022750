//! A visit to a page of a site, with all that a visitor and the page's own scripts do and see there.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;
use thirtyfour::session::handle::SessionHandle;
use thirtyfour::{By, Key, TypingData, WebElement};
use tokio::time::{Instant, interval};

use crate::engine::Engine;
use crate::script;
use crate::site::Site;
use crate::widget::Widget;

/// How long anything on a page may take; only a test that fails waits that long.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// The records of `record.js` in the host pages.
#[derive(Debug, Default, Deserialize)]
pub struct Record {
    /// Exceptions, unhandled rejections, and files that did not load.
    pub errors: Vec<String>,
    /// Lines of the console, each begun by its kind.
    pub console: Vec<String>,
    /// The widget's events as they reached the document.
    pub events: Vec<Event>,
    /// The keys whose events reached the document.
    pub keys: Vec<String>,
    /// The violations of a Content-Security-Policy.
    pub violations: Vec<String>,
}

/// An event of the widget.
#[derive(Debug, Clone, Deserialize)]
pub struct Event {
    /// Its name.
    #[serde(rename = "type")]
    pub name: String,
    /// Its text.
    pub detail: Value,
}

/// A browser and a site that are one test's own.
#[derive(Debug)]
pub struct Visit {
    engine: Engine,
    session: Arc<SessionHandle>,
    site: Site,
}

impl Visit {
    /// Begins a visit.
    ///
    /// # Errors
    ///
    /// When there is nothing to serve.
    pub async fn begin(engine: Engine, session: &Arc<SessionHandle>) -> Result<Self> {
        if engine.installed() == engines::Engine::Chromium {
            // What an earlier visit said that its visitor prefers, such as forced colors, ends with it.
            let nothing = json!({ "media": "", "features": [] });
            Cdp::new(Arc::clone(session)).send_raw("Emulation.setEmulatedMedia", nothing).await?;
        }
        Ok(Self { engine, session: Arc::clone(session), site: Site::start().await? })
    }

    /// The engine of the browser.
    #[must_use]
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The site that is visited.
    #[must_use]
    pub fn site(&self) -> &Site {
        &self.site
    }

    /// The session that drives the browser.
    #[must_use]
    pub fn session(&self) -> &Arc<SessionHandle> {
        &self.session
    }

    /// Opens a page.
    ///
    /// # Errors
    ///
    /// When it cannot be loaded.
    pub async fn go(&self, path: &str) -> Result<()> {
        self.go_to(&self.site.page(path)).await
    }

    /// Opens a page of any site.
    ///
    /// # Errors
    ///
    /// When it cannot be loaded.
    pub async fn go_to(&self, address: &str) -> Result<()> {
        self.session.enter_default_frame().await?;
        Ok(self.session.goto(address).await?)
    }

    /// Opens a page and waits until its first widget works.
    ///
    /// # Errors
    ///
    /// When it never does.
    pub async fn open(&self, path: &str) -> Result<Widget<'_>> {
        self.go(path).await?;
        let widget = self.widget(0);
        widget.ready().await?;
        Ok(widget)
    }

    /// The widget of this number on the page, from 0.
    #[must_use]
    pub fn widget(&self, number: usize) -> Widget<'_> {
        Widget::new(self, number)
    }

    /// An element of the page itself.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.session.find(By::Css(selector)).await.with_context(|| selector.to_owned())
    }

    /// The result of a function body, run in the page; its `arguments` are `args`.
    ///
    /// # Errors
    ///
    /// When it throws, or gives another type.
    pub async fn run<T: DeserializeOwned>(&self, body: &str, args: &[Value]) -> Result<T> {
        let given = self.session.execute(body, args).await.with_context(|| body.to_owned())?;
        script::read(given.convert()?).with_context(|| body.to_owned())
    }

    /// As [`Visit::run`], for a body that may `await`.
    ///
    /// # Errors
    ///
    /// When it throws, or gives another type.
    pub async fn run_async<T: DeserializeOwned>(&self, body: &str, args: &[Value]) -> Result<T> {
        script::run_async(&self.session, body, args).await
    }

    /// Waits until a function body that is given `args` gives something true.
    ///
    /// # Errors
    ///
    /// When that never comes about.
    pub async fn until(&self, what: &str, body: &str, args: &[Value]) -> Result<()> {
        let start = Instant::now();
        let mut pace = interval(Duration::from_millis(20));
        let body = format!("const args = arguments; return !!(() => {{ {body} }})();");
        while !self.run::<bool>(&body, args).await? {
            ensure!(start.elapsed() < PATIENCE, "waited in vain until {what}");
            pace.tick().await;
        }
        Ok(())
    }

    /// Waits until the browser has drawn all that has happened.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn drawn(&self) -> Result<()> {
        // Yew puts off what it has not drawn after a while to later tasks, on a slow machine to several.
        // The second frame begins only when the first has been drawn.
        let frames = "const frame = () => new Promise(requestAnimationFrame);\
            await frame();\
            for (const _ of [1, 2, 3, 4]) await new Promise((done) => setTimeout(done));\
            await frame();";
        self.run_async(frames, &[]).await
    }

    /// Types on whatever has the focus.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        // As a keyboard has it: there is no key for the end of a line but this.
        let keys = keys.into().to_string().replace('\n', &char::from(Key::Enter).to_string());
        Ok(self.session.action_chain().send_keys(keys).perform().await?)
    }

    /// Types a key while another is held.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub async fn press_with(&self, held: Key, key: impl Into<TypingData>) -> Result<()> {
        let keys = self.session.action_chain().key_down(held.clone()).send_keys(key).key_up(held);
        Ok(keys.perform().await?)
    }

    /// The records of the page until now.
    ///
    /// # Errors
    ///
    /// When the page has no record, or is gone.
    pub async fn record(&self) -> Result<Record> {
        self.run("return window.record ?? {};", &[]).await.context("the page has no record")
    }

    /// The details of the events of this name until now.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn heard(&self, event: &str) -> Result<Vec<Value>> {
        let events = self.record().await?.events;
        Ok(events.into_iter().filter(|it| it.name == event).map(|it| it.detail).collect())
    }

    /// Waits until an event of this name has come for this time, and gives what it says.
    ///
    /// # Errors
    ///
    /// When it does not come.
    pub async fn hear(&self, event: &str, count: usize) -> Result<Value> {
        self.until(
            &format!("{event} comes"),
            "return record.events.filter((it) => it.type === args[0]).length >= args[1];",
            &[event.into(), count.into()],
        )
        .await?;
        self.heard(event)
            .await?
            .into_iter()
            .nth(count - 1)
            .ok_or_else(|| anyhow!("{event} is lost"))
    }
}
