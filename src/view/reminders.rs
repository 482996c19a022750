//! The long game: when to say hello again, what to write then, and the days as a file.

use web_sys::HtmlInputElement;
use yew::{Event, Html, TargetCast, html};

use super::{Send, numbered, panel, sends, text};
use crate::content::{Labels, Prompt};
use crate::model::{Message, Panel, State};

/// Draws the panel.
pub(super) fn reminders(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let prompts = &state.language().reminders;
    panel(state, send, Panel::Later, &labels.later.title, || {
        html! {
            <div class="stack">
                <p class="aside">{ text(&labels.later.intro) }</p>
                <ul>{ for prompts.iter().map(|it| prompt(state, it, send)) }</ul>
                <div class="actions">
                    <button type="button" part="button" id="save-reminders" name="save-reminders"
                        disabled={!state.has_reminders()} onclick={sends(send, Message::AskedForReminders)}>
                        { text(&labels.later.save) }
                    </button>
                </div>
                <p class="hint">{ text(&labels.later.hint) }</p>
            </div>
        }
    })
}

fn prompt(state: &State, prompt: &'static Prompt, send: &Send) -> Html {
    let chose = send.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Message::ChoseReminder(prompt.months, input.checked())
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
