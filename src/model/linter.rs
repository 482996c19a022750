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
use super::text::{ends_sentence, floor_char_boundary};
use crate::content::encoded::{decode, encode, record};
use crate::content::{LinterData, Severity};
use classifier::Weights;
pub use counts::{LengthVerdict, question_count, text_length, word_count};
pub(super) use lines::{Line, ends};
pub(super) use names::{is_unread, unmarked};
use patterns::ENOUGH;
pub(super) use patterns::Patterns;
use tokens::Sentence;

/// A finding: something that the tone linter points out.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The name of the rule that reports it, which pages may rely on.
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// Why, in one sentence.
    pub why: String,
    /// The span in the text, in bytes; empty when it is about the whole letter.
    pub span: Range<usize>,
    /// The text to put in its place, where that can be known; an empty one takes the words out.
    pub suggestion: Option<String>,
}

record!(<'t> Finding, 't { id, severity, why, span, suggestion });

impl Finding {
    /// Serializes findings, for [`Finding::decode_all`].
    #[must_use]
    pub fn encode_all(findings: &[Self]) -> String {
        encode(&findings.to_vec())
    }

    /// Deserializes findings; `None` when the text is of another build.
    #[must_use]
    pub fn decode_all(text: &str) -> Option<Vec<Self>> {
        decode(text)
    }
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
        let has = |severity| findings.iter().any(|it| it.severity == severity);
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
    data: &'static LinterData,
    patterns: Patterns,
    guards: Patterns,
    weights: Weights,
}

impl Linter {
    /// The linter with the rules of a language.
    #[must_use]
    pub fn new(data: &'static LinterData) -> Self {
        Self {
            data,
            patterns: Patterns::new(data.rules.iter().map(|it| &it.patterns), data),
            guards: Patterns::new([&data.neutral].into_iter(), data),
            weights: Weights::read(&data.weights),
        }
    }

    /// The rules and lists that it lints by.
    #[must_use]
    pub fn data(&self) -> &'static LinterData {
        self.data
    }

    /// Lints a text, with what the form says of the recipient: the findings in the order of the text.
    ///
    /// ```
    /// use good_sport::content::LinterData;
    /// use good_sport::model::{Details, Linter};
    ///
    /// let linter = LinterData::for_tag("en").map(Linter::new);
    /// let found = linter.map(|it| it.read("Dear [name], thank you.", &Details::default()));
    /// assert_eq!(found.unwrap_or_default()[0].id, "placeholder");
    /// ```
    #[must_use]
    pub fn read(&self, text: &str, details: &Details) -> Vec<Finding> {
        let mut slices = self.begin(text, details.clone());
        while !slices.step() {}
        slices.finish()
    }

    /// Begins to lint a text, slice by slice. What stands beyond [`TEXT_LIMIT`] is not read.
    #[must_use]
    pub fn begin(&self, text: &str, details: Details) -> Slices<'_> {
        let written = text[..floor_char_boundary(text, TEXT_LIMIT)].to_owned();
        let unmarked = names::unmarked(&written, &details, &self.data.habits);
        let text = lines::own(&unmarked, self.data);
        let letter = lines::signature(&text);
        let ends = lines::ends(&text, self.data, &[]);
        let within = ends.iter().position(|it| *it >= letter).unwrap_or(ends.len());
        let sentences = tokens::sentences(&text[..letter], &ends[..within], self.data);
        Slices { linter: self, details, written, text, letter, ends, sentences, tones: Vec::new() }
    }

    /// How a sentence would be taken.
    fn tone(&self, sentence: &Sentence) -> Tone {
        let (patterns, features) = self.weighed(sentence);
        let is_flagged = patterns.iter().any(|(_, pattern)| is_enough(pattern))
            || self.weights.weigh(&features) > f32::from(self.data.threshold);
        Tone { patterns, is_flagged }
    }

    /// The patterns in a sentence, each with the number of its rule, and all that weighs in it.
    fn weighed(&self, Sentence { words }: &Sentence) -> (Vec<(usize, &'static str)>, Vec<u32>) {
        let data = self.data;
        let neutral = self.guards.matched(words);
        let patterns = self.patterns.found(words, &neutral);
        let single = patterns.iter().filter(|(rule, _)| data.rules[*rule].from == 1);
        let named = single.map(|(rule, pattern)| (data.rules[*rule].id.as_str(), *pattern));
        let features = classifier::features(words, &neutral, &named.collect::<Vec<_>>());
        (patterns, features)
    }
}

/// How a sentence would be taken: the patterns in it, each with the number of its rule, and whether it is
/// flagged.
#[derive(Debug)]
struct Tone {
    patterns: Vec<(usize, &'static str)>,
    is_flagged: bool,
}

/// Whether a pattern flags its sentence alone.
fn is_enough(pattern: &str) -> bool {
    pattern.starts_with(ENOUGH)
}

/// The longest text that is read, in bytes: what follows is no letter any more.
pub const TEXT_LIMIT: usize = 10_000;
/// How many words are weighed in one slice, at least.
const SLICE_WORDS: usize = 200;

/// A text that is linted slice by slice, so that no one of them holds up a page for long.
#[derive(Debug)]
pub struct Slices<'a> {
    linter: &'a Linter,
    details: Details,
    /// The text as it was written.
    written: String,
    /// The text as it is read: what others wrote is left out of it.
    text: String,
    /// Where the signature begins, behind the letter.
    letter: usize,
    /// The line breaks at which more than a line ends.
    ends: Vec<usize>,
    sentences: Vec<Sentence>,
    /// The tones of the sentences so far.
    tones: Vec<Tone>,
}

impl Slices<'_> {
    /// Does the next slice. Whether there is none left.
    pub fn step(&mut self) -> bool {
        let mut words = 0;
        for sentence in &self.sentences[self.tones.len()..] {
            self.tones.push(self.linter.tone(sentence));
            words += sentence.words.len();
            if words >= SLICE_WORDS {
                break;
            }
        }
        self.tones.len() == self.sentences.len()
    }

    /// The findings, in the order of the text, once all slices are done.
    #[must_use]
    pub fn finish(self) -> Vec<Finding> {
        let Self { linter, details, written, text, letter, ends, sentences, tones } = self;
        let (data, findings) = (linter.data, Vec::new());
        let mut reading = Lint { text: &text, written: &written, data, ends, findings };
        reading.tone(&sentences, tones);
        placeholders::read(&mut reading, &details, &sentences);
        shouting::read(&mut reading, &details, &sentences);
        repeats::read(&mut reading, &details, &sentences);
        names::read(&mut reading, &details);
        counts::read(&mut reading, &text[..letter], &details);
        reading.findings
    }
}

/// A run of the linter: the text, and the findings so far.
struct Lint<'a> {
    /// The text as it is read: what others wrote is left out of it.
    text: &'a str,
    /// The text as it was written.
    written: &'a str,
    data: &'static LinterData,
    /// The line breaks at which more than a line ends.
    ends: Vec<usize>,
    findings: Vec<Finding>,
}

impl Lint<'_> {
    /// Points something out, unless the language has no such rule.
    fn find(&mut self, id: &str, span: Range<usize>, suggestion: Option<String>) {
        let rule = self.data.rules.iter().find(|it| it.id == id);
        let Some(rule) = rule else { return };
        let (id, severity, why) = (rule.id.to_string(), rule.severity, rule.why.to_string());
        // In its place at once: to sort them all would be 1 kB of program.
        let before = self.findings.partition_point(|it| it.span.start <= span.start);
        self.findings.insert(before, Finding { id, severity, why, span, suggestion });
    }

    /// Points out the sentences that are flagged, each by the rule that says best why.
    fn tone(&mut self, sentences: &[Sentence], tones: Vec<Tone>) {
        let data = self.data;
        // In how many sentences each rule was met so far.
        let mut met = vec![0_u8; data.rules.len()];
        for (sentence, Tone { patterns, is_flagged }) in sentences.iter().zip(tones) {
            let mut repeated = None;
            for (index, _) in &patterns {
                let rule = &data.rules[*index];
                met[*index] = met[*index].saturating_add(1);
                if rule.from > 1 && met[*index] == rule.from {
                    repeated = repeated.or(Some(&rule.id));
                }
            }
            // One pattern that is not enough would name the wrong reason as often as the right one.
            let is_sure = |(rule, _): &&(usize, &str)| {
                let count = patterns.iter().filter(|it| it.0 == *rule).count();
                data.rules[*rule].from == 1 && count > 1
            };
            let enough = patterns.iter().find(|it| is_enough(it.1));
            let sure = enough.or_else(|| patterns.iter().find(is_sure));
            let named = sure.map(|(rule, _)| &data.rules[*rule].id).or(repeated);
            let found = if is_flagged { named.or(Some(&data.unnamed)) } else { repeated };
            if let (Some(rule), [first, .., last]) = (found, &sentence.words[..]) {
                self.report_needless(rule, first.span.start..last.span.end);
            }
        }
    }

    /// Whether a line break ends more than a line.
    fn ends_at(&self, at: usize) -> bool {
        self.ends.binary_search(&at).is_ok()
    }

    /// Whether a sentence begins at this offset.
    fn begins(&self, at: usize) -> bool {
        let is_before = |it: char| it.is_whitespace() && it != '\n' || "\"“(>-–•*·".contains(it);
        let before = self.text[..at].trim_end_matches(is_before);
        let short = before.strip_suffix('.').and_then(|it| it.rsplit([' ', '\n', '.']).next());
        let is_short = short.is_some_and(|it| self.data.is_abbreviation(&it.to_ascii_lowercase()));
        before.is_empty()
            || before.ends_with(|it| ends_sentence(it) || it == ':') && !is_short
            || before.ends_with('\n') && self.ends_at(before.len() - 1)
    }

    /// Points out a sentence that is better left out, with the space that would be left over.
    fn report_needless(&mut self, id: &str, span: Range<usize>) {
        let span = suggestion::with_gap(self.written, span);
        self.find(id, span, Some(String::new()));
    }
}

/// The sentences of a text.
pub(super) fn sentences(text: &str, data: &LinterData) -> Vec<Sentence> {
    tokens::sentences(text, &lines::ends(text, data, &[]), data)
}

/// A span in UTF-16 code units, as JavaScript counts them.
#[must_use]
pub fn utf16(text: &str, span: &Range<usize>) -> Range<usize> {
    let count = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
    let start = count(&text[..span.start]);
    start..start + count(&text[span.clone()])
}
