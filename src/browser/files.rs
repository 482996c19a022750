//! What leaves the page otherwise than by a copy: files, and what the device shares.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::Page;
use crate::model::{Date, Device, Letter, Message};

/// What the browser can do.
pub(crate) fn device(page: &Page) -> Device {
    Device { touches: page.tag.touches(), shares: page.tag.shares() }
}

/// Saves a text as a file.
pub(super) fn save(page: &Page, name: &str, media: &str, text: &str) {
    page.tag.save(name, media, text);
}

/// Lets the device share a letter, and answers when it did.
pub(super) fn share(page: &Page, letter: &Letter, answer: impl FnOnce(Message) + 'static) {
    let done = Closure::once_into_js(move || answer(Message::Shared));
    page.tag.share(&letter.subject, &letter.body, done.unchecked_ref());
}

/// Answers what time it is.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "no clock shows a time before 1970, or one that the smaller numbers could not hold"
)]
pub(super) fn ask_time(page: &Page, answer: impl FnOnce(Message)) {
    let today = page.tag.today();
    if let Some(today) = Date::new(today / 10_000, today / 100 % 100, today % 100) {
        answer(Message::TimeCame(today, js_sys::Date::now() as u64));
    }
}
