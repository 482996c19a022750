//! The seed of a visit, drawn by chance.

use js_sys::Math;

/// Draws the seed that picks among the variants of a letter.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is in range")]
pub(crate) fn random_seed() -> u32 {
    (Math::random() * f64::from(u32::MAX)) as u32
}
