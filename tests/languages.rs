//! Every language file: complete, clean, and the same in what must be the same everywhere.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;

use good_sport::content::{Field, Language, WORDS};

fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

fn source(language: &Language) -> String {
    fs::read_to_string(format!("src/content/languages/{}.toml", language.tag)).unwrap()
}

#[test]
fn every_file_is_a_language() {
    let files = fs::read_dir("src/content/languages").unwrap();
    let files: BTreeSet<_> = files
        .map(|it| it.unwrap().path().file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(files, languages().map(|it| it.tag.clone()).collect());
}

#[test]
fn every_language_is_bundled_and_found_by_the_lookup_of_rfc_4647() {
    assert_eq!(Language::bundled().len(), WORDS.len());
    let check = |tags: &[&str], expected: &str| {
        assert_eq!(Language::best_for(tags.iter().copied()).tag, expected, "{tags:?}");
    };
    for (tag, _) in WORDS {
        check(&[tag], tag);
        check(&["tlh", &tag.to_uppercase()], tag);
    }
    check(&["EN-gb"], "en-GB");
    check(&["en-GB-oxendict"], "en-GB");
    check(&["en-GB-x-london"], "en-GB");
    check(&["en-AU"], "en");
    check(&["xx", "en-GB", "en"], "en-GB");
    check(&["xx"], "en");
    check(&[], "en");
    check(&["en-US", "en-GB"], "en");
    check(&["", "*", "-", "engb", "e"], "en");
}

#[test]
fn words_are_read_as_they_were_written() {
    for (language, (tag, words)) in languages().zip(WORDS) {
        assert_eq!(language.encode(), *words, "{tag}");
        assert_eq!(Language::decode(&words[..words.len() - 1]), None, "cut off");
        assert_eq!(Language::decode(&format!("{words}\u{1f}more")), None, "of another build");
    }
}

#[test]
fn every_language_knows_the_others() {
    for language in languages() {
        let all: Vec<_> = languages().map(|it| (it.tag.clone(), it.name.clone())).collect();
        assert_eq!(language.all, all, "{}", language.tag);
    }
}

#[test]
fn words_that_visitors_read_are_calm() {
    for language in languages() {
        let text = source(language);
        let read = text.lines().filter(|line| !line.starts_with('#')).collect::<String>();
        assert!(!read.contains(['!', '¡', '！']), "an exclamation mark in {}", language.tag);
    }
}

#[test]
fn every_move_is_worded_in_every_tone() {
    for language in languages() {
        for length in &language.lengths {
            let asks = language.asks.iter().map(|it| &it.id).filter(|id| *id != "none");
            let steps = length.paragraphs.iter().flatten().filter(|step| *step != "ask");
            for step in steps.chain(asks) {
                for tone in &language.tones {
                    let optional = ["detail", "wish"].contains(&step.as_str());
                    let worded = tone.moves.get(step).is_some();
                    assert!(worded || optional, "{}: {} lacks {step}", language.tag, tone.id);
                }
            }
        }
    }
}

#[test]
fn names_are_those_of_the_public_contract() {
    for language in languages() {
        assert_eq!(language.allowed(Field::Length), ["full", "short"]);
        let tones = language.allowed(Field::Tone);
        for tone in ["warm", "formal", "classic"] {
            assert!(tones.contains(&tone), "{} lacks {tone}", language.tag);
        }
        let situations = [
            "interview",
            "screen",
            "final",
            "feedback",
            "kept",
            "cancelled",
            "insider",
            "internal",
            "ghosted",
            "phone",
            "referral",
            "agency",
        ];
        assert_eq!(language.allowed(Field::Situation), situations);
    }
}

#[test]
fn ids_are_unique_and_fit_into_attributes() {
    for language in languages() {
        let lists: [Vec<&str>; 5] = [
            language.allowed(Field::Ask),
            language.allowed(Field::Situation),
            language.allowed(Field::Tone),
            language.allowed(Field::Length),
            language.checklist.iter().map(|it| it.id.as_str()).collect(),
        ];
        for ids in lists {
            assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
            for id in ids {
                assert!(id.chars().all(|it| it.is_ascii_lowercase()), "{id:?}");
            }
        }
    }
}

#[test]
fn british_and_american_english_differ_where_they_must() {
    let all: Vec<_> = Language::bundled().collect();
    let find = |tag: &str| all.iter().find(|it| it.tag == tag).unwrap();
    let (american, british) = (format!("{:?}", find("en")), format!("{:?}", find("en-GB")));
    for (us, gb) in [
        ("honor ", "honour "),
        ("canceled", "cancelled"),
        ("to practice", "to practise"),
        ("Ms. ", "Ms "),
    ] {
        assert!(american.contains(us) && !british.contains(us), "{us}");
        assert!(british.contains(gb), "{gb}");
    }
}
