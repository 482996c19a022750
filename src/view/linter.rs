//! The tone linter's line under the letter: its length, what is still general, and the findings.

use yew::{Callback, Html, KeyboardEvent, html};

use super::{Send, button, filled, live, sends, sends_once, text};
use crate::content::{Field, Labels, Severity};
use crate::model::{
    Finding, HistoryMessage, LengthVerdict, Letter, LetterMessage, LinterMessage, Message, Panel,
    State, Verdict, digits, join, numbered, word_count,
};

/// Draws the line, and the offer of a new text or of the old one where there is one.
pub(super) fn linter(state: &State, letter: &Letter, labels: &'static Labels, send: &Send) -> Html {
    let words = word_count(&letter.body);
    let length = match LengthVerdict::of(words) {
        LengthVerdict::Short if words == 1 => &labels.word_one,
        LengthVerdict::Short => &labels.words_few,
        LengthVerdict::Good => &labels.words_good,
        LengthVerdict::Long => &labels.words_many,
        LengthVerdict::TooLong => &labels.words_too_many,
    };
    let whose = if state.has_offer() {
        labels.changed.clone()
    } else if state.is_edited() {
        labels.edited.clone()
    } else {
        general(state, labels)
    };
    // The space is within what is replaced: beside it, it would be one more text for a translator.
    let length = filled(length, &[("count", &digits(words))]) + " ";
    html! {
        <div part="review" class="review" onkeydown={Callback::from(|event: KeyboardEvent| presses_once(&event))}>
            <p>
                { live(&length) }<span class="whose">{ live(&whose) }</span>
            </p>
            { offer(state, labels, send) }
            { findings(state, letter, labels, send) }
        </div>
    }
}

/// The verdict of the tone linter on the visitor's own words, with its findings.
fn findings(state: &State, letter: &Letter, labels: &'static Labels, send: &Send) -> Html {
    let all = state.findings();
    if all.is_empty() && !state.is_edited() {
        return Html::default();
    }
    let verdict = match Verdict::of(&all) {
        Verdict::Gracious => &labels.gracious,
        Verdict::Nearly => &labels.nearly,
        Verdict::SleepOnIt => &labels.sleep_on_it,
    };
    let shown = all.iter().enumerate().filter(|(_, it)| it.rule.severity != Severity::Info);
    // Of two that are the same in all that is drawn, each is one of its own.
    let same = |one: &Finding, other: &Finding| {
        one.rule.id == other.rule.id
            && letter.body[one.span.clone()] == letter.body[other.span.clone()]
    };
    let nth = |index: usize| all[..index].iter().filter(|it| same(it, &all[index])).count();
    html! {
        <>
            <p class="verdict">{ live(verdict) }</p>
            <ul class="findings">{ for shown.map(|it| finding(it, nth(it.0), letter, labels, send)) }</ul>
        </>
    }
}

/// One finding: the words it is about, why, and what can be done with one tap.
fn finding(
    (index, finding): (usize, &Finding),
    nth: usize,
    letter: &Letter,
    labels: &'static Labels,
    send: &Send,
) -> Html {
    let rule = finding.rule;
    let words = &letter.body[finding.span.clone()];
    let suggestion = finding.suggestion.as_ref().map(|suggestion| match suggestion.as_str() {
        "" => labels.take_out.clone(),
        suggestion => filled(&labels.write_instead, &[("fix", suggestion)]),
    });
    html! {
        <li data-severity={rule.severity.name()} key={numbered(&join([&*rule.id, words].into_iter(), "\n"), nth)}>
            if !words.trim().is_empty() {
                <button type="button" class="quote notranslate" translate="no" id={numbered("where", index)} name="where"
                    onclick={sends(send, Message::Linter(LinterMessage::Located(index)))}>
                    { live(words.trim()) }
                </button>
            }
            <p>{ live(&rule.why) }</p>
            if let Some(suggestion) = suggestion {
                <button type="button" part="button" id={numbered("fix", index)} name="fix"
                    onclick={sends_once(send, Message::Linter(LinterMessage::AppliedSuggestion(index)))}>
                    { live(&suggestion) }
                </button>
            }
            <button type="button" part="button" class="plain" id={numbered("dismiss", index)} name="dismiss"
                onclick={sends_once(send, Message::Linter(LinterMessage::Dismissed(index)))}>
                { text(&labels.leave_it) }
            </button>
        </li>
    }
}

/// The fields that could still make the letter personal.
fn general(state: &State, labels: &'static Labels) -> String {
    let fields = state.general_fields().into_iter().filter_map(|field| match field {
        Field::Company => Some(&labels.general_company),
        Field::Role => Some(&labels.general_role),
        Field::Recipient => Some(&labels.general_recipient),
        Field::Sender => Some(&labels.general_sender),
        Field::Highlight => Some(&labels.general_highlight),
        Field::Referrer => Some(&labels.general_referrer),
        Field::Situation
        | Field::Tone
        | Field::Length
        | Field::Ask
        | Field::Retention
        | Field::Seed => None,
    });
    let fields = join(fields, &labels.list_separator);
    if fields.is_empty() {
        labels.personal.clone()
    } else {
        filled(&labels.general, &[("fields", &fields)])
    }
}

/// The new text, where there is one, and what was replaced last.
fn offer(state: &State, labels: &'static Labels, send: &Send) -> Html {
    html! {
        <>
            if state.has_offer() {
                { button("use-new", &labels.use_new, sends_once(send, Message::Letter(LetterMessage::AcceptedNewText))) }
            }
            if state.can_undo() && !(state.undoes_people() && state.is_unfolded(Panel::People)) {
                { undo(labels, send) }
            }
        </>
    }
}

/// The button that brings back what was replaced last.
pub(super) fn undo(labels: &'static Labels, send: &Send) -> Html {
    button("undo", &labels.undo, sends_once(send, Message::History(HistoryMessage::Undid)))
}

/// The key by which the focus moves on.
const TAB: u32 = 9;

/// Takes a key that is held for one press: what it would press next took the span of another.
fn presses_once(event: &KeyboardEvent) {
    if event.repeat() && event.key_code() != TAB {
        event.prevent_default();
    }
}
