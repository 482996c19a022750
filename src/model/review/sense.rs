//! A sense of how a sentence would be taken, learned from notes that people judged.
//!
//! The features of a sentence are its words, in their stems, and its pairs of neighbors. Each has a
//! weight, found by its hash; the weights of a language are tuned by `cargo xtask tune` on the notes
//! in `tests/review/tune`. It tells whether a sentence hurts; the cues tell in what way.

use super::words::Word;
use crate::content::Review;

/// How many weights there are; features that share one are so few that they do not matter.
pub const WEIGHTS: usize = 1 << (32 - SHIFT);
/// How many bits of a hash are left out; the higher ones are mixed better.
const SHIFT: u32 = 19;
/// The letter that stands for a weight of nothing; those before and after it weigh less and more.
pub const NOTHING: u8 = b'N';

/// The features of a sentence, each once, by the number of its weight. What means no harm, a name and
/// a number are features of their kind alone.
pub(super) fn features(words: &[Word], innocent: &[bool], review: &Review) -> Vec<u16> {
    let stems = words.iter().zip(innocent).map(|(word, innocent)| match word.text.as_str() {
        _ if word.is_name => "@",
        _ if *innocent => "~",
        text if text.bytes().all(|it| it.is_ascii_digit()) => "#",
        text => stem(text, review),
    });
    let mut features = Vec::new();
    let mut add = |hash: u32| {
        let feature = (hash >> SHIFT) as u16;
        if !features.contains(&feature) {
            features.push(feature);
        }
    };
    let mut before = "^";
    for stem in stems.chain(["$"]) {
        add(hash(SEED, stem));
        add(hash(hash(hash(SEED, before), " "), stem));
        before = stem;
    }
    features
}

/// A word without its ending, where enough of it is left.
fn stem<'a>(word: &'a str, review: &Review) -> &'a str {
    const LEAST: usize = 4;
    let stems = review.endings.iter().filter_map(|it| word.strip_suffix(it.as_str()));
    stems.into_iter().find(|it| it.len() >= LEAST).unwrap_or(word)
}

/// Where the hash by Fowler, Noll and Vo begins, in 32 bits.
const SEED: u32 = 0x811c_9dc5;

/// One more step of it for each byte.
fn hash(start: u32, text: &str) -> u32 {
    text.bytes().fold(start, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// How a sentence with these features would be taken: above zero it hurts.
pub(super) fn sense(features: &[u16], review: &Review) -> i32 {
    let weights = review.weights.as_bytes();
    let weight = |it: &u16| weights.get(usize::from(*it)).copied().unwrap_or(NOTHING);
    let sum: i32 = features.iter().map(|it| i32::from(weight(it)) - i32::from(NOTHING)).sum();
    sum - i32::from(review.threshold)
}
