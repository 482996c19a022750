//! Letters and notes to read or to test: what a visitor types in each language, all facts that a letter may
//! tell of, what is a fault, and how alike two texts are.

pub mod cases;
pub mod faults;
pub mod likeness;
pub mod samples;
