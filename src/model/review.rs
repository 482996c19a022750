//! The second reader: what an experienced and kind colleague would point out before a letter goes.
//!
//! It never blocks and never scores. What it looks for stands in the language files.

mod counts;
mod cues;
mod marks;
mod names;
mod sense;
mod words;

use std::ops::Range;

use super::details::Details;
use crate::content::{Check, Language, Severity};
pub(super) use counts::is_of_a_word;
pub use counts::{Band, general_fields, question_count, word_count};
pub(super) use cues::Cues;
use cues::ENOUGH;
pub(super) use names::is_unread;
pub use sense::{NOTHING, WEIGHTS};
use words::Sentence;
pub(super) use words::sentences;

/// Something that the second reader points out.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What it is.
    pub check: &'static Check,
    /// Where it stands in the text, in bytes; empty when it is about the whole.
    pub place: Range<usize>,
    /// What to put there instead, where that can be known; nothing takes the words out.
    pub fix: Option<String>,
}

/// What the second reader makes of a letter.
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
        let has = |severity| findings.iter().any(|it| it.check.severity == severity);
        if has(Severity::Stop) {
            Self::SleepOnIt
        } else if has(Severity::Consider) {
            Self::Nearly
        } else {
            Self::Gracious
        }
    }
}

/// The second reader of one language.
#[derive(Debug, Clone, PartialEq)]
pub struct Reader {
    language: &'static Language,
    cues: Cues,
    guards: Cues,
}

impl Reader {
    /// A reader who knows this language.
    #[must_use]
    pub fn new(language: &'static Language) -> Self {
        let review = &language.review;
        Self {
            language,
            cues: Cues::new(review.checks.iter().map(|it| &it.cues), review),
            guards: Cues::new([&review.innocent].into_iter(), review),
        }
    }

    /// Reads a text to somebody, with what the form says of them, and says what could be better, in
    /// the order of the text.
    #[must_use]
    pub fn read(&self, text: &str, details: &Details) -> Vec<Finding> {
        let mut reading = Reading { text, language: self.language, findings: Vec::new() };
        let sentences = words::sentences(text, &self.language.review);
        self.tone(&mut reading, &sentences);
        marks::read(&mut reading, details, &sentences);
        names::read(&mut reading, details);
        counts::read(&mut reading, details);
        let mut findings = reading.findings;
        findings.sort_by_key(|it| it.place.start);
        findings
    }

    /// How each sentence would be taken.
    fn tone(&self, reading: &mut Reading<'_>, sentences: &[Sentence]) {
        let review = &self.language.review;
        let checks = &review.checks;
        // In how many sentences each check was met so far.
        let mut met = vec![0_u8; checks.len()];
        for Sentence { words } in sentences {
            let innocent = self.guards.matched(words);
            let weights = self.cues.weigh(words, &innocent);
            let single = weights.iter().filter(|(check, _)| checks[*check].from == 1);
            let total = single.fold(0_u8, |sum, (_, weight)| sum.saturating_add(*weight));
            let features = sense::features(words, &innocent, review);
            let hurts = total >= ENOUGH || sense::sense(&features, review) > 0;
            let mut most: Option<(&str, u8)> = hurts.then_some((&review.unnamed, 0));
            for (index, weight) in weights {
                let check = &checks[index];
                met[index] = met[index].saturating_add(1);
                let is_enough = if check.from > 1 { met[index] == check.from } else { hurts };
                if is_enough && most.is_none_or(|(_, before)| weight > before) {
                    most = Some((&check.id, weight));
                }
            }
            if let Some((check, _)) = most {
                let start = words.first().map_or(0, |it| it.place.start);
                reading.find_needless(check, start..words.last().map_or(start, |it| it.place.end));
            }
        }
    }

    /// What the reader's sense of tone weighs in a text, sentence by sentence: the features of each,
    /// by the numbers of their weights, of which there are [`WEIGHTS`].
    #[must_use]
    pub fn features(&self, text: &str) -> Vec<Vec<u16>> {
        let review = &self.language.review;
        let sentences = words::sentences(text, review);
        let features = sentences
            .iter()
            .map(|it| sense::features(&it.words, &self.guards.matched(&it.words), review));
        features.collect()
    }
}

/// A text as it is read, and what was found so far.
struct Reading<'a> {
    text: &'a str,
    language: &'static Language,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    /// Points something out, unless the language has no such check.
    fn find(&mut self, id: &str, place: Range<usize>, fix: Option<String>) {
        let check = self.language.review.checks.iter().find(|it| it.id == id);
        self.findings.extend(check.map(|check| Finding { check, place, fix }));
    }

    /// Points out a sentence that is better left out, with the space behind it.
    fn find_needless(&mut self, id: &str, mut place: Range<usize>) {
        if self.text[place.end..].starts_with(' ') {
            place.end += 1;
        }
        self.find(id, place, Some(String::new()));
    }
}

/// A place in a text in UTF-16 units, as JavaScript counts them.
#[must_use]
pub fn utf16(text: &str, place: &Range<usize>) -> Range<usize> {
    let count = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let start = count(&text[..place.start]);
    start..start + count(&text[place.clone()])
}
