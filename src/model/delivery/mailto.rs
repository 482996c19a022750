//! The link that opens a mail program with the letter in it.

use super::link;
use crate::model::letter::Letter;

/// The longest `mailto:` link, in characters, that every common browser and mail program takes.
/// RFC 6068 has no limit, but some of them cut or drop a link of 2,000.
pub const MAILTO_LIMIT: usize = 1_900;

/// A link that opens a mail program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailto {
    /// The link.
    pub href: String,
    /// Whether it holds the body. When it would be too long it has the subject alone, and the
    /// body must be copied.
    pub whole: bool,
}

impl Mailto {
    /// The link for a letter, with no recipient: the visitor picks that in the mail program.
    ///
    /// ```
    /// use good_sport::model::{Letter, Mailto};
    ///
    /// let letter = Letter { subject: "Q&A".into(), body: "Hi,\nbye".into() };
    /// assert_eq!(Mailto::new(&letter).href, "mailto:?subject=Q%26A&body=Hi%2C%0D%0Abye");
    /// ```
    #[must_use]
    pub fn new(letter: &Letter) -> Self {
        let (href, whole) = link("mailto:?subject=", letter, MAILTO_LIMIT);
        Self { href, whole }
    }
}
