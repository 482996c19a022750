//! Text areas, where CSS alone does not do it: on the screen a text area is as high as its text,
//! and on paper the letter is text that goes on on the next page, as no text area does. Neither copies
//! it into an attribute, where everything that records a page would find it.

use std::cell::{LazyCell, RefCell};

use gloo_events::EventListener;
use js_sys::{Array, Function};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{
    Element, HtmlElement, HtmlTextAreaElement, ResizeObserver, ResizeObserverEntry, css,
};

use super::{document, window};

thread_local! {
    /// Whether the style sheet has the browser do it.
    static IS_SIZED: LazyCell<bool> = LazyCell::new(|| {
        css::supports_with_value("field-sizing", "content").unwrap_or_default()
    });

    /// The widgets that were fitted, for as long as they are in the page.
    static FITTED: RefCell<Vec<Element>> = const { RefCell::new(Vec::new()) };

    /// Notices that a text has other lines now: another width, or another size of its letters.
    static RESIZED: LazyCell<Option<ResizeObserver>> = LazyCell::new(observer);
}

/// Fits the text areas of a widget to their text. To be called after whatever has changed one.
pub(super) fn fit(root: &Element) {
    // What is not in the page has no size, and is fitted when it is put there.
    if !root.is_connected() {
        return;
    }
    let (is_first, is_new) = FITTED.with_borrow_mut(|fitted| {
        let is_first = fitted.is_empty();
        fitted.retain(|it| it.is_connected());
        let is_new = !fitted.contains(root);
        if is_new {
            fitted.push(root.clone());
        }
        (is_first, is_new)
    });
    if is_first {
        listen();
    }
    if IS_SIZED.with(|it| **it) {
        return;
    }
    if is_new {
        RESIZED.with(|it| {
            if let Some(observer) = &**it {
                observer.observe(root);
            }
        });
    }
    size(root);
}

fn size(root: &Element) {
    for area in all(root, ".grow textarea") {
        let area: HtmlTextAreaElement = area.unchecked_into();
        let Some(parent) = area.parent_element() else { continue };
        let around = parent.unchecked_into::<HtmlElement>();
        // So that the page is not shorter for a moment, and scrolled to another place.
        set_size(&around, "min-block-size", around.offset_height());
        set_size(&area, "block-size", 0);
        let border = area.offset_height() - area.client_height();
        set_size(&area, "block-size", area.scroll_height() + border);
        // Nothing is set that could be refused.
        let _ = around.style().remove_property("min-block-size");
    }
}

fn set_size(element: &HtmlElement, property: &str, pixels: i32) {
    let _ = element.style().set_property(property, &format!("{pixels}px"));
}

fn all(root: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = root.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|it| found.item(it)).map(JsCast::unchecked_into).collect()
}

fn observer() -> Option<ResizeObserver> {
    let resized = |entries: Array| {
        // In the next frame: a size that changes within this one is reported to the page as an error.
        let then = Closure::once_into_js(move || {
            for entry in entries {
                size(&entry.unchecked_into::<ResizeObserverEntry>().target());
            }
        });
        if let Ok(window) = window() {
            let _ = window.request_animation_frame(then.unchecked_ref::<Function>());
        }
    };
    let resized = Closure::<dyn Fn(Array)>::new(resized).into_js_value();
    ResizeObserver::new(resized.unchecked_ref()).ok()
}

/// Hears when the page is printed, once and for all widgets.
fn listen() {
    thread_local! {
        static LISTENING: LazyCell<()> = LazyCell::new(|| {
            let Ok(window) = window() else { return };
            EventListener::new(&window, "beforeprint", |_| each(print)).forget();
            EventListener::new(&window, "afterprint", |_| each(clear)).forget();
        });
    }
    LISTENING.with(|it| **it);
}

fn each(act: fn(&Element)) {
    for root in FITTED.with_borrow(Clone::clone) {
        act(&root);
    }
}

fn print(root: &Element) {
    for field in all(root, ".letter > .sheet :is(input, textarea)") {
        let Ok(text) = document().and_then(|it| it.create_element("p")) else { return };
        text.set_class_name("printed");
        // An area has it where a line has it.
        let value = field.unchecked_ref::<HtmlTextAreaElement>().value();
        text.set_text_content(Some(&value));
        let _ = field.before_with_node_1(&text);
    }
}

fn clear(root: &Element) {
    for printed in all(root, ".printed") {
        printed.remove();
    }
}
