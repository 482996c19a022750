//! The ways out: copy the letter, copy the subject, open it in a mail program.

use yew::{Html, html};

use super::{Send, sends, text};
use crate::content::Labels;
use crate::model::{Copying, Letter, Mailer, Message, Notice, Section, State};

/// Draws the buttons, and the line that says what happened.
pub(super) fn delivery(
    state: &State,
    letter: &Letter,
    labels: &'static Labels,
    send: &Send,
) -> Html {
    let copied = |what| state.notice() == Some(Notice::Copied(what));
    let copy = if state.copy_waits() { &labels.copy_ready } else { &labels.copy };
    html! {
        <>
            <div part="actions" class="actions">
                <button type="button" part="button copy" class="primary" id="copy"
                    onclick={sends(send, Message::AskedToCopy(Copying::Letter))}>
                    { turning(copied(Copying::Letter), copy, &labels.copied) }
                </button>
                <button type="button" part="button" id="copy-subject" name="copy-subject"
                    onclick={sends(send, Message::AskedToCopy(Copying::Subject))}>
                    { turning(copied(Copying::Subject), &labels.copy_subject, &labels.copied_subject) }
                </button>
                if state.settings().shows(Section::Mail) {
                    <a part="button" class="button mail" id="mail" href={Mailer::App.link(letter).href} rel="noopener"
                        onclick={sends(send, Message::Opened(Mailer::App))}>
                        { text(&labels.open_mail) }
                    </a>
                }
            </div>
            <p part="notice" class="notice" role="status">{ notice(state.notice(), labels) }</p>
        </>
    }
}

/// A label and what it turns into, laid over each other so that the button keeps its size.
pub(super) fn turning(turned: bool, label: &'static str, done: &'static str) -> Html {
    let done = html! {
        <>{ check() }{ text(done) }</>
    };
    html! {
        <span class="turning">{ side(!turned, text(label)) }{ side(turned, done) }</span>
    }
}

/// The sign that something is done.
pub(super) fn check() -> Html {
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

fn notice(notice: Option<Notice>, labels: &'static Labels) -> Html {
    text(match notice {
        None => "",
        Some(Notice::Ready) => &labels.said_ready,
        Some(Notice::Copied(Copying::Letter)) => &labels.said_copied,
        Some(Notice::Copied(Copying::Subject)) => &labels.said_copied_subject,
        Some(Notice::Copied(Copying::Note(_))) => &labels.said_copied_note,
        Some(Notice::Copied(Copying::Brief)) => &labels.said_copied_message,
        Some(Notice::CopyByHand) => &labels.said_manual,
        Some(Notice::PasteIntoMail) => &labels.said_long_mail,
        Some(Notice::Saved) => &labels.said_saved,
        Some(Notice::Replaced) => &labels.said_replaced,
        Some(Notice::Removed) => &labels.said_removed,
        Some(Notice::Undone) => &labels.said_undone,
        Some(Notice::StartedOver) => &labels.said_started_over,
        Some(Notice::Kept) => &labels.said_kept,
        Some(Notice::Forgotten) => &labels.said_forgotten,
        Some(Notice::NoLanguage) => &labels.said_no_language,
    })
}
