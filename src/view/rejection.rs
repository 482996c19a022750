//! The rejection panel: a field to paste it into, and the hints for the form.

use yew::{Html, html};

use super::named::named;
use super::{Send, filled, live, sends, text, typed};
use crate::content::{Facts, Field, Language};
use crate::model::{FormMessage, Hints, Message, State, join};

/// Draws what the panel holds.
pub(super) fn rejection(state: &State, own: &'static Language, send: &Send) -> Html {
    let (rejection, labels) = (state.rejection(), &own.labels);
    html! {
        <div part="field" class="field">
            <label part="label" for="rejection">{ text(&labels.paste_label) }</label>
            <textarea part="input" id="rejection" name="rejection" rows="4" autocomplete="off" spellcheck="false"
                value={rejection.to_owned()} aria-describedby="rejection-hint" oninput={typed(send, |it| Message::Form(FormMessage::PastedRejection(it)))} />
            <p class="hint" id="rejection-hint">{ text(&labels.paste_intro) }</p>
            if let Some(hints) = state.hints() {
                { suggested(state, hints, own, send) }
            }
        </div>
    }
}

fn suggested(state: &State, hints: Hints, own: &'static Language, send: &Send) -> Html {
    let (language, labels) = (state.language(), &own.labels);
    let told = |facts: Facts| {
        join(facts.each(language).map(|it| named(&own.facts, it)), &labels.list_separator)
    };
    let Hints { facts, name, is_unread } = hints;
    let is_nothing = facts.is_none() && name.is_none() && !is_unread;
    html! {
        <div class="hints" role="status">
            if let Some(facts) = facts {
                <button type="button" part="button" id="hint-situation" name="hint-situation"
                    onclick={sends(send, Message::Form(FormMessage::TookFacts(facts)))}>
                    { live(&filled(&labels.hint_situation, &[("situation", &told(facts))])) }
                </button>
            }
            if let Some(name) = name {
                <button type="button" part="button" id="hint-name" name="hint-name"
                    onclick={sends(send, Message::Form(FormMessage::Wrote(Field::Recipient, name.clone())))}>
                    { live(&filled(&labels.hint_name, &[("name", &name)])) }
                </button>
            }
            if is_unread {
                <p>{ text(&labels.hint_unread) }</p>
            }
            if is_nothing {
                <p>{ text(&labels.paste_nothing) }</p>
            }
        </div>
    }
}
