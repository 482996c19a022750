//! The languages of the crate, each read once and by the first who wants it.

use std::cell::RefCell;

use crate::content::{Language, WORDS};

/// What is there when no other language fits.
const LAST: &str = "en";

thread_local! {
    static READ: RefCell<Vec<&'static Language>> = const { RefCell::new(Vec::new()) };
}

/// The language of a tag.
pub(super) fn with_tag(tag: &str) -> Option<&'static Language> {
    let (tag, words) = WORDS.iter().find(|(it, _)| it.eq_ignore_ascii_case(tag))?;
    let read = READ.with_borrow(|read| read.iter().copied().find(|it| it.tag == *tag));
    read.or_else(|| {
        // Never to be freed, as there are few of them and many borrow from each.
        let language: &'static Language = Box::leak(Box::new(Language::decode(words)?));
        READ.with_borrow_mut(|read| read.push(language));
        Some(language)
    })
}

/// The language that fits best, as RFC 4647 looks it up: the first of the tags that there is, or that
/// there is with less at its end; else English.
///
/// # Panics
///
/// When the crate is without English, which no build is.
pub(super) fn best_for<'a>(tags: impl Iterator<Item = &'a str>) -> &'static Language {
    let shorter = |tag: &&'a str| tag.rfind('-').map(|at| &tag[..at]);
    let mut wanted = tags.flat_map(|tag| std::iter::successors(Some(tag), shorter)).chain([LAST]);
    wanted.find_map(with_tag).unwrap_or_else(|| unreachable!("no build is without English"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_tag_that_there_is_wins() {
        let check = |tags: &[&str], expected| {
            assert_eq!(best_for(tags.iter().copied()).tag, expected, "{tags:?}");
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
