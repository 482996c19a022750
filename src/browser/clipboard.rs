//! Copying, by the script that the picture of the widget uses too.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

use super::Page;
use crate::model::{CopiedAs, Copying, Message};

/// Copies a text, rich where there is HTML, and answers how it went.
pub(super) fn copy(
    page: &Page,
    what: Copying,
    text: &str,
    html: Option<String>,
    answer: impl FnOnce(Message) + 'static,
) {
    let field = match what {
        Copying::Letter | Copying::Instead => "[name=body]",
        Copying::Subject => "[name=subject]",
        Copying::Note(_) => "[name=note]",
        Copying::Brief => "[name=message]",
    };
    let done = Closure::once_into_js(move |how: String| {
        let (_, how) = copy_named("", &how);
        answer(Message::Copied(what, how));
    });
    if let Ok(Some(field)) = page.root.query_selector(field) {
        page.tag.copy(text, html, &field, done.unchecked_ref());
    }
}

/// The name of what was copied, as the page hears it.
pub(super) const fn copying(what: Copying) -> &'static str {
    match what {
        Copying::Letter | Copying::Instead => "letter",
        Copying::Subject => "subject",
        Copying::Note(_) | Copying::Brief => "note",
    }
}

/// What was copied and how, by their names.
pub(crate) fn copy_named(what: &str, how: &str) -> (Copying, CopiedAs) {
    let what = if what == "subject" { Copying::Subject } else { Copying::Letter };
    let how = match how {
        "rich" => CopiedAs::Rich,
        "plain" => CopiedAs::Plain,
        _ => CopiedAs::Manual,
    };
    (what, how)
}

/// The name of how it was copied, as the page hears it.
pub(super) const fn copied_as(how: CopiedAs) -> &'static str {
    match how {
        CopiedAs::Rich => "rich",
        CopiedAs::Plain => "plain",
        CopiedAs::Manual => "manual",
    }
}
