//! Placeholders: what an unfilled template leaves behind, with marks around it.
//!
//! Brackets have many honest uses, from `[sic]` to `vec[0]`, so that what stands between them decides, and
//! where they stand: see `tests/linter/rules/placeholders.tsv`.

use std::ops::Range;

use super::Lint;
use super::bare;
use super::lines::{Line, without_start};
use super::tokens::Sentence;
use crate::content::{Field, LinterData};
use crate::model::details::Details;
use crate::model::unfilled::is_placeholder;
use crate::model::text::{floor_char_boundary, is_word_char, join};

/// The longest instruction of a template between two marks, and how far around a mark is looked, in bytes.
const LIMIT: usize = 120;

/// What marks say by themselves.
#[derive(Clone, Copy, PartialEq)]
enum Marks {
    /// Only templates have them.
    Template,
    /// Between them one word of a template is enough.
    Double,
    /// The same, where it is one word of code.
    Code,
    Bracket,
    Parenthesis,
}

/// Marks around a blank, the longer ones first.
const MARKS: [(&str, &str, Marks); 18] = [
    ("{{", "}}", Marks::Template),
    ("{%", "%}", Marks::Template),
    ("*|", "|*", Marks::Template),
    ("${", "}", Marks::Template),
    ("#{", "}", Marks::Template),
    ("<%", "%>", Marks::Template),
    ("[[", "]]", Marks::Double),
    ("<<", ">>", Marks::Double),
    ("%%", "%%", Marks::Double),
    ("##", "##", Marks::Double),
    ("@@", "@@", Marks::Double),
    ("«", "»", Marks::Double),
    ("%", "%", Marks::Code),
    ("#", "#", Marks::Code),
    ("[", "]", Marks::Bracket),
    ("{", "}", Marks::Bracket),
    ("<", ">", Marks::Bracket),
    ("(", ")", Marks::Parenthesis),
];
/// How mail programs begin what they put in place of a picture.
const PICTURES: [&str; 2] = ["image:", "cid:"];
/// Marks of a quotation of a word or two.
const QUOTES: [char; 7] = ['"', '“', '”', '\'', '‘', '’', '`'];

/// Reports the blanks of a text, each with what the form has for it.
pub(super) fn read(reading: &mut Lint<'_>, details: &Details, sentences: &[Sentence]) {
    let language = reading.language;
    let words = sentences.iter().flat_map(|it| &it.words);
    let quoted = words.filter(|it| it.text == "\"").map(|it| it.span.clone()).collect();
    let data = &language.linter;
    let page = Page { text: reading.text, details, reading, data, sentences, quoted };
    let mut blanks = page.bracketed();
    for span in bare::blanks(&page) {
        if blanks.iter().all(|(it, _)| it.end <= span.start || span.end <= it.start) {
            let words = parts(&page.text[span.clone()]);
            let field = page.field(&words, span.start);
            blanks.push((span, field));
        }
    }
    for (span, field) in blanks {
        let value = field.map(|it| (it, details.get(it).trim()));
        let value = value.filter(|(field, it)| !it.is_empty() && !is_placeholder(*field, it));
        reading.find("placeholder", span, value.map(|it| it.1.to_owned()));
    }
}

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

impl Page<'_> {
    /// The blanks between marks, each with the field that fills it.
    fn bracketed(&self) -> Vec<(Range<usize>, Option<Field>)> {
        let (mut blanks, mut at) = (Vec::new(), 0);
        let is_mark = |it: char| "{*$#<[%@«(".contains(it);
        while let Some(start) = self.text[at..].find(is_mark).map(|it| at + it) {
            let blank = MARKS.iter().find_map(|marks| self.between(start, *marks));
            at = start + self.text[start..].chars().next().map_or(1, char::len_utf8);
            if let Some((end, field)) = blank {
                at = end;
                blanks.push((start..end, field));
            }
        }
        blanks
    }

    /// Where a blank ends that begins here with these marks, and the field that fills it.
    fn between(
        &self,
        start: usize,
        (open, close, marks): (&str, &'static str, Marks),
    ) -> Option<(usize, Option<Field>)> {
        let rest = self.text[start..].strip_prefix(open)?;
        let near = &rest[..floor_char_boundary(rest, LIMIT)];
        let inner = &near[..near.find(close)?];
        let is_paragraph = inner.split('\n').skip(1).any(|it| Line::read(it).text.is_empty());
        if is_paragraph || open != close && inner.contains(open) {
            return None;
        }
        let after = rest[inner.len()..].trim_start_matches(close);
        // Marks may be doubled, but parentheses end what stands around them.
        let after = if marks == Marks::Parenthesis { &rest[inner.len() + 1..] } else { after };
        let span = start..self.text.len() - after.len();
        let words = parts(inner);
        let is_blank = match marks {
            Marks::Template => inner.bytes().any(|it| it.is_ascii_alphabetic()),
            Marks::Double => words.iter().any(|it| self.is_listed(it)),
            Marks::Code => is_code(inner) && words.iter().any(|it| self.is_listed(it)),
            Marks::Bracket => self.is_blank(inner, &words, start),
            Marks::Parenthesis => self.is_instruction(inner, &words, &span),
        };
        let is_honest = self.is_in_a_name(&self.text[span.clone()])
            || self.is_code(start, inner, marks)
            || marks != Marks::Template && after.starts_with('(') && close == "]"
            || self.is_quoted(&span);
        (is_blank && !is_honest).then(|| (span.end, self.field(&words, start)))
    }

    /// Whether what stands in brackets says what belongs there.
    fn is_blank(&self, inner: &str, words: &[String], start: usize) -> bool {
        let is_reference = inner.contains('@')
            || inner.contains("://")
            || PICTURES.iter().any(|it| inner.starts_with(it))
            || inner.as_bytes().windows(3).any(|it| it.iter().all(u8::is_ascii_digit));
        let is_spaced = inner.starts_with(char::is_whitespace);
        let is_word =
            !is_spaced || inner.trim().contains([' ', '_']) && !self.text[start..].starts_with('<');
        let is_unit = |it: &String| self.data.units.contains(it);
        let says = words.iter().any(|it| self.is_strong(it))
            || words.iter().all(|it| self.is_listed(it)) && words.iter().any(is_unit)
            || self.greets(start) && inner.starts_with(is_word_char);
        !is_reference && is_word && says && inner.starts_with(|it: char| it != '/')
    }

    /// Whether what stands in parentheses tells the writer what to put there.
    fn is_instruction(&self, inner: &str, words: &[String], span: &Range<usize>) -> bool {
        let ([first, ..], [.., last]) = (words, words) else { return false };
        let is_name = self.data.blanks.contains(last)
            && !self.data.own.contains(first)
            && words.iter().all(|it| self.is_listed(it));
        let tells = self.data.instructions.contains(first)
            && words[1..].iter().any(|it| self.is_strong(it) || self.data.units.contains(it));
        // "(optional)" is said of things, too.
        let line = self.line(span.start);
        let is_edge = self.text[line.start..span.start].trim().is_empty()
            || self.text[span.end..line.end].trim().is_empty();
        let is_single = words.len() == 1 && self.is_field(first);
        let is_aside = words.len() == 1 && self.data.instructions.contains(first) && is_edge;
        (is_name || tells || is_single || is_aside) && !inner.contains('@')
    }

    /// Whether this is a word of code or a link, in which brackets are what they are.
    fn is_code(&self, start: usize, inner: &str, marks: Marks) -> bool {
        let line = &self.text[self.line(start).start..start];
        let token = line.rsplit([' ', '\t']).next().unwrap_or_default();
        let is_index = token.ends_with(|it: char| is_word_char(it) || matches!(it, '_' | ')'));
        let is_type = self.text[start..].starts_with('<') && marks == Marks::Bracket;
        let is_small = !inner.starts_with(|it: char| it.is_ascii_uppercase());
        let is_bracket = matches!(marks, Marks::Bracket | Marks::Double);
        is_bracket && is_index && (is_type || is_small)
            || token.contains("://")
            || token.ends_with(']') && marks == Marks::Parenthesis
            || line.matches('`').count() % 2 == 1
            || is_type && !inner.contains(' ') && self.mentions(start)
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
        words.iter().any(|it| self.data.mentions.contains(&it.text))
    }

    /// Whether this belongs to a name in the form: `[solidcore]`, `Engineer [m/f/d]`.
    fn is_in_a_name(&self, words: &str) -> bool {
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
    fn field(&self, words: &[String], start: usize) -> Option<Field> {
        let is_plain = |it: &String| self.is_field(it) || self.data.fillers.contains(it);
        if words.is_empty() || !words.iter().all(is_plain) {
            return None;
        }
        let inner = [" ", &join(words.iter(), " "), " "].concat();
        let named = self.data.placeholders.0.iter();
        let mut named = named.filter(|(name, _)| inner.contains(&[" ", name, " "].concat()));
        let above = self.text[..self.line(start).start].trim_end();
        let above = Line::read(&above[self.line(above.len()).start..]);
        let signs = above.is_closing(&self.reading.language.habits).then_some(Field::Sender);
        let greets = self.greets(start).then_some(Field::Recipient);
        named.next().map(|it| it.1).or(greets).or(signs)
    }

    /// Whether this stands in the line that greets.
    pub(super) fn greets(&self, at: usize) -> bool {
        let line = self.line(at);
        let text = self.text[line.start..line.end].trim_start_matches(['>', ' ']);
        let greetings = &self.reading.language.habits.greetings;
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

    fn is_field(&self, word: &str) -> bool {
        self.data.placeholders.get(word).is_some()
    }

    /// Whether this word in brackets makes a blank of them.
    pub(super) fn is_strong(&self, word: &String) -> bool {
        let data = self.data;
        self.is_field(word) || data.blanks.contains(word) || data.instructions.contains(word)
    }

    /// Whether blanks have such a word.
    pub(super) fn is_listed(&self, word: &String) -> bool {
        self.is_strong(word) || self.data.units.contains(word) || self.data.fillers.contains(word)
    }
}

/// Whether this is one word of code.
fn is_code(text: &str) -> bool {
    let goes_on = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'.' | b'-');
    text.starts_with(|it: char| it.is_ascii_alphabetic()) && text.bytes().all(goes_on)
}

/// The words of a text in small letters, also those that are written as one in code: `firstName`.
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
