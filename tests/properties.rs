//! Whatever a page, a link, a kept draft or a visitor may bring: nothing stops, nothing is lost, and
//! what comes out is well formed. `PROPTEST_CASES` says how long it looks.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::LazyLock;

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::{
    Capabilities, ChannelMessage, CopiedAs, CopyMessage, CopyTarget, Effect, File, FormMessage,
    GIVEN_LIMIT, HistoryMessage, LanguageMessage, LetterMessage, LinterMessage, Message, Panel,
    PeopleMessage, PersonField, ReminderMessage, Saved, ShortMessage, State, StorageMessage,
    Webmail, hints, merge,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};

static LANGUAGES: LazyLock<Vec<&'static Language>> =
    LazyLock::new(|| Language::bundled().collect());

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

fn copying() -> impl Strategy<Value = CopyTarget> {
    prop_oneof![
        Just(CopyTarget::Letter),
        Just(CopyTarget::LongLetter),
        Just(CopyTarget::Subject),
        Just(CopyTarget::ShortMessage),
        any::<u8>().prop_map(CopyTarget::Note),
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
        (voice(), select(&PersonField::ALL[..]), text())
            .prop_map(|(voice, about, text)| PeopleMessage::Wrote(voice, about, text)),
        (voice(), text()).prop_map(|(voice, text)| PeopleMessage::Edited(voice, text)),
        voice().prop_map(PeopleMessage::AcceptedNewText),
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
                    "short-message",
                    "declined-reminders",
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

fn form_message() -> impl Strategy<Value = FormMessage> {
    let attribute = (select(&ATTRIBUTES[..]), option::of(text()));
    prop_oneof![
        4 => attribute.prop_map(|(it, value)| FormMessage::ChangedAttribute(it.to_owned(), value)),
        4 => (field(), text()).prop_map(|(field, text)| FormMessage::Wrote(field, text)),
        2 => (field(), text()).prop_map(|(field, text)| FormMessage::Filled(field, text)),
        1 => text().prop_map(FormMessage::PastedRejection),
    ]
}

fn letter_message() -> impl Strategy<Value = LetterMessage> {
    prop_oneof![
        4 => text().prop_map(LetterMessage::EditedBody),
        2 => text().prop_map(LetterMessage::EditedSubject),
        1 => Just(LetterMessage::AcceptedNewText),
    ]
}

fn linter_message() -> impl Strategy<Value = LinterMessage> {
    prop_oneof![
        2 => (0..9_usize).prop_map(LinterMessage::AppliedSuggestion),
        1 => (0..9_usize).prop_map(LinterMessage::Located),
        1 => (0..9_usize).prop_map(LinterMessage::Dismissed),
    ]
}

fn copy_message() -> impl Strategy<Value = CopyMessage> {
    prop_oneof![
        copying().prop_map(CopyMessage::Requested),
        (copying(), how()).prop_map(|(what, how)| CopyMessage::Copied(what, how)),
        (copying(), how()).prop_map(|(what, how)| CopyMessage::CopiedInShell(what, how)),
        any::<u32>().prop_map(CopyMessage::NoticeExpired),
        Just(CopyMessage::BecameReady),
    ]
}

fn channel_message() -> impl Strategy<Value = ChannelMessage> {
    let message = select(&[ShortMessage::Short, ShortMessage::Long, ShortMessage::Phone][..]);
    prop_oneof![
        select(&MAILERS[..]).prop_map(ChannelMessage::Opened),
        select(&[File::Draft, File::Text][..]).prop_map(ChannelMessage::RequestedFile),
        Just(ChannelMessage::RequestedShare),
        Just(ChannelMessage::Shared),
        Just(ChannelMessage::Failed),
        message.prop_map(ChannelMessage::ChoseShortMessage),
    ]
}

fn storage_message() -> impl Strategy<Value = StorageMessage> {
    prop_oneof![
        1 => any::<bool>().prop_map(StorageMessage::ChoseToKeep),
        1 => Just(StorageMessage::Shown),
        1 => Just(StorageMessage::Changed),
        2 => option::of(kept()).prop_map(StorageMessage::Loaded),
        1 => option::of(kept()).prop_map(StorageMessage::Refused),
        1 => kept().prop_map(StorageMessage::Restored),
    ]
}

fn language_message() -> impl Strategy<Value = LanguageMessage> {
    prop_oneof![
        text().prop_map(LanguageMessage::Chose),
        (0..LANGUAGES.len()).prop_map(|it| LanguageMessage::Loaded(LANGUAGES[it])),
        Just(LanguageMessage::FailedToLoad),
    ]
}

fn reminder_message() -> impl Strategy<Value = ReminderMessage> {
    let chose = (any::<u8>(), any::<bool>());
    prop_oneof![
        chose.prop_map(|(months, chosen)| ReminderMessage::Chose(months, chosen)),
        Just(ReminderMessage::Requested),
    ]
}

fn message() -> impl Strategy<Value = Message> {
    let history = [HistoryMessage::Undid, HistoryMessage::StartedOver, HistoryMessage::Reset];
    let panel = (select(&Panel::ALL[..]), any::<bool>());
    let entry = (select(&HANDED[..]).prop_map(str::to_owned), text());
    let capabilities = (any::<bool>(), any::<bool>())
        .prop_map(|(touch, share)| Message::DetectedCapabilities(Capabilities { touch, share }));
    prop_oneof![
        11 => form_message().prop_map(Message::Form),
        6 => letter_message().prop_map(Message::Letter),
        4 => linter_message().prop_map(Message::Linter),
        4 => copy_message().prop_map(Message::Copy),
        4 => channel_message().prop_map(Message::Channel),
        2 => reminder_message().prop_map(Message::Reminder),
        3 => meeting().prop_map(Message::People),
        6 => storage_message().prop_map(Message::Storage),
        1 => select(history.to_vec()).prop_map(Message::History),
        3 => language_message().prop_map(Message::Language),
        1 => (text(), any::<bool>()).prop_map(|(id, is)| Message::Ticked(id, is)),
        1 => panel.prop_map(|(it, is)| Message::Unfolded(it, is)),
        1 => capabilities,
        1 => vec(entry, 0..5).prop_map(Message::HandedOver),
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
        let _ = state.update(Message::Letter(LetterMessage::EditedBody(body.clone())));
        // But for what would turn the text that follows.
        let body = body.replace(['\u{202d}', '\u{202e}'], "");
        for message in messages {
            // These are about the letter itself.
            if !matches!(
                message,
                Message::Letter(LetterMessage::EditedBody(_) | LetterMessage::AcceptedNewText)
                    | Message::Linter(LinterMessage::AppliedSuggestion(_))
                    | Message::History(_)
                    | Message::Storage(StorageMessage::Loaded(_) | StorageMessage::Restored(_))
                    | Message::HandedOver(_)
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
        let _ = state.update(Message::Form(FormMessage::ChangedAttribute(name.to_owned(), Some(value))));
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
    fn corrupt_words_are_rejected_or_usable(
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
