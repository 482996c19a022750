//! The decisions: a [`State`], the [`Message`]s that change it, the [`Effect`]s that it wants.
//!
//! Read `state`, `message`, `update` and `effect` first; the other modules are a noun each. All is
//! pure: what is needed from outside arrives in a message, what is wanted leaves as an effect.

mod attributes;
mod channels;
mod checklist;
mod composition;
mod copy;
mod details;
mod draft;
mod effect;
mod highlight;
mod lead_in;
mod letter;
mod linter;
mod linting;
mod merge;
mod message;
mod notice;
mod people;
mod rejection;
mod saved;
mod short_message;
mod slots;
mod state;
mod stored_draft;
mod text;
mod truncation;
mod undo;
mod unfilled;
mod update;

pub use attributes::{HEADING_LEVELS, Section, Settings, Warning};
pub use channels::{
    Date, Link, MAILTO_LIMIT, Reminder, WEBMAIL_LIMIT, Webmail, calendar, eml, html, one_line,
    plain,
};
pub use checklist::Checklist;
pub use copy::{CopiedAs, CopyTarget};
pub use details::Details;
pub use draft::Draft;
pub use effect::{Effect, Event};
pub use letter::{Letter, LetterTemplate, SUBJECT_LIMIT};
#[doc(hidden)]
pub use linter::training;
pub use linter::{
    Finding, LengthVerdict, Linter, Slices, TEXT_LIMIT, Verdict, question_count, text_length,
    utf16, word_count,
};
pub use linting::{LintRequest, LintTarget, RejectionRequest};
#[cfg(feature = "component")]
pub(crate) use merge::changed;
pub use merge::merge;
pub use message::{
    Capabilities, ChannelMessage, CopyMessage, File, FormMessage, HistoryMessage, LanguageMessage,
    LetterMessage, LinterMessage, Message, Panel, PeopleMessage, ReminderMessage, StorageMessage,
};
pub use notice::Notice;
pub use people::{PEOPLE_LIMIT, People, Person, PersonField};
pub use rejection::{Hints, Told, hints};
pub use saved::Saved;
pub use short_message::ShortMessage;
pub use slots::is_verbatim;
#[cfg(feature = "component")]
pub(crate) use state::REFERRAL;
pub use state::State;
pub use text::{GIVEN_LIMIT, clean, digits, join, numbered, tidy};
pub use truncation::shortened;
pub use unfilled::{NOTHINGS, is_placeholder};
