//! The letter as the state has it: composed or edited, and what the tone linter finds in it.

use super::State;
use crate::model::draft::Draft;
use crate::model::letter::Letter;
use crate::model::linter::Finding;
use crate::model::linting::{LintTarget, carried};
use crate::model::short_message::ShortMessage;

impl State {
    /// The letter as it stands: what is shown is what will be copied.
    #[must_use]
    pub fn letter(&self) -> Letter {
        self.draft.letter(self.composed())
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

    /// Whether a text is in the visitor's own words.
    #[must_use]
    pub fn is_own(&self, target: LintTarget) -> bool {
        match target {
            LintTarget::Letter => self.is_edited(),
            LintTarget::Note(voice) => {
                self.people.get(voice).is_some_and(|it| it.draft != Draft::Composed)
            }
        }
    }

    /// Whether the form has a new text to offer for an edited letter.
    #[must_use]
    pub fn has_offer(&self) -> bool {
        // Composed only where there is something to compare it with: this is asked at every key.
        self.is_edited() && self.draft.has_offer(&self.composed())
    }

    /// The findings of the tone linter in the letter as it stands, in the order of the text: nothing
    /// before it has read it.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        self.findings_in(LintTarget::Letter).unwrap_or_default()
    }

    /// The findings in a text; `None` before it was read.
    #[must_use]
    pub fn findings_in(&self, target: LintTarget) -> Option<Vec<Finding>> {
        let linting = match target {
            LintTarget::Letter => &self.letter_linting,
            LintTarget::Note(_) => &self.note_linting,
        };
        let (request, findings) = linting.answered()?;
        if request.target != target || request.tag != self.language.tag {
            return None;
        }
        let text = self.text_of(target);
        let mut findings = carried(findings, &request.text, &text);
        findings.retain(|it| {
            let is_it =
                |(id, words): &(String, String)| *id == it.id && *words == text[it.span.clone()];
            !self.dismissed.iter().any(is_it)
        });
        Some(findings)
    }

    /// The body of the letter, or of a note.
    pub(in crate::model) fn text_of(&self, target: LintTarget) -> String {
        match target {
            LintTarget::Letter => self.letter().body,
            LintTarget::Note(voice) => {
                self.people.get(voice).map(|it| self.note(it).body).unwrap_or_default()
            }
        }
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
