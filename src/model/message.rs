//! Messages: past events, by the noun that each happened to.

use super::channels::{Date, Webmail};
use super::copy::{CopiedAs, CopyTarget};
use super::linter::Finding;
use super::linting::{LintRequest, LintTarget, RejectionRequest};
use super::people::PersonField;
use super::rejection::Told;
use super::short_message::ShortMessage;
use crate::content::{Facts, Field, Language};

/// An event of any kind.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// To the form.
    Form(FormMessage),
    /// To the letter.
    Letter(LetterMessage),
    /// To the tone linter.
    Linter(LinterMessage),
    /// To a copy.
    Copy(CopyMessage),
    /// To a channel.
    Channel(ChannelMessage),
    /// To the reminders.
    Reminder(ReminderMessage),
    /// To the people one met.
    People(PeopleMessage),
    /// To the draft on the device.
    Storage(StorageMessage),
    /// To the undo history.
    History(HistoryMessage),
    /// To the language of the letter.
    Language(LanguageMessage),
    /// The visitor ticked or unticked an item of the checklist, by its `id`.
    Ticked(String, bool),
    /// The visitor unfolded a panel, or folded it away.
    Unfolded(Panel, bool),
    /// The host told what the device can do.
    DetectedCapabilities(Capabilities),
    /// The visitor did this in the prerendered shell, in order: the name of a control and its value.
    HandedOver(Vec<(String, String)>),
}

/// An event of the form.
#[derive(Debug, Clone, PartialEq)]
pub enum FormMessage {
    /// The page set an attribute, or took it away.
    ChangedAttribute(String, Option<String>),
    /// The page filled in a field in the visitor's place.
    Filled(Field, String),
    /// The visitor filled in a field.
    Wrote(Field, String),
    /// The visitor stated a fact, by its `id`, or withdrew it.
    Stated(String, bool),
    /// The visitor took the facts that a rejection hints at.
    TookFacts(Facts),
    /// The host drew a seed for this visit.
    DrewSeed(u32),
    /// The visitor wrote for their own eyes.
    WrotePrivately(String),
    /// The visitor pasted the rejection, to have it read for hints.
    PastedRejection(String),
}

/// An event of the letter.
#[derive(Debug, Clone, PartialEq)]
pub enum LetterMessage {
    /// The visitor edited the subject.
    EditedSubject(String),
    /// The visitor edited the body.
    EditedBody(String),
    /// The visitor took the new text that was offered in place of the edited one.
    AcceptedNewText,
    /// The visitor wanted other words for the same form.
    WantedAnotherWording,
}

/// What happened to the tone linter, and to a finding in a text, by its number.
#[derive(Debug, Clone, PartialEq)]
pub enum LinterMessage {
    /// The visitor asked which words it is about.
    Located(LintTarget, usize),
    /// The visitor applied its suggestion.
    AppliedSuggestion(LintTarget, usize),
    /// The visitor dismissed it.
    Dismissed(LintTarget, usize),
    /// The visitor pasted something, so that there are words that the widget has not made.
    Pasted,
    /// The linter has read a text; it has found nothing where it could not come.
    Linted(Box<LintRequest>, Option<Vec<Finding>>),
    /// The linter has read the pasted rejection, if it could come.
    ReadRejection(RejectionRequest, Option<Told>),
}

/// An event of a copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopyMessage {
    /// The visitor or the page requested one.
    Requested(CopyTarget),
    /// The host answered.
    Copied(CopyTarget, CopiedAs),
    /// The visitor copied in the prerendered shell, and the page knows of it.
    CopiedInShell(CopyTarget, CopiedAs),
    /// The letter that was requested in the shell is ready only now, too late for that press.
    BecameReady,
    /// The notice of the copy of this number was shown long enough.
    NoticeExpired(u32),
}

/// An event of a channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ChannelMessage {
    /// The visitor opened the letter in a mail program or at a mail service.
    Opened(Webmail),
    /// The visitor requested the letter as a file.
    RequestedFile(File),
    /// The visitor requested the device's own sharing.
    RequestedShare,
    /// The device shared the letter.
    Shared,
    /// The host refused to save, open or share what was requested last.
    Failed,
    /// The visitor chose how long the short message may be.
    ChoseShortMessage(ShortMessage),
}

/// An event of the reminders.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReminderMessage {
    /// The visitor chose to be reminded in so many months, or not then.
    Chose(u8, bool),
    /// The visitor requested the chosen ones as a calendar file, or only the one in so many months.
    Requested(Option<u8>),
    /// The host told the visitor's day, and the time in milliseconds since 1970, for what was
    /// requested.
    ToldTime(Option<u8>, Date, u64),
}

/// An event of the people one met, each known by the number of the voice of their note.
#[derive(Debug, Clone, PartialEq)]
pub enum PeopleMessage {
    /// The visitor added one.
    Added,
    /// The visitor removed one.
    Removed(u8),
    /// The visitor opened one, or closed the open one.
    Opened(Option<u8>),
    /// The visitor filled in a field of one.
    Wrote(u8, PersonField, String),
    /// The visitor edited the note to one.
    Edited(u8, String),
    /// The visitor took the new text of the note to one.
    AcceptedNewText(u8),
}

/// An event of the draft on the device.
#[derive(Debug, Clone, PartialEq)]
pub enum StorageMessage {
    /// The visitor chose to keep the draft on the device, or no longer.
    ChoseToKeep(bool),
    /// The widget was shown, with all that the page had filled in.
    Shown,
    /// The element was taken out of the page and put back, and this is what it held.
    Restored(String),
    /// Another tab or widget may have changed the stored draft.
    Changed,
    /// The host loaded what is stored.
    Loaded(Option<String>),
    /// The device refused to store or to remove the draft, and this is what is stored.
    Refused(Option<String>),
}

/// An event of the undo history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryMessage {
    /// The visitor undid the last replacement.
    Undid,
    /// The visitor started over.
    StartedOver,
    /// The page reset the widget: for another visitor, perhaps.
    Reset,
}

/// An event of the language of the letter.
#[derive(Debug, Clone, PartialEq)]
pub enum LanguageMessage {
    /// The visitor chose another one, by its tag.
    Chose(String),
    /// Its words were loaded.
    Loaded(&'static Language),
    /// The words of the chosen one could not be loaded.
    FailedToLoad,
}

/// The capabilities of the device.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Capabilities {
    /// Whether it is used by touch, as a phone is.
    pub touch: bool,
    /// Whether it shares a text with the visitor's other programs.
    pub share: bool,
}

/// A file that the letter can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// A draft for a mail program.
    Draft,
    /// A plain text.
    Text,
}

/// A panel: a part of the widget that is folded away until it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// The pasted rejection, to be read for hints.
    Rejection,
    /// More that the letter can say.
    More,
    /// The channels that few people need.
    Channels,
    /// The notes to the people one met.
    People,
    /// The reminders.
    Reminders,
    /// The replies to what they answer.
    Replies,
}

impl Panel {
    /// All panels, in the order of the page.
    pub const ALL: [Self; 6] =
        [Self::Rejection, Self::More, Self::Channels, Self::People, Self::Reminders, Self::Replies];

    /// The `id` of its summary, by which it is known when the shell hands over to the program.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Rejection => "paste",
            Self::More => "more",
            Self::Channels => "channels",
            Self::People => "people",
            Self::Reminders => "reminders",
            Self::Replies => "replies",
        }
    }
}
