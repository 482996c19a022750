//! Rules about names: the greeting against the form, a misspelled name, a no-reply address.

use std::ops::Range;

use super::Lint;
use super::lines::{is_pause, without_start};
use super::spelling::{
    distance, halves, is_loud, is_same, is_same_in_either_case, is_same_letter, letters, owner,
    words,
};
use crate::content::{Field, Habits, LinterData, Text};
use crate::model::details::Details;
use crate::model::slots::named;
use crate::model::text::{HasText, ISOLATE, is_lowercase, is_uppercase, is_word_char};

/// The shortest name of which a slip can be told from another name, in letters.
const SHORTEST: usize = 5;
/// One letter less, where two letters trade places.
const SHORTEST_SWAPPED: usize = 4;
/// The shortest name of which a slip can be told from a word that begins a sentence, in letters.
const SHORTEST_FIRST: usize = 6;
/// The shortest name in which two slips are still the same name, in letters.
const LONG: usize = 8;
/// The most words of a greeting that are a name.
const NAME_WORDS: usize = 6;
/// How many letters a short form of a name leaves out at least: one less is another name, as Daniel is
/// none for Daniela.
const SHORTENED: usize = 2;
/// How many letters from within a name are one that it goes by: Drew for Andrew.
const WITHIN: usize = 4;
/// The most letters of initials.
const INITIALS: usize = 3;
/// The fields that name somebody or something.
const NAMES: [Field; 4] = [Field::Company, Field::Role, Field::Recipient, Field::Sender];

pub(super) fn read(reading: &mut Lint<'_>, details: &Details) {
    if is_unread(details.get(Field::Recipient), &reading.data.unread) {
        reading.find("no-reply", 0..0, None);
    }
    if let Some(recipient) = named(Field::Recipient, details, &reading.data.habits) {
        greeting(reading, &recipient, details.get(Field::Company));
    }
    for field in [Field::Company, Field::Recipient, Field::Sender] {
        slips(reading, field, details);
    }
}

/// A text in which the marks of names end no sentence and ask nothing: `Yahoo!`, `Guess?`. It is as
/// long as it was.
pub(in crate::model) fn unmarked(text: &str, details: &Details, habits: &Habits) -> String {
    let marks = ['!', '?'];
    let names = NAMES.into_iter().filter_map(|field| named(field, details, habits));
    names
        .filter(|name| name.contains(marks))
        .fold(text.to_owned(), |text, name| text.replace(&name, &name.replace(marks, "'")))
}

/// Whether a word is one of those in the form, or a half of one.
pub(super) fn is_known(word: &str, details: &Details) -> bool {
    let is_one = |word: &str| {
        Field::TEXTS.into_iter().flat_map(|field| words(details.get(field))).any(|(_, it)| {
            is_same(it, word) || halves(it).any(|it| is_same(it, word)) || is_same(owner(it), word)
        })
    };
    is_one(word) || halves(word).all(is_one)
}

/// Whether an address has nobody behind it, such as `no-reply@example.org`.
pub(in crate::model) fn is_unread(address: &str, unread: &[Text]) -> bool {
    let letters = address.bytes().filter(|it| !matches!(it, b'-' | b'_' | b'.' | b' '));
    let plain: Vec<u8> = letters.map(|it| it.to_ascii_lowercase()).collect();
    let has = |it: &Text| plain.windows(it.len()).any(|window| window == it.as_bytes());
    unread.iter().any(has)
}

/// The name in the greeting against the one in the form: they share a word, or it is another.
fn greeting(reading: &mut Lint<'_>, recipient: &str, company: &str) {
    let text = reading.text;
    let paragraph = &text[..reading.ends.first().copied().unwrap_or(text.len())];
    let data = reading.data;
    let greetings = &data.habits.greetings;
    let Some(rest) = greetings.iter().find_map(|it| without_start(paragraph, it)) else {
        return addressee(reading, recipient, company);
    };
    let name =
        rest.split(|it| is_pause(it) || matches!(it, '!' | '–' | '—')).next().unwrap_or_default();
    let name = name.split(" -").next().unwrap_or_default();
    let name = name.trim_end_matches([' ', '.', '\r', '\t']).trim_matches(ISOLATE);
    let nameless = &data.habits.nameless;
    let is_nameless = nameless.iter().filter_map(|it| without_start(name, it));
    let is_nameless = is_nameless.into_iter().any(|rest| !rest.starts_with(is_word_char))
        || words(name).any(|it| data.groups.has(&it.1.to_ascii_lowercase()));
    let is_name = !name.is_empty() && words(name).count() <= NAME_WORDS;
    let is_blank = name.starts_with(['[', '{', '<', '(', '*', '%', '#', '$', '_', '…', '.']);
    let is_right = is_nameless
        || name.contains(recipient)
        || is_same_in_either_case(name, recipient)
        || shares_word(name, company)
        || is_for(name, recipient, data);
    if is_name && !is_blank && !is_right {
        let start = paragraph.len() - rest.len();
        reading.find("name", start..start + name.len(), Some(recipient.to_owned()));
    }
}

/// Characters of Japanese names that are written in two ways, each before the usual one.
const VARIANTS: &str = "髙高﨑崎齋斎齊斎斉斎邊辺邉辺濱浜澤沢櫻桜廣広國国眞真";

/// The name with an honor behind it on the first line, which is the greeting in Japanese, against the one in
/// the form.
fn addressee(reading: &mut Lint<'_>, recipient: &str, company: &str) {
    let data = reading.data;
    let line = reading.text.lines().next().unwrap_or_default().trim_end();
    let habits = &data.habits;
    // Elsewhere an honor is behind a title, too: "السيد المدير المحترم".
    if data.length_unit.has_spaces() {
        return;
    }
    let Some(line) = habits.after_name.iter().find_map(|it| line.strip_suffix(it.as_str())) else {
        return;
    };
    let name = line.rsplit([' ', '\u{3000}']).next().unwrap_or_default();
    let usual = |text: &str| -> String {
        let usual = |it| {
            let at = VARIANTS.chars().position(|other| other == it);
            at.and_then(|at| VARIANTS.chars().nth(at | 1)).unwrap_or(it)
        };
        text.chars().filter(|it| !it.is_whitespace()).map(usual).collect()
    };
    let (said, wanted) = (usual(name), usual(recipient));
    let is_latin = |it: &str| it.bytes().any(|it| it.is_ascii_alphabetic());
    let is_right = said.is_empty()
        || said.contains(&wanted)
        || wanted.contains(&said)
        || company.contains(name)
        || is_latin(&said) != is_latin(&wanted)
        || habits.nameless.iter().any(|it| it.contains(&said))
        || habits.teams.iter().chain(&habits.titles).any(|it| said.contains(it.as_str()));
    if !is_right {
        let start = line.len() - name.len();
        reading.find("name", start..line.len(), Some(recipient.to_owned()));
    }
}

fn shares_word(name: &str, other: &str) -> bool {
    words(name).any(|(_, one)| words(other).any(|(_, it)| is_same(one, it)))
}

/// Whether a greeting is for this recipient, by some word of the name, a short form or a slip of it, or
/// in another script.
fn is_for(name: &str, recipient: &str, data: &LinterData) -> bool {
    let titles = &data.habits.titles;
    let is_title =
        |word: &str| titles.iter().any(|it| it.trim_end_matches('.').eq_ignore_ascii_case(word));
    let is_small = |word: &str| word.starts_with(|it: char| it.is_ascii_lowercase());
    // "de", "van" and "bin" are in many names.
    let counts = |word: &str| !is_title(word) && (!is_small(word) || is_small(recipient));
    let given = || words(recipient).flat_map(|it| halves(it.1)).filter(|it| counts(it));
    let said = || words(name).flat_map(|it| halves(it.1)).filter(|it| counts(it));
    let is_latin = |word: &str| word.chars().any(|it| it < '\u{370}');
    if given().any(is_latin) != said().any(is_latin) {
        return true;
    }
    let initials: String = given().filter_map(|it| it.chars().next()).collect();
    said().any(|one| {
        let is_initials = one.len() <= INITIALS
            && !one.bytes().any(|it| it.is_ascii_lowercase())
            && initials.to_ascii_uppercase().contains(one);
        is_initials
            || given().any(|other| {
                is_same_in_either_case(one, other)
                    || is_nearly(one, other) && !is_other_ending(one, other)
                    || is_nickname(one, other, data)
                    || is_nickname(other, one, data)
            })
    })
}

/// Whether one goes by this name who is called so in full: Rob, Robbie or Bob for Robert.
fn is_nickname(short: &str, full: &str, data: &LinterData) -> bool {
    let [short, full] = [short, full].map(str::to_ascii_lowercase);
    let listed = data.nicknames.get(&full);
    if listed.is_some_and(|it| it.has(&short)) || !short.is_ascii() {
        return listed.is_some_and(|it| it.has(&short));
    }
    let stem = short.strip_suffix("ie").or_else(|| short.strip_suffix(['y', 'i', 'e']));
    let stem = stem.unwrap_or(&short);
    let mut ends = stem.bytes().rev();
    let is_doubled = ends.next().is_some_and(|it| ends.next() == Some(it));
    let stem = if is_doubled { &stem[..stem.len() - 1] } else { stem };
    let is_part = |part: &str| {
        full.starts_with(part) && part.len() > 1 || full.contains(part) && part.len() >= WITHIN
    };
    stem.len() + SHORTENED <= full.len() && (is_part(stem) || is_part(&short))
}

/// A name of the form that is spelled nearly so in the text.
fn slips(reading: &mut Lint<'_>, field: Field, details: &Details) {
    let (text, name) = (reading.text, details.get(field));
    let (count, last) = (words(name).count(), words(name).last());
    for wanted in words(name) {
        let is_first_name = field != Field::Company && (count == 1 || Some(wanted) != last);
        let wanted = owner(wanted.1);
        if letters(wanted).len() < SHORTEST_SWAPPED || wanted.starts_with(is_lowercase) {
            continue;
        }
        let mut found: Vec<Range<usize>> = Vec::new();
        for (start, word) in words(text) {
            // "Acme's" is no slip, nor is a word of its own that begins small.
            let word = owner(word);
            if !is_nearly(word, wanted) || is_known(word, details) {
                continue;
            }
            let is_another = is_first_name && is_other_ending(word, wanted)
                || is_plural(word, wanted)
                || is_inflected(word, wanted, reading.data)
                || is_ordinary(word, wanted, reading.begins(start), reading.data)
                || text[start + word.len()..].starts_with('@');
            if !is_another {
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

/// Whether a word is the plural of a name: "the Riveras".
fn is_plural(word: &str, name: &str) -> bool {
    let stem = word.strip_suffix("es").filter(|it| is_same(it, name));
    stem.or_else(|| word.strip_suffix('s')).is_some_and(|it| is_same(it, name))
}

/// Whether a word of a name has another ending, as adjectives have: "bei der Deutschen Bahn".
fn is_inflected(word: &str, name: &str, data: &LinterData) -> bool {
    word.strip_prefix(name).is_some_and(|ending| data.inflections.has(ending))
}

/// Whether a word is no name: a day, or one of the language's own that begins a sentence.
fn is_ordinary(word: &str, name: &str, begins: bool, data: &LinterData) -> bool {
    let small = word.to_ascii_lowercase();
    if data.capitalized.has(&small) {
        return true;
    }
    let (letters, name) = (letters(word), letters(name));
    let others = letters.iter().zip(&name).filter(|(one, other)| !is_same_letter(one, other));
    let is_other = letters.len() == name.len() && others.count() == 1 && name.len() < LONG;
    begins
        && (is_other
            || name.len() < SHORTEST_FIRST
            || !is_same_letter(letters[0], name[0])
            || is_other_ending(word, &name.concat())
            || data.is_ordinary(&small))
}

/// Whether a word is a name with a slip in it. Small words of the language are not names.
fn is_nearly(word: &str, name: &str) -> bool {
    if word.starts_with(is_lowercase) {
        return false;
    }
    if word.eq_ignore_ascii_case(name) {
        return word != name && !is_loud(word) && !is_loud(name);
    }
    let begins = |is_name: fn(char) -> bool| word.starts_with(is_name) && name.starts_with(is_name);
    let is_distinct = begins(is_uppercase) || begins(|it| matches!(it, 'ァ'..='ヿ'));
    let (word, name) = (letters(word), letters(name));
    // To compare all words of a long text letter by letter would take too long.
    if word.len().abs_diff(name.len()) > SHORTENED {
        return false;
    }
    // Where no capital begins a name, and words have other beginnings, only two letters that have traded
    // places make sure.
    if name.len() < SHORTEST || !is_distinct {
        return word.len() == name.len() && is_swapped(&word, &name);
    }
    let slips = if name.len() < LONG { 1 } else { 2 };
    let distance = distance(&word, &name);
    word.len() >= SHORTEST && distance > 0 && distance <= slips
}

/// Whether two neighbors have traded places, and nothing else is different.
fn is_swapped(word: &[&str], name: &[&str]) -> bool {
    let others: Vec<_> = (0..name.len()).filter(|it| word[*it] != name[*it]).collect();
    let [first, second] = others[..] else { return false };
    first + 1 == second && word[first] == name[second] && word[second] == name[first]
}
