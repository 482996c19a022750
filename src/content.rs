//! The words: everything a visitor can read, one [`Language`] at a time.
//!
//! A type declares its fields once, by a macro of `encoded`; the language files fill them.

#[cfg(feature = "source")]
mod check;
mod checklist;
pub(crate) mod encoded;
mod facts;
mod field;
mod habits;
mod labels;
mod language;
mod letter;
mod linter;
mod lookup;
mod map;
mod people;
mod rejection;
mod reminder;
#[cfg(feature = "source")]
mod source;
mod text;

pub use checklist::{Item, TickedBy};
pub use facts::Facts;
pub use field::Field;
pub use habits::{Habits, HighlightHabits};
pub use labels::{ChannelLabels, Labels, ReminderLabels};
pub use language::{Language, LengthUnit};
pub use letter::{Choice, Fact, Group, HighlightForm, Length, SURNAMED, Slot, Tone};
pub use linter::{LinterData, Rule, Severity};
pub(crate) use lookup::lookup;
pub use map::{Map, Moves, VARIANT_LIMIT, Variants, specificity, wording};
pub use people::PersonKind;
pub use rejection::RejectionData;
pub use reminder::{Prompt, Reply};
#[cfg(feature = "source")]
pub use source::Sources;
pub use text::Text;

include!(concat!(env!("OUT_DIR"), "/words.rs"));
include!(concat!(env!("OUT_DIR"), "/linter.rs"));
include!(concat!(env!("OUT_DIR"), "/rejection.rs"));
