//! Golden notes to the people one met: nobody who compares finds the same one.
//!
//! `UPDATE=1 cargo test --test notes` writes the files in `notes/` anew; read what changed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeSet, HashSet};
use std::path::Path;
use std::{env, fs};

use good_sport::content::{Field, Language};
use good_sport::model::{Details, PEOPLE_LIMIT, People};
use translator::cases::{VOICES, note, noted, notes_text, situations};
use translator::faults;
use translator::samples::Sample;

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
fn no_note_has_a_fault_that_holds_in_any_language() {
    for language in languages() {
        let found = faults::of_notes(language);
        assert!(found.is_empty(), "{}: {found:#?}", language.tag);
    }
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
