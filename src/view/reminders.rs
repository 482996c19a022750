//! The reminders panel: when to write again, with what, and the dates as a calendar file.

use web_sys::HtmlInputElement;
use yew::{Event, Html, TargetCast, html};

use super::{Send, copied_text, panel, sends, text};
use crate::content::{Language, Prompt};
use crate::model::{CopyTarget, Message, Panel, ReminderMessage, State, numbered};

/// Draws the panel.
pub(super) fn reminders(state: &State, own: &'static Language, send: &Send) -> Html {
    let (prompts, labels) = (&state.language().reminders, &own.labels);
    panel(state, send, Panel::Reminders, &labels.reminders.title, || {
        html! {
            <div class="stack">
                <p class="aside">{ text(&labels.reminders.intro) }</p>
                <ul>{ for prompts.iter().map(|it| prompt(state, it, own, send)) }</ul>
                <div class="actions">
                    <button type="button" part="button" id="save-reminders" name="save-reminders"
                        disabled={!state.has_reminders()} onclick={sends(send, Message::Reminder(ReminderMessage::Requested(None)))}>
                        { text(&labels.reminders.save) }
                    </button>
                </div>
                <p class="hint">{ text(&labels.reminders.hint) }</p>
            </div>
        }
    })
}

fn prompt(state: &State, prompt: &'static Prompt, own: &'static Language, send: &Send) -> Html {
    let (months, labels) = (prompt.months, &own.labels);
    // What the calendar holds is the letter's; what the visitor reads of it is the widget's.
    let read = own.reminders.iter().find(|it| it.months == months).unwrap_or(prompt);
    let chose = send.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Message::Reminder(ReminderMessage::Chose(months, input.checked()))
    });
    let id = numbered("save-reminder", months.into());
    html! {
        <li class="item" key={months}>
            <label>
                <input type="checkbox" id={numbered("reminder", months.into())} name="reminder"
                    checked={state.reminds_in(months)} onchange={chose} />
                <span class="what">{ text(&read.label) }<span class="why">{ text(&read.note) }</span></span>
            </label>
            { copied_text(state, CopyTarget::Reminder(months), state.reminder_text(prompt), &read.label, labels, send, html! {
                // Some calendars take only the first date of a file, or make a calendar of their own of it:
                // https://support.microsoft.com/office/cff1429c-5af6-41ec-a5b4-74f2c278e98c
                <button type="button" part="button" class="plain" {id} name="save-reminder"
                    onclick={sends(send, Message::Reminder(ReminderMessage::Requested(Some(months))))}>
                    { text(&labels.reminders.save_one) }
                </button>
            }) }
        </li>
    }
}
