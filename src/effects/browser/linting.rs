//! Linting in this program, when the page has nothing better to do.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::IdleRequestOptions;

use super::window;
use crate::content::LinterData;
use crate::model::{LintTarget, Linter};

/// The longest that a text waits for a page that is never idle.
const IDLE_MILLIS: u32 = 2_000;

thread_local! {
    /// The linters in use; each is made once for all widgets of a page.
    static LINTERS: RefCell<Vec<Linter>> = const { RefCell::new(Vec::new()) };
}

/// Work for later; with `false` it is not to be done at all.
type Work = Box<dyn FnOnce(bool)>;
/// Work for each text, and for the rejection, which has no target.
type Queue = Vec<(Option<LintTarget>, Work)>;

/// What waits for the page to be idle: the newest for each text, and for the rejection.
#[derive(Default)]
pub(super) struct Waiting(Rc<RefCell<Queue>>);

impl Waiting {
    /// Does something when the page is idle, in place of what waits for the same text.
    pub(super) fn push(&self, target: Option<LintTarget>, work: impl FnOnce(bool) + 'static) {
        let mut waiting = self.0.borrow_mut();
        let is_first = waiting.is_empty();
        let earlier = waiting.iter().position(|it| it.0 == target);
        let earlier = earlier.map(|at| waiting.remove(at));
        waiting.push((target, Box::new(work)));
        drop(waiting);
        if let Some((_, earlier)) = earlier {
            earlier(false);
        }
        if is_first {
            let waiting = Rc::clone(&self.0);
            when_idle(move || {
                for (_, work) in waiting.take() {
                    work(true);
                }
            });
        }
    }
}

/// Reads by the linter of a bundled language.
pub(super) fn with_linter<T>(tag: &str, read: impl FnOnce(&Linter) -> T) -> Option<T> {
    LINTERS.with_borrow_mut(|linters| {
        let data = LinterData::for_tag(tag)?;
        let known = linters.iter().position(|it| it.data().tag == data.tag);
        let index = known.unwrap_or_else(|| {
            linters.push(Linter::new(data));
            linters.len() - 1
        });
        Some(read(&linters[index]))
    })
}

/// Calls when the page has nothing better to do.
fn when_idle(call: impl FnOnce() + 'static) {
    let call = Closure::once_into_js(call);
    let call: &Function = call.unchecked_ref();
    let options = IdleRequestOptions::new();
    options.set_timeout(IDLE_MILLIS);
    // Safari has no way to ask.
    let asked = window().and_then(|it| it.request_idle_callback_with_options(call, &options));
    if asked.is_err() {
        let _ = window().and_then(|it| it.set_timeout_with_callback(call));
    }
}
