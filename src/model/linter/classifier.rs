//! The classifier: a linear model with feature hashing that tells how a sentence would be taken.
//!
//! The features of a sentence are its stems, its bigrams, and its patterns. Each has the weight of the
//! bucket that its hash falls into. `cargo xtask train` fits the weights of a language to the notes in
//! `tests/linter/training`.

use super::tokens::Word;
use crate::content::LinterData;

/// How many buckets there are, each with a weight. Few enough features share one not to matter.
pub const BUCKETS: usize = 1 << (32 - SHIFT);
/// How many bits of a hash are left out; the higher ones are mixed better.
const SHIFT: u32 = 17;
/// The character that stands for a weight of zero; those before and after it stand for less and more.
pub const ZERO_WEIGHT: u8 = b'N';

/// The features of a sentence, each once, by the numbers of their buckets. What means no harm, a
/// name and a number are features of their kind alone. A pattern is a feature, and so are the rule that
/// it speaks for, by its `id`, and that there is one at all, or more than one.
pub(super) fn features(
    words: &[Word],
    neutral: &[bool],
    patterns: &[(&str, &str)],
    data: &LinterData,
) -> Vec<u16> {
    let stems = words.iter().zip(neutral).map(|(word, neutral)| match word.text.as_str() {
        _ if word.is_name => "@",
        _ if *neutral => "~",
        text if text.bytes().all(|it| it.is_ascii_digit()) => "#",
        text => stem(text, data),
    });
    let mut features = Vec::new();
    let mut add = |feature: u16| {
        if !features.contains(&feature) {
            features.push(feature);
        }
    };
    let mut before = "^";
    for stem in stems.chain(["$"]) {
        add(feature("", stem));
        add(feature(before, stem));
        before = stem;
    }
    for (rule, pattern) in patterns {
        add(feature(PATTERN, pattern));
        add(feature(PATTERN, rule));
    }
    for (_, count) in patterns.iter().zip(SEVERAL) {
        add(feature(PATTERN, count));
    }
    features
}

/// What tells patterns from words.
pub(super) const PATTERN: &str = "*";
/// That there is a pattern, and that there is more than one.
const SEVERAL: [&str; 2] = ["1", "2"];

/// The bucket of a bigram, or of a pattern.
pub(super) fn feature(before: &str, text: &str) -> u16 {
    (hash(hash(hash(SEED, before), " "), text) >> SHIFT) as u16
}

/// The stem of a word: without its ending, where enough of it is left.
fn stem<'a>(word: &'a str, data: &LinterData) -> &'a str {
    const LEAST: usize = 4;
    let stems = data.endings.iter().filter_map(|it| word.strip_suffix(it.as_str()));
    stems.into_iter().find(|it| it.len() >= LEAST).unwrap_or(word)
}

/// The offset basis of the FNV-1a hash in 32 bits.
const SEED: u32 = 0x811c_9dc5;

/// FNV-1a: one step for each byte.
fn hash(start: u32, text: &str) -> u32 {
    text.bytes().fold(start, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The sum of the weights of these features.
pub(super) fn weigh(features: &[u16], data: &LinterData) -> i32 {
    let weights = data.weights.as_bytes();
    let weight = |it: &u16| weights.get(usize::from(*it)).copied().unwrap_or(ZERO_WEIGHT);
    features.iter().map(|it| i32::from(weight(it)) - i32::from(ZERO_WEIGHT)).sum()
}

/// Whether a sentence of these features is flagged. The more it says the more it must weigh: by the square
/// root of how many they are, so that a blunt one of four words is as clear as a long one.
pub(super) fn is_flagged(features: &[u16], data: &LinterData) -> bool {
    let weight = THRESHOLD_SCALE * i64::from(weigh(features, data));
    let threshold = i64::from(data.threshold);
    let count = i64::try_from(features.len()).unwrap_or(i64::MAX);
    weight > 0 && weight * weight * TYPICAL_FEATURES > threshold * threshold * count
}

/// How many features a short sentence has; it must weigh no more than the threshold.
pub const TYPICAL_FEATURES: i64 = 12;
/// How many steps of the threshold are one of a weight.
pub const THRESHOLD_SCALE: i64 = 4;
