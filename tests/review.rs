//! The second reader, on notes that it has never seen and on what it must get right.
//!
//! The notes in `review/measure` measure it and nothing else: no cue was written after reading them.
//! Those in `review/tune` are what the cues were written for.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use good_sport::content::{Field, Language, Severity, WORDS};
use good_sport::model::{Details, Finding, Letter, Reader, Verdict};

fn language() -> &'static Language {
    let (_, words) = WORDS.iter().find(|(it, _)| *it == "en").unwrap();
    Box::leak(Box::new(Language::decode(words).unwrap()))
}

fn read(text: &str) -> Vec<Finding> {
    Reader::new(language()).read(text, &Details::default())
}

/// The notes of a set, each with its verdict: `good`, or what is wrong with it.
fn notes(set: &str) -> Vec<(String, String)> {
    let mut notes = Vec::new();
    let folder = Path::new("tests/review").join(set);
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

/// How many of the bad notes of a set are found, and how many of the good ones are flagged.
fn figures(set: &str) -> (f64, f64) {
    let reader = Reader::new(language());
    let notes = notes(set);
    let flagged =
        |text: &str| Verdict::of(&reader.read(text, &Details::default())) != Verdict::Gracious;
    let share = |of: bool| {
        let texts: Vec<_> = notes.iter().filter(|(it, _)| (it == "good") == of).collect();
        let hits = texts.iter().filter(|(_, text)| flagged(text)).count();
        println!(
            "{set}: {hits} of {} {} notes are pointed out",
            texts.len(),
            if of { "good" } else { "bad" }
        );
        100.0 * f64::from(u32::try_from(hits).unwrap())
            / f64::from(u32::try_from(texts.len()).unwrap())
    };
    (share(false), share(true))
}

#[test]
fn it_points_out_what_hurts_and_leaves_the_rest_alone() {
    let (found, flagged) = figures("measure");
    println!("unseen: {found:.1} % of the bad found, {flagged:.1} % of the good flagged");
    let (tuned_found, tuned_flagged) = figures("tune");
    println!("seen: {tuned_found:.1} % of the bad found, {tuned_flagged:.1} % of the good flagged");
}
