//! The tone linter: reports what an experienced and kind colleague would point out before a letter goes.
//!
//! It never blocks and never scores. What it looks for stands in the language files.

mod bare;
mod classifier;
mod counts;
mod lines;
mod names;
mod page;
mod patterns;
mod placeholders;
mod repeats;
mod shouting;
mod spelling;
mod suggestion;
mod tokens;
pub mod training;

use std::ops::Range;

use super::details::Details;
use crate::content::{Language, Rule, Severity};
use classifier::PATTERN;
pub(crate) use counts::REFERRAL;
pub use counts::{LengthVerdict, general_fields, question_count, word_count};
pub(super) use lines::{Line, ends};
pub(super) use names::{is_unread, unmarked};
use patterns::ENOUGH;
pub(super) use patterns::Patterns;
use tokens::Sentence;

/// A finding: something that the tone linter points out.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The rule that reports it.
    pub rule: &'static Rule,
    /// The span in the text, in bytes; empty when it is about the whole letter.
    pub span: Range<usize>,
    /// The text to put in its place, where that can be known; an empty one takes the words out.
    pub suggestion: Option<String>,
}

/// The verdict of the tone linter on a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// Nothing would be held against the writer.
    Gracious,
    /// Something is worth another look.
    Nearly,
    /// Something would hurt the writer.
    SleepOnIt,
}

impl Verdict {
    /// The verdict on what was found.
    #[must_use]
    pub fn of(findings: &[Finding]) -> Self {
        let has = |severity| findings.iter().any(|it| it.rule.severity == severity);
        if has(Severity::Stop) {
            Self::SleepOnIt
        } else if has(Severity::Consider) {
            Self::Nearly
        } else {
            Self::Gracious
        }
    }
}

/// The tone linter of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Linter {
    language: &'static Language,
    patterns: Patterns,
    guards: Patterns,
}

impl Linter {
    /// The linter with the rules of this language.
    #[must_use]
    pub fn new(language: &'static Language) -> Self {
        let data = &language.linter;
        Self {
            language,
            patterns: Patterns::new(data.rules.iter().map(|it| &it.patterns), data),
            guards: Patterns::new([&data.neutral].into_iter(), data),
        }
    }

    /// Lints a text, with what the form says of the recipient: the findings in the order of the text.
    #[must_use]
    pub fn read(&self, text: &str, details: &Details) -> Vec<Finding> {
        let unmarked = names::unmarked(text, details, self.language);
        let written = text;
        let text = &lines::own(&unmarked, &self.language.linter);
        let letter = &text[..lines::signature(text)];
        let ends = lines::ends(text, self.language);
        let within = ends.iter().position(|it| *it >= letter.len()).unwrap_or(ends.len());
        let sentences = tokens::sentences(letter, &ends[..within], &self.language.linter);
        let mut reading =
            Lint { text, written, language: self.language, ends, findings: Vec::new() };
        self.tone(&mut reading, &sentences);
        placeholders::read(&mut reading, details, &sentences);
        shouting::read(&mut reading, details, &sentences);
        repeats::read(&mut reading, details, &sentences);
        names::read(&mut reading, details);
        counts::read(&mut reading, letter, details);
        reading.findings
    }

    /// How each sentence would be taken.
    fn tone(&self, reading: &mut Lint<'_>, sentences: &[Sentence]) {
        let data = &self.language.linter;
        // In how many sentences each rule was met so far.
        let mut met = vec![0_u8; data.rules.len()];
        for sentence in sentences {
            let (patterns, features) = self.weighed(sentence);
            let is_enough = |pattern: &str| pattern.starts_with(ENOUGH);
            let is_flagged = patterns.iter().any(|(_, pattern)| is_enough(pattern))
                || classifier::is_flagged(&features, data);
            let mut found = None;
            for (index, pattern) in patterns {
                let rule = &data.rules[index];
                // The pattern that is enough says best why the sentence is flagged, then the one of most weight.
                let says = (
                    is_enough(pattern),
                    classifier::weigh(&[classifier::feature(PATTERN, pattern)], data),
                );
                if rule.from > 1 {
                    met[index] += 1;
                    if met[index] == rule.from {
                        found = found.or(Some((rule.id.as_str(), says)));
                    }
                } else if is_flagged && found.is_none_or(|(_, most)| says > most) {
                    found = Some((&rule.id, says));
                }
            }
            let found = found.map(|it| it.0).or(is_flagged.then_some(&data.unnamed));
            if let (Some(rule), [first, .., last]) = (found, &sentence.words[..]) {
                reading.report_needless(rule, first.span.start..last.span.end);
            }
        }
    }

    /// The patterns in a sentence, each with the number of its rule, and all that weighs in it.
    fn weighed(&self, Sentence { words }: &Sentence) -> (Vec<(usize, &'static str)>, Vec<u16>) {
        let data = &self.language.linter;
        let neutral = self.guards.matched(words);
        let patterns = self.patterns.found(words, &neutral);
        let single = patterns.iter().filter(|(rule, _)| data.rules[*rule].from == 1);
        let named = single.map(|(rule, pattern)| (data.rules[*rule].id.as_str(), *pattern));
        let features = classifier::features(words, &neutral, &named.collect::<Vec<_>>(), data);
        (patterns, features)
    }
}

/// A run of the linter: the text, and the findings so far.
struct Lint<'a> {
    /// The text as it is read: what others wrote is left out of it.
    text: &'a str,
    /// The text as it was written.
    written: &'a str,
    language: &'static Language,
    /// The line breaks at which more than a line ends.
    ends: Vec<usize>,
    findings: Vec<Finding>,
}

impl Lint<'_> {
    /// Points something out, unless the language has no such rule.
    fn find(&mut self, id: &str, span: Range<usize>, suggestion: Option<String>) {
        let rule = self.language.linter.rules.iter().find(|it| it.id == id);
        let Some(rule) = rule else { return };
        // In its span at once: to sort them all would be 1 kB of program.
        let before = self.findings.iter().filter(|it| it.span.start <= span.start).count();
        self.findings.insert(before, Finding { rule, span, suggestion });
    }

    /// Whether a sentence begins at this offset.
    fn begins(&self, at: usize) -> bool {
        let is_before = |it: char| it.is_whitespace() && it != '\n' || "\"“(>-–•*·".contains(it);
        let before = self.text[..at].trim_end_matches(is_before);
        let short = before.strip_suffix('.').and_then(|it| it.rsplit([' ', '\n', '.']).next());
        let is_short =
            short.is_some_and(|it| self.language.linter.is_abbreviation(&it.to_ascii_lowercase()));
        before.is_empty()
            || before.ends_with(['.', '!', '?', '…', ':']) && !is_short
            || before.ends_with('\n') && self.ends.contains(&(before.len() - 1))
    }

    /// Points out a sentence that is better left out, with the space that would be left over.
    fn report_needless(&mut self, id: &str, span: Range<usize>) {
        let span = suggestion::with_gap(self.written, span);
        self.find(id, span, Some(String::new()));
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str, language: &Language) -> Vec<Sentence> {
    tokens::sentences(text, &lines::ends(text, language), &language.linter)
}

/// A span in UTF-16 code units, as JavaScript counts them.
#[must_use]
pub fn utf16(text: &str, span: &Range<usize>) -> Range<usize> {
    let count = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let start = count(&text[..span.start]);
    start..start + count(&text[span.clone()])
}
