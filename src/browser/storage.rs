//! The draft on the device. Where a browser refuses storage, nothing is kept and nothing breaks.

use web_sys::{Element, Storage};

use super::Page;

fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok()?
}

/// One draft for each job that a site names, so that a board's pages do not share one.
pub(super) fn key(host: &Element) -> String {
    let mut key = String::from("good-sport");
    for name in ["company", "data-role"] {
        // Between the parts stands what neither can be mistaken for.
        key.push('\n');
        key.push_str(&host.get_attribute(name).unwrap_or_default());
    }
    key
}

/// Keeps a text.
pub(super) fn keep(page: &Page, text: &str) {
    if let Some(storage) = storage() {
        // A full store keeps what it has; the visitor's words are still on the screen.
        let _ = storage.set_item(&page.key, text);
    }
}

/// Keeps nothing any more.
pub(super) fn forget(page: &Page) {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(&page.key);
    }
}

/// What is kept.
pub(super) fn kept(page: &Page) -> Option<String> {
    storage()?.get_item(&page.key).ok()?
}
