//! The form: what the page gave, and what the visitor put over it.

use crate::content::Field;

/// The longest text that a page may give, in characters.
pub const GIVEN_LIMIT: usize = 200;

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

    /// What the visitor wrote over the page's value, if anything.
    #[must_use]
    pub fn own(&self, field: Field) -> Option<&str> {
        self.own[field as usize].as_deref()
    }

    /// Takes what the page gives.
    pub fn give(&mut self, field: Field, value: &str) {
        self.given[field as usize] = clean(value);
    }

    /// Takes what the visitor writes.
    pub fn write(&mut self, field: Field, value: String) {
        self.own[field as usize] = Some(value);
    }

    /// Forgets all that the visitor wrote.
    pub fn clear(&mut self) {
        self.own = Default::default();
    }
}

/// A text from outside as the form may hold it: no control characters, and not too long.
///
/// ```
/// use good_sport::model::clean;
///
/// assert_eq!(clean("Acme\u{0}\r\nBcc: all@example.org"), "Acme Bcc: all@example.org");
/// assert_eq!(clean(&"é".repeat(300)).chars().count(), 200);
/// ```
#[must_use]
pub fn clean(text: &str) -> String {
    let line_as_space = text.chars().map(|it| if matches!(it, '\n' | '\t') { ' ' } else { it });
    line_as_space.filter(|it| !it.is_control()).take(GIVEN_LIMIT).collect()
}
