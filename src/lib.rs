//! A widget that helps a person who was just turned down after an interview to send a short,
//! gracious thank-you email, and to keep their head up.
//!
//! # Data flow
//!
//! ```text
//! language file (TOML) --build.rs--> words
//! visitor --event--> Message --State::update--> State --view--> DOM
//!                                          \--> Effect --effects--> Host --> page
//! ```
//!
//! - [`content`]: the words. A new tone, situation or checklist item is an edit of a file in
//!   `content/languages`.
//! - [`model`]: the decisions. What the widget knows, what may happen, what is wanted.
//! - `view`: the drawing. Each noun has one file here, in `model`, and in `styles`.
//! - [`effects`]: the effect runner, and the [`Host`](effects::Host) that it needs: clipboard,
//!   storage, files, events.
//! - [`component`]: joins them, as a component of Yew.
//!
//! The package in `embed` is the custom element, for pages that know nothing of Rust.
//!
//! # Invariants
//!
//! `tests/layering.rs` keeps the first four.
//!
//! - `model` is pure. It never asks for the time, the page, storage or chance, and cannot fail.
//! - `view` decides nothing: it draws a state in a language and sends messages.
//! - Only `effects` reaches for the page.
//! - No word that a visitor can read stands in Rust or JavaScript.
//! - A letter is never mixed from two languages.
//! - Nothing a visitor types leaves the page.
//! - Whatever the page does, the widget shows something usable, and writes at most one warning to
//!   the console for each thing that is wrong.

pub mod component;
pub mod content;
pub mod effects;
pub mod model;
mod view;
