//! The effect runner: the only part that reaches for the page. It carries out every [`Effect`], by
//! a [`Host`].
#![allow(clippy::disallowed_methods, reason = "this is the part that may")]

pub(crate) mod browser;

pub use browser::{FORBIDDEN_EVENTS, PRIVATE_EVENTS};

use std::cell::{OnceCell, RefCell};
use std::ops::Range;

use gloo_timers::callback::Timeout;
use js_sys::JsString;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, console};

use crate::model::{
    Capabilities, ChannelMessage, CopiedAs, CopyMessage, CopyTarget, Date, Effect, Event, Finding,
    Letter, LintRequest, LinterMessage, Message, RejectionRequest, ReminderMessage, StorageMessage,
    Told, Warning, join,
};

/// How long "Copied" stands on a button, in milliseconds.
pub const COPIED_MILLIS: u32 = 4_000;

/// The host, which surrounds the widget: the custom element in a page, or a `<div>` in an application.
///
/// Any of these may run code of the page, which may send messages before it returns.
pub trait Host: 'static {
    /// The capabilities of the device.
    fn device(&self) -> Capabilities;

    /// The visitor's day, and the time in milliseconds since 1970.
    fn now(&self) -> Option<(Date, u64)>;

    /// Copies a text, rich where there is HTML, inside the click that asks for it. `field` holds the
    /// text, to be selected where nothing else copies. Calls `done` with how that went.
    fn copy(
        &self,
        text: &str,
        html: Option<String>,
        field: &Element,
        done: impl FnOnce(CopiedAs) + 'static,
    );

    /// Saves a text as a file of this name and media type. `false` when that is refused.
    fn save(&self, name: &str, media_type: &str, text: &str) -> bool;

    /// Opens a link that makes a new message. `false` when that is refused.
    fn open(&self, href: &str) -> bool;

    /// Lets the device share a letter inside the click that asks for it. Calls `done` with whether it
    /// did, unless the visitor thought better of it.
    fn share(&self, letter: &Letter, done: impl FnOnce(bool) + 'static);

    /// The text that is stored on the device under a key.
    fn stored(&self, key: &str) -> Option<String>;

    /// Stores a text on the device under a key, or removes it. Whether that is so then.
    fn store(&self, key: &str, text: Option<String>) -> bool;

    /// Calls whenever somebody else may have changed what is stored, until [`Host::unwatch`].
    fn watch(&self, changed: impl Fn() + 'static);

    /// Calls no more.
    fn unwatch(&self);

    /// Writes a text into a field as an edit of the visitor's, which the browser's own undo knows.
    fn write(&self, field: &Element, text: &str);

    /// Fits the text areas in an element to their text.
    fn fit(&self, root: &Element);

    /// Loads a language by its tag, and has the letter written in it.
    fn load_language(&self, tag: &str);

    /// Lints a text when the page has nothing better to do. A request for a text takes the place of an
    /// earlier one that has not begun. Calls `done` with the request, and with what was found: with
    /// nothing where the linter could not come, or where another request has come instead.
    fn lint(
        &self,
        request: Box<LintRequest>,
        done: impl FnOnce(Box<LintRequest>, Option<Vec<Finding>>) + 'static,
    );

    /// Reads the pasted rejection then, as [`Host::lint`] does a text.
    fn read_rejection(
        &self,
        request: RejectionRequest,
        done: impl FnOnce(RejectionRequest, Option<Told>) + 'static,
    );

    /// Tells the page what happened, without a word of what was typed.
    fn tell(&self, event: Event);
}

/// The widget's place in the page: its host, and the element in which it is drawn.
#[derive(Debug)]
pub struct Place<H> {
    host: H,
    root: OnceCell<Element>,
    /// A selector of the element that gets the focus when it is drawn.
    focused: RefCell<Option<String>>,
}

impl<H: Host> Place<H> {
    /// A place that has no element yet.
    pub(crate) fn new(host: H) -> Self {
        Self { host, root: OnceCell::new(), focused: RefCell::default() }
    }

    /// The host.
    pub(crate) fn host(&self) -> &H {
        &self.host
    }

    /// Takes the element in which the widget is drawn; the first one counts.
    pub(crate) fn draw_in(&self, root: Element) {
        let _ = self.root.set(root);
    }

    /// Does what waited until the widget is drawn.
    pub(crate) fn drawn(&self) {
        if let Some(root) = self.root.get() {
            self.host.fit(root);
        }
        let Some(selector) = self.focused.take() else { return };
        if let Some(found) = self.find(&selector) {
            // What cannot be focused leaves the focus where it is.
            let _ = found.unchecked_into::<HtmlElement>().focus();
        }
    }

    fn find(&self, selector: &str) -> Option<Element> {
        self.root.get()?.query_selector(selector).ok()?
    }

    /// Copies a text that a field holds. How that went goes to `answer`.
    fn copy(
        &self,
        what: CopyTarget,
        text: &str,
        html: Option<String>,
        answer: impl FnOnce(Message) + 'static,
    ) {
        if let Some(field) = self.find(&field(what)) {
            self.host.copy(text, html, &field, move |how| {
                answer(Message::Copy(CopyMessage::Copied(what, how)));
            });
        }
    }

    /// Writes texts into the fields with these `id`s.
    fn write(&self, texts: Vec<(&'static str, String)>) {
        for (id, text) in texts {
            if let Some(field) = self.find(&["#", id].concat()) {
                self.host.write(&field, &text);
            }
        }
    }

    /// Selects a part of a text.
    fn select(&self, what: CopyTarget, range: &Range<usize>) {
        let Some(body) = self.find(&field(what)) else { return };
        let area: &HtmlTextAreaElement = body.unchecked_ref();
        // What cannot be focused or selected stays as it is.
        let _ = area.focus();
        let at = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let _ = area.set_selection_range(at(range.start), at(range.end));
    }
}

/// Carries out an effect. What comes of it later goes to `answer`.
pub(crate) fn run<H: Host>(
    effect: Effect,
    place: &Place<H>,
    answer: impl FnOnce(Message) + 'static,
) {
    let host = &place.host;
    match effect {
        Effect::Copy(what, text, html) => place.copy(what, &text, html, answer),
        Effect::SaveFile(name, media, text) => sent(host.save(&name, media, &text), answer),
        Effect::OpenLink(href) => sent(host.open(&href), answer),
        Effect::Share(letter) => host.share(&letter, move |did| {
            let message = if did { ChannelMessage::Shared } else { ChannelMessage::Failed };
            answer(Message::Channel(message));
        }),
        Effect::TellTime(only) => {
            if let Some((today, time)) = host.now() {
                answer(Message::Reminder(ReminderMessage::ToldTime(only, today, time)));
            }
        }
        Effect::LoadDraft(key) => {
            answer(Message::Storage(StorageMessage::Loaded(host.stored(&key))));
        }
        Effect::StoreDraft(key, text) => {
            if !host.store(&key, text) {
                answer(Message::Storage(StorageMessage::Refused(host.stored(&key))));
            }
        }
        Effect::ExpireNotice(copy) => expire(copy, answer),
        Effect::Focus(selector) => drop(place.focused.replace(Some(selector))),
        Effect::WriteFields(texts) => place.write(texts),
        Effect::Select(what, range) => place.select(what, &range),
        Effect::Lint(request) => host.lint(request, |request, findings| {
            answer(Message::Linter(LinterMessage::Linted(request, findings)));
        }),
        Effect::ReadRejection(request) => host.read_rejection(request, |request, told| {
            answer(Message::Linter(LinterMessage::ReadRejection(request, told)));
        }),
        // The host answers for itself: it has the words sent to the widget.
        Effect::LoadLanguage(tag) => host.load_language(&tag),
        Effect::Dispatch(event) => host.tell(event),
        Effect::Warn(warning) => warn(&warning),
    }
}

/// A browser never tells whether a file was saved or a mail program opened: only that it was refused.
fn sent(did: bool, answer: impl FnOnce(Message)) {
    if !did {
        answer(Message::Channel(ChannelMessage::Failed));
    }
}

/// Answers when a notice has stood long enough.
fn expire(copy: u32, answer: impl FnOnce(Message) + 'static) {
    let expired = move || answer(Message::Copy(CopyMessage::NoticeExpired(copy)));
    Timeout::new(COPIED_MILLIS, expired).forget();
}

/// A selector of the field that holds what is copied.
fn field(what: CopyTarget) -> String {
    join(["#", &what.field()].into_iter(), "")
}

fn warn(Warning { attribute, value, allowed }: &Warning) {
    let words = ["good-sport: ", attribute, "=\"", value, "\" is not known; allowed: ", allowed];
    console::warn_1(&JsString::from(join(words.into_iter(), "")));
}
