//! The people one met as the state has them, and the notes to them.

use super::State;
use crate::model::letter::Letter;
use crate::model::people::{People, Person};
use crate::model::undo::UndoScope;

impl State {
    /// The people one met.
    #[must_use]
    pub fn people(&self) -> &People {
        &self.people
    }

    /// The note to one of them as it stands.
    #[must_use]
    pub fn note(&self, person: &Person) -> Letter {
        person.draft.letter(person.composed(&self.details, self.language))
    }

    /// Whether the form has a new text to offer for an edited note.
    #[must_use]
    pub fn has_offer_for(&self, person: &Person) -> bool {
        person.draft.has_offer(&person.composed(&self.details, self.language))
    }

    /// Whether the step to undo is about the people.
    #[must_use]
    pub fn undoes_people(&self) -> bool {
        self.undo.as_ref().is_some_and(|it| it.scope == UndoScope::People)
    }
}
