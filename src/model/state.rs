//! The state: everything that one widget knows. What can be derived from it is a method.

use std::cell::OnceCell;

use super::attributes::Settings;
use super::checklist::Checklist;
use super::composition::Writer;
use super::details::Details;
use super::draft::Draft;
use super::letter::{Letter, fill};
use super::linter::{Finding, Linter, general_fields};
use super::message::{Capabilities, Panel};
use super::notice::Notice;
use super::people::{People, Person};
use super::rejection::{Hints, hints};
use super::saved::Saved;
use super::short_message::ShortMessage;
use super::stored_draft::StoredDraft;
use super::undo::{UndoScope, UndoStep};
use crate::content::{Facts, Field, Language, Prompt, Reply};

/// Everything that one widget knows.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    pub(super) language: &'static Language,
    /// Made when it has something to read.
    pub(super) linter: OnceCell<Linter>,
    /// The tag of the language that the visitor chose for the letter, until it is loaded.
    pub(super) requested_language: Option<String>,
    pub(super) settings: Settings,
    pub(super) details: Details,
    pub(super) draft: Draft,
    pub(super) people: People,
    /// The findings that the visitor dismissed: the `id` of each one's rule, and its words.
    pub(super) dismissed: Vec<(String, String)>,
    pub(super) checklist: Checklist,
    /// The pasted rejection, for as long as the widget is there.
    pub(super) rejection: String,
    /// What the visitor wrote for their own eyes, which is never stored or copied.
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
            linter: OnceCell::new(),
            requested_language: None,
            settings: Settings::default(),
            details: Details::default(),
            draft: Draft::default(),
            people: People::default(),
            dismissed: Vec::new(),
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

    /// The value of a field as the form shows it.
    #[must_use]
    pub fn value(&self, field: Field) -> String {
        let (value, language) = (self.details.get(field), self.language);
        let shown = match field {
            Field::Tone => &language.tone(value).id,
            Field::Length => &language.length(value).id,
            Field::Ask => &language.ask(value, self.facts()).id,
            Field::Situation => return self.facts().to_text(language),
            Field::Company
            | Field::Role
            | Field::Recipient
            | Field::Sender
            | Field::Highlight
            | Field::Referrer
            | Field::Retention
            | Field::Seed => value,
        };
        shown.to_owned()
    }

    /// The facts as the page and the visitor stated them.
    pub(super) fn stated_facts(&self) -> Facts {
        Facts::parse(self.details.get(Field::Situation), self.language).0
    }

    /// The facts that the letter heeds.
    #[must_use]
    pub fn facts(&self) -> Facts {
        self.stated_facts().heeded(self.language)
    }

    /// The same as a set of another language.
    #[must_use]
    pub fn facts_in(&self, language: &Language) -> Facts {
        Facts::parse(&self.facts().to_text(self.language), language).0
    }

    /// The letter as it stands: what is shown is what will be copied.
    #[must_use]
    pub fn letter(&self) -> Letter {
        self.draft.letter(self.composed())
    }

    pub(super) fn composed(&self) -> Letter {
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

    /// Whether a panel is unfolded.
    #[must_use]
    pub fn is_unfolded(&self, panel: Panel) -> bool {
        self.unfolded[panel as usize]
    }

    /// The fields in which the letter is still general.
    #[must_use]
    pub fn general_fields(&self) -> Vec<Field> {
        general_fields(&self.details, self.language)
    }

    /// What the tone linter points out in the letter as it stands, in the order of the text.
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

    /// The rejection, as the visitor pasted it.
    #[must_use]
    pub fn rejection(&self) -> &str {
        &self.rejection
    }

    /// Hints from it for the form. The company of the form is no person to write to.
    #[must_use]
    pub fn hints(&self) -> Hints {
        let mut hints = hints(&self.rejection, self.language);
        let company = self.details.get(Field::Company);
        hints.facts = hints.facts.filter(|it| *it != self.stated_facts());
        hints.name = hints.name.filter(|it| !it.eq_ignore_ascii_case(company));
        hints
    }

    /// What the device can do.
    #[must_use]
    pub fn capabilities(&self) -> Capabilities {
        self.capabilities
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

    /// What to write in so many months, to begin with.
    #[must_use]
    pub fn reminder_text(&self, prompt: &Prompt) -> String {
        let writer = Writer::letter(&self.details, self.language);
        writer.wording_in(&prompt.moves, "begin").unwrap_or_default()
    }

    /// What to write back when they answer.
    #[must_use]
    pub fn reply_text(&self, reply: &Reply) -> String {
        fill(&reply.text, &self.details, self.language).unwrap_or_default()
    }

    /// What the form says where some facts hold, by the name that it has in a language file.
    #[must_use]
    pub fn guidance(&self, name: &str) -> Option<String> {
        let writer = Writer::letter(&self.details, self.language);
        writer.wording_in(&self.language.guidance, name)
    }

    /// What the visitor wrote for their own eyes.
    #[must_use]
    pub fn private(&self) -> &str {
        &self.private
    }

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

    /// Whether the step to undo is about the people.
    #[must_use]
    pub fn undoes_people(&self) -> bool {
        self.undo.as_ref().is_some_and(|it| it.scope == UndoScope::People)
    }
}
