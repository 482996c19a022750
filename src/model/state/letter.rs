//! The letter as the state has it: composed or edited, and what the tone linter finds in it.

use super::State;
use crate::content::Field;
use crate::model::draft::Draft;
use crate::model::letter::Letter;
use crate::model::linter::{Finding, Linter};
use crate::model::short_message::ShortMessage;

impl State {
    /// The letter as it stands: what is shown is what will be copied.
    #[must_use]
    pub fn letter(&self) -> Letter {
        self.draft.letter(self.composed())
    }

    pub(in crate::model) fn composed(&self) -> Letter {
        Letter::compose(&self.details, self.language)
    }

    /// Whether the visitor wanted to copy the letter before it was ready, and has not since.
    #[must_use]
    pub fn copy_waits(&self) -> bool {
        self.copy_waits
    }

    /// Whether the letter is in the visitor's own words.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.draft != Draft::Composed
    }

    /// Whether the form has a new text to offer for an edited letter.
    #[must_use]
    pub fn has_offer(&self) -> bool {
        // Composed only where there is something to compare it with: this is asked at every key.
        self.is_edited() && self.draft.has_offer(&self.composed())
    }

    /// The findings of the tone linter in the letter as it stands, in the order of the text.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let own = Field::TEXTS.into_iter().any(|field| !self.details.get(field).is_empty());
        if !own && !self.is_edited() {
            // The letter that everybody gets was read before.
            return Vec::new();
        }
        let linter = self.linter.get_or_init(|| Linter::new(self.language));
        let body = self.letter().body;
        let mut findings = linter.read(&body, &self.details);
        findings.retain(|it| {
            let is_it = |(id, words): &(String, String)| {
                *id == it.rule.id && *words == body[it.span.clone()]
            };
            !self.dismissed.iter().any(is_it)
        });
        findings
    }

    /// Which of the notes with an invitation is shown.
    #[must_use]
    pub fn chosen_short_message(&self) -> ShortMessage {
        self.short_message
    }

    /// The text of a short message.
    #[must_use]
    pub fn short_message(&self, which: ShortMessage) -> String {
        which.text(&self.details, self.language)
    }
}
