//! The letter in a link, as the server or the program at its other end reads it.

use good_sport::model::{Letter, MAILTO_LIMIT, Mailto};
use proptest::prelude::*;
use url::Url;

use super::{crlf, letter, on_one_line};

fn pairs(url: &Url) -> Vec<(String, String)> {
    url.query_pairs().into_owned().collect()
}

/// The pairs that a link with this letter must have.
fn expected(key: &str, letter: &Letter, whole: bool) -> Vec<(String, String)> {
    let mut expected = vec![(key.to_owned(), on_one_line(&letter.subject))];
    if whole {
        expected.push(("body".to_owned(), crlf(&letter.body)));
    }
    expected
}

/// Whether nothing stands in a link but what every browser and server takes as it is.
fn is_plain(href: &str) -> bool {
    href.bytes().all(|it| it.is_ascii_alphanumeric() || b"-._~%:/?&=".contains(&it))
}

proptest! {
    #[test]
    fn a_mail_link_decodes_to_the_letter_and_nothing_else(letter in letter()) {
        let link = Mailto::new(&letter);
        prop_assert!(link.href.len() <= MAILTO_LIMIT || !link.whole);
        prop_assert!(is_plain(&link.href), "{}", link.href);
        let url = Url::parse(&link.href).unwrap();
        prop_assert_eq!((url.scheme(), url.path(), url.fragment()), ("mailto", "", None));
        prop_assert_eq!(pairs(&url), expected("subject", &letter, link.whole));
    }
}

#[test]
fn a_link_holds_the_body_up_to_its_limit_and_not_beyond() {
    let short = |body: String| Letter { subject: "Thank you".into(), body };
    let empty = Mailto::new(&short(String::new())).href.len();
    let full = "a".repeat(MAILTO_LIMIT - empty);
    assert!(Mailto::new(&short(full.clone())).whole);
    assert!(!Mailto::new(&short(full + "a")).whole);
}
