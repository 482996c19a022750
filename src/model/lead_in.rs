//! Lead-ins: words that people write before a name, and that the letter has already.

use super::text::{HasText as _, is_lowercase, is_uppercase};
use crate::content::{Habits, Text};

/// The text without the first of these beginnings that it has, in either case, unless that belongs to
/// a name: "To Kit-fong", "A Level Maths Teacher".
pub(super) fn without_first<'a>(text: &'a str, beginnings: &[Text], habits: &Habits) -> &'a str {
    let found = beginnings.iter().find_map(|it| {
        let (start, rest) = text.split_at_checked(it.len())?;
        let is_name = habits.also_names.has(it)
            && start.starts_with(is_uppercase)
            && !rest.starts_with(is_lowercase)
            && !habits.titles.iter().any(|title| begins(rest, title));
        (start.eq_ignore_ascii_case(it) && !is_name).then_some(rest)
    });
    found.unwrap_or(text)
}

/// The text without the first of these ends that it has, unless it is all there is.
pub(super) fn without_last<'a>(text: &'a str, ends: &[Text]) -> &'a str {
    let found = ends.iter().find_map(|it| text.strip_suffix(it.as_str()));
    found.map(str::trim_end).filter(|it| !it.is_empty()).unwrap_or(text)
}

/// Whether a text begins with this word, in either case.
pub(super) fn begins(text: &str, word: &str) -> bool {
    let first = text.split([' ', '.']).next().unwrap_or_default();
    first.eq_ignore_ascii_case(word)
}
