//! Property tests of the channels: arbitrary text stays text in the letter, the links, the HTML and files.
//!
//! What comes out is read by parsers that others wrote, and must be what went in.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod calendar;
mod date;
mod eml;
mod form;
mod links;
mod plain;
mod rich;

use good_sport::content::Language;
use good_sport::model::Letter;
use proptest::prelude::*;

fn language() -> &'static Language {
    Language::best_for(["en"])
}

/// Texts that mean something to a link, a header, a calendar, an HTML page or a store, and scripts
/// that are easy to cut in the wrong place.
const PIECES: [&str; 42] = [
    "\r",
    "\n",
    "\r\n",
    "\n\n",
    "\t",
    " ",
    "%",
    "&",
    "#",
    "+",
    "\"",
    "'",
    "\\",
    "\\n",
    ";",
    ",",
    ":",
    "=?UTF-8?B?SGk=?=",
    "?=",
    "=?",
    "&cc=x@example.org",
    "?subject=x",
    "&body=",
    "%0D%0ABcc: x@example.org",
    "\r\nBcc: x@example.org\r\n\r\n",
    "\r\nEND:VEVENT\r\nBEGIN:VALARM\r\n",
    "</script><img src=x onerror=alert(1)>",
    "{recipient}",
    "{}",
    "👩‍💻",
    "🏳️‍🌈",
    "שלום",
    "مرحبا",
    "\u{202e}",
    "e\u{301}\u{328}",
    "İ",
    "ß",
    "…",
    "日本語",
    "\u{0}",
    "\u{85}",
    "\u{1e}\u{1f}",
];

/// Any text, and often one that means something elsewhere.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        3 => prop::sample::select(PIECES.to_vec()).prop_map(str::to_owned),
        2 => "[a-zA-Z ]{0,12}",
        1 => any::<String>(),
        1 => "\\PC{0,40}",
        1 => (any::<char>(), 60_usize..200).prop_map(|(it, many)| it.to_string().repeat(many)),
    ];
    prop_oneof![
        prop::sample::select(vec!["", "I", "i liked ", "Dear ", "the  role", "}", "a."])
            .prop_map(str::to_owned),
        prop::collection::vec(piece, 0..8).prop_map(|it| it.concat()),
    ]
}

fn letter() -> impl Strategy<Value = Letter> {
    (text(), text()).prop_map(|(subject, body)| Letter { subject, body })
}

/// A text with the line ends of an email.
fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

/// A text as a subject shows it.
fn on_one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}
