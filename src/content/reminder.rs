//! Reminders: when to write again, and what.

use super::encoded::table;

table! {
    /// When to write again, and what.
    pub struct Prompt {
        /// In how many months.
        pub months: u8,
        /// The same in words.
        pub label: String,
        /// What to write then.
        pub note: String,
    }
}
