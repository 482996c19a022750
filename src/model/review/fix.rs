//! A fix, put into the text.

use std::ops::Range;

/// A text with a fix in a place of it. What is taken out leaves no gap: neither two spaces, nor one
/// at the end of a line, nor an empty paragraph.
pub(in crate::model) fn fixed(text: &str, place: Range<usize>, fix: &str) -> String {
    let (before, after) = (&text[..place.start], &text[place.end..]);
    if !fix.is_empty() {
        return [before, fix, after].concat();
    }
    let (start, end) = (before.trim_end_matches(' '), after.trim_start_matches(' '));
    let (above, below) = (start.trim_end_matches('\n'), end.trim_start_matches('\n'));
    let breaks = [&start[above.len()..], &end[..end.len() - below.len()]];
    let [begins, ends] = [start, end].map(str::is_empty);
    let [is_first, is_last] = [begins || !breaks[0].is_empty(), ends || !breaks[1].is_empty()];
    let is_apart =
        start.len() < before.len() || end.len() < after.len() || text[place].ends_with(' ');
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
