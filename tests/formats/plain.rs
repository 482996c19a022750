//! The letter as a plain text file.

use good_sport::model::plain;
use proptest::prelude::*;

use super::{crlf, letter, on_one_line};

proptest! {
    #[test]
    fn a_text_file_is_the_subject_an_empty_line_and_the_body(letter in letter()) {
        let file = plain(&letter);
        let (subject, body) = file.split_once("\r\n\r\n").unwrap();
        prop_assert_eq!(subject, on_one_line(&letter.subject));
        prop_assert_eq!(body, crlf(&letter.body));
    }
}
