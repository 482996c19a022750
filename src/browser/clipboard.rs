//! Copying, by the script that the picture of the widget can use too.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use web_sys::Element;

use super::Page;
use crate::model::{CopiedAs, Copying, Message};

#[wasm_bindgen(module = "/src/browser/clipboard.js")]
extern "C" {
    #[wasm_bindgen(js_name = copy)]
    fn copy_in_click(text: &str, html: Option<String>, field: &Element, done: &Function);
}

/// Copies a text, rich where there is HTML, and answers how it went.
pub(super) fn copy(
    page: &Page,
    what: Copying,
    text: &str,
    html: Option<String>,
    answer: impl FnOnce(Message) + 'static,
) {
    let field = match what {
        Copying::Letter => "[name=body]",
        Copying::Subject => "[name=subject]",
    };
    let done = Closure::once_into_js(move |how: String| {
        let how = match how.as_str() {
            "rich" => CopiedAs::Rich,
            "plain" => CopiedAs::Plain,
            _ => CopiedAs::Manual,
        };
        answer(Message::Copied(what, how));
    });
    if let Ok(Some(field)) = page.root.query_selector(field) {
        copy_in_click(text, html, &field, done.unchecked_ref());
    }
}

/// The name of what was copied, as the page hears it.
pub(super) const fn copying(what: Copying) -> &'static str {
    match what {
        Copying::Letter => "letter",
        Copying::Subject => "subject",
    }
}

/// The name of how it was copied, as the page hears it.
pub(super) const fn copied_as(how: CopiedAs) -> &'static str {
    match how {
        CopiedAs::Rich => "rich",
        CopiedAs::Plain => "plain",
        CopiedAs::Manual => "manual",
    }
}
