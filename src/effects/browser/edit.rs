//! Edits of a field that the browser's own undo knows of, as if the visitor had made them.

use std::cell::Cell;

use js_sys::Function;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, HtmlDocument, HtmlElement, HtmlInputElement, Node, ScrollBehavior,
    ScrollIntoViewOptions, ScrollLogicalPosition, ScrollToOptions,
};

use super::{document, focus_in_place, focused, give_back_focus, window};
use crate::model::changed;

thread_local! {
    /// Whether the page is kept where it is until its next frame.
    static IS_STAYING: Cell<bool> = const { Cell::new(false) };
}

/// Writes a text into an `<input>` or a `<textarea>`; the two have alike what is used here.
///
/// A text that a script sets would be garbled by an undo of what was typed before it.
pub(super) fn write(field: &HtmlInputElement, text: &str) {
    let before = field.value();
    if before == text {
        return;
    }
    let root = field.get_root_node();
    let had_focus = focused(field);
    if let Some(element) = &had_focus {
        stay_at(element, field);
    }
    // The program knows what it writes.
    let hush = Closure::<dyn Fn(Event)>::new(|event: Event| event.stop_immediate_propagation());
    let hush = hush.as_ref().unchecked_ref();
    let _ = root.add_event_listener_with_callback_and_bool("input", hush, true);
    // Some fields and browsers have no such edits.
    let _ = edit(field, &before, text);
    let _ = root.remove_event_listener_with_callback_and_bool("input", hush, true);
    if field.value() != text {
        field.set_value(text);
    }
    give_back_focus(field, had_focus.as_ref());
}

fn edit(field: &HtmlInputElement, before: &str, text: &str) -> Result<(), JsValue> {
    let (start, end, part) = replacement(before, text);
    focus_in_place(field);
    field.set_selection_range(start, end)?;
    let document: HtmlDocument = document()?.unchecked_into();
    let command = if part.is_empty() { "delete" } else { "insertText" };
    document.exec_command_with_show_ui_and_value(command, false, part)?;
    Ok(())
}

/// From where to where a text has to change to be another one, in UTF-16 units, and into what.
fn replacement<'a>(from: &str, to: &'a str) -> (u32, u32, &'a str) {
    let (start, end) = changed(from, to);
    let units = |it: &str| u32::try_from(it.encode_utf16().count()).unwrap_or(u32::MAX);
    let part = &to[start..to.len() - (from.len() - end)];
    (units(&from[..start]), units(&from[..end]), part)
}

/// Has the page stay where it is scrolled to, until its next frame. Browsers scroll to what is edited,
/// and Firefox does so in the next frame, after the focus has gone elsewhere; an editor that met it:
/// <https://github.com/fastmail/Squire/issues/162>
fn stay_at(element: &HtmlElement, field: &HtmlInputElement) {
    let Ok(window) = window() else { return };
    if IS_STAYING.replace(true) {
        return;
    }
    let before = element.get_bounding_client_rect().top();
    let (element, field) = (element.clone(), field.clone());
    let then = Closure::once_into_js(move || {
        IS_STAYING.set(false);
        settle(&element, &field, before);
    });
    if window.request_animation_frame(then.unchecked_ref::<Function>()).is_err() {
        IS_STAYING.set(false);
    }
}

/// Scrolls the page back by how far an element has moved, or to what has the focus now.
fn settle(element: &HtmlElement, field: &HtmlInputElement, before: f64) {
    let Ok(window) = window() else { return };
    let now = focused(field).filter(|it| is_inside(it, field));
    if let Some(now) = now.filter(|it| it != element) {
        // The focus was sent to where something is to be seen now.
        let rect = now.get_bounding_client_rect();
        let height = window.inner_height().ok().and_then(|it| it.as_f64()).unwrap_or(f64::MAX);
        if rect.top() < 0.0 || rect.bottom() > height {
            let options = ScrollIntoViewOptions::new();
            options.set_block(ScrollLogicalPosition::Center);
            options.set_behavior(ScrollBehavior::Instant);
            now.scroll_into_view_with_scroll_into_view_options(&options);
        }
        return;
    }
    let options = ScrollToOptions::new();
    options.set_top(element.get_bounding_client_rect().top() - before);
    options.set_behavior(ScrollBehavior::Instant);
    window.scroll_by_with_scroll_to_options(&options);
}

/// Whether an element is in the same tree as a field.
fn is_inside(element: &Element, field: &HtmlInputElement) -> bool {
    let root = |it: &Node| it.get_root_node();
    root(element) == root(field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_differs_is_written() {
        let check = |from, to, expected| assert_eq!(replacement(from, to), expected, "{from} {to}");
        check("Dear Ada,", "Dear Grace,", (5, 8, "Grace"));
        check("a", "ab", (1, 1, "b"));
        check("ab", "a", (1, 2, ""));
        check("aa", "aaa", (2, 2, "a"));
        check("", "new", (0, 0, "new"));
        check("old", "", (0, 3, ""));
    }

    #[test]
    fn places_are_in_utf16_units_and_no_character_is_cut() {
        // Both begin with the same half of a surrogate pair.
        assert_eq!(replacement("👍 x", "👎 x"), (0, 2, "👎"));
        assert_eq!(replacement("👍 x", "👍 y"), (3, 4, "y"));
    }
}
