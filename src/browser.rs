//! The only part that reaches for the page: it carries out every [`Effect`].
#![allow(clippy::disallowed_methods, reason = "this is the part that may")]

mod clipboard;
mod events;
mod storage;

use gloo_timers::callback::Timeout;
use js_sys::{Function, JsString};
use web_sys::{Element, console};

use crate::model::{Effect, Message, Saved, Warning, join};

/// How long "Copied" stands on a button, in milliseconds.
const COPIED_MILLIS: u32 = 4_000;

/// The widget's place in the page.
pub(crate) struct Page {
    /// The custom element.
    pub(crate) host: Element,
    /// The element inside its shadow root in which the widget is drawn.
    pub(crate) root: Element,
    /// What fetches the words of a language by its tag.
    pub(crate) fetch_language: Function,
}

/// Does what is wanted. What comes of it later goes to `answer`.
pub(crate) fn run(effect: Effect, page: &Page, answer: impl FnOnce(Message) + 'static) {
    match effect {
        Effect::Copy(what, text, html) => clipboard::copy(page, what, &text, html, answer),
        Effect::Keep(text) => storage::keep(page, &text),
        Effect::Forget => storage::forget(page),
        Effect::FadeLater(copy) => {
            Timeout::new(COPIED_MILLIS, move || answer(Message::CopiedLongAgo(copy))).forget();
        }
        Effect::FetchLanguage(tag) => {
            // The element answers for itself: it has the words sent to the widget.
            let _ = page.fetch_language.call1(&page.host, &JsString::from(tag));
        }
        Effect::Tell(event) => events::tell(page, event),
        Effect::Warn(warning) => warn(&warning),
    }
}

/// What was kept on the device for this widget.
pub(crate) fn kept(page: &Page) -> Option<Saved> {
    Saved::decode(&storage::kept(page)?)
}

fn warn(Warning { attribute, value, allowed }: &Warning) {
    let words = ["good-sport: ", attribute, "=\"", value, "\" is not known; allowed: ", allowed];
    console::warn_1(&JsString::from(join(words.into_iter(), "")));
}
