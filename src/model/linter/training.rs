//! Training interface of the classifier, for `cargo xtask train`: what a sentence is known by, and how
//! weights are written down.

use super::classifier::{DIGITS, Weights, ZERO_DIGIT, ZERO_WEIGHT};
use super::{Linter, sentences};

/// The largest weight that is written down, and the smallest with a minus before it.
pub const LARGEST_WEIGHT: i8 = 12;

/// The fingerprints of the features of each sentence of a text.
#[must_use]
pub fn features(linter: &Linter, text: &str) -> Vec<Vec<u32>> {
    sentences(text, linter.data).iter().map(|it| linter.weighed(it).1).collect()
}

/// What a sentence of these features weighs, in steps of the threshold, by weights as they are written.
#[must_use]
pub fn weigh(weights: &str, sentences: &[Vec<u32>]) -> Vec<f32> {
    let weights = Weights::read(weights);
    sentences.iter().map(|it| weights.weigh(it)).collect()
}

/// Writes weights down, given in the order of their fingerprints.
#[must_use]
pub fn written(weights: &[(u32, i8)]) -> String {
    let mut parts = [Vec::new(), Vec::new(), Vec::new()];
    let mut add = |weight: i8, distance: u32| {
        let digit = |value: u32| ZERO_DIGIT + u8::try_from(value).unwrap_or_default();
        parts[0].push(ZERO_WEIGHT.wrapping_add_signed(weight));
        parts[1].push(digit(distance / DIGITS));
        parts[2].push(digit(distance % DIGITS));
    };
    let mut before = 0;
    for (fingerprint, weight) in weights {
        // One that is too far away is reached by a feature that weighs nothing.
        while fingerprint - before > FARTHEST {
            add(0, FARTHEST);
            before += FARTHEST;
        }
        add(*weight, fingerprint - before);
        before = *fingerprint;
    }
    parts.concat().into_iter().map(char::from).collect()
}

/// The farthest that two digits can say. The characters behind are not ASCII.
const FARTHEST: u32 = DIGITS * DIGITS * 2 - 1;
