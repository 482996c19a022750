//! Reminders: which are saved, what they say, and the notice of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Language};
use good_sport::model::{
    Date, Effect, Event, FormMessage, HistoryMessage, Message, Notice, ReminderMessage, State,
};

/// A Monday.
const TODAY: (u32, u32, u32) = (2026, 11, 23);
const MILLIS: u64 = 1_795_420_800_000;

fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

/// A fresh widget to which all this has happened.
fn after(messages: impl IntoIterator<Item = Message>) -> State {
    let mut state = State::new(languages().next().unwrap());
    for message in messages {
        let _ = state.update(message);
    }
    state
}

fn wrote(field: Field, value: &str) -> Message {
    Message::Form(FormMessage::Wrote(field, value.into()))
}

fn time_came() -> Message {
    let (year, month, day) = TODAY;
    Message::Reminder(ReminderMessage::ToldTime(Date::new(year, month, day).unwrap(), MILLIS))
}

/// The calendar that is saved, without its folds.
fn calendar(effects: &[Effect]) -> String {
    let [Effect::SaveFile(name, media, text), ..] = effects else { panic!("{effects:?}") };
    assert_eq!((name.as_str(), *media), ("say-hello.ics", "text/calendar"));
    text.replace("\r\n ", "")
}

fn reminded(effects: &[Effect]) -> Vec<u32> {
    let months = effects.iter().filter_map(|it| match it {
        Effect::Dispatch(Event::Reminded(months)) => Some(*months),
        _ => None,
    });
    months.collect()
}

#[test]
fn all_three_are_chosen_at_first_and_saved_in_one_file() {
    let mut state = after([]);
    assert_eq!(state.update(Message::Reminder(ReminderMessage::Requested)), [Effect::TellTime]);
    let effects = state.update(time_came());
    let file = calendar(&effects);
    for day in ["20261223", "20270223", "20270524"] {
        assert!(file.contains(&format!("DTSTART;VALUE=DATE:{day}\r\n")), "{day}: {file}");
    }
    assert_eq!(reminded(&effects), [1, 3, 6]);
    // Whether the file came, and went into a calendar, the visitor knows alone.
    assert_eq!(state.notice(), Some(Notice::RemindersSaved));
    let ahead = state.language().checklist.iter().find(|it| it.id == "ahead").unwrap();
    assert!(!state.checklist().is_ticked(ahead));
}

#[test]
fn only_what_is_chosen_is_saved() {
    let mut state = after([
        Message::Reminder(ReminderMessage::Chose(1, false)),
        Message::Reminder(ReminderMessage::Chose(6, false)),
        Message::Reminder(ReminderMessage::Chose(6, true)),
    ]);
    assert!(!state.reminds_in(1) && state.reminds_in(3) && state.reminds_in(6));
    let effects = state.update(time_came());
    assert_eq!(reminded(&effects), [3, 6]);
    assert_eq!(calendar(&effects).matches("BEGIN:VEVENT").count(), 2);
    let _ = state.update(Message::History(HistoryMessage::StartedOver));
    assert!(state.reminds_in(1), "as at first");
}

#[test]
fn nothing_is_saved_where_nothing_is_chosen() {
    let mut state =
        after([1, 3, 6].map(|months| Message::Reminder(ReminderMessage::Chose(months, false))));
    assert!(!state.has_reminders());
    assert_eq!(state.update(Message::Reminder(ReminderMessage::Requested)), []);
}

#[test]
fn a_title_names_whom_to_greet_as_far_as_it_is_known() {
    let title = |recipient, company| {
        let mut state = after([wrote(Field::Recipient, recipient), wrote(Field::Company, company)]);
        let file = calendar(&state.update(time_came()));
        let line = file.lines().find_map(|it| it.strip_prefix("SUMMARY:")).unwrap();
        line.replace('\\', "")
    };
    assert_eq!(title("Dana", "Acme"), "Say hello to Dana, Acme");
    assert_eq!(title("Dana", ""), "Say hello to Dana");
    assert_eq!(title("", "Acme"), "Say hello to the team at Acme");
    assert_eq!(title("", ""), "Say hello again");
}

#[test]
fn a_calendar_that_others_see_tells_nobody_of_a_rejection() {
    for language in languages() {
        let notes = language.reminders.iter().flat_map(|it| [&it.label, &it.note]);
        for text in notes.chain(&language.reminder_titles) {
            let text = text.to_lowercase();
            for word in ["reject", "turned down", "appl", "job", "interview", "role", "candidate"] {
                assert!(!text.contains(word), "{}: {text}", language.tag);
            }
        }
    }
}
