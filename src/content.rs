//! The words: everything a visitor can read, one [`Language`] at a time.
//!
//! A type declares its fields once, by a macro of `encoded`; the language files fill them.

mod checklist;
mod encoded;
mod facts;
mod field;
mod labels;
mod language;
mod letter;
mod linter;
mod lookup;
mod map;
mod reminder;

pub use checklist::{Item, TickedBy};
pub use facts::Facts;
pub use field::Field;
pub use labels::{ChannelLabels, Labels, ReminderLabels};
pub use language::Language;
pub use letter::{
    Choice, Fact, Group, Habits, HighlightForm, Length, PersonKind, Slot, TITLED, Tone,
};
pub use linter::{LinterData, Rule, Severity};
pub(crate) use lookup::lookup;
pub use map::{Map, Moves, Variants, specificity, wording};
pub use reminder::{Prompt, Reply};

include!(concat!(env!("OUT_DIR"), "/words.rs"));
