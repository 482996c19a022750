//! The one component: it joins the state to the view, and the effects to the browser.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties};

use crate::browser::{self, Page};
use crate::content::Language;
use crate::model::{Message, State};
use crate::view;

/// A running widget, from the page's side.
///
/// Messages are taken in at once, inside the event that brought them: a browser lets a click
/// copy only while it lasts. Only the drawing waits, as Yew has it, for the microtask after.
pub(crate) struct Runtime {
    page: Page,
    state: RefCell<State>,
    language: Cell<&'static Language>,
    redraw: RefCell<Option<Callback<()>>>,
    /// Whether it was taken out of the page for good.
    is_over: Cell<bool>,
}

impl Runtime {
    /// A widget that speaks one language and writes letters in another.
    pub(crate) fn new(page: Page, language: &'static Language, state: State) -> Rc<Self> {
        Rc::new(Self {
            page,
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
    pub(crate) fn send(self: &Rc<Self>, message: Message) {
        if self.is_over.get() {
            // A timer, or a promise of the browser.
            return;
        }
        let effects = self.state.borrow_mut().update(message);
        self.redraw();
        for effect in effects {
            let answered = Rc::clone(self);
            browser::run(effect, &self.page, move |message| answered.send(message));
        }
    }

    /// Speaks another language from now on.
    pub(crate) fn speak(&self, language: &'static Language) {
        self.language.set(language);
        self.redraw();
    }

    /// Reads from the state.
    pub(crate) fn read<T>(&self, read: impl FnOnce(&State) -> T) -> T {
        read(&self.state.borrow())
    }

    /// What is shared with the browser's side.
    pub(crate) fn page(&self) -> &Page {
        &self.page
    }

    /// Draws no more, and takes in no more.
    pub(crate) fn stop(&self) {
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

/// What the component needs.
#[derive(Properties)]
pub(crate) struct Props {
    /// The widget to draw; none while the component waits for another one.
    pub(crate) runtime: Option<Rc<Runtime>>,
}

impl PartialEq for Props {
    fn eq(&self, other: &Self) -> bool {
        match (&self.runtime, &other.runtime) {
            (Some(one), Some(other)) => Rc::ptr_eq(one, other),
            (one, other) => one.is_none() && other.is_none(),
        }
    }
}

/// Draws a widget whenever its state has changed.
pub(crate) struct App {
    send: Callback<Message>,
}

impl App {
    /// Sends what happens to the widget that is drawn, and hears from it when to draw.
    fn joined(ctx: &Context<Self>) -> Self {
        let Some(runtime) = ctx.props().runtime.clone() else {
            return Self { send: Callback::noop() };
        };
        runtime.redraw.replace(Some(ctx.link().callback(|()| ())));
        Self { send: Callback::from(move |message| runtime.send(message)) }
    }
}

impl Component for App {
    type Message = ();
    type Properties = Props;

    fn create(ctx: &Context<Self>) -> Self {
        Self::joined(ctx)
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &Props) -> bool {
        *self = Self::joined(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        match &ctx.props().runtime {
            Some(runtime) => {
                runtime.read(|state| view::widget(state, runtime.language.get(), &self.send))
            }
            None => Html::default(),
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        if let Some(runtime) = &ctx.props().runtime {
            runtime.page.drawn();
        }
    }
}
