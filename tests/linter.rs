//! The tone linter, on notes that it has never seen and on what it must get right.
//!
//! The notes in `linter/evaluation` measure it and nothing else: no pattern was written after reading them.
//! Those in `linter/training` are what the patterns were written for, and those in `linter/blunt` what anybody
//! would expect to be found.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(clippy::disallowed_methods, reason = "a figure of how long it takes is printed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use good_sport::content::{Facts, Field, Group, Language, Severity, TickedBy};
use good_sport::model::{
    CopiedAs, CopyMessage, CopyTarget, Details, Finding, FormMessage, LengthVerdict, Letter,
    LetterMessage, Linter, Message, ShortMessage, State, Verdict, word_count,
};

/// The least of the bad notes that it has never seen and must find, in percent.
const FOUND: f64 = 66.0;
/// The most of the good notes that it has never seen and may point out, in percent.
const FLAGGED: f64 = 3.0;

static READER: LazyLock<Linter> = LazyLock::new(|| Linter::new(language()));

fn language() -> &'static Language {
    Language::for_tag("en").unwrap()
}

fn read(text: &str) -> Vec<Finding> {
    Linter::new(language()).read(text, &Details::default())
}

/// The notes of a set, each with its verdict: `good`, or what is wrong with it.
fn notes(set: &str) -> Vec<(String, String)> {
    let mut notes = Vec::new();
    let folder = Path::new("tests/linter").join(set);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    for file in files {
        let verdict = file.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let texts = text.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
        notes.extend(texts.map(|it| (verdict.to_owned(), it.to_owned())));
    }
    notes
}

/// How many of the bad notes of a set are found, and how many of the good ones are flagged, in
/// percent; prints how many of each verdict are.
fn figures(set: &str) -> (f64, f64) {
    let reader = Linter::new(language());
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
    let reader = Linter::new(language());
    let notes = notes("blunt");
    let missed: Vec<_> =
        notes.iter().filter(|(_, it)| reader.read(it, &Details::default()).is_empty()).collect();
    // What a word more would make clear: "You made a mistake."
    assert!(missed.len() * 50 <= notes.len(), "{missed:#?}");
    println!("blunt: all but {} of {} notes are pointed out", missed.len(), notes.len());
}

/// A text as a mail program breaks it: no line is longer than this, where a space is before it.
fn wrapped(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    for (index, line) in text.split('\n').enumerate() {
        wrapped.push_str(if index == 0 { "" } else { "\n" });
        let mut length = 0;
        for word in line.split(' ') {
            let letters = word.chars().count();
            if length > 0 && length + 1 + letters > width {
                wrapped.push('\n');
                length = 0;
            } else if length > 0 {
                wrapped.push(' ');
                length += 1;
            }
            wrapped.push_str(word);
            length += letters;
        }
    }
    wrapped
}

/// All notes, and how many columns they are broken at.
fn all_notes() -> Vec<String> {
    ["blunt", "training", "evaluation"].into_iter().flat_map(notes).map(|it| it.1).collect()
}

const WIDTHS: [usize; 3] = [60, 72, 78];

/// What is found in a text: each with its check, its words on one line, and what to write instead.
fn found_on_one_line(text: &str) -> Vec<(String, String, Option<String>)> {
    let mut found = found(text, &[]);
    for (_, words, _) in &mut found {
        let quoted = words.split_whitespace().filter(|it| *it != ">");
        *words = quoted.collect::<Vec<_>>().join(" ");
    }
    found.sort();
    found
}

#[test]
fn hard_wraps_do_not_change_the_findings() {
    let notes = all_notes();
    let found: Vec<_> = notes.iter().map(|it| found_on_one_line(it)).collect();
    for width in WIDTHS {
        for (note, found) in notes.iter().zip(&found) {
            let text = wrapped(note, width);
            if text != *note {
                assert_eq!(found_on_one_line(&text), *found, "at {width} columns: {text}");
            }
        }
    }
}

#[test]
fn quoting_and_wrapping_of_mail_programs_do_not_change_the_findings() {
    type Sent = fn(&str) -> String;
    let programs: [(&str, Sent); 3] = [
        ("line feeds with returns", |it| it.replace('\n', "\r\n")),
        ("the marks of a quotation", |it| format!("> {}", it.replace('\n', "\n> "))),
        ("spaces that do not break", |it| {
            it.replace(". ", ".\u{a0} ").replace("Dear ", "Dear\u{a0}")
        }),
    ];
    for note in all_notes().iter().step_by(3) {
        let text = wrapped(note, 60);
        for (name, sent) in programs {
            let text = sent(&text);
            assert_eq!(found_on_one_line(&text), found_on_one_line(note), "{name}: {text}");
        }
    }
}

#[test]
fn a_line_break_that_is_meant_ends_a_sentence() {
    for text in [
        "Good luck\nYour loss\nTom",
        "Dear members of the hiring committee of Acme,\nyour loss. And so on.",
        "I learned a lot, such as:\n- maps\n- your loss",
        "It was good to meet you all, I am sure\n\nyour loss",
        "> It was good to meet you all on Monday, Ada\nyour loss",
        "It was good to meet you all on Monday and Friday\nKind regards,\nyour loss",
    ] {
        let found = found(text, &[]);
        assert!(
            found
                .iter()
                .any(|it| it.0 == "bitter"
                    && it.1.trim().trim_end_matches('.').ends_with("our loss")),
            "{text}: {found:?}"
        );
    }
}

#[test]
fn a_sentence_that_is_taken_out_leaves_no_space_behind() {
    let odd = ["  ", " \n", "\n ", "\n\n\n"];
    for note in all_notes() {
        for text in
            [note.clone(), wrapped(&note, 60), format!("Dear Dana,\n\n{note}\n\nBest,\nAda")]
        {
            for (finding, fix) in READER
                .read(&text, &Details::default())
                .into_iter()
                .filter_map(|it| it.suggestion.clone().map(|fix| (it, fix)))
            {
                let mut fixed = text.clone();
                fixed.replace_range(finding.span.clone(), &fix);
                for odd in odd {
                    assert!(
                        text.contains(odd) || !fixed.contains(odd),
                        "{odd:?} in {fixed:?} for {finding:?}"
                    );
                }
            }
        }
    }
}

/// What is found in a text for a form: each with its check, its words, and what to write instead.
fn found(text: &str, form: &[(Field, &str)]) -> Vec<(String, String, Option<String>)> {
    let mut details = Details::default();
    for (field, value) in form {
        details.write(*field, (*value).to_owned());
    }
    let findings = READER.read(text, &details);
    let words = |it: &Finding| text[it.span.clone()].to_owned();
    findings.into_iter().map(|it| (it.rule.id.clone(), words(&it), it.suggestion)).collect()
}

fn check(text: &str, form: &[(Field, &str)], expected: &[(&str, &str, Option<&str>)]) {
    let mut found = found(text, form);
    // What a whole letter lacks is checked apart.
    found.retain(|(id, ..)| id != "length" && id != "required");
    let found: Vec<_> =
        found.iter().map(|(id, words, fix)| (&**id, &**words, fix.as_deref())).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn placeholders_are_found_and_filled_in_where_the_form_knows() {
    let form = [(Field::Company, "Acme"), (Field::Recipient, "Dana")];
    check("Hello [Company Name].", &form, &[("placeholder", "[Company Name]", Some("Acme"))]);
    check("Hello {{manager}}.", &form, &[("placeholder", "{{manager}}", Some("Dana"))]);
    check("Hello <your name>.", &form, &[("placeholder", "<your name>", None)]);
    check(
        "We met on ____ at XX.",
        &[],
        &[("placeholder", "____", None), ("placeholder", "XX", None)],
    );
    check("I read [1] and laughed (twice).", &[], &[]);
    check("3 < 5 and 7 > 6.", &[], &[]);
}

#[test]
fn a_name_that_is_not_the_one_in_the_form_is_found() {
    let dana = [(Field::Recipient, "Dana Rivera")];
    check("Dear Tom,\nhow kind.", &dana, &[("name", "Tom", Some("Dana Rivera"))]);
    check("Dear Ms. Rivera,\nhow kind.", &dana, &[]);
    check("Dear hiring team,\nhow kind.", &dana, &[]);
    check("Dear Ms. Riviera,\nhow kind.", &dana, &[("name", "Ms. Riviera", Some("Dana Rivera"))]);
    check("How kind Riviera was.", &dana, &[("name", "Riviera", Some("Rivera"))]);
    let initech = [(Field::Company, "Initech")];
    check("It was good at Intiech.", &initech, &[("name", "Intiech", Some("Initech"))]);
    check("It was good at InItech.", &initech, &[("name", "InItech", Some("Initech"))]);
    check("It was good at Initech’s.", &initech, &[]);
    check("It was good at INITECH.", &initech, &[]);
}

/// A form, and words about it that are right.
type Right<'a> = (&'a [(Field, &'a str)], &'a str);

#[test]
fn a_name_that_is_right_is_left_alone() {
    use Field::{Company, Recipient, Role, Sender};
    let right: &[Right<'_>] = &[
        (&[(Recipient, "Ms. Li")], "Dear Ms. Li,\nhow kind."),
        (&[(Recipient, "Mr. Ng")], "Dear Mr Ng,\nhow kind."),
        (&[(Recipient, "Jo")], "Hi Jo, how kind."),
        (&[(Recipient, "Dr. Xu")], "Dear Xu,\nhow kind."),
        (&[(Recipient, "Bo")], "Dear Bo\nhow kind."),
        (&[(Recipient, "Ms. No")], "Dear Ms. No,\nhow kind."),
        (
            &[(Recipient, "José Núñez")],
            "Dear Jose\u{301} Nu\u{301}n\u{303}ez,\nhow kind Nu\u{301}n\u{303}ez was.",
        ),
        (
            &[(Recipient, "Jose\u{301} Nu\u{301}n\u{303}ez")],
            "Dear José Núñez,\nhow kind Núñez was.",
        ),
        (
            &[(Recipient, "Nguyễn")],
            "Dear Nguye\u{302}\u{303}n,\nhow kind Nguye\u{302}\u{303}n was.",
        ),
        (
            &[(Recipient, "김하늘")],
            "Dear \u{1100}\u{1175}\u{11b7}\u{1112}\u{1161}\u{1102}\u{1173}\u{11af},\nhow kind.",
        ),
        (&[(Recipient, "Ms. O'Brien")], "Dear Ms. O’Brien,\nhow kind O’Brien was."),
        (&[(Recipient, "Ms. O’Brien")], "Dear Ms. O'Brien,\nhow kind O'Brien’s talk was."),
        (&[(Recipient, "To Kit-fong")], "Dear To Kit‑fong,\nhow kind Kit‐fong was."),
        (&[(Recipient, "山田")], "Dear 山田様,\nhow kind."),
        (
            &[(Company, "Siemens")],
            "I admire Siemens' culture and Siemens’ maps, 'Siemens' and Siemens's.",
        ),
        (&[(Recipient, "Dr. Williams")], "I follow Dr. Williams' advice, and Williams’ maps."),
        (
            &[(Recipient, "Daniela Weber"), (Sender, "Daniel Fischer")],
            "Dear Daniela,\nhow kind Daniela was.\nDaniel Fischer",
        ),
        (
            &[(Recipient, "Ms. Schmidt"), (Sender, "Lena Schmitt")],
            "Dear Ms. Schmidt,\nhow kind.\nLena Schmitt",
        ),
        (&[(Recipient, "Maria Lopez")], "Mario showed me the lab."),
        (&[(Recipient, "Daniel")], "Then Daniela and Danielle showed me the lab."),
        (&[(Recipient, "Thanh Tran")], "Thank you. It was a joy."),
        (&[(Company, "Thanx")], "Many thanks. Thanks again to Thanx."),
        (&[(Company, "Yahoo!")], "It was good at Yahoo! Yes, Yahoo! is kind! And Yahoo!'s maps."),
        (&[(Company, "Yahoo!"), (Role, "Who? editor")], "It was good at Yahoo! Yes! How kind!"),
        (&[(Company, "Guess?")], "May I ask Guess? one thing? It was good at Guess? all day."),
        (&[(Company, "NEVER EVER")], "It was a joy at NEVER EVER today."),
        (&[(Company, "Duran Duran")], "It was a joy at Duran Duran."),
        (
            &[(Company, "[solidcore]"), (Role, "Engineer [m/f/d]")],
            "The Engineer [m/f/d] role at [solidcore].",
        ),
    ];
    for (form, text) in right {
        check(text, form, &[]);
    }
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
fn a_name_that_is_wrong_is_found_however_short_or_marked() {
    use Field::{Company, Recipient, Sender};
    let li = [(Recipient, "Ms. Li")];
    check("Dear Ms. Xu,\nhow kind.", &li, &[("name", "Ms. Xu", Some("Ms. Li"))]);
    check("Hi Tom, how kind you all were.", &li, &[("name", "Tom", Some("Ms. Li"))]);
    let jones = [(Recipient, "Dear Mrs. Jones,")];
    check("Dear Mrs. Smith,\nhow kind.", &jones, &[("name", "Mrs. Smith", Some("Mrs. Jones"))]);
    let both = [(Recipient, "Dana and Tom")];
    check("Dear Kim and Sam,\nhow kind.", &both, &[("name", "Kim and Sam", Some("Dana and Tom"))]);
    let nunez = [(Recipient, "Dr. Núñez")];
    check(
        "How kind Nu\u{301}n\u{303}nez was.",
        &nunez,
        &[("name", "Nu\u{301}n\u{303}nez", Some("Núñez"))],
    );
    let siemens = [(Company, "Siemens")];
    check("It was good at Simens' lab.", &siemens, &[("name", "Simens", Some("Siemens"))]);
    let sender = [(Sender, "Lena Schmitt"), (Recipient, "Ms. Schmidt")];
    check("How kind Ms. Schmid was.", &sender, &[("name", "Schmid", Some("Schmidt"))]);
    let yahoo = [(Company, "Yahoo!")];
    check("How kind Yahoo! is!!", &yahoo, &[("shouting", "!!", Some("."))]);
    check(
        "It was the the best day.",
        &[(Field::Highlight, "the talk")],
        &[("repeats", " the", Some(""))],
    );
}

#[test]
fn capitals_and_exclamation_marks_are_found_and_joy_is_not() {
    check("How kind!! Truly.", &[], &[("shouting", "!!", Some("."))]);
    check("How kind?! Truly.", &[], &[("shouting", "?!", Some("?"))]);
    check("How kind! Truly.", &[], &[]);
    check("A day! A walk! A tea!", &[], &[("shouting", "!", Some("."))]);
    let loud = [("shouting", "NEVER", Some("never")), ("shouting", "EVER", Some("ever"))];
    check("It was NEVER EVER dull.", &[], &loud);
    check("The NASA JPL talk was a joy.", &[], &[]);
    check("The sign says \"NO ENTRY!!!\" and yet it was a joy.", &[], &[]);
}

#[test]
fn repeated_words_are_found() {
    check("It was was a joy.", &[], &[("repeats", " was", Some(""))]);
    check("I know that that was a joy.", &[], &[]);
    let three = "We met on a Monday. We met on a Tuesday. We met on a Sunday.";
    check(three, &[], &[]);
    check(&format!("{three} We met on a Friday."), &[], &[("repeats", "We", None)]);
    // What says little is not held against its neighbors.
    check(&format!("{three} We met."), &[], &[]);
}

#[test]
fn a_no_reply_address_is_found() {
    for address in ["no-reply@acme.example", "DoNotReply@acme.example", "acme.noreply@x.example"] {
        check("How kind.", &[(Field::Recipient, address)], &[("no-reply", "", None)]);
    }
    check("How kind.", &[(Field::Recipient, "nora.eply@acme.example")], &[]);
}

#[test]
fn a_letter_that_lacks_something_is_told_so_and_a_sentence_is_not() {
    let ids = |text: &str| found(text, &[]).into_iter().map(|it| it.0).collect::<Vec<_>>();
    assert_eq!(ids("Dear Dana,\nthank you."), ["length"]);
    assert_eq!(
        ids(&"What a fine day it was. ".repeat(8)),
        ["repeats", "required", "required"].into_iter().rev().collect::<Vec<_>>()
    );
    assert!(
        ids(&"Thank you for it, and all the best. On we go now. ".repeat(12))
            .contains(&"length".to_owned())
    );
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
    let reader = Linter::new(language);
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
                        format!(
                            "{} {words:?} in {situation} {} {seed}: {body}",
                            it.rule.id, tone.id
                        )
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
    let reader = Linter::new(language);
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
            found.retain(|it| it.rule.severity != Severity::Info);
            odd.extend(found.into_iter().map(|it| {
                format!("{} {:?} in {situation}: {text}", it.rule.id, &text[it.span.clone()])
            }));
        }
    }
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn linting_takes_no_noticeable_time() {
    let reader = Linter::new(language());
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
    let text = "👩‍💻 [x]";
    let finding = &read(text)[0];
    assert_eq!(good_sport::model::utf16(text, &finding.span), 6..9);
    assert_eq!(finding.rule.severity, Severity::Stop);
}
