//! The foot of the widget: the box that keeps the draft, the promise of privacy, and the way to start over.

use web_sys::HtmlInputElement;
use yew::{Event, Html, TargetCast, html};

use super::{Send, sends, text};
use crate::content::Labels;
use crate::model::{HistoryMessage, Message, Section, State, StorageMessage};

/// Draws the foot.
pub(super) fn foot(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let keep = send.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Message::Storage(StorageMessage::ChoseToKeep(input.checked()))
    });
    html! {
        <footer class="foot">
            if state.settings().shows(Section::Keep) {
                <label class="keep">
                    <input type="checkbox" id="keep" name="keep" checked={state.keeps()} onchange={keep} />
                    <span>{ text(&labels.keep) }</span>
                </label>
            }
            <p class="privacy">{ text(&labels.privacy) }</p>
            <button type="button" part="button" class="plain" id="start-over" name="start-over"
                onclick={sends(send, Message::History(HistoryMessage::StartedOver))}>
                { text(&labels.start_over) }
            </button>
        </footer>
    }
}
