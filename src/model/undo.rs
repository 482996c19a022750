//! Undo: the last thing that was replaced, whatever it was, is one step away until the next is.

use super::State;
use super::letter::Letter;
use super::merge::merge;
use super::message::{Effect, Notice};
use super::people::People;
use super::saved::Saved;
use crate::content::Field;

/// The last replacement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Replaced {
    /// All that the visitor did, before it and after it, as it is saved.
    before: String,
    after: String,
    by: By,
}

/// Where a replacement came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum By {
    /// The visitor, in the letter or around it.
    Letter,
    /// The visitor, among the people one met.
    People,
    /// Another widget with the same draft.
    Another,
}

impl State {
    /// Changes something that the visitor may want back.
    pub(super) fn replace(
        &mut self,
        by: By,
        notice: Notice,
        change: impl FnOnce(&mut Self),
    ) -> Vec<Effect> {
        let before = self.saved().encode();
        change(self);
        self.remember(by, before);
        self.notice = Some(notice);
        let Letter { subject, body } = self.letter();
        let mut texts = vec![("subject", subject), ("body", body)];
        let note = self.people.open().and_then(|it| self.people.get(it));
        texts.extend(note.map(|it| ("note", self.note(it).body)));
        texts.extend(Field::TEXTS.map(|it| (it.name(), self.value(it).to_owned())));
        vec![Effect::Write(texts)]
    }

    /// Remembers what there was before a change, if there is something else now.
    pub(super) fn remember(&mut self, by: By, before: String) {
        let after = self.saved().encode();
        if before == after {
            return;
        }
        self.undo = Some(match self.undo.take() {
            // What others do step by step is one replacement, as long as nothing is done here.
            Some(Replaced { before: first, after: last, by: By::Another })
                if by == By::Another && last == before =>
            {
                Replaced { before: first, after, by }
            }
            _ => Replaced { before, after, by },
        });
    }

    /// Brings back what was replaced, and keeps what was done since where both fit. It is a
    /// replacement, too: where they do not, what was done since is one step away.
    pub(super) fn bring_back(&mut self) -> Vec<Effect> {
        let Some(Replaced { before, after, by }) = self.undo.take() else { return Vec::new() };
        let mut effects = self.replace(by, Notice::Undone, |state| {
            let (merged, _) = merge(&after, &before, &state.saved().encode());
            state.put_back(Saved::decode(&merged).unwrap_or_default());
        });
        effects.push(Effect::Focus("#undo".to_owned()));
        effects
    }

    /// The people who may come back.
    pub(super) fn removed_people(&self) -> People {
        let before = self.undo.as_ref().and_then(|it| Saved::decode(&it.before));
        before.unwrap_or_default().people
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.undo.is_some()
    }

    /// Whether the step to undo is about the people.
    #[must_use]
    pub fn undoes_people(&self) -> bool {
        self.undo.as_ref().is_some_and(|it| it.by == By::People)
    }
}
