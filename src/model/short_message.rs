//! Short messages: the letter within a character limit, and for the phone.

use super::composition::Writer;
use super::details::Details;
use crate::content::{Field, Language};

/// A short message, by where it is sent.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ShortMessage {
    /// In a note with an invitation to connect, as free accounts may write it.
    #[default]
    Short,
    /// In such a note, as paying accounts may write it.
    Long,
    /// On the phone.
    Phone,
}

impl ShortMessage {
    /// The notes with an invitation, one of which is chosen.
    pub const NOTES: [Self; 2] = [Self::Short, Self::Long];

    /// The name of its wordings in a language file, and of the choice.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Long => "long",
            Self::Phone => "phone",
        }
    }

    /// How many characters it may have, as a service counts them that counts a picture as two.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Short => 200,
            Self::Long => 300,
            Self::Phone => usize::MAX,
        }
    }

    /// What it says. Where it would be too long, the general words stand in place of what was typed,
    /// of the longest first: a text that is cut off looks careless, and so does a name.
    #[must_use]
    pub fn text(self, details: &Details, language: &Language) -> String {
        let mut details = details.clone();
        loop {
            let writer = Writer::letter(&details, language);
            let text = writer.wording_in(&language.short_messages, self.name()).unwrap_or_default();
            let longest = Field::TEXTS.into_iter().max_by_key(|it| details.get(*it).len());
            match longest.filter(|it| !details.get(*it).is_empty()) {
                Some(longest) if text.encode_utf16().count() > self.limit() => {
                    details.write(longest, String::new());
                }
                _ => return text,
            }
        }
    }
}
