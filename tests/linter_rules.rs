//! The rules of the tone linter that are no statistics, on what they must find and what they must leave alone.
//!
//! Each file in a folder of `linter/rules`, which is named after a language, has the cases of one rule, a line each: the verdict, what the form has where it
//! is not [`FORM`], the text, what is found in it and what is suggested, with tabs between them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;
use std::fs;
use std::sync::LazyLock;

use good_sport::content::{Field, LinterData};
use good_sport::model::{Details, Finding, Linter};

#[path = "linter/notes.rs"]
mod sets;

use sets::notes;

static LINTER: LazyLock<Linter> = LazyLock::new(|| linter("en"));

fn linter(tag: &str) -> Linter {
    Linter::new(LinterData::for_tag(tag).unwrap())
}

/// What the form has where a case says nothing else.
const FORM: &str = "company=Northwind; role=data analyst; recipient=Ms. Rivera; sender=Sam Lee";

fn details(form: &str) -> Details {
    let mut details = Details::default();
    let form = if form.is_empty() { FORM } else { form };
    for (name, value) in form.split("; ").filter_map(|it| it.split_once('=')) {
        let field = Field::TEXTS.into_iter().find(|it| it.name() == name).unwrap();
        details.write(field, value.to_owned());
    }
    details
}

/// What a rule finds in an English text: the words, and the suggestion.
fn found(rule: &str, form: &str, text: &str) -> Vec<(String, String)> {
    found_by(&LINTER, rule, form, text)
}

fn found_by(linter: &Linter, rule: &str, form: &str, text: &str) -> Vec<(String, String)> {
    let findings = linter.read(text, &details(form)).into_iter().filter(|it| it.id == rule);
    let words = |it: &Finding| text[it.span.clone()].to_owned();
    findings.map(|it| (words(&it), it.suggestion.unwrap_or_default())).collect()
}

/// Reads the cases of a rule in each language and prints how many it gets right.
fn check(file: &str, rule: &str) {
    let folders = fs::read_dir("tests/linter/rules").unwrap();
    let tags = folders.map(|it| it.unwrap().file_name().into_string().unwrap());
    let faults: Vec<_> = tags.flat_map(|tag| check_in(&tag, file, rule)).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// The false alarms and the misses in a language.
fn check_in(tag: &str, file: &str, rule: &str) -> Vec<String> {
    let linter = linter(tag);
    let Ok(cases) = fs::read_to_string(format!("tests/linter/rules/{tag}/{file}.tsv")) else {
        return Vec::new();
    };
    let (mut good, mut bad, mut alarms, mut misses) = (0, 0, Vec::new(), Vec::new());
    for case in cases.lines() {
        let mut columns =
            case.split('\t').map(|it| it.replace("\\n", "\n").replace("\\u", "\u{301}"));
        let mut next = || columns.next().unwrap_or_default();
        let (verdict, form, text, words, fix) = (next(), next(), next(), next(), next());
        let found = found_by(&linter, rule, &form, &text);
        if verdict == "good" {
            good += 1;
            if !found.is_empty() {
                alarms.push(format!("{tag}: false alarm in {text:?}: {found:?}"));
            }
        } else {
            bad += 1;
            if found.first() != Some(&(words, fix)) {
                misses.push(format!("{tag}: missed in {text:?}: {found:?}"));
            }
        }
    }
    println!(
        "{rule} ({tag}, {file}): {good} good, {} false alarms; {bad} bad, {} misses",
        alarms.len(),
        misses.len()
    );
    alarms.into_iter().chain(misses).collect()
}

#[test]
fn placeholders_are_found_and_honest_brackets_are_not() {
    check("placeholders", "placeholder");
}

#[test]
fn slips_in_names_are_found_and_other_spellings_are_not() {
    check("names", "name");
}

#[test]
fn shouting_is_found_and_abbreviations_are_not() {
    check("shouting", "shouting");
}

#[test]
fn words_said_twice_by_mistake_are_found() {
    check("repeats", "repeats");
}

#[test]
fn a_no_reply_address_is_found() {
    for address in ["no-reply@acme.example", "DoNotReply@acme.example", "acme.noreply@x.example"] {
        assert_eq!(found("no-reply", &format!("recipient={address}"), "How kind.").len(), 1);
    }
    let form = "recipient=nora.eply@acme.example";
    assert!(found("no-reply", form, "How kind.").is_empty());
}

#[test]
fn a_letter_that_lacks_something_is_told_so_and_a_sentence_is_not() {
    let ids = |text: &str| {
        let found = LINTER.read(text, &Details::default()).into_iter();
        found.map(|it| it.id).collect::<Vec<_>>()
    };
    assert_eq!(ids("Dear Dana,\nthank you."), ["length"]);
    assert!(ids("Thank you.").is_empty());
    assert_eq!(ids(&"What a fine day it was. ".repeat(8)), ["required", "repeats"]);
    assert!(
        ids(&"The day was long. What a fine day it was, I wish it back. ".repeat(5)).is_empty()
    );
    assert!(
        ids(&"Thank you for it. On we go now, all the best. ".repeat(14))
            .iter()
            .any(|it| it == "length")
    );
}

/// The rules that count, compare and look for marks.
const RULES: [&str; 8] =
    ["ask-count", "length", "placeholder", "name", "shouting", "required", "repeats", "no-reply"];

#[test]
fn letters_as_they_should_be_are_left_alone() {
    let letters = fs::read_to_string("tests/linter/rules/en/letters.txt").unwrap();
    for letter in letters.split("===\n") {
        for form in [FORM, "company=Northwind; recipient=Dana Rivera; sender=Sam Lee"] {
            let is_to = |name: &str| !letter.starts_with(name) || form.contains("Dana");
            for rule in RULES.iter().filter(|_| is_to("Hi Dana")) {
                let found = found(rule, form, letter.trim());
                assert!(found.is_empty(), "{rule} {found:?}: {letter}");
            }
        }
    }
}

#[test]
fn gracious_notes_are_left_alone() {
    let notes = notes("training").into_iter().filter(|it| it.0 == "good");
    let mut counts = BTreeMap::<String, usize>::new();
    for (_, note) in notes {
        for finding in LINTER.read(&note, &Details::default()) {
            *counts.entry(finding.id).or_default() += 1;
        }
    }
    for rule in RULES {
        let count = counts.get(rule).copied().unwrap_or_default();
        println!("{rule}: points something out in {count} gracious notes of the training set");
        // Two marks in a row, questions to oneself, and notes that neither thank nor wish.
        let most = match rule {
            "required" => 110,
            "ask-count" => 3,
            "length" => 4,
            "shouting" => 1,
            _ => 0,
        };
        assert!(count <= most, "{rule}: {count}");
    }
}
