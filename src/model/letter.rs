//! The letter: a subject and a body, and the notes to others.

use super::composition::Writer;
use super::details::Details;
use super::text::join;
use super::truncation::shortened;
use crate::content::{Language, PersonKind};

/// The longest subject that is composed, in characters: about twice what a list of mails shows of one
/// on a computer. In a link, where some scripts take twelve times the room, all of it still fits.
pub const SUBJECT_LIMIT: usize = 100;

/// An email: what it is about and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// Paragraphs with an empty line between them.
    pub body: String,
}

/// A letter that is not filled in: each slot stands in braces, by its name in the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterTemplate {
    /// One line.
    pub subject: String,
    /// The variants of each move of each paragraph.
    pub paragraphs: Vec<Vec<Vec<String>>>,
}

/// A text with its slots filled in from the form; `None` when one of them has nothing to say, or when
/// there is no text.
pub(super) fn fill(text: &str, details: &Details, language: &Language) -> Option<String> {
    Writer::letter(details, language).fill(text)
}

impl Letter {
    /// Composes the letter that the form asks for. Whatever is missing or odd in the form, the
    /// letter is whole: it has no blanks, and a sentence about nothing is not in it.
    ///
    /// ```
    /// use good_sport::content::{Field, Language};
    /// use good_sport::model::{Details, Letter};
    ///
    /// let language = Language::best_for(["en"]);
    /// let mut details = Details::default();
    /// let untouched = Letter::compose(&details, language);
    /// assert_eq!(untouched.subject, "Thank you");
    /// assert!(untouched.body.starts_with("Hello,\n\n"));
    ///
    /// details.write(Field::Recipient, "Ms. Rivera".into());
    /// details.write(Field::Sender, "Ada Lovelace".into());
    /// let letter = Letter::compose(&details, language);
    /// assert_eq!(letter.subject, "Thank you – Ada Lovelace");
    /// assert!(letter.body.starts_with("Dear Ms. Rivera,\n\n"));
    /// assert!(letter.body.ends_with(",\nAda Lovelace"));
    /// ```
    #[must_use]
    pub fn compose(details: &Details, language: &Language) -> Self {
        Self::written_by(&Writer::letter(details, language))
    }

    /// Composes the letter with a writer of it.
    pub(super) fn written_by(writer: &Writer<'_, '_>) -> Self {
        Self { subject: subject(writer), body: writer.letter_body() }
    }

    /// The letter for the first of all choices, before anything is filled in.
    #[must_use]
    pub fn template(language: &Language) -> LetterTemplate {
        let details = Details::default();
        let writer = Writer::template(&details, language);
        LetterTemplate { subject: subject(&writer), paragraphs: writer.all_variants() }
    }

    /// Composes a note to someone else: the form with their name and what they are remembered for, by
    /// the plan for their kind. No two notes of one visitor have the same `number`, nor the same
    /// words. It has no subject: it may be a message.
    #[must_use]
    pub fn note(details: &Details, kind: &PersonKind, number: u8, language: &Language) -> Self {
        let writer = Writer::note(details, kind, number, language);
        Self { subject: String::new(), body: writer.body(&kind.paragraphs, &[]) }
    }
}

/// The subject. Where it would be too long, the longest of what was typed is left out; what stands
/// alone is cut short.
fn subject(writer: &Writer<'_, '_>) -> String {
    let Language { subject, subject_separator: separator, .. } = writer.language;
    let filled = subject.iter().filter_map(|part| Some((part.contains('{'), writer.fill(part)?)));
    let mut parts: Vec<_> = filled.collect();
    loop {
        let subject = join(parts.iter().map(|(_, text)| text), separator);
        let typed = || (0..).zip(&parts).filter(|(_, (is_typed, _))| *is_typed);
        let longest = typed().max_by_key(|(_, (_, text))| text.chars().count());
        match longest {
            Some((longest, _))
                if typed().count() > 1 && subject.chars().count() > SUBJECT_LIMIT =>
            {
                parts.remove(longest);
            }
            _ => return shortened(&subject, SUBJECT_LIMIT, |_| 1),
        }
    }
}
