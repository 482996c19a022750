//! Notices: the status messages of the live region.

use super::copy::CopyTarget;

/// A notice: what the live region says of what just happened, and no more than is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notice {
    /// The letter can be copied from now on, by one more press.
    Ready,
    /// A text is on the clipboard.
    Copied(CopyTarget),
    /// The text is selected, for the visitor to copy.
    CopyByHand,
    /// The letter was too long for a link and was copied instead.
    PasteIntoMail,
    /// A new message was asked for; whether it opened cannot be seen.
    Opened,
    /// The letter was handed to the browser as a file; whether it came cannot be seen.
    Saved,
    /// The reminders were handed to the browser as a file.
    RemindersSaved,
    /// The letter could not be saved, opened or shared.
    Failed,
    /// The reminders could not be saved.
    RemindersFailed,
    /// The new text replaced the edited one.
    Replaced,
    /// The new text replaced the edited one of a note.
    NoteReplaced,
    /// A finding was dismissed.
    Dismissed,
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
