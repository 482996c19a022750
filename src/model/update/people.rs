//! Updates of the people one met, and of the notes to them.

use crate::model::effect::Effect;
use crate::model::message::PeopleMessage;
use crate::model::notice::Notice;
use crate::model::people::People;
use crate::model::state::State;
use crate::model::undo::UndoScope;

impl State {
    pub(super) fn update_people(&mut self, message: PeopleMessage) -> Vec<Effect> {
        self.notice = None;
        let mut effects = Vec::new();
        let focus = match message {
            PeopleMessage::Added => {
                let removed = self.removed_people();
                self.people.add(&removed);
                "[name=person-name]"
            }
            PeopleMessage::Removed(voice) => {
                effects = self.replace_person(voice, Notice::Removed, People::remove);
                "#add-person"
            }
            PeopleMessage::Opened(voice) => {
                self.people.set_open(voice);
                if voice.is_none() {
                    return effects;
                }
                "[name=person][aria-expanded=true]"
            }
            PeopleMessage::Wrote(voice, field, value) => {
                self.people.change(voice, |it| it.write(field, value));
                return effects;
            }
            PeopleMessage::Edited(voice, body) => {
                self.edit_note(voice, body);
                return effects;
            }
            PeopleMessage::AcceptedNewText(voice) => {
                effects = self.replace_person(voice, Notice::NoteReplaced, People::compose_anew);
                "#undo"
            }
        };
        effects.push(Effect::Focus(focus.to_owned()));
        effects
    }

    fn replace_person(
        &mut self,
        voice: u8,
        notice: Notice,
        change: fn(&mut People, u8),
    ) -> Vec<Effect> {
        self.replace(UndoScope::People, notice, |it| change(&mut it.people, voice))
    }

    pub(super) fn edit_note(&mut self, voice: u8, body: String) {
        let (details, language) = (&self.details, self.language);
        self.people.change(voice, |it| {
            let composed = it.composed(details, language);
            let mut letter = it.draft.letter(composed.clone());
            letter.body = body;
            it.draft.edit(letter, composed);
        });
    }
}
