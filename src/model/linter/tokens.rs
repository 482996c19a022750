//! The tokenizer: sentences and words of a text, each with its span.

use std::ops::Range;

use super::lines::is_pause;
use crate::content::LinterData;
use crate::model::text::{ISOLATE, ends_sentence, is_word_char};

/// A word or a mark, with its span in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::model) struct Word {
    /// In lower case, with a straight apostrophe; a contraction is spelled out into several.
    pub(in crate::model) text: String,
    /// Where it stands.
    pub(in crate::model) span: Range<usize>,
    /// Whether it begins with a capital and no sentence does with it: mostly a name or a title.
    pub(in crate::model) is_name: bool,
}

/// A sentence, or a line that is none.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::model) struct Sentence {
    pub(in crate::model) words: Vec<Word>,
}

/// Quotation marks that open, and what closes each. What stands between is somebody else's word.
const QUOTES: [(char, char); 6] =
    [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»'), ('「', '」'), ('『', '』')];

/// The sentences of a text, where it ends at these line breaks; what is quoted is left out of them.
pub(super) fn sentences(text: &str, ends: &[usize], data: &LinterData) -> Vec<Sentence> {
    let mut ends = ends.iter().copied().chain([text.len()]).peekable();
    let mut tokenizer = Tokenizer { text, data, at: 0, sentences: vec![Sentence::default()] };
    while let Some(letter) = tokenizer.next() {
        let start = tokenizer.at;
        tokenizer.at += letter.len_utf8();
        if ends.next_if(|it| *it <= start).is_some() {
            tokenizer.sentences.push(Sentence::default());
        } else if let Some((_, close)) = QUOTES.iter().find(|(open, _)| *open == letter) {
            let end = ends.peek().map_or(tokenizer.at, |it| tokenizer.at.max(*it));
            tokenizer.quotation(start, end, *close);
        } else if is_word_char(letter) {
            tokenizer.word(start, letter);
        } else if ends_sentence(letter) || is_pause(letter) {
            tokenizer.mark(start, letter);
        }
    }
    let mut sentences = tokenizer.sentences;
    sentences.retain(|it| it.words.iter().any(|word| word.text.chars().any(is_word_char)));
    sentences
}

/// How many characters of a script without spaces a pattern may have at most.
const UNSPACED_LETTERS: usize = 16;

/// Reads a text.
struct Tokenizer<'a> {
    text: &'a str,
    data: &'a LinterData,
    /// How far it is read.
    at: usize,
    sentences: Vec<Sentence>,
}

impl Tokenizer<'_> {
    fn next(&self) -> Option<char> {
        self.text[self.at..].chars().next()
    }

    /// Skips what is quoted before the end of a paragraph. A mark that nothing closes there quotes
    /// nothing.
    fn quotation(&mut self, start: usize, end: usize, close: char) {
        if let Some(length) = self.text[self.at..end].find(close) {
            self.at += length + close.len_utf8();
            self.push("\"", start..self.at, false);
        }
    }

    fn word(&mut self, start: usize, letter: char) {
        let is_spaced = self.data.length_unit.has_spaces();
        if !is_spaced && !letter.is_ascii() {
            return self.character(start);
        }
        let goes_on = |it: &char| {
            is_word_char(*it) && (is_spaced || it.is_ascii()) || matches!(it, '\'' | '’')
        };
        while let Some(next) = self.next().filter(goes_on) {
            self.at += next.len_utf8();
        }
        let word = self.text[start..self.at].trim_end_matches(['\'', '’']);
        let span = start..start + word.len();
        let begins = self.sentences.last().is_none_or(|it| it.words.is_empty());
        let is_capital = letter.is_ascii_uppercase() && word.len() > 1;
        let is_loud = word.bytes().all(|it| it.is_ascii_uppercase());
        let is_name = !begins && is_capital && !is_loud && !self.data.capital_nouns;
        if is_name {
            self.begin_name();
        }
        let small = word.to_ascii_lowercase().replace('’', "'");
        for text in self.data.spelled_out(&small) {
            self.push(text, span.clone(), is_name);
        }
    }

    /// A character of a script without spaces. Where a word begins there only a dictionary knows, so each
    /// character begins one that goes on to the end of the clause.
    fn character(&mut self, start: usize) {
        // A line is broken anywhere, where a mail program does it.
        let letters = self.text[start..].chars().filter(|it| !matches!(it, '\r' | '\n'));
        let clause = letters.take_while(|it| is_word_char(*it)).take(UNSPACED_LETTERS);
        self.push(&clause.collect::<String>(), start..self.at, false);
    }

    /// A first word before a name belongs to it: "Appeals Officer", "Dear Dana".
    fn begin_name(&mut self) {
        if let Some([first]) = self.sentences.last_mut().map(|it| it.words.as_mut_slice()) {
            let word = &self.text[first.span.clone()];
            first.is_name = word.len() > 1 && word.starts_with(|it: char| it.is_ascii_uppercase());
        }
    }

    /// A mark, which may end the sentence: not behind an abbreviation, nor within a word.
    fn mark(&mut self, start: usize, letter: char) {
        let last = self.sentences.last().and_then(|it| it.words.last());
        let is_short = letter == '.' && last.is_some_and(|it| self.data.is_abbreviation(&it.text));
        // Where there are no spaces a mark is enough.
        let ends = self.next().is_none_or(|it| it.is_whitespace() || ISOLATE.contains(&it))
            || matches!(letter, '。' | '！' | '？');
        // Patterns know one mark of each kind.
        let mark = match letter {
            '。' => ".",
            '！' => "!",
            '？' | '؟' => "?",
            '،' | '、' => ",",
            '؛' => ";",
            _ => &self.text[start..self.at],
        };
        self.push(mark, start..self.at, false);
        if ends && !is_short && ends_sentence(letter) {
            self.sentences.push(Sentence::default());
        }
    }

    fn push(&mut self, text: &str, span: Range<usize>, is_name: bool) {
        if let Some(sentence) = self.sentences.last_mut() {
            sentence.words.push(Word { text: text.to_owned(), span, is_name });
        }
    }
}
