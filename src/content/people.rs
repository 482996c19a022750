//! Kinds of people one meets on the way, with the wordings of the notes to them.

use super::encoded::table;
use super::map::Moves;
use super::text::Text;

table! {
    /// A kind of person one meets on the way, and the note to them.
    pub struct PersonKind {
        /// The value of the form control.
        pub id: Text,
        /// What the visitor reads.
        pub label: Text,
        /// The moves of each paragraph of the note.
        pub paragraphs: Vec<Vec<Text>>,
        /// The wordings of those moves that [`Language::notes`](super::Language::notes) has not. The
        /// variants of one number belong together.
        pub moves: Moves,
    }
}
