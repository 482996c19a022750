//! Repeats: a word twice in a row, and sentences that begin alike.

use super::Lint;
use super::tokens::{Sentence, Word};
use crate::content::Field;
use crate::model::details::Details;

/// How many sentences in a row may not begin alike; three with "I" are common in such a letter.
const ALIKE: usize = 4;
/// How many words a sentence has at most that says too little to be held against its neighbors.
const SHORT: usize = 3;

pub(super) fn read(reading: &mut Lint<'_>, details: &Details, sentences: &[Sentence]) {
    for sentence in sentences {
        doubled(reading, details, &sentence.words);
    }
    alike(reading, sentences);
}

/// The same word twice in a row, where that is never meant.
fn doubled(reading: &mut Lint<'_>, details: &Details, words: &[Word]) {
    for pair in words.windows(2) {
        let [one, other] = pair else { continue };
        let is_word = one.text.bytes().all(|it| it.is_ascii_alphabetic());
        if one.text != other.text || one.span == other.span || !is_word {
            continue;
        }
        // A name may be of two equal words, and so may a place: "Walla Walla".
        let is_capital = |word: &Word| {
            reading.text[word.span.clone()].starts_with(|it: char| it.is_ascii_uppercase())
        };
        let pair = &reading.text[one.span.start..other.span.end];
        let is_name = is_capital(one) && is_capital(other)
            || Field::TEXTS.into_iter().any(|it| details.get(it).contains(pair));
        let between = &reading.text[one.span.end..other.span.start];
        let is_apart = between.chars().any(|it| !it.is_whitespace() && it != '>');
        if !is_name && !is_apart && !reading.language.linter.doubles.contains(&one.text) {
            reading.find("repeats", one.span.end..other.span.end, Some(String::new()));
        }
    }
}

fn alike(reading: &mut Lint<'_>, sentences: &[Sentence]) {
    let start = |sentence: &Sentence| sentence.words.first().map(|it| it.text.clone());
    for window in sentences.windows(ALIKE) {
        let first = start(&window[0]);
        if window.iter().all(|it| start(it) == first && it.words.len() > SHORT) {
            let span = window[ALIKE - 1].words[0].span.clone();
            reading.find("repeats", span, None);
            return;
        }
    }
}
