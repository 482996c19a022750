//! The tone linter's line under the letter: its length, what is still general, and the findings.

use yew::{Callback, Html, KeyboardEvent, html};

use super::{Send, button, filled, live, sends, sends_once};
use crate::content::{Field, Labels, Language, Severity};
use crate::model::{
    Finding, HistoryMessage, LengthVerdict, Letter, LetterMessage, LintTarget, LinterMessage,
    Message, Panel, State, Verdict, digits, join, numbered, text_length,
};

/// Draws the line, and the offer of a new text or of the old one where there is one.
pub(super) fn linter(state: &State, letter: &Letter, own: &'static Language, send: &Send) -> Html {
    let labels = &own.labels;
    // The verdict is by the letter's language; the sentence around the number is the widget's own.
    let unit = state.language().length_unit;
    let length = text_length(&letter.body, unit);
    let verdict = LengthVerdict::of(length, unit);
    let is_same = own.length_unit == unit;
    let count = if is_same { length } else { text_length(&letter.body, own.length_unit) };
    let length = match verdict {
        LengthVerdict::Short if count == 1 => &labels.word_one,
        LengthVerdict::Short => &labels.words_few,
        LengthVerdict::Good => &labels.words_good,
        LengthVerdict::Long => &labels.words_many,
        LengthVerdict::TooLong => &labels.words_too_many,
    };
    let whose = if state.has_offer() {
        labels.changed.to_string()
    } else if state.is_edited() {
        labels.edited.to_string()
    } else {
        general(state, labels)
    };
    // The space is within what is replaced: beside it, it would be one more text for a translator.
    let length = filled(length, &[("count", &digits(count))]) + own.length_unit.sentence_space();
    html! {
        <div part="review" class="review" onkeydown={Callback::from(|event: KeyboardEvent| presses_once(&event))}>
            <p>
                { live(&length) }<span class="whose">{ live(&whose) }</span>
            </p>
            { offer(state, labels, send) }
            { findings(state, LintTarget::Letter, &letter.body, labels, send) }
        </div>
    }
}

/// Draws the findings in a note.
pub(super) fn note(
    state: &State,
    voice: u8,
    words: &str,
    labels: &'static Labels,
    send: &Send,
) -> Html {
    html! {
        <div class="review" onkeydown={Callback::from(|event: KeyboardEvent| presses_once(&event))}>
            { findings(state, LintTarget::Note(voice), words, labels, send) }
        </div>
    }
}

/// The verdict of the tone linter on the visitor's own words, with its findings. Its line is there from
/// the first edit on, so that nothing moves under a thumb when it has read them.
fn findings(
    state: &State,
    target: LintTarget,
    words: &str,
    labels: &'static Labels,
    send: &Send,
) -> Html {
    let found = state.findings_in(target);
    let is_own = state.is_own(target);
    if found.as_ref().map_or(!is_own, |it| it.is_empty() && target == LintTarget::Letter && !is_own)
    {
        return Html::default();
    }
    let verdict = found.as_deref().map(|it| match Verdict::of(it) {
        Verdict::Gracious => &labels.gracious,
        Verdict::Nearly => &labels.nearly,
        Verdict::SleepOnIt => &labels.sleep_on_it,
    });
    let all = found.unwrap_or_default();
    let shown = all.iter().enumerate().filter(|(_, it)| it.severity != Severity::Info);
    // Of two that are the same in all that is drawn, each is one of its own.
    let same = |one: &Finding, other: &Finding| {
        one.id == other.id && words[one.span.clone()] == words[other.span.clone()]
    };
    let nth = |index: usize| all[..index].iter().filter(|it| same(it, &all[index])).count();
    html! {
        <>
            <p class="verdict">{ for verdict.map(|it| live(it)) }</p>
            <ul class="findings">{ for shown.map(|it| finding(target, it, nth(it.0), words, labels, send)) }</ul>
        </>
    }
}

/// One finding: the words it is about, why, and what can be done with one tap.
fn finding(
    target: LintTarget,
    (index, finding): (usize, &Finding),
    nth: usize,
    text: &str,
    labels: &'static Labels,
    send: &Send,
) -> Html {
    let words = &text[finding.span.clone()];
    let id = |name: &str| match target {
        LintTarget::Letter => numbered(name, index),
        LintTarget::Note(_) => numbered(&join(["note", name].into_iter(), "-"), index),
    };
    let suggestion = finding.suggestion.as_ref().map(|suggestion| match suggestion.as_str() {
        "" => labels.take_out.to_string(),
        suggestion => filled(&labels.write_instead, &[("fix", suggestion)]),
    });
    html! {
        <li data-severity={finding.severity.name()} key={numbered(&join([&*finding.id, words].into_iter(), "\n"), nth)}>
            if !words.trim().is_empty() {
                <button type="button" class="quote notranslate" translate="no" id={id("where")} name="where"
                    onclick={sends(send, Message::Linter(LinterMessage::Located(target, index)))}>
                    { live(words.trim()) }
                </button>
            }
            <p>{ live(&finding.why) }</p>
            if let Some(suggestion) = suggestion {
                <button type="button" part="button" id={id("fix")} name="fix"
                    onclick={sends_once(send, Message::Linter(LinterMessage::AppliedSuggestion(target, index)))}>
                    { live(&suggestion) }
                </button>
            }
            <button type="button" part="button" class="plain" id={id("dismiss")} name="dismiss"
                onclick={sends_once(send, Message::Linter(LinterMessage::Dismissed(target, index)))}>
                { super::text(&labels.leave_it) }
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
        labels.personal.to_string()
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
