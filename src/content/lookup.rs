//! The languages by their tags, each read once and by the first who wants it.

use std::cell::RefCell;

use super::{Language, WORDS};

/// What is there when no other language fits.
const LAST: &str = "en";

thread_local! {
    static READ: RefCell<Vec<&'static Language>> = const { RefCell::new(Vec::new()) };
}

impl Language {
    /// The language of a tag, where there is one.
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
        let (tag, words) = WORDS.iter().find(|(it, _)| it.eq_ignore_ascii_case(tag))?;
        let read = READ.with_borrow(|read| read.iter().copied().find(|it| it.tag == *tag));
        read.or_else(|| {
            // Never to be freed, as there are few of them and many borrow from each.
            let language: &'static Self = Box::leak(Box::new(Self::decode(words)?));
            READ.with_borrow_mut(|read| read.push(language));
            Some(language)
        })
    }

    /// The language that fits best, as RFC 4647 looks it up: the first of the tags that there is, or
    /// that there is with less at its end; else English.
    ///
    /// ```
    /// use good_sport::content::Language;
    ///
    /// assert_eq!(Language::best_for(["xx", "en-AU"]).tag, "en");
    /// ```
    ///
    /// # Panics
    ///
    /// When the crate is without English, which no build is.
    #[must_use]
    pub fn best_for<'a>(tags: impl IntoIterator<Item = &'a str>) -> &'static Self {
        let shorter = |tag: &&'a str| tag.rfind('-').map(|at| &tag[..at]);
        let tags = tags.into_iter();
        let mut wanted =
            tags.flat_map(|tag| std::iter::successors(Some(tag), shorter)).chain([LAST]);
        wanted
            .find_map(Self::for_tag)
            .unwrap_or_else(|| unreachable!("no build is without English"))
    }
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
