//! Whatever a page, a link, a kept draft or a visitor may bring: nothing stops, nothing is lost, and
//! what comes out is well formed. `PROPTEST_CASES` says how long it looks.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::LazyLock;

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::{
    About, CopiedAs, Copying, Device, Effect, File, GIVEN_LIMIT, Message, Panel, PeopleMessage,
    Saved, ShortMessage, State, Webmail, hints, merge,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

static LANGUAGES: LazyLock<Vec<&'static Language>> = LazyLock::new(|| {
    let read = |words: &str| &*Box::leak(Box::new(Language::decode(words).unwrap()));
    WORDS.iter().map(|(_, words)| read(words)).collect()
});

const ATTRIBUTES: [&str; 17] = [
    "company",
    "role",
    "recipient",
    "sender",
    "situation",
    "tone",
    "length",
    "theme",
    "storage",
    "hide",
    "heading-level",
    "lang",
    "letter-lang",
    "loading",
    "prefill",
    "onclick",
    "",
];

/// What a shell may hand over.
const HANDED: [&str; 8] =
    ["company", "tone", "subject", "body", "letter-lang", "keep", "item-sting", "else"];

const MAILERS: [Webmail; 5] =
    [Webmail::App, Webmail::Gmail, Webmail::Outlook, Webmail::Office, Webmail::Yahoo];

/// Pieces that mean something to somebody: to mail programs, to files, to pages, to the letter.
const PIECES: [&str; 24] = [
    "\r\nBcc: all@example.org",
    "</textarea><script>alert(1)</script>",
    "{company}",
    "[Name]",
    "\u{1e}body\u{1f}",
    "\u{0}",
    "\u{202e}",
    "\u{feff}",
    "👩‍🚀",
    "é",
    "&amp;",
    "%0A",
    "?subject=",
    "BEGIN:VALARM",
    "\n\n",
    "\t",
    " ",
    "I deserve an explanation.",
    "Dear Ms. Rivera,",
    "WHY",
    "?",
    "!!!",
    "noreply@example.org",
    "final",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        vec(prop_oneof![select(&PIECES[..]).prop_map(str::to_owned), "[a-z]{1,8}"], 0..40)
            .prop_map(|it| it.concat()),
        "[A-Za-z ]{0,30}",
        "[a-z .?!']{300,900}",
    ]
}

fn field() -> impl Strategy<Value = Field> {
    select(&Field::ALL[..])
}

fn copying() -> impl Strategy<Value = Copying> {
    prop_oneof![
        Just(Copying::Letter),
        Just(Copying::Instead),
        Just(Copying::Subject),
        Just(Copying::ShortMessage),
        any::<u8>().prop_map(Copying::Note),
    ]
}

fn how() -> impl Strategy<Value = CopiedAs> {
    select(&[CopiedAs::Rich, CopiedAs::Plain, CopiedAs::Manual][..])
}

fn meeting() -> impl Strategy<Value = PeopleMessage> {
    let voice = || 0..8_u8;
    prop_oneof![
        Just(PeopleMessage::Added),
        option::of(voice()).prop_map(PeopleMessage::Opened),
        voice().prop_map(PeopleMessage::Removed),
        (voice(), select(&About::ALL[..]), text())
            .prop_map(|(voice, about, text)| PeopleMessage::Wrote(voice, about, text)),
        (voice(), text()).prop_map(|(voice, text)| PeopleMessage::Edited(voice, text)),
        voice().prop_map(PeopleMessage::TookNewText),
    ]
}

/// A kept draft as some version may have written it, or as somebody may have spoilt it.
fn kept() -> impl Strategy<Value = String> {
    let entry = (
        prop_oneof![
            select(
                &[
                    "company",
                    "role",
                    "recipient",
                    "situation",
                    "tone",
                    "length",
                    "subject",
                    "body",
                    "over-subject",
                    "over-body",
                    "0",
                    "0person-name",
                    "5person-kind",
                    "0note",
                    "0over-note",
                    "5done",
                    "tick:sting",
                    "tick:",
                    "dismissed",
                    "rejection",
                    "brief",
                    "unreminded",
                    "sent",
                    "reminded",
                    "keep",
                    "letter-lang",
                ][..]
            )
            .prop_map(str::to_owned),
            text(),
        ],
        text(),
    );
    let entries = vec(entry.prop_map(|(key, value)| format!("\u{1e}{key}\u{1f}{value}")), 0..30);
    (prop_oneof![9 => Just("1".to_owned()), 1 => text()], entries, any::<Index>(), any::<bool>())
        .prop_map(|(version, entries, cut, is_cut)| {
            let text = version + &entries.concat();
            let length = text.chars().count();
            let end = if is_cut && length > 0 { cut.index(length) } else { length };
            text.chars().take(end).collect()
        })
}

fn message() -> impl Strategy<Value = Message> {
    prop_oneof![
        4 => (select(&ATTRIBUTES[..]), option::of(text()))
            .prop_map(|(name, value)| Message::AttributeChanged(name.to_owned(), value)),
        4 => (field(), text()).prop_map(|(field, text)| Message::Wrote(field, text)),
        2 => (field(), text()).prop_map(|(field, text)| Message::Filled(field, text)),
        4 => text().prop_map(Message::EditedBody),
        2 => text().prop_map(Message::EditedSubject),
        1 => text().prop_map(Message::Pasted),
        2 => (0..9_usize).prop_map(Message::AppliedSuggestion),
        1 => (0..9_usize).prop_map(Message::AskedWhere),
        1 => (0..9_usize).prop_map(Message::Dismissed),
        1 => (select(&Panel::ALL[..]), any::<bool>()).prop_map(|(it, is)| Message::Unfolded(it, is)),
        1 => select(&[
                Message::TookNewText, Message::Undid, Message::StartedOver, Message::Reset,
                Message::Shared, Message::Failed, Message::AskedToShare, Message::AskedForReminders,
                Message::AskedToSave(File::Draft), Message::AskedToSave(File::Text),
            ][..]),
        1 => copying().prop_map(Message::AskedToCopy),
        1 => (copying(), how()).prop_map(|(what, how)| Message::Copied(what, how)),
        1 => (copying(), how()).prop_map(|(what, how)| Message::CopiedBefore(what, how)),
        1 => any::<u32>().prop_map(Message::CopiedLongAgo),
        1 => (any::<bool>(), any::<bool>())
            .prop_map(|(touches, shares)| Message::DetectedDevice(Device { touches, shares })),
        1 => select(&MAILERS[..]).prop_map(Message::Opened),
        1 => select(&[ShortMessage::Short, ShortMessage::Long, ShortMessage::Phone][..]).prop_map(Message::ChoseBrief),
        1 => (any::<u8>(), any::<bool>()).prop_map(|(it, is)| Message::ChoseReminder(it, is)),
        3 => meeting().prop_map(Message::Met),
        1 => (text(), any::<bool>()).prop_map(|(id, is)| Message::Ticked(id, is)),
        1 => any::<bool>().prop_map(Message::ChoseToKeep),
        1 => select(&[
                Message::Shown, Message::DeviceChanged, Message::LetterIsReady,
                Message::FailedToLoadLanguage,
            ][..]),
        2 => option::of(kept()).prop_map(Message::FoundKept),
        1 => option::of(kept()).prop_map(Message::Refused),
        1 => vec((select(&HANDED[..]).prop_map(str::to_owned), text()), 0..5)
            .prop_map(Message::HandedOver),
        1 => kept().prop_map(Message::PutBack),
        1 => text().prop_map(Message::ChoseLanguage),
        1 => (0..LANGUAGES.len()).prop_map(|it| Message::LoadedLanguage(LANGUAGES[it])),
    ]
}

/// Sees that all that a page or a visitor can have of the widget is there and well formed.
fn is_sound(state: &State) {
    let letter = state.letter();
    for finding in state.findings() {
        assert!(letter.body.get(finding.span.clone()).is_some(), "{finding:?} of {letter:?}");
    }
    for mailer in MAILERS {
        let link = mailer.link(&letter).href;
        assert!(link.bytes().all(|it| it.is_ascii_graphic()), "{link}");
    }
    let saved = state.saved();
    let read = Saved::decode(&saved.encode()).unwrap();
    assert_eq!(read.encode(), saved.encode(), "what is kept is not what is read back");
}

/// A text that the widget saves.
fn saved() -> impl Strategy<Value = String> {
    vec(message(), 0..12).prop_map(|messages| {
        let mut state = State::new(LANGUAGES[0]);
        for message in messages {
            let _ = state.update(message);
        }
        state.saved().encode()
    })
}

proptest! {
    #[test]
    fn what_is_merged_can_be_read_and_what_one_side_alone_did_is_in_it(
        base in saved(),
        one in saved(),
        other in saved(),
    ) {
        let (merged, _) = merge(&base, &one, &other);
        prop_assert!(Saved::decode(&merged).is_some());
        prop_assert_eq!(merge(&base, &one, &base), (one.clone(), false));
        let (same, clash) = merge(&base, &base, &one);
        prop_assert!(!clash);
        let [same, one] = [same, one].map(|it| Saved::decode(&it).unwrap());
        let sorted = |saved: Saved| {
            let text = saved.encode();
            let mut entries: Vec<_> = text.split('\u{1e}').map(str::to_owned).collect();
            entries.sort();
            entries
        };
        prop_assert_eq!(sorted(same), sorted(one));
    }

    #[test]
    fn whatever_happens_the_widget_goes_on(messages in vec(message(), 1..25)) {
        let mut state = State::new(LANGUAGES[0]);
        for message in messages {
            for effect in state.update(message) {
                if let Effect::Warn(warning) = effect {
                    prop_assert!(!warning.allowed.is_empty());
                }
            }
            is_sound(&state);
        }
    }

    #[test]
    fn an_edited_letter_stays_whatever_else_happens(
        body in text(),
        messages in vec(message(), 1..15),
    ) {
        let mut state = State::new(LANGUAGES[0]);
        let _ = state.update(Message::EditedBody(body.clone()));
        // But for what would turn the text that follows.
        let body = body.replace(['\u{202d}', '\u{202e}'], "");
        for message in messages {
            // These are about the letter itself.
            if !matches!(
                message,
                Message::EditedBody(_) | Message::AppliedSuggestion(_) | Message::TookNewText
                    | Message::Undid | Message::StartedOver | Message::Reset
                    | Message::FoundKept(_) | Message::PutBack(_) | Message::HandedOver(_)
            ) {
                let _ = state.update(message);
            }
        }
        prop_assert_eq!(state.letter().body, body);
    }

    #[test]
    fn what_a_page_gives_is_one_line_and_not_too_long(
        name in select(&ATTRIBUTES[..4]),
        value in text(),
    ) {
        let mut state = State::new(LANGUAGES[0]);
        let _ = state.update(Message::AttributeChanged(name.to_owned(), Some(value)));
        let field = Field::ALL.into_iter().find(|it| it.name() == name).unwrap();
        let given = state.value(field);
        prop_assert!(given.chars().count() <= GIVEN_LIMIT);
        prop_assert!(!given.chars().any(char::is_control));
    }

    #[test]
    fn a_kept_draft_of_any_kind_is_read_or_left(kept in kept()) {
        if let Some(saved) = Saved::decode(&kept) {
            let again = Saved::decode(&saved.encode()).unwrap();
            prop_assert_eq!(again.encode(), saved.encode());
        }
    }

    #[test]
    fn a_rejection_of_any_kind_is_read(rejection in text()) {
        for language in &*LANGUAGES {
            let _ = hints(&rejection, language);
        }
    }

    #[test]
    fn spoilt_words_are_noticed_or_usable(
        which in any::<Index>(),
        place in any::<Index>(),
        piece in prop_oneof![text(), Just("\u{1f}".to_owned()), Just("65535\u{1f}".to_owned())],
        length in 0..50_usize,
    ) {
        let (_, words) = which.get(WORDS);
        let places: Vec<_> = words.char_indices().map(|(at, _)| at).collect();
        let start = place.index(places.len());
        let end = (start + length).min(places.len() - 1);
        let mut words = (*words).to_owned();
        words.replace_range(places[start]..places[end], &piece);
        if let Some(language) = Language::decode(&words) {
            let state = State::new(Box::leak(Box::new(language)));
            is_sound(&state);
        }
    }
}

#[test]
fn a_kept_draft_of_any_size_is_read_at_once() {
    let mut kept = String::from("1");
    for id in 0..500_000 {
        kept += "\u{1e}tick:";
        kept += &id.to_string();
        kept += "\u{1f}yes";
    }
    let saved = Saved::decode(&kept).unwrap();
    assert!(saved.checklist.choices().len() < 1_000);
}
