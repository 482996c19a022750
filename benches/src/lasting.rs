//! Lasting costs: memory after a widget is gone, and another language; neither needs many visits.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use browsers::browser::Browser;
use browsers::engine::Engine;
use browsers::script::run_async;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;
use thirtyfour::session::handle::SessionHandle;

use crate::page::{self, Place};
use crate::variant::ANY_LANGUAGE;
use crate::visit::{Site, count};

/// How often a widget is put into the page and taken out.
const MOUNTS: u32 = 100;

/// The figures of one visit to the default tag's page.
#[derive(Debug)]
pub(crate) struct Lasting {
    /// The bytes of the largest further language.
    pub(crate) language_bytes: f64,
    /// The nodes that stay when widgets have come and gone.
    pub(crate) nodes: f64,
    /// The event listeners that stay.
    pub(crate) listeners: f64,
}

impl Lasting {
    /// Visits the page once, in Chromium, which tells what it holds.
    ///
    /// # Errors
    ///
    /// When the page does not do what it should.
    pub(crate) async fn measure(site: &Site) -> Result<Self> {
        let browser = Browser::start(Engine::Chromium).await?;
        let session = browser.session();
        let page = page::name(Place::Near, Some(&ANY_LANGUAGE));
        session.goto(format!("{}/{page}", site.pages.url())).await?;
        run_async::<Value>(session, "return bench.measured;", &[]).await?;
        let language_bytes = languages(site, session).await?;
        // The first of its kind may leave what the next ones use.
        mount(session, 1).await?;
        let before = held(session).await?;
        mount(session, MOUNTS).await?;
        let after = held(session).await?;
        browser.close().await?;
        let [nodes, listeners] = [after[0] - before[0], after[1] - before[1]];
        Ok(Self { language_bytes, nodes, listeners })
    }
}

/// The most bytes that come when the letter is to be in another language.
async fn languages(site: &Site, session: &Arc<SessionHandle>) -> Result<f64> {
    let tags: Vec<String> = run_async(session, "return bench.languages();", &[]).await?;
    let mut most = 0;
    for tag in tags {
        let _ = site.widgets.take_sent();
        run_async::<()>(session, "await bench.setLanguage(arguments[0]);", &[tag.into()]).await?;
        most = most.max(site.widgets.take_sent().iter().map(|it| it.1).sum());
    }
    Ok(count(most))
}

async fn mount(session: &Arc<SessionHandle>, times: u32) -> Result<()> {
    run_async(session, "await bench.mount(arguments[0]);", &[times.into()]).await
}

/// The nodes and the listeners that somebody holds.
async fn held(session: &Arc<SessionHandle>) -> Result<[f64; 2]> {
    let cdp = Cdp::new(Arc::clone(session));
    // What the first collection frees may have held something itself.
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counters = cdp.send_raw("Memory.getDOMCounters", json!({})).await?;
    let counter = |name| counters.get(name).and_then(Value::as_f64).context("nothing is counted");
    Ok([counter("nodes")?, counter("jsEventListeners")?])
}
