//! Three-way merge of saved texts: the changes of two sides to the same text, put together.

use super::text::floor_char_boundary;

/// Ends an entry; a control character that no field holds.
pub(super) const ENTRY: char = '\u{1e}';
/// Stands between the key of an entry and its value.
pub(super) const KEY: char = '\u{1f}';

/// How many entries are read, which is more than the widget writes; a text that somebody else made must
/// not keep the page waiting.
const ENTRY_LIMIT: usize = 500;

/// How many bytes around a change tell its place in another text.
const CONTEXT: usize = 8;

/// The entries of a saved text: each key with its value.
pub(super) fn entries(text: &str) -> impl Iterator<Item = (&str, &str)> {
    text.split(ENTRY).skip(1).take(ENTRY_LIMIT).filter_map(|entry| entry.split_once(KEY))
}

/// The three-way merge of a saved text, and whether the two sides conflict: both have changed the same
/// entry, each in another way. There the first side wins.
///
/// ```
/// use good_sport::model::merge;
///
/// let base = "1\u{1e}company\u{1f}Acme";
/// let [one, other] = ["1\u{1e}company\u{1f}Globex", "1\u{1e}company\u{1f}Acme\u{1e}role\u{1f}baker"];
/// let both = "1\u{1e}company\u{1f}Globex\u{1e}role\u{1f}baker";
/// assert_eq!(merge(base, one, other), (both.to_owned(), false));
/// ```
#[must_use]
pub fn merge(base: &str, first: &str, second: &str) -> (String, bool) {
    let read = |text| entries(text).collect::<Vec<_>>();
    let (base_entries, first_entries, second_entries) = (read(base), read(first), read(second));
    let sides = |key: &str| {
        let of = |entries: &[(&str, &str)]| {
            let found = entries.iter().find(|it| it.0 == key);
            found.map(|(_, value)| (*value).to_owned())
        };
        [of(&base_entries), of(&first_entries), of(&second_entries)]
    };
    let mut keys: Vec<&str> = Vec::new();
    for (key, _) in first_entries.iter().chain(&second_entries) {
        if !keys.contains(key) {
            keys.push(key);
        }
    }
    let clashes = keys.iter().filter(|key| value(key, sides(key)).is_none());
    let clashing: Vec<_> = clashes.map(|key| whole(key)).collect();
    let mut merged = String::from(first.split(ENTRY).next().unwrap_or_default());
    for key in keys {
        let sides = sides(key);
        let chosen = if clashing.contains(&whole(key)) {
            sides[1].clone()
        } else {
            value(key, sides).flatten()
        };
        if let Some(value) = chosen {
            merged.push(ENTRY);
            merged.push_str(key);
            merged.push(KEY);
            merged.push_str(&value);
        }
    }
    (merged, !clashing.is_empty())
}

/// The owner of an entry, whose entries must not be mixed: the letter, or a person, by their number.
fn whole(key: &str) -> &str {
    match key {
        "subject" | "body" | "over-subject" | "over-body" => "letter",
        _ if key.starts_with(|it: char| it.is_ascii_digit()) => &key[..1],
        _ => key,
    }
}

/// The value of a key from what it was and what two sides have made of it, where they agree.
#[allow(clippy::option_option, reason = "to agree on nothing is not to disagree")]
fn value(key: &str, [base, first, second]: [Option<String>; 3]) -> Option<Option<String>> {
    if first == base || first == second {
        Some(second)
    } else if second == base {
        Some(first)
    } else if let (true, Some(base), Some(first), Some(second)) =
        (key.ends_with("body") || key.ends_with("note"), base, first, second)
    {
        both(&base, &first, &second).map(Some)
    } else {
        None
    }
}

/// A text with the changes of both sides: where they stand apart, or where at least one of them is
/// at one place, and the other one has left the words around it alone.
fn both(base: &str, first: &str, second: &str) -> Option<String> {
    let [(first_start, first_end), (second_start, second_end)] =
        [first, second].map(|it| changed(base, it));
    if first_end <= second_start {
        let ending = first.len() - (base.len() - first_end);
        Some([&first[..ending], &base[first_end..second_start], &second[second_start..]].concat())
    } else if second_end <= first_start {
        both(base, second, first)
    } else {
        patched(base, first, second).or_else(|| patched(base, second, first))
    }
}

/// A text with a change that was made to another one: at the only place that has the same words
/// around it.
fn patched(base: &str, changes: &str, text: &str) -> Option<String> {
    let (start, end) = changed(base, changes);
    let change = &changes[start..changes.len() - (base.len() - end)];
    let from = floor_char_boundary(base, start.saturating_sub(CONTEXT));
    let is_end = |it: &usize| base.is_char_boundary(*it);
    let to = (end + CONTEXT..base.len()).find(is_end).unwrap_or(base.len());
    let around = &base[from..to];
    let at = text.find(around).filter(|it| text.rfind(around) == Some(*it))?;
    Some([&text[..at + start - from], change, &text[at + end - from..]].concat())
}

/// The part of a text that another one has in another way, in bytes.
pub(crate) fn changed(base: &str, other: &str) -> (usize, usize) {
    let same = |(one, other): &(char, char)| one == other;
    let size = |(it, _): (char, char)| it.len_utf8();
    let start = base.chars().zip(other.chars()).take_while(same).map(size).sum();
    let rests = base[start..].chars().rev().zip(other[start..].chars().rev());
    let end: usize = rests.take_while(same).map(size).sum();
    (start, base.len() - end)
}
