//! Reminders: which are saved, what they say, and the notice of it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Language};
use good_sport::model::{
    CopiedAs, CopyMessage, CopyTarget, Date, Effect, Event, FormMessage, HistoryMessage,
    LanguageMessage, Message, Notice, ReminderMessage, State,
};

/// A Monday.
const TODAY: (u32, u32, u32) = (2026, 11, 23);
const MILLIS: u64 = 1_795_420_800_000;

fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

/// A fresh widget to which all this has happened.
fn after(messages: impl IntoIterator<Item = Message>) -> State {
    let mut state = State::new(Language::for_tag("en").unwrap());
    for message in messages {
        let _ = state.update(message);
    }
    state
}

fn wrote(field: Field, value: &str) -> Message {
    Message::Form(FormMessage::Wrote(field, value.into()))
}

/// The host tells the time, for all reminders or for the one in so many months.
fn time_came(only: Option<u8>) -> Message {
    let (year, month, day) = TODAY;
    let today = Date::new(year, month, day).unwrap();
    Message::Reminder(ReminderMessage::ToldTime(only, today, MILLIS))
}

fn requested(only: Option<u8>) -> Message {
    Message::Reminder(ReminderMessage::Requested(only))
}

/// The calendar that is saved, without its folds.
fn calendar(effects: &[Effect]) -> String {
    calendar_named("say-hello.ics", effects)
}

fn calendar_named(expected: &str, effects: &[Effect]) -> String {
    let [Effect::SaveFile(name, media, text), ..] = effects else { panic!("{effects:?}") };
    assert_eq!((name.as_str(), *media), (expected, "text/calendar"));
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
    assert_eq!(state.update(requested(None)), [Effect::TellTime(None)]);
    let effects = state.update(time_came(None));
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
    let effects = state.update(time_came(None));
    assert_eq!(reminded(&effects), [3, 6]);
    assert_eq!(calendar(&effects).matches("BEGIN:VEVENT").count(), 2);
    let _ = state.update(Message::History(HistoryMessage::StartedOver));
    assert!(state.reminds_in(1), "as at first");
}

#[test]
fn one_date_alone_is_saved_on_request_whatever_is_chosen() {
    for chosen in [true, false] {
        let mut state = after([Message::Reminder(ReminderMessage::Chose(3, chosen))]);
        assert_eq!(state.update(requested(Some(3))), [Effect::TellTime(Some(3))]);
        let effects = state.update(time_came(Some(3)));
        let file = calendar(&effects);
        assert_eq!(file.matches("BEGIN:VEVENT").count(), 1, "{file}");
        assert!(file.contains("DTSTART;VALUE=DATE:20270223\r\n"), "{file}");
        assert_eq!(reminded(&effects), [3]);
        assert_eq!(state.notice(), Some(Notice::RemindersSaved));
        assert_eq!(state.reminds_in(3), chosen, "the choice stands");
    }
}

#[test]
fn an_entry_says_what_to_write_and_how_to_begin() {
    for seed in ["0", "1"] {
        let mut state = after([
            wrote(Field::Seed, seed),
            wrote(Field::Company, "Acme, Inc."),
            wrote(Field::Role, "baker"),
        ]);
        let file = calendar(&state.update(time_came(None))).replace('\\', "");
        for prompt in &state.language().reminders {
            let text = state.reminder_text(prompt);
            assert!(text.contains('…') && !text.contains(['{', '}']), "{text}");
            let description = format!("DESCRIPTION:{}nn{text}\r\n", prompt.note);
            assert!(file.contains(&description), "{description} in {file}");
        }
    }
}

#[test]
fn another_seed_brings_other_sentences_to_begin_with() {
    let [one, other] = ["0", "1"].map(|seed| after([wrote(Field::Seed, seed)]));
    for prompt in &one.language().reminders {
        assert_ne!(one.reminder_text(prompt), other.reminder_text(prompt));
    }
}

fn copied(target: CopyTarget, how: CopiedAs) -> Message {
    Message::Copy(CopyMessage::Copied(target, how))
}

#[test]
fn a_text_for_later_and_a_reply_are_copied_as_they_stand_and_tick_nothing() {
    let mut state = after([wrote(Field::Company, "Acme"), wrote(Field::Role, "baker")]);
    let language = state.language();
    let reminders = language.reminders.iter();
    let reminders = reminders.map(|it| (CopyTarget::Reminder(it.months), state.reminder_text(it)));
    let replies = (0..).zip(&language.replies);
    let replies = replies.map(|(number, it)| (CopyTarget::Reply(number), state.reply_text(it)));
    let all: Vec<_> = reminders.chain(replies).collect();
    assert_eq!(all.len(), 6);
    for (target, text) in all {
        assert!(!text.is_empty() && !text.contains(['{', '}']), "{text}");
        let copy = Effect::Copy(target, text, None);
        assert_eq!(state.update(Message::Copy(CopyMessage::Requested(target))), [copy]);
        let effects = state.update(copied(target, CopiedAs::Plain));
        let told = Effect::Dispatch(Event::Copied(target, CopiedAs::Plain));
        assert!(effects.contains(&told), "{effects:?}");
        assert_eq!(state.notice(), Some(Notice::Copied(target)));
        let _ = state.update(copied(target, CopiedAs::Manual));
        assert_eq!(state.notice(), Some(Notice::CopyByHand));
    }
    let items = language.checklist.iter();
    assert_eq!(items.filter(|it| state.checklist().is_ticked(it)).count(), 0);
}

#[test]
fn what_nobody_offered_is_copied_as_nothing() {
    for target in [CopyTarget::Reminder(2), CopyTarget::Reply(200)] {
        let copy = Effect::Copy(target, String::new(), None);
        assert_eq!(after([]).update(Message::Copy(CopyMessage::Requested(target))), [copy]);
    }
}

#[test]
fn nothing_is_saved_where_nothing_is_chosen() {
    let mut state =
        after([1, 3, 6].map(|months| Message::Reminder(ReminderMessage::Chose(months, false))));
    assert!(!state.has_reminders());
    assert_eq!(state.update(requested(None)), []);
}

#[test]
fn a_title_names_whom_to_greet_as_far_as_it_is_known() {
    let title = |recipient, company| {
        let mut state = after([wrote(Field::Recipient, recipient), wrote(Field::Company, company)]);
        let file = calendar(&state.update(time_came(None)));
        let line = file.lines().find_map(|it| it.strip_prefix("SUMMARY:")).unwrap();
        line.replace('\\', "")
    };
    assert_eq!(title("Dana", "Acme"), "Say hello to Dana, Acme");
    assert_eq!(title("Dana", ""), "Say hello to Dana");
    assert_eq!(title("", "Acme"), "Say hello to the team at Acme");
    assert_eq!(title("", ""), "Say hello again");
}

/// Words by which each language tells of a rejection: what others who see the calendar should not read.
fn telling(language: &Language) -> &'static [&'static str] {
    match language.tag.split('-').next().unwrap() {
        "ar" => &["رفض", "اعتذار", "مقابلة", "مرشح", "طلبي"],
        "de" => &["absage", "bewerb", "kandidat", "auswahl"],
        "en" => &["reject", "turned down", "appl", "job", "interview", "candidate"],
        "es" => &["rechaz", "candidat", "entrevista", "proceso", "selección"],
        "fr" => &["refus", "candidat", "entretien", "recrut"],
        "ja" => &["不採用", "選考", "面接", "応募", "候補"],
        "pt" => &["recus", "candidat", "entrevista", "processo", "seleção"],
        tag => panic!("no words for {tag}"),
    }
}

#[test]
fn a_calendar_that_others_see_tells_nobody_of_a_rejection() {
    for language in languages() {
        let notes = language.reminders.iter().flat_map(|it| [&it.label, &it.note]);
        for text in notes.chain(&language.reminder_titles) {
            let text = text.to_lowercase();
            for word in telling(language).iter().chain(&["role"]) {
                assert!(!text.contains(word), "{}: {text}", language.tag);
            }
        }
        for fact in &language.facts {
            for seed in ["0", "1"] {
                let mut state = after([
                    Message::Language(LanguageMessage::Loaded(language)),
                    Message::Form(FormMessage::Stated(fact.id.to_string(), true)),
                    wrote(Field::Seed, seed),
                    wrote(Field::Role, "baker"),
                ]);
                let name = format!("{}.ics", language.labels.reminders.file);
                let file = calendar_named(&name, &state.update(time_came(None))).to_lowercase();
                for word in telling(language) {
                    assert!(!file.contains(word), "{} {}: {file}", language.tag, fact.id);
                }
            }
        }
    }
}
