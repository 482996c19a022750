//! Form values: those that the page gave, and those that the visitor wrote over them.

use crate::content::Field;
use crate::content::encoded::{decode, encode};

/// The values of the form. What the visitor wrote hides what the page gave, and outlives it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Details {
    given: [String; Field::ALL.len()],
    own: [Option<String>; Field::ALL.len()],
}

impl Details {
    /// The value of a field: the visitor's own, else the page's, else nothing.
    #[must_use]
    pub fn get(&self, field: Field) -> &str {
        self.own(field).unwrap_or(&self.given[field as usize])
    }

    /// The text that the visitor wrote over the page's value, if any.
    #[must_use]
    pub fn own(&self, field: Field) -> Option<&str> {
        self.own[field as usize].as_deref()
    }

    /// The value that the page gave for a field.
    #[must_use]
    pub fn given(&self, field: Field) -> &str {
        &self.given[field as usize]
    }

    /// Takes what the page gives, once it is checked and clean.
    pub fn give(&mut self, field: Field, value: &str) {
        value.clone_into(&mut self.given[field as usize]);
    }

    /// Takes what the visitor writes.
    pub fn write(&mut self, field: Field, value: String) {
        self.own[field as usize] = Some(value);
    }

    /// Serializes the values as they are read, for [`Details::decode`].
    #[must_use]
    pub fn encode(&self) -> String {
        encode(&Vec::from(Field::ALL.map(|it| self.get(it).to_owned())))
    }

    /// Deserializes values; `None` when the text is of another build.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let values: Vec<String> = decode(text)?;
        let mut details = Self::default();
        for (field, value) in Field::ALL.into_iter().zip(values) {
            details.write(field, value);
        }
        Some(details)
    }

    /// Forgets all that the visitor wrote.
    pub fn clear(&mut self) {
        self.own = Default::default();
    }
}
