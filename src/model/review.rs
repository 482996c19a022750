//! The second reader: what an experienced and kind colleague would point out before a letter goes.
//!
//! It never blocks and never scores. What it looks for stands in the language files.

mod counts;
mod cues;
mod fix;
mod lines;
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
pub(super) use fix::fixed;
pub(super) use lines::{Line, ends};
pub(super) use names::{is_unread, unmarked};
use sense::CUE;
pub use sense::{FINE, NOTHING, TYPICAL, WEIGHTS};
use words::Sentence;

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
        let text = &names::unmarked(text, details, self.language);
        let ends = lines::ends(text, self.language);
        let sentences = words::sentences(text, &ends, &self.language.review);
        let mut reading = Reading { text, language: self.language, ends, findings: Vec::new() };
        self.tone(&mut reading, &sentences);
        marks::read(&mut reading, details, &sentences);
        names::read(&mut reading, details);
        counts::read(&mut reading, details);
        reading.findings
    }

    /// How each sentence would be taken.
    fn tone(&self, reading: &mut Reading<'_>, sentences: &[Sentence]) {
        let review = &self.language.review;
        // In how many sentences each check was met so far.
        let mut met = vec![0_u8; review.checks.len()];
        for sentence in sentences {
            let (cues, features) = self.weighed(sentence);
            let is_enough = |cue: &str| cue.starts_with(ENOUGH);
            let hurts =
                cues.iter().any(|(_, cue)| is_enough(cue)) || sense::hurts(&features, review);
            let mut found = None;
            for (index, cue) in cues {
                let check = &review.checks[index];
                // The cue that is enough says best in what way it hurts, then the one of most weight.
                let says = (is_enough(cue), sense::weigh(&[sense::feature(CUE, cue)], review));
                if check.from > 1 {
                    met[index] += 1;
                    if met[index] == check.from {
                        found = found.or(Some((check.id.as_str(), says)));
                    }
                } else if hurts && found.is_none_or(|(_, most)| says > most) {
                    found = Some((&check.id, says));
                }
            }
            let found = found.map(|it| it.0).or(hurts.then_some(&review.unnamed));
            if let (Some(check), [first, .., last]) = (found, &sentence.words[..]) {
                reading.find_needless(check, first.place.start..last.place.end);
            }
        }
    }

    /// The cues in a sentence, each with the number of its check, and all that weighs in it.
    fn weighed(&self, Sentence { words }: &Sentence) -> (Vec<(usize, &'static str)>, Vec<u16>) {
        let review = &self.language.review;
        let innocent = self.guards.matched(words);
        let cues = self.cues.found(words, &innocent);
        let single = cues.iter().filter(|(check, _)| review.checks[*check].from == 1);
        let named = single.map(|(check, cue)| (review.checks[*check].id.as_str(), *cue));
        let features = sense::features(words, &innocent, &named.collect::<Vec<_>>(), review);
        (cues, features)
    }

    /// What weighs in each sentence of a text, by the numbers of the weights, of which there are
    /// [`WEIGHTS`].
    #[must_use]
    pub fn features(&self, text: &str) -> Vec<Vec<u16>> {
        sentences(text, self.language).iter().map(|it| self.weighed(it).1).collect()
    }
}

/// A text as it is read, and what was found so far.
struct Reading<'a> {
    text: &'a str,
    language: &'static Language,
    /// The line breaks at which more than a line ends.
    ends: Vec<usize>,
    findings: Vec<Finding>,
}

impl Reading<'_> {
    /// Points something out, unless the language has no such check.
    fn find(&mut self, id: &str, place: Range<usize>, fix: Option<String>) {
        let check = self.language.review.checks.iter().find(|it| it.id == id);
        let Some(check) = check else { return };
        // In its place at once: to sort them all would be 1 kB of program.
        let before = self.findings.iter().filter(|it| it.place.start <= place.start).count();
        self.findings.insert(before, Finding { check, place, fix });
    }

    /// Whether a sentence begins at this place.
    fn begins(&self, at: usize) -> bool {
        let before = self.text[..at].trim_end_matches([' ', '"', '“', '(', '>']);
        before.is_empty()
            || before.ends_with(['.', '!', '?', '…', ':'])
            || before.ends_with('\n') && self.ends.contains(&(before.len() - 1))
    }

    /// Points out a sentence that is better left out, with the space that would be left over: behind
    /// it, before the last of a paragraph, and around one that is a paragraph.
    fn find_needless(&mut self, id: &str, mut place: Range<usize>) {
        let (before, after) = (&self.text[..place.start], &self.text[place.end..]);
        let is_last = after.is_empty() || self.ends.contains(&place.end);
        let is_first = before.is_empty() || self.ends.contains(&(place.start - 1));
        let is_space = [' ', '\n'];
        if is_last && is_first {
            place.end += after.len() - after.trim_start_matches('\n').len();
        } else if is_last && before.ends_with(is_space) {
            place.start -= 1;
        } else if !is_last && after.starts_with(is_space) {
            place.end += 1;
        }
        self.find(id, place, Some(String::new()));
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str, language: &Language) -> Vec<Sentence> {
    words::sentences(text, &lines::ends(text, language), &language.review)
}

/// A place in a text in UTF-16 units, as JavaScript counts them.
#[must_use]
pub fn utf16(text: &str, place: &Range<usize>) -> Range<usize> {
    let count = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let start = count(&text[..place.start]);
    start..start + count(&text[place.clone()])
}
