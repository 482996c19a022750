//! When the tone linter is asked, and what becomes of its answers.
#![cfg(not(target_arch = "wasm32"))]

#[path = "hosted/linting.rs"]
mod linting;

use good_sport::content::{Field, Language};
use good_sport::model::{
    Effect, FormMessage, LanguageMessage, LetterMessage, LintRequest, LintTarget, LinterMessage,
    Message, PeopleMessage, PersonField, RejectionRequest, State,
};
use linting::{answer, happens};

const HURTS: &str = "Please reconsider your decision.";

fn wrote(field: Field, value: &str) -> Message {
    Message::Form(FormMessage::Wrote(field, value.into()))
}

fn edited(body: &str) -> Message {
    Message::Letter(LetterMessage::EditedBody(body.into()))
}

fn new() -> State {
    State::new(Language::best_for(["en"]))
}

/// What is asked of the linter about texts.
fn lints(effects: Vec<Effect>) -> Vec<LintRequest> {
    let lint = |it| if let Effect::Lint(request) = it { Some(*request) } else { None };
    effects.into_iter().filter_map(lint).collect()
}

/// The words of each finding in the letter, but for those about the whole.
fn words(state: &State) -> Vec<String> {
    let body = state.letter().body;
    let words = state.findings().into_iter().map(|it| body[it.span].trim().to_owned());
    words.filter(|it| !it.is_empty()).collect()
}

#[test]
fn the_linter_is_not_asked_before_something_is_edited_or_pasted() {
    let mut state = new();
    for message in [
        wrote(Field::Company, "Globex"),
        wrote(Field::Highlight, "the tour"),
        Message::Form(FormMessage::Stated("paused".into(), true)),
        Message::People(PeopleMessage::Added),
        Message::People(PeopleMessage::Wrote(0, PersonField::Name, "Dana".into())),
    ] {
        let effects = state.update(message.clone());
        assert_eq!(lints(effects), [], "{message:?}");
    }
    assert_eq!(state.findings_in(LintTarget::Letter), None);
    let asked = lints(state.update(Message::Linter(LinterMessage::Pasted)));
    assert_eq!(asked[0].target, LintTarget::Letter);
}

#[test]
fn an_edit_asks_about_its_text_once() {
    let mut state = new();
    let asked = lints(state.update(edited("Mine.")));
    assert_eq!((asked.len(), asked[0].target, &*asked[0].text), (1, LintTarget::Letter, "Mine."));
    assert_eq!(lints(state.update(edited("Mine."))), []);
    let asked = lints(state.update(wrote(Field::Recipient, "Dana")));
    assert_eq!(asked[0].details.get(Field::Recipient), "Dana", "the form says whom it greets");
    let _ = state.update(Message::People(PeopleMessage::Added));
    let _ =
        state.update(Message::People(PeopleMessage::Wrote(0, PersonField::Address, "Luis".into())));
    let asked = lints(state.update(Message::People(PeopleMessage::Edited(0, "A note.".into()))));
    assert_eq!((asked[0].target, &*asked[0].text), (LintTarget::Note(0), "A note."));
    assert_eq!(asked[0].details.get(Field::Recipient), "Luis");
}

#[test]
fn a_pasted_rejection_is_read_by_the_linter() {
    let mut state = new();
    let text = "We will not be moving forward.\n\nBest,\nDana Rivera";
    let effects = state.update(Message::Form(FormMessage::PastedRejection(text.into())));
    let request = RejectionRequest { tag: "en".into(), text: text.into() };
    assert!(effects.contains(&Effect::ReadRejection(request)), "{effects:?}");
    assert_eq!(state.hints(), None);
    for effect in effects {
        if let Ok(message) = answer(effect) {
            let _ = state.update(message);
        }
    }
    assert_eq!(state.hints().and_then(|it| it.name).as_deref(), Some("Dana Rivera"));
}

#[test]
fn an_answer_for_an_older_text_is_ignored() {
    let mut state = new();
    let older = state.update(edited(HURTS));
    let newer = state.update(edited("Thank you for the tour."));
    for effect in older {
        if let Ok(message) = answer(effect) {
            let _ = state.update(message);
        }
    }
    assert_eq!(state.findings_in(LintTarget::Letter), None);
    for effect in newer {
        if let Ok(message) = answer(effect) {
            let _ = state.update(message);
        }
    }
    assert_eq!((state.findings_in(LintTarget::Letter).is_some(), words(&state)), (true, vec![]));
}

#[test]
fn a_linter_that_cannot_come_is_asked_again_by_the_next_edit() {
    let mut state = new();
    let request = lints(state.update(edited(HURTS))).remove(0);
    let failed = Message::Linter(LinterMessage::Linted(Box::new(request), None));
    assert_eq!(state.update(failed), []);
    assert_eq!(state.findings_in(LintTarget::Letter), None);
    assert_eq!(lints(state.update(Message::Ticked("sting".into(), true))), []);
    assert_eq!(lints(state.update(edited("Mine."))).len(), 1);
}

#[test]
fn findings_stay_with_their_words_until_the_next_answer() {
    let before = format!("Thank you. {HURTS} Goodbye.");
    let check = |after: &str, expected: &[&str]| {
        let mut state = new();
        let _ = happens(&mut state, edited(&before));
        assert_eq!(words(&state), [HURTS]);
        let _ = state.update(edited(after));
        assert_eq!(words(&state), expected, "{after}");
    };
    check(&format!("Many thanks 👋 to you. {HURTS} Goodbye."), &[HURTS]);
    check(&format!("Thank you. {HURTS} Goodbye, Dana 👋."), &[HURTS]);
    check("Thank you. Please reconsider it. Goodbye.", &["Please reconsider it."]);
    check("Thank you for your decision. Goodbye.", &[]);
    check("Something else.", &[]);
    check("", &[]);
}

#[test]
fn findings_in_another_language_are_gone_with_it() {
    let mut state = new();
    let _ = happens(&mut state, edited(HURTS));
    let british = Language::best_for(["en-GB"]);
    let effects = state.update(Message::Language(LanguageMessage::Loaded(british)));
    assert_eq!(state.findings_in(LintTarget::Letter), None);
    assert_eq!(lints(effects)[0].tag, "en-GB");
}

#[test]
fn findings_in_a_note_are_applied_to_it_and_can_be_put_aside() {
    let mut state = new();
    let _ = state.update(Message::People(PeopleMessage::Added));
    let note = format!("Hi Dana, thank you. {HURTS} Bye.");
    let _ = happens(&mut state, Message::People(PeopleMessage::Edited(0, note.clone())));
    let target = LintTarget::Note(0);
    let shown = |state: &State| state.findings_in(target).unwrap_or_default().len();
    assert_eq!(shown(&state), 1);
    let body = |state: &State| state.people().get(0).map(|it| state.note(it).body);
    let applied = Message::Linter(LinterMessage::AppliedSuggestion(target, 0));
    let _ = happens(&mut state, applied);
    assert_eq!(body(&state).as_deref(), Some("Hi Dana, thank you. Bye."));
    let undo = Message::History(good_sport::model::HistoryMessage::Undid);
    let _ = happens(&mut state, undo.clone());
    assert_eq!((body(&state), shown(&state)), (Some(note), 1));
    let _ = happens(&mut state, Message::Linter(LinterMessage::Dismissed(target, 0)));
    assert_eq!(shown(&state), 0);
    let _ = happens(&mut state, undo);
    assert_eq!(shown(&state), 1);
}
