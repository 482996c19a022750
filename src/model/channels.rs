//! The channels: the letter as a link, as HTML and as a file, and the reminders as a calendar.
//!
//! Each is made from text alone, whole and at once: a browser lets a click copy, open or download
//! only what is ready when it happens.

mod calendar;
mod eml;
mod html;
mod links;
mod plain_text;

pub use calendar::{Date, Reminder, calendar};
pub use eml::eml;
pub use html::html;
pub use links::{Link, MAILTO_LIMIT, WEBMAIL_LIMIT, Webmail};
pub use plain_text::plain;

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
