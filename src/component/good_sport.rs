//! The component [`GoodSport`]: the whole widget in any Yew application.

use std::cell::RefCell;
use std::rc::Rc;

use web_sys::Element;
use yew::{AttrValue, Callback, Component, Context, Html, NodeRef, Properties, html};

use super::{Drawing, Runtime};
use crate::content::Language;
use crate::effects::Host as _;
use crate::effects::browser::{Browser, Shadow, preferred_languages, random_seed};
use crate::model::{Event, FormMessage, LanguageMessage, Message, State, StorageMessage};

thread_local! {
    /// The drawings of widgets that are gone.
    static VACANT: RefCell<Vec<Drawing<Browser>>> = const { RefCell::new(Vec::new()) };
}

/// The properties of [`GoodSport`]: all may be left out, and all may change at any time.
///
/// A value that is not known means the default, and one warning in the console.
#[derive(Debug, Clone, Default, PartialEq, Properties)]
pub struct GoodSportProps {
    /// The company that turned the visitor down.
    #[prop_or_default]
    pub company: Option<AttrValue>,
    /// The role that they applied for.
    #[prop_or_default]
    pub role: Option<AttrValue>,
    /// Whom the letter is to.
    #[prop_or_default]
    pub recipient: Option<AttrValue>,
    /// Who writes it.
    #[prop_or_default]
    pub sender: Option<AttrValue>,
    /// The facts of the rejection: their names in the language's file, with spaces between them.
    #[prop_or_default]
    pub situation: Option<AttrValue>,
    /// A whole number that picks among the variants of the letter; drawn by chance when it is left out.
    #[prop_or_default]
    pub seed: Option<AttrValue>,
    /// The tone of the letter: `classic`, `warm` or `formal`.
    #[prop_or_default]
    pub tone: Option<AttrValue>,
    /// The length of the letter: `full` or `short`.
    #[prop_or_default]
    pub length: Option<AttrValue>,
    /// `light` or `dark`; `auto` is the page's own scheme.
    #[prop_or_default]
    pub theme: Option<AttrValue>,
    /// The language tag of the widget's own words; else the nearest `lang` around it, then the
    /// languages of the browser, then English.
    #[prop_or_default]
    pub lang: Option<AttrValue>,
    /// The language tag of the letter; else as `lang`. The visitor can change it.
    #[prop_or_default]
    pub letter_lang: Option<AttrValue>,
    /// `off`: the visitor cannot keep a draft on the device.
    #[prop_or_default]
    pub storage: Option<AttrValue>,
    /// The names of sections to leave out, with spaces between them; see
    /// [`Section::name`](crate::model::Section::name).
    #[prop_or_default]
    pub hide: Option<AttrValue>,
    /// The level of the heading, from `2` to `6`.
    #[prop_or_default]
    pub heading_level: Option<AttrValue>,
    /// Hears what happens, without a word of what was typed.
    #[prop_or_default]
    pub on_event: Callback<Event>,
}

impl GoodSportProps {
    /// The attributes of the custom element that the properties stand for.
    fn attributes(&self) -> [(&'static str, &Option<AttrValue>); 14] {
        [
            ("company", &self.company),
            ("role", &self.role),
            ("recipient", &self.recipient),
            ("sender", &self.sender),
            ("situation", &self.situation),
            ("seed", &self.seed),
            ("tone", &self.tone),
            ("length", &self.length),
            ("theme", &self.theme),
            ("lang", &self.lang),
            ("letter-lang", &self.letter_lang),
            ("storage", &self.storage),
            ("hide", &self.hide),
            ("heading-level", &self.heading_level),
        ]
    }

    /// The language of the widget at an element, and that of the letter.
    fn languages(&self, host: &Element, chosen: Option<&str>) -> [&'static Language; 2] {
        let around = preferred_languages(host);
        let wanted = self.lang.as_deref().into_iter().chain(around.iter().map(String::as_str));
        let own = Language::best_for(wanted);
        let letter = chosen.into_iter().chain(self.letter_lang.as_deref()).chain([&*own.tag]);
        [own, Language::best_for(letter)]
    }
}

/// A message of the host to its component.
#[derive(Debug)]
pub enum HostMessage {
    /// This happened.
    Event(Event),
    /// The visitor chose a language for the letter, by its tag.
    ChoseLanguage(String),
}

/// The widget, for any Yew application.
///
/// ```no_run
/// use good_sport::component::GoodSport;
/// use yew::{Html, component, html};
///
/// #[component]
/// fn App() -> Html {
///     html! { <GoodSport company="Acme" role="Data analyst" /> }
/// }
///
/// # #[cfg(target_arch = "wasm32")]
/// yew::Renderer::<App>::new().render();
/// ```
///
/// It is a `<div class="good-sport">` with an open shadow root, so that the styles of the application
/// and of the widget do not meet. What is typed in it is for itself: it is drawn by an application of
/// its own, since the events of a portal would reach the handlers around it, shortcuts too. Custom
/// properties such as `--good-sport-accent` reach in from any element around it, and
/// `.good-sport::part(button)` from a style sheet.
///
/// All languages of the crate are in the program, since a component cannot know from where to fetch
/// one.
pub struct GoodSport {
    host: NodeRef,
    mounted: Option<Mounted>,
}

/// The widget, from when the `<div>` is in the page.
struct Mounted {
    host: Element,
    /// Keeps events from the page.
    _shadow: Shadow,
    runtime: Rc<Runtime<Browser>>,
    drawing: Drawing<Browser>,
    /// The tag of the language that the visitor chose for the letter.
    chosen: Option<String>,
}

impl Mounted {
    /// Draws a widget in an element; `None` where that can have no shadow root.
    fn new(host: Element, ctx: &Context<GoodSport>) -> Option<Self> {
        let vacant = VACANT.with_borrow_mut(Vec::pop);
        let shadow = Shadow::open(&host, vacant.as_ref().map(|it| it.root().clone())).ok()?;
        let mut drawing = vacant.unwrap_or_else(|| Drawing::new(shadow.root().clone()));
        let (link, props) = (ctx.link(), ctx.props());
        let tell = link.callback(HostMessage::Event);
        let choose = link.callback(HostMessage::ChoseLanguage);
        let [own, letter] = props.languages(&host, None);
        let browser = Browser::new(move |it| tell.emit(it), move |it| choose.emit(it.to_owned()));
        let runtime = Runtime::new(browser, own, State::new(letter));
        runtime.draw_in(shadow.root().clone());
        runtime.send(Message::DetectedCapabilities(runtime.host().device()));
        runtime.send(Message::Form(FormMessage::DrewSeed(random_seed())));
        for (name, value) in props.attributes() {
            if let Some(value) = value {
                runtime.send(Message::Form(FormMessage::ChangedAttribute(
                    name.to_owned(),
                    Some(value.to_string()),
                )));
            }
        }
        let hears = Rc::downgrade(&runtime);
        runtime.host().watch(move || {
            if let Some(runtime) = hears.upgrade() {
                runtime.send(Message::Storage(StorageMessage::Changed));
            }
        });
        runtime.send(Message::Storage(StorageMessage::Shown));
        drawing.draw(Rc::clone(&runtime));
        Some(Self { host, _shadow: shadow, runtime, drawing, chosen: None })
    }

    /// Takes the properties that have changed.
    fn change(&mut self, from: &GoodSportProps, to: &GoodSportProps) {
        for ((name, before), (_, now)) in from.attributes().into_iter().zip(to.attributes()) {
            if before != now {
                let value = now.as_ref().map(ToString::to_string);
                self.runtime
                    .send(Message::Form(FormMessage::ChangedAttribute(name.to_owned(), value)));
            }
        }
        if from.letter_lang != to.letter_lang {
            self.chosen = None;
        }
        if from.lang != to.lang || from.letter_lang != to.letter_lang {
            let [own, letter] = to.languages(&self.host, self.chosen.as_deref());
            self.runtime.set_language(own);
            self.runtime.send(Message::Language(LanguageMessage::Loaded(letter)));
        }
    }

    /// Has the letter written in the language that the visitor chose.
    fn choose(&mut self, tag: String) {
        if let Some(language) = Language::for_tag(&tag) {
            self.chosen = Some(tag);
            self.runtime.send(Message::Language(LanguageMessage::Loaded(language)));
        } else {
            self.runtime.send(Message::Language(LanguageMessage::FailedToLoad));
        }
    }

    /// Frees what it held.
    fn leave(self) {
        let Self { runtime, mut drawing, .. } = self;
        runtime.stop();
        runtime.host().unwatch();
        drawing.clear();
        VACANT.with_borrow_mut(|vacant| vacant.push(drawing));
    }
}

impl Component for GoodSport {
    type Message = HostMessage;
    type Properties = GoodSportProps;

    fn create(_: &Context<Self>) -> Self {
        Self { host: NodeRef::default(), mounted: None }
    }

    fn update(&mut self, ctx: &Context<Self>, message: HostMessage) -> bool {
        match (message, &mut self.mounted) {
            (HostMessage::Event(event), _) => ctx.props().on_event.emit(event),
            (HostMessage::ChoseLanguage(tag), Some(mounted)) => mounted.choose(tag),
            (HostMessage::ChoseLanguage(_), None) => {}
        }
        false
    }

    fn changed(&mut self, ctx: &Context<Self>, before: &GoodSportProps) -> bool {
        if let Some(mounted) = &mut self.mounted {
            mounted.change(before, ctx.props());
        }
        ctx.props().theme != before.theme
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        html! { <div class="good-sport" ref={self.host.clone()} theme={ctx.props().theme.clone()} /> }
    }

    fn rendered(&mut self, ctx: &Context<Self>, first: bool) {
        if first {
            self.mounted = self.host.cast().and_then(|host| Mounted::new(host, ctx));
        }
    }

    fn destroy(&mut self, _: &Context<Self>) {
        if let Some(mounted) = self.mounted.take() {
            mounted.leave();
        }
    }
}
