//! The form: a few fields, all of them optional, and three choices.

use web_sys::HtmlInputElement;
use yew::{Event, Html, SubmitEvent, TargetCast, html};

use super::{Send, chosen, label, panel, rejection, segments, text, title, wrote};
use crate::content::{Field, Labels};
use crate::model::{FormMessage, Message, Panel, State};

/// Draws the form.
pub(super) fn form(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let stay = |event: SubmitEvent| event.prevent_default();
    let language = state.language();
    let tones = language.tones.iter().map(|it| (it.id.as_str(), it.label.as_str()));
    let situations = language.situations.iter().map(|it| (it.id.as_str(), it.label.as_str()));
    let lengths = language.lengths.iter().map(|it| (it.id.as_str(), it.label.as_str()));
    html! {
        <form part="form" class="form" novalidate=true onsubmit={stay}>
            <div class="title-row">
                { title(state, text(&labels.form)) }
                <p class="aside">{ text(&labels.optional) }</p>
            </div>
            <div class="fields">
                { line(state, labels, send, Field::Company, "", "words") }
                { line(state, labels, send, Field::Role, "", "none") }
                { line(state, labels, send, Field::Recipient, &labels.recipient_hint, "words") }
                { line(state, labels, send, Field::Sender, "", "words") }
            </div>
            { highlight(state, labels, send) }
            { list(state, labels, send, Field::Situation, situations) }
            <div class="choices">
                { few(state, labels, send, Field::Tone, tones.collect()) }
                { few(state, labels, send, Field::Length, lengths.collect()) }
            </div>
        </form>
    }
}

/// What few people need of the form. It stands below the letter, which it would push down.
pub(super) fn further(state: &State, labels: &'static Labels, send: &Send) -> Html {
    html! {
        <>
            { panel(state, send, Panel::More, &labels.more, || more(state, labels, send)) }
            { panel(state, send, Panel::Rejection, &labels.paste, || rejection::rejection(state, labels, send)) }
        </>
    }
}

/// A field of one line.
fn line(
    state: &State,
    labels: &'static Labels,
    send: &Send,
    field: Field,
    hint: &'static str,
    capitals: &'static str,
) -> Html {
    let name = field.name();
    // Only the sender is who the browser thinks is typing.
    let known = if field == Field::Sender { "name" } else { "off" };
    html! {
        <div part="field" class="field">
            <label part="label" for={name}>{ text(label(field, labels)) }</label>
            <input part="input" id={name} {name} type="text" value={state.value(field).to_owned()}
                autocomplete={known} autocapitalize={capitals} enterkeyhint="next"
                aria-describedby={(!hint.is_empty()).then_some("recipient-hint")} oninput={wrote(send, field)} />
            if !hint.is_empty() {
                <p class="hint" id="recipient-hint">{ text(hint) }</p>
            }
        </div>
    }
}

fn highlight(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let value = state.value(Field::Highlight).to_owned();
    html! {
        <div part="field" class="field">
            <label part="label" for="highlight">{ text(&labels.highlight) }</label>
            <div class="grow">
                <textarea part="input" id="highlight" name="highlight" rows="1" {value}
                    autocomplete="off" autocapitalize="none" aria-describedby="highlight-hint"
                    oninput={wrote(send, Field::Highlight)} />
            </div>
            <p class="hint" id="highlight-hint">{ text(&labels.highlight_hint) }</p>
        </div>
    }
}

/// A choice of one from a list.
fn list(
    state: &State,
    labels: &'static Labels,
    send: &Send,
    field: Field,
    choices: impl Iterator<Item = (&'static str, &'static str)>,
) -> Html {
    let (name, now) = (field.name(), state.value(field));
    html! {
        <div part="field" class="field">
            <label part="label" for={name}>{ text(label(field, labels)) }</label>
            <select part="input" id={name} {name} ~value={chosen(now)} key={state.language().tag.as_str()}
                onchange={wrote(send, field)}>
                { for choices.map(|(id, label)| html! {
                    <option key={id} value={id} selected={id == now}>{ text(label) }</option>
                }) }
            </select>
        </div>
    }
}

/// A choice of a few.
fn few(
    state: &State,
    labels: &'static Labels,
    send: &Send,
    field: Field,
    choices: Vec<(&'static str, &'static str)>,
) -> Html {
    segments(field.name(), label(field, labels), state.value(field), choices, &wrote(send, field))
}

/// What few people need: what the letter asks for, and what they may keep.
fn more(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let situation = state.situation();
    let asks = state.language().asks(situation).map(|it| (it.id.as_str(), it.label.as_str()));
    let allowed = send.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let value = if input.checked() { Field::YES } else { "" };
        Message::Form(FormMessage::Wrote(Field::Retention, value.to_owned()))
    });
    html! {
        <>
            { list(state, labels, send, Field::Ask, asks) }
            if situation.retention {
                <label class="keep">
                    <input type="checkbox" id="retention" name="retention"
                        checked={state.value(Field::Retention) == Field::YES} onchange={allowed} />
                    <span>{ text(&labels.retention) }</span>
                </label>
            }
        </>
    }
}
