//! The state: everything that one widget knows. What can be derived from it is a method.

mod composed;
mod form;
mod letter;
mod people;
mod reminders;

use composed::Composed;
#[cfg(feature = "component")]
pub(crate) use composed::REFERRAL;

use super::attributes::Settings;
use super::checklist::Checklist;
use super::details::Details;
use super::draft::Draft;
use super::linter::Finding;
use super::linting::{Asked, LintRequest, RejectionRequest};
use super::message::{Capabilities, Panel};
use super::notice::Notice;
use super::people::People;
use super::rejection::Told;
use super::saved::Saved;
use super::short_message::ShortMessage;
use super::stored_draft::StoredDraft;
use super::undo::UndoStep;
use crate::content::{Field, Language};

/// Everything that one widget knows.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub(super) language: &'static Language,
    /// The tag of the language that the visitor chose for the letter, until it is loaded.
    pub(super) requested_language: Option<String>,
    pub(super) settings: Settings,
    pub(super) details: Details,
    pub(super) composed: Composed,
    pub(super) draft: Draft,
    pub(super) people: People,
    /// The findings that the visitor dismissed: the `id` of each one's rule, and its words.
    pub(super) dismissed: Vec<(String, String)>,
    /// What was asked of the tone linter about the letter, and about the note that is open.
    pub(super) letter_linting: Asked<Box<LintRequest>, Vec<Finding>>,
    pub(super) note_linting: Asked<Box<LintRequest>, Vec<Finding>>,
    /// What was asked of it about the pasted rejection.
    pub(super) rejection_reading: Asked<RejectionRequest, Told>,
    /// Whether the visitor has pasted something.
    pub(super) has_pasted: bool,
    pub(super) checklist: Checklist,
    /// The pasted rejection, for as long as the widget is there.
    pub(super) rejection: String,
    /// The text for the visitor's own eyes, which is never stored or copied.
    pub(super) private: String,
    pub(super) capabilities: Capabilities,
    /// Which of the notes with an invitation is shown.
    pub(super) short_message: ShortMessage,
    /// In how many months the visitor wants no reminder.
    pub(super) declined_reminders: Vec<u8>,
    /// Whether the draft is kept on the device.
    pub(super) keeps: bool,
    pub(super) stored: StoredDraft,
    pub(super) notice: Option<Notice>,
    /// Whether the visitor pressed to copy before the letter was ready, and has not again.
    pub(super) copy_waits: bool,
    /// How many copies were made, so that only the last one's notice expires.
    pub(super) copies: u32,
    pub(super) undo: Option<UndoStep>,
    /// The seed that was drawn for this visit.
    pub(super) chance: u32,
    pub(super) unfolded: [bool; Panel::ALL.len()],
}

impl State {
    /// A widget that nobody has touched, with a letter in this language.
    #[must_use]
    pub fn new(language: &'static Language) -> Self {
        Self {
            language,
            requested_language: None,
            settings: Settings::default(),
            details: Details::default(),
            composed: Composed::default(),
            draft: Draft::default(),
            people: People::default(),
            dismissed: Vec::new(),
            letter_linting: Asked::default(),
            note_linting: Asked::default(),
            rejection_reading: Asked::default(),
            has_pasted: false,
            checklist: Checklist::default(),
            rejection: String::new(),
            private: String::new(),
            capabilities: Capabilities::default(),
            short_message: ShortMessage::default(),
            declined_reminders: Vec::new(),
            keeps: false,
            stored: StoredDraft::default(),
            notice: None,
            copy_waits: false,
            copies: 0,
            undo: None,
            chance: 0,
            unfolded: [false; Panel::ALL.len()],
        }
    }

    /// The language of the letter.
    #[must_use]
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The tag of the letter's language as the visitor chose it, also while it is loaded.
    #[must_use]
    pub fn chosen_language(&self) -> &str {
        self.requested_language.as_deref().unwrap_or(&self.language.tag)
    }

    /// The settings by the page.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether a panel is unfolded.
    #[must_use]
    pub fn is_unfolded(&self, panel: Panel) -> bool {
        self.unfolded[panel as usize]
    }

    /// The capabilities of the device.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        self.capabilities
    }

    /// The ticks.
    #[must_use]
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    pub(super) fn progress(&self) -> (usize, usize) {
        self.checklist.progress(self.language.items(self.facts()))
    }

    /// Whether the draft is kept on the device.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.keeps
    }

    /// The notice in the live region.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// All that the visitor did.
    #[must_use]
    pub fn saved(&self) -> Saved {
        Saved {
            details: Saved::details(&self.details),
            seed: self.details.get(Field::Seed).to_owned(),
            draft: self.draft.clone(),
            people: self.people.clone(),
            checklist: self.checklist.clone(),
            dismissed: self.dismissed.clone(),
            rejection: self.rejection.clone(),
            private: self.private.clone(),
            short_message: self.short_message,
            declined_reminders: self.declined_reminders.clone(),
            keeps: self.keeps,
            key: self.stored.key.clone(),
        }
    }

    /// Whether there is a step to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.undo.is_some()
    }
}
