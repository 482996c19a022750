//! The replies panel: texts to write back when they answer.

use yew::{Html, html};

use super::{Send, copied_text, panel, text};
use crate::content::Labels;
use crate::model::{CopyTarget, Panel, State};

/// Draws the panel.
pub(super) fn replies(state: &State, labels: &'static Labels, send: &Send) -> Html {
    let replies = &state.language().replies;
    panel(state, send, Panel::Replies, &labels.replies, || {
        html! {
            <ul class="stack">
                { for (0..).zip(replies).map(|(number, it)| html! {
                    <li key={it.id.as_str()}>
                        <p class="say">{ text(&it.label) }</p>
                        { copied_text(state, CopyTarget::Reply(number), state.reply_text(it), &it.label, labels, send, Html::default()) }
                    </li>
                }) }
            </ul>
        }
    })
}
