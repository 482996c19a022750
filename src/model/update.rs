//! The update function: from a message to a new state, and to the effects that are wanted.
//!
//! One update function for each noun, in a file of its own.

mod channels;
mod copy;
mod form;
mod hand_over;
mod history;
mod language;
mod letter;
mod linter;
mod people;
mod reminders;
mod storage;

use super::effect::{Effect, Event};
use super::message::Message;
use super::state::State;

impl State {
    /// Updates the state by what happened, and returns the effects that are wanted, in order.
    #[must_use]
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let before = self.progress();
        let mut effects = self.apply(message);
        effects.extend(self.sync_storage());
        effects.extend(self.sync_linter());
        let (done, total) = self.progress();
        if (done, total) != before {
            effects.push(Effect::Dispatch(Event::Checked(done, total)));
        }
        // The page's own code runs when an event is dispatched, and may do anything to this widget.
        let (events, mut wanted): (Vec<_>, Vec<_>) =
            effects.into_iter().partition(|it| matches!(it, Effect::Dispatch(_)));
        wanted.extend(events);
        wanted
    }

    fn apply(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Form(message) => return self.update_form(message),
            Message::Letter(message) => return self.update_letter(message),
            Message::Linter(message) => return self.update_linter(message),
            Message::Copy(message) => return self.update_copy(message),
            Message::Channel(message) => return self.update_channel(message),
            Message::Reminder(message) => return self.update_reminders(message),
            Message::People(message) => return self.update_people(message),
            Message::Storage(message) => return self.update_storage(message),
            Message::History(message) => return self.update_history(message),
            Message::Language(message) => return self.update_language(message),
            Message::HandedOver(entries) => return self.hand_over(entries),
            Message::Ticked(id, ticked) => {
                if self.language.checklist.iter().any(|it| it.id == id) {
                    self.checklist.set(&id, ticked);
                }
            }
            Message::Unfolded(panel, unfolded) => self.unfolded[panel as usize] = unfolded,
            Message::DetectedCapabilities(capabilities) => self.capabilities = capabilities,
        }
        Vec::new()
    }
}
