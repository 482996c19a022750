//! Golden notes to the people one met: nobody who compares finds the same one.
//!
//! `UPDATE=1 cargo test --test notes` writes the files in `notes/` anew; read what changed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::{env, fs};

use good_sport::content::{Field, Language};
use good_sport::model::{Details, LengthVerdict, PEOPLE_LIMIT, People, question_count, word_count};
use translator::cases::{VOICES, note, noted, notes_text, situations};
use translator::likeness::most_shared_by_notes;
use translator::samples::Sample;

/// The most that two notes may have in common, in percent of the word trigrams of the shorter one.
const SHARED_PERCENT: usize = 60;
fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

/// Calls `check` with every note of every language, and a name for it.
fn each(mut check: impl FnMut(&str, &str)) {
    for language in languages() {
        for situation in situations(language) {
            for kind in &language.people {
                for voice in 0..VOICES {
                    for (form, detail) in
                        [(Details::default(), ""), (noted(""), &*Sample::of(language).detail)]
                    {
                        let mut form = form;
                        form.write(Field::Situation, situation.clone());
                        let note = note(language, &form, voice, &kind.id, detail);
                        let name = format!("{} {situation} / {} / {voice}", language.tag, kind.id);
                        check(&name, &note);
                    }
                }
            }
        }
    }
}

#[test]
fn the_notes_are_those_that_were_read_and_approved() {
    for language in languages() {
        let text = notes_text(language);
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
        let (most, worst) = most_shared_by_notes(language);
        println!("{}: at most {most} % of the trigrams are shared ({worst})", language.tag);
        assert!(most <= SHARED_PERCENT, "{}: {most} % in {worst}", language.tag);
    }
}

#[test]
fn every_note_has_a_good_length() {
    let mut odd = BTreeSet::new();
    each(|name, note| {
        let words = word_count(note);
        // Of someone of whom nothing is told there is less to say.
        let is_good = LengthVerdict::of(words) == LengthVerdict::Good
            || !note.contains("winter") && (20..30).contains(&words);
        if !is_good {
            odd.insert(format!("{words} words in {name}: {note}"));
        }
    });
    assert!(odd.is_empty(), "{odd:#?}");
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
    let mut odd = BTreeSet::new();
    each(|name, note| {
        let situation = name.split(" / ").next().unwrap();
        let is = |id: &str| situation.split(' ').any(|it| it == id);
        let note = note.to_lowercase();
        let mut never = |words: &[&str]| {
            let found = words.iter().filter(|it| note.contains(**it));
            odd.extend(found.map(|it| format!("{it:?} in {name}: {note}")));
        };
        let chosen = is("chosen") || is("insider");
        if !chosen || is("chosen") && (is("application") || is("screen")) {
            never(&[
                "congrat",
                "settle in",
                "went to",
                "has it now",
                "person you chose",
                "colleague",
            ]);
        }
        if !chosen {
            never(&["someone else", "one of their own", "right person", "hired"]);
        }
    });
    assert!(odd.is_empty(), "{odd:#?}");
}

#[test]
fn the_seed_and_the_number_of_a_person_choose_among_six_wordings() {
    for language in languages() {
        for kind in &language.people {
            let written = |seed: u32, voice| {
                let mut form = noted("");
                form.write(Field::Seed, seed.to_string());
                note(language, &form, voice, &kind.id, &Sample::of(language).detail)
            };
            let all: HashSet<_> = (0..VOICES).map(|voice| written(0, voice)).collect();
            assert_eq!(all.len(), PEOPLE_LIMIT, "{}: {all:#?}", kind.id);
            for seed in [1, 5, 6, 1_000_003] {
                for voice in 0..VOICES {
                    let number = u8::try_from((seed + u32::from(voice)) % u32::from(VOICES));
                    assert_eq!(written(seed, voice), written(0, number.unwrap()), "{seed} {voice}");
                }
            }
        }
    }
}

#[test]
fn no_two_notes_of_one_visitor_have_a_sentence_in_common() {
    for language in languages() {
        for situation in situations(language) {
            for kind in &language.people {
                let notes =
                    (0..VOICES).map(|it| note(language, &noted(&situation), it, &kind.id, ""));
                let mut sentences = HashSet::new();
                for note in notes {
                    let (_, body) = note.split_once("\n\n").unwrap();
                    let (body, _) = body.rsplit_once("\n\n").unwrap();
                    for sentence in body.split_inclusive('.') {
                        let is_new = sentences.insert(sentence.trim().to_owned());
                        assert!(is_new, "{situation} / {}: {sentence} in {note}", kind.id);
                    }
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
