//! Checklist items, and what ticks them.

use super::encoded::{names, table};
use super::text::Text;

table! {
    /// An item of the good-sportsmanship checklist.
    pub struct Item {
        /// A short name that never changes, under which the tick is stored.
        pub id: Text,
        /// What the visitor has done, in the first person.
        pub label: Text,
        /// Why, in one line.
        pub why: Text,
        /// The facts of which one has to hold for it, by their `id`; when it names none, it is there for all.
        #[serde(default)]
        pub only: Vec<Text>,
        /// The facts for which it is not there.
        #[serde(default)]
        pub except: Vec<Text>,
        /// Whether it opens a text for the visitor's eyes only.
        #[serde(default)]
        pub is_private: bool,
        /// What ticks it without being asked.
        pub ticked_by: Option<TickedBy>,
    }
}

names! {
    /// What may tick an item by itself.
    pub enum TickedBy {
        /// The letter was copied or shared. Whether a mail program opened, no browser tells.
        Copied = "copied",
        /// The letter that was copied or shared asks one question at most.
        OneQuestion = "one-question",
    }
}
