//! Golden letters: of every language, for every situation, tone and length.
//!
//! `UPDATE=1 cargo test --test letters` writes the files in `letters/` anew; read what changed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::HashMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use good_sport::content::{Field, Language};
use good_sport::model::{Details, LengthVerdict, Letter, question_count, word_count};

fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

/// The form filled in by someone who liked one thing in particular.
fn filled(language: &Language) -> Details {
    let recipient = if language.tag == "en-GB" { "Ms Rivera" } else { "Ms. Rivera" };
    details(&[
        (Field::Company, "Acme"),
        (Field::Role, "data analyst"),
        (Field::Recipient, recipient),
        (Field::Sender, "Ada Lovelace"),
        (Field::Highlight, "the talk about the forecasting team"),
    ])
}

fn details(values: &[(Field, &str)]) -> Details {
    let mut details = Details::default();
    for (field, value) in values {
        details.write(*field, (*value).to_owned());
    }
    details
}

/// Every letter of a language for one form, with a line that says which it is: first what is chosen,
/// and, where it is not the default, what is asked for.
fn every(language: &Language, form: &Details) -> Vec<(String, Letter)> {
    let mut letters = Vec::new();
    for situation in &language.situations {
        for tone in &language.tones {
            for length in &language.lengths {
                let mut form = form.clone();
                form.write(Field::Situation, situation.id.clone());
                form.write(Field::Tone, tone.id.clone());
                form.write(Field::Length, length.id.clone());
                let name = format!("{} / {} / {}", situation.id, tone.id, length.id);
                for (index, ask) in language.asks(situation).enumerate() {
                    form.write(Field::Ask, ask.id.clone());
                    let name =
                        if index == 0 { name.clone() } else { format!("{name} / {}", ask.id) };
                    letters.push((name, Letter::compose(&form, language)));
                }
                if situation.retention {
                    form.write(Field::Ask, String::new());
                    form.write(Field::Retention, Field::YES.into());
                    letters.push((format!("{name} / retention"), Letter::compose(&form, language)));
                }
            }
        }
    }
    letters
}

/// The parts of the name of a letter, from the situation on.
fn parts(name: &str) -> Vec<&str> {
    name.split(" / ").collect()
}

#[test]
fn the_letters_are_those_that_were_read_and_approved() {
    for language in languages() {
        let mut text = String::new();
        for (form, details) in [("filled in", filled(language)), ("untouched", details(&[]))] {
            for (name, letter) in every(language, &details) {
                // What is asked for is worded once for most situations; one of them shows it.
                let shown =
                    parts(&name).len() == 3 || ["interview", "kept"].contains(&parts(&name)[0]);
                if !shown {
                    continue;
                }
                let words = word_count(&letter.body);
                let Letter { subject, body } = letter;
                let _ = write!(text, "=== {form}: {name} ({words} words)\n{subject}\n\n{body}\n\n");
            }
        }
        let file = Path::new("tests/letters").join(format!("{}.txt", language.tag));
        if env::var_os("UPDATE").is_some() {
            fs::write(&file, text).unwrap();
        } else {
            let approved = fs::read_to_string(&file).unwrap_or_default();
            assert!(text == approved, "{} differs; see the top of this test", file.display());
        }
    }
}

/// Calls `check` with every letter of every language, filled in and untouched.
fn each(check: impl Fn(&Language, &str, &Letter)) {
    for language in languages() {
        for details in [filled(language), details(&[])] {
            for (name, letter) in every(language, &details) {
                check(language, &format!("{} {name}: {letter:#?}", language.tag), &letter);
            }
        }
    }
}

#[test]
fn no_two_choices_make_the_same_letter() {
    for language in languages() {
        for details in [filled(language), details(&[])] {
            let mut seen = HashMap::new();
            for (name, letter) in every(language, &details) {
                if let Some(other) = seen.insert(letter.body, name.clone()) {
                    panic!("{}: {name} is {other}", language.tag);
                }
            }
        }
    }
}

#[test]
fn every_letter_has_a_good_length() {
    each(|_, name, letter| {
        let words = word_count(&letter.body);
        assert_eq!(LengthVerdict::of(words), LengthVerdict::Good, "{words} words in {name}");
    });
}

#[test]
fn a_short_letter_is_short() {
    for language in languages() {
        for (details, most) in [(details(&[]), 75), (filled(language), 88)] {
            for (name, letter) in every(language, &details) {
                let words = word_count(&letter.body);
                // The sentence on keeping the application is the writer's own wish.
                let most = if name.ends_with("retention") { most + 13 } else { most };
                assert!(parts(&name)[2] != "short" || words <= most, "{words} words in {name}");
            }
        }
    }
}

#[test]
fn no_letter_asks_two_questions() {
    each(|_, name, letter| assert!(question_count(&letter.body) <= 1, "{name}"));
}

#[test]
fn no_letter_has_blanks_or_double_marks() {
    each(|_, name, letter| {
        for odd in ["{", "}", "[", "]", "  ", " ,", " .", "..", ",,", " \n", "!"] {
            assert!(
                !letter.body.contains(odd) && !letter.subject.contains(odd),
                "{odd:?} in {name}"
            );
        }
    });
}

#[test]
fn no_letter_repeats_itself() {
    each(|_, name, letter| {
        let words: Vec<_> = letter.body.split_whitespace().map(str::to_lowercase).collect();
        assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "a doubled word in {name}");
        let starts =
            letter.body.split(['.', '?', '\n']).filter_map(|it| it.split_whitespace().next());
        let mut count = HashMap::new();
        for start in starts {
            *count.entry(start).or_insert(0) += 1;
        }
        assert!(count.values().all(|it| *it < 3), "three sentences start alike in {name}");
    });
}

#[test]
fn nobody_is_congratulated_where_nobody_was_hired() {
    for language in languages().filter(|it| it.tag.starts_with("en")) {
        for (name, letter) in every(language, &filled(language)) {
            let hired = ["right person", "new colleague", "for your colleague"];
            let hired = hired.iter().any(|it| letter.body.contains(it));
            // After a first call, or without an answer, nobody knows yet.
            let unknown = ["cancelled", "screen", "ghosted"].contains(&parts(&name)[0]);
            assert_eq!(hired, !unknown, "{name}");
        }
    }
}

#[test]
fn nobody_is_asked_for_feedback_that_was_given_or_cannot_be() {
    for language in languages() {
        for situation in &language.situations {
            let asks: Vec<_> = language.asks(situation).map(|it| it.id.as_str()).collect();
            let given = ["feedback", "screen", "ghosted", "cancelled"];
            let has_none = given.contains(&situation.id.as_str());
            assert!(asks.first() == Some(&"radar") && asks.last() == Some(&"none"), "{asks:?}");
            assert!(!(has_none && asks.contains(&"feedback")), "{}: {asks:?}", situation.id);
        }
    }
}

#[test]
fn no_letter_argues_or_pleads() {
    let heat = [
        "reconsider",
        "unfortunately",
        "haven't heard",
        "have not heard",
        "silence",
        "please please",
    ];
    each(|_, name, letter| {
        let body = letter.body.to_lowercase();
        for word in heat {
            assert!(!body.contains(word), "{word:?} in {name}");
        }
    });
}

#[test]
fn what_is_typed_fits_into_the_letter() {
    let language = languages().find(|it| it.tag == "en").unwrap();
    let check = |field: Field, typed: &str, expected: &str| {
        let letter = Letter::compose(&details(&[(field, typed)]), language);
        assert!(letter.body.contains(expected), "{typed:?} in {letter:#?}");
    };
    check(Field::Recipient, "Dear Ms. Rivera,", "Dear Ms. Rivera,\n\n");
    check(Field::Recipient, "Hi Dana", "Dear Dana,\n\n");
    check(Field::Recipient, "dana@example.org", "Dear hiring team,\n\n");
    check(Field::Recipient, "  O’Neill  ", "Dear O’Neill,\n\n");
    check(Field::Recipient, "To Kit-fong", "Dear To Kit-fong,\n\n");
    check(Field::Recipient, "to Dana", "Dear Dana,\n\n");
    check(Field::Recipient, "To Dr. Rivera", "Dear Dr. Rivera,\n\n");
    check(Field::Role, "A Level Maths Teacher", "on the A Level Maths Teacher role,");
    check(Field::Role, "a Senior Developer", "on the Senior Developer role,");
    check(Field::Role, "An interpreter", "on the interpreter role,");
    check(Field::Role, "the data analyst position", "on the data analyst role,");
    check(Field::Role, "Head of Design", "on the Head of Design role,");
    check(Field::Company, "Acme Inc.", "the team at Acme Inc. gave me.");
    check(Field::Company, "   ", "your colleagues gave me.");
    check(Field::Company, "---", "your colleagues gave me.");
    check(Field::Sender, "Ada", "Warm regards,\nAda");
    check(Field::Sender, "", "Warm regards");
    check(Field::Highlight, "The talk about forecasting.", "valued the talk about forecasting.");
    check(Field::Highlight, "I really enjoyed the talk", "I especially valued the talk.");
    check(Field::Highlight, "I felt welcome all day", "there. I felt welcome all day.");
    check(Field::Highlight, "we laughed a lot!", "there. We laughed a lot!");
    check(Field::Highlight, "Hearing how you plan", "valued hearing how you plan.");
    check(
        Field::Highlight,
        "Dana’s patience\nand her maps",
        "valued Dana’s patience and her maps.",
    );
    check(Field::Highlight, "NASA stories", "valued NASA stories.");
}

#[test]
fn a_highlight_left_out_leaves_no_hole() {
    each(|language, name, letter| {
        let named = letter.body.contains("forecasting");
        let filled = letter.body.contains("Ada Lovelace");
        assert_eq!(named, filled, "{} {name}", language.tag);
    });
}
