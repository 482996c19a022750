//! Truncation: a text cut at the end of a word, with an ellipsis.

use super::text::extends;

const ELLIPSIS: char = '…';

/// Signs that a word leaves behind when it is gone.
const LOOSE: [char; 13] = [' ', '\t', '-', '–', '—', '/', '|', ',', ';', ':', '.', '(', '&'];

/// Truncates a text to a limit, with an ellipsis. What a character
/// takes of the limit is for `cost` to say. A word that takes up most of the text is itself cut, but
/// none of its letters is.
///
/// ```
/// use good_sport::model::shortened;
///
/// assert_eq!(shortened("Thank you – Data analyst", 24, |_| 1), "Thank you – Data analyst");
/// assert_eq!(shortened("Thank you – Data analyst", 23, |_| 1), "Thank you – Data…");
/// assert_eq!(shortened("Thank you – Data analyst", 14, |_| 1), "Thank you…");
/// assert_eq!(shortened("謝謝你們的時間", 5, |_| 1), "謝謝你們…");
/// ```
#[must_use]
pub fn shortened(text: &str, limit: usize, cost: fn(char) -> usize) -> String {
    let room = limit.saturating_sub(cost(ELLIPSIS));
    let (mut word, mut letter, mut used) = (0, 0, 0);
    let mut before = None;
    for (at, it) in text.char_indices() {
        if used <= room {
            if it.is_whitespace() {
                word = at;
            }
            if before.is_none_or(|before| !belongs_to(it, before)) {
                letter = at;
            }
        }
        used += cost(it);
        before = Some(it);
    }
    if used <= limit {
        return text.to_owned();
    }
    let end = if word > letter / 2 { word } else { letter };
    let mut kept = text.split_at(end).0.trim_end_matches(LOOSE).to_owned();
    kept.push(ELLIPSIS);
    kept
}

/// Whether a character is shown as one with the one before it.
fn belongs_to(it: char, before: char) -> bool {
    let is_flag = |it| matches!(it, '\u{1f1e6}'..='\u{1f1ff}');
    before == '\u{200d}' || extends(it) || is_flag(it) && is_flag(before)
}
