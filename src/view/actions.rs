//! Action buttons: copy the letter, copy the subject, open it in a mail program; and the status message.

use yew::{Callback, Html, MouseEvent, html};

use super::{Send, languages, live, sends, text};
use crate::content::Labels;
use crate::model::{
    ChannelMessage, CopyMessage, CopyTarget, LetterMessage, Message, Notice, Section, State,
    Webmail,
};

/// The middle button of a pointer; those after it do something else than follow a link.
const MIDDLE_BUTTON: i16 = 1;

/// Draws the buttons, and below them what happened and the choice of the letter's language.
pub(super) fn actions(state: &State, labels: &'static Labels, send: &Send) -> Html {
    html! {
        <>
            { buttons(state, labels, send) }
            <div class="title-row">
                { notice(state, labels) }
                { languages::languages(state, labels, send) }
            </div>
        </>
    }
}

fn buttons(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let copied = |what| state.notice() == Some(Notice::Copied(what));
    // Before the click, since it replaces what the clipboard holds.
    let holds = Webmail::App.holds(&state.letter());
    let mail = if holds { &labels.open_mail } else { &labels.copy_and_open_mail };
    let copy = if state.copy_waits() { &labels.copy_ready } else { &labels.copy };
    html! {
        <div part="actions" class="actions">
            <button type="button" part="button copy" class="primary" id="copy"
                onclick={sends(send, Message::Copy(CopyMessage::Requested(CopyTarget::Letter)))}>
                { turning(copied(CopyTarget::Letter), copy, &labels.copied) }
            </button>
            if state.settings().shows(Section::Mail) {
                { link(Webmail::App, mail, send) }
            }
            <button type="button" part="button" class="plain" id="copy-subject" name="copy-subject"
                onclick={sends(send, Message::Copy(CopyMessage::Requested(CopyTarget::Subject)))}>
                { turning(copied(CopyTarget::Subject), &labels.copy_subject, &labels.copied_subject) }
            </button>
            if !state.is_edited() {
                <button type="button" part="button" class="plain" id="another-wording" name="another-wording"
                    onclick={sends(send, Message::Letter(LetterMessage::WantedAnotherWording))}>
                    { text(&labels.another_wording) }
                </button>
            }
        </div>
    }
}

/// A link that opens the letter in a new message. It points to where that is made and holds nothing
/// of the letter, since what records a visit for a page reads every link: the state says what to open.
pub(super) fn link(mailer: Webmail, label: &'static str, send: &Send) -> Html {
    let id = match mailer {
        Webmail::App => "mail",
        Webmail::Gmail => "gmail",
        Webmail::Outlook => "outlook",
        Webmail::Office => "office",
        Webmail::Yahoo => "yahoo",
    };
    let send = send.clone();
    let open = Callback::from(move |event: MouseEvent| {
        if event.button() <= MIDDLE_BUTTON {
            event.prevent_default();
            send.emit(Message::Channel(ChannelMessage::Opened(mailer)));
        }
    });
    let leaves = mailer.is_service();
    html! {
        <a part="button" {id} class={if leaves { "button" } else { "button mail" }} href={mailer.address()}
            target={leaves.then_some("_blank")} rel="noopener noreferrer" referrerpolicy="no-referrer"
            onclick={open.clone()} onauxclick={open}>
            { text(label) }
        </a>
    }
}

/// A label and what it turns into, laid over each other so that the button keeps its size.
pub(super) fn turning(turned: bool, label: &'static str, done: &'static str) -> Html {
    let done = html! {
        <>{ check_mark() }{ text(done) }</>
    };
    html! {
        <span class="turning">{ side(!turned, text(label)) }{ side(turned, done) }</span>
    }
}

/// The sign that something is done.
pub(super) fn check_mark() -> Html {
    html! {
        <svg class="check" viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8.5 6.5 12 13 4.5" /></svg>
    }
}

fn side(shown: bool, content: Html) -> Html {
    if shown {
        html! { <span>{ content }</span> }
    } else {
        html! { <span class="hidden">{ content }</span> }
    }
}

/// The line that says what happened.
fn notice(state: &State, labels: &'static Labels) -> Html {
    html! {
        <p part="notice" class="notice" role="status">{ happened(state.notice(), labels) }</p>
    }
}

fn happened(notice: Option<Notice>, labels: &'static Labels) -> Html {
    live(match notice {
        None => "",
        Some(Notice::Ready) => &labels.notice_ready,
        Some(Notice::Copied(CopyTarget::Letter | CopyTarget::LongLetter)) => &labels.notice_copied,
        Some(Notice::Copied(CopyTarget::Subject)) => &labels.notice_copied_subject,
        Some(Notice::Copied(CopyTarget::Note(_))) => &labels.notice_copied_note,
        Some(Notice::Copied(
            CopyTarget::ShortMessage | CopyTarget::Reminder(_) | CopyTarget::Reply(_),
        )) => &labels.notice_copied_message,
        Some(Notice::CopyByHand) => &labels.notice_manual,
        Some(Notice::PasteIntoMail) => &labels.notice_long_mail,
        Some(Notice::Opened) => &labels.notice_opened,
        Some(Notice::Saved) => &labels.notice_saved,
        Some(Notice::RemindersSaved) => &labels.notice_saved_dates,
        Some(Notice::Failed) => &labels.notice_failed,
        Some(Notice::RemindersFailed) => &labels.notice_failed_dates,
        Some(Notice::Replaced) => &labels.notice_replaced,
        Some(Notice::Removed) => &labels.notice_removed,
        Some(Notice::Undone) => &labels.notice_undone,
        Some(Notice::StartedOver) => &labels.notice_started_over,
        Some(Notice::Kept) => &labels.notice_kept,
        Some(Notice::Forgotten) => &labels.notice_forgotten,
        Some(Notice::NoteReplaced) => &labels.notice_replaced_note,
        Some(Notice::Dismissed) => &labels.notice_left,
        Some(Notice::HandedOver) => &labels.notice_handed_over,
        Some(Notice::TakenOver) => &labels.notice_taken_over,
        Some(Notice::AnotherKept) => &labels.notice_another,
        Some(Notice::NotKept) => &labels.notice_not_kept,
        Some(Notice::NotForgotten) => &labels.notice_not_forgotten,
        Some(Notice::NoLanguage) => &labels.notice_no_language,
    })
}
