//! The reminders panel: when to write again, and the dates as a calendar file.

use web_sys::HtmlInputElement;
use yew::{Event, Html, TargetCast, html};

use super::{Send, numbered, panel, sends, text};
use crate::content::{Labels, Prompt};
use crate::model::{Message, Panel, ReminderMessage, State};

/// Draws the panel.
pub(super) fn reminders(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let prompts = &state.language().reminders;
    panel(state, send, Panel::Reminders, &labels.reminders.title, || {
        html! {
            <div class="stack">
                <p class="aside">{ text(&labels.reminders.intro) }</p>
                <ul>{ for prompts.iter().map(|it| prompt(state, it, send)) }</ul>
                <div class="actions">
                    <button type="button" part="button" id="save-reminders" name="save-reminders"
                        disabled={!state.has_reminders()} onclick={sends(send, Message::Reminder(ReminderMessage::Requested))}>
                        { text(&labels.reminders.save) }
                    </button>
                </div>
                <p class="hint">{ text(&labels.reminders.hint) }</p>
            </div>
        }
    })
}

fn prompt(state: &State, prompt: &'static Prompt, send: &Send) -> Html {
    let chose = send.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Message::Reminder(ReminderMessage::Chose(prompt.months, input.checked()))
    });
    html! {
        <li class="item" key={prompt.label.as_str()}>
            <label>
                <input type="checkbox" id={numbered("reminder", prompt.months.into())} name="reminder"
                    checked={state.reminds_in(prompt.months)} onchange={chose} />
                <span class="what">{ text(&prompt.label) }<span class="why">{ text(&prompt.note) }</span></span>
            </label>
        </li>
    }
}
