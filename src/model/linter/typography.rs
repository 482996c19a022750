//! Rules about typography: placeholders, capitals, exclamation marks, repeated words.

use std::ops::Range;

use super::Lint;
use super::names::is_known;
use super::tokens::{Sentence, Word};
use crate::content::Field;
use crate::model::details::Details;
use crate::model::text::join;
use crate::model::unfilled::is_placeholder;

/// The longest text in brackets that is a blank rather than an aside, in bytes.
const BLANK_LIMIT: usize = 40;
/// So many exclamation marks in one letter are too many.
const EXCLAMATIONS: usize = 3;
/// How many sentences in a row may not begin alike; three with "I" are common in such a letter.
const ALIKE: usize = 4;
/// How many words a sentence has at most that says too little to be held against its neighbors.
const SHORT: usize = 3;

pub(super) fn read(reading: &mut Lint<'_>, details: &Details, sentences: &[Sentence]) {
    blanks(reading, details);
    for sentence in sentences {
        shouting(reading, details, &sentence.words);
        doubled(reading, details, &sentence.words);
    }
    exclamations(reading, sentences);
    alike(reading, sentences);
}

/// What an unfilled template leaves behind: `[Company]`, `{name}`, `<role>`, `XXX`, `___`.
fn blanks(reading: &mut Lint<'_>, details: &Details) {
    let text = reading.text;
    for (open, close) in [('[', ']'), ('{', '}'), ('<', '>')] {
        let mut from = 0;
        while let Some(start) = text[from..].find(open).map(|at| from + at) {
            from = start + 1;
            let Some(length) = text[from..].find(close).filter(|it| *it <= BLANK_LIMIT) else {
                continue;
            };
            let inner = text[from..from + length].to_ascii_lowercase();
            let is_said = inner.bytes().any(|it| it.is_ascii_alphabetic());
            if inner.contains("\n\n") || inner.starts_with(char::is_whitespace) || !is_said {
                continue;
            }
            if is_in_a_name(&text[start..=from + length], details) {
                continue;
            }
            let inner = join(inner.split_whitespace(), " ");
            // Braces may be doubled.
            let after = text[from + length..].trim_start_matches(close);
            from = text.len() - after.len();
            let blanks = &reading.language.linter.blanks.0;
            let field = blanks.iter().find(|(word, _)| inner.contains(word.as_str()));
            let value = field.map(|(_, field)| details.get(*field).trim());
            let suggestion = value.filter(|it| !it.is_empty()).map(str::to_owned);
            reading.find("placeholder", start..from, suggestion);
        }
    }
    for (start, word) in runs(text) {
        let is_blank = word.len() >= 3 && word.bytes().all(|it| it == b'_')
            || word.len() >= 2 && word.bytes().all(|it| it == b'X');
        if is_blank && !is_in_a_name(word, details) {
            reading.find("placeholder", start..start + word.len(), None);
        }
    }
}

/// Whether this belongs to a name in the form: `[solidcore]`, `Engineer [m/f/d]`.
fn is_in_a_name(words: &str, details: &Details) -> bool {
    Field::TEXTS.into_iter().any(|field| {
        let value = details.get(field);
        value.contains(words) && !is_placeholder(field, value)
    })
}

/// The runs of letters, digits and low lines, with where they begin.
fn runs(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let words = text.split(|it: char| !it.is_ascii_alphanumeric() && it != '_');
    let span = move |word: &str| word.as_ptr() as usize - text.as_ptr() as usize;
    words.filter(|it| !it.is_empty()).map(move |it| (span(it), it))
}

/// Ordinary words in capitals, and those beside them.
fn shouting(reading: &mut Lint<'_>, details: &Details, words: &[Word]) {
    let is_loud = |word: &Word| {
        let text = &reading.text[word.span.clone()];
        let is_loud = text.len() > 1 && text.bytes().all(|it| it.is_ascii_uppercase());
        is_loud && !is_known(text, details)
    };
    let is_ordinary =
        |it: &Word| it.text.len() > 2 && reading.language.linter.is_ordinary(&it.text);
    let mut loud: Vec<Range<usize>> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let from = index.saturating_sub(1);
        let around = &words[from..words.len().min(index + 2)];
        // An abbreviation is in capitals, too.
        if is_loud(word) && around.iter().any(|it| is_loud(it) && is_ordinary(it)) {
            loud.push(word.span.clone());
        }
    }
    for span in loud {
        let suggestion = reading.text[span.clone()].to_ascii_lowercase();
        reading.find("shouting", span, Some(suggestion));
    }
}

/// Marks in a row, and too many of them, but for what is quoted.
fn exclamations(reading: &mut Lint<'_>, sentences: &[Sentence]) {
    let words = sentences.iter().flat_map(|it| &it.words);
    let quoted: Vec<_> = words.filter(|it| it.text == "\"").map(|it| it.span.clone()).collect();
    let text = reading.text;
    let is_mark = |it: char| matches!(it, '!' | '?');
    let (mut from, mut count) = (0, 0);
    while let Some(start) = text[from..].find('!').map(|at| from + at) {
        let begin = text[..start].trim_end_matches(is_mark).len();
        let end = text.len() - text[start..].trim_start_matches(is_mark).len();
        from = end;
        if quoted.iter().any(|it| it.contains(&start)) {
            continue;
        }
        let asks = text[begin..end].contains('?');
        count += 1;
        if end - begin > 1 || count == EXCLAMATIONS {
            let suggestion = if asks { "?" } else { "." };
            reading.find("shouting", begin..end, Some(suggestion.to_owned()));
        }
    }
}

/// The same word twice in a row, where that is never meant.
fn doubled(reading: &mut Lint<'_>, details: &Details, words: &[Word]) {
    for pair in words.windows(2) {
        let [one, other] = pair else { continue };
        let is_word = one.text.bytes().all(|it| it.is_ascii_alphabetic());
        let said = &reading.text[one.span.clone()];
        let is_name =
            said.starts_with(|it: char| it.is_ascii_uppercase()) && is_known(said, details);
        let meant = is_name || reading.language.linter.doubles.contains(&one.text);
        if one.text == other.text && one.span != other.span && is_word && !meant {
            let span = one.span.end..other.span.end;
            reading.find("repeats", span, Some(String::new()));
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
