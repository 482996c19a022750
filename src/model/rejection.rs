//! The pasted rejection: what it tells, as the linter's patterns read it, and hints from it for the form.
//! It is never stored.

use super::linter::{Line, Patterns, ends, is_unread, sentences};
use super::text::{COMMAS, ends_sentence, is_word_char, join, tidy};
use crate::content::encoded::{decode, encode, record};
use crate::content::{Facts, Group, Language, LinterData, RejectionData, Text};

/// The longest name below a message, in words.
const NAME_WORDS: usize = 4;
/// The longest closing, in words, where a name follows on the same line.
const CLOSING_WORDS: usize = 5;
/// The start of a title behind a name on its line: "Dana Rivera, Head of Talent".
const BEHIND_NAME: [char; 11] = [',', '،', '、', '|', '(', '–', '—', '•', '·', '/', '\t'];

/// What a message tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How many sentences say how it ended.
    pub decided: usize,
    /// How many say that an application has come in.
    pub received: usize,
    /// How many tell of each fact of which any does, by its `id`.
    pub facts: Vec<(String, usize)>,
    /// Who signed it.
    pub name: Option<String>,
    /// Whether it came from an address that nobody reads.
    pub is_unread: bool,
}

record!(<'t> Told, 't { decided, received, facts, name, is_unread });

impl Told {
    /// Reads a message, in the language of this data.
    #[must_use]
    pub fn read(text: &str, rejections: &RejectionData, data: &'static LinterData) -> Self {
        let lists = [&rejections.decided, &rejections.received, &rejections.conditions];
        let facts = &rejections.facts.0;
        let lists = lists.into_iter().chain(facts.iter().map(|(_, patterns)| patterns));
        let patterns = Patterns::new(lists, data);
        let mut counts = vec![0; facts.len() + CONDITIONS + 1];
        for sentence in sentences(text, data) {
            // What may come has not happened.
            let is_condition = |at: &usize| patterns.begins(&sentence.words[*at..], CONDITIONS);
            let end = (0..sentence.words.len()).find(is_condition);
            let words = &sentence.words[..end.unwrap_or(sentence.words.len())];
            for (index, _) in patterns.found(words, &[]) {
                counts[index] += 1;
            }
        }
        let facts = facts.iter().zip(&counts[CONDITIONS + 1..]);
        let facts =
            facts.filter(|(_, count)| **count > 0).map(|((id, _), it)| (id.to_string(), *it));
        Self {
            decided: counts[0],
            received: counts[1],
            facts: facts.collect(),
            name: Signed { text, rejections, data }.name(),
            is_unread: text
                .split_whitespace()
                .any(|it| it.contains('@') && is_unread(it, &data.unread)),
        }
    }

    /// Serializes it, for [`Told::decode`].
    #[must_use]
    pub fn encode(&self) -> String {
        encode(self)
    }

    /// Deserializes it; `None` when the text is of another build.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        decode(text)
    }
}

/// The number of the patterns for what may come: behind those for how it ended and for what came in,
/// before those for facts.
const CONDITIONS: usize = 2;

/// Hints for the form from a rejection.
#[derive(Debug, Clone, PartialEq, Hash)]
pub struct Hints {
    /// The facts that it tells of.
    pub facts: Option<Facts>,
    /// Who signed it.
    pub name: Option<String>,
    /// Whether it came from an address that nobody reads.
    pub is_unread: bool,
}

/// The hints in what a message tells; none where it only acknowledges an application.
#[must_use]
pub fn hints(told: &Told, language: &Language) -> Hints {
    let is_receipt = told.decided == 0 && told.received > 0;
    Hints {
        facts: if is_receipt { None } else { facts(told, language) },
        name: told.name.clone().filter(|_| !is_receipt),
        is_unread: told.is_unread,
    }
}

/// The facts that a rejection tells of: of each group of which one holds the one for which most speaks,
/// and the first of the language where nothing more is said.
fn facts(told: &Told, language: &Language) -> Option<Facts> {
    let count = |id: &str| told.facts.iter().find(|it| it.0 == id).map_or(0, |it| it.1);
    let told_of = |group| {
        let facts = language.facts.iter().filter(move |it| it.group == group);
        facts.map(|it| (&it.id, count(&it.id))).filter(|it| it.1 > 0)
    };
    if told.decided == 0 && told_of(Group::Outcome).next().is_none() {
        return None;
    }
    let (mut facts, _) = Facts::parse("", language);
    for group in Group::ALL {
        let most = told_of(group).map(|it| it.1).max();
        // Of two that exclude each other and are told as often the first one counts.
        let counts = told_of(group).filter(|it| group == Group::Also || Some(it.1) == most);
        let limit = if group == Group::Also { usize::MAX } else { 1 };
        for (id, _) in counts.take(limit) {
            facts = facts.with(id, true, language);
        }
    }
    Some(facts)
}

/// A message, with what is known of how such messages are written.
struct Signed<'a> {
    text: &'a str,
    rejections: &'a RejectionData,
    data: &'a LinterData,
}

impl Signed<'_> {
    /// The name of the person who signed, behind the closing line or on it.
    fn name(&self) -> Option<String> {
        let paragraphs = self.paragraphs();
        let mut pairs = paragraphs.windows(2);
        let below = pairs.find_map(|pair| {
            let name = self.name_of(&pair[1]);
            // One closing may follow another.
            let [above, below] = [0, 1].map(|it| self.is_closing(&pair[it]));
            (above && !below && is_short(name)).then_some(name)
        });
        let name =
            below.or_else(|| paragraphs.iter().find_map(|it| self.name_behind_closing(it)))?;
        self.is_person(name).then(|| name.to_owned())
    }

    /// The paragraphs, each on one line without the marks of a quotation.
    fn paragraphs(&self) -> Vec<String> {
        let text = self.text;
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for end in ends(text, self.data, &self.rejections.closings).into_iter().chain([text.len()])
        {
            let lines = text[start..end].lines().map(|line| Line::read(line).text);
            paragraphs.push(tidy(&join(lines, self.data.length_unit.sentence_space())));
            start = end;
        }
        paragraphs.retain(|it| !it.is_empty());
        paragraphs
    }

    fn is_closing(&self, line: &str) -> bool {
        let line = line.trim_end_matches('!');
        Line::read(line).is_closing(self.data, &self.rejections.closings)
    }

    /// The name at the end of a text on one line: "... for now. Kind regards, Dana Rivera".
    fn name_behind_closing<'a>(&self, paragraph: &'a str) -> Option<&'a str> {
        let ends = paragraph.match_indices(ends_sentence).map(|(at, mark)| at + mark.len());
        ends.filter_map(|at| {
            let (closing, name) = paragraph[at..].split_once(COMMAS)?;
            let name = self.name_of(name);
            let is_closing = closing.starts_with(' ') && self.is_closing(closing);
            let is_short_closing =
                is_closing && closing.split_whitespace().count() <= CLOSING_WORDS;
            (is_short_closing && is_short(name)).then_some(name)
        })
        .next_back()
    }

    /// The part of a line before a title or anything else that may follow a name.
    fn name_of<'a>(&self, line: &'a str) -> &'a str {
        let titles = &self.data.habits.titles;
        let is_title = |it: &str| titles.iter().any(|title| title.trim_end_matches('.') == it);
        let mut parts = line.trim().split(BEHIND_NAME);
        let first = parts.next().unwrap_or_default();
        // In Arabic a stroke ends a title: "أ/ محمد عبد الرحمن".
        let name = if is_title(first.trim()) { parts.next().unwrap_or(first) } else { first };
        name.split(" - ").next().unwrap_or_default().trim()
    }

    /// Whether this is what a person is called, and neither a team, a company, nor something else.
    fn is_person(&self, name: &str) -> bool {
        let is_unspaced = !self.data.length_unit.has_spaces();
        let teams = || self.data.habits.teams.iter().chain(&self.rejections.teams);
        let is_team = |word: &str| {
            let word = word.trim_matches(|it| !is_word_char(it));
            // Without spaces a word of a team stands anywhere in what it is called, 株式会社北風採用担当,
            // but one of a single character may be part of a name: 渡部.
            let is_part = |it: &Text| is_unspaced && it.chars().count() > 1 && word.contains(&**it);
            teams().any(|it| it.eq_ignore_ascii_case(word) || is_part(it))
        };
        let words = self.text.split_whitespace().filter(|it| *it != ">");
        let line = join(words, " ").to_ascii_lowercase();
        let small = name.to_ascii_lowercase();
        let employers = self.rejections.employers.iter();
        let mut employers = employers.map(|it| join([it, &*small].into_iter(), " "));
        name.starts_with(|it: char| !it.is_ascii_lowercase() && is_word_char(it))
            && !name.contains(|it: char| it.is_ascii_digit() || matches!(it, '@' | ':' | '&'))
            && !name.ends_with(|it| ends_sentence(it) || COMMAS.contains(&it))
            && !name.split_whitespace().any(is_team)
            && !employers.any(|it| line.contains(&it))
    }
}

fn is_short(name: &str) -> bool {
    (1..=NAME_WORDS).contains(&name.split_whitespace().count())
}
