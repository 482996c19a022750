//! The only part that reaches for the page: it carries out every [`Effect`].
#![allow(clippy::disallowed_methods, reason = "this is the part that may")]

mod clipboard;
mod events;
mod files;
mod storage;

use std::cell::RefCell;
use std::ops::Range;

use gloo_timers::callback::Timeout;
use js_sys::{Function, JsString, Object};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::{Element, HtmlElement, HtmlTextAreaElement, console};

use crate::model::{Effect, Message, Warning, join};
pub(crate) use clipboard::copy_named;
pub(crate) use files::device;
pub(crate) use storage::{unwatch, watch};

/// How long "Copied" stands on a button, in milliseconds.
const COPIED_MILLIS: u32 = 4_000;

#[wasm_bindgen]
extern "C" {
    /// What the scripts around the program do for it.
    pub type Tag;

    /// Copies a text inside the click that asks for it, and calls `done` with how that went.
    #[wasm_bindgen(method)]
    fn copy(this: &Tag, text: &str, html: Option<String>, field: &Element, done: &Function);

    /// Saves a text as a file of this name and media type. `false` when that is refused.
    #[wasm_bindgen(method)]
    fn save(this: &Tag, name: &str, media: &str, text: &str) -> bool;

    /// Opens a link that makes a new message. `false` when that is refused.
    #[wasm_bindgen(method)]
    fn open(this: &Tag, href: &str) -> bool;

    /// Lets the device share a text inside the click that asks for it, and calls `done` with whether
    /// it did, unless the visitor thought better of it.
    #[wasm_bindgen(method)]
    fn share(this: &Tag, title: &str, text: &str, done: &Function);

    /// Dispatches an event of the element.
    #[wasm_bindgen(method)]
    fn tell(this: &Tag, name: &str, detail: &Object);

    /// Fits the text areas in an element to their text.
    #[wasm_bindgen(method)]
    fn fit(this: &Tag, root: &Element);

    /// The visitor's day, as a number of eight digits: year, month and day.
    #[wasm_bindgen(method)]
    fn today(this: &Tag) -> u32;

    /// Whether the device is used by touch.
    #[wasm_bindgen(method)]
    fn touches(this: &Tag) -> bool;

    /// Whether the browser shares.
    #[wasm_bindgen(method)]
    fn shares(this: &Tag) -> bool;

    /// Fetches the words of a language by its tag, and has the letter written in it.
    #[wasm_bindgen(method, js_name = fetchLanguage)]
    fn fetch_language(this: &Tag, language: &str);

    /// Writes a text into a field as an edit of the visitor's.
    #[wasm_bindgen(method)]
    fn write(this: &Tag, field: &Element, text: &str);

    /// What is kept on the device under a name.
    #[wasm_bindgen(method)]
    fn kept(this: &Tag, key: &str) -> Option<String>;

    /// Keeps a text on the device under a name, or nothing. Whether that is so then.
    #[wasm_bindgen(method)]
    fn keep(this: &Tag, key: &str, text: Option<String>) -> bool;

    /// Calls whenever somebody else may have changed what is kept.
    #[wasm_bindgen(method)]
    fn watch(this: &Tag, hear: &Function);

    /// Calls no more.
    #[wasm_bindgen(method)]
    fn unwatch(this: &Tag, hear: &Function);
}

/// The widget's place in the page.
pub(crate) struct Page {
    /// The element inside its shadow root in which the widget is drawn.
    pub(crate) root: Element,
    tag: Tag,
    /// What hears of changes on the device.
    watcher: RefCell<Option<Closure<dyn Fn()>>>,
    /// What gets the focus when it is drawn.
    focused: RefCell<Option<String>>,
}

impl Page {
    /// The place of an element.
    pub(crate) fn new(root: Element, tag: Tag) -> Self {
        Self { root, tag, watcher: RefCell::default(), focused: RefCell::default() }
    }

    /// Does what waited until the widget is drawn.
    pub(crate) fn drawn(&self) {
        self.tag.fit(&self.root);
        let Some(selector) = self.focused.take() else { return };
        if let Ok(Some(found)) = self.root.query_selector(&selector) {
            // What cannot be focused leaves the focus where it is.
            let _ = found.unchecked_into::<HtmlElement>().focus();
        }
    }
}

/// Does what is wanted. What comes of it later goes to `answer`.
pub(crate) fn run(effect: Effect, page: &Page, answer: impl FnOnce(Message) + 'static) {
    match effect {
        Effect::Copy(what, text, html) => clipboard::copy(page, what, &text, html, answer),
        Effect::Save(name, media, text) => files::save(page, [&name, media, &text], answer),
        Effect::Open(href) => files::open(page, &href, answer),
        Effect::AskTime => files::ask_time(page, answer),
        Effect::Share(letter) => files::share(page, &letter, answer),
        Effect::Look(key) => storage::look(page, &key, answer),
        Effect::Store(key, text) => storage::store(page, &key, text, answer),
        Effect::FadeLater(copy) => {
            Timeout::new(COPIED_MILLIS, move || answer(Message::CopiedLongAgo(copy))).forget();
        }
        Effect::Focus(selector) => {
            page.focused.replace(Some(selector));
        }
        Effect::Write(texts) => {
            for (id, text) in texts {
                if let Ok(Some(field)) = page.root.query_selector(&["#", id].concat()) {
                    page.tag.write(&field, &text);
                }
            }
        }
        Effect::Select(place) => select(&page.root, &place),
        Effect::FetchLanguage(tag) => {
            // The element answers for itself: it has the words sent to the widget.
            page.tag.fetch_language(&tag);
        }
        Effect::Tell(event) => events::tell(page, event),
        Effect::Warn(warning) => warn(&warning),
    }
}

fn select(root: &Element, place: &Range<usize>) {
    if let Ok(Some(found)) = root.query_selector("[name=body]") {
        let area: HtmlTextAreaElement = found.unchecked_into();
        // What cannot be focused or selected stays as it is.
        let _ = area.focus();
        let at = |it: usize| u32::try_from(it).unwrap_or(u32::MAX);
        let _ = area.set_selection_range(at(place.start), at(place.end));
    }
}

fn warn(Warning { attribute, value, allowed }: &Warning) {
    let words = ["good-sport: ", attribute, "=\"", value, "\" is not known; allowed: ", allowed];
    console::warn_1(&JsString::from(join(words.into_iter(), "")));
}
