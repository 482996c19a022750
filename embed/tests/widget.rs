//! The widget in a browser, without the script of the tag: drawn, used, shown again, put away.
#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::WORDS;
use good_sport_embed::bindings::{Widget, load_language};
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use web_sys::{Document, Element, Event, EventInit, HtmlInputElement, HtmlTextAreaElement};

wasm_bindgen_test_configure!(run_in_browser);

#[allow(clippy::disallowed_methods, reason = "a test is a page")]
fn document() -> Document {
    web_sys::window().unwrap().document().unwrap()
}

/// A widget in the page, and the element in which it is drawn.
struct Mounted {
    widget: Widget,
    host: Element,
    root: Element,
}

fn mount(saved: Option<String>) -> Mounted {
    for (_, words) in WORDS {
        assert!(load_language((*words).into()));
    }
    let host = document().create_element("div").unwrap();
    let root = document().create_element("div").unwrap();
    document().body().unwrap().append_child(&host).unwrap();
    let tag = Object::new();
    // A device without touch, which shares nothing.
    for name in [
        "copy",
        "loadLanguage",
        "fit",
        "store",
        "stored",
        "canShare",
        "dispatch",
        "isTouch",
        "lint",
        "readRejection",
        "unwatch",
        "watch",
        "write",
    ] {
        // Nothing is stored.
        let answer = if name == "stored" { "" } else { "return false;" };
        Reflect::set(&tag, &name.into(), &Function::new_no_args(answer)).unwrap();
    }
    let tag = tag.unchecked_into();
    let widget = Widget::new(root, tag, "en", "en", 0).unwrap();
    let root = widget.root();
    host.append_child(&root).unwrap();
    widget.set("company".into(), Some("Acme".into()));
    widget.show(saved);
    Mounted { widget, host, root }
}

impl Mounted {
    fn find<T: JsCast>(&self, selector: &str) -> T {
        self.root.query_selector(selector).unwrap().unwrap().dyn_into().unwrap()
    }

    fn body(&self) -> String {
        self.find::<HtmlTextAreaElement>("[name=body]").value()
    }

    fn letter(&self) -> String {
        Reflect::get(&self.widget.letter(), &"body".into()).unwrap().as_string().unwrap()
    }

    async fn write(&self, selector: &str, text: &str) {
        let input: HtmlInputElement = self.find(selector);
        input.set_value(text);
        fire(&input, "input");
        drawn().await;
    }
}

fn fire(target: &Element, event: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    target.dispatch_event(&Event::new_with_event_init_dict(event, &init).unwrap()).unwrap();
}

/// Until all that is waiting to be drawn is drawn.
async fn drawn() {
    yew::scheduler::flush().await;
}

#[wasm_bindgen_test]
async fn what_is_written_is_in_the_letter_at_once() {
    let mounted = mount(None);
    drawn().await;
    assert!(mounted.body().contains("at Acme"));
    mounted.write("[name=sender]", "Ada Lovelace").await;
    assert!(mounted.body().ends_with("Ada Lovelace"));
    assert_eq!(mounted.letter(), mounted.body());
}

#[wasm_bindgen_test]
async fn text_is_never_markup() {
    let mounted = mount(None);
    drawn().await;
    mounted.write("[name=company]", "</textarea><img src=x onerror=alert(1)>").await;
    assert!(mounted.body().contains("<img src=x"));
    assert!(mounted.root.query_selector("img").unwrap().is_none());
}

#[wasm_bindgen_test]
async fn what_a_widget_held_is_there_when_it_is_put_back() {
    let first = mount(None);
    drawn().await;
    first.write("[name=sender]", "Ada").await;
    let saved = first.widget.saved();
    first.widget.destroy();
    let second = mount(Some(saved));
    drawn().await;
    assert_eq!(second.find::<HtmlInputElement>("[name=sender]").value(), "Ada");
}

#[wasm_bindgen_test]
async fn a_widget_that_is_put_away_leaves_nothing() {
    let mounted = mount(None);
    drawn().await;
    assert!(mounted.root.has_child_nodes());
    mounted.widget.destroy();
    drawn().await;
    assert!(!mounted.root.has_child_nodes());
    mounted.host.remove();
}

#[wasm_bindgen_test]
async fn two_widgets_know_nothing_of_each_other() {
    let (one, two) = (mount(None), mount(None));
    drawn().await;
    one.write("[name=sender]", "Ada").await;
    assert!(one.body().ends_with("Ada") && !two.body().contains("Ada"));
}

#[wasm_bindgen_test]
async fn the_page_fills_in_and_reads_the_form() {
    let mounted = mount(None);
    let details = mounted.widget.details();
    Reflect::set(&details, &"role".into(), &"baker".into()).unwrap();
    mounted.widget.fill(&details);
    assert!(mounted.letter().contains("the baker role"), "before anything is drawn");
    drawn().await;
    assert_eq!(mounted.find::<HtmlInputElement>("[name=role]").value(), "baker");
    mounted.widget.fill(&JsValue::NULL);
    assert!(mounted.letter().contains("the baker role"));
}

#[wasm_bindgen_test]
fn words_of_another_build_are_refused() {
    assert!(!load_language("something else".into()));
}
