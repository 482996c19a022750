//! The highlight: one thing that the writer valued, by the grammatical form in which they typed it.
//!
//! The form shows the beginning of a sentence, which people finish in many ways: "the tour", "hearing
//! about the team", "how you listened", "loved the tour", "to meet Dana", "Dana made me feel welcome",
//! "great team". A language file has a wording for each form.

use super::lead_in::without_first;
use super::text::{is_lowercase, is_uppercase, is_word_char, join, lowercase, uppercase};
use crate::content::{HighlightForm, HighlightHabits, Language, Text};

/// A highlight as the letter has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Highlight {
    /// The words, without what only repeats the sentence they are put into.
    pub(super) text: String,
    /// Their form.
    pub(super) form: HighlightForm,
}

/// How many words the subject of a sentence has at most.
const SUBJECT_WORDS: usize = 4;

impl Highlight {
    /// A highlight, said to its recipient; `None` when it says nothing.
    pub(super) fn of(typed: &str, recipient: &str, language: &Language) -> Option<Self> {
        Self::read(&addressed(typed, recipient, language), language)
    }

    fn read(typed: &str, language: &Language) -> Option<Self> {
        let habits = &language.highlight;
        let rest = without_first(typed, &habits.lead_ins, &language.habits);
        let text = rest.trim_end_matches(['.', ' ', ',', ';', '。', '、', '،', '؛']);
        if !text.chars().any(is_word_char) {
            return None;
        }
        let mut form = form(text, rest.len() == typed.len(), habits);
        let ends = |it: &Text| text.ends_with(it.as_str());
        if !language.length_unit.has_spaces() && habits.verbs.iter().any(ends) {
            if let Some(text) = nominal(text, habits) {
                return Some(Self { text, form: HighlightForm::Noun });
            }
            form = HighlightForm::Sentence;
        }
        if form == HighlightForm::Fragment && takes_article(text, habits) {
            return Some(Self {
                text: habits.article.to_string() + text,
                form: HighlightForm::Bare,
            });
        }
        let text = match form {
            HighlightForm::Sentence => {
                let end = if text.ends_with(['!', '?', '…', '！', '？', '؟']) {
                    ""
                } else {
                    language.length_unit.full_stop()
                };
                with_first(text, uppercase) + end
            }
            HighlightForm::Noun if is_possessive(first(text), habits) => text.to_owned(),
            HighlightForm::Fragment | HighlightForm::Bare => text.to_owned(),
            HighlightForm::Noun
            | HighlightForm::Gerund
            | HighlightForm::Clause
            | HighlightForm::Past
            | HighlightForm::Infinitive => with_first(text, lowercase),
        };
        Some(Self { text, form })
    }
}

/// A highlight that says "you" to its recipient: "Dana was so kind", written to Dana. It stays as it is where
/// the name may be that of somebody else, and where it is all there is.
fn addressed(typed: &str, recipient: &str, language: &Language) -> String {
    let habits = &language.highlight;
    let is = |list: &[Text], word: &str| list.iter().any(|it| it.eq_ignore_ascii_case(word));
    let names: Vec<&str> = recipient.split([' ', '.']).filter(|it| !it.is_empty()).collect();
    let is_name = |word: &str| {
        let word = word.trim_end_matches('.');
        let is_common = is(&habits.determiners, word) || is(&language.habits.teams, word);
        word.starts_with(is_uppercase) && !is_common && names.contains(&word)
    };
    let is_owner = |word: &str| {
        let owner = habits.possessives.iter().find_map(|it| word.strip_suffix(it.as_str()));
        owner.is_some_and(is_name)
    };
    let mut words = typed.split(' ').chain(names.iter().copied());
    let is_unclear = words.any(|it| is(&habits.third_person, it)) || typed.split(' ').all(is_name);
    let [you, your] = habits.second_person.as_slice() else { return typed.to_owned() };
    if is_unclear {
        return typed.to_owned();
    }
    let mut said: Vec<&str> = Vec::new();
    for word in typed.split(' ') {
        let is_behind_you = said.last() == Some(&you.as_str());
        let agreeing =
            || habits.agreements.iter().find_map(|it| it.strip_prefix(word)?.strip_prefix(' '));
        let next = match (is_name(word), is_owner(word)) {
            (true, _) => you,
            (_, true) => your,
            _ if is_behind_you => agreeing().unwrap_or(word),
            _ => word,
        };
        if is_behind_you && (next == you || next == your) {
            said.pop();
        }
        said.push(next);
    }
    join(said.into_iter(), " ")
}

fn form(text: &str, is_whole: bool, habits: &HighlightHabits) -> HighlightForm {
    let lower: String = text.chars().map(lowercase).collect();
    let words: Vec<_> = lower.split(' ').collect();
    let is = |list: &[Text], word: &str| list.iter().any(|it| it == word);
    let is_gerund = habits.gerunds.iter().any(|it| words[0].ends_with(it.as_str()));
    let determined = is(&habits.determiners, words[0]) || is_possessive(words[0], habits);
    let verbs = |words: &[&str]| words.iter().filter(|it| is(&habits.verbs, it)).count();
    let clause = words.iter().skip(1).position(|it| is(&habits.clause_words, it));
    let verb = words.iter().skip(1).position(|it| is(&habits.verbs, it));
    let is_clause_first = clause.is_some_and(|clause| verb.is_none_or(|verb| clause < verb));
    if text.ends_with(['!', '?', '！', '？', '؟'])
        || is_whole && is(&habits.sentence_starts, words[0])
    {
        HighlightForm::Sentence
    } else if is(&habits.past_verbs, words[0]) {
        HighlightForm::Past
    } else if is(&habits.infinitives, words[0]) {
        HighlightForm::Infinitive
    } else if is(&habits.question_words, words[0]) {
        HighlightForm::Noun
    } else if is(&habits.clauses, words[0]) && words.len() > 1 {
        HighlightForm::Clause
    } else if is_gerund && words.len() > 1 {
        HighlightForm::Gerund
    } else if is_clause_first && verbs(&words) < 2 && determined {
        HighlightForm::Noun
    } else if verb.is_some_and(|verb| verb < SUBJECT_WORDS) && !is_clause_first {
        HighlightForm::Sentence
    } else if determined && verb.is_none() {
        HighlightForm::Noun
    } else {
        HighlightForm::Fragment
    }
}

/// A sentence as the name of a thing, so that it need not stand alone in the letter; `None` where its
/// ending cannot be changed, or something in it keeps it a sentence.
fn nominal(sentence: &str, habits: &HighlightHabits) -> Option<String> {
    let is_kept = habits.sentence_starts.iter().any(|it| sentence.contains(it.as_str()));
    let endings = habits.nominal_endings.iter().filter_map(|it| it.split_once(' '));
    let mut changed = endings
        .filter_map(|(ending, nominal)| Some(sentence.strip_suffix(ending)?.to_owned() + nominal));
    changed.next().filter(|_| !is_kept)
}

/// Whether a few words become the name of a thing by an article: "great team".
fn takes_article(text: &str, habits: &HighlightHabits) -> bool {
    let is_small = text.starts_with(is_lowercase) && !habits.article.is_empty();
    let has_verb = text.split(' ').any(|word| habits.verbs.iter().any(|it| it == word));
    let is_intensified = habits.intensifiers.iter().any(|it| it == first(text));
    is_small && text.contains(' ') && !is_intensified && !has_verb
}

fn first(text: &str) -> &str {
    text.split(' ').next().unwrap_or_default()
}

fn is_possessive(word: &str, habits: &HighlightHabits) -> bool {
    habits.possessives.iter().any(|it| word.ends_with(it.as_str()))
}

/// The text with its first letter changed.
fn with_first(text: &str, change: fn(char) -> char) -> String {
    let mut letters = text.chars();
    letters.next().map(change).into_iter().chain(letters).collect()
}
