//! Parts: components that are drawn again only when what they are drawn from has changed. Most keys
//! change nothing in most parts, and a part that is drawn costs more than the letter.

use std::rc::Rc;

use yew::{Callback, Component, Context, Html, Properties, html};

use super::{Send, draw};
use crate::content::Language;
use crate::model::State;

/// A part of the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// What stands around the other parts.
    Frame,
    /// The form's title, and the panel for the rejection.
    Paste,
    /// The choices of what happened.
    Outcome,
    /// The field for the company.
    Company,
    /// The field for the role.
    Role,
    /// The field for the recipient.
    Recipient,
    /// The field for the sender.
    Sender,
    /// The field for the highlight.
    Highlight,
    /// The letter, and the line of the tone linter.
    Letter,
    /// The tone and the length, and what few people need.
    Further,
    /// The buttons below the letter, the notice and the choice of its language.
    Actions,
    /// The panels below the letter.
    Panels,
    /// The checklist.
    Checklist,
    /// The foot.
    Foot,
}

impl Part {
    /// All of them, each at its own index.
    pub(crate) const ALL: [Self; 14] = [
        Self::Frame,
        Self::Paste,
        Self::Outcome,
        Self::Company,
        Self::Role,
        Self::Recipient,
        Self::Sender,
        Self::Highlight,
        Self::Letter,
        Self::Further,
        Self::Actions,
        Self::Panels,
        Self::Checklist,
        Self::Foot,
    ];
}

/// What parts are drawn from.
pub(crate) trait Source {
    /// Draws a part as the state is now.
    fn draw(self: Rc<Self>, part: Part) -> Html;

    /// Takes what has a part drawn again; the source calls it whenever the part would look another.
    fn join(&self, part: Part, redraw: Callback<()>);

    /// Hears that all parts are drawn.
    fn drawn(&self);
}

/// The properties of [`Memo`].
#[derive(Properties)]
pub(crate) struct MemoProps {
    pub(crate) part: Part,
    pub(crate) source: Rc<dyn Source>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.part == other.part && Rc::ptr_eq(&self.source, &other.source)
    }
}

/// Draws a part, again only when its source says so: what stands around it is not compared.
pub(crate) struct Memo;

impl Memo {
    fn join(ctx: &Context<Self>) {
        let MemoProps { part, source } = ctx.props();
        source.join(*part, ctx.link().callback(|()| ()));
    }
}

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(ctx: &Context<Self>) -> Self {
        Self::join(ctx);
        Self
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &MemoProps) -> bool {
        Self::join(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let MemoProps { part, source } = ctx.props();
        Rc::clone(source).draw(*part)
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        ctx.props().source.drawn();
    }
}

/// All that a view is drawn from.
#[derive(Clone, Copy)]
pub(crate) struct View<'a> {
    /// The state.
    pub(crate) state: &'a State,
    /// The language of the widget's own words.
    pub(crate) language: &'static Language,
    /// Where events go.
    pub(crate) send: &'a Send,
    /// What parts are drawn from later; none where all is drawn at once.
    pub(crate) source: Option<&'a Rc<dyn Source>>,
}

impl View<'_> {
    /// Draws a part, now or when Yew asks for it.
    pub(super) fn part(self, part: Part) -> Html {
        match self.source {
            None => draw(part, self),
            Some(source) => html! { <Memo {part} source={Rc::clone(source)} /> },
        }
    }
}
