//! Golden notes to the people one met: nobody who compares finds the same one.
//!
//! `UPDATE=1 cargo test --test notes` writes the files in `notes/` anew; read what changed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::HashSet;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use good_sport::content::{Field, Language};
use good_sport::model::{
    Details, LengthVerdict, Letter, PEOPLE_LIMIT, People, Person, PersonField, question_count,
    word_count,
};

/// The most that two notes may have in common, in percent of the word trigrams of the shorter one.
const SHARED_PERCENT: usize = 60;
/// What names stand in for in these notes; trigrams with one of them are left aside.
const NAMES: [&str; 5] = ["Nnamdi", "Acme", "Lovelace", "Ada", "taxidermist"];

fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

fn form(situation: &str) -> Details {
    let mut form = Details::default();
    for (field, value) in [
        (Field::Company, "Acme"),
        (Field::Role, "taxidermist"),
        (Field::Sender, "Ada Lovelace"),
        (Field::Situation, situation),
    ] {
        form.write(field, value.into());
    }
    form
}

/// A note to someone of this kind, with or without a detail.
fn note(language: &Language, form: &Details, voice: u8, kind: &str, detail: &str) -> String {
    let mut person = Person::new(voice);
    person.write(PersonField::Name, "Nnamdi".into());
    person.write(PersonField::Kind, kind.into());
    person.write(PersonField::Detail, detail.into());
    person.composed(form, language).body
}

/// Calls `check` with every note of every language.
fn each(mut check: impl FnMut(&str, &str)) {
    for language in languages() {
        for situation in &language.situations {
            for kind in &language.people {
                for voice in 0..u8::try_from(PEOPLE_LIMIT).unwrap() {
                    for (form, detail) in [
                        (Details::default(), ""),
                        (form(&situation.id), "the story of the first winter"),
                    ] {
                        let mut form = form;
                        form.write(Field::Situation, situation.id.clone());
                        let note = note(language, &form, voice, &kind.id, detail);
                        let name =
                            format!("{} {} / {} / {}", language.tag, situation.id, kind.id, voice);
                        check(&name, &note);
                    }
                }
            }
        }
    }
}

fn trigrams(text: &str) -> HashSet<[String; 3]> {
    let words: Vec<_> = text
        .split(|it: char| !it.is_alphanumeric() && it != '’')
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let is_name = |word: &String| NAMES.iter().any(|it| it.eq_ignore_ascii_case(word));
    let windows = words.windows(3).filter(|it| !it.iter().any(is_name));
    windows.map(|it| [it[0].clone(), it[1].clone(), it[2].clone()]).collect()
}

/// How much two texts have in common, in percent of the shorter one.
fn shared(one: &HashSet<[String; 3]>, other: &HashSet<[String; 3]>) -> usize {
    one.intersection(other).count() * 100 / one.len().min(other.len())
}

#[test]
fn the_notes_are_those_that_were_read_and_approved() {
    for language in languages() {
        let mut text = String::new();
        for kind in &language.people {
            for voice in 0..PEOPLE_LIMIT {
                // What changes from one situation to the other.
                for situation in ["interview", "cancelled", "screen", "ghosted", "internal"] {
                    let detail = "the story of the first winter";
                    let voice = u8::try_from(voice).unwrap();
                    let note = note(language, &form(situation), voice, &kind.id, detail);
                    let _ = write!(text, "=== {situation} / {} / {voice}\n{note}\n\n", kind.id);
                }
            }
        }
        let file = Path::new("tests/notes").join(format!("{}.txt", language.tag));
        if env::var_os("UPDATE").is_some() {
            fs::write(&file, text).unwrap();
        } else {
            let approved = fs::read_to_string(&file).unwrap_or_default();
            assert!(text == approved, "{} differs; see the top of this test", file.display());
        }
    }
}

#[test]
fn up_to_six_people_find_other_words_in_theirs_and_in_the_letter() {
    for language in languages() {
        let (mut most, mut worst) = (0, String::new());
        for situation in &language.situations {
            let form = form(&situation.id);
            let mut texts = Vec::new();
            for kind in &language.people {
                for voice in 0..u8::try_from(PEOPLE_LIMIT).unwrap() {
                    // The same detail for all, as someone in a hurry would write it.
                    let detail = "the story of the first winter";
                    let note = note(language, &form, voice, &kind.id, detail);
                    texts.push((
                        format!("{} {voice}", kind.id),
                        usize::from(voice),
                        trigrams(&note),
                    ));
                }
            }
            for tone in &language.tones {
                for length in &language.lengths {
                    let mut form = form.clone();
                    form.write(Field::Tone, tone.id.clone());
                    form.write(Field::Length, length.id.clone());
                    form.write(Field::Highlight, "the story of the first winter".into());
                    let letter = Letter::compose(&form, language).body;
                    let name = format!("letter {} {}", tone.id, length.id);
                    texts.push((name, PEOPLE_LIMIT, trigrams(&letter)));
                }
            }
            for (index, (name, voice, text)) in texts.iter().enumerate() {
                for (other_name, other_voice, other) in &texts[..index] {
                    // Nobody shares a voice, and only one letter is sent.
                    if voice == other_voice {
                        continue;
                    }
                    let percent = shared(text, other);
                    if percent > most {
                        most = percent;
                        worst = format!("{}: {name} and {other_name}", situation.id);
                    }
                }
            }
        }
        println!("{}: at most {most} % of the trigrams are shared ({worst})", language.tag);
        assert!(most <= SHARED_PERCENT, "{}: {most} % in {worst}", language.tag);
    }
}

#[test]
fn every_note_has_a_good_length() {
    let mut lengths = Vec::new();
    each(|name, note| {
        let words = word_count(note);
        lengths.push(words);
        assert_eq!(
            LengthVerdict::of(words),
            LengthVerdict::Good,
            "{words} words in {name}: {note}"
        );
    });
    println!("from {:?} to {:?} words", lengths.iter().min(), lengths.iter().max());
}

#[test]
fn no_note_asks_or_stumbles() {
    each(|name, note| {
        assert_eq!(question_count(note), 0, "{name}");
        for odd in ["{", "}", "  ", " ,", " .", "..", ",,", " \n", "!"] {
            assert!(!note.contains(odd), "{odd:?} in {name}: {note}");
        }
        let words: Vec<_> = note.split_whitespace().map(str::to_lowercase).collect();
        assert!(words.windows(2).all(|it| it[0] != it[1]), "a doubled word in {name}: {note}");
    });
}

#[test]
fn nobody_is_congratulated_where_nobody_was_hired() {
    for language in languages().filter(|it| it.tag.starts_with("en")) {
        for situation in ["cancelled", "screen", "ghosted"] {
            for kind in &language.people {
                for voice in 0..u8::try_from(PEOPLE_LIMIT).unwrap() {
                    let note = note(language, &form(situation), voice, &kind.id, "");
                    let hired = [
                        "found its person",
                        "who starts now",
                        "the colleague who",
                        "was chosen",
                        "right hands",
                        "the person who",
                        "someone else",
                    ];
                    assert!(!hired.iter().any(|it| note.contains(it)), "{situation}: {note}");
                }
            }
        }
    }
}

#[test]
fn a_person_keeps_the_words_when_others_come_and_go() {
    let (mut people, nobody) = (People::default(), People::default());
    for _ in 0..PEOPLE_LIMIT + 2 {
        people.add(&nobody);
    }
    assert_eq!(people.all().len(), PEOPLE_LIMIT);
    people.remove(1);
    people.remove(4);
    let voices = |people: &People| people.all().iter().map(|it| it.voice).collect::<Vec<_>>();
    assert_eq!(voices(&people), [0, 2, 3, 5]);
    people.add(&nobody);
    assert_eq!((voices(&people), people.open()), (vec![0, 2, 3, 5, 1], Some(1)));
    assert_eq!((people.next(3), people.next(1)), (Some(5), Some(0)));
    for voice in [0, 2, 3, 5] {
        people.done(voice);
    }
    assert_eq!((people.next(3), people.next(1)), (Some(1), None));
}
