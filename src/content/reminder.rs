//! Reminders: when to write again, and what.

use super::encoded::table;
use super::map::Moves;
use super::text::Text;

table! {
    /// When to write again, and what.
    pub struct Prompt {
        /// In how many months.
        pub months: u8,
        /// The same in words.
        pub label: Text,
        /// What to write about then.
        pub note: Text,
        /// How to begin: the wordings of the move `begin`.
        pub moves: Moves,
    }
}

table! {
    /// What to write when they answer.
    pub struct Reply {
        /// A short name that never changes.
        pub id: Text,
        /// What they have written.
        pub label: Text,
        /// What to write back.
        pub text: Text,
    }
}
