//! Updates of the letter: edits, and the new text in place of an edited one.

use crate::content::Field;
use crate::model::draft::Draft;
use crate::model::effect::Effect;
use crate::model::letter::Letter;
use crate::model::message::LetterMessage;
use crate::model::notice::Notice;
use crate::model::state::State;
use crate::model::text::digits;
use crate::model::undo::UndoScope;

impl State {
    pub(super) fn update_letter(&mut self, message: LetterMessage) -> Vec<Effect> {
        match message {
            LetterMessage::EditedSubject(subject) => {
                self.edit(Letter { subject, ..self.letter() });
            }
            LetterMessage::EditedBody(body) => self.edit(Letter { body, ..self.letter() }),
            LetterMessage::AcceptedNewText => {
                let change = |it: &mut Self| it.draft = Draft::Composed;
                let mut effects = self.replace(UndoScope::Letter, Notice::Replaced, change);
                effects.push(Effect::Focus("#undo".to_owned()));
                return effects;
            }
            LetterMessage::WantedAnotherWording => return self.word_anew(),
        }
        Vec::new()
    }

    /// Goes on to the next seed; an edited letter is never touched.
    fn word_anew(&mut self) -> Vec<Effect> {
        if self.draft != Draft::Composed {
            return Vec::new();
        }
        let seed: u32 = self.details.get(Field::Seed).parse().unwrap_or_default();
        let next = digits(seed.wrapping_add(1) as usize);
        self.replace(UndoScope::Letter, Notice::Replaced, |it| it.details.write(Field::Seed, next))
    }

    pub(super) fn edit(&mut self, letter: Letter) {
        self.draft.edit(letter, self.composed());
        self.notice = None;
    }
}
