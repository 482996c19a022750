//! Placeholders without brackets: `XXX`, `___`, `TBD`, "Company Name", dots where a word is missing.

use std::ops::Range;

use super::counts::phrase;
use super::page::{Page, parts};
use crate::model::text::{HasText, is_word_char};

/// A line of so many underscores is one that a mail program draws.
const RULE: usize = 24;
/// The longest line that only says what belongs there, in bytes.
const LONGEST: usize = 60;
/// How many words the name of a placeholder has at most.
const WORDS: usize = 8;
/// How many dots are more than a pause.
const DOTS: usize = 3;

/// The numerals of Chinese and Japanese.
const NUMERALS: &str = "〇一二三四五六七八九";

/// The spans of blanks without brackets.
pub(super) fn blanks(page: &Page<'_>) -> Vec<Range<usize>> {
    let words: Vec<_> = words(page).collect();
    let mut blanks = leftovers(page);
    for (index, span) in words.iter().enumerate() {
        let token = &page.text[span.clone()];
        let is_blank = is_gap(page, span)
            || is_crossed_out(page, token, span)
            || is_pending(page, token, span)
            || is_code(page, token, span);
        if is_blank {
            blanks.push(whole(page.text, span));
        }
        blanks.extend(titled(page, &words[index..]));
        blanks.extend(inserted(page, &words[index..]));
    }
    blanks.extend(lines(page));
    blanks.retain(|it| !page.is_quoted(it) && !page.has_name(&page.text[it.clone()]));
    let mut kept: Vec<Range<usize>> = Vec::new();
    for span in blanks {
        if kept.iter().all(|it| it.end <= span.start || span.end <= it.start) {
            kept.push(span);
        }
    }
    kept
}

/// The lines in place of a word, also the full-width one of Japanese and the one of Arabic.
const LINES: &str = "_＿ـ";

/// The runs of letters, digits, underscores and dots, each with its span.
fn words<'a>(page: &Page<'a>) -> impl Iterator<Item = Range<usize>> + use<'a> {
    let (text, is_spaced) = (page.text, page.data.length_unit.has_spaces());
    let kind = move |it: char| match it {
        '.' | '…' => 1,
        '＿' | 'ـ' => 3,
        _ if !is_spaced && !it.is_ascii() && is_word_char(it) => 4,
        _ if is_word_char(it) || it == '_' => 2,
        '\'' | '’' => 2,
        _ => 0,
    };
    let mut letters = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, it)| kind(*it) > 0)?;
        let mut end = start + first.len_utf8();
        while letters.next_if(|(_, it)| kind(*it) == kind(first)).is_some() {
            end = letters.peek().map_or(text.len(), |it| it.0);
        }
        Some(start..end)
    })
}

/// The last word before this, on the same line.
fn before<'a>(page: &Page<'a>, at: usize) -> &'a str {
    let line = &page.text[page.line(at).start..at];
    let line = line.trim_end_matches(|it: char| !is_word_char(it) && it != ':' && it != '$');
    let goes_on = |it: char| is_word_char(it) || matches!(it, '\'' | '’' | ':' | '$');
    &line[line.trim_end_matches(goes_on).len()..]
}

/// Whether a word lacks the one that belongs behind it.
fn needs(page: &Page<'_>, word: &str) -> bool {
    let word = word.to_ascii_lowercase().replace('’', "'");
    page.data
        .needy
        .iter()
        .any(|it| word == *it || it.starts_with('\'') && word.ends_with(it.as_str()))
}

/// Underscores or dots in place of a word.
fn is_gap(page: &Page<'_>, span: &Range<usize>) -> bool {
    let token = &page.text[span.clone()];
    if !token.starts_with(|it| matches!(it, '.' | '…') || LINES.contains(it)) {
        return false;
    }
    let (text, line) = (page.text, page.line(span.start));
    let (left, right) = (&text[line.start..span.start], &text[span.end..line.end]);
    let is_alone = left.trim_matches([' ', '>', '\t']).is_empty() && right.trim().is_empty();
    if token.chars().all(|it| LINES.contains(it)) {
        return token.chars().count() >= DOTS && !(is_alone && token.len() >= RULE);
    }
    let is_dots = token.contains('…') || token.len() >= DOTS && !token.contains('_');
    let is_apart = left.is_empty() || left.ends_with(char::is_whitespace);
    let is_end = right.trim().is_empty();
    if !is_dots || !is_apart || !is_end && right.starts_with(is_word_char) {
        return false;
    }
    let is_opened = |word: &str| {
        let clause = left.trim_end().strip_suffix(word).unwrap_or_default();
        is_end && clause.trim_end().ends_with(',')
    };
    let word = before(page, span.start);
    is_alone || word.ends_with(':') || needs(page, word) || is_title(page, word) || is_opened(word)
}

/// `XXX` for a word: no numeral of a chapter or a pope, and no size.
fn is_crossed_out(page: &Page<'_>, token: &str, span: &Range<usize>) -> bool {
    let text = page.text;
    let is_date = text[..span.start].ends_with('/') || text[span.end..].starts_with(['/', '-']);
    let is_small = token.len() > 1 && token.bytes().all(|it| it == b'x');
    if token.len() < 2 || !token.bytes().all(|it| it == b'X') {
        return is_small && is_date && text[span.end..].starts_with('/');
    }
    let word = before(page, span.start);
    let after = text[span.end..].trim_start();
    let numbers = |word: &str| page.data.numbered.has(&word.to_ascii_lowercase());
    let after = after.split(|it: char| !is_word_char(it)).next().unwrap_or_default();
    let is_name = word.starts_with(|it: char| it.is_ascii_uppercase())
        && !page.data.capital_nouns
        && !needs(page, word);
    let is_numeral =
        token.len() < 4 && (is_name || numbers(word) || numbers(after)) && !is_title(page, word);
    !is_numeral
}

fn is_title(page: &Page<'_>, word: &str) -> bool {
    page.reading
        .data
        .habits
        .titles
        .iter()
        .any(|it| it.trim_end_matches('.').eq_ignore_ascii_case(word))
}

/// `TBD` where a word belongs, and not "the date is TBD" nor "a TODO app".
fn is_pending(page: &Page<'_>, token: &str, span: &Range<usize>) -> bool {
    let is_loud = token.bytes().all(|it| it.is_ascii_uppercase());
    if !is_loud || !page.data.pending.has(&token.to_ascii_lowercase()) {
        return false;
    }
    let after = &page.text[span.end..];
    let word = after.trim_start().split(|it: char| !is_word_char(it)).next().unwrap_or_default();
    let is_free = !after.starts_with(' ')
        || !word.starts_with(|it: char| it.is_ascii_lowercase())
        || needs(page, word);
    let begins = page.reading.begins(span.start);
    let tells = page.data.instructions.iter().any(|it| it == word);
    !page.mentions(span.start)
        && (needs(page, before(page, span.start)) && is_free
            || begins
                && (is_free && after.starts_with([':', ',', '\n']) || tells || after.is_empty()))
}

/// `FIRST_NAME`, `FNAME`: the words of a slot written as code does.
fn is_code(page: &Page<'_>, token: &str, span: &Range<usize>) -> bool {
    let is_loud = token.bytes().all(|it| it.is_ascii_uppercase() || it == b'_');
    let is_marked = page.text[..span.start].ends_with('$');
    if !is_loud && !is_marked {
        return false;
    }
    let parts = parts(token);
    // "FNAME" is one word, which nobody says.
    let is_word = parts.len() == 1 && (token.contains('_') || !page.data.codes.has(&parts[0]));
    let is_slot =
        parts.iter().all(|it| page.is_listed(it)) && parts.iter().any(|it| page.is_strong(it));
    is_slot && (is_marked || !is_word) && !page.mentions(span.start)
}

/// A blank with what belongs to it: all of `XX/XX/2026`.
fn whole(text: &str, span: &Range<usize>) -> Range<usize> {
    let is_part = |it: char| it.is_ascii_digit() || matches!(it, '/' | '-' | 'X' | 'x' | '_' | '$');
    let end = text.len() - text[span.end..].trim_start_matches(is_part).len();
    let start = text[..span.start].trim_end_matches(is_part).len();
    let is_date = text[start..end].contains('/') || text[..span.start].ends_with('$');
    if is_date { start..end } else { span.clone() }
}

/// "Company Name": words of a slot in capitals, as no sentence has them.
fn titled(page: &Page<'_>, words: &[Range<usize>]) -> Option<Range<usize>> {
    let is_capital =
        |it: &&Range<usize>| page.text[it.start..].starts_with(|it: char| it.is_ascii_uppercase());
    let run = words.iter().take(WORDS).take_while(is_capital).count();
    if run < 2 || before_is_capital(page, words[0].start) {
        return None;
    }
    let span = words[0].start..words[run - 1].end;
    let text = &page.text[span.clone()];
    let parts = parts(text);
    let last = parts.last()?;
    let names = |it: &String| page.is_strong(it) && !page.data.own.has(it);
    let is_slot = parts.iter().all(|it| page.is_listed(it))
        && (page.data.blanks.has(last) || page.data.codes.has(last))
        && (page.greets(span.start)
            || parts[..parts.len() - 1].iter().any(|it| names(it) || page.data.orders.has(it)));
    (is_slot && !text.contains(['.', '\n']) && !page.mentions(span.start)).then_some(span)
}

/// Whether the word before this, in the same sentence, begins with a capital too.
fn before_is_capital(page: &Page<'_>, at: usize) -> bool {
    let word = before(page, at);
    !page.reading.begins(at)
        && !needs(page, word)
        && word.starts_with(|it: char| it.is_ascii_uppercase())
}

/// "on insert date": an order where the thing itself belongs.
fn inserted(page: &Page<'_>, words: &[Range<usize>]) -> Option<Range<usize>> {
    let (order, rest) = words.split_first()?;
    let token = &page.text[order.clone()];
    if !page.data.orders.iter().any(|it| it.eq_ignore_ascii_case(token)) {
        return None;
    }
    let listed = rest.iter().take_while(|it| {
        let parts = parts(&page.text[(*it).clone()]);
        !parts.is_empty()
            && parts.iter().all(|it| page.is_listed(it))
            && page.line(it.start) == page.line(order.start)
    });
    let last = listed.last()?;
    let span = order.start..last.end;
    let parts = parts(&page.text[span.clone()]);
    let says = parts[1..].iter().any(|it| page.is_strong(it));
    let is_loud = token.bytes().all(|it| it.is_ascii_uppercase());
    let is_missing = is_loud || needs(page, before(page, order.start)) || line_is(page, &span);
    (says && is_missing && !page.mentions(span.start)).then_some(span)
}

/// Whether this is all of its line.
fn line_is(page: &Page<'_>, span: &Range<usize>) -> bool {
    let line = page.line(span.start);
    let around = [&page.text[line.start..span.start], &page.text[span.end..line.end]];
    around.iter().all(|it| it.trim_matches([' ', '>', ',', '\r']).is_empty())
}

/// Lines that say what belongs there, such as "Your name".
fn lines<'a>(page: &'a Page<'_>) -> impl Iterator<Item = Range<usize>> + 'a {
    let start = |line: &str| line.as_ptr() as usize - page.text.as_ptr() as usize;
    let lines = page.text.split('\n').map(|it| it.trim_matches([' ', '>', ',', '\r']));
    let lines = lines.filter(|line| {
        if line.len() > LONGEST {
            return false;
        }
        let parts = parts(line);
        let is_slot = parts.iter().all(|it| page.is_listed(it));
        let is_name = parts.last().is_some_and(|it| page.data.blanks.has(it));
        parts.len() > 1 && is_slot && is_name && line.bytes().all(|it| it != b'.')
    });
    lines.map(move |it| start(it)..start(it) + it.len())
}

/// Phrases that only templates have.
fn leftovers(page: &Page<'_>) -> Vec<Range<usize>> {
    let text = page.text.to_ascii_lowercase();
    let whole = |span: &Range<usize>| {
        let (before, after) = (&text[..span.start], &text[span.end..]);
        if page.data.length_unit.has_spaces() {
            return !before.ends_with(is_word_char) && !after.starts_with(is_word_char);
        }
        // The circle of a blank is a zero, too: 二〇〇〇年.
        !before.ends_with(|it| NUMERALS.contains(it))
    };
    let spans = page.data.leftovers.iter().filter_map(|it| phrase(&text, it));
    spans.filter(|it| whole(it) && !page.mentions(it.start)).collect()
}
