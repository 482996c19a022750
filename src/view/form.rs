//! The form: the facts, a few optional fields, and the tone of the letter.

use web_sys::HtmlInputElement;
use yew::{Callback, Event, Html, SubmitEvent, TargetCast, html};

use super::named::named;
use super::{
    Part, Send, View, chosen, label, live, panel, rejection, segments, text, title, value, wrote,
};
use crate::content::{Field, Group, Labels, Language};
use crate::model::{FormMessage, Message, Panel, REFERRAL, State, join};

/// The guidance for the highlight: its label and its hint.
pub(super) const GUIDANCE: [&str; 2] = ["highlight-label", "highlight-hint"];
/// The guidance on whether a reply is customary.
pub(super) const REPLY: &str = "reply";

/// Draws what comes before the letter, all that it is about: on a phone one goes on from here to the
/// letter and its button, and never back.
pub(super) fn essentials(view: View<'_>) -> Html {
    html! {
        <form part="form" class="form essentials" novalidate=true onsubmit={stay()}>
            { view.part(Part::Paste) }
            // Without these two the letter may be untrue; the facts that make it better are folded.
            { view.part(Part::Outcome) }
            <div class="fields">
                { view.part(Part::Company) }
                { view.part(Part::Role) }
                { view.part(Part::Recipient) }
                { view.part(Part::Sender) }
            </div>
            { view.part(Part::Highlight) }
        </form>
    }
}

/// Draws the form's title, and the panel for the rejection.
pub(super) fn paste(state: &State, own: &'static Language, send: &Send) -> Html {
    let labels = &own.labels;
    html! {
        <div class="title-row">
            { title(state, text(&labels.form)) }
            { panel(state, send, Panel::Rejection, &labels.paste, || rejection::rejection(state, own, send)) }
            <p class="aside">{ text(&labels.optional) }</p>
        </div>
    }
}

/// Draws the choices of what happened, and how far it had gone.
pub(super) fn outcome(state: &State, own: &'static Language, send: &Send) -> Html {
    html! {
        <div class="pair">
            { facts(state, own, &own.labels.situation, "situation", Group::Outcome, send) }
            { facts(state, own, &own.labels.stage, "stage", Group::Stage, send) }
        </div>
    }
}

/// Draws what stands below the letter where there is no room beside it: how it is to sound, and what
/// few people need.
pub(super) fn further(state: &State, own: &'static Language, send: &Send) -> Html {
    let (language, labels) = (state.language(), &own.labels);
    let tones = language.tones.iter().map(|it| (it.id.as_str(), named(&own.tones, it)));
    let lengths = language.lengths.iter().map(|it| (it.id.as_str(), named(&own.lengths, it)));
    html! {
        <form part="form" class="form further" novalidate=true onsubmit={stay()}>
            if let Some(guidance) = state.guidance(REPLY) {
                <p class="hint" role="status">{ live(&guidance) }</p>
            }
            <div class="pair">
                { few(state, labels, send, Field::Tone, tones.collect()) }
                { few(state, labels, send, Field::Length, lengths.collect()) }
            </div>
            { panel(state, send, Panel::More, &labels.more, || more(state, own, send)) }
            // Below the choice that it belongs to, which stays under the finger that makes it.
            if state.facts().has(REFERRAL, language) {
                { line(state, labels, send, Field::Referrer) }
            }
        </form>
    }
}

/// Keeps a page from being left by the Enter key.
fn stay() -> Callback<SubmitEvent> {
    Callback::from(|event: SubmitEvent| event.prevent_default())
}

/// Draws a field of one line.
pub(super) fn line(state: &State, labels: &'static Labels, send: &Send, field: Field) -> Html {
    let name = field.name();
    // Only the sender is who the browser thinks is typing.
    let known = if field == Field::Sender { "name" } else { "off" };
    let capitals = if field == Field::Role { "none" } else { "words" };
    let has_hint = field == Field::Recipient;
    html! {
        <div part="field" class="field">
            <label part="label" for={name}>{ text(label(field, labels)) }</label>
            <input part="input" id={name} {name} type="text" value={state.value(field)}
                autocomplete={known} autocapitalize={capitals} enterkeyhint="next"
                aria-describedby={has_hint.then_some("recipient-hint")} oninput={wrote(send, field)} />
            if has_hint {
                <p class="hint" id="recipient-hint">{ text(&labels.recipient_hint) }</p>
            }
        </div>
    }
}

/// Draws the field that finishes a sentence of the letter, whose beginning its label shows.
pub(super) fn highlight(state: &State, send: &Send) -> Html {
    let [label, hint] = GUIDANCE.map(|it| live(&state.guidance(it).unwrap_or_default()));
    html! {
        <div part="field" class="field">
            <label part="label" for="highlight">{ label }</label>
            <div class="grow">
                <textarea part="input" id="highlight" name="highlight" rows="1" value={state.value(Field::Highlight)}
                    autocomplete="off" autocapitalize="none" aria-describedby="highlight-hint"
                    oninput={wrote(send, Field::Highlight)} />
            </div>
            <p class="hint" id="highlight-hint">{ hint }</p>
        </div>
    }
}

/// A choice of one from a list: the `id` of each and what it is called.
fn list(
    state: &State,
    name: &'static str,
    label: &'static str,
    now: &str,
    choices: impl Iterator<Item = (&'static str, &'static str)>,
    onchange: Callback<Event>,
) -> Html {
    html! {
        <div part="field" class="field">
            <label part="label" for={name}>{ text(label) }</label>
            <select part="input" id={name} {name} ~value={chosen(now)} key={state.language().tag.as_str()}
                {onchange}>
                { for choices.map(|(id, label)| html! {
                    <option key={id} value={id} selected={id == now}>{ text(label) }</option>
                }) }
            </select>
        </div>
    }
}

/// A choice of the fact of a group of which one holds.
fn facts(
    state: &State,
    own: &'static Language,
    label: &'static str,
    name: &'static str,
    group: Group,
    send: &Send,
) -> Html {
    let (language, facts) = (state.language(), state.facts());
    let offered = language.facts_of(group, facts).map(|it| (it.id.as_str(), named(&own.facts, it)));
    let stated =
        send.reform(|event: Event| Message::Form(FormMessage::Stated(value(&event), true)));
    list(state, name, label, &facts.of(group, language).id, offered, stated)
}

/// The facts of which any may hold.
fn also(state: &State, own: &'static Language, send: &Send) -> Html {
    let (language, facts) = (state.language(), state.facts());
    html! {
        <fieldset part="field" class="field">
            <legend part="label">{ text(&own.labels.also) }</legend>
            <div class="chips">
                { for language.facts_of(Group::Also, facts).map(|it| {
                    let stated = send.reform(|event: Event| {
                        let input: HtmlInputElement = event.target_unchecked_into();
                        Message::Form(FormMessage::Stated(it.id.to_string(), input.checked()))
                    });
                    let id = join(["also", &it.id].into_iter(), "-");
                    html! {
                        <label class="chip" key={it.id.as_str()}>
                            <input type="checkbox" {id} name="also" value={it.id.as_str()}
                                checked={facts.has(&it.id, language)} onchange={stated} />
                            { text(named(&own.facts, it)) }
                        </label>
                    }
                }) }
            </div>
        </fieldset>
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
    segments(field.name(), label(field, labels), &state.value(field), choices, &wrote(send, field))
}

/// The further choices, which few people need: the ask, the retention, and the other facts.
fn more(state: &State, own: &'static Language, send: &Send) -> Html {
    let (language, stated, labels) = (state.language(), state.facts(), &own.labels);
    let asks = language.asks(stated).map(|it| (it.id.as_str(), named(&own.asks, it)));
    let allowed = send.reform(|event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let value = if input.checked() { Field::YES } else { "" };
        Message::Form(FormMessage::Wrote(Field::Retention, value.to_owned()))
    });
    let retention = Field::Retention.name();
    html! {
        <div class="more">
            <div class="pair">
                { facts(state, own, &labels.channel, "channel", Group::Channel, send) }
                { list(state, Field::Ask.name(), &labels.ask, &state.value(Field::Ask), asks, wrote(send, Field::Ask)) }
            </div>
            if !stated.silence(retention, language) {
                <label class="keep">
                    <input type="checkbox" id={retention} name={retention}
                        checked={state.value(Field::Retention) == Field::YES} onchange={allowed} />
                    <span>{ text(&labels.retention) }</span>
                </label>
            }
            { also(state, own, send) }
        </div>
    }
}
