//! Copying: by the asynchronous clipboard where it is allowed, else by `execCommand`, else by hand.

use std::cell::Cell;
use std::rc::Rc;

use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{
    Blob, BlobPropertyBag, Clipboard, ClipboardEvent, ClipboardItem, HtmlDocument, HtmlElement,
    HtmlInputElement,
};

use super::{document, focus_in_place, focused, give_back_focus, property, window};
use crate::model::CopiedAs;

/// How long the clipboard may take; in some web views and frames its promises never settle.
const CLIPBOARD_MILLIS: i32 = 1_500;
/// How long it may take for plain text after that, which some of those take.
const PLAIN_MILLIS: i32 = 500;

thread_local! {
    /// Whether the clipboard has kept a visitor of this page waiting in vain.
    static HANGS: Cell<bool> = const { Cell::new(false) };
}

/// Copies a text, and calls `done` once with how that went.
///
/// To be called inside the click that asks for it: whatever needs the click is begun before this
/// returns.
pub(super) fn copy(
    text: String,
    html: Option<String>,
    field: HtmlInputElement,
    done: impl FnOnce(CopiedAs) + 'static,
) {
    let before = focused(&field);
    let copy = Copy { text, html, field, before };
    // A command may need the click itself, which is over when the clipboard has been waited for.
    let by_command = HANGS.get().then(|| copy.by_command()).flatten();
    if let Some(how) = by_command {
        return done(how);
    }
    let Some((clipboard, begun)) = copy.begin() else { return done(copy.without_clipboard()) };
    spawn_local(async move {
        let how = copy.by_clipboard(&clipboard, begun).await;
        done(how.unwrap_or_else(|_| copy.without_clipboard()));
    });
}

/// A promise of the clipboard, and what it has copied when that is fulfilled.
type Begun = (Promise, CopiedAs);

struct Copy {
    text: String,
    html: Option<String>,
    /// The field with the text, an `<input>` or a `<textarea>`: the two have alike what is used here.
    field: HtmlInputElement,
    /// The element that had the focus.
    before: Option<HtmlElement>,
}

impl Copy {
    /// Begins the way for secure pages, which a policy may forbid.
    fn begin(&self) -> Option<(Clipboard, Begun)> {
        let navigator = window().ok()?.navigator();
        let clipboard: Clipboard = property(&navigator, "clipboard")?.unchecked_into();
        let begun = self.write_rich(&clipboard).unwrap_or_else(|| self.write_plain(&clipboard));
        Some((clipboard, begun))
    }

    fn write_rich(&self, clipboard: &Clipboard) -> Option<Begun> {
        let html = self.html.as_deref()?;
        let window = window().ok()?;
        property(&window, "ClipboardItem")?;
        property(clipboard, "write")?;
        let item = Object::new();
        for (media_type, content) in [("text/plain", &*self.text), ("text/html", html)] {
            let options = BlobPropertyBag::new();
            options.set_type(media_type);
            let parts = Array::of1(&content.into());
            let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
            Reflect::set(&item, &media_type.into(), &blob).ok()?;
        }
        let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&item).ok()?;
        Some((clipboard.write(&Array::of1(&item)), CopiedAs::Rich))
    }

    fn write_plain(&self, clipboard: &Clipboard) -> Begun {
        (clipboard.write_text(&self.text), CopiedAs::Plain)
    }

    /// Waits for what was begun; some browsers take text alone.
    async fn by_clipboard(&self, clipboard: &Clipboard, begun: Begun) -> Result<CopiedAs, JsValue> {
        let (promise, how) = begun;
        let written = in_time(promise, CLIPBOARD_MILLIS).await;
        if written.is_ok() || how == CopiedAs::Plain || !self.is_still_here() {
            return written.map(|()| how);
        }
        let (promise, how) = self.write_plain(clipboard);
        in_time(promise, PLAIN_MILLIS).await.map(|()| how)
    }

    /// Copies as a page's permissions policy cannot refuse, or leaves it to the visitor.
    fn without_clipboard(&self) -> CopiedAs {
        if !self.is_still_here() {
            return CopiedAs::Manual;
        }
        self.by_command().unwrap_or_else(|| {
            let _ = self.field.focus();
            self.field.select();
            CopiedAs::Manual
        })
    }

    /// Whoever has gone on to write elsewhere meanwhile keeps the focus.
    fn is_still_here(&self) -> bool {
        focused(&self.field) == self.before
    }

    fn by_command(&self) -> Option<CopiedAs> {
        let how = Rc::new(Cell::new(None));
        let put = self.put(Rc::clone(&how));
        let field = &self.field;
        let put: &Function = put.as_ref().unchecked_ref();
        let selected = (field.selection_start(), field.selection_end());
        field.add_event_listener_with_callback("copy", put).ok()?;
        focus_in_place(field);
        field.select();
        let document: HtmlDocument = document().ok()?.unchecked_into();
        let is_done = document.exec_command("copy").unwrap_or_default();
        let _ = field.remove_event_listener_with_callback("copy", put);
        if let (Ok(Some(start)), Ok(Some(end))) = selected {
            let _ = field.set_selection_range(start, end);
        }
        give_back_focus(field, self.before.as_ref());
        how.get().filter(|_| is_done)
    }

    /// The listener that puts the text on the clipboard when the browser asks for it, and tells how.
    fn put(&self, how: Rc<Cell<Option<CopiedAs>>>) -> Closure<dyn Fn(ClipboardEvent)> {
        let (text, html) = (self.text.clone(), self.html.clone());
        Closure::new(move |event: ClipboardEvent| {
            event.prevent_default();
            // A page that adds a line to whatever is copied from it has no business with this letter.
            event.stop_propagation();
            let Some(data) = event.clipboard_data() else { return };
            let plain = data.set_data("text/plain", &text).map(|()| CopiedAs::Plain);
            let rich = html.as_deref().map(|it| data.set_data("text/html", it).is_ok());
            how.set(plain.ok().map(|it| if rich == Some(true) { CopiedAs::Rich } else { it }));
        })
    }
}

/// Waits so long for a promise, and no longer; what it says later is heard by nobody.
async fn in_time(promise: Promise, millis: i32) -> Result<(), JsValue> {
    let window = window()?;
    let late = JsValue::TRUE;
    let clock = Promise::new(&mut |resolve, _| {
        // Without a clock the promise is waited for.
        let _ =
            window.set_timeout_with_callback_and_timeout_and_arguments_1(&resolve, millis, &late);
    });
    let first = JsFuture::from(Promise::race(&Array::of2(&promise, &clock))).await?;
    if first == late {
        HANGS.set(true);
        return Err(late);
    }
    Ok(())
}
