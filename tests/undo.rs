//! Undo: every replacement can be undone, without losing what was done since.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "hosted/linting.rs"]
mod linting;

use good_sport::content::{Field, Language};
use good_sport::model::{
    Effect, FormMessage, HistoryMessage, LetterMessage, LintTarget, LinterMessage, Message, Notice,
    PeopleMessage, PersonField, ReminderMessage, State,
};
use linting::happens;

/// A fresh widget to which all this has happened.
fn after(messages: impl IntoIterator<Item = Message>) -> State {
    let mut state = State::new(Language::best_for(["en"]));
    for message in messages {
        let _ = happens(&mut state, message);
    }
    state
}

fn wrote(field: Field, value: &str) -> Message {
    Message::Form(FormMessage::Wrote(field, value.into()))
}

fn edited(body: &str) -> Message {
    Message::Letter(LetterMessage::EditedBody(body.into()))
}

fn met(meeting: PeopleMessage) -> Message {
    Message::People(meeting)
}

/// The number of the first finding of a text that has a fix.
fn fixable(body: &str) -> usize {
    after([edited(body)]).findings().iter().position(|it| it.suggestion.is_some()).unwrap()
}

/// All that can be undone: what comes before, what is replaced by what, and what is done since.
fn replacements() -> Vec<(&'static str, Vec<Message>, Message)> {
    let flagged = "Dear Dana,\n\nThank you for the tour. Please reconsider your decision.\n\nSam";
    let note = || met(PeopleMessage::Edited(0, "My own note.".into()));
    vec![
        (
            "a new text",
            vec![edited("Mine."), wrote(Field::Tone, "formal")],
            Message::Letter(LetterMessage::AcceptedNewText),
        ),
        (
            "another wording",
            vec![wrote(Field::Sender, "Sam Lee")],
            Message::Letter(LetterMessage::WantedAnotherWording),
        ),
        (
            "a fix",
            vec![edited(flagged)],
            Message::Linter(LinterMessage::AppliedSuggestion(LintTarget::Letter, fixable(flagged))),
        ),
        (
            "a finding put aside",
            vec![edited(flagged)],
            Message::Linter(LinterMessage::Dismissed(LintTarget::Letter, 0)),
        ),
        (
            "starting over",
            vec![
                wrote(Field::Company, "Globex"),
                edited("Mine."),
                Message::Form(FormMessage::PastedRejection("We regret.".into())),
                Message::Reminder(ReminderMessage::Chose(3, false)),
                Message::Ticked("sting".into(), true),
            ],
            Message::History(HistoryMessage::StartedOver),
        ),
        (
            "a removed person",
            vec![met(PeopleMessage::Added), note()],
            met(PeopleMessage::Removed(0)),
        ),
        (
            "the new text of a note",
            vec![
                met(PeopleMessage::Added),
                note(),
                met(PeopleMessage::Wrote(0, PersonField::Name, "Dana".into())),
            ],
            met(PeopleMessage::AcceptedNewText(0)),
        ),
        (
            "what was handed over",
            vec![edited("Mine.")],
            Message::HandedOver(vec![("body".into(), "Theirs.".into())]),
        ),
    ]
}

#[test]
fn every_replacement_can_be_undone_and_redone() {
    for (what, before, replaced) in replacements() {
        let mut state = after(before);
        let first = state.saved().encode();
        assert!(!state.can_undo(), "{what}");
        let _ = happens(&mut state, replaced);
        let second = state.saved().encode();
        assert_ne!(first, second, "{what}");
        for expected in [&first, &second, &first] {
            assert!(state.can_undo(), "{what}");
            let effects = happens(&mut state, Message::History(HistoryMessage::Undid));
            assert_eq!(state.saved().encode(), *expected, "{what}");
            assert_eq!(state.notice(), Some(Notice::Undone));
            assert!(effects.contains(&Effect::Focus("#undo".into())), "{effects:?}");
        }
    }
}

#[test]
fn undo_is_there_until_the_next_replacement_whatever_is_typed() {
    for (what, before, replaced) in replacements() {
        let mut state = after(before);
        let _ = happens(&mut state, replaced);
        for message in [
            wrote(Field::Sender, "Ada"),
            wrote(Field::Company, "Initech"),
            Message::Letter(LetterMessage::EditedSubject("Hello".into())),
            met(PeopleMessage::Added),
            Message::Ticked("won".into(), true),
        ] {
            let _ = happens(&mut state, message);
            assert!(state.can_undo(), "{what}");
        }
        let since = state.saved().encode();
        let _ = happens(&mut state, Message::History(HistoryMessage::Undid));
        assert_eq!(state.value(Field::Sender), "Ada", "{what}");
        assert!(!state.people().all().is_empty(), "{what}");
        let _ = happens(&mut state, Message::History(HistoryMessage::Undid));
        assert_eq!(state.saved().encode(), since, "{what}: nothing is lost");
    }
}

#[test]
fn an_offer_does_not_hide_what_can_be_undone() {
    let mut state = after([
        edited("Mine."),
        Message::History(HistoryMessage::StartedOver),
        edited("Mine, too."),
    ]);
    let _ = happens(&mut state, wrote(Field::Tone, "formal"));
    assert!(state.has_offer() && state.can_undo());
}

#[test]
fn what_was_typed_elsewhere_in_a_text_since_stays() {
    let body =
        "Thank you for the tour of the mill. Please reconsider your decision. I wish you well.";
    let mut state = after([
        edited(body),
        Message::Linter(LinterMessage::AppliedSuggestion(LintTarget::Letter, fixable(body))),
    ]);
    assert_eq!(state.letter().body, "Thank you for the tour of the mill. I wish you well.");
    let _ = happens(
        &mut state,
        edited("Thank you for the long tour of the mill. I wish you well. Sam"),
    );
    let _ = happens(&mut state, Message::History(HistoryMessage::Undid));
    let both = "Thank you for the long tour of the mill. Please reconsider your decision. I wish you well. Sam";
    assert_eq!(state.letter().body, both);
}

#[test]
fn someone_who_is_added_since_does_not_take_the_place_of_someone_removed() {
    let name = |state: &State, voice| {
        state.people().get(voice).map(|it| it.get(PersonField::Name).to_owned())
    };
    let mut state = after([
        met(PeopleMessage::Added),
        met(PeopleMessage::Wrote(0, PersonField::Name, "Dana".into())),
        met(PeopleMessage::Removed(0)),
        met(PeopleMessage::Added),
        met(PeopleMessage::Wrote(1, PersonField::Name, "Tom".into())),
        Message::History(HistoryMessage::Undid),
    ]);
    assert_eq!((name(&state, 0), name(&state, 1)), (Some("Dana".into()), Some("Tom".into())));
    let _ = happens(&mut state, Message::History(HistoryMessage::Undid));
    assert_eq!((name(&state, 0), name(&state, 1)), (None, Some("Tom".into())));
}

#[test]
fn starting_over_twice_loses_nothing() {
    let mut state = after([
        edited("Mine."),
        Message::History(HistoryMessage::StartedOver),
        Message::History(HistoryMessage::StartedOver),
    ]);
    let _ = happens(&mut state, Message::History(HistoryMessage::Undid));
    assert_eq!(state.letter().body, "Mine.");
}

#[test]
fn a_page_that_resets_leaves_nothing_to_undo() {
    assert!(
        !after([
            edited("Mine."),
            Message::History(HistoryMessage::StartedOver),
            Message::History(HistoryMessage::Reset)
        ])
        .can_undo()
    );
}

#[test]
fn a_finding_is_dismissed_by_its_rule_and_its_words() {
    let mut state = after([edited("Dear [name], I met [person] and [name]. Thank you.")]);
    let words = |state: &State| {
        let body = state.letter().body;
        let words = state.findings().into_iter().map(|it| body[it.span].to_owned());
        words.filter(|it| it.starts_with('[')).collect::<Vec<_>>()
    };
    assert_eq!(words(&state), ["[name]", "[person]", "[name]"]);
    let _ = happens(&mut state, Message::Linter(LinterMessage::Dismissed(LintTarget::Letter, 1)));
    assert_eq!(words(&state), ["[name]", "[name]"]);
    let _ = happens(&mut state, edited("Dear [name], thank you for meeting [person]."));
    assert_eq!(words(&state), ["[name]"], "it stays away with its words");
}

#[test]
fn the_focus_goes_to_the_finding_that_took_the_place_or_to_the_undoing() {
    let body = "Dear [name], I met [person] and [else]. Thank you.";
    let focus = |messages: &[Message]| {
        let mut state = after([edited(body)]);
        let mut effects = Vec::new();
        for message in messages {
            effects = happens(&mut state, message.clone());
        }
        let found = effects.into_iter().find_map(|it| match it {
            Effect::Focus(selector) => Some(selector),
            _ => None,
        });
        found.unwrap()
    };
    let nth = |more: &str| {
        format!(".letter > .review > .findings > li:first-child{more} > [part=button]")
    };
    let dismissed = |it| Message::Linter(LinterMessage::Dismissed(LintTarget::Letter, it));
    assert_eq!(focus(&[dismissed(0)]), nth(""));
    assert_eq!(focus(&[dismissed(1)]), nth(" + li"));
    assert_eq!(focus(&[dismissed(2)]), "#undo");
    assert_eq!(focus(&[dismissed(0), dismissed(0), dismissed(0)]), "#undo");
}

#[test]
fn what_is_taken_out_leaves_no_gap() {
    const HURTS: &str = "Please reconsider your decision.";
    let check = |before: &str, expected: &str| {
        let mut state = after([edited(&before.replace('#', HURTS))]);
        let body = state.letter().body;
        let at = state.findings().iter().position(|it| body[it.span.clone()].trim() == HURTS);
        let _ = happens(
            &mut state,
            Message::Linter(LinterMessage::AppliedSuggestion(
                LintTarget::Letter,
                at.unwrap_or_else(|| panic!("{before:?}")),
            )),
        );
        assert_eq!(state.letter().body, expected, "{before:?}");
    };
    check("Thank you. # Goodbye.", "Thank you. Goodbye.");
    check("Thank you. #\n\nGoodbye.", "Thank you.\n\nGoodbye.");
    check("Thank you.\n\n# Goodbye.", "Thank you.\n\nGoodbye.");
    check("Thank you.\n\n#\n\nGoodbye.", "Thank you.\n\nGoodbye.");
    check("Thank you.\n\n#\nGoodbye.", "Thank you.\n\nGoodbye.");
    check("Thank you.\n#\nGoodbye.", "Thank you.\nGoodbye.");
    check("#\n\nGoodbye.", "Goodbye.");
    check("# Goodbye.", "Goodbye.");
    check("Thank you.\n\n#", "Thank you.");
    check("Thank you. #", "Thank you.");
    check("Thank you.  #  Goodbye.", "Thank you.  Goodbye.");
    check("#", "");
}
