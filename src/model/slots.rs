//! Slot values: what a visitor typed into a field, made to fit into a sentence.

use super::details::Details;
use super::highlight::Highlight;
use super::lead_in::{begins, without_first, without_last};
use super::text::{clean, is_word_char, tidy};
use super::unfilled::is_placeholder;
use crate::content::{Field, Habits, Language, Text};

/// What the letter says for a field that names somebody or something.
pub(super) fn named(field: Field, details: &Details, habits: &Habits) -> Option<String> {
    fitted(field, details.get(field), habits)
}

/// The highlight, said to the recipient.
pub(super) fn highlight(details: &Details, language: &Language) -> Option<Highlight> {
    let recipient = named(Field::Recipient, details, &language.habits).unwrap_or_default();
    Highlight::of(&tidy(details.get(Field::Highlight)), &recipient, language)
}

/// Whether the letter has what was typed into a field just as it stands there: nothing is left out of
/// it, added or changed. Only such a text may stand for itself before the program is there.
///
/// ```
/// use good_sport::content::{Field, Language};
/// use good_sport::model::is_verbatim;
///
/// let language = Language::best_for(["en"]);
/// assert!(is_verbatim(Field::Recipient, "Ms. Rivera", language));
/// assert!(!is_verbatim(Field::Recipient, "Dear Ms. Rivera,", language));
/// ```
#[must_use]
pub fn is_verbatim(field: Field, value: &str, language: &Language) -> bool {
    clean(value) == value
        && !is_placeholder(field, value)
        && !(field == Field::Role && is_complete(value, &language.habits))
        && match field {
            Field::Highlight => {
                Highlight::of(value, "", language).is_some_and(|it| it.text == value)
            }
            _ => fitted(field, value, &language.habits).as_deref() == Some(value),
        }
}

/// What a visitor typed, made to fit into a sentence. `None` when there is nothing to put there.
fn fitted(field: Field, typed: &str, habits: &Habits) -> Option<String> {
    let typed = tidy(typed);
    let value = match field {
        Field::Recipient => recipient(&typed, habits),
        Field::Role => without_first(&typed, &habits.before_role, habits),
        Field::Company | Field::Referrer => without_honors(&typed, habits),
        Field::Sender
        | Field::Highlight
        | Field::Situation
        | Field::Tone
        | Field::Length
        | Field::Ask
        | Field::Retention
        | Field::Seed => &typed,
    };
    let value = value.trim_matches(AROUND);
    value.chars().any(is_word_char).then(|| value.to_owned())
}

/// Whether the name of a role says that it is one: "internship".
pub(super) fn is_complete(role: &str, habits: &Habits) -> bool {
    let last = role.rsplit(' ').next().unwrap_or_default();
    habits.job_words.iter().any(|it| it.eq_ignore_ascii_case(last))
}

/// The form of address that a title tells of, by its name in conditions.
pub(super) fn form_of_address<'l>(name: &str, habits: &'l Habits) -> Option<&'l str> {
    let is_of = |words: &str, titles: &[Text]| titles.iter().any(|title| begins(words, title));
    // "Frau" alone names nobody, and "M. et Mme Lefort" are two.
    let (_, rest) = name.split_once(' ')?;
    let (form, _) = habits.forms.0.iter().find(|(_, titles)| is_of(name, titles))?;
    let is_other = |word: &str| {
        habits.forms.0.iter().any(|(other, titles)| other != form && is_of(word, titles))
    };
    (!rest.split(' ').any(is_other)).then(|| form.as_str())
}

/// Whether a name to greet has a surname: "Ms. Rivera", "Dana Rivera". "Dana and Lee" has none.
pub(super) fn is_surnamed(name: &str, habits: &Habits) -> bool {
    let is_name = |it: &str| {
        it.starts_with(|it: char| is_word_char(it) && !it.is_ascii_lowercase())
            && ![&habits.titles, &habits.teams].into_iter().flatten().any(|word| begins(it, word))
    };
    let is_titled = habits.titles.iter().any(|title| begins(name, title));
    name.contains(' ') && (is_titled || name.split(' ').all(is_name))
}

/// Marks around a name that are no part of it.
const AROUND: [char; 6] = [' ', ',', ';', '،', '؛', '、'];

/// A name without what honors it, since the letter has its own.
fn without_honors<'a>(name: &'a str, habits: &Habits) -> &'a str {
    without_last(name.trim_end_matches(AROUND), &habits.after_name)
}

/// A name to greet: without a greeting of its own, and never an address.
fn recipient<'a>(typed: &'a str, habits: &Habits) -> &'a str {
    let name = without_first(typed, &habits.greetings, habits);
    let name = without_honors(name, habits);
    if name.contains('@') { "" } else { name }
}
