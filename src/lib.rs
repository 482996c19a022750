//! A widget that helps a person who was just turned down after an interview to send a short,
//! gracious thank-you email, and to keep their head up.
//!
//! # Compose a letter
//!
//! On any machine, with no browser:
//!
//! ```
//! use good_sport::content::{Field, Language};
//! use good_sport::model::{Details, Letter};
//!
//! let language = Language::best_for(["en-AU", "en-GB"]);
//! let mut details = Details::default();
//! details.write(Field::Company, "Acme".to_owned());
//! details.write(Field::Role, "Data analyst".to_owned());
//! details.write(Field::Sender, "Sam Lee".to_owned());
//! let letter = Letter::compose(&details, language);
//! assert_eq!(letter.subject, "Thank you – Data analyst – Sam Lee");
//! assert!(letter.body.contains("Acme"));
//! assert!(letter.body.ends_with("Sam Lee"));
//! ```
//!
//! # Lint a text
//!
//! The tone linter's data is a text of its own beside a language's words.
//!
//! ```
//! use good_sport::content::LinterData;
//! use good_sport::model::{Details, Linter};
//!
//! let linter = LinterData::for_tag("en").map(Linter::new);
//! let found = linter.map(|it| it.read("Thank you. Please reconsider.", &Details::default()));
//! assert_eq!(found.unwrap_or_default()[0].id, "argue");
//! ```
//!
//! # Feature flags
//!
//! `component`, which is on by default, is the component with all that draws it and reaches for the
//! page. Without it, composing and linting depend on neither Yew nor a browser:
//! `good-sport = { version = "0.1", default-features = false }`.
//!
//! # Put the widget into a Yew application
//!
//! ```no_run
//! use good_sport::component::GoodSport;
//! use good_sport::model::Event;
//! use yew::{Callback, Html, component, html};
//!
//! #[component]
//! fn Page() -> Html {
//!     let hear = Callback::from(|event| if let Event::Copied(..) = event { /* cheer */ });
//!     html! { <GoodSport company="Acme" role="Data analyst" on_event={hear} /> }
//! }
//! ```
//!
//! The application brings Yew 0.23, with the feature `csr`. Properties and styling:
//! [`GoodSport`](component::GoodSport). A whole application, built with Trunk, is in
//! `examples/yew-app` of the source.
//!
//! For a page that knows nothing of Rust there is the custom element, in the package in `embed`.
//!
//! # Minimum Rust version
//!
//! 1.85, as edition 2024 and the dependencies ask for. Clippy's `incompatible_msrv` finds nothing in
//! the standard library that is newer. It was compiled with the project's own toolchain alone.
//!
//! # Data flow
//!
//! ```text
//! language file (TOML) --build.rs--> words, linter data
//! visitor --event--> Message --State::update--> State --view--> DOM
//!                                          \--> Effect --effects--> Host --> page
//! ```
//!
//! - [`content`]: the words. A new tone, situation or checklist item is an edit of a file in
//!   `content/languages`.
//! - [`model`]: the decisions. What the widget knows, what may happen, what is wanted.
//! - `view`: the drawing. A noun has the same file name here, in `model` and in `styles`.
//! - [`effects`]: the effect runner, and the [`Host`](effects::Host) that it needs: clipboard,
//!   storage, files, events.
//! - [`component`]: joins them, as a component of Yew.
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

#[cfg(feature = "component")]
pub mod component;
pub mod content;
#[cfg(feature = "component")]
pub mod effects;
pub mod model;
#[cfg(feature = "component")]
mod view;
