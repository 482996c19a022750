//! The letter: subject and body are edited in place, and always what is copied.

use yew::{Html, html};

use super::{
    Send, actions, channels, chosen, linter, people, reminders, replies, text, title, typed,
};
use crate::content::Labels;
use crate::model::{LanguageMessage, LetterMessage, Message, Section, State};

/// Draws the letter, what can be said of it, and the channels.
pub(super) fn letter(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let letter = state.letter();
    let language = state.language();
    let direction = language.direction();
    html! {
        <div class="letter">
            { title(state, html! {
                <label for="body">{ text(&labels.letter) }</label>
            }) }
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
            { linter::linter(state, &letter, labels, send) }
            { actions::actions(state, labels, send) }
            <div class="title-row">
                { actions::notice(state, labels) }
                { languages(state, labels, send) }
            </div>
            <div class="panels">
                if state.settings().shows(Section::Channels) {
                    { channels::channels(state, labels, send) }
                }
                if state.settings().shows(Section::People) {
                    { people::people(state, labels, send) }
                }
                if state.settings().shows(Section::Reminders) {
                    { reminders::reminders(state, labels, send) }
                    { replies::replies(state, labels, send) }
                }
            </div>
        </div>
    }
}

/// The choice of the letter's language, where there is more than one.
fn languages(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let language = state.language();
    let now = state.chosen_language();
    html! {
        if language.all.len() > 1 {
            <label class="languages">
                <span>{ text(&labels.letter_language) }</span>
                <select id="letter-lang" name="letter-lang" ~value={chosen(now)} onchange={typed(send, |it| Message::Language(LanguageMessage::Chose(it)))}>
                    { for language.all.iter().map(|(tag, name)| html! {
                        <option value={tag.as_str()} lang={tag.as_str()} selected={*tag == now}>{ text(name) }</option>
                    }) }
                </select>
            </label>
        }
    }
}
