//! The whole widget as a function of the [`State`]; it decides nothing and sends [`Message`]s.

mod checklist;
mod delivery;
mod form;
mod letter;
mod review;

use yew::virtual_dom::VTag;
use yew::{AttrValue, Callback, Html, TargetCast, html};

use crate::content::{Field, Labels, Language};
use crate::model::{Message, Section, State};

/// Where every event of the widget goes.
pub(crate) type Send = Callback<Message>;

/// Draws the widget: what it says in `language`, the letter in the state's own.
pub(crate) fn widget(state: &State, language: &'static Language, send: &Send) -> Html {
    let labels = &language.labels;
    let settings = state.settings();
    let direction = if language.right_to_left { "rtl" } else { "ltr" };
    html! {
        <section part="root" class="root" lang={language.tag.as_str()} dir={direction} aria-label={labels.heading.as_str()}>
            if settings.shows(Section::Heading) {
                { heading(settings.heading_level, "heading", labels.heading.as_str()) }
            }
            if settings.shows(Section::Intro) {
                <p class="intro">{ labels.intro.as_str() }</p>
            }
            <div class="desk">
                if settings.shows(Section::Form) {
                    { form::form(state, labels, send) }
                }
                { letter::letter(state, labels, send) }
            </div>
            if settings.shows(Section::Checklist) {
                { checklist::checklist(state, language, send) }
            }
            { foot(state, labels, send) }
        </section>
    }
}

/// The line below everything: what is kept, and what is promised.
fn foot(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let keep = send.reform(|event: yew::Event| {
        let input: web_sys::HtmlInputElement = event.target_unchecked_into();
        Message::ChoseToKeep(input.checked())
    });
    html! {
        <footer class="foot">
            if state.settings().shows(Section::Keep) {
                <label class="keep">
                    <input type="checkbox" name="keep" checked={state.keeps()} onchange={keep} />
                    <span>{ labels.keep.as_str() }</span>
                </label>
            }
            <p class="privacy">{ labels.privacy.as_str() }</p>
            <button type="button" part="button" class="plain" name="start-over" onclick={send.reform(|_| Message::StartedOver)}>
                { labels.start_over.as_str() }
            </button>
        </footer>
    }
}

/// A heading of the widget's own level, or of one below it.
fn heading(level: u8, class: &'static str, content: impl Into<Html>) -> Html {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let mut heading = VTag::new(TAGS[usize::from(level.clamp(1, 6)) - 1]);
    heading.add_attribute("class", class);
    if class == "heading" {
        heading.add_attribute("part", class);
    }
    heading.add_child(content.into());
    heading.into()
}

/// A choice of a list. It is chosen by its property, since a list that was touched no longer heeds
/// the attribute.
fn option(value: &'static str, label: &'static str, is_chosen: bool) -> Html {
    let mut option = VTag::new("option");
    option.add_attribute("value", value);
    option.add_property("selected", is_chosen);
    option.add_child(label.into());
    option.into()
}

/// What a field is called.
fn label(field: Field, labels: &Labels) -> &str {
    match field {
        Field::Company => &labels.company,
        Field::Role => &labels.role,
        Field::Recipient => &labels.recipient,
        Field::Sender => &labels.sender,
        Field::Highlight => &labels.highlight,
        Field::Situation => &labels.situation,
        Field::Tone => &labels.tone,
        Field::Length => &labels.length,
    }
}

/// A label with a number or some words put in for a name in braces.
fn filled(label: &str, slot: &str, words: &str) -> AttrValue {
    label.replace(slot, words).into()
}
