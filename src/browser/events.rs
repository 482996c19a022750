//! What the page hears: events on the element, which bubble and leave the shadow root.

use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;

use super::Page;
use super::clipboard::{copied_as, copying};
use crate::model::Event;

/// Tells the page.
pub(super) fn tell(page: &Page, event: Event) {
    match event {
        Event::Copied(what, how) => dispatch(
            page,
            "good-sport-copy",
            &[("as", copied_as(how).into()), ("what", copying(what).into())],
        ),
        Event::Sent(channel) => dispatch(page, "good-sport-send", &[("channel", channel.into())]),
        Event::Reminded(months) => {
            dispatch(page, "good-sport-remind", &[("months", months.into())]);
        }
        Event::Checked(done, total) => dispatch(
            page,
            "good-sport-check",
            &[("done", JsValue::from(done)), ("total", JsValue::from(total))],
        ),
    }
}

fn dispatch(page: &Page, name: &str, entries: &[(&str, JsValue)]) {
    let detail = Object::new();
    for (key, value) in entries {
        // Setting a key of a new object cannot fail.
        let _ = Reflect::set(&detail, &(*key).into(), value);
    }
    page.tag.tell(name, &detail);
}
