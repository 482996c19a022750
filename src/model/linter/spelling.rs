//! Spelling of names: what two writers may write differently and mean the same, and what is a slip.

use crate::model::text::{extends, is_word_char};

pub(super) const APOSTROPHES: [char; 5] = ['\'', '’', '‘', 'ʼ', '`'];
const HYPHENS: [char; 3] = ['-', '\u{2010}', '\u{2011}'];
/// Letters without their marks, from U+00C0 to U+017F; a space where there is none.
const BASES: &str = concat!(
    "AAAAAA CEEEEIIIIDNOOOOO OUUUUY  aaaaaa ceeeeiiiidnooooo ouuuuy y",
    "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIi  JjKk LlLlLlL",
    "lLlNnNnNn   OoOoOo  RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs",
);
/// Letters that are written as two where a keyboard has them not.
const PAIRS: [(char, &str); 12] = [
    ('Ä', "Ae"),
    ('ä', "ae"),
    ('Ö', "Oe"),
    ('ö', "oe"),
    ('Ü', "Ue"),
    ('ü', "ue"),
    ('Ø', "Oe"),
    ('ø', "oe"),
    ('Æ', "Ae"),
    ('æ', "ae"),
    ('Å', "Aa"),
    ('å', "aa"),
];

/// The words of a text, with where they begin. A hyphen or an apostrophe is within a word; in Japanese what
/// stands between names is in hiragana.
pub(super) fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_mark = |it: char| APOSTROPHES.contains(&it) || HYPHENS.contains(&it);
    let is_between = |it: char| matches!(it, 'ぁ'..='ゟ');
    let words = text.split(move |it: char| is_between(it) || !is_word_char(it) && !is_mark(it));
    let words = words.map(move |it| it.trim_matches(is_mark)).filter(|it| !it.is_empty());
    words.map(move |it| (it.as_ptr() as usize - text.as_ptr() as usize, it))
}

/// The words that a word with hyphens is made of.
pub(super) fn halves(word: &str) -> impl Iterator<Item = &str> {
    word.split(HYPHENS).filter(|it| !it.is_empty())
}

/// A word without the ending of a possessive: "Acme" of "Acme's", and "Siemens" of "Siemens'".
pub(super) fn owner(word: &str) -> &str {
    let stem = word.strip_suffix(['s', 'S']).filter(|it| it.ends_with(APOSTROPHES));
    stem.unwrap_or(word).trim_end_matches(APOSTROPHES)
}

/// Whether all letters of a word are capitals.
pub(super) fn is_loud(word: &str) -> bool {
    word.len() > 1 && !word.chars().any(|it| it.is_ascii_lowercase() || !it.is_ascii() && it >= 'ß')
}

/// Whether two words are the same to a reader: however their marks are written, and whether or not a
/// keyboard has them.
pub(super) fn is_same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() && one.len() != other.len() {
        return false;
    }
    let are = |one: &str, other: &str| {
        let (one, other) = (letters(one), letters(other));
        one.len() == other.len()
            && one.iter().zip(&other).all(|(one, other)| is_same_letter(one, other))
    };
    are(one, other) || are(&paired(one), &paired(other))
}

pub(super) fn is_same_in_either_case(one: &str, other: &str) -> bool {
    let are = |one: &str, other: &str| is_same(&small(one), &small(other));
    are(one, other) || are(&paired(one), &paired(other))
}

/// A word in lower case, without marks where these are in the table.
fn small(word: &str) -> String {
    let mut small = String::new();
    for letter in letters(word) {
        small.push(base(letter).to_ascii_lowercase());
        small.extend(letter.chars().skip(1));
    }
    small
}

/// A word with two letters for one: "Mueller" for "Müller".
fn paired(word: &str) -> String {
    let mut paired = String::new();
    for letter in letters(word) {
        let composed = match letter.split_once('\u{308}') {
            Some(("a", "")) => "ä",
            Some(("o", "")) => "ö",
            Some(("u", "")) => "ü",
            _ => letter,
        };
        let pair = PAIRS.iter().find(|(it, _)| composed.starts_with(*it));
        paired.push_str(pair.map_or(if letter == "ß" { "ss" } else { letter }, |it| it.1));
    }
    paired
}

/// How many letters must change, come, go, or trade places to make one word of the other.
pub(super) fn distance(one: &[&str], other: &[&str]) -> usize {
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

/// Whether two letters look the same. A mark may be part of its letter or a character of its own, as in
/// text from a Mac, and it may be missing.
pub(super) fn is_same_letter(one: &str, other: &str) -> bool {
    let (first, second) = (base(one), base(other));
    let are = |marks: &[char]| marks.contains(&first) && marks.contains(&second);
    // Beyond the table it is not known which letter and which marks are in one: those of Vietnamese may be
    // any, and others are the same as a letter with marks of its own.
    let is_any = |first: char, other: char| {
        matches!(first, '\u{1e00}'..='\u{1eff}') && other.is_ascii_alphabetic()
    };
    let is_one = |letter: &str| letter.chars().nth(1).is_none();
    let is_composed =
        |one: &str, first: char, other: &str| first >= '\u{180}' && is_one(one) && !is_one(other);
    one == other
        || first == second
        || are(&APOSTROPHES)
        || are(&HYPHENS)
        || is_any(first, second)
        || is_any(second, first)
        || is_composed(one, first, other)
        || is_composed(other, second, one)
}

/// The first character of a letter, without its marks.
fn base(letter: &str) -> char {
    let first = letter.chars().next().unwrap_or_default();
    let place = (first as usize).checked_sub(0xc0);
    let base = place.and_then(|it| BASES.as_bytes().get(it)).filter(|it| **it != b' ');
    base.map_or(first, |it| char::from(*it))
}

/// The letters of a word, each with its marks.
pub(super) fn letters(word: &str) -> Vec<&str> {
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
