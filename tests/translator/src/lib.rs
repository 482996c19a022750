//! Letters and notes to read or to test: what a visitor types in each language, all facts that a letter may
//! tell of, and how alike two texts are.

pub mod cases;
pub mod likeness;
pub mod samples;
