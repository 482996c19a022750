//! Shouting: words in capitals, and exclamation marks.

use std::ops::Range;

use super::Lint;
use super::names::is_known;
use super::suggestion::SPACES;
use super::tokens::{Sentence, Word};
use crate::model::details::Details;
use crate::model::text::{
    ends_sentence, is_lowercase, is_uppercase, is_word_char, lowercase, uppercase,
};

/// So many exclamation marks in one letter are too many.
const EXCLAMATIONS: usize = 3;
/// So many question marks in a row are too many.
const QUESTIONS: usize = 3;
/// A sentence has so many words to be one in capitals.
const LEAST: usize = 3;
/// Of two words in capitals one is loud; a single one is only stressed.
const LOUD: usize = 2;

pub(super) fn read(reading: &mut Lint<'_>, details: &Details, sentences: &[Sentence]) {
    for sentence in sentences {
        capitals(reading, details, &sentence.words);
    }
    exclamations(reading, sentences);
}

/// Words in capitals that follow each other.
struct Run {
    span: Range<usize>,
    words: usize,
    /// How many of them are no abbreviation.
    ordinary: usize,
}

/// Ordinary words in capitals, with those beside them: two in a sentence, or all of it. One alone is
/// stressed, and an abbreviation is no word.
fn capitals(reading: &mut Lint<'_>, details: &Details, words: &[Word]) {
    let mut runs: Vec<Run> = Vec::new();
    let (mut all, mut was_loud, mut last) = (0, false, 0..0);
    for word in words.iter().filter(|it| it.text.starts_with(is_word_char)) {
        // A contraction is several words that stand in one place.
        if last == word.span {
            continue;
        }
        last = word.span.clone();
        all += 1;
        let said = &reading.text[last.clone()];
        let is_loud = said.starts_with(is_uppercase)
            && !said.contains(is_lowercase)
            && !is_known(said, details);
        if is_loud && !was_loud {
            runs.push(Run { span: last.clone(), words: 0, ordinary: 0 });
        }
        if let Some(run) = runs.last_mut().filter(|_| is_loud) {
            run.span.end = last.end;
            run.words += 1;
            let small: String = word.text.chars().map(lowercase).collect();
            let is_ordinary = said.len() > 2 && reading.data.is_ordinary(&small);
            run.ordinary += usize::from(is_ordinary);
        }
        was_loud = is_loud;
    }
    let ordinary: usize = runs.iter().map(|it| it.ordinary).sum();
    let is_whole = all >= LEAST && runs.first().is_some_and(|it| it.words == all);
    for run in runs.into_iter().filter(|it| it.ordinary > 0) {
        if ordinary >= LOUD || is_whole {
            let suggestion = quiet(reading, &run.span);
            reading.find("shouting", run.span, Some(suggestion));
        }
    }
}

/// Words in lower case, but for "I" and the first letter of a sentence.
fn quiet(reading: &Lint<'_>, span: &Range<usize>) -> String {
    let words = reading.text[span.clone()].split_inclusive(' ');
    let small = words.map(|it| match it {
        "I" | "I " => it.to_owned(),
        _ => it.chars().map(lowercase).collect(),
    });
    let text: String = small.collect();
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if reading.begins(span.start) => {
            let first = uppercase(first).to_string();
            first + letters.as_str()
        }
        _ => text,
    }
}

/// Marks in a row, and too many of them, but for what is quoted.
fn exclamations(reading: &mut Lint<'_>, sentences: &[Sentence]) {
    let words = sentences.iter().flat_map(|it| &it.words);
    let quoted: Vec<_> = words.filter(|it| it.text == "\"").map(|it| it.span.clone()).collect();
    let text = reading.text;
    let is_mark = |it: char| is_exclamation(it) || is_question(it);
    let (mut from, mut count) = (0, 0);
    while let Some(start) = text[from..].find(is_mark).map(|at| from + at) {
        let end = text.len() - text[start..].trim_start_matches(is_mark).len();
        let marks = &text[start..end];
        let length = marks.chars().count();
        from = end;
        // Code and emoticons have such marks, too.
        let is_code = text[end..].starts_with(|it: char| it.is_ascii_alphanumeric() || it == '=');
        let asks = marks.chars().find(|it| is_question(*it));
        let is_calm = !marks.contains(is_exclamation) && length < QUESTIONS;
        if is_code || is_calm || quoted.iter().any(|it| it.contains(&start)) {
            continue;
        }
        count += 1;
        if length > 1 || count == EXCLAMATIONS {
            let sentence = text[..start].rsplit(ends_sentence).next().unwrap_or_default();
            let stop = reading.data.length_unit.full_stop();
            // In Spanish the mark is one of two.
            let stop = if sentence.contains('¡') { "!" } else { stop };
            let suggestion = asks.map_or_else(|| stop.to_owned(), String::from);
            // In French there is a space before it, and none before a full stop.
            let space = if suggestion == stop { SPACES } else { &[] };
            let start = text[..start].trim_end_matches(space).len();
            reading.find("shouting", start..end, Some(suggestion));
        }
    }
}

const fn is_exclamation(mark: char) -> bool {
    matches!(mark, '!' | '！')
}

const fn is_question(mark: char) -> bool {
    matches!(mark, '?' | '？' | '؟')
}
