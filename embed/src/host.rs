//! The custom element as the host of a widget: effects are carried out by the scripts around the program.

use std::cell::RefCell;

use good_sport::effects;
use good_sport::model::{
    Capabilities, CopiedAs, CopyTarget, Date, Event, Finding, Letter, LintRequest, LintTarget,
    RejectionRequest, Told,
};
use js_sys::{Function, JsString, Object, Reflect};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

#[wasm_bindgen]
extern "C" {
    /// The host in JavaScript: the scripts around the program; [`effects::Host`] says what each is for.
    pub type Host;

    #[wasm_bindgen(method)]
    fn copy(this: &Host, text: &str, html: Option<String>, field: &Element, done: &Function);

    #[wasm_bindgen(method)]
    fn save(this: &Host, name: &str, media: &str, text: &str) -> bool;

    #[wasm_bindgen(method)]
    fn open(this: &Host, href: &str) -> bool;

    #[wasm_bindgen(method)]
    fn share(this: &Host, title: &str, text: &str, done: &Function);

    /// Dispatches an event of the element.
    #[wasm_bindgen(method)]
    fn dispatch(this: &Host, name: &str, detail: &Object);

    #[wasm_bindgen(method)]
    fn fit(this: &Host, root: &Element);

    /// The visitor's day, as a number of eight digits: year, month and day.
    #[wasm_bindgen(method)]
    fn today(this: &Host) -> u32;

    /// Whether the device is used by touch.
    #[wasm_bindgen(method, js_name = isTouch)]
    fn is_touch(this: &Host) -> bool;

    /// Whether the browser shares.
    #[wasm_bindgen(method, js_name = canShare)]
    fn can_share(this: &Host) -> bool;

    #[wasm_bindgen(method, js_name = loadLanguage)]
    fn load_language(this: &Host, tag: &str);

    #[wasm_bindgen(method)]
    fn write(this: &Host, field: &Element, text: &str);

    #[wasm_bindgen(method)]
    fn stored(this: &Host, key: &str) -> Option<String>;

    #[wasm_bindgen(method)]
    fn store(this: &Host, key: &str, text: Option<String>) -> bool;

    #[wasm_bindgen(method)]
    fn watch(this: &Host, changed: &Function);

    #[wasm_bindgen(method)]
    fn unwatch(this: &Host, changed: &Function);

    /// Lints a text of this name; calls with serialized findings, or with nothing.
    #[wasm_bindgen(method)]
    fn lint(this: &Host, name: &str, tag: &str, text: &JsString, details: &str, done: &Function);

    /// Reads the pasted rejection; calls with what it tells, serialized, or with nothing.
    #[wasm_bindgen(method, js_name = readRejection)]
    fn read_rejection(this: &Host, tag: &str, text: &JsString, done: &Function);
}

/// A custom element in a page.
pub(crate) struct CustomElement {
    host: Host,
    /// The callback for changes on the device.
    watcher: RefCell<Option<Closure<dyn Fn()>>>,
}

impl CustomElement {
    /// The element that these scripts are for.
    pub(crate) fn new(host: Host) -> Self {
        Self { host, watcher: RefCell::default() }
    }
}

impl effects::Host for CustomElement {
    fn device(&self) -> Capabilities {
        Capabilities { touch: self.host.is_touch(), share: self.host.can_share() }
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no clock shows a time before 1970, or one that the smaller numbers could not hold"
    )]
    fn now(&self) -> Option<(Date, u64)> {
        let today = self.host.today();
        let today = Date::new(today / 10_000, today / 100 % 100, today % 100)?;
        Some((today, js_sys::Date::now() as u64))
    }

    fn copy(
        &self,
        text: &str,
        html: Option<String>,
        field: &Element,
        done: impl FnOnce(CopiedAs) + 'static,
    ) {
        let done = Closure::once_into_js(move |how: String| done(copied_as(&how)));
        self.host.copy(text, html, field, done.unchecked_ref());
    }

    fn save(&self, name: &str, media_type: &str, text: &str) -> bool {
        self.host.save(name, media_type, text)
    }

    fn open(&self, href: &str) -> bool {
        self.host.open(href)
    }

    fn share(&self, letter: &Letter, done: impl FnOnce(bool) + 'static) {
        let done = Closure::once_into_js(done);
        self.host.share(&letter.subject, &letter.body, done.unchecked_ref());
    }

    fn stored(&self, key: &str) -> Option<String> {
        self.host.stored(key)
    }

    fn store(&self, key: &str, text: Option<String>) -> bool {
        self.host.store(key, text)
    }

    fn watch(&self, changed: impl Fn() + 'static) {
        let changed = Closure::<dyn Fn()>::new(changed);
        self.host.watch(changed.as_ref().unchecked_ref());
        self.watcher.replace(Some(changed));
    }

    fn unwatch(&self) {
        if let Some(changed) = self.watcher.take() {
            self.host.unwatch(changed.as_ref().unchecked_ref());
        }
    }

    fn write(&self, field: &Element, text: &str) {
        self.host.write(field, text);
    }

    fn fit(&self, root: &Element) {
        self.host.fit(root);
    }

    fn load_language(&self, tag: &str) {
        self.host.load_language(tag);
    }

    fn lint(
        &self,
        request: Box<LintRequest>,
        done: impl FnOnce(Box<LintRequest>, Option<Vec<Finding>>) + 'static,
    ) {
        let name = match request.target {
            LintTarget::Letter => "letter",
            LintTarget::Note(_) => "note",
        };
        let (tag, text) = (request.tag.clone(), JsString::from(&*request.text));
        let details = request.details.encode();
        let done = Closure::once_into_js(move |found: Option<String>| {
            done(request, found.and_then(|it| Finding::decode_all(&it)));
        });
        self.host.lint(name, &tag, &text, &details, done.unchecked_ref());
    }

    fn read_rejection(
        &self,
        request: RejectionRequest,
        done: impl FnOnce(RejectionRequest, Option<Told>) + 'static,
    ) {
        let (tag, text) = (request.tag.clone(), JsString::from(&*request.text));
        let done = Closure::once_into_js(move |told: Option<String>| {
            done(request, told.and_then(|it| Told::decode(&it)));
        });
        self.host.read_rejection(&tag, &text, done.unchecked_ref());
    }

    fn tell(&self, event: Event) {
        let (name, detail) = match event {
            Event::Copied(what, how) => {
                let what = match what {
                    CopyTarget::Letter | CopyTarget::LongLetter => "letter",
                    CopyTarget::Subject => "subject",
                    CopyTarget::Note(_)
                    | CopyTarget::ShortMessage
                    | CopyTarget::Reminder(_)
                    | CopyTarget::Reply(_) => "note",
                };
                let how = match how {
                    CopiedAs::Rich => "rich",
                    CopiedAs::Plain => "plain",
                    CopiedAs::Manual => "manual",
                };
                ("good-sport-copy", object([("as", how), ("what", what)]))
            }
            Event::Sent(channel) => ("good-sport-send", object([("channel", channel)])),
            Event::Reminded(months) => ("good-sport-remind", object([("months", months)])),
            Event::Checked(done, total) => {
                let detail = [("done", done), ("total", total)];
                ("good-sport-check", object(detail.map(|(key, it)| (key, JsValue::from(it)))))
            }
        };
        self.host.dispatch(name, &detail);
    }
}

/// How a text was copied, by the name that the scripts have for it.
pub(crate) fn copied_as(how: &str) -> CopiedAs {
    match how {
        "rich" => CopiedAs::Rich,
        "plain" => CopiedAs::Plain,
        _ => CopiedAs::Manual,
    }
}

/// A plain object with these keys.
pub(crate) fn object<const N: usize, T: Into<JsValue>>(entries: [(&str, T); N]) -> Object {
    let object = Object::new();
    for (key, value) in entries {
        // Setting a key of a new object cannot fail.
        let _ = Reflect::set(&object, &key.into(), &value.into());
    }
    object
}
