//! Copies: what is copied, and how that went.

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
