//! The replies panel: texts to write back when they answer.

use yew::{Html, html};

use super::named::named;
use super::{Send, copied_text, panel, text};
use crate::content::Language;
use crate::model::{CopyTarget, Panel, State};

/// Draws the panel.
pub(super) fn replies(state: &State, own: &'static Language, send: &Send) -> Html {
    let (replies, labels) = (&state.language().replies, &own.labels);
    panel(state, send, Panel::Replies, &labels.replies, || {
        html! {
            <ul class="stack">
                { for (0..).zip(replies).map(|(number, it)| html! {
                    <li key={it.id.as_str()}>
                        <p class="say">{ text(named(&own.replies, it)) }</p>
                        { copied_text(state, CopyTarget::Reply(number), state.reply_text(it), named(&own.replies, it), labels, send, Html::default()) }
                    </li>
                }) }
            </ul>
        }
    })
}
