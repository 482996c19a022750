//! Parts: components that are drawn again only when what they are drawn from has changed. Most keys
//! change nothing in most parts, and a part that is drawn costs more than the letter.

#[cfg(test)]
mod tests;

use std::rc::Rc;

use yew::{Component, Context, Html, Properties, html};

use super::{Send, draw, version};
use crate::content::Language;
use crate::model::State;

/// A part of the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// The form's title, and the panel for the rejection.
    Paste,
    /// The choices of what happened.
    Outcome,
    /// The fields before the letter.
    Fields,
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
    /// How many there are.
    pub(crate) const COUNT: usize = Self::Foot as usize + 1;
}

/// What parts are drawn from, whenever Yew asks for them.
pub(crate) trait Source {
    /// Draws a part as the state is now.
    fn draw(&self, part: Part) -> Html;

    /// How many messages came from the part. A control that was touched may look other than the state
    /// says, also where the state stays as it was: a box that cannot be ticked, a text that is cut off.
    fn touches(&self, part: Part) -> u32;
}

/// The properties of [`Memo`].
#[derive(Properties)]
pub(crate) struct MemoProps {
    part: Part,
    version: Option<u64>,
    touches: u32,
    source: Rc<dyn Source>,
}

impl PartialEq for MemoProps {
    fn eq(&self, other: &Self) -> bool {
        self.part == other.part
            && self.version.is_some()
            && self.version == other.version
            && self.touches == other.touches
            && Rc::ptr_eq(&self.source, &other.source)
    }
}

/// Draws a part, again when its version is another, or when it was touched.
struct Memo;

impl Component for Memo {
    type Message = ();
    type Properties = MemoProps;

    fn create(_: &Context<Self>) -> Self {
        Self
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        ctx.props().source.draw(ctx.props().part)
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
    pub(super) fn part(&self, part: Part) -> Html {
        let Self { state, language, send, source } = *self;
        match source {
            None => draw(part, state, language, send),
            Some(source) => {
                let version = version(part, state, language);
                let touches = source.touches(part);
                html! { <Memo {part} {version} {touches} source={Rc::clone(source)} /> }
            }
        }
    }
}
