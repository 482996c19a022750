//! The checklist, with its progress.

use web_sys::HtmlInputElement;
use yew::{Event, Html, TargetCast, html};

use super::{Send, digits, filled, live, text, title};
use crate::content::{Item, Language};
use crate::model::{Message, State, join};

/// Draws the checklist with its progress.
pub(super) fn checklist(state: &State, language: &'static Language, send: &Send) -> Html {
    let labels = &language.labels;
    let items = || language.items(state.situation());
    let (done, total) = state.checklist().progress(items());
    let progress = filled(&labels.progress, &[("done", &digits(done)), ("total", &digits(total))]);
    html! {
        <div part="checklist" class="checklist">
            <div class="title-row">
                { title(state, text(&labels.checklist)) }
                <p class="aside">{ live(&progress) }</p>
            </div>
            <p class="intro">{ text(&labels.checklist_intro) }</p>
            <ul class="items">{ for items().map(|it| item(state, it, send)) }</ul>
        </div>
    }
}

fn item(state: &State, item: &'static Item, send: &Send) -> Html {
    let ticked = send.reform(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        Message::Ticked(item.id.clone(), input.checked())
    });
    html! {
        <li part="item" class="item" key={item.id.as_str()}>
            <label>
                <input type="checkbox" id={join(["item", &item.id].into_iter(), "-")} name={item.id.as_str()}
                    checked={state.checklist().is_ticked(item)} onchange={ticked} />
                <span class="what">{ text(&item.label) }<span class="why">{ text(&item.why) }</span></span>
            </label>
        </li>
    }
}
