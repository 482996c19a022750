//! Language lookup: the bundled languages by their tags, as RFC 4647, section 3.4, has it.

use std::iter::successors;
use std::sync::OnceLock;

use super::{LINTERS, Language, LinterData, REJECTIONS, RejectionData, WORDS};

/// The language where no other fits.
const DEFAULT: &str = "en";

/// The bundled languages in the order of [`WORDS`], each decoded when it is first asked for.
static DECODED: [OnceLock<Language>; WORDS.len()] = [const { OnceLock::new() }; WORDS.len()];

impl Language {
    /// The bundled languages, in alphabetical order of their tags.
    #[must_use]
    pub fn bundled() -> impl ExactSizeIterator<Item = &'static Self> {
        (0..WORDS.len()).map(|it| bundled(it, WORDS, &DECODED, Self::decode))
    }

    /// The bundled language of this tag, in either case.
    ///
    /// Whoever calls this has the words of all languages in their program.
    ///
    /// ```
    /// use good_sport::content::Language;
    ///
    /// assert_eq!(Language::for_tag("EN-gb").map(|it| &*it.tag), Some("en-GB"));
    /// assert_eq!(Language::for_tag("en-AU"), None);
    /// ```
    #[must_use]
    pub fn for_tag(tag: &str) -> Option<&'static Self> {
        Some(bundled(index_of(tag, WORDS)?, WORDS, &DECODED, Self::decode))
    }

    /// The bundled language that fits best: by the lookup of RFC 4647, of the first of these tags for
    /// which there is one, else English.
    ///
    /// ```
    /// use good_sport::content::Language;
    ///
    /// assert_eq!(Language::best_for(["tlh", "en-GB-oxendict"]).tag, "en-GB");
    /// assert_eq!(Language::best_for(["en-AU"]).tag, "en");
    /// assert_eq!(Language::best_for([]).tag, "en");
    /// ```
    ///
    /// # Panics
    ///
    /// When the crate is without English, which no build is.
    #[must_use]
    pub fn best_for<'a>(tags: impl IntoIterator<Item = &'a str>) -> &'static Self {
        let bundled = WORDS.iter().map(|(tag, _)| *tag).collect::<Vec<_>>();
        let found = tags.into_iter().find_map(|it| lookup(it, &bundled));
        Self::for_tag(found.unwrap_or(DEFAULT)).unwrap_or_else(|| unreachable!("no {DEFAULT}"))
    }
}

/// The linter data of the bundled languages in the order of [`LINTERS`], each decoded when it is first
/// asked for.
static LINTER_DATA: [OnceLock<LinterData>; LINTERS.len()] =
    [const { OnceLock::new() }; LINTERS.len()];

impl LinterData {
    /// What the tone linter knows of the bundled language of this tag, in either case.
    ///
    /// Whoever calls this has the linter data of all languages in their program.
    ///
    /// ```
    /// use good_sport::content::LinterData;
    ///
    /// assert_eq!(LinterData::for_tag("EN-gb").map(|it| &*it.tag), Some("en-GB"));
    /// ```
    #[must_use]
    pub fn for_tag(tag: &str) -> Option<&'static Self> {
        Some(bundled(index_of(tag, LINTERS)?, LINTERS, &LINTER_DATA, Self::decode))
    }
}

/// The rejection data of the bundled languages in the order of [`REJECTIONS`], as the linter data is.
static REJECTION_DATA: [OnceLock<RejectionData>; REJECTIONS.len()] =
    [const { OnceLock::new() }; REJECTIONS.len()];

impl RejectionData {
    /// How a rejection is read in the bundled language of this tag, in either case.
    ///
    /// Whoever calls this has the rejection data of all languages in their program.
    ///
    /// ```
    /// use good_sport::content::RejectionData;
    ///
    /// assert_eq!(RejectionData::for_tag("EN-gb").map(|it| &*it.tag), Some("en-GB"));
    /// ```
    #[must_use]
    pub fn for_tag(tag: &str) -> Option<&'static Self> {
        Some(bundled(index_of(tag, REJECTIONS)?, REJECTIONS, &REJECTION_DATA, Self::decode))
    }
}

/// The number of the bundled language of this tag, in either case.
fn index_of(tag: &str, texts: &[(&str, &str)]) -> Option<usize> {
    texts.iter().position(|(it, _)| it.eq_ignore_ascii_case(tag))
}

/// What the text of this number says, decoded once.
fn bundled<T>(
    index: usize,
    texts: &[(&str, &'static str)],
    decoded: &'static [OnceLock<T>],
    decode: fn(&'static str) -> Option<T>,
) -> &'static T {
    let (tag, text) = texts[index];
    decoded[index]
        .get_or_init(|| decode(text).unwrap_or_else(|| unreachable!("{tag} is of another build")))
}

/// The first of these tags that a language tag falls back to: `de-AT` to `de`, `EN-gb` to `en-GB`.
pub(crate) fn lookup<'a>(wanted: &str, tags: &[&'a str]) -> Option<&'a str> {
    successors(Some(wanted), |it| Some(it.rsplit_once('-')?.0))
        .find_map(|it| tags.iter().find(|tag| tag.eq_ignore_ascii_case(it)).copied())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_tag_that_there_is_wins() {
        let check = |tags: &[&str], expected| {
            assert_eq!(Language::best_for(tags.iter().copied()).tag, expected, "{tags:?}");
        };
        check(&["en-GB"], "en-GB");
        check(&["EN-gb"], "en-GB");
        check(&["en-GB-oxendict"], "en-GB");
        check(&["en-AU"], "en");
        check(&["xx", "en-GB", "en"], "en-GB");
        check(&["xx"], "en");
        check(&[""], "en");
        check(&[], "en");
    }
}
