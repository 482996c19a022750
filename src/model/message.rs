//! What may happen to a widget, what it wants of the browser, and what it says of both.

use std::ops::Range;

use super::attributes::Warning;
use super::channels::{Date, Webmail};
use super::letter::Letter;
use super::people::PeopleMessage;
use super::short_message::ShortMessage;
use crate::content::{Field, Language};

/// What happened.
#[derive(Debug, Clone, PartialEq)]
pub enum Message {
    /// The page set an attribute, or took it away.
    AttributeChanged(String, Option<String>),
    /// The visitor filled in a field.
    Wrote(Field, String),
    /// The page filled in a field in the visitor's place.
    Filled(Field, String),
    /// The visitor unfolded a panel, or folded it away.
    Unfolded(Panel, bool),
    /// The visitor pasted what they wrote, to have it read.
    Pasted(String),
    /// The visitor edited the subject.
    EditedSubject(String),
    /// The visitor edited the body.
    EditedBody(String),
    /// The visitor wants to see what the finding of this number is about.
    AskedWhere(usize),
    /// The visitor took the fix of the finding of this number.
    AppliedSuggestion(usize),
    /// The visitor puts the finding of this number aside.
    Dismissed(usize),
    /// The visitor took the new text that was offered.
    TookNewText,
    /// The visitor wants the last step back.
    Undid,
    /// The visitor put everything away.
    StartedOver,
    /// The page put everything away: for another visitor, perhaps.
    Reset,
    /// The visitor or the page asked for a copy.
    AskedToCopy(Copying),
    /// The browser answered.
    Copied(Copying, CopiedAs),
    /// What the visitor did in the prerendered shell, in order: the name of a control and its value.
    HandedOver(Vec<(String, String)>),
    /// The letter that the visitor wanted to copy is ready only now, too late for that press.
    LetterIsReady,
    /// The visitor copied before the program was there; the page knows of it.
    CopiedBefore(Copying, CopiedAs),
    /// The notice of the copy of this number has stood long enough.
    CopiedLongAgo(u32),
    /// What the browser can do became known.
    DetectedDevice(Device),
    /// The visitor opened the letter in a mail program or at a mail service.
    Opened(Webmail),
    /// The visitor asked for the letter as a file.
    AskedToSave(File),
    /// The visitor asked for the device's own ways to share the letter.
    AskedToShare,
    /// The device shared it.
    Shared,
    /// The browser refused to save, to open or to share what was last asked for.
    Failed,
    /// The visitor chose how long the message may be.
    ChoseBrief(ShortMessage),
    /// The visitor wants to be reminded in so many months, or not then.
    ChoseReminder(u8, bool),
    /// The visitor asked for the reminders that are chosen.
    AskedForReminders,
    /// They can be made: this is the visitor's day, and the moment in milliseconds since 1970.
    TimeCame(Date, u64),
    /// Something happened to the people one met.
    Met(PeopleMessage),
    /// The visitor ticked or unticked an item of the checklist, by its `id`.
    Ticked(String, bool),
    /// The visitor wants the draft kept on the device, or no longer.
    ChoseToKeep(bool),
    /// The widget is shown from now on.
    Shown,
    /// The draft on the device may be another one now.
    DeviceChanged,
    /// This is kept on the device.
    FoundKept(Option<String>),
    /// The device has not done what was wanted of it, and this is what it keeps.
    Refused(Option<String>),
    /// The element was taken out and put back: this is what it held.
    PutBack(String),
    /// The visitor chose another language for the letter, by its tag.
    ChoseLanguage(String),
    /// The words of the letter's language are there.
    LoadedLanguage(&'static Language),
    /// The words of the language that was chosen cannot be had.
    FailedToLoadLanguage,
}

/// What the browser can do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Device {
    /// Whether it is used by touch, as a phone is.
    pub touches: bool,
    /// Whether it shares a text with the visitor's other programs.
    pub shares: bool,
}

/// A file that the letter can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum File {
    /// A draft for a mail program.
    Draft,
    /// A plain text.
    Text,
}

/// A part of the widget that is folded away until it is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Panel {
    /// What they wrote, to be read for hints.
    Paste,
    /// What else the letter can be made to say.
    More,
    /// The channels that few people need.
    Ways,
    /// The notes to the people one met.
    People,
    /// The days on which to write again.
    Later,
}

impl Panel {
    /// All panels, in the order of the page.
    pub const ALL: [Self; 5] = [Self::Paste, Self::More, Self::Ways, Self::People, Self::Later];

    /// The name of its line, by which it is known when the shell hands over to the program.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Paste => "paste",
            Self::More => "more",
            Self::Ways => "ways",
            Self::People => "people",
            Self::Later => "reminders",
        }
    }
}

/// What is wanted from the browser.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Copy a text, rich where there is HTML; answer with [`Message::Copied`].
    Copy(Copying, String, Option<String>),
    /// Save a file: its name, its media type and what is in it. Nobody hears whether it came.
    Save(String, &'static str, String),
    /// Open a link that makes a new message, which never takes the place of the page.
    Open(String),
    /// Say what time it is, by [`Message::TimeCame`].
    AskTime,
    /// Let the device share the letter; answer with [`Message::Shared`] when it did, and with
    /// [`Message::Failed`] when it could not.
    Share(Letter),
    /// Look what is kept on the device under a name; answer with [`Message::FoundKept`].
    Look(String),
    /// Keep a text on the device under a name, or nothing; answer with [`Message::Refused`] if that
    /// fails.
    Store(String, Option<String>),
    /// Answer with [`Message::CopiedLongAgo`] in a while.
    FadeLater(u32),
    /// Write texts into the fields with these `id`s, as edits that the browser's own undo knows.
    Write(Vec<(&'static str, String)>),
    /// Give the focus to what this selector finds, once it is drawn.
    Focus(String),
    /// Select a part of the letter's body, from one place to another in UTF-16 units.
    Select(Range<usize>),
    /// Fetch the words of a language; answer with [`Message::LoadedLanguage`].
    LoadLanguage(String),
    /// Tell the page.
    Tell(Event),
    /// Tell the page's developer.
    Warn(Warning),
}

/// What the page hears of; free of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A text was copied.
    Copied(Copying, CopiedAs),
    /// The visitor took the letter to a channel of this name.
    Sent(&'static str),
    /// The visitor had a reminder saved, for so many months from now.
    Reminded(u32),
    /// The ticks changed: so many are done, of so many.
    Checked(usize, usize),
}

/// What is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Copying {
    /// The body of the letter.
    Letter,
    /// The body of the letter, in place of a link that cannot hold it.
    Instead,
    /// Its subject.
    Subject,
    /// The note to one of the people, by the number of its voice.
    Note(u8),
    /// The message in a few words.
    ShortMessage,
}

/// How a copy came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CopiedAs {
    /// As formatted and as plain text.
    Rich,
    /// As plain text.
    Plain,
    /// Not at all: the text is selected, for the visitor to copy.
    Manual,
}

/// What the widget says of what just happened: no more than is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// The letter can be copied from now on, by one more press.
    Ready,
    /// A text is on the clipboard.
    Copied(Copying),
    /// The text is selected, for the visitor to copy.
    CopyByHand,
    /// The letter was too long for a link and was copied instead.
    PasteIntoMail,
    /// A new message was asked for; whether it opened cannot be seen.
    Opened,
    /// The letter was handed to the browser as a file; whether it came cannot be seen.
    Saved,
    /// So were the reminders.
    DatesSaved,
    /// The letter could not be saved, opened or shared.
    Failed,
    /// The reminders could not be saved.
    DatesFailed,
    /// The new text replaced the edited one.
    Replaced,
    /// So it did in a note.
    NoteReplaced,
    /// A finding is put aside.
    LeftAlone,
    /// What was written into the shell replaced a part of the kept draft.
    HandedOver,
    /// The draft of another tab replaced this one.
    TakenOver,
    /// Another tab keeps another draft.
    AnotherKept,
    /// A note was removed.
    Removed,
    /// The last step was undone.
    Undone,
    /// Everything was put away.
    StartedOver,
    /// The draft is kept from now on.
    Kept,
    /// The draft is no longer kept.
    Forgotten,
    /// The device cannot keep it.
    NotKept,
    /// The device still keeps it.
    NotForgotten,
    /// The language that was chosen for the letter cannot be had.
    NoLanguage,
}
