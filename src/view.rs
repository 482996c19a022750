//! The view: the whole widget as a function of the [`State`]. It decides nothing and sends [`Message`]s.

mod actions;
mod channels;
mod checklist;
mod foot;
mod form;
mod heading;
mod languages;
mod letter;
mod linter;
mod named;
mod part;
mod people;
mod rejection;
mod reminders;
mod replies;
mod versions;

use web_sys::HtmlInputElement;
use yew::virtual_dom::VText;
use yew::{Callback, Event, Html, InputEvent, MouseEvent, TargetCast, html};

use heading::title;
pub(crate) use part::{Memo, Part, Source, View};
pub(crate) use versions::Versions;

use crate::content::{Field, Labels};
use crate::model::{
    CopyMessage, CopyTarget, FormMessage, LinterMessage, Message, Notice, Panel, Section, State,
    join,
};

/// Where every event of the widget goes.
pub(crate) type Send = Callback<Message>;

/// Sends a message when something is clicked.
fn sends(send: &Send, message: Message) -> Callback<MouseEvent> {
    send.reform(move |_| message.clone())
}

/// As [`sends`], but a double click is one: what has the place of a thing that is gone is another.
fn sends_once(send: &Send, message: Message) -> Callback<MouseEvent> {
    let send = send.clone();
    Callback::from(move |event: MouseEvent| {
        if event.detail() < 2 {
            send.emit(message.clone());
        }
    })
}

/// Sends what is written or chosen in a control.
fn typed<E: AsRef<Event> + 'static>(send: &Send, message: fn(String) -> Message) -> Callback<E> {
    send.reform(move |event: E| message(value(event.as_ref())))
}

/// Sends what is written or chosen in the control of a field.
fn wrote<E: AsRef<Event> + 'static>(send: &Send, field: Field) -> Callback<E> {
    send.reform(move |event: E| Message::Form(FormMessage::Wrote(field, value(event.as_ref()))))
}

/// The value of a control: an area and a select have it where a line has it.
fn value(event: &Event) -> String {
    event.target_unchecked_into::<HtmlInputElement>().value()
}

/// Draws what stands around the other parts.
fn frame(view: View<'_>) -> Html {
    let View { state, language, send, .. } = view;
    let labels = &language.labels;
    let settings = state.settings();
    let direction = language.direction();
    html! {
        // Session recorders and autocapture would by their defaults have the letter, and quotations of it.
        // These names ask them to leave it out; blocked where that can be told from masked, which
        // several do not do to fields, so that a recording shows an empty box of the same size. The
        // classes are those of rrweb and what is made of it, Sentry, PostHog, Datadog, FullStory, New
        // Relic, Amplitude, Mixpanel, Highlight, Mouseflow, Lucky Orange, Inspectlet and Yandex; the
        // attributes of LogRocket, Hotjar, Clarity, Smartlook, OpenReplay, Contentsquare, Heap,
        // Dynatrace and Matomo.
        //
        // In another language all of it is drawn anew: a text that stays where it is would keep what a
        // page translator has made of it.
        <section part="root"
            class="root rr-block sentry-block ph-no-capture dd-privacy-hidden fs-exclude nr-block amp-block mp-block highlight-block mf-excluded lo-sensitive inspectlet-sensitive ym-hide-content"
            key={language.tag.as_str()} lang={language.tag.as_str()} dir={direction}
            aria-label={labels.heading.as_str()} data-private="" data-hj-suppress="" data-clarity-mask="true"
            data-sl="exclude" data-openreplay-hidden="" data-cs-mask="" data-heap-redact-text="true" heap-ignore=""
            data-dtrum-mask="" data-matomo-mask="" onpaste={send.reform(|_| Message::Linter(LinterMessage::Pasted))}>
            if settings.shows(Section::Heading) {
                { heading::heading(state, text(&labels.heading)) }
            }
            if settings.shows(Section::Intro) {
                <p class="intro">{ text(&labels.intro) }</p>
            }
            <div class="desk">
                if settings.shows(Section::Form) {
                    { form::essentials(view) }
                }
                { letter::letter(view) }
                if settings.shows(Section::Form) {
                    { view.part(Part::Further) }
                }
                if settings.shows(Section::Checklist) {
                    { view.part(Part::Checklist) }
                }
            </div>
            { view.part(Part::Foot) }
        </section>
    }
}

/// Draws a part: what it says in the view's language, the letter in the state's own.
pub(crate) fn draw(part: Part, view: View<'_>) -> Html {
    let View { state, language, send, .. } = view;
    let labels = &language.labels;
    match part {
        Part::Frame => frame(view),
        Part::Paste => form::paste(state, language, send),
        Part::Outcome => form::outcome(state, language, send),
        Part::Company => form::line(state, labels, send, Field::Company),
        Part::Role => form::line(state, labels, send, Field::Role),
        Part::Recipient => form::line(state, labels, send, Field::Recipient),
        Part::Sender => form::line(state, labels, send, Field::Sender),
        Part::Highlight => form::highlight(state, send),
        Part::Letter => letter::written(state, language, send),
        Part::Further => form::further(state, language, send),
        Part::Actions => actions::actions(state, labels, send),
        Part::Panels => letter::panels(state, language, send),
        Part::Checklist => checklist::checklist(state, language, send),
        Part::Foot => foot::foot(state, labels, send),
    }
}

/// A part that is folded away until it is wanted, and drawn only then.
fn panel(
    state: &State,
    send: &Send,
    panel: Panel,
    label: &'static str,
    content: impl FnOnce() -> Html,
) -> Html {
    let is_unfolded = state.is_unfolded(panel);
    let unfold = send.reform(move |event: MouseEvent| {
        // The state decides, so that what is drawn and what is open are the same.
        event.prevent_default();
        Message::Unfolded(panel, !is_unfolded)
    });
    html! {
        <details data-panel={panel.name()} open={is_unfolded}>
            <summary id={panel.name()} onclick={unfold}>{ text(label) }</summary>
            if is_unfolded {
                { content() }
            }
        </details>
    }
}

/// A button that says what it does.
fn button(name: &'static str, label: &'static str, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" part="button" id={name} {name} {onclick}>{ live(label) }</button>
    }
}

/// A choice of a few, side by side: the name of each and what it is called.
fn segments(
    name: &'static str,
    label: &'static str,
    chosen: &str,
    choices: Vec<(&'static str, &'static str)>,
    chose: &Callback<Event>,
) -> Html {
    html! {
        <fieldset part="field" class="field">
            <legend part="label">{ text(label) }</legend>
            <div class="segments">
                { for choices.into_iter().map(|(id, label)| html! {
                    <label class="segment">
                        <input type="radio" id={join([name, id].into_iter(), "-")} {name} value={id} checked={id == chosen} onchange={chose.clone()} />
                        { live(label) }
                    </label>
                }) }
            </div>
        </fieldset>
    }
}

/// A text in the language of the letter, to be edited where something hears of it.
fn sheet(
    state: &State,
    id: &str,
    label: &'static str,
    text: String,
    edited: Option<Callback<InputEvent>>,
) -> Html {
    let id = id.to_owned();
    let language = state.language();
    let direction = language.direction();
    html! {
        <div part="letter" class="sheet notranslate" translate="no" lang={language.tag.as_str()} dir={direction}>
            <div class="grow">
                <textarea part="body" id={id.clone()} name={id} rows="1" autocomplete="off" aria-label={label}
                    readonly={edited.is_none()} value={text} oninput={edited} />
            </div>
        </div>
    }
}

/// A text to copy, with what else can be done with it.
fn copied_text(
    state: &State,
    target: CopyTarget,
    words: String,
    label: &'static str,
    labels: &'static Labels,
    send: &Send,
    more: Html,
) -> Html {
    let copied = state.notice() == Some(Notice::Copied(target));
    let field = target.field();
    let copy = join(["copy", &field].into_iter(), "-");
    html! {
        <>
            { sheet(state, &field, label, words, None) }
            <div class="actions">
                <button type="button" part="button" id={copy} name="copy-text"
                    onclick={sends(send, Message::Copy(CopyMessage::Requested(target)))}>
                    { actions::turning(copied, &labels.copy_text, &labels.copied) }
                </button>
                { more }
            </div>
        </>
    }
}

/// The chosen option of a list, as a property: once touched, it no longer heeds its options' attributes.
#[cfg(target_arch = "wasm32")]
fn chosen(id: &str) -> &str {
    id
}

/// The shell that the build draws has no properties.
#[cfg(not(target_arch = "wasm32"))]
fn chosen(_: &str) -> bool {
    false
}

/// Words of a language, which stay where they are.
fn text(words: &'static str) -> Html {
    VText::new(words).into()
}

/// Words that change, in an element that is replaced with them: a page translator takes a text out of
/// the page and puts its own there, and would never see what the old one becomes. See
/// <https://github.com/facebook/react/issues/11538>.
fn live(words: &str) -> Html {
    html! { <span key={words.to_owned()}>{ words.to_owned() }</span> }
}

/// The label of a field.
fn label(field: Field, labels: &'static Labels) -> &'static str {
    match field {
        Field::Company => &labels.company,
        Field::Role => &labels.role,
        Field::Recipient => &labels.recipient,
        Field::Sender => &labels.sender,
        Field::Highlight => &labels.general_highlight,
        Field::Referrer => &labels.referrer,
        Field::Situation | Field::Seed => &labels.situation,
        Field::Tone => &labels.tone,
        Field::Length => &labels.length,
        Field::Ask => &labels.ask,
        Field::Retention => &labels.retention,
    }
}

/// A label with its words for each name in braces.
fn filled(label: &str, slots: &[(&str, &str)]) -> String {
    let mut parts = label.split('{');
    let mut filled = String::from(parts.next().unwrap_or_default());
    for part in parts {
        let (name, after) = part.split_once('}').unwrap_or((part, ""));
        let words = slots.iter().find(|(slot, _)| *slot == name).map_or("", |(_, words)| words);
        filled.push_str(words);
        filled.push_str(after);
    }
    filled
}
