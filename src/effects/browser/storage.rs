//! The drafts in `localStorage`. Where a browser refuses that, nothing is kept and nothing breaks.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{PageTransitionEvent, Storage, StorageEvent};

use super::window;

/// How the keys of all drafts begin.
const PREFIX: &str = "good-sport";

type Hear = Rc<dyn Fn()>;

thread_local! {
    /// Callbacks for when a draft may be another one, by number.
    static WATCHERS: RefCell<Vec<(usize, Hear)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<usize> = const { Cell::new(0) };
}

/// Hears of changes until it is dropped.
pub(super) struct Watcher(usize);

impl Drop for Watcher {
    fn drop(&mut self) {
        WATCHERS.with_borrow_mut(|watchers| watchers.retain(|(number, _)| *number != self.0));
    }
}

/// Calls whenever somebody else may have changed a draft.
pub(super) fn watch(changed: impl Fn() + 'static) -> Watcher {
    let number = NEXT.get();
    NEXT.set(number + 1);
    if number == 0 {
        listen();
    }
    WATCHERS.with_borrow_mut(|watchers| watchers.push((number, Rc::new(changed))));
    Watcher(number)
}

/// Hears of other tabs, and of what a page has missed that comes back from the cache of pages.
fn listen() {
    let Ok(window) = window() else { return };
    let stored = |event: &StorageEvent| event.key().is_none_or(|it| it.starts_with(PREFIX));
    EventListener::new(&window, "storage", move |event| {
        if event.dyn_ref().is_some_and(stored) {
            tell();
        }
    })
    .forget();
    EventListener::new(&window, "pageshow", |event| {
        if event.dyn_ref().is_some_and(PageTransitionEvent::persisted) {
            tell();
        }
    })
    .forget();
}

fn tell() {
    // What is called may watch, or stop.
    let watchers = WATCHERS.with_borrow(Clone::clone);
    for (_, hear) in watchers {
        hear();
    }
}

fn storage() -> Option<Storage> {
    window().and_then(|it| it.local_storage()).ok().flatten()
}

/// The text that is stored under a key.
pub(super) fn stored(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

/// Stores a text under a key, or removes it. Whether that is so then: a store may refuse, or be full.
pub(super) fn store(key: &str, text: Option<&str>) -> bool {
    if let Some(storage) = storage() {
        // What is there afterwards tells.
        let _ = match text {
            Some(text) => storage.set_item(key, text),
            None => storage.remove_item(key),
        };
    }
    let is_done = stored(key).as_deref() == text;
    if is_done {
        // Other widgets of this page, which hear of no event.
        tell();
    }
    is_done
}
