//! The update function: state and effects after a message.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Group, Language, TickedBy};
use good_sport::model::{
    CopiedAs, CopyMessage, CopyTarget, Effect, Event, FormMessage, HistoryMessage, LanguageMessage,
    LetterMessage, Message, Notice, PeopleMessage, PersonField, Saved, Section, State,
    StorageMessage, Warning,
};

fn language(tag: &str) -> &'static Language {
    Language::for_tag(tag).unwrap()
}

/// A fresh widget to which all this has happened.
fn after(messages: impl IntoIterator<Item = Message>) -> State {
    let mut state = State::new(language("en"));
    for message in messages {
        let _ = state.update(message);
    }
    state
}

fn attribute(name: &str, value: &str) -> Message {
    Message::Form(FormMessage::ChangedAttribute(name.into(), Some(value.into())))
}

fn wrote(field: Field, value: &str) -> Message {
    Message::Form(FormMessage::Wrote(field, value.into()))
}

fn edited(body: &str) -> Message {
    Message::Letter(LetterMessage::EditedBody(body.into()))
}

fn copied() -> Message {
    Message::Copy(CopyMessage::Copied(CopyTarget::Letter, CopiedAs::Rich))
}

fn ticked(state: &State) -> Vec<&str> {
    let items = state.language().items(state.facts());
    items.filter(|it| state.checklist().is_ticked(it)).map(|it| it.id.as_str()).collect()
}

#[test]
fn what_the_page_gives_fills_the_form_until_the_visitor_writes() {
    let mut state = after([attribute("company", "Acme")]);
    assert_eq!(state.value(Field::Company), "Acme");
    let _ = state.update(wrote(Field::Company, "Initech"));
    let _ = state.update(attribute("company", "Hooli"));
    assert_eq!(state.value(Field::Company), "Initech");
    let _ = state.update(wrote(Field::Company, ""));
    assert_eq!(state.value(Field::Company), "", "emptied by the visitor");
    let _ = state.update(Message::History(HistoryMessage::StartedOver));
    assert_eq!(state.value(Field::Company), "Hooli");
}

#[test]
fn an_unknown_value_is_warned_of_once_and_the_default_holds() {
    let check = |name: &str, value: &str, allowed: &str| {
        let expected =
            Warning { attribute: name.into(), value: value.into(), allowed: allowed.into() };
        let mut state = after([]);
        assert_eq!(state.update(attribute(name, value)), [Effect::Warn(expected)]);
        assert_eq!(state.letter(), after([]).letter());
    };
    for field in [Field::Situation, Field::Tone, Field::Length] {
        check(field.name(), "zany", &language("en").allowed(field).join(", "));
    }
    check("heading-level", "1", "2, 3, 4, 5, 6");
    check("heading-level", "7", "2, 3, 4, 5, 6");
    check("heading-level", "two", "2, 3, 4, 5, 6");
    check("storage", "always", "ask, off");
    check("loading", "soon", "lazy, eager");
    check("prefill", "on", "off, fragment");
    let tags =
        language("en").all.iter().map(|(tag, _)| tag.as_str()).collect::<Vec<_>>().join(", ");
    check("lang", "tlh", &tags);
    check("letter-lang", "tlh-Latn", &tags);
    check("theme", "blue", "auto, light, dark");
    check(
        "hide",
        "letter",
        "heading, intro, form, mail, channels, people, reminders, checklist, keep",
    );
}

#[test]
fn a_language_tag_falls_back_as_rfc_4647_looks_it_up() {
    let mut chinese = language("en").clone();
    chinese.all = vec![("zh-Hant".into(), "繁體中文".into())];
    let chinese: &'static Language = Box::leak(Box::new(chinese));
    let is_known = |tag: &str| State::new(chinese).update(attribute("lang", tag)).is_empty();
    for tag in ["zh-Hant", "ZH-hant", "zh-Hant-TW", "zh-Hant-TW-x-own", ""] {
        assert!(is_known(tag), "{tag}");
    }
    for tag in ["zh", "zh-Hans", "zh-HantTW"] {
        assert!(!is_known(tag), "{tag}");
    }
}

#[test]
fn an_unknown_value_from_a_script_is_warned_of_and_ignored() {
    let mut state = after([wrote(Field::Tone, "formal")]);
    let effects = state.update(wrote(Field::Tone, "zany"));
    assert!(matches!(&effects[..], [Effect::Warn(it)] if it.value == "zany"), "{effects:?}");
    assert_eq!(state.value(Field::Tone), "formal");
}

#[test]
fn settings_follow_their_attributes() {
    let mut state =
        after([attribute("hide", "heading  checklist"), attribute("heading-level", "4")]);
    assert_eq!(state.settings().heading_level, 4);
    assert!(
        !state.settings().shows(Section::Heading) && !state.settings().shows(Section::Checklist)
    );
    assert!(state.settings().shows(Section::Form) && state.settings().shows(Section::Keep));
    let _ = state.update(Message::Form(FormMessage::ChangedAttribute("hide".into(), None)));
    let _ = state.update(attribute("storage", "off"));
    assert!(state.settings().shows(Section::Heading) && !state.settings().shows(Section::Keep));
}

#[test]
fn an_edited_letter_survives_every_change_of_the_form() {
    let mut state = after([edited("My own words.")]);
    for message in
        [wrote(Field::Tone, "formal"), wrote(Field::Company, "Acme"), attribute("role", "baker")]
    {
        assert!(state.is_edited());
        let _ = state.update(message);
        assert_eq!(state.letter().body, "My own words.");
        assert!(state.has_offer());
    }
}

#[test]
fn the_offer_replaces_the_letter_and_undo_brings_it_back() {
    let mut state = after([edited("My own words."), wrote(Field::Tone, "formal")]);
    let _ = state.update(Message::Letter(LetterMessage::AcceptedNewText));
    assert_eq!(state.letter(), after([wrote(Field::Tone, "formal")]).letter());
    assert!(!state.has_offer() && state.can_undo());
    let _ = state.update(Message::History(HistoryMessage::Undid));
    assert_eq!(state.letter().body, "My own words.");
    assert!(state.has_offer() && state.can_undo());
    let _ = state.update(Message::History(HistoryMessage::Undid));
    assert_eq!(state.letter(), after([wrote(Field::Tone, "formal")]).letter());
}

#[test]
fn there_is_no_offer_while_the_form_stands() {
    assert!(!after([edited("My own words.")]).has_offer());
    let back = [edited("x"), wrote(Field::Tone, "formal"), wrote(Field::Tone, "classic")];
    assert!(!after(back).has_offer());
}

#[test]
fn a_letter_edited_back_to_the_form_follows_it_again() {
    let composed = after([]).letter();
    let state = after([edited("x"), edited(&composed.body), wrote(Field::Tone, "formal")]);
    assert!(!state.is_edited());
    assert_ne!(state.letter(), composed);
}

#[test]
fn an_edited_subject_keeps_the_body_as_it_was() {
    let body = after([]).letter().body;
    let state = after([
        Message::Letter(LetterMessage::EditedSubject("Hello".into())),
        wrote(Field::Tone, "formal"),
    ]);
    assert_eq!((state.letter().subject.as_str(), state.letter().body), ("Hello", body));
}

#[test]
fn starting_over_can_be_undone_with_nothing_lost() {
    let mut state = after([
        wrote(Field::Sender, "Ada"),
        edited("Mine."),
        Message::History(HistoryMessage::StartedOver),
    ]);
    assert_eq!(state.letter(), after([]).letter());
    let _ = state.update(wrote(Field::Sender, "Grace"));
    let _ = state.update(Message::History(HistoryMessage::Undid));
    assert_eq!(
        (state.value(Field::Sender).as_str(), state.letter().body.as_str()),
        ("Ada", "Mine.")
    );
    let _ = state.update(Message::History(HistoryMessage::Undid));
    assert_eq!(state.value(Field::Sender), "Grace");
}

#[test]
fn copying_ticks_two_items_and_never_against_the_visitors_will() {
    let mut state = after([]);
    assert_eq!(ticked(&state), [""; 0]);
    let effects = state.update(copied());
    assert_eq!(ticked(&state), ["thanked", "asked"]);
    assert!(effects.contains(&Effect::Dispatch(Event::Checked(2, 9))));
    let _ = state.update(Message::Ticked("thanked".into(), false));
    let _ = state.update(copied());
    assert_eq!(ticked(&state), ["asked"]);
}

#[test]
fn a_letter_with_two_questions_does_not_ask_for_one_thing_only() {
    assert_eq!(ticked(&after([edited("Why? And when?"), copied()])), ["thanked"]);
}

#[test]
fn a_refused_copy_ticks_nothing_and_says_what_to_do() {
    let state = after([Message::Copy(CopyMessage::Copied(CopyTarget::Letter, CopiedAs::Manual))]);
    assert_eq!(ticked(&state), [""; 0]);
    assert_eq!(state.notice(), Some(Notice::CopyByHand));
}

#[test]
fn only_the_notice_of_the_last_copy_expires() {
    let mut state = after([copied(), copied()]);
    let _ = state.update(Message::Copy(CopyMessage::NoticeExpired(1)));
    assert_eq!(state.notice(), Some(Notice::Copied(CopyTarget::Letter)));
    let _ = state.update(Message::Copy(CopyMessage::NoticeExpired(2)));
    assert_eq!(state.notice(), None);
}

#[test]
fn what_is_copied_is_what_is_shown() {
    let mut state = after([edited("Mine & <b>yours</b>.\n\nBye")]);
    let html = "<p>Mine &amp; &lt;b&gt;yours&lt;/b&gt;.</p><p>Bye</p>";
    let html = format!("<div lang=\"en\" dir=\"ltr\">{html}</div>");
    let copy = Effect::Copy(CopyTarget::Letter, state.letter().body, Some(html));
    assert_eq!(state.update(Message::Copy(CopyMessage::Requested(CopyTarget::Letter))), [copy]);
}

#[test]
fn what_was_kept_elsewhere_is_read_as_far_as_it_goes() {
    assert_eq!(Saved::decode(""), None);
    assert_eq!(Saved::decode("2\u{1e}sender\u{1f}Ada"), None);
    let odd =
        "1\u{1e}sender\u{1f}Ada\u{1e}\u{1f}\u{1e}nothing\u{1e}future\u{1f}x\u{1e}body\u{1f}half";
    let saved = Saved::decode(odd).unwrap();
    assert_eq!(saved.details, [(Field::Sender, "Ada".into())]);
    assert_eq!(
        after([
            Message::Storage(StorageMessage::Shown),
            Message::Storage(StorageMessage::Loaded(Some(odd.into())))
        ])
        .letter(),
        after([wrote(Field::Sender, "Ada")]).letter()
    );
}

#[test]
fn a_letter_in_another_language_is_offered_and_never_mixed() {
    let mut state = after([wrote(Field::Tone, "formal"), wrote(Field::Situation, "final")]);
    let _ = state.update(Message::Language(LanguageMessage::Loaded(language("en-GB"))));
    assert!(state.letter().body.contains("honour") && !state.letter().body.contains("honor "));
    let _ = state.update(edited("Mine."));
    let _ = state.update(Message::Language(LanguageMessage::Loaded(language("en"))));
    assert_eq!(state.letter().body, "Mine.");
    assert!(state.has_offer());
}

#[test]
fn the_fields_that_are_still_general_are_listed() {
    let others = Field::TEXTS.into_iter().filter(|it| *it != Field::Referrer);
    assert_eq!(after([]).general_fields(), others.collect::<Vec<_>>());
    let state = after([wrote(Field::Company, "Acme"), wrote(Field::Recipient, "ms@example.org")]);
    assert_eq!(
        state.general_fields(),
        [Field::Role, Field::Recipient, Field::Sender, Field::Highlight]
    );
    let state = after([stated("referral", true)]);
    assert_eq!(state.general_fields(), Field::TEXTS, "there is somebody to name");
    let state = after([stated("referral", true), stated("internal", true)]);
    assert!(!state.general_fields().contains(&Field::Referrer), "nobody is named");
}

fn met(meeting: PeopleMessage) -> Message {
    Message::People(meeting)
}

#[test]
fn a_note_is_copied_as_it_stands_and_then_it_is_done() {
    let mut state = after([
        met(PeopleMessage::Added),
        met(PeopleMessage::Wrote(0, PersonField::Name, "Dana Rivera".into())),
        met(PeopleMessage::Added),
        met(PeopleMessage::Edited(1, "My own note.".into())),
    ]);
    let note = state.update(Message::Copy(CopyMessage::Requested(CopyTarget::Note(0))));
    let Effect::Copy(_, text, Some(html)) = &note[0] else { panic!("{note:?}") };
    assert!(text.starts_with("Dear Dana Rivera,\n\n") && html.contains("><p>Dear Dana Rivera,"));
    let _ = state.update(Message::Copy(CopyMessage::Copied(CopyTarget::Note(0), CopiedAs::Manual)));
    assert!(!state.people().all()[0].is_done, "nothing was copied");
    let _ = state.update(Message::Copy(CopyMessage::Copied(CopyTarget::Note(0), CopiedAs::Plain)));
    assert!(state.people().all()[0].is_done);
    assert_eq!(state.people().next(0), Some(1));
    let note = state.update(Message::Copy(CopyMessage::Requested(CopyTarget::Note(1))));
    assert!(matches!(&note[0], Effect::Copy(_, text, _) if text == "My own note."), "{note:?}");
    assert!(state.letter().body.starts_with("Hello,"), "the letter is another");
}

#[test]
fn an_edited_note_is_never_overwritten_and_a_removed_one_comes_back() {
    let mut state = after([
        met(PeopleMessage::Added),
        met(PeopleMessage::Edited(0, "Mine.".into())),
        met(PeopleMessage::Wrote(0, PersonField::Address, "Dana".into())),
    ]);
    let body = |state: &State| state.note(&state.people().all()[0]).body;
    assert_eq!(body(&state), "Mine.");
    assert!(state.has_offer_for(&state.people().all()[0]));
    let _ = state.update(met(PeopleMessage::Removed(0)));
    assert!(state.people().all().is_empty());
    let _ = state.update(Message::History(HistoryMessage::Undid));
    assert_eq!(body(&state), "Mine.");
    let _ = state.update(met(PeopleMessage::AcceptedNewText(0)));
    assert!(body(&state).starts_with("Hi Dana,"));
}

#[test]
fn the_people_are_kept_with_the_draft() {
    let mut before = after([
        met(PeopleMessage::Added),
        met(PeopleMessage::Added),
        met(PeopleMessage::Removed(0)),
        met(PeopleMessage::Wrote(1, PersonField::Name, "Dana".into())),
        met(PeopleMessage::Wrote(1, PersonField::Kind, "referrer".into())),
        met(PeopleMessage::Edited(1, "Mine.".into())),
        met(PeopleMessage::Added),
    ]);
    let _ = before.update(Message::Copy(CopyMessage::Copied(CopyTarget::Note(1), CopiedAs::Rich)));
    let saved = Saved::decode(&before.saved().encode()).unwrap();
    assert_eq!(saved.people.all(), before.people().all());
}

#[test]
fn the_checklist_is_short_and_begins_alike_for_all_facts() {
    let language = language("en");
    for outcome in ids(Group::Outcome) {
        for stage in ids(Group::Stage) {
            for channel in ids(Group::Channel) {
                let base = format!("{outcome} {stage} {channel}");
                let items = |also: &str| {
                    let state = after([wrote(Field::Situation, &format!("{base} {also}"))]);
                    language.items(state.facts()).collect::<Vec<_>>()
                };
                let alone = items("").len();
                assert!((6..=11).contains(&alone), "{base}: {alone}");
                for also in ids(Group::Also).chain([""]) {
                    let items = items(also);
                    assert!(items.len() <= alone + 1, "{base} {also}");
                    assert_eq!(items[0].id, "sting", "{base} {also}");
                    let of = |by| items.iter().filter(|it| it.ticked_by == Some(by)).count();
                    assert_eq!(of(TickedBy::Copied), 1, "{base} {also}");
                    assert!(of(TickedBy::OneQuestion) <= 1, "{base} {also}");
                }
            }
        }
    }
}

#[test]
fn the_checklist_tells_of_the_facts_that_count() {
    for (facts, there, gone) in [
        ("final", &["near"][..], &["won", "budget"][..]),
        ("cancelled", &["budget"], &["won", "near"]),
        ("paused phone", &["budget", "called"], &["won"]),
        ("application", &["wished"], &["won", "learned"]),
        ("rescinded", &["stand"], &["near"]),
        ("rescinded final", &["stand"], &["near"]),
        ("agency", &["agency"], &["thanked"]),
        ("ghosted", &["closed"], &["thanked", "asked"]),
        ("ghosted agency", &["closed"], &["agency", "thanked"]),
        // What is silenced has no item.
        ("ghosted phone feedback kept", &["closed", "ahead"], &["called", "acted", "filed"]),
        ("feedback kept referral", &["acted", "filed", "referrer"], &["asked", "ahead"]),
        ("internal kept agency", &["committed", "thanked"], &["filed", "agency", "ahead"]),
    ] {
        let state = after([wrote(Field::Situation, facts)]);
        let items: Vec<_> =
            state.language().items(state.facts()).map(|it| it.id.as_str()).collect();
        for id in there {
            assert!(items.contains(id), "{facts}: {items:?} lacks {id}");
        }
        for id in gone {
            assert!(!items.contains(id), "{facts}: {items:?} has {id}");
        }
    }
}

#[test]
fn a_change_of_the_checklist_dispatches_an_event() {
    let mut state = after([Message::Ticked("won".into(), true)]);
    let effects = state.update(stated("cancelled", true));
    assert!(effects.contains(&Effect::Dispatch(Event::Checked(0, 9))), "{effects:?}");
    let effects = state.update(stated("chosen", true));
    assert!(effects.contains(&Effect::Dispatch(Event::Checked(1, 9))), "{effects:?}");
}

#[test]
fn facts_are_stated_one_by_one() {
    let mut state = after([]);
    for (id, is_stated, expected) in [
        ("feedback", true, "chosen interview email feedback"),
        ("final", true, "chosen final email feedback"),
        ("phone", true, "chosen final phone feedback"),
        ("referral", true, "chosen final phone feedback referral"),
        ("agency", true, "chosen final agency feedback referral"),
        ("feedback", false, "chosen final agency referral"),
        ("referral", false, "chosen final agency"),
        // One of these always holds.
        ("agency", false, "chosen final email"),
        ("email", false, "chosen final email"),
        ("unheard-of", true, "chosen final email"),
    ] {
        assert_eq!(
            state.update(stated(id, is_stated)).iter().filter(|it| is_warning(it)).count(),
            0
        );
        assert_eq!(state.value(Field::Situation), expected, "{id}");
    }
}

fn is_warning(effect: &Effect) -> bool {
    matches!(effect, Effect::Warn(_))
}

#[test]
fn what_is_silenced_comes_back_when_what_silenced_it_goes() {
    let value = |state: &State| state.value(Field::Situation);
    let mut state = after(["final", "phone", "feedback", "kept"].map(|it| stated(it, true)));
    for (id, silenced, again) in [
        ("ghosted", "ghosted final email", "chosen"),
        ("rescinded", "rescinded interview phone feedback", "chosen"),
        ("internal", "chosen final phone feedback internal", "internal"),
    ] {
        let _ = state.update(stated(id, true));
        assert_eq!(value(&state), silenced);
        let _ = state.update(stated(again, again == "chosen"));
        assert_eq!(value(&state), "chosen final phone feedback kept", "{id}");
    }
}

#[test]
fn of_two_of_a_group_the_first_counts_with_one_warning() {
    let allowed = language("en").allowed(Field::Situation).join(", ");
    let filled = |text: &str| Message::Form(FormMessage::Filled(Field::Situation, text.into()));
    for (text, ignored, facts) in [
        ("final screen", "screen", "chosen final email"),
        ("phone paused final email cancelled", "email", "paused final phone"),
        ("zany final feedback", "zany", "chosen final email feedback"),
        ("zany final yaks", "zany", "chosen final email"),
        ("kept Final", "Final", "chosen interview email kept"),
    ] {
        let expected = Warning {
            attribute: "situation".into(),
            value: ignored.into(),
            allowed: allowed.clone(),
        };
        for message in [attribute("situation", text), filled(text)] {
            let mut state = after([]);
            let warnings = state.update(message);
            let warnings: Vec<_> = warnings.into_iter().filter(is_warning).collect();
            assert_eq!(warnings, [Effect::Warn(expected.clone())], "{text}");
            assert_eq!(state.value(Field::Situation), facts, "{text}");
        }
    }
    for text in ["final  feedback\nfinal", "email interview chosen", ""] {
        let effects = after([]).update(attribute("situation", text));
        assert!(!effects.iter().any(is_warning), "{text}: {effects:?}");
    }
}

fn stated(id: &str, is_stated: bool) -> Message {
    Message::Form(FormMessage::Stated(id.into(), is_stated))
}

/// The `id`s of the facts of a group.
fn ids(group: Group) -> impl Iterator<Item = &'static str> {
    language("en").facts.iter().filter(move |it| it.group == group).map(|it| it.id.as_str())
}

fn drew(seed: u32) -> Message {
    Message::Form(FormMessage::DrewSeed(seed))
}

#[test]
fn a_seed_gives_the_same_letter_and_no_other_word_does() {
    let letter = |seed: &str| after([drew(9), attribute("seed", seed)]).letter();
    assert_eq!(letter("7"), letter(" 7 "));
    assert_eq!(letter("7"), after([drew(7)]).letter());
    assert_eq!(letter("4294967295"), after([drew(u32::MAX)]).letter());
    for wrong in ["seven", "-1", "1.5", "4294967296", "0x7", "7 8"] {
        let expected = Warning {
            attribute: "seed".into(),
            value: wrong.into(),
            allowed: "a whole number up to 4294967295".into(),
        };
        let mut state = after([drew(9)]);
        assert_eq!(state.update(attribute("seed", wrong)), [Effect::Warn(expected)]);
        assert_eq!(state.letter(), after([drew(9)]).letter(), "{wrong}");
    }
    let mut state = after([drew(9), attribute("seed", "7")]);
    assert_eq!(state.value(Field::Seed), "7");
    let _ = state.update(Message::Form(FormMessage::ChangedAttribute("seed".into(), None)));
    assert_eq!(state.value(Field::Seed), "9", "the one that was drawn");
}

fn another_wording() -> Message {
    Message::Letter(LetterMessage::WantedAnotherWording)
}

#[test]
fn another_wording_changes_a_letter_of_ours_each_time() {
    for start in [drew(0), drew(u32::MAX - 3), attribute("seed", "7")] {
        let mut state = after([start]);
        for _ in 0..12 {
            let before = state.letter();
            let _ = state.update(another_wording());
            assert_ne!(state.letter().body, before.body, "{}", state.value(Field::Seed));
            assert_eq!(state.letter().subject, before.subject);
            assert_eq!(state.notice(), Some(Notice::Replaced));
        }
        let _ = state.update(Message::History(HistoryMessage::Reset));
        assert!(["0", "4294967292", "7"].contains(&&*state.value(Field::Seed)));
    }
}

#[test]
fn another_wording_never_touches_an_edited_letter() {
    let mut state = after([drew(3), edited("Mine.")]);
    let before = state.clone();
    let _ = state.update(another_wording());
    assert_eq!((state.letter().body.as_str(), state.value(Field::Seed)), ("Mine.", "3".into()));
    assert_eq!((state.notice(), state.has_offer()), (before.notice(), false));
}

/// The text that is stored of a state whose visitor keeps the draft.
fn stored(state: &mut State) -> String {
    let _ = state.update(Message::Storage(StorageMessage::Shown));
    let _ = state.update(Message::Storage(StorageMessage::ChoseToKeep(true)));
    let effects = state.update(Message::Storage(StorageMessage::Loaded(None)));
    let stored = effects.into_iter().find_map(|it| match it {
        Effect::StoreDraft(_, text) => text,
        _ => None,
    });
    stored.unwrap()
}

#[test]
fn a_returning_visitor_sees_the_same_letter() {
    let mut before = after([drew(11), wrote(Field::Sender, "Ada"), stated("phone", true)]);
    let text = stored(&mut before);
    let loads = |text: &str| Message::Storage(StorageMessage::Loaded(Some(text.to_owned())));
    let shown = Message::Storage(StorageMessage::Shown);
    for returned in
        [[drew(99), shown.clone(), loads(&text)], [shown.clone(), loads(&text), drew(99)]]
    {
        let mut state = after(returned);
        assert_eq!(state.letter(), before.letter());
        assert!(!state.is_edited() && state.keeps());
        assert_eq!(state.notice(), None, "nothing was replaced");
        let _ = state.update(Message::History(HistoryMessage::Reset));
        assert_eq!(state.value(Field::Seed), "99", "another visitor, perhaps");
    }
    let other = after([drew(99), wrote(Field::Sender, "Ada"), stated("phone", true)]);
    assert_ne!(other.letter(), before.letter(), "it is not the same by chance");
    let _ = before.update(another_wording());
    let mut moved = after([drew(99)]);
    let _ = moved.update(Message::Storage(StorageMessage::Restored(before.saved().encode())));
    assert_eq!(moved.letter(), before.letter(), "nor where the element is moved");
}

#[test]
fn what_is_for_the_visitors_eyes_only_moves_with_the_element_and_is_never_stored() {
    const PRIVATE: &str = "I could scream";
    let wrote_privately = || Message::Form(FormMessage::WrotePrivately(PRIVATE.into()));
    let mut state = after([wrote_privately(), wrote(Field::Sender, "Ada")]);
    let text = stored(&mut state);
    assert!(text.contains("Ada") && !text.contains(PRIVATE), "{text}");
    assert!(state.saved().encode().contains(PRIVATE));
    let moved = after([Message::Storage(StorageMessage::Restored(state.saved().encode()))]);
    assert_eq!(moved.private(), PRIVATE);
    // What another tab stored does not take it away.
    let _ =
        state.update(Message::Storage(StorageMessage::Loaded(Some(text.replace("Ada", "Grace")))));
    assert_eq!((state.value(Field::Sender).as_str(), state.private()), ("Grace", PRIVATE));
    let copies = [CopyTarget::Letter, CopyTarget::Subject, CopyTarget::ShortMessage];
    for target in copies {
        let effects = state.update(Message::Copy(CopyMessage::Requested(target)));
        assert!(!format!("{effects:?}").contains(PRIVATE), "{effects:?}");
    }
    // It alone is nothing to store.
    let effects = state.update(Message::Form(FormMessage::WrotePrivately("x".into())));
    assert_eq!(effects, []);
    let _ = state.update(Message::History(HistoryMessage::Reset));
    assert_eq!(state.private(), "");
}

fn handed_over(entries: &[(&str, &str)]) -> Message {
    let owned = entries.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Message::HandedOver(owned.collect())
}

#[test]
fn input_in_the_shell_is_handed_over_in_order_and_unknown_names_are_ignored() {
    let mut state = after([]);
    let effects = state.update(handed_over(&[
        ("company", "Globex"),
        ("tone", "formal"),
        ("tone-formal", "formal"),
        ("subject", "Hello"),
        ("body", "My own words."),
        ("recipient", "Ms. Rivera"),
        ("item-sting", "yes"),
        ("item-learned", "yes"),
        ("item-learned", ""),
        ("item-unheard-of", "yes"),
        ("letter-lang", "en-GB"),
        ("letter-lang", "tlh"),
        ("nothing", "x"),
        ("keep", "yes"),
    ]));
    assert!(effects.contains(&Effect::LoadLanguage("en-GB".into())), "{effects:?}");
    assert_eq!(
        (state.value(Field::Company), state.value(Field::Tone)),
        ("Globex".into(), "formal".into())
    );
    assert_eq!(
        (state.letter().subject.as_str(), state.letter().body.as_str()),
        ("Hello", "My own words.")
    );
    assert!(state.has_offer(), "the greeting became known after the letter was edited");
    assert_eq!(ticked(&state), ["sting"]);
    assert!(state.keeps());
}

#[test]
fn facts_are_handed_over_from_the_shell() {
    let state = after([handed_over(&[
        ("stage", "final"),
        ("channel", "phone"),
        ("also-feedback", "yes"),
        ("also-kept", "yes"),
        ("also-kept", ""),
        ("also-unheard-of", "yes"),
        ("referrer", "Luis"),
    ])]);
    assert_eq!(state.value(Field::Situation), "chosen final phone feedback");
    assert_eq!(state.value(Field::Referrer), "Luis");
    let state = after([handed_over(&[("situation", "paused")])]);
    assert_eq!(state.value(Field::Situation), "paused interview email");
}

#[test]
fn facts_hold_in_another_language() {
    let mut state = after(["paused", "final", "kept"].map(|it| stated(it, true)));
    let british = language("en-GB");
    assert_eq!(state.facts_in(british).to_text(british), "paused final email kept");
    let _ = state.update(Message::Language(LanguageMessage::Loaded(british)));
    assert_eq!(state.value(Field::Situation), "paused final email kept");
}

#[test]
fn a_letter_that_was_not_ready_in_time_is_copied_by_the_next_press() {
    let mut state = after([Message::Copy(CopyMessage::BecameReady)]);
    assert_eq!(state.notice(), Some(Notice::Ready));
    let _ = state.update(wrote(Field::Sender, "Ada"));
    assert!(state.copy_waits(), "typing does not press the button");
    let _ = state.update(Message::Copy(CopyMessage::Requested(CopyTarget::Letter)));
    assert!(!state.copy_waits());
}

#[test]
fn a_language_that_does_not_arrive_leaves_the_one_in_use_chosen() {
    let mut state = after([Message::Language(LanguageMessage::Chose("en-GB".into()))]);
    assert_eq!(state.chosen_language(), "en-GB");
    let _ = state.update(Message::Language(LanguageMessage::FailedToLoad));
    assert_eq!((state.chosen_language(), state.notice()), ("en", Some(Notice::NoLanguage)));
    let _ = state.update(Message::Language(LanguageMessage::Chose("en-GB".into())));
    let _ = state.update(Message::Language(LanguageMessage::Loaded(language("en-GB"))));
    assert_eq!(state.chosen_language(), "en-GB");
}
