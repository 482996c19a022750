//! The pasted rejection: hints from it for the form. It is read here and never stored.

use super::linter::{Line, Patterns, ends, is_unread, sentences};
use super::text::{is_word_char, join, tidy};
use crate::content::{Facts, Group, Language};

/// The longest name below a message, in words.
const NAME_WORDS: usize = 4;
/// The longest closing, in words, where a name follows on the same line.
const CLOSING_WORDS: usize = 5;
/// The start of a title behind a name on its line: "Dana Rivera, Head of Talent".
const BEHIND_NAME: [char; 9] = [',', '|', '(', '–', '—', '•', '·', '/', '\t'];

/// Hints for the form from a rejection.
#[derive(Debug, Clone, PartialEq)]
pub struct Hints {
    /// The facts that it tells of.
    pub facts: Option<Facts>,
    /// Who signed it.
    pub name: Option<String>,
    /// Whether it came from an address that nobody reads.
    pub is_unread: bool,
}

/// Extracts hints from a rejection; none where it only acknowledges an application.
#[must_use]
pub fn hints(text: &str, language: &'static Language) -> Hints {
    let (facts, is_receipt) = facts(text, language);
    Hints {
        facts,
        name: if is_receipt { None } else { name(text, language) },
        is_unread: text
            .split_whitespace()
            .any(|it| it.contains('@') && is_unread(it, &language.linter.unread)),
    }
}

/// The facts that a rejection tells of: of each group of which one holds the one for which most speaks,
/// and the first of the language where nothing more is said. And whether it only says that something
/// came in.
fn facts(text: &str, language: &'static Language) -> (Option<Facts>, bool) {
    let habits = &language.habits;
    let lists = [&habits.decided, &habits.received, &habits.conditions];
    let lists = lists.into_iter().chain(language.facts.iter().map(|it| &it.patterns));
    let patterns = Patterns::new(lists, &language.linter);
    let mut counts = vec![0; language.facts.len() + 3];
    for sentence in sentences(text, language) {
        // What may come has not happened.
        let is_condition = |at: &usize| patterns.begins(&sentence.words[*at..], 2);
        let end = (0..sentence.words.len()).find(is_condition);
        let words = &sentence.words[..end.unwrap_or(sentence.words.len())];
        for (index, _) in patterns.found(words, &[]) {
            counts[index] += 1;
        }
    }
    let [decided, received, _, counts @ ..] = &counts[..] else { return (None, false) };
    let is_outcome = |index: &usize| language.facts[*index].group == Group::Outcome;
    let tells = |index: &usize| counts[*index] > 0;
    let indices = 0..counts.len();
    if *decided == 0 && *received > 0 {
        return (None, true);
    }
    if *decided == 0 && !indices.clone().filter(is_outcome).any(|it| tells(&it)) {
        return (None, false);
    }
    let (mut facts, _) = Facts::parse("", language);
    for group in Group::ALL {
        let told = indices.clone().filter(tells).filter(|it| language.facts[*it].group == group);
        let most = told.clone().map(|it| counts[it]).max();
        // Of two that exclude each other and are told as often the first one counts.
        let counts = told.filter(|it| group == Group::Also || Some(counts[*it]) == most);
        let limit = if group == Group::Also { usize::MAX } else { 1 };
        for index in counts.take(limit) {
            facts = facts.with(&language.facts[index].id, true, language);
        }
    }
    (Some(facts), false)
}

/// The name of the person who signed, behind the closing line or on it.
fn name(text: &str, language: &Language) -> Option<String> {
    let paragraphs = paragraphs(text, language);
    let mut pairs = paragraphs.windows(2);
    let below = pairs.find_map(|pair| {
        let name = name_of(&pair[1]);
        (is_closing(&pair[0], language) && is_short(name)).then_some(name)
    });
    let name =
        below.or_else(|| paragraphs.iter().find_map(|it| name_behind_closing(it, language)))?;
    is_person(name, text, language).then(|| name.to_owned())
}

/// The paragraphs of a text, each on one line without the marks of a quotation.
fn paragraphs(text: &str, language: &Language) -> Vec<String> {
    let mut paragraphs = Vec::new();
    let mut start = 0;
    for end in ends(text, language).into_iter().chain([text.len()]) {
        let lines = text[start..end].lines().map(|line| Line::read(line).text);
        paragraphs.push(tidy(&join(lines, " ")));
        start = end;
    }
    paragraphs.retain(|it| !it.is_empty());
    paragraphs
}

fn is_closing(line: &str, language: &Language) -> bool {
    let line = line.trim_end_matches('!');
    Line::read(line).is_closing(&language.habits)
}

/// The name at the end of a text on one line: "... for now. Kind regards, Dana Rivera".
fn name_behind_closing<'a>(paragraph: &'a str, language: &Language) -> Option<&'a str> {
    let ends = paragraph.match_indices(['.', '!', '?']).map(|(at, _)| at + 1);
    ends.filter_map(|at| {
        let (closing, name) = paragraph[at..].split_once(',')?;
        let name = name_of(name);
        let is_closing = closing.starts_with(' ') && is_closing(closing, language);
        let is_short_closing = is_closing && closing.split_whitespace().count() <= CLOSING_WORDS;
        (is_short_closing && is_short(name)).then_some(name)
    })
    .next_back()
}

/// The part of a line before a title or anything else that may follow a name.
fn name_of(line: &str) -> &str {
    let name = line.trim().split(BEHIND_NAME).next().unwrap_or_default();
    name.split(" - ").next().unwrap_or_default().trim()
}

fn is_short(name: &str) -> bool {
    (1..=NAME_WORDS).contains(&name.split_whitespace().count())
}

/// Whether this is what a person is called, and neither a team, a company, nor something else.
fn is_person(name: &str, text: &str, language: &Language) -> bool {
    let habits = &language.habits;
    let is_team = |word: &str| {
        let word = word.trim_matches(|it| !is_word_char(it));
        habits.teams.iter().any(|it| it.eq_ignore_ascii_case(word))
    };
    let line = join(text.split_whitespace().filter(|it| *it != ">"), " ").to_ascii_lowercase();
    let small = name.to_ascii_lowercase();
    let mut employers = habits.employers.iter().map(|it| join([it, &*small].into_iter(), " "));
    name.starts_with(|it: char| !it.is_ascii_lowercase() && is_word_char(it))
        && !name.contains(|it: char| it.is_ascii_digit() || matches!(it, '@' | ':' | '&'))
        && !name.ends_with(['.', '!', '?', ','])
        && !name.split_whitespace().any(is_team)
        && !employers.any(|it| line.contains(&it))
}
