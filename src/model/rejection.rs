//! Their rejection: what it seems to say, as a suggestion for the form. It is read here and kept
//! nowhere.

use super::review::{Cues, is_of_a_word, is_unread, sentences};
use crate::content::{Language, Situation};

/// The longest name below a message, in words.
const NAME_WORDS: usize = 4;
/// The longest line that may take leave, in words.
const LEAVE_WORDS: usize = 5;

/// What a rejection seems to say.
#[derive(Debug, Clone, PartialEq)]
pub struct Hints {
    /// How it ended.
    pub situation: Option<&'static Situation>,
    /// Who signed it.
    pub name: Option<String>,
    /// Whether it came from an address that nobody reads.
    pub is_unread: bool,
}

/// Reads what they wrote.
#[must_use]
pub fn hints(text: &str, language: &'static Language) -> Hints {
    Hints {
        situation: situation(text, language),
        name: name(text, language),
        is_unread: text
            .split_whitespace()
            .any(|it| it.contains('@') && is_unread(it, &language.review.unread)),
    }
}

/// The situation for which most speaks; of two, the one that comes first in the language. The first
/// of all is what is left when nothing more is said.
fn situation(text: &str, language: &'static Language) -> Option<&'static Situation> {
    let situations = &language.situations;
    let cues = Cues::new(situations.iter().map(|it| &it.cues), &language.review);
    let mut counts = vec![0; situations.len()];
    for sentence in sentences(text, language) {
        for (index, _) in cues.found(&sentence.words, &[]) {
            counts[index] += 1;
        }
    }
    let (plain, special) = counts.split_first()?;
    let most = special.iter().max().filter(|it| **it > 0);
    let index = most.and_then(|most| special.iter().position(|it| it == most)).map(|it| it + 1);
    situations.get(index.or_else(|| (*plain > 0).then_some(0))?)
}

/// The name on the line after the one that takes leave.
fn name(text: &str, language: &Language) -> Option<String> {
    let mut lines = text.lines().map(str::trim).filter(|it| !it.is_empty());
    let takes_leave = |line: &str| {
        let small = line.to_ascii_lowercase();
        let leaves = &language.habits.leaves;
        line.split_whitespace().count() <= LEAVE_WORDS
            && leaves.iter().any(|it| small.starts_with(it.as_str()))
    };
    lines.find(|line| takes_leave(line))?;
    let line = lines.next()?;
    // "Dana Rivera, Head of Talent" and "Dana Rivera | Acme".
    let name = line.split([',', '|', '(', '–']).next().unwrap_or_default().trim();
    let words = name.split(' ').count();
    let is_name = name.starts_with(|it: char| !it.is_ascii_lowercase() && is_of_a_word(it))
        && !name.contains(|it: char| it.is_ascii_digit() || matches!(it, '@' | '/' | ':'))
        && words <= NAME_WORDS;
    is_name.then(|| name.to_owned())
}
