//! Placeholders: what an unfilled template leaves behind, with marks around it.
//!
//! Brackets have many honest uses, from `[sic]` to `vec[0]`, so that what stands between them decides, and
//! where they stand: see `tests/linter/rules`.

use std::ops::Range;

use super::Lint;
use super::bare;
use super::lines::Line;
use super::page::{LIMIT, Page, parts};
use super::tokens::Sentence;
use crate::content::Field;
use crate::model::details::Details;
use crate::model::text::{HasText, floor_char_boundary, is_word_char};
use crate::model::unfilled::is_placeholder;

/// What marks say by themselves.
#[derive(Clone, Copy, PartialEq)]
enum Marks {
    /// Only templates have them.
    Template,
    /// Between them one word of a template is enough.
    Double,
    /// The same, where it is one word of code.
    Code,
    /// Quotation marks in many languages, but in a letter of a word processor marks of a field.
    Guillemet,
    Bracket,
    Parenthesis,
}

/// Marks around a blank, the longer ones first.
const MARKS: [(&str, &str, Marks); 22] = [
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
    ("«", "»", Marks::Guillemet),
    ("%", "%", Marks::Code),
    ("#", "#", Marks::Code),
    ("[", "]", Marks::Bracket),
    ("{", "}", Marks::Bracket),
    ("<", ">", Marks::Bracket),
    ("(", ")", Marks::Parenthesis),
    ("【", "】", Marks::Bracket),
    ("［", "］", Marks::Bracket),
    ("＜", "＞", Marks::Bracket),
    ("（", "）", Marks::Parenthesis),
];
/// How mail programs begin what they put in place of a picture.
const PICTURES: [&str; 2] = ["image:", "cid:"];
/// Reports the blanks of a text, each with what the form has for it.
pub(super) fn read(reading: &mut Lint<'_>, details: &Details, sentences: &[Sentence]) {
    let page = Page::new(reading, details, sentences);
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
        let value = value.map(|(_, it)| without_title(&reading.text[..span.start], it).to_owned());
        reading.find("placeholder", span, value);
    }
}

/// A name without the title that stands before the blank: `Ms. [Name]`.
fn without_title<'a>(before: &str, name: &'a str) -> &'a str {
    let before = before.rsplit([' ', '\n']).find(|it| !it.is_empty());
    let stated = name.split_once(' ').filter(|(title, _)| before == Some(*title));
    stated.map_or(name, |it| it.1)
}

impl Page<'_> {
    /// The blanks between marks, each with the field that fills it.
    fn bracketed(&self) -> Vec<(Range<usize>, Option<Field>)> {
        let (mut blanks, mut at) = (Vec::new(), 0);
        let is_mark = |it: char| "{*$#<[%@«(【［＜（".contains(it);
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
        let after =
            if marks == Marks::Parenthesis { &rest[inner.len() + close.len()..] } else { after };
        let span = start..self.text.len() - after.len();
        let words = parts(inner);
        let is_blank = match marks {
            Marks::Template => inner.contains(is_word_char),
            Marks::Double => words.iter().any(|it| self.is_listed(it)),
            Marks::Guillemet => {
                inner.starts_with(is_word_char)
                    && words.iter().all(|it| self.is_listed(it))
                    && !self.mentions(start)
            }
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
        let is_unit = |it: &String| self.data.units.has(it);
        let says = words.iter().any(|it| self.is_strong(it))
            || words.iter().all(|it| self.is_listed(it)) && words.iter().any(is_unit)
            || self.greets(start) && inner.starts_with(is_word_char);
        !is_reference && is_word && says && inner.starts_with(|it: char| it != '/')
    }

    /// Whether what stands in parentheses tells the writer what to put there.
    fn is_instruction(&self, inner: &str, words: &[String], span: &Range<usize>) -> bool {
        let ([first, ..], [.., last]) = (words, words) else { return false };
        let is_name = self.data.blanks.has(last)
            && !self.data.own.has(first)
            && words.iter().all(|it| self.is_listed(it));
        let tells = self.has(&self.data.instructions, first)
            && words
                .iter()
                .skip(usize::from(self.data.length_unit.has_spaces()))
                .any(|it| self.is_strong(it) || self.data.units.has(it));
        // In German and French the order comes last: "(Datum einfügen)".
        let tells =
            tells || self.data.orders.has(last) && words.iter().any(|it| self.data.blanks.has(it));
        // "(optional)" is said of things, too.
        let line = self.line(span.start);
        let is_edge = self.text[line.start..span.start].trim().is_empty()
            || self.text[span.end..line.end].trim().is_empty();
        let is_single = words.len() == 1 && self.is_field(first);
        let is_aside = words.len() == 1 && self.data.instructions.has(first) && is_edge;
        (is_name || tells || is_single || is_aside) && !inner.contains('@')
    }

    /// Whether this is a word of code or a link, in which brackets are what they are.
    fn is_code(&self, start: usize, inner: &str, marks: Marks) -> bool {
        let line = &self.text[self.line(start).start..start];
        let token = line.rsplit([' ', '\t']).next().unwrap_or_default();
        let is_index =
            token.ends_with(|it: char| it.is_ascii_alphanumeric() || matches!(it, '_' | ')'));
        let is_type = self.text[start..].starts_with('<') && marks == Marks::Bracket;
        let is_small = !inner.starts_with(|it: char| it.is_ascii_uppercase());
        let is_bracket = matches!(marks, Marks::Bracket | Marks::Double);
        is_bracket && is_index && (is_type || is_small)
            || token.contains("://")
            || token.ends_with(']') && marks == Marks::Parenthesis
            || line.matches('`').count() % 2 == 1
            || is_type && !inner.contains(' ') && self.mentions(start)
    }
}

/// Whether this is one word of code.
fn is_code(text: &str) -> bool {
    let goes_on = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'.' | b'-');
    text.starts_with(|it: char| it.is_ascii_alphabetic()) && text.bytes().all(goes_on)
}
