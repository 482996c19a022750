//! What leaves the page otherwise than by a copy: files, new messages, and what the device shares.
//!
//! A browser tells whether a text was shared, but never whether a file was saved or a mail program
//! opened: what is answered is only that it was refused.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::Page;
use crate::model::{Date, Device, Letter, Message};

/// What the browser can do.
pub(crate) fn device(page: &Page) -> Device {
    Device { touches: page.tag.touches(), shares: page.tag.shares() }
}

/// Saves a text as a file.
pub(super) fn save(page: &Page, [name, media, text]: [&str; 3], answer: impl FnOnce(Message)) {
    if !page.tag.save(name, media, text) {
        answer(Message::Failed);
    }
}

/// Opens a link that makes a new message.
pub(super) fn open(page: &Page, href: &str, answer: impl FnOnce(Message)) {
    if !page.tag.open(href) {
        answer(Message::Failed);
    }
}

/// Lets the device share a letter, and answers whether it did.
pub(super) fn share(page: &Page, letter: &Letter, answer: impl FnOnce(Message) + 'static) {
    let done = Closure::once_into_js(move |did: bool| {
        answer(if did { Message::Shared } else { Message::Failed });
    });
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
