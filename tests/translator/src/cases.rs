//! Cases: the facts of a rejection, alone and in pairs, and a letter for each in every tone and length.

use std::fmt::Write as _;

use good_sport::content::{Fact, Facts, Field, Group, Language};
use good_sport::model::{Details, Letter, PEOPLE_LIMIT, Person, PersonField, text_length};

use crate::samples::{Sample, details, filled};

/// Seeds that take each move to another variant.
pub const SEEDS: [u32; 3] = [0, 5, 1_000_003];
/// The number of wordings of a note.
#[expect(clippy::cast_possible_truncation, reason = "there are a few")]
pub const VOICES: u8 = PEOPLE_LIMIT as u8;

/// Every fact alone, and every two of which neither silences the other.
#[must_use]
pub fn facts(language: &Language) -> (Vec<Facts>, Vec<Facts>) {
    let none = Facts::parse("", language).0;
    let ids: Vec<_> = language.facts.iter().map(|it| it.id.as_str()).collect();
    let with = |facts: Facts, id: &str| facts.with(id, true, language).heeded(language);
    let mut singles: Vec<Facts> = Vec::new();
    for id in &ids {
        let facts = with(none, id);
        if !singles.contains(&facts) {
            singles.push(facts);
        }
    }
    let mut pairs: Vec<Facts> = Vec::new();
    for (index, one) in ids.iter().enumerate() {
        for other in &ids[index + 1..] {
            let facts = with(with(none, one), other);
            if !singles.contains(&facts) && !pairs.contains(&facts) {
                pairs.push(facts);
            }
        }
    }
    (singles, pairs)
}

/// What a letter is called that differs from the default in these facts.
#[must_use]
pub fn name_of(facts: Facts, language: &Language) -> String {
    let default = Facts::parse("", language).0;
    let named = facts.each(language).filter(|it| !default.has(&it.id, language));
    let named: Vec<_> = named.map(|it| it.id.as_str()).collect();
    if named.is_empty() { "chosen".to_owned() } else { named.join(" + ") }
}

/// A form with these facts and choices.
#[must_use]
pub fn form(
    base: &Details,
    facts: Facts,
    language: &Language,
    choices: &[(Field, &str)],
) -> Details {
    let mut form = base.clone();
    form.write(Field::Situation, facts.to_text(language));
    for (field, value) in choices {
        form.write(*field, (*value).to_owned());
    }
    form
}

/// A letter, and what it was made from.
#[derive(Debug)]
pub struct Case {
    /// The facts.
    pub facts: Facts,
    /// The form.
    pub form: Details,
    /// The letter.
    pub letter: Letter,
}

/// The letter of each fact and each pair of facts, in each tone and length, for each ask, filled in and
/// untouched. The seeds take turns.
#[must_use]
pub fn all(language: &Language) -> Vec<Case> {
    let mut cases = Vec::new();
    let (singles, pairs) = facts(language);
    for (index, facts) in singles.into_iter().chain(pairs).enumerate() {
        let seed = SEEDS[index % SEEDS.len()].to_string();
        for tone in &language.tones {
            for length in &language.lengths {
                for ask in language.asks(facts) {
                    let choices = [
                        (Field::Tone, &*tone.id),
                        (Field::Length, &*length.id),
                        (Field::Ask, &*ask.id),
                        (Field::Seed, &*seed),
                    ];
                    for base in [filled(language), Details::default()] {
                        let form = form(&base, facts, language, &choices);
                        let letter = Letter::compose(&form, language);
                        cases.push(Case { facts, form, letter });
                    }
                }
            }
        }
    }
    cases
}

/// The letter of every fact in each tone and length, of every ask in each tone, and of every pair of
/// facts by three seeds: the name of each, the form, and the letter.
#[must_use]
pub fn letters(language: &Language) -> Vec<(String, Letter)> {
    let mut letters = Vec::new();
    let mut add = |name: String, form: &Details| {
        letters.push((name, Letter::compose(form, language)));
    };
    let (singles, pairs) = facts(language);
    let styles = language.tones.iter().flat_map(|tone| {
        language.lengths.iter().map(move |length| (tone.id.as_str(), length.id.as_str()))
    });
    for facts in &singles {
        for (tone, length) in styles.clone() {
            let name = format!("{} / {tone} / {length}", name_of(*facts, language));
            let choices = [(Field::Tone, tone), (Field::Length, length)];
            add(name, &form(&filled(language), *facts, language, &choices));
        }
    }
    for ask in &language.asks {
        let facts = if ask.id == "status" { "ghosted" } else { "" };
        let facts = Facts::parse(facts, language).0;
        for tone in &language.tones {
            let choices = [(Field::Tone, &*tone.id), (Field::Ask, &*ask.id)];
            let name = format!("asks for {} / {}", ask.id, tone.id);
            add(name, &form(&Details::default(), facts, language, &choices));
        }
    }
    for (facts, mut styles) in pairs.iter().zip((0..).map(|it| styles.clone().cycle().skip(it))) {
        for seed in SEEDS {
            let Some((tone, length)) = styles.next() else { continue };
            let seed = seed.to_string();
            let name = format!("{} / {tone} / {length} / {seed}", name_of(*facts, language));
            let choices = [(Field::Tone, tone), (Field::Length, length), (Field::Seed, &*seed)];
            add(name, &form(&filled(language), *facts, language, &choices));
        }
    }
    letters
}

/// The letters as the text that is read and approved.
#[must_use]
pub fn letters_text(language: &Language) -> String {
    let mut text = String::new();
    for (name, Letter { subject, body }) in letters(language) {
        let words = text_length(&body, language.length_unit);
        let unit = language.length_unit.name();
        let _ = write!(text, "=== {name} ({words} {unit})\n{subject}\n\n{body}\n\n");
    }
    text
}

/// A note to someone of this kind, with or without a detail.
#[must_use]
pub fn note(language: &Language, form: &Details, voice: u8, kind: &str, detail: &str) -> String {
    let mut person = Person::new(voice);
    person.write(PersonField::Name, "Nnamdi".into());
    person.write(PersonField::Kind, kind.into());
    person.write(PersonField::Detail, detail.into());
    person.composed(form, language).body
}

/// A form for notes, of which the names are not in any language.
#[must_use]
pub fn noted(situation: &str) -> Details {
    details(&[
        (Field::Company, "Acme"),
        (Field::Role, "taxidermist"),
        (Field::Sender, "Ada Lovelace"),
        (Field::Situation, situation),
    ])
}

/// The notes as the text that is read and approved: to each kind of person in every wording, for every
/// outcome.
#[must_use]
pub fn notes_text(language: &Language) -> String {
    let mut text = String::new();
    for kind in &language.people {
        for voice in 0..VOICES {
            for outcome in language.facts.iter().filter(|it| it.group == Group::Outcome) {
                let situation = &outcome.id;
                let detail = &Sample::of(language).detail;
                let note = note(language, &noted(situation), voice, &kind.id, detail);
                let _ = write!(text, "=== {situation} / {} / {voice}\n{note}\n\n", kind.id);
            }
        }
    }
    text
}

/// The facts that change from one note to the other.
#[must_use]
pub fn situations(language: &Language) -> Vec<String> {
    let of = |group| language.facts.iter().filter(move |it| it.group == group);
    let stages = |outcome: &Fact| {
        let stages = of(Group::Stage).map(|stage| format!("{} {}", outcome.id, stage.id));
        stages.collect::<Vec<_>>()
    };
    of(Group::Outcome).flat_map(stages).chain(["chosen internal".into()]).collect()
}
