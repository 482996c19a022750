//! A [`Host`] for any page: clipboard, files, storage and fields by the browser's own interfaces.

mod clipboard;
mod edit;
mod files;
mod language;
mod linting;
mod seed;
mod shadow;
mod storage;
mod text_areas;

pub(crate) use language::preferred_languages;
pub(crate) use seed::random_seed;
pub(crate) use shadow::Shadow;
pub use shadow::{FORBIDDEN_EVENTS, PRIVATE_EVENTS};

use std::cell::Cell;
use std::fmt;

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, FocusOptions, HtmlElement, HtmlInputElement, ShadowRoot, Window};

use super::Host;
use crate::content::RejectionData;
use crate::model::{
    Capabilities, CopiedAs, Date, Event, Finding, Letter, LintRequest, Linter, RejectionRequest,
    Told,
};

/// The host of a widget where there is no custom element.
pub(crate) struct Browser {
    tell: Box<dyn Fn(Event)>,
    load_language: Box<dyn Fn(&str)>,
    watcher: Cell<Option<storage::Watcher>>,
    waiting: linting::Waiting,
}

impl Browser {
    /// A host that hands on what the page hears, and the tag of the language that the visitor chose.
    pub(crate) fn new(
        tell: impl Fn(Event) + 'static,
        load_language: impl Fn(&str) + 'static,
    ) -> Self {
        let (tell, load_language) = (Box::new(tell), Box::new(load_language));
        let (watcher, waiting) = (Cell::default(), linting::Waiting::default());
        Self { tell, load_language, watcher, waiting }
    }
}

impl fmt::Debug for Browser {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Browser").finish_non_exhaustive()
    }
}

impl Host for Browser {
    fn device(&self) -> Capabilities {
        Capabilities { touch: files::touches(), share: files::shares() }
    }

    fn now(&self) -> Option<(Date, u64)> {
        files::now()
    }

    fn copy(
        &self,
        text: &str,
        html: Option<String>,
        field: &Element,
        done: impl FnOnce(CopiedAs) + 'static,
    ) {
        clipboard::copy(text.to_owned(), html, field.clone().unchecked_into(), done);
    }

    fn save(&self, name: &str, media_type: &str, text: &str) -> bool {
        files::save(name, media_type, text).is_ok()
    }

    fn open(&self, href: &str) -> bool {
        files::open(href).is_ok()
    }

    fn share(&self, letter: &Letter, done: impl FnOnce(bool) + 'static) {
        files::share(letter, done);
    }

    fn stored(&self, key: &str) -> Option<String> {
        storage::stored(key)
    }

    fn store(&self, key: &str, text: Option<String>) -> bool {
        storage::store(key, text.as_deref())
    }

    fn watch(&self, changed: impl Fn() + 'static) {
        self.watcher.set(Some(storage::watch(changed)));
    }

    fn unwatch(&self) {
        self.watcher.take();
    }

    fn write(&self, field: &Element, text: &str) {
        edit::write(field.unchecked_ref(), text);
    }

    fn fit(&self, root: &Element) {
        text_areas::fit(root);
    }

    fn load_language(&self, tag: &str) {
        (self.load_language)(tag);
    }

    fn lint(
        &self,
        request: Box<LintRequest>,
        done: impl FnOnce(Box<LintRequest>, Option<Vec<Finding>>) + 'static,
    ) {
        self.waiting.push(Some(request.target), move |goes| {
            let read = |it: &Linter| it.read(&request.text, &request.details);
            let findings = goes.then(|| linting::with_linter(&request.tag, read)).flatten();
            done(request, findings);
        });
    }

    fn read_rejection(
        &self,
        request: RejectionRequest,
        done: impl FnOnce(RejectionRequest, Option<Told>) + 'static,
    ) {
        self.waiting.push(None, move |goes| {
            let rejections = RejectionData::for_tag(&request.tag).filter(|_| goes);
            let told = rejections.and_then(|rejections| {
                let read = |it: &Linter| Told::read(&request.text, rejections, it.data());
                linting::with_linter(&request.tag, read)
            });
            done(request, told);
        });
    }

    fn tell(&self, event: Event) {
        (self.tell)(event);
    }
}

/// The window; an error outside of a page.
fn window() -> Result<Window, JsValue> {
    web_sys::window().ok_or(JsValue::UNDEFINED)
}

/// The document of the window.
fn document() -> Result<Document, JsValue> {
    window()?.document().ok_or(JsValue::UNDEFINED)
}

/// The property of an object by this name, if it has one: not every browser has every interface.
fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let it = Reflect::get(object, &name.into()).ok()?;
    (!it.is_undefined() && !it.is_null()).then_some(it)
}

/// The element that has the focus, in the shadow root of a field or around it.
fn focused(field: &Element) -> Option<HtmlElement> {
    let root = field.get_root_node().dyn_into::<ShadowRoot>().ok();
    let inside = root.and_then(|root| root.active_element());
    inside.or_else(|| document().ok()?.active_element()).map(JsCast::unchecked_into)
}

/// Gives an element the focus and leaves the page where it is scrolled to.
fn focus_in_place(element: &HtmlElement) {
    let options = FocusOptions::new();
    options.set_prevent_scroll(true);
    // What cannot be focused leaves the focus where it is.
    let _ = element.focus_with_options(&options);
}

/// Gives the focus back from a field to what had it before.
fn give_back_focus(field: &HtmlInputElement, before: Option<&HtmlElement>) {
    let field: &HtmlElement = field;
    if before != Some(field) {
        let _ = field.blur();
        if let Some(before) = before {
            focus_in_place(before);
        }
    }
}
