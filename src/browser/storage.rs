//! The draft on the device, by a script that hears of other tabs and other widgets, too.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::Page;
use crate::model::Message;

/// Answers what is kept under a name.
pub(super) fn look(page: &Page, key: &str, answer: impl FnOnce(Message)) {
    answer(Message::FoundKept(page.tag.kept(key)));
}

/// Keeps a text under a name, or nothing, and answers if that is refused.
pub(super) fn store(page: &Page, key: &str, text: Option<String>, answer: impl FnOnce(Message)) {
    if !page.tag.keep(key, text) {
        answer(Message::Refused(page.tag.kept(key)));
    }
}

/// Hears whenever somebody else may have changed what is kept.
pub(crate) fn watch(page: &Page, hear: impl Fn() + 'static) {
    let hear = Closure::<dyn Fn()>::new(hear);
    page.tag.watch(hear.as_ref().unchecked_ref());
    page.watcher.replace(Some(hear));
}

/// Hears no more.
pub(crate) fn unwatch(page: &Page) {
    if let Some(hear) = page.watcher.take() {
        page.tag.unwatch(hear.as_ref().unchecked_ref());
    }
}
