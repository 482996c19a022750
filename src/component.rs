//! The components: they join the state to the view, and the effects to a host.

mod drawing;
mod good_sport;

pub use drawing::Drawing;
pub use good_sport::{GoodSport, GoodSportProps};

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;

use web_sys::Element;
use yew::{Callback, Component, Context, Html, Properties, html};

use crate::content::Language;
use crate::effects::{self, Host, Place};
use crate::model::{Message, State};
use crate::view::{self, Memo, Part, Source, Versions, View};

/// A running widget: what a host sends messages to and reads from.
///
/// Messages are taken in at once, inside the event that brought them: a browser lets a click
/// copy only while it lasts. Only the drawing waits, as Yew has it, for the microtask after.
pub struct Runtime<H> {
    place: Place<H>,
    state: RefCell<State>,
    language: Cell<&'static Language>,
    parts: [Drawn; Part::ALL.len()],
    /// Whether a part was drawn since the host heard of it.
    is_drawn: Cell<bool>,
    /// Whether it was taken out of the page for good.
    is_over: Cell<bool>,
}

impl<H: Host> Runtime<H> {
    /// A widget of a host, whose own words are in this language; the state has that of its letter.
    pub fn new(host: H, language: &'static Language, state: State) -> Rc<Self> {
        Rc::new(Self {
            place: Place::new(host),
            state: RefCell::new(state),
            language: Cell::new(language),
            parts: Default::default(),
            is_drawn: Cell::default(),
            is_over: Cell::default(),
        })
    }

    /// Takes in what happened, draws it, and does what is wanted.
    ///
    /// Whatever this calls may run code of the page, which may send more before this ends. So
    /// nothing is borrowed meanwhile, and effects hold no state.
    pub fn send(self: &Rc<Self>, message: Message) {
        if self.is_over.get() {
            // A timer, or a promise of the browser.
            return;
        }
        let effects = self.state.borrow_mut().update(message);
        self.redraw();
        for effect in effects {
            let answered = Rc::clone(self);
            effects::run(effect, &self.place, move |message| answered.send(message));
        }
    }

    /// Has its own words in another language from now on.
    pub fn set_language(&self, language: &'static Language) {
        self.language.set(language);
        self.redraw();
    }

    /// Reads from the state.
    pub fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.borrow())
    }

    /// Its host.
    pub fn host(&self) -> &H {
        self.place.host()
    }

    /// Takes the element in which the widget is drawn; the first one counts.
    pub fn draw_in(&self, root: Element) {
        self.place.draw_in(root);
    }

    /// Draws no more, and takes in no more.
    pub fn stop(&self) {
        self.is_over.set(true);
        for part in &self.parts {
            part.redraw.take();
        }
    }

    /// Has every part drawn again that would look another.
    fn redraw(&self) {
        let state = self.state.borrow();
        let versions = Versions::new(&state, self.language.get());
        for part in Part::ALL {
            let drawn = &self.parts[part as usize];
            // Nothing is compared before the widget is drawn for the first time.
            let Some(redraw) = &*drawn.redraw.borrow() else { continue };
            let version = versions.of(part);
            let is_same = version.is_some() && version == drawn.version.get();
            if !is_same || drawn.is_touched.get() {
                redraw.emit(());
            }
        }
    }
}

/// A part as it was drawn last.
#[derive(Default)]
struct Drawn {
    version: Cell<Option<u64>>,
    /// Whether a message came from it. A control that was touched may look other than the state says,
    /// also where the state stays as it was: a box that cannot be ticked, a text that is cut off.
    is_touched: Cell<bool>,
    redraw: RefCell<Option<Callback<()>>>,
}

impl<H: Host> Source for Runtime<H> {
    fn draw(self: Rc<Self>, part: Part) -> Html {
        let (state, language) = (self.state.borrow(), self.language.get());
        let drawn = &self.parts[part as usize];
        drawn.version.set(Versions::new(&state, language).of(part));
        drawn.is_touched.set(false);
        self.is_drawn.set(true);
        let touched = Rc::clone(&self);
        let send = Callback::from(move |message| {
            touched.parts[part as usize].is_touched.set(true);
            touched.send(message);
        });
        let source: Rc<dyn Source> = Rc::<Self>::clone(&self);
        view::draw(part, View { state: &state, language, send: &send, source: Some(&source) })
    }

    fn join(&self, part: Part, redraw: Callback<()>) {
        self.parts[part as usize].redraw.replace(Some(redraw));
    }

    fn drawn(&self) {
        if self.is_drawn.take() {
            self.place.drawn();
        }
    }
}

/// The properties of [`Widget`].
#[derive(Properties)]
pub struct WidgetProps<H: Host> {
    /// The widget to draw; none while the component waits for another one.
    pub runtime: Option<Rc<Runtime<H>>>,
}

impl<H: Host> PartialEq for WidgetProps<H> {
    fn eq(&self, other: &Self) -> bool {
        match (&self.runtime, &other.runtime) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// Draws a running widget.
pub struct Widget<H>(PhantomData<H>);

impl<H: Host> Component for Widget<H> {
    type Message = ();
    type Properties = WidgetProps<H>;

    fn create(_: &Context<Self>) -> Self {
        Self(PhantomData)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let Some(runtime) = ctx.props().runtime.clone() else { return Html::default() };
        let source: Rc<dyn Source> = runtime;
        html! { <Memo part={Part::Frame} {source} /> }
    }
}

/// The properties of [`Still`].
#[derive(Debug, Properties, PartialEq)]
pub struct StillProps {
    /// The language of the widget and of the letter.
    pub language: &'static Language,
}

/// Draws a widget that nobody has touched, for what is rendered before the program runs: nobody
/// hears what happens in it.
#[derive(Debug)]
pub struct Still;

impl Component for Still {
    type Message = ();
    type Properties = StillProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let StillProps { language } = *ctx.props();
        let (state, send) = (State::new(language), Callback::noop());
        view::draw(Part::Frame, View { state: &state, language, send: &send, source: None })
    }
}
