//! The classifier: a linear model that tells how a sentence would be taken.
//!
//! The features of a sentence are its words, its bigrams, its patterns, and how long it is. Each is known
//! by its fingerprint, the upper bits of a hash, and those that say something have a weight. `cargo xtask
//! train` fits the weights of a language to the notes in `tests/linter/training`.

use super::tokens::Word;

/// How many bits of a hash are left out of a fingerprint; the higher ones are mixed better. With 19 bits
/// kept, one feature in 90 that was never met is taken for one that has a weight.
const SHIFT: u32 = 13;
/// The character of a weight of zero; those before and after it stand for less and more.
pub(super) const ZERO_WEIGHT: u8 = b'N';
/// The character of a digit of zero; those behind it stand for more.
pub(super) const ZERO_DIGIT: u8 = b'0';
/// How many values the lower digit has.
pub(super) const DIGITS: u32 = 32;

/// The fingerprints of features in ascending order, each with its weight.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weights(Vec<(u32, i32)>);

impl Weights {
    /// Reads weights as the language has them: the weight of each feature, then the higher digit, then
    /// the lower one of how far its fingerprint is from the one before.
    pub(super) fn read(text: &str) -> Self {
        let text = text.as_bytes();
        let count = text.len() / 3;
        let digit = |at: usize| u32::from(text[at]) - u32::from(ZERO_DIGIT);
        let mut fingerprint = 0;
        let weights = (0..count).map(|at| {
            fingerprint += digit(count + at) * DIGITS + digit(2 * count + at);
            (fingerprint, i32::from(text[at]) - i32::from(ZERO_WEIGHT))
        });
        Self(weights.collect())
    }

    /// The weight of a feature, which is zero for one that says nothing.
    fn weight(&self, feature: u32) -> i32 {
        let found = self.0.binary_search_by_key(&feature, |it| it.0);
        found.map_or(0, |at| self.0[at].1)
    }

    /// What the features of a sentence weigh: the more it says the more it must weigh, by the square root
    /// of how many they are, so that a blunt sentence of four words is as clear as a long one.
    pub(super) fn weigh(&self, features: &[u32]) -> f32 {
        let sum: i32 = features.iter().map(|it| self.weight(*it)).sum();
        #[allow(clippy::cast_precision_loss, reason = "a text is shorter than 16 million words")]
        let (sum, count) = (sum as f32, features.len().max(1) as f32);
        THRESHOLD_SCALE * sum / count.sqrt()
    }
}

/// How many steps of the threshold are one of a weight.
const THRESHOLD_SCALE: f32 = 4.0;

/// The features of a sentence. What means no harm, a name and a number are features of their kind alone.
/// A pattern is a feature, and so are the rule that it speaks for, by its `id`, and that there is one
/// at all, or more than one.
pub(super) fn features(words: &[Word], neutral: &[bool], patterns: &[(&str, &str)]) -> Vec<u32> {
    let texts = words.iter().zip(neutral).map(|(word, neutral)| match word.text.as_str() {
        _ if word.is_name => "@",
        _ if *neutral => "~",
        text if text.bytes().all(|it| it.is_ascii_digit()) => "#",
        text => text,
    });
    let mut features = Vec::new();
    let mut before = "^";
    for text in texts.chain(["$"]) {
        features.push(feature("", text));
        features.push(feature(before, text));
        before = text;
    }
    for (rule, pattern) in patterns {
        features.push(feature(PATTERN, pattern));
        features.push(feature(PATTERN, rule));
    }
    features.extend(patterns.iter().zip(SEVERAL).map(|(_, count)| feature(PATTERN, count)));
    let length = LENGTHS.len().min(words.len() / LENGTH_STEP);
    features.extend((1..=length).map(|it| feature(PATTERN, &LENGTHS[..it])));
    features
}

/// What tells patterns and lengths from words.
const PATTERN: &str = "*";
/// That there is a pattern, and that there is more than one.
const SEVERAL: [&str; 2] = ["1", "2"];
/// A sentence has a feature for so many words that it has, each named by one more of these.
const LENGTH_STEP: usize = 5;
const LENGTHS: &str = "++++++++";

/// The fingerprint of a bigram, a word or a pattern.
pub(super) fn feature(before: &str, text: &str) -> u32 {
    hash(hash(hash(SEED, before), " "), text) >> SHIFT
}

/// The offset basis of the FNV-1a hash in 32 bits.
const SEED: u32 = 0x811c_9dc5;

/// FNV-1a: one step for each byte.
fn hash(start: u32, text: &str) -> u32 {
    text.bytes().fold(start, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}
