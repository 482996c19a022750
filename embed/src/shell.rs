//! The prerendered shell: what the build draws, and a page shows until the program is there.

use std::collections::BTreeSet;

use good_sport::component::{Still, StillProps};
use good_sport::content::{Field, Habits, Language};
use good_sport::model::{Details, Letter, is_verbatim};
use yew::LocalServerRenderer;

/// All that a page needs to show the widget without the program, with a letter that follows the
/// form as long as it is certain to be the one that the program would write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// The widget that nobody has touched, as HTML.
    pub markup: String,
    /// The letter for the first of all choices, with the name of a field in braces where its value
    /// stands.
    pub letter: Letter,
    /// What to put in the letter for each text with a field in braces, in this order.
    pub slots: Vec<Slot>,
    /// The words, in lower case, that a value must not have to be put in as it is: the program makes
    /// something else of them.
    pub unsure: Vec<String>,
    /// The letter for whatever was chosen, which says nothing that might be untrue.
    pub fallback: Letter,
}

/// A regular expression for the values that the program puts into the letter verbatim, unless they
/// have one of the words in [`Shell::unsure`]: words of letters and digits, joined by a space or a
/// sign, with nothing at the end that the sentence around them might have, too, such as the full
/// stop of "Inc.".
#[must_use]
pub fn verbatim() -> String {
    // The classes that both JavaScript and Rust can read have no intersection: so they say what
    // is no letter, what nobody sees, and which letters are no word characters.
    let others = r"\p{C}\p{P}\p{S}\p{Z}\p{DI}\x80-\xbf\u2000-\u2bff\u{1f000}-\u{1faff}";
    format!(r"[^{others}]+(?:(?: & |[.'\u2019&-] ?| )[^{others}]+)*")
}

/// A text of the letter that depends on one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The field.
    pub field: Field,
    /// The text as it stands in [`Shell::letter`], with the field's name in braces.
    pub given: String,
    /// What stands there when the field is empty.
    pub absent: String,
}

/// The fields that the letter follows without the program.
const FOLLOWED: [Field; 4] = [Field::Company, Field::Role, Field::Recipient, Field::Sender];

impl Shell {
    /// Draws the widget, speaking and writing this language.
    ///
    /// ```
    /// use good_sport::content::Language;
    /// use good_sport_embed::shell::Shell;
    ///
    /// let shell = Shell::new(Language::best_for(["en"]));
    /// assert!(shell.markup.starts_with("<section part=\"root\""));
    /// assert!(shell.letter.body.starts_with("Dear {recipient},\n\n"));
    /// assert_eq!(shell.slots[0].given, "the team at {company}");
    /// assert_eq!(shell.slots[0].absent, "your colleagues");
    /// ```
    #[must_use]
    pub fn new(language: &'static Language) -> Self {
        let renderer = LocalServerRenderer::<Still>::with_props(StillProps { language });
        let mut details = Details::default();
        for field in FOLLOWED {
            details.write(field, in_braces(field));
        }
        Self {
            markup: pollster::block_on(renderer.hydratable(false).render()),
            letter: Letter::compose(&details, language),
            slots: slots(language),
            unsure: unsure(language),
            fallback: Letter {
                body: language.fallback.clone(),
                ..Letter::compose(&Details::default(), language)
            },
        }
    }
}

/// What a page writes that has no value for a field.
const NOTHING: [&str; 5] = ["undefined", "null", "nan", "nil", "none"];

fn unsure(language: &Language) -> Vec<String> {
    let Habits { greetings, before_role, after_role, .. } = &language.habits;
    let lists = [greetings, before_role, after_role].into_iter().flatten();
    let nothing = NOTHING.into_iter().filter(|it| !is_verbatim(Field::Company, it, language));
    let words = lists.flat_map(|it| it.split_whitespace()).chain(nothing);
    let words: BTreeSet<_> = words.map(str::to_owned).collect();
    words.into_iter().collect()
}

fn in_braces(field: Field) -> String {
    ["{", field.name(), "}"].concat()
}

/// The names in braces of a text.
fn names(text: &str) -> impl Iterator<Item = &str> {
    text.split('{').skip(1).filter_map(|part| part.split('}').next())
}

fn slots(language: &Language) -> Vec<Slot> {
    // Of the letter that nobody has changed; others may word the same field in another way.
    let (situation, tone) = (&language.situations[0], &language.tones[0]);
    let length = &language.lengths[0];
    let ask = language.ask("", situation);
    let wordings = length.paragraphs.iter().flatten().map(|step| {
        let step = if step == "ask" { &ask.id } else { step };
        tone.moves.wording(step, &situation.id, &length.id)
    });
    let subject = language.subject.iter().map(String::as_str);
    let used: Vec<_> = wordings.chain(subject).flat_map(names).collect();
    let slots = language
        .slots
        .0
        .iter()
        .filter(|(name, slot)| FOLLOWED.contains(&slot.field) && used.contains(&name.as_str()));
    let mut slots: Vec<_> = slots
        .map(|(_, slot)| {
            let given = slot.given.replace("{}", &in_braces(slot.field));
            match &slot.absent {
                Some(absent) => Slot { field: slot.field, given, absent: absent.clone() },
                // A part of the subject, which is left out with what joins it to the others.
                None => Slot {
                    field: slot.field,
                    given: language.subject_separator.clone() + &given,
                    absent: String::new(),
                },
            }
        })
        .collect();
    // "the team at {company}" before "{company}", which it holds.
    slots.sort_by_key(|slot| std::cmp::Reverse(slot.given.len()));
    slots
}

#[cfg(test)]
mod tests {
    use good_sport::content::WORDS;
    use good_sport::model::GIVEN_LIMIT;
    use proptest::prelude::*;
    use proptest::string::string_regex;

    use super::*;

    proptest! {
        #[test]
        fn values_that_look_verbatim_are(
            value in string_regex(&verbatim()).unwrap_or_else(|error| panic!("{error}"))
        ) {
            for (tag, words) in WORDS {
                let language = Language::decode(words).unwrap_or_else(|| panic!("no words in {tag}"));
                let unsure = unsure(&language);
                let is_sure = |word: &str| !unsure.iter().any(|it| it == word);
                let looks = value.encode_utf16().count() <= GIVEN_LIMIT
                    && value.to_lowercase().split(' ').all(is_sure);
                for field in FOLLOWED {
                    prop_assert!(!looks || is_verbatim(field, &value, &language), "{field:?}");
                }
            }
        }
    }
}
