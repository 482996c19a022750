//! The tone linter, on notes that it has never seen and on what it must get right.
//!
//! The notes in `linter/evaluation` measure it and nothing else: no pattern was written after reading them.
//! Those in `linter/training` are what the patterns were written for, and those in `linter/blunt` what anybody
//! would expect to be found.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a figure of how long it takes is printed")]

use std::collections::{BTreeMap, BTreeSet};
use std::time::{Duration, Instant};

use good_sport::content::{Facts, Field, Group, Language, LinterData, Severity, TickedBy};
use good_sport::model::{
    CopiedAs, CopyMessage, CopyTarget, Details, Finding, FormMessage, LengthVerdict, Letter,
    LetterMessage, Linter, Message, ShortMessage, State, Verdict, word_count,
};

#[path = "linter/notes.rs"]
mod sets;

use sets::notes;

/// The least of the bad notes that it has never seen and must find, in percent.
const FOUND: f64 = 66.0;
/// The most of the good notes that it has never seen and may point out, in percent.
const FLAGGED: f64 = 3.0;

fn data() -> &'static LinterData {
    LinterData::for_tag("en").unwrap()
}

fn language() -> &'static Language {
    Language::for_tag("en").unwrap()
}

fn read(text: &str) -> Vec<Finding> {
    Linter::new(data()).read(text, &Details::default())
}

/// How many of the bad notes of a set are found, and how many of the good ones are flagged, in
/// percent; prints how many of each verdict are.
fn figures(set: &str) -> (f64, f64) {
    let reader = Linter::new(data());
    let flagged =
        |text: &str| Verdict::of(&reader.read(text, &Details::default())) != Verdict::Gracious;
    let mut counts = BTreeMap::<String, (u32, u32)>::new();
    for (verdict, text) in notes(set) {
        let (hits, all) = counts.entry(verdict).or_default();
        *hits += u32::from(flagged(&text));
        *all += 1;
    }
    for (verdict, (hits, all)) in &counts {
        println!("{set}: {hits} of {all} notes of the verdict {verdict} are pointed out");
    }
    let share = |of: bool| {
        let counts = counts.iter().filter(|(it, _)| (*it == "good") == of).map(|it| it.1);
        let (hits, all) = counts.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        100.0 * f64::from(hits) / f64::from(all)
    };
    (share(false), share(true))
}

#[test]
fn hurtful_notes_are_flagged_and_gracious_ones_are_not() {
    let (found, flagged) = figures("evaluation");
    println!("unseen: {found:.1} % of the bad found, {flagged:.1} % of the good flagged");
    let (tuned_found, tuned_flagged) = figures("training");
    println!("seen: {tuned_found:.1} % of the bad found, {tuned_flagged:.1} % of the good flagged");
    // What was reached; the aim is 90 % and 3 %. To be raised, and never lowered.
    assert!(found >= FOUND && flagged <= FLAGGED, "{found:.1} % found, {flagged:.1} % flagged");
}

#[test]
fn what_nobody_could_overlook_is_found() {
    let reader = Linter::new(data());
    let notes = notes("blunt");
    let missed: Vec<_> =
        notes.iter().filter(|(_, it)| reader.read(it, &Details::default()).is_empty()).collect();
    // What a word more would make clear: "You made a mistake."
    assert!(missed.len() * 50 <= notes.len(), "{missed:#?}");
    println!("blunt: all but {} of {} notes are pointed out", missed.len(), notes.len());
}

#[test]
fn a_question_mark_of_a_name_is_no_question() {
    let mut state = State::new(language());
    let _ = state.update(Message::Form(FormMessage::Wrote(Field::Company, "Guess?".into())));
    let body = "Dear hiring team,\n\nI liked Guess? a lot. May I ask what Guess? looks for?";
    let _ = state.update(Message::Letter(LetterMessage::EditedBody(body.into())));
    let _ = state.update(Message::Copy(CopyMessage::Copied(CopyTarget::Letter, CopiedAs::Plain)));
    let mut items = language().checklist.iter();
    let item = items.find(|it| it.ticked_by == Some(TickedBy::OneQuestion)).unwrap();
    assert!(state.checklist().is_ticked(item));
}

#[test]
fn words_are_counted_in_scripts_without_spaces_too() {
    for (text, least, most) in [
        // "Thank you very much for taking the time to interview me today."
        ("非常感谢您今天抽出时间对我进行面试。", 6, 12),
        ("本日は面接のお時間をいただき、誠にありがとうございました。", 9, 16),
        ("ขอบคุณมากที่สละเวลาสัมภาษณ์ฉันในวันนี้", 6, 12),
        ("ຂອບໃຈຫຼາຍໆທີ່ສະຫຼະເວລາສຳພາດຂ້ອຍໃນມື້ນີ້", 6, 12),
        ("សូមអរគុណច្រើនដែលបានចំណាយពេលសម្ភាសន៍ខ្ញុំនៅថ្ងៃនេះ", 6, 14),
        ("오늘 면접 시간을 내주셔서 감사합니다.", 5, 5),
        ("Спасибо за собеседование.", 3, 3),
        ("「」、。！？…", 0, 0),
    ] {
        let words = word_count(text);
        assert!((least..=most).contains(&words), "{words} words in {text}");
    }
    let long = "非常感谢您今天抽出时间对我进行面试。".repeat(10);
    assert_eq!(LengthVerdict::of(word_count(&long)), LengthVerdict::Good);
    assert_eq!(LengthVerdict::of(word_count("感谢")), LengthVerdict::Short);
}

/// All combinations of one fact of each group, with one of those beside them in turn.
fn situations() -> Vec<String> {
    let of = |group| language().facts.iter().filter(move |it| it.group == group);
    let mut also = of(Group::Also).cycle();
    let mut all = Vec::new();
    for outcome in of(Group::Outcome) {
        for stage in of(Group::Stage) {
            for channel in of(Group::Channel) {
                let facts = [outcome, stage, channel, also.next().unwrap()];
                all.push(facts.map(|it| it.id.as_str()).join(" "));
            }
        }
    }
    all
}

#[test]
fn every_letter_of_ours_is_gracious() {
    let language = language();
    let reader = Linter::new(data());
    let mut odd = BTreeSet::new();
    let mut seed = 0;
    for situation in situations() {
        let (facts, _) = Facts::parse(&situation, language);
        for tone in &language.tones {
            for length in &language.lengths {
                for ask in language.asks(facts) {
                    seed += 1;
                    let mut details = Details::default();
                    for (field, value) in [
                        (Field::Company, "Acme"),
                        (Field::Recipient, "Ms. Rivera"),
                        (Field::Highlight, "the talk about the forecasting team"),
                        (Field::Referrer, "Luis"),
                        (Field::Situation, &situation),
                        (Field::Tone, &tone.id),
                        (Field::Length, &length.id),
                        (Field::Ask, &ask.id),
                        (Field::Seed, &seed.to_string()),
                    ] {
                        details.write(field, value.to_owned());
                    }
                    let body = Letter::compose(&details, language).body;
                    odd.extend(reader.read(&body, &details).into_iter().map(|it| {
                        let words = &body[it.span.clone()];
                        format!("{} {words:?} in {situation} {} {seed}: {body}", it.id, tone.id)
                    }));
                }
            }
        }
    }
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn every_note_and_short_message_of_ours_is_gracious() {
    let language = language();
    let reader = Linter::new(data());
    let mut details = Details::default();
    details.write(Field::Company, "Acme".into());
    let mut odd = BTreeSet::new();
    for situation in situations() {
        details.write(Field::Situation, situation.clone());
        let notes = language.people.iter().flat_map(|kind| (0..6).map(move |it| (kind, it)));
        let notes = notes.map(|(kind, it)| Letter::note(&details, kind, it, language).body);
        let messages = [ShortMessage::Short, ShortMessage::Long, ShortMessage::Phone];
        let messages = messages.map(|it| it.text(&details, language));
        let texts: BTreeSet<_> = notes.chain(messages).collect();
        for text in texts {
            let mut found = reader.read(&text, &details);
            // A few lines have no need of all that a letter has.
            found.retain(|it| it.severity != Severity::Info);
            odd.extend(found.into_iter().map(|it| {
                format!("{} {:?} in {situation}: {text}", it.id, &text[it.span.clone()])
            }));
        }
    }
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn linting_takes_no_noticeable_time() {
    let reader = Linter::new(data());
    let text: String = notes("evaluation").into_iter().map(|it| it.1 + "\n").collect();
    let text: String = text.chars().take(2_000).collect();
    let mut times: Vec<Duration> = (0..100)
        .map(|_| {
            let start = Instant::now();
            assert!(!reader.read(&text, &Details::default()).is_empty());
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("2,000 characters are read in {:?} (median of 100)", times[50]);
}

#[test]
fn a_span_is_in_utf_16_code_units() {
    let text = "👩‍💻 [name]";
    let finding = &read(text)[0];
    assert_eq!(good_sport::model::utf16(text, &finding.span), 6..12);
    assert_eq!(finding.severity, Severity::Stop);
}
