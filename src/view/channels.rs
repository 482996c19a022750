//! The channels panel: mail services, files, sharing, and the short messages.

use yew::{Callback, Event, Html, html};

use super::{Send, actions, button, live, panel, segments, sends, sheet, text, value};
use crate::content::{ChannelLabels, Labels};
use crate::model::{
    ChannelMessage, CopyMessage, CopyTarget, File, Message, Notice, Panel, ShortMessage, State,
    Webmail,
};

/// Draws the panel.
pub(super) fn channels(state: &State, labels: &'static Labels, send: &Send) -> Html {
    panel(state, send, Panel::Channels, &labels.channels.title, || {
        let capabilities = state.capabilities();
        let letter = state.letter();
        let ChannelLabels { gmail, outlook, office, yahoo, .. } = &labels.channels;
        let services = [gmail, outlook, office, yahoo];
        html! {
            <div class="stack">
                if !capabilities.touch {
                    <p class="aside">{ text(&labels.channels.privacy) }</p>
                    <div class="actions">
                        { for Webmail::SERVICES.into_iter().zip(services).map(|(it, label)| actions::link(it, label, send)) }
                    </div>
                    if !Webmail::SERVICES.iter().all(|it| it.holds(&letter)) {
                        <p class="hint">{ text(&labels.channels.too_long) }</p>
                    }
                }
                <div class="actions">
                    if !capabilities.touch {
                        { button("save-draft", &labels.channels.save_draft, sends(send, Message::Channel(ChannelMessage::RequestedFile(File::Draft)))) }
                    }
                    { button("save-text", &labels.channels.save_text, sends(send, Message::Channel(ChannelMessage::RequestedFile(File::Text)))) }
                    if capabilities.share {
                        { button("share", &labels.channels.share, sends(send, Message::Channel(ChannelMessage::RequestedShare))) }
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
    let chosen = state.chosen_short_message();
    let chose: Callback<Event> = send.reform(|event: Event| {
        let name = value(&event);
        let message = ShortMessage::NOTES.into_iter().find(|it| it.name() == name);
        Message::Channel(ChannelMessage::ChoseShortMessage(message.unwrap_or_default()))
    });
    let choices = ShortMessage::NOTES
        .into_iter()
        .zip([&labels.channels.note_short, &labels.channels.note_long]);
    let choices = choices.map(|(message, label)| (message.name(), label.as_str())).collect();
    let copied = state.notice() == Some(Notice::Copied(CopyTarget::ShortMessage));
    html! {
        <>
            { segments("short-message", &labels.channels.note, chosen.name(), choices, &chose) }
            <p class="hint">{ text(&labels.channels.note_hint) }</p>
            { sheet(state, "message", &labels.channels.message, state.short_message(chosen), None) }
            <div class="actions">
                <button type="button" part="button" id="copy-message" name="copy-message"
                    onclick={sends(send, Message::Copy(CopyMessage::Requested(CopyTarget::ShortMessage)))}>
                    { actions::turning(copied, &labels.channels.copy_message, &labels.copied) }
                </button>
            </div>
        </>
    }
}

fn phone(state: &State, labels: &'static Labels) -> Html {
    let said = state.short_message(ShortMessage::Phone);
    html! {
        if !said.is_empty() {
            <p class="say">{ text(&labels.channels.phone) }</p>
            <p class="said notranslate" translate="no" lang={state.language().tag.as_str()}>{ live(&said) }</p>
        }
    }
}
