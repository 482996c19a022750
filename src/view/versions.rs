//! Versions: what tells whether a part would look other than it was drawn last.

#[cfg(test)]
mod tests;

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::{Part, form, letter};
use crate::content::{Facts, Field, Language};
use crate::model::{Panel, State, Webmail};

/// The versions of all parts, as a state is now.
pub(crate) struct Versions<'a> {
    state: &'a State,
    facts: Facts,
    /// Of what all parts are drawn from.
    common: DefaultHasher,
}

impl<'a> Versions<'a> {
    /// The versions of what is drawn in this language.
    pub(crate) fn new(state: &'a State, language: &'static Language) -> Self {
        let mut common = DefaultHasher::new();
        (&language.tag, &state.language().tag, state.settings()).hash(&mut common);
        Self { state, facts: state.facts(), common }
    }

    /// A hash of all that a part is drawn from; `None` where that is nearly everything.
    pub(crate) fn of(&self, part: Part) -> Option<u64> {
        let state = self.state;
        let hash = &mut self.common.clone();
        let value = |field| state.value(field);
        match part {
            Part::Frame => {}
            Part::Paste => {
                (state.is_unfolded(Panel::Rejection), state.rejection(), state.hints()).hash(hash);
            }
            Part::Outcome => self.facts.hash(hash),
            Part::Company => value(Field::Company).hash(hash),
            Part::Role => value(Field::Role).hash(hash),
            Part::Recipient => value(Field::Recipient).hash(hash),
            Part::Sender => value(Field::Sender).hash(hash),
            Part::Highlight => {
                (value(Field::Highlight), form::GUIDANCE.map(|it| state.guidance(it))).hash(hash);
            }
            Part::Letter => return None,
            Part::Further => {
                let fields = [Field::Tone, Field::Length, Field::Ask, Field::Retention];
                (self.facts, fields.map(value), value(Field::Referrer)).hash(hash);
                (state.is_unfolded(Panel::More), state.guidance(form::REPLY)).hash(hash);
            }
            Part::Actions => {
                (state.notice(), state.copy_waits(), state.is_edited(), state.chosen_language())
                    .hash(hash);
                Webmail::App.holds(&state.letter()).hash(hash);
            }
            Part::Panels => {
                if letter::PANELS.iter().any(|it| state.is_unfolded(*it)) {
                    return None;
                }
            }
            Part::Checklist => (self.facts, state.checklist(), state.private()).hash(hash),
            Part::Foot => state.keeps().hash(hash),
        }
        Some(hash.finish())
    }
}
