//! Whatever a page, a link, a kept draft or a visitor may bring: nothing stops, nothing is lost, and
//! what comes out is well formed. `PROPTEST_CASES` says how long it looks.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "hosted/linting.rs"]
mod linting;

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fmt::{self, Debug, Formatter};
use std::fs;
use std::sync::LazyLock;

use good_sport::content::{
    Facts, Field, Group, Language, LengthUnit, LinterData, RejectionData, WORDS,
};
use good_sport::model::{
    Capabilities, ChannelMessage, CopiedAs, CopyMessage, CopyTarget, Date, Details, Effect, File,
    FormMessage, GIVEN_LIMIT, HistoryMessage, LanguageMessage, Letter, LetterMessage, LintTarget,
    LinterMessage, Message, Panel, PeopleMessage, PersonField, ReminderMessage, Saved,
    ShortMessage, State, StorageMessage, Told, Webmail, hints, merge, question_count, text_length,
};
use linting::{answer, happens};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select, subsequence};

static LANGUAGES: LazyLock<Vec<&'static Language>> = LazyLock::new(|| {
    // English first, which the tone linter knows most of.
    let mut all: Vec<_> = Language::bundled().collect();
    all.sort_by_key(|it| it.tag != "en");
    all
});

/// The attributes of the element, as its public API lists them, and two that are none.
static ATTRIBUTES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let api = fs::read_to_string("embed/api.toml").unwrap();
    let (attributes, _) = api.split_once("[[properties]]").unwrap();
    let names = attributes.split("\nname = \"").skip(1).map(|it| it.split('"').next().unwrap());
    names.chain(["onclick", ""]).map(str::to_owned).collect()
});

/// Names of controls that a shell may hand over.
const HANDED: [&str; 11] = [
    "company",
    "tone",
    "stage",
    "channel",
    "also-kept",
    "subject",
    "body",
    "letter-lang",
    "keep",
    "item-sting",
    "else",
];

const MAILERS: [Webmail; 5] =
    [Webmail::App, Webmail::Gmail, Webmail::Outlook, Webmail::Office, Webmail::Yahoo];

/// Pieces that mean something to somebody: to mail programs, to files, to pages, to the letter.
const PIECES: [&str; 26] = [
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
    " ghosted kept ",
    "4294967295",
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

/// A fact, or what is none.
fn fact() -> impl Strategy<Value = String> {
    prop_oneof![
        19 => select(&*LANGUAGES[0].facts).prop_map(|it| it.id.to_string()),
        1 => text(),
    ]
}

/// Any facts, one of each group of which one holds.
fn facts() -> impl Strategy<Value = String> {
    let of = |group| {
        let facts = LANGUAGES[0].facts.iter().filter(move |it| it.group == group);
        facts.map(|it| it.id.to_string()).collect::<Vec<_>>()
    };
    let also = of(Group::Also);
    let count = also.len();
    (
        select(of(Group::Outcome)),
        select(of(Group::Stage)),
        select(of(Group::Channel)),
        prop_oneof![subsequence(also.clone(), 0..=2), subsequence(also, 0..=count)],
    )
        .prop_map(|(outcome, stage, channel, also)| {
            format!("{outcome} {stage} {channel} {}", also.join(" "))
        })
}

fn copying() -> impl Strategy<Value = CopyTarget> {
    prop_oneof![
        Just(CopyTarget::Letter),
        Just(CopyTarget::LongLetter),
        Just(CopyTarget::Subject),
        Just(CopyTarget::ShortMessage),
        any::<u8>().prop_map(CopyTarget::Note),
        any::<u8>().prop_map(CopyTarget::Reminder),
        any::<u8>().prop_map(CopyTarget::Reply),
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
                    "private",
                    "seed",
                    "referrer",
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
    let attribute = (select(&**ATTRIBUTES), option::of(text()));
    prop_oneof![
        4 => attribute.prop_map(|(it, value)| FormMessage::ChangedAttribute(it, value)),
        4 => (field(), text()).prop_map(|(field, text)| FormMessage::Wrote(field, text)),
        2 => (field(), text()).prop_map(|(field, text)| FormMessage::Filled(field, text)),
        3 => (fact(), any::<bool>()).prop_map(|(id, is)| FormMessage::Stated(id, is)),
        1 => facts().prop_map(|it| FormMessage::TookFacts(Facts::parse(&it, LANGUAGES[0]).0)),
        1 => any::<u32>().prop_map(FormMessage::DrewSeed),
        1 => text().prop_map(FormMessage::WrotePrivately),
        1 => text().prop_map(FormMessage::PastedRejection),
    ]
}

fn letter_message() -> impl Strategy<Value = LetterMessage> {
    prop_oneof![
        4 => text().prop_map(LetterMessage::EditedBody),
        2 => text().prop_map(LetterMessage::EditedSubject),
        1 => Just(LetterMessage::AcceptedNewText),
        1 => Just(LetterMessage::WantedAnotherWording),
    ]
}

fn finding() -> impl Strategy<Value = (LintTarget, usize)> {
    let target = prop_oneof![Just(LintTarget::Letter), (0..7_u8).prop_map(LintTarget::Note)];
    (target, 0..9_usize)
}

fn linter_message() -> impl Strategy<Value = LinterMessage> {
    prop_oneof![
        2 => finding().prop_map(|(text, it)| LinterMessage::AppliedSuggestion(text, it)),
        1 => finding().prop_map(|(text, it)| LinterMessage::Located(text, it)),
        1 => finding().prop_map(|(text, it)| LinterMessage::Dismissed(text, it)),
        1 => Just(LinterMessage::Pasted),
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
        option::of(any::<u8>()).prop_map(ReminderMessage::Requested),
        (option::of(any::<u8>()), any::<u64>()).prop_map(|(only, millis)| {
            ReminderMessage::ToldTime(only, Date::new(2026, 11, 23).unwrap(), millis)
        }),
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
    // A copy of it remembers no wordings.
    assert_eq!(letter, state.clone().letter());
    let texts = state
        .people()
        .open()
        .and_then(|it| state.people().get(it))
        .map(|it| (LintTarget::Note(it.voice), state.note(it).body));
    for (target, text) in texts.into_iter().chain([(LintTarget::Letter, letter.body.clone())]) {
        for finding in state.findings_in(target).unwrap_or_default() {
            assert!(text.get(finding.span.clone()).is_some(), "{finding:?} of {text:?}");
        }
    }
    for mailer in MAILERS {
        let link = mailer.link(&letter).href;
        assert!(link.bytes().all(|it| it.is_ascii_graphic()), "{link}");
    }
    let saved = state.saved();
    let read = Saved::decode(&saved.encode()).unwrap();
    assert_eq!(read.encode(), saved.encode(), "what is kept is not what is read back");
}

/// A form as people fill it in, with all that they may choose.
#[derive(Clone)]
struct Form {
    language: &'static Language,
    details: Details,
}

impl Debug for Form {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.language.tag)?;
        let filled = Field::ALL.map(|it| (it.name(), self.details.get(it)));
        filled
            .iter()
            .filter(|it| !it.1.is_empty())
            .try_for_each(|(name, value)| write!(formatter, ", {name}: {value}"))
    }
}

impl Form {
    /// Whether a fact counts.
    fn is(&self, id: &str) -> bool {
        let stated = Facts::parse(self.details.get(Field::Situation), self.language).0;
        stated.heeded(self.language).has(id, self.language)
    }

    /// The body of the letter in lower case, without what was typed.
    fn own_words(&self) -> String {
        let body = Letter::compose(&self.details, self.language).body.to_lowercase();
        let mut typed: Vec<_> = Field::TEXTS.map(|it| self.details.get(it).to_lowercase()).into();
        typed.retain(|it| !it.is_empty());
        // Where a highlight names the recipient, the letter says "you".
        let recipient = self.details.get(Field::Recipient).to_lowercase();
        if !recipient.is_empty() {
            let highlight = self.details.get(Field::Highlight).to_lowercase();
            typed.extend(
                highlight.contains(&recipient).then(|| highlight.replace(&recipient, "you")),
            );
        }
        // A highlight may have the name of a person in it.
        typed.sort_by_key(|it| Reverse(it.len()));
        typed.iter().fold(body, |body, typed| body.replace(typed.trim_start_matches("to "), "#"))
    }

    /// Words that are in some letters, and whether this one must not have them for its facts.
    fn forbidden(&self) -> Vec<(bool, &'static [&'static str])> {
        let is = |id| self.is(id);
        if !self.language.tag.starts_with("en") {
            return self.forbidden_elsewhere();
        }
        let is_chosen = is("chosen") && !is("application") && !is("screen");
        let may_keep = self.details.get(Field::Retention) == Field::YES;
        let is_met = !is("application") && !is("screen");
        let never: [(bool, &[&str]); 18] = [
            // Nobody was hired, as far as the writer knows.
            (!is_chosen && !is("insider"), &["new colleague", "found the", "settles in"]),
            (!is_chosen, &["new colleague", "found the"]),
            (is("insider"), &["new colleague"]),
            (!is_met, &["meet you", "met ", "interviewing", "the interview"]),
            (
                is("application"),
                &[
                    "meet you",
                    "meet the",
                    "meeting",
                    "met ",
                    "our conversation",
                    "the interview",
                    "interviewing",
                    "to interview",
                    "talking",
                    "speaking",
                ],
            ),
            (!is("screen"), &["the call "]),
            (is("ghosted"), &["letting me know", "sorry", "your email", "the news"]),
            (is("paused"), &["cancel", "decision"]),
            (!is("paused"), &["on hold"]),
            (!is("cancelled"), &["cancel"]),
            (!is("rescinded"), &["the offer"]),
            (!is("email"), &["your email", "writing to tell"]),
            (is("phone") || is("agency"), &["your message"]),
            (!is("phone"), &["calling me", "your call ", "phone"]),
            (!is("feedback"), &["the feedback", "your feedback"]),
            (!is("task"), &["exercise"]),
            (!is("final"), &["final round"]),
            (!is("agency"), &["putting me forward", "representing me"]),
        ];
        let never = never.into_iter().chain([
            (is("agency"), &["your company", "you found", "your team", "join you"][..]),
            (is("internal"), &["your company", "radar", "linkedin", "join you"]),
            (!is("kept") && !may_keep, &["keep my"]),
        ]);
        never.collect()
    }

    /// The same in languages other than English: what tells of a meeting, of a withdrawn offer and of a call.
    fn forbidden_elsewhere(&self) -> Vec<(bool, &'static [&'static str])> {
        let [met, offer, call]: [&[&str]; 3] = match self.language.tag.as_str() {
            "ar" => [&["مقابل", "لقائ"], &["العرض"], &["اتصال", "مكالم"]],
            "de" => {
                [&["das kennenlernen", "unser gespräch", "das gespräch"], &["angebot"], &["anruf"]]
            }
            "es" => [&["entrevista"], &["oferta"], &["llamad"]],
            "fr" => [&["entretien", "notre rencontre"], &["proposition"], &["appel"]],
            "ja" => [&["面接", "面談"], &["内定"], &["お電話"]],
            "pt-BR" => [&["entrevista", "conhecer vocês"], &["proposta"], &["ligação"]],
            tag => panic!("no words for {tag}"),
        };
        let is = |id| self.is(id);
        vec![
            (is("application"), met),
            (!is("rescinded"), offer),
            (is("email") && !is("screen"), call),
        ]
    }

    /// The sentences of the letter that have words which are untrue for these facts.
    fn untrue(&self) -> BTreeSet<String> {
        let never: Vec<_> =
            self.forbidden().into_iter().filter(|it| it.0).flat_map(|it| it.1).collect();
        let body = self.own_words();
        let sentences = body.split_inclusive(['.', '?', '\n', '。', '؟']).map(str::trim);
        let odd = sentences.filter(|it| never.iter().any(|word| it.contains(**word)));
        odd.map(str::to_owned).collect()
    }
}

/// Texts that people type: none, or a short one of each kind.
fn typed(field: Field) -> impl Strategy<Value = &'static str> {
    let values: &[&str] = match field {
        Field::Company => &["", "Acme", "Harlow & Pike", "Acme Inc."],
        Field::Role => &["", "data analyst", "summer internship"],
        Field::Recipient => &["", "Dana", "Ms. Rivera", "Dr. Lindqvist"],
        Field::Sender => &["", "Sam Lee"],
        Field::Highlight => &[
            "",
            "the tour of the lab",
            "hearing about the forecasting team",
            "how you listened",
            "loved the tour",
            "to meet Dana",
            "Dana made me feel welcome",
            "great team",
        ],
        _ => &["", "Luis"],
    };
    select(values)
}

fn form() -> impl Strategy<Value = Form> {
    let texts = Field::TEXTS.map(|field| typed(field).prop_map(move |it| (field, it.to_owned())));
    let chosen = (facts(), any::<Index>(), any::<Index>(), any::<Index>(), any::<bool>());
    let language = 0..LANGUAGES.len();
    (language, texts, chosen, any::<u32>()).prop_map(|(language, texts, chosen, seed)| {
        let language = LANGUAGES[language];
        let (facts, tone, length, ask, may_keep) = chosen;
        let mut details = Details::default();
        for (field, value) in texts.into_iter().chain([
            (Field::Situation, facts),
            (Field::Tone, tone.get(&language.tones).id.to_string()),
            (Field::Length, length.get(&language.lengths).id.to_string()),
            (Field::Ask, ask.get(&language.asks).id.to_string()),
            (Field::Retention, if may_keep { Field::YES.to_owned() } else { String::new() }),
            (Field::Seed, seed.to_string()),
        ]) {
            details.write(field, value);
        }
        Form { language, details }
    })
}

/// The most and the fewest words of a letter of a length, where what is typed is short.
fn limits(length: &str, unit: LengthUnit) -> (usize, usize) {
    match (length, unit) {
        ("short", LengthUnit::Words) => (30, 80),
        (_, LengthUnit::Words) => (30, 120),
        ("short", LengthUnit::Characters) => (100, 260),
        (_, LengthUnit::Characters) => (100, 400),
    }
}

/// A text that the widget saves.
fn saved() -> impl Strategy<Value = String> {
    vec(message(), 0..12).prop_map(|messages| {
        let mut state = State::new(LANGUAGES[0]);
        for message in messages {
            let _ = happens(&mut state, message);
        }
        state.saved().encode()
    })
}

proptest! {
    #[test]
    fn a_letter_is_well_formed_and_neither_too_short_nor_too_long(form in form()) {
        let body = Letter::compose(&form.details, form.language).body;
        let unit = form.language.length_unit;
        let (least, most) = limits(form.details.get(Field::Length), unit);
        let length = text_length(&body, unit);
        prop_assert!((least..=most).contains(&length), "{length}: {body}");
        prop_assert!(question_count(&body) <= 1, "{body}");
        for odd in ["{", "}", "  ", " ,", " .", "..", ",,", " \n", "\n\n\n", "!"] {
            prop_assert!(!body.contains(odd), "{odd:?}: {body}");
        }
        for paragraph in body.split("\n\n") {
            prop_assert!(!paragraph.is_empty() && paragraph.trim() == paragraph, "{body}");
        }
        let words: Vec<_> = body.split_whitespace().map(str::to_lowercase).collect();
        let doubled = words.windows(2).find(|it| it[0] == it[1]);
        prop_assert!(doubled.is_none(), "{doubled:?}: {body}");
    }

    #[test]
    fn nothing_in_a_letter_is_untrue(form in form()) {
        prop_assert_eq!(form.untrue(), BTreeSet::new());
    }

    #[test]
    fn a_note_to_others_is_well_formed(form in form(), kind in any::<Index>(), number in 0..6_u8) {
        let kind = kind.get(&form.language.people);
        let note = Letter::note(&form.details, kind, number, form.language).body;
        prop_assert_eq!(question_count(&note), 0, "{}", &note);
        for odd in ["{", "}", "  ", " ,", " .", "..", ",,", " \n", "\n\n\n", "!"] {
            prop_assert!(!note.contains(odd), "{odd:?}: {note}");
        }
        let least = if form.language.length_unit == LengthUnit::Words { 20 } else { 50 };
        prop_assert!(text_length(&note, form.language.length_unit) >= least, "{note}");
    }

    #[test]
    fn the_same_seed_and_form_give_the_same_letter(form in form()) {
        let again = form.clone();
        prop_assert_eq!(
            Letter::compose(&form.details, form.language),
            Letter::compose(&again.details, again.language)
        );
    }
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
    fn whatever_happens_the_widget_goes_on(
        messages in vec((message(), any::<bool>()), 1..25),
    ) {
        let mut state = State::new(LANGUAGES[0]);
        let mut asked = Vec::new();
        for (message, linter_answers) in messages {
            for effect in state.update(message) {
                match effect {
                    Effect::Warn(warning) => prop_assert!(!warning.allowed.is_empty()),
                    other => asked.push(other),
                }
            }
            is_sound(&state);
            if linter_answers {
                // Also what was asked of it about other texts, before.
                for message in asked.drain(..).filter_map(|it| answer(it).ok()) {
                    let _ = state.update(message);
                }
                is_sound(&state);
            }
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
                    | Message::Linter(LinterMessage::AppliedSuggestion(..))
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
        field in select(&Field::TEXTS[..]),
        value in text(),
    ) {
        let mut state = State::new(LANGUAGES[0]);
        let name = field.name().to_owned();
        let _ = state.update(Message::Form(FormMessage::ChangedAttribute(name, Some(value))));
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
            let told = Told::read(
                &rejection,
                RejectionData::for_tag(&language.tag).unwrap(),
                LinterData::for_tag(&language.tag).unwrap(),
            );
            let read = Told::decode(&told.encode());
            prop_assert_eq!(read.as_ref(), Some(&told));
            let _ = hints(&told, language);
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
        if let Some(language) = Language::decode(words.leak()) {
            let state = State::new(Box::leak(Box::new(language)));
            is_sound(&state);
        }
    }
}

#[test]
fn every_word_that_is_forbidden_somewhere_is_in_some_wording() {
    let moves = LANGUAGES.iter().flat_map(|it| &it.tones).flat_map(|it| &it.moves.0);
    let texts = moves.flat_map(|it| &it.1.0).flat_map(|(_, variants)| &variants.0);
    let slots = LANGUAGES.iter().flat_map(|it| &it.slots.0);
    let absent = slots.filter_map(|(_, it)| it.absent.as_ref());
    let all: String = texts.chain(absent).map(|it| it.to_lowercase() + "\n").collect();
    let forms = LANGUAGES.iter().map(|it| Form { language: it, details: Details::default() });
    let words = forms.flat_map(|it| it.forbidden()).flat_map(|it| it.1);
    let void: BTreeSet<_> = words.filter(|it| !all.contains(**it)).collect();
    assert_eq!(void, BTreeSet::new(), "no letter has these words any more");
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
