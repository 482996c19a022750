//! Line breaks: which of them end a paragraph, and which are hard wraps of a mail program.

use crate::content::{Habits, LinterData, Text};
use crate::model::text::{COMMAS, ends_sentence, is_lowercase, is_uppercase, is_word_char};

/// The longest line that greets, in words.
const GREETING_WORDS: usize = 8;
/// The longest closing line, in words.
const CLOSING_WORDS: usize = 6;
/// Nobody breaks lines before this column; who ends one earlier means to.
const NARROWEST: usize = 40;
/// From here on most scripts have no capitals.
const CASELESS: char = '\u{590}';
/// Marks that begin the items of a list.
const BULLETS: [char; 5] = ['-', '*', '•', '–', '·'];

/// Where the lines end that end a paragraph, a greeting, a closing or an item, in bytes. Any other line
/// was broken because it was too long. `more` are closings beside those of the data.
pub(in crate::model) fn ends(text: &str, data: &LinterData, more: &[Text]) -> Vec<usize> {
    let mut ends = Vec::new();
    let mut lines = text.split('\n');
    let mut before = Line::read(lines.next().unwrap_or_default());
    let (mut begins, mut in_list) = (true, before.is_item());
    let mut at = before.length;
    for line in lines {
        let line = Line::read(line);
        let is_item = line.is_item() && (in_list || before.may_end());
        let is_end = is_item
            || before.text.is_empty()
            || line.text.is_empty()
            || before.depth != line.depth
            || begins && before.greets(&data.habits)
            || before.is_closing(data, more)
            || line.is_closing(data, more)
            || before.is_short_before(&line);
        if is_end {
            ends.push(at);
            in_list = is_item || in_list && !line.text.is_empty() && !before.text.is_empty();
        }
        begins = is_end;
        at += 1 + line.length;
        before = line;
    }
    ends
}

/// A text without what others wrote: quoted lines in a text with others, and what is below a line such as
/// "On Monday Dana wrote:". There are spaces in its place, so that it is as long as it was.
pub(super) fn own(text: &str, data: &LinterData) -> String {
    let lines: Vec<_> = text.split('\n').map(Line::read).collect();
    let said = || lines.iter().filter(|it| !it.text.is_empty());
    let depth = said().map(|it| it.depth).min().unwrap_or_default();
    let mut is_below = false;
    let mut own = String::new();
    let mut rest = text;
    for (index, line) in lines.iter().enumerate() {
        // The line may be broken in two.
        let next = lines.get(index + 1).map_or("", |it| it.text);
        let before = index.checked_sub(1).map_or("", |it| lines[it].text);
        let is_quoting = is_attribution(&[line.text], data)
            || is_attribution(&[line.text, next], data)
            || is_attribution(&[before, line.text], data);
        if is_quoting {
            // What is quoted line by line ends where the marks do.
            let mut below = lines[index + 1..].iter().filter(|it| !it.text.is_empty());
            let is_marked = below.find(|it| it.text != next || it.depth > depth);
            is_below = is_marked.is_some_and(|it| it.depth <= depth);
        }
        let is_own = !is_quoting && !is_below && line.depth <= depth;
        let (line, after) = rest.split_at(line.length);
        own.push_str(&if is_own { line.to_owned() } else { " ".repeat(line.len()) });
        rest = after.strip_prefix('\n').unwrap_or_default();
        own.push_str(if after.is_empty() { "" } else { "\n" });
    }
    own
}

/// Whether lines say who wrote what is below.
fn is_attribution(lines: &[&str], data: &LinterData) -> bool {
    let ([first, ..], [.., last]) = (lines, lines) else { return false };
    data.attributions.iter().any(|it| {
        let (start, end) = it.split_once('…').unwrap_or((it, ""));
        let ending = last.len().checked_sub(end.len()).and_then(|it| last.get(it..));
        without_start(first, start).is_some_and(|rest| !end.is_empty() || rest.is_empty())
            && ending.is_some_and(|it| it.eq_ignore_ascii_case(end))
    })
}

/// Where the signature begins, behind the line of two hyphens that mail programs put before it.
pub(super) fn signature(text: &str) -> usize {
    let mut lines = text.split('\n');
    let line = lines.find(|it| Line::read(it).text == "--");
    line.map_or(text.len(), |it| it.as_ptr() as usize - text.as_ptr() as usize)
}

/// Whether a text has the parts of a letter: a greeting, a closing, or more than one paragraph.
pub(super) fn is_letter(text: &str, data: &LinterData) -> bool {
    let mut lines = text.trim().lines().map(Line::read);
    let greets = lines.next().is_some_and(|it| it.greets(&data.habits));
    lines.any(|it| greets || it.text.is_empty() || it.is_closing(data, &[]))
}

/// A line of a text.
pub(in crate::model) struct Line<'a> {
    /// Without the space around it and the marks of a quotation.
    pub(in crate::model) text: &'a str,
    /// How many marks of a quotation it has.
    depth: usize,
    /// In bytes.
    length: usize,
}

impl<'a> Line<'a> {
    /// Reads a line as it stands.
    pub(in crate::model) fn read(line: &'a str) -> Self {
        let is_before = |it: char| it == '>' || it.is_whitespace();
        let text = line.trim_start_matches(is_before);
        let depth = line[..line.len() - text.len()].matches('>').count();
        Self { text: text.trim_end(), depth, length: line.len() }
    }

    fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Whether it is an item of a list.
    fn is_item(&self) -> bool {
        let rest = self.text.trim_start_matches(|it: char| it.is_ascii_digit());
        let rest = if rest.len() < self.text.len() {
            rest.strip_prefix(['.', ')'])
        } else {
            rest.strip_prefix(BULLETS)
        };
        rest.is_some_and(|it| it.starts_with([' ', '\t', '\u{a0}']))
    }

    /// Whether something may end here: a sentence, or what introduces a list.
    fn may_end(&self) -> bool {
        self.text.ends_with(|it| ends_sentence(it) || is_pause(it))
    }

    /// Whether it greets somebody.
    fn greets(&self, habits: &Habits) -> bool {
        self.text.ends_with(|it| COMMAS.contains(&it) || matches!(it, ':' | '!' | '-' | '–' | '—'))
            && !self.text.trim_end_matches(COMMAS).contains(COMMAS)
            && self.words() <= GREETING_WORDS
            && begins_with(self.text, &habits.greetings)
    }

    /// Whether it is the closing line, such as "Kind regards,", also one of those that companies write.
    pub(in crate::model) fn is_closing(&self, data: &LinterData, more: &[Text]) -> bool {
        !self.text.ends_with(|it| ends_sentence(it) || matches!(it, ':' | ';' | '؛'))
            && self.words() <= CLOSING_WORDS
            && [&data.closings, more].into_iter().any(|it| begins_with(self.text, it))
    }

    /// Whether the first word of another line would have had its span here.
    fn is_short_before(&self, next: &Line<'_>) -> bool {
        let word = next.text.split_whitespace().next().unwrap_or_default();
        let is_i = word.strip_prefix('I').is_some_and(|it| !it.starts_with(is_word_char));
        word.starts_with(begins_sentence)
            && !is_i
            && self.text.chars().count() + 1 + word.chars().count() <= NARROWEST
    }
}

/// Whether a mark divides a sentence, in any script.
pub(super) fn is_pause(mark: char) -> bool {
    COMMAS.contains(&mark) || matches!(mark, ';' | ':' | '؛')
}

/// Whether a letter may begin a sentence: a capital, or one of a script that has none.
fn begins_sentence(letter: char) -> bool {
    is_uppercase(letter) || letter >= CASELESS && is_word_char(letter) && !is_lowercase(letter)
}

/// Whether a text begins with one of these, in either case and with any space.
fn begins_with(text: &str, beginnings: &[Text]) -> bool {
    beginnings.iter().any(|it| {
        let rest = without_start(text, it);
        // "Yourself" is no "Yours".
        rest.is_some_and(|rest| it.ends_with(' ') || !rest.starts_with(is_word_char))
    })
}

/// A text behind this beginning, in either case and with any space.
pub(super) fn without_start<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut letters = text.chars();
    let is_next = |it: char| {
        letters.next().is_some_and(|letter| {
            letter.eq_ignore_ascii_case(&it) || it == ' ' && letter.is_whitespace()
        })
    };
    start.chars().all(is_next).then_some(letters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_letter_of_any_script_that_has_them_begins_no_sentence() {
        for letter in ['a', 'é', 'ạ', 'ỹ', 'я', 'ς'] {
            assert!(!begins_sentence(letter), "{letter}");
        }
        for letter in ['A', 'É', 'Ạ', 'Я', 'م', '面'] {
            assert!(begins_sentence(letter), "{letter}");
        }
    }
}
