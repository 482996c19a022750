//! Generates what describes the public API, from `api.toml`, and checks it against the program.
//!
//! `UPDATE=1 cargo test -p good-sport-embed --test api` writes what the tests compare otherwise.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod integrations;
mod manifest;
mod program;
mod readme;
mod site;
mod table;
mod types;

use std::sync::{Mutex, PoisonError};
use std::{env, fs};

/// One test at a time reads or writes a file.
static FILES: Mutex<()> = Mutex::new(());

/// Compares the generated part of a file with what is there, or writes it.
fn generate(path: &str, whole: impl Fn(&str) -> String) {
    let _alone = FILES.lock().unwrap_or_else(PoisonError::into_inner);
    let old = fs::read_to_string(path).unwrap();
    let new = whole(&old);
    if env::var_os("UPDATE").is_some() {
        fs::write(path, new).unwrap();
    } else {
        assert!(old == new, "{path} is not what api.toml says; UPDATE=1 writes it");
    }
}

/// A text with another one between two marks.
fn with_between(text: &str, [start, end]: [&str; 2], new: &str) -> String {
    let (before, rest) = text.split_once(start).unwrap();
    let (_, after) = rest.split_once(end).unwrap();
    [before, start, new, end, after].concat()
}

#[test]
fn script_has_the_list_of_attributes() {
    let names: Vec<_> = table::api().attributes.into_iter().map(|it| it.name).collect();
    let list = format!("  \"{}\",\n", names.join("\",\n  \""));
    generate("js/loader/attributes.js", |script| {
        with_between(script, ["export const ATTRIBUTES = [\n", "];"], &list)
    });
}
