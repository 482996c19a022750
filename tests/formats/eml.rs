//! The `.eml` file, read by a MIME parser.

use good_sport::model::{Letter, eml};
use mailparse::parse_mail;
use proptest::prelude::*;

use super::{crlf, letter, on_one_line};

const HEADERS: [&str; 5] =
    ["X-Unsent", "Subject", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"];

fn check(letter: &Letter) -> Result<(), TestCaseError> {
    let file = eml(letter);
    prop_assert!(file.is_ascii());
    prop_assert!(!file.replace("\r\n", "").contains(char::is_control), "{file:?}");
    for line in file.split("\r\n") {
        prop_assert!(line.len() <= 76, "{line}");
        for word in line.split(' ').filter(|it| it.starts_with("=?")) {
            prop_assert!(word.len() <= 75, "{word}");
        }
    }
    let mail = parse_mail(file.as_bytes()).unwrap();
    let keys: Vec<_> = mail.headers.iter().map(mailparse::MailHeader::get_key).collect();
    prop_assert_eq!(keys, HEADERS);
    prop_assert_eq!(mail.headers[0].get_value(), "1");
    prop_assert_eq!(mail.headers[1].get_value_utf8().unwrap(), on_one_line(&letter.subject));
    prop_assert_eq!(mail.headers[2].get_value(), "1.0");
    prop_assert_eq!(&mail.ctype.mimetype, "text/plain");
    prop_assert_eq!(&mail.ctype.charset, "utf-8");
    prop_assert!(mail.subparts.is_empty());
    // Not `get_body`, which takes a U+FEFF at the start for a mark of the encoding.
    let body = String::from_utf8(mail.get_body_raw().unwrap()).unwrap();
    prop_assert_eq!(body, crlf(&letter.body));
    Ok(())
}

proptest! {
    #[test]
    fn a_draft_reads_as_the_letter_and_has_no_header_of_its_own(letter in letter()) {
        check(&letter)?;
    }

    #[test]
    fn no_code_point_of_a_subject_is_split(letter in "[aé日👩]{0,200}") {
        let file = eml(&Letter { subject: letter.clone(), body: String::new() });
        let mail = parse_mail(file.as_bytes()).unwrap();
        for word in mail.headers[1].get_value_raw().split(|it| *it == b' ').filter(|it| !it.is_empty()) {
            let alone = [b"Subject: ", word.trim_ascii(), b"\r\n"].concat();
            let (header, _) = mailparse::parse_header(&alone).unwrap();
            prop_assert!(letter.contains(&header.get_value()), "{}", header.get_value());
        }
        prop_assert_eq!(mail.headers[1].get_value(), letter);
    }
}

#[test]
fn an_empty_letter_is_an_empty_draft() {
    check(&Letter { subject: String::new(), body: String::new() }).unwrap();
}
