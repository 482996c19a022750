//! The channels that few people need: what each of them hands over, and what is said of it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::{
    CopiedAs, Copying, Date, Details, Device, Effect, Event, File, Message, Notice, ShortMessage,
    State, Webmail, eml, plain,
};
use proptest::prelude::*;

/// All that opens a message.
const MAILERS: [Webmail; 5] =
    [Webmail::App, Webmail::Gmail, Webmail::Outlook, Webmail::Office, Webmail::Yahoo];

/// Nobody was hired, as far as the writer knows.
const NOBODY_HIRED: [&str; 3] = ["screen", "cancelled", "ghosted"];

fn languages() -> impl Iterator<Item = &'static Language> {
    WORDS.iter().map(|(_, words)| &*Box::leak(Box::new(Language::decode(words).unwrap())))
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
            for brief in [ShortMessage::Short, ShortMessage::Long, ShortMessage::Phone] {
                check(brief, &situation.id, &brief.text(&form, language));
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
        each([&recipient, &company, &role], |brief, situation, text| {
            assert!(length(text) <= brief.limit(), "{} for {situation}: {text}", brief.name());
            assert!(text.is_empty() || text.ends_with('.'), "{text}");
        });
    }
}

#[test]
fn ordinary_names_fit_into_every_note() {
    each(["Dana", "Acme", "Data analyst"], |brief, situation, text| {
        if brief != ShortMessage::Phone {
            assert!(text.starts_with("Dear Dana, "), "{} for {situation}: {text}", brief.name());
            assert!(text.contains("the Data analyst role"), "{situation}: {text}");
        }
    });
}

#[test]
fn a_name_that_does_not_fit_gives_way_as_a_whole() {
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
    each(["", "", ""], |brief, situation, text| {
        if brief == ShortMessage::Phone {
            let expected = if situation == "ghosted" { 0 } else { 2 };
            assert_eq!(text.matches('.').count(), expected, "{situation}: {text}");
        }
    });
}

#[test]
fn the_note_that_is_chosen_is_the_one_that_is_copied() {
    let mut state = after([Message::ChoseBrief(ShortMessage::Long)]);
    let note = state.brief(ShortMessage::Long);
    let copy = Effect::Copy(Copying::ShortMessage, note, None);
    assert_eq!(state.update(Message::AskedToCopy(Copying::ShortMessage)), [copy]);
    let _ = state.update(Message::Copied(Copying::ShortMessage, CopiedAs::Plain));
    assert_eq!(state.notice(), Some(Notice::Copied(Copying::ShortMessage)));
    assert_eq!(ticked(&state), [""; 0], "the letter is still here");
    let _ = state.update(Message::Reset);
    assert_eq!(state.chosen_brief(), ShortMessage::Short);
}

#[test]
fn a_file_is_told_of_but_nobody_knows_whether_it_came() {
    let mut state = after([]);
    let letter = state.letter();
    let save = Effect::Save("thank-you.txt".into(), "text/plain", plain(&letter));
    assert_eq!(state.update(Message::AskedToSave(File::Text)), [save]);
    assert_eq!(ticked(&state), [""; 0]);
    let effects = state.update(Message::AskedToSave(File::Draft));
    let save = Effect::Save("thank-you.eml".into(), "message/rfc822", eml(&letter));
    assert_eq!(effects[..2], [save, Effect::Tell(Event::Sent("eml"))]);
    assert_eq!(ticked(&state), [""; 0]);
    assert_eq!(state.notice(), Some(Notice::Saved));
}

#[test]
fn only_what_the_device_shared_was_sent() {
    let mut state = after([Message::DetectedDevice(Device { touches: true, shares: true })]);
    assert!(state.device().shares);
    let letter = state.letter();
    assert_eq!(state.update(Message::AskedToShare), [Effect::Share(letter)]);
    assert_eq!(ticked(&state), [""; 0]);
    assert_eq!(state.update(Message::Shared)[0], Effect::Tell(Event::Sent("share")));
    assert!(ticked(&state).contains(&"thanked"));
}

#[test]
fn a_message_is_opened_but_nobody_knows_whether_it_came() {
    for mailer in MAILERS {
        let mut state = after([]);
        let open = Effect::Open(mailer.link(&state.letter()).href);
        let told = Effect::Tell(Event::Sent(mailer.channel()));
        assert_eq!(state.update(Message::Opened(mailer)), [open, told]);
        assert_eq!((ticked(&state), state.notice()), (vec![], Some(Notice::Opened)));
    }
}

#[test]
fn a_letter_too_long_for_a_link_is_copied_instead_and_said_to_be_when_it_is() {
    for mailer in MAILERS {
        for (how, said) in [
            (CopiedAs::Rich, Notice::PasteIntoMail),
            (CopiedAs::Plain, Notice::PasteIntoMail),
            (CopiedAs::Manual, Notice::CopyByHand),
        ] {
            let mut state = after([Message::EditedBody("long ".repeat(500))]);
            let effects = state.update(Message::Opened(mailer));
            assert!(matches!(&effects[0], Effect::Copy(Copying::Instead, ..)), "{effects:?}");
            let open = Effect::Open(mailer.link(&state.letter()).href);
            assert_eq!(effects[1..], [open, Effect::Tell(Event::Sent(mailer.channel()))]);
            assert_eq!(state.notice(), Some(Notice::Opened), "it is not copied yet");
            let _ = state.update(Message::Copied(Copying::Instead, how));
            assert_eq!(state.notice(), Some(said));
            assert_eq!(ticked(&state).contains(&"thanked"), how != CopiedAs::Manual);
            // It stands until it has been read in another window.
            let _ = state.update(Message::CopiedLongAgo(1));
            assert_eq!(state.notice(), Some(said));
        }
    }
}

#[test]
fn what_failed_is_said_and_ticks_nothing() {
    let day = Date::new(2026, 11, 23).unwrap();
    for (asked, said) in [
        (Message::Opened(Webmail::App), Notice::Failed),
        (Message::Opened(Webmail::Gmail), Notice::Failed),
        (Message::AskedToSave(File::Draft), Notice::Failed),
        (Message::AskedToSave(File::Text), Notice::Failed),
        (Message::AskedToShare, Notice::Failed),
        (Message::TimeCame(day, 0), Notice::DatesFailed),
    ] {
        let mut state = after([asked, Message::Failed]);
        assert_eq!((state.notice(), ticked(&state)), (Some(said), vec![]));
        let _ = state.update(Message::Shared);
        assert_eq!(state.notice(), None, "the second try worked");
    }
}

#[test]
fn only_a_copy_or_a_share_that_was_seen_ticks_an_item() {
    let day = Date::new(2026, 11, 23).unwrap();
    let copied = |how| Message::Copied(Copying::Letter, how);
    for (message, ticks) in [
        (copied(CopiedAs::Rich), true),
        (copied(CopiedAs::Plain), true),
        (copied(CopiedAs::Manual), false),
        (Message::Copied(Copying::Subject, CopiedAs::Plain), false),
        (Message::Shared, true),
        (Message::AskedToCopy(Copying::Letter), false),
        (Message::AskedToShare, false),
        (Message::AskedToSave(File::Draft), false),
        (Message::AskedToSave(File::Text), false),
        (Message::Opened(Webmail::App), false),
        (Message::Opened(Webmail::Yahoo), false),
        (Message::TimeCame(day, 0), false),
    ] {
        for language in languages() {
            for situation in &language.situations {
                let wrote = Message::Wrote(Field::Situation, situation.id.clone());
                let state = after([Message::LoadedLanguage(language), wrote, message.clone()]);
                let (done, _) = state.checklist().progress(language.items(state.situation()));
                assert_eq!(done > 0, ticks, "{message:?} in {}", situation.id);
            }
        }
    }
}
