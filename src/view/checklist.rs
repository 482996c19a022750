//! The checklist, with its progress.

use web_sys::HtmlInputElement;
use yew::{Event, Html, TargetCast, html};

use super::{Send, filled, live, text, title, typed};
use crate::content::{Item, Labels, Language};
use crate::model::{FormMessage, Message, State, digits, join};

/// Draws the checklist with its progress.
pub(super) fn checklist(state: &State, language: &'static Language, send: &Send) -> Html {
    let labels = &language.labels;
    let items = || language.items(state.facts_in(language));
    let (done, total) = state.checklist().progress(items());
    let progress = filled(&labels.progress, &[("done", &digits(done)), ("total", &digits(total))]);
    html! {
        <div part="checklist" class="checklist">
            <div class="title-row">
                { title(state, text(&labels.checklist)) }
                <p class="aside">{ live(&progress) }</p>
            </div>
            <p class="intro">{ text(&labels.checklist_intro) }</p>
            <ul class="items">{ for items().map(|it| item(state, it, labels, send)) }</ul>
        </div>
    }
}

fn item(state: &State, item: &'static Item, labels: &'static Labels, send: &Send) -> Html {
    let ticked = send.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Message::Ticked(item.id.to_string(), input.checked())
    });
    html! {
        <li part="item" class="item" key={item.id.as_str()}>
            <label>
                <input type="checkbox" id={join(["item", &item.id].into_iter(), "-")} name={item.id.as_str()}
                    checked={state.checklist().is_ticked(item)} onchange={ticked} />
                <span class="what">{ text(&item.label) }</span>
            </label>
            // Native, and nobody needs to know whether it is unfolded.
            <details class="reason">
                <summary id={join(["why", &item.id].into_iter(), "-")} aria-label={join([&*labels.why, &item.label].into_iter(), &labels.list_separator)}>{ text(&labels.why) }</summary>
                <p class="why">{ text(&item.why) }</p>
                if item.is_private {
                    { private(state, labels, send) }
                }
            </details>
        </li>
    }
}

/// A text for the visitor's eyes only: it is never stored, copied or read.
fn private(state: &State, labels: &'static Labels, send: &Send) -> Html {
    html! {
        <div part="field" class="field">
            <label part="label" for="private">{ text(&labels.private) }</label>
            <div class="grow">
                <textarea part="input" id="private" name="private" rows="2" autocomplete="off" spellcheck="false"
                    value={state.private().to_owned()} aria-describedby="private-hint"
                    oninput={typed(send, |it| Message::Form(FormMessage::WrotePrivately(it)))} />
            </div>
            <p class="hint" id="private-hint">{ text(&labels.private_hint) }</p>
        </div>
    }
}
