//! The shape of a text changes nothing that the tone linter finds in it: how its lines are broken, what is
//! quoted below it, and who signed it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::sync::LazyLock;

use good_sport::content::LinterData;
use good_sport::model::{Details, Linter};

#[path = "linter/notes.rs"]
mod sets;

use sets::notes;

static LINTER: LazyLock<Linter> = LazyLock::new(|| Linter::new(LinterData::for_tag("en").unwrap()));

/// A text as a mail program breaks it: no line is longer than this, where a space is before it.
fn wrapped(text: &str, width: usize) -> String {
    let mut wrapped = String::new();
    for (index, line) in text.split('\n').enumerate() {
        wrapped.push_str(if index == 0 { "" } else { "\n" });
        let mut length = 0;
        for word in line.split(' ') {
            let letters = word.chars().count();
            if length > 0 && length + 1 + letters > width {
                wrapped.push('\n');
                length = 0;
            } else if length > 0 {
                wrapped.push(' ');
                length += 1;
            }
            wrapped.push_str(word);
            length += letters;
        }
    }
    wrapped
}

/// A text with something between its sentences in place of a space.
fn spaced(text: &str, space: &str) -> String {
    [". ", "! ", "? "]
        .iter()
        .fold(text.to_owned(), |text, end| text.replace(end, &[end.trim(), space].concat()))
}

/// A message that is no one's business, as mail programs quote it.
const QUOTED: &str =
    "Dear [Name],\n\nYOU NEVER HAD A CHANCE!!! This is so unfair of you, and it was a a mistake.";

/// How texts are shaped on their way, each by its name.
fn shaped(text: &str) -> Vec<(&'static str, String)> {
    let wrapped = wrapped(text, 72);
    let quoted = |text: &str| format!("> {}", text.replace('\n', "\n> "));
    let wrote = "On Mon, Jan 5, 2026 at 3:04 PM Dana Rivera <dana@acme.example> wrote:";
    let broken = wrote.replace(" <", "\n<");
    vec![
        ("narrow lines", self::wrapped(text, 60)),
        ("wide lines", self::wrapped(text, 78)),
        ("lines with returns", wrapped.replace('\n', "\r\n")),
        ("the marks of a quotation", quoted(&wrapped)),
        ("two spaces", spaced(text, "  ")),
        ("tabs", spaced(text, "\t")),
        ("spaces that do not break", spaced(text, "\u{a0} ").replace("Dear ", "Dear\u{a0}")),
        ("a quotation below", format!("{text}\n\n{wrote}\n{}\n", quoted(QUOTED))),
        ("a quotation above", format!("{broken}\n\n{}\n\n{text}", quoted(QUOTED))),
        ("a quotation without marks", format!("{wrapped}\n\n{broken}\n\n{QUOTED}")),
        ("an original message", format!("{text}\n\n-----Original Message-----\n{QUOTED}")),
        ("a signature", format!("{text}\n-- \nSam Lee\nHead of Demand Planning (she/her)\n")),
    ]
}

/// What is found in a text: each with its rule, its words on one line, and what to write instead.
fn found(text: &str) -> Vec<(String, String, Option<String>)> {
    let line = |text: &str| {
        let words: Vec<_> = text.split_whitespace().filter(|it| *it != ">").collect();
        words.join(" ")
    };
    let findings = LINTER.read(text, &Details::default()).into_iter();
    let findings =
        findings.map(|it| (it.id.clone(), line(&text[it.span]), it.suggestion.map(|it| line(&it))));
    let mut found: Vec<_> = findings.collect();
    found.sort();
    found
}

/// A part of all notes, another one for each of several tests.
fn some_notes(first: usize) -> Vec<String> {
    let all = ["blunt", "training", "evaluation"].into_iter().flat_map(notes);
    all.map(|it| it.1).skip(first).step_by(10).collect()
}

#[test]
fn the_shape_of_a_text_does_not_change_the_findings() {
    // A wrap may put the closing on a line of its own, and make a letter of a note, which has a length.
    let found = |text: &str| {
        let mut found = found(text);
        found.retain(|it| it.0 != "length");
        found
    };
    for note in some_notes(0) {
        let expected = found(&note);
        for (name, text) in shaped(&note) {
            assert_eq!(found(&text), expected, "{name}: {text}");
        }
    }
}

#[test]
fn items_of_a_list_are_read_as_sentences() {
    let abbreviated = ["Mr. ", "Ms. ", "Mrs. ", "Dr. ", "St. ", "no. ", "..", "\""];
    for note in some_notes(1) {
        let text = format!("It was good because:\n- {}", spaced(&note, "\n- "));
        let is_plain = !note.contains('\n') && !abbreviated.iter().any(|it| note.contains(it));
        if is_plain && note.split(['.', '!', '?']).all(|it| it.len() != 2) {
            let mut expected = found(&format!("It was good because:\n\n{note}"));
            // An empty line makes a letter of it.
            expected.retain(|it| it.0 != "length");
            assert_eq!(found(&text), expected, "{text}");
        }
    }
}

#[test]
fn what_is_taken_out_leaves_no_space_behind() {
    let odd = [
        "  ",
        " \n",
        "\n ",
        "\n\n\n",
        " .",
        " ,",
        "\t\t",
        "\t ",
        "\u{a0}\u{a0}",
        " \u{a0} ",
        " \r",
        "\n>\n>\n",
        "> \n> \n",
        "\r\n\r\n\r\n",
    ];
    for note in some_notes(2) {
        let letter = format!("Dear Dana,\n\n{note}\n\nBest,\nAda");
        let texts = [note, letter].into_iter().flat_map(|it| shaped(&it));
        for (name, text) in texts {
            for finding in LINTER.read(&text, &Details::default()) {
                if finding.suggestion.as_deref() != Some("") {
                    continue;
                }
                let mut left = text.clone();
                left.replace_range(finding.span.clone(), "");
                for odd in odd {
                    let count = |text: &str| text.matches(odd).count();
                    assert!(
                        count(&left) <= count(&text),
                        "{name}: {odd:?} in {left:?}: {finding:?}"
                    );
                }
                assert!(!left.starts_with(char::is_whitespace), "{name}: {left:?}");
                let taken =
                    text[finding.span.clone()].trim_matches(['\n', ' ', '>', '\r', '\t', '\u{a0}']);
                assert!(!taken.contains("\n\n"), "{name}: {taken:?}");
            }
        }
    }
}

#[test]
fn a_line_break_that_is_meant_ends_a_sentence() {
    for text in [
        "Good luck\nYour loss\nTom",
        "Dear members of the hiring committee of Acme,\nyour loss. And so on.",
        "I learned a lot, such as:\n- maps\n- your loss",
        "It was good to meet you all, I am sure\n\nyour loss",
        "> It was good to meet you all on Monday, Ada\nyour loss",
        "It was good to meet you all on Monday and Friday\nKind regards,\nyour loss",
    ] {
        let found = found(text);
        assert!(
            found
                .iter()
                .any(|it| it.0 == "bitter"
                    && it.1.trim().trim_end_matches('.').ends_with("our loss")),
            "{text}: {found:?}"
        );
    }
}
