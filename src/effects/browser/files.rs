//! Channels: files, links that make a message, the device's share sheet; and its clock.

use gloo_timers::callback::Timeout;
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, DomException, HtmlAnchorElement, ShareData, Url};

use super::{document, property, window};
use crate::model::{Date, Letter};

/// How long a file stays in memory; some browsers ask the visitor first where to put it.
const SAVING_MILLIS: u32 = 60_000;

/// A link that is never in the page, whose own scripts need not hear of the click, and whose
/// recorders read every attribute.
fn link(href: &str) -> Result<HtmlAnchorElement, JsValue> {
    let link: HtmlAnchorElement = document()?.create_element("a")?.unchecked_into();
    link.set_href(href);
    Ok(link)
}

/// Saves a text as a file. No browser tells what came of it.
pub(super) fn save(name: &str, media_type: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media_type);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options)?;
    let href = Url::create_object_url_with_blob(&blob)?;
    let link = link(&href)?;
    link.set_download(name);
    link.click();
    // An address that is already gone needs no revoking.
    Timeout::new(SAVING_MILLIS, move || drop(Url::revoke_object_url(&href))).forget();
    Ok(())
}

/// Opens a link that makes a new message, and never in place of the page.
pub(super) fn open(href: &str) -> Result<(), JsValue> {
    let link = link(href)?;
    link.set_rel("noopener noreferrer");
    link.set_referrer_policy("no-referrer");
    let window = window()?;
    let is_top = window.top().ok().flatten().is_some_and(|top| top == window);
    // In a frame a mail link would take the page's place, where the sandbox, a policy or a web
    // mailer then shows an error: https://github.com/ampproject/amphtml/issues/2458
    if !(href.starts_with("mailto:") && is_top) {
        link.set_target("_blank");
    }
    link.click();
    Ok(())
}

/// Lets the device share a letter inside the click that asks for it, and calls `done` with whether it
/// did; a visitor who thought better of it has been told enough.
pub(super) fn share(letter: &Letter, done: impl FnOnce(bool) + 'static) {
    let Ok(window) = window() else { return done(false) };
    let navigator = window.navigator();
    if property(&navigator, "share").is_none() {
        return done(false);
    }
    let data = ShareData::new();
    data.set_title(&letter.subject);
    data.set_text(&letter.body);
    let shared = navigator.share_with_data(&data);
    spawn_local(async move {
        match JsFuture::from(shared).await {
            Ok(_) => done(true),
            Err(error) => {
                let error = error.dyn_ref::<DomException>();
                if error.is_none_or(|it| it.name() != "AbortError") {
                    done(false);
                }
            }
        }
    });
}

/// Whether the device is used by touch before all else.
pub(super) fn touches() -> bool {
    let query = window().and_then(|it| it.match_media("(pointer: coarse)"));
    query.ok().flatten().is_some_and(|it| it.matches())
}

/// Whether the browser shares, and the frame may.
pub(super) fn shares() -> bool {
    let Ok(window) = window() else { return false };
    let navigator = window.navigator();
    let data = ShareData::new();
    data.set_text("");
    property(&navigator, "share").is_some()
        && (property(&navigator, "canShare").is_none() || navigator.can_share_with_data(&data))
}

/// The visitor's day, and the time in milliseconds since 1970.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no clock shows a time before 1970, or one that the smaller number could not hold"
)]
pub(super) fn now() -> Option<(Date, u64)> {
    let now = js_sys::Date::new_0();
    let today = Date::new(now.get_full_year(), now.get_month() + 1, now.get_date())?;
    Some((today, now.get_time() as u64))
}
