//! Copies: their targets, and how each went.

use super::text::numbered;

/// The text that is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum CopyTarget {
    /// The body of the letter.
    Letter,
    /// The body of the letter, in place of a link that cannot hold it.
    LongLetter,
    /// Its subject.
    Subject,
    /// The note to one of the people, by the number of its voice.
    Note(u8),
    /// The short message.
    ShortMessage,
    /// The text for when it is time to write again, by its months.
    Reminder(u8),
    /// A reply, by its number.
    Reply(u8),
}

impl CopyTarget {
    /// The `id` of the field that holds it.
    #[must_use]
    pub fn field(self) -> String {
        let name = match self {
            Self::Letter | Self::LongLetter => "body",
            Self::Subject => "subject",
            Self::Note(_) => "note",
            Self::ShortMessage => "message",
            Self::Reminder(months) => return numbered("hello", months.into()),
            Self::Reply(number) => return numbered("reply", number.into()),
        };
        name.to_owned()
    }
}

/// How a copy was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopiedAs {
    /// As formatted and as plain text.
    Rich,
    /// As plain text.
    Plain,
    /// Not at all: the text is selected, for the visitor to copy.
    Manual,
}
