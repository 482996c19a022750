//! The shadow root in which a widget is drawn, so that neither the page's styles nor its scripts meet
//! those of the widget.

use std::cell::{Cell, LazyCell};
use std::rc::Rc;

use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    CssStyleSheet, Element, Event, HtmlElement, KeyboardEvent, ShadowRoot, ShadowRootInit,
    ShadowRootMode, TransitionEvent,
};

use super::{document, property, window};

/// The style sheet of the widget: all files in `styles`, in the order and layers of `index.css`.
const STYLES: &str = include_str!(concat!(env!("OUT_DIR"), "/styles.css"));

thread_local! {
    /// One sheet for all widgets of the page.
    static SHEET: LazyCell<Option<CssStyleSheet>> = LazyCell::new(|| {
        let sheet = CssStyleSheet::new().ok()?;
        sheet.replace_sync(STYLES).ok()?;
        Some(sheet)
    });
}

/// Events that would tell the page what is typed, or set off its shortcuts.
pub const PRIVATE_EVENTS: [&str; 12] = [
    "keydown",
    "keypress",
    "keyup",
    "beforeinput",
    "input",
    "textInput",
    "compositionstart",
    "compositionupdate",
    "compositionend",
    "copy",
    "cut",
    "paste",
];

/// Events by which pages forbid to select and copy, unless the target is a field; outside the shadow
/// root the target is its host: <https://github.com/wp-media/wp-rocket/issues/4605>
pub const FORBIDDEN_EVENTS: [&str; 7] =
    ["mousedown", "mouseup", "selectstart", "contextmenu", "dragstart", "touchstart", "touchend"];

/// A shadow root with an element in it in which a widget is drawn. Once it is dropped, the page hears
/// again what happens there.
pub(crate) struct Shadow {
    root: Element,
    /// The listeners that keep events from the page.
    _listeners: Vec<EventListener>,
}

impl Shadow {
    /// Opens the shadow root of an element, and puts `root` or a new element into it.
    ///
    /// # Errors
    ///
    /// When the element can have none, or has one that is not open.
    pub(crate) fn open(host: &Element, root: Option<Element>) -> Result<Self, JsValue> {
        let shadow = match host.shadow_root() {
            Some(shadow) => shadow,
            None => host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))?,
        };
        SHEET.with(|sheet| {
            if let Some(sheet) = &**sheet {
                shadow.set_adopted_style_sheets(&Array::of1(sheet));
            }
        });
        let root = root.map_or_else(|| document()?.create_element("div"), Ok)?;
        root.set_class_name("stage");
        shadow.append_child(&root)?;
        follow_scheme(host, &root);
        let mut listeners = keep_private(&shadow);
        listeners.extend(keep_usable(&shadow));
        listeners.push(watch_scheme(&shadow, host, &root));
        Ok(Self { root, _listeners: listeners })
    }

    /// The element in which the widget is drawn.
    pub(crate) fn root(&self) -> &Element {
        &self.root
    }
}

/// Leaves light and dark to the visitor where the page says nothing of them.
fn follow_scheme(host: &Element, root: &Element) {
    let style = window().and_then(|it| it.get_computed_style(host)).ok().flatten();
    let scheme = style.and_then(|it| it.get_property_value("color-scheme").ok());
    let is_unset = scheme.is_none_or(|it| it == "normal");
    let _ = root.class_list().toggle_with_force("visitors-scheme", is_unset);
}

/// Hears of another scheme by the transition that the style sheet makes of it.
fn watch_scheme(shadow: &ShadowRoot, host: &Element, root: &Element) -> EventListener {
    let (host, root) = (host.clone(), root.clone());
    EventListener::new(shadow, "transitionrun", move |event| {
        let name = event.dyn_ref().map(TransitionEvent::property_name);
        if name.as_deref() == Some("color-scheme") {
            follow_scheme(&host, &root);
        }
    })
}

fn target(event: &Event) -> Option<HtmlElement> {
    event.target().map(JsCast::unchecked_into)
}

/// Keeps what is typed from the page.
fn keep_private(shadow: &ShadowRoot) -> Vec<EventListener> {
    // Whether there are words of the visitor that would be lost with the widget.
    let has_words = Cell::new(false);
    let hear = move |event: &Event| {
        if event.type_() == "input" {
            has_words.set(true);
        }
        let key = event.dyn_ref::<KeyboardEvent>().filter(|it| !it.is_composing());
        let key = key.map(KeyboardEvent::key).unwrap_or_default();
        // A dialog around the widget still needs its own two keys, but must not close over words.
        let is_free = key == "Tab" || key == "Escape";
        let is_text = target(event).is_some_and(|it| property(&it, "selectionStart").is_some());
        if is_free && !(key == "Escape" && is_text && has_words.get()) {
            return;
        }
        if is_free {
            event.prevent_default();
        }
        event.stop_propagation();
    };
    listen(shadow, &PRIVATE_EVENTS, hear)
}

/// Keeps the page from forbidding to select and to copy.
fn keep_usable(shadow: &ShadowRoot) -> Vec<EventListener> {
    let is_pressed = Cell::new(false);
    let hear = move |event: &Event| {
        let kind = event.type_();
        // What was pressed outside, such as a slider, is to hear that it is let go of.
        if kind == "mouseup" && !is_pressed.get() {
            return;
        }
        if kind.starts_with("mouse") {
            is_pressed.set(kind == "mousedown");
        }
        event.stop_propagation();
        // A page that heard it first has kept the focus away.
        if event.default_prevented() && kind == "mousedown" {
            let _ = target(event).map(|it| it.focus());
        }
    };
    listen(shadow, &FORBIDDEN_EVENTS, hear)
}

fn listen(
    shadow: &ShadowRoot,
    kinds: &[&'static str],
    hear: impl Fn(&Event) + 'static,
) -> Vec<EventListener> {
    let hear = Rc::new(hear);
    let options = EventListenerOptions::enable_prevent_default();
    let listen = |kind: &&'static str| {
        let hear = Rc::clone(&hear);
        EventListener::new_with_options(shadow, *kind, options, move |event| hear(event))
    };
    kinds.iter().map(listen).collect()
}
