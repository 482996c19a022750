//! The surroundings of a placeholder: the text, and what is around a span in it.

use std::ops::Range;

use super::Lint;
use super::lines::{Line, without_start};
use super::tokens::Sentence;
use crate::content::{Field, LinterData, Text};
use crate::model::details::Details;
use crate::model::text::{HasText, floor_char_boundary, is_word_char, join};
use crate::model::unfilled::is_placeholder;

/// The longest instruction of a template between two marks, and how far around a mark is looked, in bytes.
pub(super) const LIMIT: usize = 120;

/// Marks of a quotation of a word or two.
const QUOTES: [char; 7] = ['"', '“', '”', '\'', '‘', '’', '`'];

/// A text in which blanks are looked for.
pub(super) struct Page<'a> {
    pub(super) text: &'a str,
    pub(super) data: &'static LinterData,
    details: &'a Details,
    pub(super) reading: &'a Lint<'a>,
    sentences: &'a [Sentence],
    /// Where somebody else's words stand, with their marks.
    quoted: Vec<Range<usize>>,
}

impl<'a> Page<'a> {
    pub(super) fn new(
        reading: &'a Lint<'a>,
        details: &'a Details,
        sentences: &'a [Sentence],
    ) -> Self {
        let words = sentences.iter().flat_map(|it| &it.words);
        let quoted = words.filter(|it| it.text == "\"").map(|it| it.span.clone()).collect();
        let data = &reading.data;
        Self { text: reading.text, details, reading, data, sentences, quoted }
    }

    /// Whether this is a quotation, or within one, that is talked about.
    pub(super) fn is_quoted(&self, span: &Range<usize>) -> bool {
        let around = |it: &Range<usize>| it.start < span.start && span.end < it.end;
        let [before, after] = [&self.text[..span.start], &self.text[span.end..]];
        let is_alone = before.ends_with(QUOTES) && after.starts_with(QUOTES);
        is_alone && self.mentions(span.start) || !is_alone && self.quoted.iter().any(around)
    }

    /// Whether a sentence speaks of what somebody wrote, or of code.
    pub(super) fn mentions(&self, at: usize) -> bool {
        let ends = |it: &&Sentence| it.words.last().is_some_and(|word| at < word.span.end);
        let words = self.sentences.iter().find(ends).map(|it| &it.words[..]).unwrap_or_default();
        words.iter().any(|it| self.data.mentions.has(&it.text))
    }

    /// Whether this belongs to a name in the form: `[solidcore]`, `Engineer [m/f/d]`.
    pub(super) fn is_in_a_name(&self, words: &str) -> bool {
        self.names().any(|it| it.contains(words))
    }

    /// Whether words are within a name in the form, or around one.
    pub(super) fn has_name(&self, words: &str) -> bool {
        self.is_in_a_name(words) || self.names().any(|it| words.contains(it))
    }

    fn names(&self) -> impl Iterator<Item = &str> {
        let values = Field::TEXTS.into_iter().map(|it| (it, self.details.get(it).trim()));
        let values = values.filter(|(field, it)| !it.is_empty() && !is_placeholder(*field, it));
        values.map(|it| it.1)
    }

    /// The field that fills a blank of these words.
    pub(super) fn field(&self, words: &[String], start: usize) -> Option<Field> {
        let is_plain = |it: &String| self.is_field(it) || self.has(&self.data.fillers, it);
        if words.is_empty() || !words.iter().all(is_plain) {
            return None;
        }
        let space = self.data.length_unit.sentence_space();
        let inner = [space, &join(words.iter(), " "), space].concat();
        let named = self.data.placeholders.0.iter();
        let named = named.filter(|(name, _)| inner.contains(&[space, name, space].concat()));
        let above = self.text[..self.line(start).start].trim_end();
        let above = Line::read(&above[self.line(above.len()).start..]);
        let signs = above.is_closing(self.data, &[]).then_some(Field::Sender);
        let greets = self.greets(start).then_some(Field::Recipient);
        // "prénom" is part of "prénom nom".
        named.max_by_key(|it| it.0.len()).map(|it| it.1).or(greets).or(signs)
    }

    /// Whether this stands in the line that greets.
    pub(super) fn greets(&self, at: usize) -> bool {
        let line = self.line(at);
        let text = self.text[line.start..line.end].trim_start_matches(['>', ' ']);
        let greetings = &self.reading.data.habits.greetings;
        let is_first = self.text[..line.start].chars().all(|it| !is_word_char(it));
        is_first && greetings.iter().any(|it| without_start(text, it).is_some())
    }

    /// The line around this, or so much of a long one as says what stands beside it.
    pub(super) fn line(&self, at: usize) -> Range<usize> {
        let start = floor_char_boundary(self.text, at.saturating_sub(LIMIT));
        let end = floor_char_boundary(self.text, at + LIMIT).max(at);
        let start = self.text[start..at].rfind('\n').map_or(start, |it| start + it + 1);
        start..self.text[at..end].find('\n').map_or(end, |it| at + it)
    }

    pub(super) fn is_field(&self, word: &str) -> bool {
        self.data.placeholders.get(word).is_some()
    }

    /// Whether a list has a word, or in a script without spaces a part of it.
    pub(super) fn has(&self, list: &[Text], word: &str) -> bool {
        let is_within = |it: &Text| !self.data.length_unit.has_spaces() && word.contains(&**it);
        list.has(word) || list.iter().any(is_within)
    }

    /// Whether this word in brackets makes a blank of them.
    pub(super) fn is_strong(&self, word: &str) -> bool {
        let data = self.data;
        self.is_field(word) || self.has(&data.blanks, word) || self.has(&data.instructions, word)
    }

    /// Whether blanks have such a word.
    pub(super) fn is_listed(&self, word: &str) -> bool {
        self.is_strong(word) || self.data.units.has(word) || self.data.fillers.has(word)
    }
}

/// The words of a text in lower case, also those that are written as one in code: `firstName`.
pub(super) fn parts(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut last = ' ';
    for letter in text.chars() {
        let begins = letter.is_ascii_uppercase() && last.is_ascii_lowercase();
        if begins || !is_word_char(letter) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| is_word_char(letter)) {
            word.push(letter.to_ascii_lowercase());
        }
        last = letter;
    }
    words.retain(|it| !it.is_empty());
    words
}
