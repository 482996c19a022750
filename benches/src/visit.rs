//! One visit to one page, in a browser that has never been there.

use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context as _, Result};
use browsers::browser::Browser;
use browsers::engine::Engine;
use browsers::script::run_async;
use serde::Deserialize;
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;
use thirtyfour::session::handle::SessionHandle;
use tokio::time::timeout;

use crate::condition::Condition;
use crate::origin::{Origin, Sent};
use crate::page::{self, Place};
use crate::sample::{Metric, Sample, Summary};
use crate::variant::{Kind, Variant};

/// How long a visit may take.
const PATIENCE: Duration = Duration::from_mins(1);
/// Keys are typed in groups, so that a disturbance spoils only one.
const GROUPS: u32 = 10;
const KEYS_IN_GROUP: u32 = 30;
/// Memory is counted in these, as its pages are.
const KIBIBYTE: f64 = 1024.0;

/// The two origins of every visit.
#[derive(Debug)]
pub(crate) struct Site {
    /// Serves the pages.
    pub(crate) pages: Origin,
    /// Serves what the pages embed.
    pub(crate) widgets: Origin,
}

/// A visit to make: the page, and how.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Plan {
    /// In which engine.
    pub(crate) engine: Engine,
    /// Under which condition.
    pub(crate) condition: Condition,
    /// Where the tag stands.
    pub(crate) place: Place,
    /// The variant that is embedded, if any.
    pub(crate) variant: Option<Variant>,
}

/// The answer of the measuring script.
#[derive(Debug, Deserialize)]
struct Measured {
    first_contentful_paint: Option<f64>,
    paint: Option<f64>,
    live: Option<f64>,
    layout_shift: Option<f64>,
    long_tasks: Option<Vec<f64>>,
    loads: Vec<Load>,
}

#[derive(Debug, Deserialize)]
struct Load {
    url: String,
    end: f64,
}

impl Plan {
    /// Goes there once.
    ///
    /// # Errors
    ///
    /// When the page does not do what it should.
    pub(crate) async fn visit(&self, site: &Site) -> Result<Sample> {
        let browser = Browser::start(self.engine).await?;
        let sample = timeout(PATIENCE, self.measure(site, browser.session())).await;
        browser.close().await?;
        sample.context("the visit takes too long")?
    }

    async fn measure(&self, site: &Site, session: &Arc<SessionHandle>) -> Result<Sample> {
        let _ = site.widgets.take_sent();
        self.condition.apply(session).await?;
        let name = page::name(self.place, self.variant.as_ref());
        session.goto(format!("{}/{name}", site.pages.url())).await?;
        let measured: Measured = run_async(session, "return bench.measured;", &[]).await?;
        let mut sample = loading(&measured, &site.widgets.take_sent(), site.widgets.url());
        if self.engine == Engine::Chromium {
            sample.insert(Metric::Heap, heap(session).await? / KIBIBYTE);
        }
        if self.place == Place::Near
            && let Some(variant) = self.variant.filter(Variant::has_form)
        {
            sample.extend(typing(session).await?);
            if variant.kind == Kind::Widget {
                let memory: f64 = run_async(session, "return bench.memory();", &[]).await?;
                sample.insert(Metric::LinearMemory, memory / KIBIBYTE);
            }
        }
        Ok(sample)
    }
}

/// The bytes that came over the network, and when.
fn loading(measured: &Measured, sent: &[Sent], origin: &str) -> Sample {
    let bytes = |sent: &[Sent]| count(sent.iter().map(|it| it.1).sum());
    let mut sample =
        Sample::from([(Metric::Bytes, bytes(sent)), (Metric::Requests, count(sent.len()))]);
    let times = [
        (Metric::FirstContentfulPaint, measured.first_contentful_paint),
        (Metric::Paint, measured.paint),
        (Metric::Live, measured.live),
        (Metric::LayoutShift, measured.layout_shift),
        (Metric::LongTasks, measured.long_tasks.as_ref().map(|it| count(it.len()))),
    ];
    sample.extend(times.into_iter().filter_map(|(metric, value)| Some((metric, value?))));
    if let Some(paint) = measured.paint {
        let before = measured.loads.iter().filter(|it| it.end <= paint);
        let names: Vec<_> = before.filter_map(|it| it.url.strip_prefix(origin)).collect();
        let came = |it: &&Sent| names.iter().any(|name| name.trim_start_matches('/') == it.0);
        let early: Vec<_> = sent.iter().filter(came).cloned().collect();
        sample.insert(Metric::BytesToPaint, bytes(&early));
    }
    sample
}

/// The memory of the page's scripts after a garbage collection.
async fn heap(session: &Arc<SessionHandle>) -> Result<f64> {
    let cdp = Cdp::new(Arc::clone(session));
    cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    let usage = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    usage.get("usedSize").and_then(Value::as_f64).context("the heap has no size")
}

/// The cost of a key in a letter of about 120 words.
async fn typing(session: &Arc<SessionHandle>) -> Result<Sample> {
    run_async::<()>(session, "await bench.fill();", &[]).await?;
    let mut sample = Sample::new();
    for (metric, layout) in [(Metric::Key, false), (Metric::KeyAndLayout, true)] {
        let wish = json!({ "groups": GROUPS, "size": KEYS_IN_GROUP, "layout": layout });
        let times = run_async(session, "return bench.keys(arguments[0]);", &[wish]).await?;
        sample.extend(Summary::of(times).map(|it| (metric, it.median)));
    }
    Ok(sample)
}

/// A count as a measured value.
#[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
pub(crate) fn count(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_had_come_by_then_counts_to_the_paint() {
        let load = |url: &str, end| Load { url: url.to_owned(), end };
        let measured = Measured {
            first_contentful_paint: None,
            paint: Some(100.0),
            live: None,
            layout_shift: None,
            long_tasks: None,
            loads: vec![
                load("http://page/style.css", 20.0),
                load("http://other/first.js", 90.0),
                load("http://other/late.js", 110.0),
            ],
        };
        let sent = [("first.js".to_owned(), 2_000), ("late.js".to_owned(), 40_000)];
        let sample = loading(&measured, &sent, "http://other");
        let expected = Sample::from([
            (Metric::BytesToPaint, 2_000.0),
            (Metric::Bytes, 42_000.0),
            (Metric::Requests, 2.0),
            (Metric::Paint, 100.0),
        ]);
        assert_eq!(sample, expected);
    }
}
