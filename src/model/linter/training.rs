//! Training interface of the classifier, for `cargo xtask train`: features, and the scale of weights.

pub use super::classifier::{BUCKETS, THRESHOLD_SCALE, TYPICAL_FEATURES, ZERO_WEIGHT};

use super::{Linter, sentences};

/// The features of each sentence of a text, by the numbers of their buckets, which are below
/// [`BUCKETS`].
#[must_use]
pub fn features(linter: &Linter, text: &str) -> Vec<Vec<u16>> {
    sentences(text, linter.data).iter().map(|it| linter.weighed(it).1).collect()
}
