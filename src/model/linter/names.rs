//! Rules about names: the greeting against the form, a misspelled name, a no-reply address.

use std::ops::Range;

use super::Lint;
use super::lines::without_start;
use crate::content::{Field, Language};
use crate::model::details::Details;
use crate::model::slots::said;
use crate::model::text::{extends, is_word_char};

/// The shortest name of which a slip can be told from another name, in letters.
const SHORTEST: usize = 5;
/// The shortest name in which two slips are still the same name, in letters.
const LONG: usize = 8;
/// The most words of a greeting that are a name.
const NAME_WORDS: usize = 6;
/// The fields that name somebody or something.
const NAMES: [Field; 4] = [Field::Company, Field::Role, Field::Recipient, Field::Sender];
const APOSTROPHES: [char; 5] = ['\'', '’', '‘', 'ʼ', '`'];
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];

pub(super) fn read(reading: &mut Lint<'_>, details: &Details) {
    if is_unread(details.get(Field::Recipient), &reading.language.linter.unread) {
        reading.find("no-reply", 0..0, None);
    }
    if let Some(recipient) = said(Field::Recipient, details, reading.language) {
        greeting(reading, &recipient);
    }
    for field in [Field::Company, Field::Recipient, Field::Sender] {
        slips(reading, field, details);
    }
}

/// A text in which the marks of names end no sentence and ask nothing: `Yahoo!`, `Guess?`. It is as
/// long as it was.
pub(in crate::model) fn unmarked(text: &str, details: &Details, language: &Language) -> String {
    let marks = ['!', '?'];
    let names = NAMES.into_iter().filter_map(|field| said(field, details, language));
    names
        .filter(|name| name.contains(marks))
        .fold(text.to_owned(), |text, name| text.replace(&name, &name.replace(marks, "'")))
}

/// Whether a word is one of those in the form.
pub(super) fn is_known(word: &str, details: &Details) -> bool {
    Field::TEXTS.into_iter().any(|field| words(details.get(field)).any(|it| is_same(it.1, word)))
}

/// Whether an address has nobody behind it, such as `no-reply@example.org`.
pub(in crate::model) fn is_unread(address: &str, unread: &[String]) -> bool {
    let letters = address.bytes().filter(|it| !matches!(it, b'-' | b'_' | b'.' | b' '));
    let plain: Vec<u8> = letters.map(|it| it.to_ascii_lowercase()).collect();
    let has = |it: &String| plain.windows(it.len()).any(|window| window == it.as_bytes());
    unread.iter().any(has)
}

/// The name in the greeting against the one in the form: they share a word, or it is another.
fn greeting(reading: &mut Lint<'_>, recipient: &str) {
    let text = reading.text;
    let paragraph = &text[..reading.ends.first().copied().unwrap_or(text.len())];
    let habits = &reading.language.habits;
    let Some(rest) = habits.greetings.iter().find_map(|it| without_start(paragraph, it)) else {
        return;
    };
    let name = rest.split([',', ':', '!', ';', '–', '—']).next().unwrap_or_default();
    let name = name.split(" - ").next().unwrap_or_default();
    let name = name.trim_end_matches([' ', '.', '\r']);
    let is_title = |word: &str| habits.titles.iter().any(|it| it.eq_ignore_ascii_case(word));
    let shares = words(name)
        .filter(|it| !is_title(it.1))
        .any(|(_, one)| words(recipient).any(|(_, other)| is_same_in_either_case(one, other)));
    let is_nameless = habits.nameless.iter().filter_map(|it| without_start(name, it));
    let is_nameless = is_nameless.into_iter().any(|rest| !rest.starts_with(is_word_char));
    let is_whole = name.contains(recipient) || is_same_in_either_case(name, recipient);
    let is_name = !name.is_empty() && words(name).count() <= NAME_WORDS;
    let is_blank = name.starts_with(['[', '{', '<']);
    if is_name && !is_blank && !shares && !is_nameless && !is_whole {
        let start = paragraph.len() - rest.len();
        reading.find("name", start..start + name.len(), Some(recipient.to_owned()));
    }
}

/// A name of the form that is spelled nearly so in the text.
fn slips(reading: &mut Lint<'_>, field: Field, details: &Details) {
    let (text, name) = (reading.text, details.get(field));
    let (count, last) = (words(name).count(), words(name).last());
    for wanted in words(name) {
        let is_first_name = field != Field::Company && (count == 1 || Some(wanted) != last);
        let wanted = wanted.1;
        if letters(wanted).len() < SHORTEST || !wanted.starts_with(char::is_uppercase) {
            continue;
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        for (start, word) in words(text) {
            // "Acme's" is no slip, nor is a word of its own that begins small.
            let stem = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
            let word = stem.trim_end_matches(APOSTROPHES);
            let is_another = is_first_name && is_other_ending(word, wanted)
                || reading.begins(start) && is_ordinary(word, wanted, reading.language);
            if !is_known(word, details) && is_nearly(word, wanted) && !is_another {
                found.push(start..start + word.len());
            }
        }
        for span in found {
            // The greeting was compared as a whole.
            if reading.findings.iter().any(|it| it.span.end == span.end) {
                continue;
            }
            reading.find("name", span, Some(wanted.to_owned()));
        }
    }
}

/// Whether these are two first names, such as Mario and Maria.
fn is_other_ending(word: &str, name: &str) -> bool {
    let (word, name) = (letters(word), letters(name));
    let alike = word.iter().zip(&name).take_while(|(one, other)| is_same_letter(one, other));
    alike.count() + 1 == word.len().max(name.len())
}

/// Whether a word that begins a sentence is no name: it is one of the language's own, or has another
/// letter, as "Thank" has for Thanh.
fn is_ordinary(word: &str, name: &str, language: &Language) -> bool {
    let (letters, name) = (letters(word), letters(name));
    let others = letters.iter().zip(&name).filter(|(one, other)| !is_same_letter(one, other));
    letters.len() == name.len() && others.count() == 1
        || language.linter.is_ordinary(&word.to_ascii_lowercase())
}

/// Whether a word is a name with a slip in it. Small words of the language are not names.
fn is_nearly(word: &str, name: &str) -> bool {
    if word.eq_ignore_ascii_case(name) {
        return word.bytes().any(|it| it.is_ascii_lowercase()) || word.len() > name.len();
    }
    let capital = word.chars().next().is_some_and(|it| it.is_ascii_uppercase());
    let (word, name) = (letters(word), letters(name));
    let slips = if name.len() < LONG { 1 } else { 2 };
    capital && word.len() >= SHORTEST && distance(&word, &name) <= slips
}

/// How many letters must change, come, go, or trade spans to make one word of the other.
fn distance(one: &[&str], other: &[&str]) -> usize {
    let mut rows: [Vec<usize>; 2] = [Vec::new(), (0..=other.len()).collect()];
    let mut last = None;
    for (index, letter) in one.iter().enumerate() {
        let mut row = vec![index + 1];
        for (at, it) in other.iter().enumerate() {
            let mut cost = (rows[1][at] + usize::from(!is_same_letter(it, letter)))
                .min(rows[1][at + 1] + 1)
                .min(row[at] + 1);
            if at > 0 && last == Some(it) && other[at - 1] == *letter {
                cost = cost.min(rows[0][at - 1] + 1);
            }
            row.push(cost);
        }
        rows.swap(0, 1);
        rows[1] = row;
        last = Some(letter);
    }
    rows[1].last().copied().unwrap_or_default()
}

/// Whether two words are the same to a reader, however their marks are written.
fn is_same(one: &str, other: &str) -> bool {
    let (one, other) = (letters(one), letters(other));
    one.len() == other.len()
        && one.iter().zip(&other).all(|(one, other)| is_same_letter(one, other))
}

fn is_same_in_either_case(one: &str, other: &str) -> bool {
    is_same(&one.to_ascii_lowercase(), &other.to_ascii_lowercase())
}

/// Whether two letters look the same: the marks of one may be characters of their own, as in text
/// from a Mac. Which marks they are is not compared: the tables would cost more than they are worth.
fn is_same_letter(one: &str, other: &str) -> bool {
    let is_composed = |one: &str, other: &str| {
        !one.is_ascii() && one.chars().count() == 1 && other.chars().count() > 1
    };
    let are = |marks: &[char]| one.starts_with(marks) && other.starts_with(marks);
    one == other
        || are(&APOSTROPHES)
        || are(&HYPHENS)
        || is_composed(one, other)
        || is_composed(other, one)
}

/// The letters of a word, each with its marks.
fn letters(word: &str) -> Vec<&str> {
    let mut letters = Vec::new();
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        let marks = rest[first.len_utf8()..].trim_start_matches(extends);
        let letter;
        (letter, rest) = rest.split_at(rest.len() - marks.len());
        letters.push(letter);
    }
    letters
}

/// The words of a text, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_mark = |it: char| APOSTROPHES.contains(&it) || HYPHENS.contains(&it);
    let words = text.split(move |it: char| !is_word_char(it) && !is_mark(it));
    let words = words.map(move |it| it.trim_matches(is_mark)).filter(|it| !it.is_empty());
    words.map(move |it| (it.as_ptr() as usize - text.as_ptr() as usize, it))
}
