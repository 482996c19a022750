//! The tokenizer: sentences and words of a text, each with its span.

use std::ops::Range;

use crate::content::LinterData;
use crate::model::text::is_word_char;

/// A word or a mark, with its span in the text, in bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::model) struct Word {
    /// In small letters, with a straight apostrophe; a contraction is spelled out into several.
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
const QUOTES: [(char, char); 4] = [('"', '"'), ('“', '”'), ('„', '“'), ('«', '»')];

/// The sentences of a text, where it ends at these line breaks; what is quoted is left out of them.
pub(super) fn sentences(text: &str, ends: &[usize], data: &LinterData) -> Vec<Sentence> {
    let mut sentences = vec![Sentence::default()];
    let mut ends = ends.iter().copied().chain([text.len()]).peekable();
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        if ends.next_if(|it| *it <= start).is_some() {
            sentences.push(Sentence::default());
            continue;
        }
        if let Some((_, close)) = QUOTES.iter().find(|(open, _)| *open == letter) {
            let from = start + letter.len_utf8();
            // A mark that nothing closes in its paragraph quotes nothing.
            let paragraph = &text[from..ends.peek().map_or(from, |it| from.max(*it))];
            if let Some(length) = paragraph.find(*close) {
                let after = from + length;
                while letters.next_if(|(at, _)| *at <= after).is_some() {}
                let span = start..after + close.len_utf8();
                push(&mut sentences, Word { text: "\"".to_owned(), span, is_name: false });
            }
            continue;
        }
        let goes_on = |it: char| is_word_char(it) || matches!(it, '\'' | '’');
        if is_word_char(letter) {
            let mut end = start + letter.len_utf8();
            while let Some((at, next)) = letters.next_if(|(_, it)| goes_on(*it)) {
                end = at + next.len_utf8();
            }
            let word = text[start..end].trim_end_matches(['\'', '’']);
            let span = start..start + word.len();
            let begins = sentences.last().is_none_or(|it| it.words.is_empty());
            let is_capital = letter.is_ascii_uppercase() && word.len() > 1;
            let is_loud = word.bytes().all(|it| it.is_ascii_uppercase());
            let is_name = !begins && is_capital && !is_loud;
            if is_name {
                begin_name(&mut sentences, text);
            }
            let small = word.to_ascii_lowercase().replace('’', "'");
            for text in data.spelled_out(&small) {
                push(&mut sentences, Word { text: text.to_owned(), span: span.clone(), is_name });
            }
        } else if matches!(letter, '.' | '!' | '?' | '…') {
            let span = start..start + letter.len_utf8();
            let last = sentences.last().and_then(|it| it.words.last());
            let is_short = letter == '.' && last.is_some_and(|it| data.is_abbreviation(&it.text));
            let ends = letters.peek().is_none_or(|(_, it)| it.is_whitespace());
            push(&mut sentences, Word { text: letter.to_string(), span, is_name: false });
            if ends && !is_short {
                sentences.push(Sentence::default());
            }
        } else if matches!(letter, ',' | ';' | ':') {
            let span = start..start + 1;
            push(&mut sentences, Word { text: letter.to_string(), span, is_name: false });
        }
    }
    sentences.retain(|it| it.words.iter().any(|word| word.text.chars().any(is_word_char)));
    sentences
}

/// A first word before a name belongs to it: "Appeals Officer", "Dear Dana".
fn begin_name(sentences: &mut [Sentence], text: &str) {
    if let Some([first]) = sentences.last_mut().map(|it| it.words.as_mut_slice()) {
        let word = &text[first.span.clone()];
        first.is_name = word.len() > 1 && word.starts_with(|it: char| it.is_ascii_uppercase());
    }
}

fn push(sentences: &mut [Sentence], word: Word) {
    if let Some(sentence) = sentences.last_mut() {
        sentence.words.push(word);
    }
}
