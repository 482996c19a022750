//! Suggestions: one is put into the text in place of its span.

use std::ops::Range;

/// A text with a suggestion in a span of it. What is taken out leaves no gap: neither two spaces, nor one
/// at the end of a line, nor an empty paragraph.
pub(in crate::model) fn with_suggestion(
    text: &str,
    span: Range<usize>,
    suggestion: &str,
) -> String {
    let (before, after) = (&text[..span.start], &text[span.end..]);
    if !suggestion.is_empty() {
        return [before, suggestion, after].concat();
    }
    let (start, end) = (before.trim_end_matches(' '), after.trim_start_matches(' '));
    let (above, below) = (start.trim_end_matches('\n'), end.trim_start_matches('\n'));
    let breaks = [&start[above.len()..], &end[..end.len() - below.len()]];
    let [begins, ends] = [start, end].map(str::is_empty);
    let [is_first, is_last] = [begins || !breaks[0].is_empty(), ends || !breaks[1].is_empty()];
    let is_apart =
        start.len() < before.len() || end.len() < after.len() || text[span].ends_with(' ');
    let between = match (is_first, is_last) {
        // Nothing is left of the line.
        (true, true) if above.is_empty() || below.is_empty() => "",
        (true, true) if breaks[0].len() > breaks[1].len() => breaks[0],
        (true, true) => breaks[1],
        (false, false) if is_apart => " ",
        (true | false, true | false) => return [start, end].concat(),
    };
    if is_first { [above, between, below].concat() } else { [start, between, end].concat() }
}
