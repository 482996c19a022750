//! Effects: requests to the host, as values that the effect runner carries out.

use std::ops::Range;

use super::attributes::Warning;
use super::copy::{CopiedAs, CopyTarget};
use super::letter::Letter;
use super::linting::{LintRequest, RejectionRequest};

/// A request to the host.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Copy a text, rich where there is HTML; answer with
    /// [`CopyMessage::Copied`](super::CopyMessage::Copied).
    Copy(CopyTarget, String, Option<String>),
    /// Save a file: its name, its media type and its content. No browser tells whether it was saved.
    SaveFile(String, &'static str, String),
    /// Open a link that makes a new message, which never takes the place of the page.
    OpenLink(String),
    /// Tell the time, by [`ReminderMessage::ToldTime`](super::ReminderMessage::ToldTime), for the
    /// reminder in so many months or for all.
    TellTime(Option<u8>),
    /// Let the device share the letter; answer with
    /// [`ChannelMessage::Shared`](super::ChannelMessage::Shared) when it did, and with
    /// [`ChannelMessage::Failed`](super::ChannelMessage::Failed) when it could not.
    Share(Letter),
    /// Load what is stored under a key; answer with
    /// [`StorageMessage::Loaded`](super::StorageMessage::Loaded).
    LoadDraft(String),
    /// Store a text under a key, or remove it; answer with
    /// [`StorageMessage::Refused`](super::StorageMessage::Refused) if that fails.
    StoreDraft(String, Option<String>),
    /// Answer with [`CopyMessage::NoticeExpired`](super::CopyMessage::NoticeExpired) in a while.
    ExpireNotice(u32),
    /// Write texts into the fields with these `id`s, as edits that the browser's own undo knows.
    WriteFields(Vec<(&'static str, String)>),
    /// Focus what this selector finds, once it is drawn.
    Focus(String),
    /// Select a range of a text that can be copied, in UTF-16 code units.
    Select(CopyTarget, Range<usize>),
    /// Lint a text when there is nothing else to do; answer with
    /// [`LinterMessage::Linted`](super::LinterMessage::Linted).
    Lint(Box<LintRequest>),
    /// Read the pasted rejection then; answer with
    /// [`LinterMessage::ReadRejection`](super::LinterMessage::ReadRejection).
    ReadRejection(RejectionRequest),
    /// Load the words of a language; answer with
    /// [`LanguageMessage::Loaded`](super::LanguageMessage::Loaded).
    LoadLanguage(String),
    /// Dispatch an event to the page.
    Dispatch(Event),
    /// Warn the page's developer.
    Warn(Warning),
}

/// An event for the page, free of personal data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Event {
    /// A text was copied.
    Copied(CopyTarget, CopiedAs),
    /// The visitor took the letter to a channel of this name.
    Sent(&'static str),
    /// The visitor saved a reminder for so many months from now.
    Reminded(u32),
    /// The ticks changed: so many are done, of so many.
    Checked(usize, usize),
}
