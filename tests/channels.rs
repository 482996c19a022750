//! Channels: what each of them hands over, and the notice of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Language};
use good_sport::model::{
    Capabilities, ChannelMessage, CopiedAs, CopyMessage, CopyTarget, Date, Details, Effect, Event,
    File, FormMessage, HistoryMessage, LanguageMessage, LetterMessage, Message, Notice,
    ReminderMessage, ShortMessage, State, Webmail, eml, plain,
};
use proptest::prelude::*;

/// All that opens a message.
const MAILERS: [Webmail; 5] =
    [Webmail::App, Webmail::Gmail, Webmail::Outlook, Webmail::Office, Webmail::Yahoo];

/// Nobody was hired, as far as the writer knows.
const NOBODY_HIRED: [&str; 3] = ["screen", "cancelled", "ghosted"];

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

fn ticked(state: &State) -> Vec<&str> {
    let items = state.language().checklist.iter();
    items.filter(|it| state.checklist().is_ticked(it)).map(|it| it.id.as_str()).collect()
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
fn each(typed: [&str; 3], mut check: impl FnMut(ShortMessage, &str, &str)) {
    for language in languages() {
        for situation in &language.situations {
            let form = form(&situation.id, typed);
            for message in [ShortMessage::Short, ShortMessage::Long, ShortMessage::Phone] {
                check(message, &situation.id, &message.text(&form, language));
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
    ) {
        each([&recipient, &company, &role], |message, situation, text| {
            assert!(length(text) <= message.limit(), "{} for {situation}: {text}", message.name());
            assert!(text.is_empty() || text.ends_with('.'), "{text}");
        });
    }
}

#[test]
fn ordinary_names_fit_into_every_short_message() {
    each(["Dana", "Acme", "Data analyst"], |message, situation, text| {
        if message != ShortMessage::Phone {
            assert!(text.starts_with("Dear Dana, "), "{} for {situation}: {text}", message.name());
            assert!(text.contains("the Data analyst role"), "{situation}: {text}");
        }
    });
}

#[test]
fn a_name_that_does_not_fit_is_left_out_as_a_whole() {
    let company = "Acme and Sons, Makers of Fine Anvils since 1949";
    let form = form("interview", ["Dana", company, "baker"]);
    let english = languages().next().unwrap();
    let (short, long) =
        (ShortMessage::Short.text(&form, english), ShortMessage::Long.text(&form, english));
    assert!(short.contains("the baker role at your company"), "{short}");
    assert!(long.contains(company), "{long}");
}

#[test]
fn the_longer_note_says_more() {
    let english = languages().next().unwrap();
    for situation in &english.situations {
        let form = form(&situation.id, ["", "", ""]);
        let [short, long] = ShortMessage::NOTES.map(|it| length(&it.text(&form, english)));
        assert!(long > short, "{}", situation.id);
    }
}

#[test]
fn nobody_is_wished_well_for_a_colleague_who_may_not_come() {
    each(["", "", ""], |_, situation, text| {
        let hire =
            ["new colleague", "great start", "congratulat"].iter().any(|it| text.contains(it));
        assert!(!hire || !NOBODY_HIRED.contains(&situation), "{situation}: {text}");
    });
}

#[test]
fn two_sentences_are_for_the_phone_unless_nobody_called() {
    each(["", "", ""], |message, situation, text| {
        if message == ShortMessage::Phone {
            let expected = if situation == "ghosted" { 0 } else { 2 };
            assert_eq!(text.matches('.').count(), expected, "{situation}: {text}");
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
        (Message::Reminder(ReminderMessage::ToldTime(day, 0)), Notice::RemindersFailed),
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
        (Message::Channel(ChannelMessage::Shared), true),
        (Message::Copy(CopyMessage::Requested(CopyTarget::Letter)), false),
        (Message::Channel(ChannelMessage::RequestedShare), false),
        (Message::Channel(ChannelMessage::RequestedFile(File::Draft)), false),
        (Message::Channel(ChannelMessage::RequestedFile(File::Text)), false),
        (Message::Channel(ChannelMessage::Opened(Webmail::App)), false),
        (Message::Channel(ChannelMessage::Opened(Webmail::Yahoo)), false),
        (Message::Reminder(ReminderMessage::ToldTime(day, 0)), false),
    ] {
        for language in languages() {
            for situation in &language.situations {
                let wrote =
                    Message::Form(FormMessage::Wrote(Field::Situation, situation.id.clone()));
                let state = after([
                    Message::Language(LanguageMessage::Loaded(language)),
                    wrote,
                    message.clone(),
                ]);
                let (done, _) = state.checklist().progress(language.items(state.situation()));
                assert_eq!(done > 0, ticks, "{message:?} in {}", situation.id);
            }
        }
    }
}
