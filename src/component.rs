//! The components: they join the state to the view, and the effects to a host.

mod drawing;
mod good_sport;

pub use drawing::Drawing;
pub use good_sport::{GoodSport, GoodSportProps};

use std::cell::{Cell, RefCell};
use std::marker::PhantomData;
use std::rc::Rc;

use web_sys::Element;
use yew::{Callback, Component, Context, Html, Properties};

use crate::content::Language;
use crate::effects::{self, Host, Place};
use crate::model::{Message, State};
use crate::view::{self, Part, Source, View};

/// A running widget: what a host sends messages to and reads from.
///
/// Messages are taken in at once, inside the event that brought them: a browser lets a click
/// copy only while it lasts. Only the drawing waits, as Yew has it, for the microtask after.
pub struct Runtime<H> {
    place: Place<H>,
    state: RefCell<State>,
    language: Cell<&'static Language>,
    redraw: RefCell<Option<Callback<()>>>,
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
            redraw: RefCell::default(),
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
        self.redraw.take();
    }

    fn redraw(&self) {
        let redraw = self.redraw.borrow().clone();
        if let Some(redraw) = redraw {
            redraw.emit(());
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

/// Draws a running widget whenever its state has changed.
pub struct Widget<H> {
    send: Callback<Message>,
    source: Option<Rc<dyn Source>>,
    host: PhantomData<H>,
}

/// What the parts of a running widget are drawn from.
struct Live<H> {
    runtime: Rc<Runtime<H>>,
    send: Callback<Message>,
    touches: Rc<[Cell<u32>; Part::COUNT]>,
}

impl<H: Host> Source for Live<H> {
    fn draw(&self, part: Part) -> Html {
        let Self { runtime, send, touches } = self;
        let (send, touches) = (send.clone(), Rc::clone(touches));
        let send = Callback::from(move |message| {
            let count = &touches[part as usize];
            count.set(count.get().wrapping_add(1));
            send.emit(message);
        });
        runtime.read(|state| view::draw(part, state, runtime.language.get(), &send))
    }

    fn touches(&self, part: Part) -> u32 {
        self.touches[part as usize].get()
    }
}

impl<H: Host> Widget<H> {
    /// Sends what happens to the widget that is drawn, and hears from it when to draw.
    fn joined(ctx: &Context<Self>) -> Self {
        let Some(runtime) = ctx.props().runtime.clone() else {
            return Self { send: Callback::noop(), source: None, host: PhantomData };
        };
        runtime.redraw.replace(Some(ctx.link().callback(|()| ())));
        let sends = Rc::clone(&runtime);
        let send = Callback::from(move |message| sends.send(message));
        let source: Rc<dyn Source> =
            Rc::new(Live { runtime, send: send.clone(), touches: Rc::default() });
        Self { send, source: Some(source), host: PhantomData }
    }
}

impl<H: Host> Component for Widget<H> {
    type Message = ();
    type Properties = WidgetProps<H>;

    fn create(ctx: &Context<Self>) -> Self {
        Self::joined(ctx)
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &WidgetProps<H>) -> bool {
        *self = Self::joined(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().runtime {
            Some(runtime) => runtime.read(|state| {
                let source = self.source.as_ref();
                let language = runtime.language.get();
                view::widget(View { state, language, send: &self.send, source })
            }),
            None => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(runtime) = &ctx.props().runtime {
            runtime.place.drawn();
        }
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
        view::widget(View { state: &state, language, send: &send, source: None })
    }
}
