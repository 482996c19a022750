//! The conditions under which a page is loaded.

use std::fmt;
use std::sync::Arc;

use anyhow::Result;
use browsers::engine::Engine;
use serde_json::json;
use thirtyfour::cdp::Cdp;
use thirtyfour::session::handle::SessionHandle;

// Chromium's own preset "Slow 4G".
const LATENCY_MS: f64 = 562.5;
const DOWNLOAD_BITS: u32 = 1_474_560;
const UPLOAD_BITS: u32 = 675_000;
/// How many times slower the processor is made: about a phone of the middle range.
const SLOWER: u32 = 4;

/// A network and a processor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Condition {
    /// As this machine is.
    Unthrottled,
    /// A slow mobile network and a slow processor.
    SlowPhone,
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Unthrottled => "unthrottled",
            Self::SlowPhone => "Slow 4G, CPU x4",
        })
    }
}

impl Condition {
    /// Those that can be made in an engine.
    pub(crate) fn of(engine: Engine) -> &'static [Self] {
        match engine {
            Engine::Chromium => &[Self::Unthrottled, Self::SlowPhone],
            Engine::Firefox | Engine::WebKit | Engine::Fallback | Engine::Hostile => {
                &[Self::Unthrottled]
            }
        }
    }

    /// Makes it so for the pages that the session opens from now on.
    ///
    /// # Errors
    ///
    /// When the browser refuses.
    pub(crate) async fn apply(self, session: &Arc<SessionHandle>) -> Result<()> {
        if self == Self::Unthrottled {
            return Ok(());
        }
        let cdp = Cdp::new(Arc::clone(session));
        cdp.send_raw("Network.enable", json!({})).await?;
        let network = json!({
            "offline": false,
            "latency": LATENCY_MS,
            "downloadThroughput": DOWNLOAD_BITS / 8,
            "uploadThroughput": UPLOAD_BITS / 8,
        });
        cdp.send_raw("Network.emulateNetworkConditions", network).await?;
        cdp.send_raw("Emulation.setCPUThrottlingRate", json!({ "rate": SLOWER })).await?;
        Ok(())
    }
}
