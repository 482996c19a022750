//! Names: the greeting against the form, a name that is nearly right, an address nobody reads.

use std::ops::Range;

use super::Reading;
use super::counts::is_of_a_word;
use crate::content::Field;
use crate::model::details::Details;

/// The shortest name of which a slip can be told from another name, in letters.
const SHORTEST: usize = 5;
/// The shortest name in which two slips are still the same name, in letters.
const LONG: usize = 8;

pub(super) fn read(reading: &mut Reading<'_>, details: &Details) {
    let recipient = details.get(Field::Recipient).trim();
    if is_unread(recipient, &reading.language.review.unread) {
        reading.find("no-reply", 0..0, None);
    }
    greeting(reading, recipient);
    for field in [Field::Company, Field::Recipient, Field::Sender] {
        slips(reading, details.get(field).trim());
    }
}

/// Whether an address has nobody behind it, such as `no-reply@example.org`.
pub(in crate::model) fn is_unread(address: &str, unread: &[String]) -> bool {
    let letters = address.bytes().filter(|it| !matches!(it, b'-' | b'_' | b'.' | b' '));
    let plain: Vec<u8> = letters.map(|it| it.to_ascii_lowercase()).collect();
    let has = |it: &String| plain.windows(it.len()).any(|window| window == it.as_bytes());
    unread.iter().any(has)
}

/// The name in the first line against the one in the form: they share a word, or it is another.
fn greeting(reading: &mut Reading<'_>, recipient: &str) {
    let text = reading.text;
    let line = text.split('\n').next().unwrap_or_default();
    let habits = &reading.language.habits;
    let greeting = habits
        .greetings
        .iter()
        .find(|it| line.get(..it.len()).is_some_and(|start| start.eq_ignore_ascii_case(it)));
    let Some(greeting) = greeting.filter(|_| !recipient.is_empty() && !recipient.contains('@'))
    else {
        return;
    };
    let name = line[greeting.len()..].trim_end_matches([',', ' ', ':', '.', '!', '\r']);
    let shares = words(name).any(|(_, one)| {
        words(recipient).any(|(_, other)| one.len() > 2 && one.eq_ignore_ascii_case(other))
    });
    let is_nameless = habits.nameless.iter().any(|it| name.eq_ignore_ascii_case(it));
    let is_blank = name.starts_with(['[', '{', '<']);
    if !name.is_empty() && !is_blank && !shares && !is_nameless {
        let start = greeting.len();
        let place = start..start + name.len();
        reading.find("name", place, Some(recipient.to_owned()));
    }
}

/// A name of the form that is spelled nearly so in the text.
fn slips(reading: &mut Reading<'_>, name: &str) {
    let text = reading.text;
    for (_, wanted) in words(name) {
        if wanted.chars().count() < SHORTEST || !wanted.starts_with(char::is_uppercase) {
            continue;
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        for (start, word) in words(text) {
            let belongs = words(name).any(|(_, it)| it == word);
            // "Acme's" is no slip, nor is a word of its own that begins small.
            let word = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s")).unwrap_or(word);
            if !belongs && word != wanted && is_nearly(word, wanted) {
                found.push(start..start + word.len());
            }
        }
        for place in found {
            // The greeting was compared as a whole.
            if reading.findings.iter().any(|it| it.place.end == place.end) {
                continue;
            }
            reading.find("name", place, Some(wanted.to_owned()));
        }
    }
}

/// Whether a word is a name with a slip in it. Small words of the language are not names.
fn is_nearly(word: &str, name: &str) -> bool {
    if word.eq_ignore_ascii_case(name) {
        return word.bytes().any(|it| it.is_ascii_lowercase()) || word.len() > name.len();
    }
    let capital = word.chars().next().is_some_and(|it| it.is_ascii_uppercase());
    let slips = if name.chars().count() < LONG { 1 } else { 2 };
    capital && word.chars().count() >= SHORTEST && distance(word, name) <= slips
}

/// How many letters must change, come, go, or trade places to make one word of the other.
fn distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut rows: [Vec<usize>; 2] = [Vec::new(), (0..=other.len()).collect()];
    let mut last = None;
    for (index, letter) in one.chars().enumerate() {
        let mut row = vec![index + 1];
        for (at, it) in other.iter().enumerate() {
            let mut cost = (rows[1][at] + usize::from(*it != letter))
                .min(rows[1][at + 1] + 1)
                .min(row[at] + 1);
            if at > 0 && last == Some(*it) && other[at - 1] == letter {
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

/// The words of a text, with where they begin.
fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_between = |it: char| !is_of_a_word(it) && !matches!(it, '\'' | '’' | '-');
    let words = text.split(is_between).filter(|it| !it.is_empty());
    words.map(move |it| (it.as_ptr() as usize - text.as_ptr() as usize, it))
}
