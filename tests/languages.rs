//! Every language file: complete, clean, and the same in what must be the same everywhere.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;

use good_sport::content::{Facts, Field, Group, Language, WORDS};

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
        .map(|it| it.unwrap().path())
        .filter(|it| it.is_file())
        .map(|it| it.file_stem().unwrap().to_str().unwrap().to_owned())
        .collect();
    assert_eq!(files, languages().map(|it| it.tag.to_string()).collect());
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
        assert_eq!(Language::decode(format!("{words}\u{1f}more").leak()), None, "of another build");
        let spoiled = Language { asks: Vec::new(), ..language.clone() }.encode();
        assert_eq!(Language::decode(spoiled.leak()), None, "without anything to ask");
    }
}

#[test]
fn every_language_knows_the_others() {
    for language in languages() {
        let all: Vec<_> = languages().map(|it| (it.tag, it.name)).collect();
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
            for step in steps.chain(asks).chain(&length.extras) {
                for tone in &language.tones {
                    let base = language.tones.iter().find(|it| it.id == tone.like);
                    let mut layers = [Some(tone), base].into_iter().flatten();
                    let worded = layers.any(|it| it.moves.get(step).is_some());
                    assert!(worded, "{}: {} lacks {step}", language.tag, tone.id);
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
        for tone in ["classic", "warm", "formal"] {
            assert!(tones.contains(&tone), "{} lacks {tone}", language.tag);
        }
        let facts = |group| {
            let facts = language.facts.iter().filter(move |it| it.group == group);
            facts.map(|it| it.id.as_str()).collect::<Vec<_>>()
        };
        assert_eq!(
            facts(Group::Outcome),
            ["chosen", "insider", "paused", "cancelled", "ghosted", "rescinded"]
        );
        assert_eq!(facts(Group::Stage), ["interview", "application", "screen", "final"]);
        assert_eq!(facts(Group::Channel), ["email", "phone", "automated", "agency"]);
        assert_eq!(
            facts(Group::Also),
            ["feedback", "kept", "referral", "task", "again", "internal"]
        );
        let all = Group::ALL.into_iter().flat_map(facts).collect::<Vec<_>>();
        assert_eq!(language.allowed(Field::Situation), all);
    }
}

/// All sets of facts of a language.
fn all_facts(language: &'static Language) -> Vec<Facts> {
    let of = |group| language.facts.iter().filter(move |it| it.group == group);
    let mut all = vec![String::new()];
    for group in [Group::Outcome, Group::Stage, Group::Channel] {
        let more =
            |text: &String| of(group).map(|it| format!("{text} {}", it.id)).collect::<Vec<_>>();
        all = all.iter().flat_map(more).collect();
    }
    for fact in of(Group::Also) {
        all = all.iter().flat_map(|it| [it.clone(), format!("{it} {}", fact.id)]).collect();
    }
    all.iter().map(|it| Facts::parse(it, language).0).collect()
}

#[test]
fn facts_are_read_as_they_were_written_in_any_order() {
    for language in languages() {
        let all = all_facts(language);
        assert_eq!(all.len(), 6 * 4 * 4 * 64);
        for facts in all {
            let text = facts.to_text(language);
            assert_eq!(Facts::parse(&text, language), (facts, None), "{text}");
            let turned: Vec<_> = text.rsplit(' ').collect();
            assert_eq!(Facts::parse(&turned.join("  "), language), (facts, None), "{text}");
        }
        let (nothing, _) = Facts::parse("", language);
        assert_eq!(nothing.to_text(language), "chosen interview email");
    }
}

#[test]
fn a_fact_is_stated_and_withdrawn_without_a_trace() {
    for language in languages() {
        for facts in all_facts(language).into_iter().step_by(7) {
            for fact in &language.facts {
                let stated = facts.with(&fact.id, true, language);
                assert!(
                    stated.has(&fact.id, language)
                        && stated.of(fact.group, language).group == fact.group
                );
                assert_eq!(stated.with(&fact.id, true, language), stated);
                let of = |group| stated.each(language).filter(|it| it.group == group).count();
                assert_eq!([Group::Outcome, Group::Stage, Group::Channel].map(of), [1; 3]);
                if fact.group == Group::Also {
                    let withdrawn = stated.with(&fact.id, false, language);
                    assert!(!withdrawn.has(&fact.id, language));
                    assert_eq!(withdrawn.with(&fact.id, true, language), stated);
                } else {
                    let before = &facts.of(fact.group, language).id;
                    assert_eq!(stated.with(before, true, language), facts);
                }
            }
            assert_eq!(facts.with("unheard-of", true, language), facts);
        }
    }
}

#[test]
fn what_is_silenced_is_neither_heeded_nor_offered() {
    for language in languages() {
        for facts in all_facts(language) {
            let heeded = facts.heeded(language);
            let name = facts.to_text(language);
            assert_eq!(heeded.heeded(language), heeded, "{name}");
            assert_eq!(heeded.of(Group::Outcome, language), facts.of(Group::Outcome, language));
            for fact in heeded.each(language) {
                assert!(!heeded.silence(&fact.id, language), "{name}: {}", fact.id);
                let mut offered = language.facts_of(fact.group, heeded);
                assert!(offered.any(|it| it == fact), "{name}: {}", fact.id);
            }
            let ask = language.ask("advice", heeded);
            assert!(!heeded.silence(&ask.id, language), "{name}: {}", ask.id);
        }
        // What fits beside what is a matter of the norms of each language.
        if !language.tag.starts_with("en") {
            continue;
        }
        let silenced =
            |facts: &str, id: &str| Facts::parse(facts, language).0.silence(id, language);
        for id in ["feedback", "kept", "phone", "automated", "retention", "advice"] {
            assert!(silenced("ghosted", id), "{id}");
        }
        for id in ["agency", "status", "referral", "task", "again", "internal", "final"] {
            assert!(!silenced("ghosted", id), "{id}");
        }
        for id in ["application", "screen", "final", "kept", "retention"] {
            assert!(silenced("rescinded", id), "{id}");
        }
        for id in ["kept", "retention", "referral", "connect", "agency"] {
            assert!(silenced("internal", id), "{id}");
        }
        for facts in ["feedback", "application", "screen", "paused", "cancelled", "rescinded"] {
            assert!(silenced(facts, "advice"), "{facts}");
        }
        for facts in ["chosen", "insider final", "chosen phone kept"] {
            assert!(!silenced(facts, "advice"), "{facts}");
            assert!(silenced(facts, "status"), "only asked of those who do not answer: {facts}");
        }
    }
}

#[test]
fn ids_are_unique_and_fit_into_attributes() {
    for language in languages() {
        let lists: [Vec<&str>; 7] = [
            language.people.iter().map(|it| it.id.as_str()).collect(),
            language.replies.iter().map(|it| it.id.as_str()).collect(),
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
