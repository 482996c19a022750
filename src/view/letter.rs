//! The letter: subject and body are edited in place, and always what is copied.

use yew::{Html, html};

use super::{Part, Send, View, channels, linter, people, reminders, replies, text, title, typed};
use crate::content::Language;
use crate::model::{LetterMessage, Message, Panel, Section, State};

/// The panels below the letter.
pub(super) const PANELS: [Panel; 4] =
    [Panel::Channels, Panel::People, Panel::Reminders, Panel::Replies];

/// Draws the letter, what can be said of it, and the channels.
pub(super) fn letter(view: View<'_>) -> Html {
    html! {
        <div class="letter">
            { title(view.state, html! {
                <label for="body">{ text(&view.language.labels.letter) }</label>
            }) }
            { view.part(Part::Letter) }
            { view.part(Part::Actions) }
            { view.part(Part::Panels) }
        </div>
    }
}

/// Draws the letter itself, and what can be said of it.
pub(super) fn written(state: &State, own: &'static Language, send: &Send) -> Html {
    let labels = &own.labels;
    let letter = state.letter();
    let language = state.language();
    let direction = language.direction();
    html! {
        <>
            <div part="letter" class="sheet notranslate" translate="no" lang={language.tag.as_str()} dir={direction}>
                <div class="subject">
                    <label for="subject" translate="yes">{ text(&labels.subject) }</label>
                    <input part="subject" id="subject" name="subject" type="text" autocomplete="off"
                        value={letter.subject.clone()} oninput={typed(send, |it| Message::Letter(LetterMessage::EditedSubject(it)))} />
                </div>
                <div class="grow">
                    <textarea part="body" id="body" name="body" rows="1" autocomplete="off"
                        value={letter.body.clone()} oninput={typed(send, |it| Message::Letter(LetterMessage::EditedBody(it)))} />
                </div>
            </div>
            { linter::linter(state, &letter, own, send) }
        </>
    }
}

/// Draws the panels.
pub(super) fn panels(state: &State, own: &'static Language, send: &Send) -> Html {
    let labels = &own.labels;
    html! {
        <div class="panels">
            if state.settings().shows(Section::Channels) {
                { channels::channels(state, labels, send) }
            }
            if state.settings().shows(Section::People) {
                { people::people(state, own, send) }
            }
            if state.settings().shows(Section::Reminders) {
                { reminders::reminders(state, own, send) }
                { replies::replies(state, own, send) }
            }
        </div>
    }
}
