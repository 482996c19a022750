//! Reminders: when to write again, and what.

use super::encoded::table;
use super::map::Moves;

table! {
    /// When to write again, and what.
    pub struct Prompt {
        /// In how many months.
        pub months: u8,
        /// The same in words.
        pub label: String,
        /// What to write about then.
        pub note: String,
        /// How to begin: the wordings of the move `begin`.
        pub moves: Moves,
    }
}

table! {
    /// What to write when they answer.
    pub struct Reply {
        /// A short name that never changes.
        pub id: String,
        /// What they have written.
        pub label: String,
        /// What to write back.
        pub text: String,
    }
}
