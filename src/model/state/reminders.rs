//! The reminders as the state has them, and the texts to begin and to answer with.

use super::State;
use crate::content::{Prompt, Reply};
use crate::model::composition::Writer;
use crate::model::letter::fill;

impl State {
    /// Whether the visitor wants to be reminded in so many months.
    #[must_use]
    pub fn reminds_in(&self, months: u8) -> bool {
        !self.declined_reminders.contains(&months)
    }

    /// Whether there is a reminder to save: calendars refuse a file without one.
    #[must_use]
    pub fn has_reminders(&self) -> bool {
        self.language.reminders.iter().any(|it| self.reminds_in(it.months))
    }

    /// Sentences to begin with when it is time to write again.
    #[must_use]
    pub fn reminder_text(&self, prompt: &Prompt) -> String {
        let writer = Writer::letter(&self.details, self.language);
        writer.wording_in(&prompt.moves, "begin").unwrap_or_default()
    }

    /// The text of a reply to their answer.
    #[must_use]
    pub fn reply_text(&self, reply: &Reply) -> String {
        fill(&reply.text, &self.details, self.language).unwrap_or_default()
    }
}
