//! Updates of the undo history: replacements are remembered, and undone.

use crate::content::Field;
use crate::model::draft::Draft;
use crate::model::effect::Effect;
use crate::model::letter::Letter;
use crate::model::merge::merge;
use crate::model::message::HistoryMessage;
use crate::model::notice::Notice;
use crate::model::people::People;
use crate::model::saved::Saved;
use crate::model::state::State;
use crate::model::undo::{UndoScope, UndoStep};

impl State {
    pub(super) fn update_history(&mut self, message: HistoryMessage) -> Vec<Effect> {
        match message {
            HistoryMessage::Undid => self.undo(),
            HistoryMessage::StartedOver => self.start_over(),
            HistoryMessage::Reset => {
                self.restore(Saved::default());
                self.undo = None;
                self.notice = None;
                self.forget()
            }
        }
    }

    /// Replaces something that the visitor may want back.
    pub(super) fn replace(
        &mut self,
        scope: UndoScope,
        notice: Notice,
        change: impl FnOnce(&mut Self),
    ) -> Vec<Effect> {
        let before = self.saved().encode();
        change(self);
        self.replaced(scope, notice, before)
    }

    /// Remembers a replacement, and writes into the fields what is new: apart from the change, so that
    /// there is one of it in the wasm.
    fn replaced(&mut self, scope: UndoScope, notice: Notice, before: String) -> Vec<Effect> {
        self.remember(scope, before);
        self.notice = Some(notice);
        let Letter { subject, body } = self.letter();
        let mut texts = vec![("subject", subject), ("body", body)];
        let note = self.people.open().and_then(|it| self.people.get(it));
        texts.extend(note.map(|it| ("note", self.note(it).body)));
        texts.extend(Field::TEXTS.map(|it| (it.name(), self.value(it))));
        vec![Effect::WriteFields(texts)]
    }

    /// Remembers what there was before a change, if there is something else now.
    pub(super) fn remember(&mut self, scope: UndoScope, before: String) {
        let after = self.saved().encode();
        if before != after {
            self.undo = Some(UndoStep::new(scope, before, after, self.undo.take()));
        }
    }

    /// Undoes the last replacement, and keeps what was done since where both fit. This is a
    /// replacement, too: where they do not fit, what was done since can be brought back.
    fn undo(&mut self) -> Vec<Effect> {
        let Some(UndoStep { before, after, scope }) = self.undo.take() else { return Vec::new() };
        let mut effects = self.replace(scope, Notice::Undone, |state| {
            let (merged, _) = merge(&after, &before, &state.saved().encode());
            state.restore(Saved::decode(&merged).unwrap_or_default());
        });
        effects.push(Effect::Focus("#undo".to_owned()));
        effects
    }

    fn start_over(&mut self) -> Vec<Effect> {
        let change = |it: &mut Self| it.restore(Saved::default());
        let mut effects = self.replace(UndoScope::Letter, Notice::StartedOver, change);
        effects.extend(self.forget());
        // On a phone it is far from what was pressed.
        effects.push(Effect::Focus("#undo".to_owned()));
        effects
    }

    /// Has all that was saved in place of what there is.
    pub(super) fn restore(&mut self, saved: Saved) {
        self.details.clear();
        for (field, value) in saved.details {
            self.details.write(field, value);
        }
        if saved.seed != self.details.given(Field::Seed) && !saved.seed.is_empty() {
            self.details.write(Field::Seed, saved.seed);
        }
        self.draft = saved.draft;
        if self.draft.letter(self.composed()) == self.composed() {
            self.draft = Draft::Composed;
        }
        self.people.replace(saved.people);
        self.checklist = saved.checklist;
        self.dismissed = saved.dismissed;
        self.rejection = saved.rejection;
        self.private = saved.private;
        self.short_message = saved.short_message;
        self.declined_reminders = saved.declined_reminders;
        self.keeps = saved.keeps && self.settings.may_keep;
    }

    /// The people whom an undo may bring back.
    pub(super) fn removed_people(&self) -> People {
        let before = self.undo.as_ref().and_then(|it| Saved::decode(&it.before));
        before.unwrap_or_default().people
    }
}
