//! The composed letter, kept from one question to the next: several parts of the view ask for it at every
//! key, and few keys change the form.

use std::cell::RefCell;

use super::State;
use crate::content::Language;
use crate::model::composition::Wordings;
use crate::model::details::Details;
use crate::model::letter::Letter;

/// The letter that was composed last, what of, and the wordings that it was composed with.
#[derive(Debug, Default)]
pub(in crate::model) struct Composed {
    last: RefCell<Option<(Details, &'static str, Letter)>>,
    wordings: RefCell<Wordings<'static>>,
}

impl Composed {
    fn get(&self, details: &Details, language: &'static Language) -> Letter {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((made_of, tag, letter)) if made_of == details && *tag == language.tag => {
                letter.clone()
            }
            _ => {
                let wordings = &mut self.wordings.borrow_mut();
                let letter = Letter::compose_anew(details, language, wordings);
                *last = Some((details.clone(), &language.tag, letter.clone()));
                letter
            }
        }
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
        self.composed.get(&self.details, self.language)
    }
}
