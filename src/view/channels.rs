//! The channels that few people need: mail services, files, sharing, and the letter in a few words.

use yew::{Callback, Event, Html, html};

use super::{Send, actions, button, live, panel, segments, sends, sheet, text, value};
use crate::content::Labels;
use crate::model::{Copying, File, Message, Notice, Panel, ShortMessage, State, Webmail};

/// Draws the panel.
pub(super) fn channels(state: &State, labels: &'static Labels, send: &Send) -> Html {
    panel(state, send, Panel::Ways, &labels.ways.title, || {
        let device = state.device();
        html! {
            <div class="stack">
                if !device.touches {
                    <p class="aside">{ text(&labels.ways.privacy) }</p>
                    <div class="actions">
                        { for Webmail::SERVICES.into_iter().map(|it| actions::link(it, labels, send)) }
                    </div>
                }
                <div class="actions">
                    if !device.touches {
                        { button("save-draft", &labels.ways.save_draft, sends(send, Message::AskedToSave(File::Draft))) }
                    }
                    { button("save-text", &labels.ways.save_text, sends(send, Message::AskedToSave(File::Text))) }
                    if device.shares {
                        { button("share", &labels.ways.share, sends(send, Message::AskedToShare)) }
                    }
                </div>
                { note(state, labels, send) }
                { phone(state, labels) }
            </div>
        }
    })
}

/// The note with an invitation, in one of two lengths.
fn note(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let chosen = state.chosen_brief();
    let chose: Callback<Event> = send.reform(|event: Event| {
        let name = value(&event);
        let brief = ShortMessage::NOTES.into_iter().find(|it| it.name() == name);
        Message::ChoseBrief(brief.unwrap_or_default())
    });
    let choices =
        ShortMessage::NOTES.into_iter().zip([&labels.ways.note_short, &labels.ways.note_long]);
    let choices = choices.map(|(brief, label)| (brief.name(), label.as_str())).collect();
    let copied = state.notice() == Some(Notice::Copied(Copying::ShortMessage));
    html! {
        <>
            { segments("brief", &labels.ways.note, chosen.name(), choices, &chose) }
            <p class="hint">{ text(&labels.ways.note_hint) }</p>
            { sheet(state, "message", &labels.ways.message, state.brief(chosen), None) }
            <div class="actions">
                <button type="button" part="button" id="copy-message" name="copy-message"
                    onclick={sends(send, Message::AskedToCopy(Copying::ShortMessage))}>
                    { actions::turning(copied, &labels.ways.copy_message, &labels.copied) }
                </button>
            </div>
        </>
    }
}

fn phone(state: &State, labels: &'static Labels) -> Html {
    let said = state.brief(ShortMessage::Phone);
    html! {
        if !said.is_empty() {
            <p class="say">{ text(&labels.ways.phone) }</p>
            <p class="said notranslate" translate="no" lang={state.language().tag.as_str()}>{ live(&said) }</p>
        }
    }
}
