//! A widget that helps a person who was just turned down after an interview to send a short,
//! gracious thank-you email, and to keep their head up.
//!
//! # Where things are
//!
//! ```text
//! language file (TOML) --build.rs--> words, and the prerendered shell in each language
//! page --tag--> embed.js --near the viewport--> shell --seen or touched--> program and words
//! visitor --event--> Message --State::update--> State --view--> DOM
//!                                          \--> Effect --browser--> page
//! ```
//!
//! - [`content`]: the words. A new tone, situation or checklist item is an edit of a file in
//!   `content/languages`.
//! - [`model`]: the decisions. What the widget knows, what may happen, what is wanted.
//! - `view`: the drawing. Each noun has one file here, in `model`, and in `styles`.
//! - `browser`: the page. Clipboard, storage, events.
//! - `app`: joins them. `embed`: what the scripts may call.
//! - `shell`: what the build draws, with the same `view`, for a page to show before the program.
//!
//! And in JavaScript, by when a page needs it:
//!
//! - `embed.js`, the script of the tag: the element, which waits until it comes near.
//! - `session.js`: the widget from then on. It draws the shell (`shell.js`), starts the program
//!   (`program.js`), as WebAssembly or as plain JavaScript, and hands the one over to the other.
//!
//! # Invariants
//!
//! `tests/architecture.rs` keeps the first four.
//!
//! - `model` is pure. It never asks for the time, the page, storage or chance, and cannot fail.
//! - `view` decides nothing: it draws a state in a language and sends messages.
//! - Only `browser` reaches for the page.
//! - No word that a visitor can read stands in Rust or JavaScript.
//! - A letter is never mixed from two languages.
//! - Nothing a visitor types leaves the page.
//! - Whatever the page does, the widget shows something usable, and writes at most one warning to
//!   the console for each thing that is wrong.

mod app;
mod browser;
pub mod content;
pub mod embed;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod shell;
mod view;
