//! Suggestions: what goes with words that are taken out of a text.

use std::ops::Range;

/// Space within a line.
pub(super) const SPACES: &[char] = &[' ', '\t', '\u{a0}', '\u{202f}', '\u{3000}', '\r'];

/// The span of words that are taken out, with the space that would be left over: no two spaces, none before
/// a mark or at the end of a line, and no empty paragraph.
pub(super) fn with_gap(text: &str, span: Range<usize>) -> Range<usize> {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    let (left, right) = (before.trim_end_matches(SPACES), after.trim_start_matches(SPACES));
    let line = before.rsplit('\n').next().unwrap_or_default();
    let is_first = line.trim_start_matches('>').trim_start_matches(SPACES).is_empty();
    let is_last = right.is_empty() || right.starts_with('\n');
    let end = text.len() - right.len();
    match (is_first, is_last) {
        (true, true) => with_line(text, span.start..end),
        (true, false) => span.start..end,
        (false, true) => left.len()..span.end.max(end),
        (false, false) if left.len() == before.len() && !left.ends_with(['(', '“', '"']) => span,
        // What is between the others stays as it was written.
        (false, false) if right.len() < after.len() => span.start..end,
        (false, false) => left.len()..span.end,
    }
}

/// The span of whole lines, with the line breaks on one side: those that are fewer.
fn with_line(text: &str, span: Range<usize>) -> Range<usize> {
    let is_between = |it: char| it == '>' || it == '\n' || SPACES.contains(&it);
    let above = text[..span.start].trim_end_matches(is_between).len();
    let below = text.len() - text[span.end..].trim_start_matches(is_between).len();
    let breaks = |between: &str| between.matches('\n').count();
    if above == 0 {
        span.start..below
    } else if below == text.len()
        || breaks(&text[above..span.start]) <= breaks(&text[span.end..below])
    {
        above..span.end
    } else {
        span.start..below
    }
}
