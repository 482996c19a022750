//! The composed letter, kept from one question to the next: several parts of the view ask for it at every
//! key, and few keys change the form.

use std::cell::RefCell;

use super::State;
use crate::content::{Field, Language};
use crate::model::composition::{Prepared, Writer};
use crate::model::details::Details;
use crate::model::letter::Letter;

/// The fact for which the form asks who recommended the writer.
pub(crate) const REFERRAL: &str = "referral";

/// What was composed last.
#[derive(Debug, Default)]
pub(in crate::model) struct Composed(RefCell<Option<Composition>>);

/// A letter, and what it was composed with.
#[derive(Debug)]
struct Composition {
    prepared: Prepared<'static>,
    letter: Letter,
    /// The guidance of the form by its names in a language file.
    guidance: Vec<(&'static str, Option<String>)>,
}

impl Composition {
    fn new(details: &Details, language: &'static Language, before: Prepared<'static>) -> Self {
        let writer = Writer::letter_after(details, language, before);
        let texts = &language.guidance;
        let guidance = texts.0.iter().map(|(name, _)| name.as_str());
        let guidance = guidance.map(|name| (name, writer.wording_in(texts, name))).collect();
        let letter = Letter::written_by(&writer);
        Self { letter, guidance, prepared: writer.into_prepared() }
    }
}

impl Composed {
    fn read<T>(
        &self,
        details: &Details,
        language: &'static Language,
        read: impl FnOnce(&Composition) -> T,
    ) -> T {
        let mut last = self.0.borrow_mut();
        let composition = match last.take() {
            Some(it) if it.prepared.is_for(details, language) => it,
            other => {
                let before = other.map(|it| it.prepared).unwrap_or_default();
                Composition::new(details, language, before)
            }
        };
        read(last.insert(composition))
    }
}

/// It says nothing that the rest of a state does not.
impl PartialEq for Composed {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Clone for Composed {
    fn clone(&self) -> Self {
        Self::default()
    }
}

impl State {
    /// The letter as the form makes it.
    pub(in crate::model) fn composed(&self) -> Letter {
        self.composed.read(&self.details, self.language, |it| it.letter.clone())
    }

    /// The fields that are still empty, so that the letter speaks in general words.
    #[must_use]
    pub fn general_fields(&self) -> Vec<Field> {
        let names_referrer = self.facts().has(REFERRAL, self.language);
        let is_asked = |it: &Field| *it != Field::Referrer || names_referrer;
        self.composed.read(&self.details, self.language, |it| {
            let fields = Field::TEXTS.into_iter().filter(is_asked);
            fields.filter(|field| !it.prepared.says(*field)).collect()
        })
    }

    /// The guidance of the form where some facts hold, by its name in a language file.
    #[must_use]
    pub fn guidance(&self, name: &str) -> Option<String> {
        self.composed.read(&self.details, self.language, |it| {
            it.guidance.iter().find(|(known, _)| *known == name)?.1.clone()
        })
    }
}
