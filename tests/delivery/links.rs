//! The letter in a link, as the server or the program at its other end reads it.

use good_sport::model::{Letter, MAILTO_LIMIT, Mailer, WEBMAIL_LIMIT};
use proptest::prelude::*;
use url::Url;

use super::{crlf, letter, on_one_line};

/// What a service is asked for before the letter, and under which name it takes the subject.
const SERVICES: [(Mailer, &str, &str, &str); 4] = [
    (Mailer::Gmail, "mail.google.com", "/mail/", "su"),
    (Mailer::Outlook, "outlook.live.com", "/mail/0/deeplink/compose", "subject"),
    (Mailer::Office, "outlook.office.com", "/mail/deeplink/compose", "subject"),
    (Mailer::Yahoo, "compose.mail.yahoo.com", "/", "subject"),
];

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
        let link = Mailer::App.link(&letter);
        prop_assert!(link.href.len() <= MAILTO_LIMIT || !link.whole);
        prop_assert!(is_plain(&link.href), "{}", link.href);
        let url = Url::parse(&link.href).unwrap();
        prop_assert_eq!((url.scheme(), url.path(), url.fragment()), ("mailto", "", None));
        prop_assert_eq!(pairs(&url), expected("subject", &letter, link.whole));
    }

    #[test]
    fn a_service_is_given_the_letter_and_nothing_else(letter in letter()) {
        for (service, host, path, key) in SERVICES {
            let link = service.link(&letter);
            prop_assert!(link.href.len() <= WEBMAIL_LIMIT || !link.whole);
            prop_assert!(is_plain(&link.href), "{}", link.href);
            let url = Url::parse(&link.href).unwrap();
            prop_assert_eq!(url.as_str(), &link.href, "a browser changes nothing in it");
            prop_assert_eq!((url.scheme(), url.host_str(), url.port()), ("https", Some(host), None));
            prop_assert_eq!((url.username(), url.password()), ("", None));
            prop_assert_eq!((url.path(), url.fragment()), (path, None));
            let mut pairs = pairs(&url);
            if service == Mailer::Gmail {
                let asked: Vec<_> = pairs.drain(..2).map(|(key, value)| key + "=" + &value).collect();
                prop_assert_eq!(asked, ["view=cm", "fs=1"]);
            }
            prop_assert_eq!(pairs, expected(key, &letter, link.whole));
        }
    }
}

#[test]
fn a_link_holds_the_body_up_to_its_limit_and_not_beyond() {
    let short = |body: String| Letter { subject: "Thank you".into(), body };
    let empty = Mailer::App.link(&short(String::new())).href.len();
    let full = "a".repeat(MAILTO_LIMIT - empty);
    assert!(Mailer::App.link(&short(full.clone())).whole);
    assert!(!Mailer::App.link(&short(full + "a")).whole);
    for service in Mailer::SERVICES {
        let empty = service.link(&short(String::new())).href.len();
        let full = "a".repeat(WEBMAIL_LIMIT - empty);
        let link = service.link(&short(full.clone()));
        assert_eq!((link.href.len(), link.whole), (WEBMAIL_LIMIT, true));
        let link = service.link(&short(full + "a"));
        assert!(!link.whole && !link.href.contains("body"));
    }
}

#[test]
fn a_page_hears_which_service_was_opened() {
    let channels = Mailer::SERVICES.map(Mailer::channel);
    assert_eq!(channels, ["gmail", "outlook", "outlook", "yahoo"]);
    assert_eq!(SERVICES.map(|(service, ..)| service), Mailer::SERVICES);
}
