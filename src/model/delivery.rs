//! The ways out: the letter as a link, as HTML and as a file, and the reminders as a calendar.
//!
//! Each is made from text alone, whole and at once: a browser lets a click copy, open or download
//! only what is ready when it happens.

mod calendar;
mod eml;
mod mailto;
mod plain;
mod rich;
mod webmail;

pub use calendar::{Date, Reminder, calendar};
pub use eml::eml;
pub use mailto::{MAILTO_LIMIT, Mailto};
pub use plain::plain;
pub use rich::html;
pub use webmail::{WEBMAIL_LIMIT, Webmail, WebmailLink};

use super::letter::Letter;

/// A text as a header can hold it: on one line.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}

/// The lines of a text, however they end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (line, end) = text.split_at(text.find(['\r', '\n']).unwrap_or(text.len()));
        rest = end.strip_prefix("\r\n").or_else(|| end.get(1..));
        Some(line)
    })
}

/// A text with the line ends of an email and of a file that any editor opens.
fn crlf(text: &str) -> String {
    let mut whole = String::new();
    for (index, line) in lines(text).enumerate() {
        if index > 0 {
            whole.push_str("\r\n");
        }
        whole.push_str(line);
    }
    whole
}

/// What this start of a link, which ends where the subject stands, grows to, and whether the body
/// is in it: a link of more than `limit` characters has the subject alone.
fn link(start: &str, letter: &Letter, limit: usize) -> (String, bool) {
    let mut href = String::from(start);
    push_encoded(&mut href, &one_line(&letter.subject));
    let subject_only = href.len();
    href.push_str("&body=");
    push_encoded(&mut href, &crlf(&letter.body));
    let whole = href.len() <= limit;
    if !whole {
        href.truncate(subject_only);
    }
    (href, whole)
}

/// What RFC 3986 calls unreserved stays; all else is encoded, a space as `%20`.
fn push_encoded(href: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            href.push(char::from(byte));
        } else {
            href.push('%');
            for digit in [byte >> 4, byte & 15] {
                href.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
}
