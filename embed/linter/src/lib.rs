//! The tone linter as a module of its own: what the scripts of the custom element call when a visitor has
//! written or pasted something. Texts and answers are serialized as the words are.

use std::cell::RefCell;

use good_sport::content::{LinterData, RejectionData};
use good_sport::model::{Details, Finding, Linter, Slices, Told};
use wasm_bindgen::prelude::wasm_bindgen;

thread_local! {
    /// The linters of the languages in use; each is made once for all widgets of a page.
    static LINTERS: RefCell<Vec<&'static Linter>> = const { RefCell::new(Vec::new()) };
    /// The rejection data of the languages in which a message was pasted.
    static REJECTIONS: RefCell<Vec<RejectionData>> = const { RefCell::new(Vec::new()) };
}

/// Reads the linter data of a language, and keeps it. `false` when it is of another build.
#[must_use]
#[wasm_bindgen(js_name = loadLinter)]
pub fn load_linter(data: String) -> bool {
    let Some(data) = LinterData::decode(data.leak()) else { return false };
    if linter(&data.tag).is_none() {
        let linter = Linter::new(Box::leak(Box::new(data)));
        LINTERS.with_borrow_mut(|it| it.push(Box::leak(Box::new(linter))));
    }
    true
}

fn linter(tag: &str) -> Option<&'static Linter> {
    LINTERS.with_borrow(|linters| linters.iter().copied().find(|it| it.data().tag == tag))
}

/// A text that is linted slice by slice.
#[wasm_bindgen]
pub struct Lint {
    /// `None` where the linter has no such language.
    slices: Option<Slices<'static>>,
}

#[wasm_bindgen]
impl Lint {
    /// Begins to lint a text, with what the form says.
    #[must_use]
    #[wasm_bindgen(constructor)]
    pub fn new(tag: &str, text: &str, details: &str) -> Self {
        let details = Details::decode(details).unwrap_or_default();
        Self { slices: linter(tag).map(|it| it.begin(text, details)) }
    }

    /// Does the next slice. Whether there is none left.
    pub fn step(&mut self) -> bool {
        self.slices.as_mut().is_none_or(Slices::step)
    }

    /// The findings, serialized.
    #[must_use]
    pub fn finish(self) -> Option<String> {
        self.slices.map(|it| Finding::encode_all(&it.finish()))
    }
}

/// Reads a pasted rejection, by the rejection data of a language, which is kept: what it tells, serialized.
/// `None` when the data is of another build, or the linter has no such language.
#[must_use]
#[wasm_bindgen(js_name = readRejection)]
pub fn read_rejection(tag: &str, data: String, text: &str) -> Option<String> {
    let linter = linter(tag)?;
    REJECTIONS.with_borrow_mut(|known| {
        if known.iter().all(|it| it.tag != tag) {
            known.push(RejectionData::decode(data.leak())?);
        }
        let rejections = known.iter().find(|it| it.tag == tag)?;
        Some(Told::read(text, rejections, linter.data()).encode())
    })
}
