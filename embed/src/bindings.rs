//! The bindings: functions for the scripts to load a language, and to make, ask and destroy a widget.

use std::cell::RefCell;
use std::rc::Rc;

use good_sport::component::{Drawing, Runtime};
use good_sport::content::{Field, Language};
use good_sport::effects::Host as _;
use good_sport::model::{
    CopyMessage, CopyTarget, Finding, FormMessage, HistoryMessage, LanguageMessage, Letter,
    Message, State, StorageMessage, html, utf16,
};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

use crate::host::{CustomElement, Host, copied_as, object};

thread_local! {
    /// The languages in use; each is read once for all widgets of a page.
    static LANGUAGES: RefCell<Vec<&'static Language>> = const { RefCell::new(Vec::new()) };

    /// The drawings of widgets that are gone.
    static VACANT: RefCell<Vec<Drawing<CustomElement>>> = const { RefCell::new(Vec::new()) };
}

/// Reads the words of a language, and keeps them. `false` when they are of another build than the program.
#[must_use]
#[wasm_bindgen(js_name = loadLanguage)]
pub fn load_language(words: Vec<u8>) -> bool {
    // As bytes, since the glue makes room for three times as many where it is given a text.
    let Ok(words) = String::from_utf8(words) else { return false };
    let Some(language) = Language::decode(words.leak()) else { return false };
    LANGUAGES.with_borrow_mut(|languages| {
        if languages.iter().all(|it| it.tag != language.tag) {
            languages.push(Box::leak(Box::new(language)));
        }
    });
    true
}

fn language(tag: &str) -> Result<&'static Language, JsValue> {
    LANGUAGES
        .with_borrow(|languages| languages.iter().copied().find(|it| it.tag == tag))
        .ok_or_else(|| JsValue::from("a language that was not loaded"))
}

/// A widget in a page.
///
/// Code of the page may run inside any event, and call any of these while another one is not done:
/// so none of them takes the widget for itself alone.
#[wasm_bindgen]
pub struct Widget {
    runtime: Rc<Runtime<CustomElement>>,
    root: Element,
    /// The drawing of it, until it is destroyed.
    drawing: RefCell<Option<Drawing<CustomElement>>>,
}

#[wasm_bindgen]
impl Widget {
    /// Makes a widget, to be drawn in an element for the shadow root of a custom element: `root`, or
    /// the one that [`Widget::root`] says.
    ///
    /// `host` copies, saves and shares, and has languages loaded and set by
    /// [`Widget::set_letter_language`]. `own_tag` is the language of the widget's labels, and
    /// `letter_tag` that of the letter. `seed` was drawn for this visit, and picks among the variants
    /// of the letter where the page does not.
    ///
    /// # Errors
    ///
    /// When one of the languages was not loaded.
    #[wasm_bindgen(constructor)]
    pub fn new(
        root: Element,
        host: Host,
        own_tag: &str,
        letter_tag: &str,
        seed: u32,
    ) -> Result<Widget, JsValue> {
        let (own, state) = (language(own_tag)?, State::new(language(letter_tag)?));
        let vacant = VACANT.with_borrow_mut(Vec::pop);
        let drawing = vacant.unwrap_or_else(|| Drawing::new(root));
        let root = drawing.root().clone();
        let runtime = Runtime::new(CustomElement::new(host), own, state);
        runtime.draw_in(root.clone());
        runtime.send(Message::DetectedCapabilities(runtime.host().device()));
        runtime.send(Message::Form(FormMessage::DrewSeed(seed)));
        Ok(Self { runtime, root, drawing: RefCell::new(Some(drawing)) })
    }

    /// The element in which it is drawn.
    #[must_use]
    #[wasm_bindgen(getter)]
    pub fn root(&self) -> Element {
        self.root.clone()
    }

    /// Draws the widget: with what it held when it was taken out, else with what is kept.
    pub fn show(&self, saved: Option<String>) {
        let hears = Rc::downgrade(&self.runtime);
        self.runtime.host().watch(move || {
            if let Some(runtime) = hears.upgrade() {
                runtime.send(Message::Storage(StorageMessage::Changed));
            }
        });
        if let Some(saved) = saved {
            self.runtime.send(Message::Storage(StorageMessage::Restored(saved)));
        }
        self.runtime.send(Message::Storage(StorageMessage::Shown));
        if let Some(mut drawing) = self.drawing.take() {
            drawing.draw(Rc::clone(&self.runtime));
            self.drawing.replace(Some(drawing));
        }
    }

    /// Takes an attribute; `None` when it is gone.
    pub fn set(&self, attribute: String, value: Option<String>) {
        self.runtime.send(Message::Form(FormMessage::ChangedAttribute(attribute, value)));
    }

    /// Has its own words in another language that was loaded.
    ///
    /// # Errors
    ///
    /// When it was not.
    #[wasm_bindgen(js_name = setLanguage)]
    pub fn set_language(&self, tag: &str) -> Result<(), JsValue> {
        self.runtime.set_language(language(tag)?);
        Ok(())
    }

    /// Writes the letter in another language that was loaded.
    ///
    /// # Errors
    ///
    /// When it was not.
    #[wasm_bindgen(js_name = setLetterLanguage)]
    pub fn set_letter_language(&self, tag: &str) -> Result<(), JsValue> {
        self.runtime.send(Message::Language(LanguageMessage::Loaded(language(tag)?)));
        Ok(())
    }

    /// Goes back to the letter's language, when the words of the one that was chosen do not come.
    #[wasm_bindgen(js_name = languageFailed)]
    pub fn language_failed(&self) {
        self.runtime.send(Message::Language(LanguageMessage::FailedToLoad));
    }

    /// The form as a plain object.
    #[must_use]
    pub fn details(&self) -> Object {
        self.runtime.read(|state| object(Field::DETAILS.map(|it| (it.name(), state.value(it)))))
    }

    /// Fills in the form; keys that are missing stay as they are.
    pub fn fill(&self, details: &JsValue) {
        for field in Field::DETAILS {
            let value = Reflect::get(details, &field.name().into()).unwrap_or_default();
            if let Some(value) = value.as_string() {
                self.runtime.send(Message::Form(FormMessage::Filled(field, value)));
            }
        }
    }

    /// The letter as it stands.
    #[must_use]
    pub fn letter(&self) -> Object {
        self.runtime.read(|state| {
            let Letter { subject, body } = state.letter();
            let language = state.language();
            let html = html(&body, language);
            let lang = &*language.tag;
            object([("subject", &*subject), ("body", &body), ("html", &html), ("lang", lang)])
        })
    }

    /// The findings of the tone linter in the letter as it stands.
    #[must_use]
    pub fn findings(&self) -> Array {
        self.runtime.read(|state| {
            let body = state.letter().body;
            state.findings().iter().map(|it| finding(&body, it)).collect()
        })
    }

    /// Copies the letter; an event of the element says how that went.
    #[wasm_bindgen(js_name = copyLetter)]
    pub fn copy_letter(&self) {
        self.runtime.send(Message::Copy(CopyMessage::Requested(CopyTarget::Letter)));
    }

    /// Does what was done in the prerendered shell: an array of the name of a control and its value.
    #[wasm_bindgen(js_name = handOver)]
    pub fn hand_over(&self, entries: &Array) {
        let text = |entry: &Array, at| entry.get(at).as_string().unwrap_or_default();
        let entries = entries.iter().map(|entry| {
            let entry: Array = entry.unchecked_into();
            (text(&entry, 0), text(&entry, 1))
        });
        self.runtime.send(Message::HandedOver(entries.collect()));
    }

    /// Says that the letter can be copied now, to a visitor whose press was too early.
    #[wasm_bindgen(js_name = letterIsReady)]
    pub fn letter_is_ready(&self) {
        self.runtime.send(Message::Copy(CopyMessage::BecameReady));
    }

    /// Takes note of a copy that was made before the program was there.
    pub fn copied(&self, what: &str, how: &str) {
        let what = if what == "subject" { CopyTarget::Subject } else { CopyTarget::Letter };
        self.runtime.send(Message::Copy(CopyMessage::CopiedInShell(what, copied_as(how))));
    }

    /// Goes back to the attributes and forgets what was kept.
    pub fn reset(&self) {
        self.runtime.send(Message::History(HistoryMessage::Reset));
    }

    /// All that the visitor did, for [`Widget::show`].
    #[must_use]
    pub fn saved(&self) -> String {
        self.runtime.read(|state| state.saved().encode())
    }

    /// Takes the widget out of the page and frees what it held.
    pub fn destroy(&self) {
        self.runtime.stop();
        self.runtime.host().unwatch();
        if let Some(mut drawing) = self.drawing.take() {
            drawing.clear();
            VACANT.with_borrow_mut(|vacant| vacant.push(drawing));
        }
    }
}

/// A finding as pages read it: its place in UTF-16 units, and `null` where there is no fix.
fn finding(body: &str, finding: &Finding) -> Object {
    let Finding { id, severity, why, span, suggestion } = finding;
    let span = utf16(body, span);
    object([
        ("id", JsValue::from(id)),
        ("severity", severity.name().into()),
        ("start", span.start.into()),
        ("end", span.end.into()),
        ("why", JsValue::from(why)),
        ("fix", suggestion.as_deref().map_or(JsValue::NULL, JsValue::from)),
    ])
}
