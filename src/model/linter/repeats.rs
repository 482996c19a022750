//! Repeats: a word twice in a row, and sentences that begin alike.

use super::Lint;
use super::tokens::{Sentence, Word};
use crate::content::Field;
use crate::model::details::Details;
use crate::model::text::HasText as _;

/// How many sentences in a row may not begin alike; three are common in such a letter.
const ALIKE: usize = 4;
/// How many words a sentence has at most that says too little to be held against its neighbors, and how many
/// letters a word that nobody doubles on purpose.
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
        let data = &reading.data;
        // Other words are doubled on purpose: "Splash splash".
        let is_common = one.text.len() <= SHORT || data.is_ordinary(&one.text);
        let is_word = one.text.bytes().all(|it| it.is_ascii_alphabetic());
        let said = [one, other].map(|it| &reading.text[it.span.clone()]);
        if !said[0].eq_ignore_ascii_case(said[1])
            || one.span == other.span
            || !is_word
            || !is_common
        {
            continue;
        }
        // A name may be of two equal words, and so may a place: "Walla Walla".
        let is_capital = |word: &Word| {
            reading.text[word.span.clone()].starts_with(|it: char| it.is_ascii_uppercase())
        };
        let pair = [" ", &reading.text[one.span.start..other.span.end], " "].concat();
        let has_pair = |field| [" ", details.get(field), " "].concat().contains(&pair);
        let is_name =
            is_capital(one) && is_capital(other) || Field::TEXTS.into_iter().any(has_pair);
        let between = &reading.text[one.span.end..other.span.start];
        // "At sixty-one one half expects".
        let is_joined = reading.text[..one.span.start].ends_with('-')
            || reading.text[other.span.end..].starts_with('-');
        let is_apart = is_joined || between.chars().any(|it| !it.is_whitespace() && it != '>');
        if !is_name && !is_apart && !data.doubles.has(&one.text) {
            reading.find("repeats", one.span.end..other.span.end, Some(String::new()));
        }
    }
}

/// Sentences in a row that begin with the same two words.
fn alike(reading: &mut Lint<'_>, sentences: &[Sentence]) {
    let start = |sentence: &Sentence| {
        let words = sentence.words.iter().take(2);
        words.map(|it| it.text.clone()).collect::<Vec<_>>()
    };
    for window in sentences.windows(ALIKE) {
        let first = start(&window[0]);
        if window.iter().all(|it| start(it) == first && it.words.len() > SHORT) {
            let span = window[ALIKE - 1].words[0].span.clone();
            reading.find("repeats", span, None);
            return;
        }
    }
}
