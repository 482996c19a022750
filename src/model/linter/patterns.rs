//! Pattern matching: turns of phrase that speak for a rule, looked for sentence by sentence.
//!
//! A pattern is a row of atoms with a space between them, which match words that follow each other:
//!
//! | Atom | Matches |
//! |---|---|
//! | `word` | this word |
//! | `wor*` | a word that begins so |
//! | `one\|two*` | one of several |
//! | `word?` | this word, or nothing |
//! | `..` | up to [`GAP`] words |
//! | `^` | the beginning of the sentence |
//!
//! Names match nothing, nor does what is quoted. A pattern that begins with `=` is enough by itself; the
//! others are weighed with all else in the sentence.

use std::ops::Range;

use super::classifier::feature;
use super::tokens::Word;
use crate::content::{LinterData, Text};

/// The most words that `..` leaves out.
const GAP: usize = 5;
/// What a pattern begins with that is enough by itself.
pub(super) const ENOUGH: char = '=';

/// Patterns, each for the one of several things that it speaks for, ready to be looked for.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::model) struct Patterns {
    all: Vec<Pattern>,
    /// The patterns that may begin with a whole word, by the hash of that word.
    by_word: Vec<Vec<usize>>,
    /// The patterns that may begin with the beginning of a word, by its first byte.
    by_start: Vec<Vec<usize>>,
}

#[derive(Debug, Clone, PartialEq)]
struct Pattern {
    /// The number of what it speaks for.
    thing: usize,
    /// As it stands in the language file.
    text: &'static str,
    is_first: bool,
    atoms: Vec<Atom>,
}

#[derive(Debug, Clone, PartialEq)]
enum Atom {
    Gap,
    /// One of these; or nothing, where the second is true.
    Word(Vec<&'static str>, bool),
}

/// How many buckets there are for each way in which a pattern may begin.
const BUCKETS: usize = 256;

fn bucket(word: &str) -> usize {
    feature("", word) as usize % BUCKETS
}

fn first_byte(word: &str) -> usize {
    word.bytes().next().map_or(0, usize::from)
}

impl Patterns {
    /// The patterns for each of several things.
    pub(in crate::model) fn new<'a>(
        things: impl Iterator<Item = &'a Vec<Text>>,
        data: &'static LinterData,
    ) -> Self {
        let none = vec![Vec::new(); BUCKETS];
        let mut patterns = Self { all: Vec::new(), by_word: none.clone(), by_start: none };
        for (thing, texts) in things.enumerate() {
            for text in texts {
                patterns.add(Pattern::read(text.as_str(), thing, data));
            }
        }
        patterns
    }

    fn add(&mut self, pattern: Pattern) {
        let index = self.all.len();
        // What may be left out may also be passed over at the beginning.
        for atom in &pattern.atoms {
            let Atom::Word(forms, is_optional) = atom else { break };
            for form in forms {
                let bucket = match form.strip_suffix('*') {
                    Some(start) => &mut self.by_start[first_byte(start)],
                    None => &mut self.by_word[bucket(form)],
                };
                if bucket.last() != Some(&index) {
                    bucket.push(index);
                }
            }
            if !is_optional {
                break;
            }
        }
        self.all.push(pattern);
    }

    /// Where patterns match words that are not taken.
    fn matches<'a>(
        &'a self,
        words: &'a [Word],
        taken: &'a [bool],
    ) -> impl Iterator<Item = (&'a Pattern, Range<usize>)> {
        words.iter().enumerate().flat_map(move |(start, word)| {
            let by_word = &self.by_word[bucket(&word.text)];
            let by_start = &self.by_start[first_byte(&word.text)];
            by_word.iter().chain(by_start).filter_map(move |index| {
                let pattern = &self.all[*index];
                let may_begin = start == 0 || !pattern.is_first;
                let end = may_begin.then(|| end(&pattern.atoms, words, start, taken)).flatten()?;
                Some((pattern, start..end))
            })
        })
    }

    /// Whether a pattern for this thing, by its number, matches where these words begin.
    pub(in crate::model) fn begins(&self, words: &[Word], thing: usize) -> bool {
        let taken = vec![false; words.len()];
        let patterns = self.all.iter().filter(|it| it.thing == thing);
        patterns.into_iter().any(|it| end(&it.atoms, words, 0, &taken).is_some())
    }

    /// Which words of a sentence these patterns match.
    pub(super) fn matched(&self, words: &[Word]) -> Vec<bool> {
        let none = vec![false; words.len()];
        let mut matched = none.clone();
        for (_, span) in self.matches(words, &none) {
            matched[span].fill(true);
        }
        matched
    }

    /// The patterns that match in a sentence: what each speaks for, by its number, and its text. Words
    /// that are neutral match nothing.
    pub(in crate::model) fn found(
        &self,
        words: &[Word],
        neutral: &[bool],
    ) -> Vec<(usize, &'static str)> {
        let is_neutral = |at: usize| neutral.get(at) == Some(&true);
        let taken = words.iter().enumerate().map(|(at, it)| it.is_name || is_neutral(at));
        let taken: Vec<_> = taken.collect();
        let mut found = Vec::new();
        for (pattern, _) in self.matches(words, &taken) {
            if !found.contains(&(pattern.thing, pattern.text)) {
                found.push((pattern.thing, pattern.text));
            }
        }
        found
    }
}

impl Pattern {
    fn read(text: &'static str, thing: usize, data: &'static LinterData) -> Self {
        let plain = text.strip_prefix(ENOUGH).unwrap_or(text);
        let first = plain.strip_prefix("^ ");
        let mut atoms = Vec::new();
        for atom in first.unwrap_or(plain).split(' ') {
            if atom == ".." {
                atoms.push(Atom::Gap);
                continue;
            }
            let (atom, is_optional) = match atom.strip_suffix('?') {
                Some(atom) if !atom.is_empty() => (atom, true),
                _ => (atom, false),
            };
            let forms: Vec<_> = atom.split('|').collect();
            if let [word] = forms[..] {
                // A contraction is several words here too.
                let words = data.spelled_out(word);
                atoms.extend(words.map(|it| Atom::Word(vec![it], is_optional)));
            } else {
                atoms.push(Atom::Word(forms, is_optional));
            }
        }
        Self { thing, text, is_first: first.is_some(), atoms }
    }
}

/// Where a match of these atoms ends that begins here, if there is one.
fn end(atoms: &[Atom], words: &[Word], at: usize, taken: &[bool]) -> Option<usize> {
    let Some((atom, rest)) = atoms.split_first() else { return Some(at) };
    match atom {
        Atom::Gap => {
            let last = words.len().min(at + GAP);
            (at..=last).find_map(|at| end(rest, words, at, taken))
        }
        Atom::Word(forms, is_optional) => {
            let here = words.get(at).filter(|_| !taken[at]);
            let matched = here.is_some_and(|word| forms.iter().any(|it| is(it, &word.text)));
            let with = matched.then(|| end(rest, words, at + 1, taken)).flatten();
            with.or_else(|| is_optional.then(|| end(rest, words, at, taken)).flatten())
        }
    }
}

fn is(form: &str, word: &str) -> bool {
    form.strip_suffix('*').map_or(form == word, |start| word.starts_with(start))
}
