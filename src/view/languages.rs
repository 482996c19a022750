//! The choice of the letter's language.

use yew::{Html, html};

use super::{Send, chosen, text, typed};
use crate::content::Labels;
use crate::model::{LanguageMessage, Message, State};

/// Draws the choice, where there is more than one.
pub(super) fn languages(state: &State, labels: &'static Labels, send: &Send) -> Html {
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
