//! Channels: the text that each hands over, and the notice of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::LazyLock;

use good_sport::content::{Facts, Field, Group, Language};
use good_sport::model::{
    Capabilities, ChannelMessage, CopiedAs, CopyMessage, CopyTarget, Date, Details, Effect, Event,
    File, FormMessage, HistoryMessage, LanguageMessage, LetterMessage, Message, Notice,
    ReminderMessage, ShortMessage, State, Webmail, eml, plain,
};
use proptest::prelude::*;
use proptest::sample::select;

/// All that opens a message.
const MAILERS: [Webmail; 5] =
    [Webmail::App, Webmail::Gmail, Webmail::Outlook, Webmail::Office, Webmail::Yahoo];

fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

fn english() -> &'static Language {
    Language::for_tag("en").unwrap()
}

/// A fresh widget to which all this has happened.
fn after(messages: impl IntoIterator<Item = Message>) -> State {
    let mut state = State::new(english());
    for message in messages {
        let _ = state.update(message);
    }
    state
}

fn ticked(state: &State) -> Vec<&str> {
    let items = state.language().checklist.iter();
    items.filter(|it| state.checklist().is_ticked(it)).map(|it| it.id.as_str()).collect()
}

/// All combinations of what happened, how far it had gone and how the visitor heard: alone, where the
/// visitor works there, and with all else that may be true.
static COMBINATIONS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let language = english();
    let of = |group| language.facts.iter().filter(move |it| it.group == group);
    let also: Vec<_> = of(Group::Also).map(|it| it.id.as_str()).collect();
    let mut all = Vec::new();
    for outcome in of(Group::Outcome) {
        for stage in of(Group::Stage) {
            for channel in of(Group::Channel) {
                for also in ["", "internal", &also.join(" ")] {
                    all.push(format!("{} {} {} {also}", outcome.id, stage.id, channel.id));
                }
            }
        }
    }
    all
});

/// Whether somebody was hired, as far as the writer knows.
fn is_hired(facts: Facts, language: &Language) -> bool {
    let facts = facts.heeded(language);
    let is = |id| facts.has(id, language);
    is("insider") || is("chosen") && !is("application") && !is("screen")
}

fn form(situation: &str, typed: [&str; 3]) -> Details {
    let mut form = Details::default();
    form.write(Field::Situation, situation.to_owned());
    for (field, value) in [Field::Recipient, Field::Company, Field::Role].into_iter().zip(typed) {
        form.write(field, value.to_owned());
    }
    form
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Calls `check` with each text in a few words, for a form with these values.
fn each(typed: [&str; 3], mut check: impl FnMut(&'static Language, ShortMessage, Facts, &str)) {
    for language in languages() {
        for facts in &*COMBINATIONS {
            let mut form = form(facts, typed);
            let facts = Facts::parse(facts, language).0;
            for seed in ["1", "2"] {
                form.write(Field::Seed, seed.to_owned());
                for message in [ShortMessage::Short, ShortMessage::Long, ShortMessage::Phone] {
                    check(language, message, facts, &message.text(&form, language));
                }
            }
        }
    }
}

proptest! {
    #[test]
    fn no_note_is_longer_than_it_may_be_or_cut_off(
        recipient in "\\PC{0,80}",
        company in "\\PC{0,300}",
        role in "[a-z🙂]{0,200}",
        referrer in "\\PC{0,300}",
        highlight in "\\PC{0,300}",
        sender in "\\PC{0,300}",
        seed in any::<u32>(),
        facts in select(&**COMBINATIONS),
    ) {
        for language in languages() {
            let mut form = form(&facts, [&recipient, &company, &role]);
            form.write(Field::Referrer, referrer.clone());
            form.write(Field::Highlight, highlight.clone());
            form.write(Field::Sender, sender.clone());
            form.write(Field::Seed, seed.to_string());
            for message in [ShortMessage::Short, ShortMessage::Long, ShortMessage::Phone] {
                let text = message.text(&form, language);
                let name = message.name();
                prop_assert!(length(&text) <= message.limit(), "{name} for {facts}: {text}");
                prop_assert!(text.is_empty() || text.ends_with(['.', '。']), "{text}");
            }
        }
    }
}

#[test]
fn a_note_fits_with_long_names_for_all_facts() {
    let long = "Extraordinarily Long Words, Indeed".repeat(9);
    each([&long, &long, &long], |_, message, facts, text| {
        assert!(length(text) <= message.limit(), "{} for {facts:?}: {text}", message.name());
        assert!(!text.contains("Extraordinarily"), "{facts:?}: {text}");
        assert!(message == ShortMessage::Phone || !text.is_empty(), "{facts:?}");
    });
}

#[test]
fn ordinary_names_fit_into_every_short_message() {
    each(["Dana", "Acme", "Data analyst"], |language, message, facts, text| {
        if message != ShortMessage::Phone {
            // Colleagues need not be told where they work.
            let is_internal = facts.has("internal", language);
            let facts = facts.to_text(language);
            let name = format!("{} {} for {facts}", language.tag, message.name());
            assert!(text.contains("Dana"), "{name}: {text}");
            assert!(text.contains("Data analyst"), "{name}: {text}");
            // Some languages find no place for the company that fits for every name.
            if language.tag.starts_with("en") {
                let role = if is_internal {
                    "the Data analyst role"
                } else {
                    "the Data analyst role at Acme"
                };
                assert!(text.starts_with("Hi Dana, ") && text.contains(role), "{name}: {text}");
            }
        }
    });
}

#[test]
fn a_name_that_does_not_fit_is_left_out_as_a_whole() {
    let english = english();
    for message in ShortMessage::NOTES {
        let written = |length| {
            let company = "Acme and Sons ".repeat(length / 14);
            message.text(&form("", ["Dana", company.trim(), "baker"]), english)
        };
        let general = written(0);
        assert!(general.contains("the baker role") && !general.contains("Acme"), "{general}");
        let fits = message.limit() - length(&general) - " at ".len();
        let fitting = written(fits);
        assert!(fitting.contains("Acme and Sons ".repeat(fits / 14).trim()), "{fitting}");
        assert_eq!(written(fits + 28), general);
    }
}

#[test]
fn the_longer_note_says_more() {
    for english in languages() {
        for facts in &*COMBINATIONS {
            let form = form(facts, ["", "", ""]);
            let [short, long] = ShortMessage::NOTES.map(|it| length(&it.text(&form, english)));
            assert!(long > short, "{facts}");
        }
    }
}

#[test]
fn nobody_is_wished_well_for_a_colleague_who_may_not_come() {
    each(["", "", ""], |language, _, facts, text| {
        let hire = ["new colleague", "great start", "congratulat", "right person", "you chose"];
        let hire = hire.iter().any(|it| text.contains(it));
        assert!(!hire || is_hired(facts, language), "{}: {text}", facts.to_text(language));
    });
}

#[test]
fn nobody_was_met_after_an_application_and_nothing_is_over_that_may_not_be() {
    each(["", "", ""], |language, message, facts, text| {
        let name = format!("{} for {}", message.name(), facts.to_text(language));
        let text = text.to_lowercase();
        let facts = facts.heeded(language);
        let never = |id, words: &[&str]| {
            let found = words.iter().find(|it| facts.has(id, language) && text.contains(**it));
            assert_eq!(found, None, "{name}: {text}");
        };
        never("application", &["meet", "met ", "talk", "conversation", "interview", "call,"]);
        never("screen", &["meet", "met "]);
        never("ghosted", &["work out", "sorry", "disappointed", "going ahead", "further"]);
        never("paused", &["cancel", "filled"]);
        never("agency", &["wish you and the team", "your company", "meeting you all"]);
    });
}

#[test]
fn two_sentences_are_for_the_phone_unless_nobody_called() {
    each(["", "", ""], |language, message, facts, text| {
        if message == ShortMessage::Phone {
            let is_ghosted = facts.has("ghosted", language);
            let expected = if is_ghosted { 0 } else { 2 };
            assert_eq!(
                text.matches(['.', '。']).count(),
                expected,
                "{}: {text}",
                facts.to_text(language)
            );
        }
    });
}

#[test]
fn the_note_that_is_chosen_is_the_one_that_is_copied() {
    let mut state =
        after([Message::Channel(ChannelMessage::ChoseShortMessage(ShortMessage::Long))]);
    let note = state.short_message(ShortMessage::Long);
    let copy = Effect::Copy(CopyTarget::ShortMessage, note, None);
    assert_eq!(
        state.update(Message::Copy(CopyMessage::Requested(CopyTarget::ShortMessage))),
        [copy]
    );
    let _ =
        state.update(Message::Copy(CopyMessage::Copied(CopyTarget::ShortMessage, CopiedAs::Plain)));
    assert_eq!(state.notice(), Some(Notice::Copied(CopyTarget::ShortMessage)));
    assert_eq!(ticked(&state), [""; 0], "the letter is still here");
    let _ = state.update(Message::History(HistoryMessage::Reset));
    assert_eq!(state.chosen_short_message(), ShortMessage::Short);
}

#[test]
fn saving_a_file_is_announced_without_claiming_success() {
    let mut state = after([]);
    let letter = state.letter();
    let save = Effect::SaveFile("thank-you.txt".into(), "text/plain", plain(&letter));
    assert_eq!(state.update(Message::Channel(ChannelMessage::RequestedFile(File::Text))), [save]);
    assert_eq!(ticked(&state), [""; 0]);
    let effects = state.update(Message::Channel(ChannelMessage::RequestedFile(File::Draft)));
    let save = Effect::SaveFile("thank-you.eml".into(), "message/rfc822", eml(&letter));
    assert_eq!(effects[..2], [save, Effect::Dispatch(Event::Sent("eml"))]);
    assert_eq!(ticked(&state), [""; 0]);
    assert_eq!(state.notice(), Some(Notice::Saved));
}

#[test]
fn only_a_completed_share_counts_as_sent() {
    let mut state =
        after([Message::DetectedCapabilities(Capabilities { touch: true, share: true })]);
    assert!(state.capabilities().share);
    let letter = state.letter();
    assert_eq!(
        state.update(Message::Channel(ChannelMessage::RequestedShare)),
        [Effect::Share(letter)]
    );
    assert_eq!(ticked(&state), [""; 0]);
    assert_eq!(
        state.update(Message::Channel(ChannelMessage::Shared))[0],
        Effect::Dispatch(Event::Sent("share"))
    );
    assert!(ticked(&state).contains(&"thanked"));
}

#[test]
fn opening_a_mail_link_is_announced_without_claiming_success() {
    for mailer in MAILERS {
        let mut state = after([]);
        let open = Effect::OpenLink(mailer.link(&state.letter()).href);
        let told = Effect::Dispatch(Event::Sent(mailer.channel()));
        assert_eq!(state.update(Message::Channel(ChannelMessage::Opened(mailer))), [open, told]);
        assert_eq!((ticked(&state), state.notice()), (vec![], Some(Notice::Opened)));
    }
}

#[test]
fn a_letter_too_long_for_a_link_is_copied_instead() {
    for mailer in MAILERS {
        for (how, said) in [
            (CopiedAs::Rich, Notice::PasteIntoMail),
            (CopiedAs::Plain, Notice::PasteIntoMail),
            (CopiedAs::Manual, Notice::CopyByHand),
        ] {
            let mut state =
                after([Message::Letter(LetterMessage::EditedBody("long ".repeat(500)))]);
            let effects = state.update(Message::Channel(ChannelMessage::Opened(mailer)));
            assert!(matches!(&effects[0], Effect::Copy(CopyTarget::LongLetter, ..)), "{effects:?}");
            let open = Effect::OpenLink(mailer.link(&state.letter()).href);
            assert_eq!(effects[1..], [open, Effect::Dispatch(Event::Sent(mailer.channel()))]);
            assert_eq!(state.notice(), Some(Notice::Opened), "it is not copied yet");
            let _ = state.update(Message::Copy(CopyMessage::Copied(CopyTarget::LongLetter, how)));
            assert_eq!(state.notice(), Some(said));
            assert_eq!(ticked(&state).contains(&"thanked"), how != CopiedAs::Manual);
            // It stands until it has been read in another window.
            let _ = state.update(Message::Copy(CopyMessage::NoticeExpired(1)));
            assert_eq!(state.notice(), Some(said));
        }
    }
}

#[test]
fn a_failure_is_announced_and_ticks_nothing() {
    let day = Date::new(2026, 11, 23).unwrap();
    for (asked, said) in [
        (Message::Channel(ChannelMessage::Opened(Webmail::App)), Notice::Failed),
        (Message::Channel(ChannelMessage::Opened(Webmail::Gmail)), Notice::Failed),
        (Message::Channel(ChannelMessage::RequestedFile(File::Draft)), Notice::Failed),
        (Message::Channel(ChannelMessage::RequestedFile(File::Text)), Notice::Failed),
        (Message::Channel(ChannelMessage::RequestedShare), Notice::Failed),
        (Message::Reminder(ReminderMessage::ToldTime(None, day, 0)), Notice::RemindersFailed),
    ] {
        let mut state = after([asked, Message::Channel(ChannelMessage::Failed)]);
        assert_eq!((state.notice(), ticked(&state)), (Some(said), vec![]));
        let _ = state.update(Message::Channel(ChannelMessage::Shared));
        assert_eq!(state.notice(), None, "the second try worked");
    }
}

#[test]
fn only_a_copy_or_a_share_that_was_seen_ticks_an_item() {
    let day = Date::new(2026, 11, 23).unwrap();
    let copied = |how| Message::Copy(CopyMessage::Copied(CopyTarget::Letter, how));
    for (message, ticks) in [
        (copied(CopiedAs::Rich), true),
        (copied(CopiedAs::Plain), true),
        (copied(CopiedAs::Manual), false),
        (Message::Copy(CopyMessage::Copied(CopyTarget::Subject, CopiedAs::Plain)), false),
        (Message::Copy(CopyMessage::Copied(CopyTarget::Reminder(1), CopiedAs::Plain)), false),
        (Message::Copy(CopyMessage::Copied(CopyTarget::Reply(0), CopiedAs::Plain)), false),
        (Message::Channel(ChannelMessage::Shared), true),
        (Message::Copy(CopyMessage::Requested(CopyTarget::Letter)), false),
        (Message::Channel(ChannelMessage::RequestedShare), false),
        (Message::Channel(ChannelMessage::RequestedFile(File::Draft)), false),
        (Message::Channel(ChannelMessage::RequestedFile(File::Text)), false),
        (Message::Channel(ChannelMessage::Opened(Webmail::App)), false),
        (Message::Channel(ChannelMessage::Opened(Webmail::Yahoo)), false),
        (Message::Reminder(ReminderMessage::ToldTime(None, day, 0)), false),
    ] {
        for language in languages() {
            for fact in &language.facts {
                let state = after([
                    Message::Language(LanguageMessage::Loaded(language)),
                    Message::Form(FormMessage::Stated(fact.id.to_string(), true)),
                    message.clone(),
                ]);
                let (done, _) = state.checklist().progress(language.items(state.facts()));
                assert_eq!(done > 0, ticks, "{message:?} in {}", fact.id);
            }
        }
    }
}
