//! Drives the built widget in whole pages, in three browsers, as a visitor would.
//!
//! A [`suite::Suite`] runs every test in every [`engine::Engine`]. A test gets a [`visit::Visit`]:
//! a browser, and a [`site::Site`] of its own that serves the pages of `tests/hosts` and the
//! `dist` folder. Through it the test opens a page and works with a [`widget::Widget`] in it.

pub mod browser;
pub mod engine;
mod matrix;
pub mod program;
pub mod project;
mod retries;
pub mod script;
pub mod site;
pub mod states;
pub mod suite;
pub mod visit;
pub mod widget;
