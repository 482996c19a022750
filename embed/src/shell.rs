//! The prerendered shell, which the build draws, and a page shows until the program is there.

use std::collections::BTreeSet;

use good_sport::component::{Still, StillProps};
use good_sport::content::{Field, Habits, Language};
use good_sport::model::{Details, Letter, LetterTemplate, NOTHINGS, is_verbatim};
use yew::LocalServerRenderer;

/// All that a page needs to show the widget without the program, with a letter that follows the
/// form as long as it is certain to be the one that the program would write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shell {
    /// The widget that nobody has touched, as HTML.
    pub markup: String,
    /// The letter for the first of all choices, with the name of a slot in braces where its value
    /// stands.
    pub letter: LetterTemplate,
    /// The words for each name in braces.
    pub slots: Vec<Slot>,
    /// The letters before which words elide.
    pub vowels: String,
    /// The words, in lower case, that a value must not have to be put in as it is: the program makes
    /// something else of them.
    pub unsure: Vec<String>,
    /// The letter for whatever was chosen, which says nothing that might be untrue.
    pub fallback: Letter,
}

/// A regular expression for the values that the program puts into the letter verbatim, unless they
/// have one of the words in [`Shell::unsure`], or end in what honors a name: words of letters and
/// digits, joined by a space or a sign, with nothing at the end that the sentence around them might
/// have, too, such as the full stop of "Inc.".
#[must_use]
pub fn verbatim() -> String {
    // The classes that both JavaScript and Rust can read have no intersection: so they say what
    // is no letter, what nobody sees, and which letters are no word characters.
    let others = r"\p{C}\p{P}\p{S}\p{Z}\p{DI}\x80-\xbf\u2000-\u2bff\u{1f000}-\u{1faff}";
    format!(r"[^{others}]+(?:(?: & |[.'\u2019&-] ?| )[^{others}]+)*")
}

/// A slot: a name in braces in [`Shell::letter`], with its words, which depend on one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The text with the name, which is replaced.
    pub text: String,
    /// The field.
    pub field: Field,
    /// The words when the field is filled in, `{}` for its value.
    pub given: String,
    /// The words when the field is empty.
    pub absent: String,
    /// The words when the value begins with a vowel; empty where that makes no difference.
    pub elided: String,
}

impl Shell {
    /// Draws the widget, speaking and writing this language.
    ///
    /// ```
    /// use good_sport::content::Language;
    /// use good_sport_embed::shell::Shell;
    ///
    /// let shell = Shell::new(Language::best_for(["en"]));
    /// assert!(shell.markup.starts_with("<section part=\"root\""));
    /// assert_eq!(shell.letter.paragraphs[0], [["{dear},"]]);
    /// let dear = shell.slots.iter().find(|it| it.text == "{dear}");
    /// assert_eq!(dear.map(|it| (&*it.given, &*it.absent)), Some(("Dear {}", "Hello")));
    /// ```
    #[must_use]
    pub fn new(language: &'static Language) -> Self {
        let renderer = LocalServerRenderer::<Still>::with_props(StillProps { language });
        let letter = Letter::template(language);
        Self {
            markup: pollster::block_on(renderer.hydratable(false).render()),
            slots: slots(&letter, language),
            letter,
            vowels: language.habits.vowels.to_string(),
            unsure: unsure(language),
            fallback: Letter {
                body: language.fallback.to_string(),
                ..Letter::compose(&Details::default(), language)
            },
        }
    }
}

fn unsure(language: &Language) -> Vec<String> {
    let Habits { greetings, before_role, job_words, .. } = &language.habits;
    let lists = [greetings, before_role, job_words].into_iter().flatten();
    // The others have signs, which no value has that is put in as it is.
    let words = NOTHINGS.into_iter().filter(|it| it.chars().all(char::is_alphabetic));
    let nothing = words.filter(|it| !is_verbatim(Field::Company, it, language));
    let words = lists.flat_map(|it| it.split_whitespace()).chain(nothing);
    let words: BTreeSet<_> = words.map(str::to_owned).collect();
    words.into_iter().collect()
}

fn slots(letter: &LetterTemplate, language: &Language) -> Vec<Slot> {
    let texts = letter.paragraphs.iter().flatten().flatten().chain([&letter.subject]);
    let text = texts.cloned().collect::<String>();
    let used = language.slots.0.iter().filter_map(|(name, slot)| {
        let name = ["{", name, "}"].concat();
        text.contains(&name).then_some((name, slot))
    });
    used.map(|(name, slot)| {
        // A part of the subject is left out with what joins it to the others.
        let before = if slot.absent.is_some() { "" } else { &*language.subject_separator };
        Slot {
            text: [before, &name].concat(),
            field: slot.field,
            given: [before, &slot.given].concat(),
            absent: slot.absent.unwrap_or_default().to_string(),
            elided: if slot.elided.is_empty() {
                String::new()
            } else {
                [before, &slot.elided].concat()
            },
        }
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use good_sport::content::WORDS;
    use good_sport::model::GIVEN_LIMIT;
    use proptest::prelude::*;
    use proptest::string::string_regex;

    use super::*;

    /// The fields that the letter follows without the program.
    const FOLLOWED: [Field; 4] = [Field::Company, Field::Role, Field::Recipient, Field::Sender];

    proptest! {
        #[test]
        fn values_that_look_verbatim_are(
            value in string_regex(&verbatim()).unwrap_or_else(|error| panic!("{error}"))
        ) {
            for (tag, words) in WORDS {
                let language = Language::decode(words).unwrap_or_else(|| panic!("no words in {tag}"));
                let unsure = unsure(&language);
                let is_sure = |word: &str| !unsure.iter().any(|it| it == word);
                let honors = &language.habits.after_name;
                let looks = value.encode_utf16().count() <= GIVEN_LIMIT
                    && !honors.iter().any(|it| value.ends_with(it.as_str()))
                    && value.to_lowercase().split(' ').all(is_sure);
                for field in FOLLOWED {
                    prop_assert!(!looks || is_verbatim(field, &value, &language), "{field:?}");
                }
            }
        }
    }
}
