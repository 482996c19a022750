//! The form as the state has it: the values of its fields, facts, and hints from a pasted rejection.

use super::State;
use crate::content::{Facts, Field, Language};
use crate::model::rejection::{Hints, hints};

impl State {
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
    pub(in crate::model) fn stated_facts(&self) -> Facts {
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

    /// The rejection, as the visitor pasted it.
    #[must_use]
    pub fn rejection(&self) -> &str {
        &self.rejection
    }

    /// Hints from it for the form; `None` before it was read. The company of the form is no person to
    /// write to.
    #[must_use]
    pub fn hints(&self) -> Option<Hints> {
        let (request, told) = self.rejection_reading.answered()?;
        if request.tag != self.language.tag {
            return None;
        }
        let mut hints = hints(told, self.language);
        let company = self.details.get(Field::Company);
        hints.facts = hints.facts.filter(|it| *it != self.stated_facts());
        hints.name = hints.name.filter(|it| !it.eq_ignore_ascii_case(company));
        Some(hints)
    }

    /// The text for the visitor's own eyes.
    #[must_use]
    pub fn private(&self) -> &str {
        &self.private
    }
}
