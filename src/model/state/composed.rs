//! The composed letter, kept from one question to the next: several parts of the view ask for it at every
//! key, and few keys change the form.

use std::cell::RefCell;

use super::State;
use crate::content::Language;
use crate::model::composition::{Wordings, Writer};
use crate::model::details::Details;
use crate::model::letter::Letter;

/// What was composed last.
#[derive(Debug, Default)]
pub(in crate::model) struct Composed(RefCell<Option<Composition>>);

/// A letter, what of it was composed, and what with.
#[derive(Debug)]
struct Composition {
    details: Details,
    tag: &'static str,
    wordings: Wordings<'static>,
    letter: Letter,
    /// The guidance of the form by its names in a language file.
    guidance: Vec<(&'static str, Option<String>)>,
}

impl Composition {
    fn new(details: &Details, language: &'static Language, wordings: Wordings<'static>) -> Self {
        let writer = Writer::letter(details, language).with(wordings);
        let texts = &language.guidance;
        let guidance = texts.0.iter().map(|(name, _)| name.as_str());
        let guidance = guidance.map(|name| (name, writer.wording_in(texts, name))).collect();
        let (details, letter) = (details.clone(), Letter::written_by(&writer));
        Self { details, tag: &language.tag, letter, guidance, wordings: writer.into_wordings() }
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
            Some(it) if it.details == *details && it.tag == &*language.tag => it,
            other => {
                let wordings = other.map(|it| it.wordings).unwrap_or_default();
                Composition::new(details, language, wordings)
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

    /// The guidance of the form where some facts hold, by its name in a language file.
    #[must_use]
    pub fn guidance(&self, name: &str) -> Option<String> {
        self.composed.read(&self.details, self.language, |it| {
            it.guidance.iter().find(|(known, _)| *known == name)?.1.clone()
        })
    }
}
