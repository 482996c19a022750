//! Mail links, read by a URL parser.

use good_sport::model::{Letter, Link, MAILTO_LIMIT, WEBMAIL_LIMIT, Webmail};
use proptest::prelude::*;
use url::Url;

use super::{crlf, letter, on_one_line, text};

/// Parameters of a service before the letter, and its name for the subject.
const SERVICES: [(Webmail, &str, &str, &str); 4] = [
    (Webmail::Gmail, "mail.google.com", "/mail/", "su"),
    (Webmail::Outlook, "outlook.live.com", "/mail/0/deeplink/compose", "subject"),
    (Webmail::Office, "outlook.office.com", "/mail/deeplink/compose", "subject"),
    (Webmail::Yahoo, "compose.mail.yahoo.com", "/", "subject"),
];

/// How long a text is in a link.
fn encoded(text: &str) -> usize {
    url::form_urlencoded::byte_serialize(
        text.replace([' ', '*'], "\0").replace('~', "a").as_bytes(),
    )
    .map(str::len)
    .sum()
}

fn pairs(url: &Url) -> Vec<(String, String)> {
    url.query_pairs().into_owned().collect()
}

/// Sees that a link has the letter, or else the subject, as much of it as the limit leaves room for.
fn holds(link: &Link, limit: usize, pairs: &[(String, String)], letter: &Letter) {
    assert!(link.href.len() <= limit, "{}", link.href);
    let subject = on_one_line(&letter.subject);
    assert_eq!(pairs.len(), if link.whole { 2 } else { 1 });
    if let Some((key, body)) = pairs.get(1) {
        assert_eq!((key.as_str(), body), ("body", &crlf(&letter.body)));
    }
    match pairs[0].1.strip_suffix('…') {
        Some(kept) if pairs[0].1 != subject => {
            assert!(subject.starts_with(kept) && !link.whole, "{kept} of {subject}");
            // It is cut only where all of it is too long.
            assert!(encoded(&subject) > limit - 100, "{subject}");
        }
        _ => assert_eq!(pairs[0].1, subject),
    }
}

/// Whether nothing stands in a link but what every browser and server takes as it is.
fn is_plain(href: &str) -> bool {
    href.bytes().all(|it| it.is_ascii_alphanumeric() || b"-._~%:/?&=".contains(&it))
}

proptest! {
    #[test]
    fn a_mail_link_decodes_to_the_letter_and_nothing_else(letter in letter()) {
        let link = Webmail::App.link(&letter);
        prop_assert!(is_plain(&link.href), "{}", link.href);
        let url = Url::parse(&link.href).unwrap();
        prop_assert_eq!((url.scheme(), url.path(), url.fragment()), ("mailto", "", None));
        let pairs = pairs(&url);
        prop_assert_eq!(&pairs[0].0, "subject");
        holds(&link, MAILTO_LIMIT, &pairs, &letter);
    }

    #[test]
    fn a_service_is_given_the_letter_and_nothing_else(letter in letter()) {
        for (service, host, path, key) in SERVICES {
            let link = service.link(&letter);
            prop_assert!(is_plain(&link.href), "{}", link.href);
            let url = Url::parse(&link.href).unwrap();
            prop_assert_eq!(url.as_str(), &link.href, "a browser changes nothing in it");
            prop_assert_eq!((url.scheme(), url.host_str(), url.port()), ("https", Some(host), None));
            prop_assert_eq!((url.username(), url.password()), ("", None));
            prop_assert_eq!((url.path(), url.fragment()), (path, None));
            prop_assert!(link.href.starts_with(service.address()), "{}", link.href);
            let mut pairs = pairs(&url);
            if service == Webmail::Gmail {
                let asked: Vec<_> = pairs.drain(..2).map(|(key, value)| key + "=" + &value).collect();
                prop_assert_eq!(asked, ["view=cm", "fs=1"]);
            }
            prop_assert_eq!(&pairs[0].0, key);
            holds(&link, WEBMAIL_LIMIT, &pairs, &letter);
        }
    }
}

#[test]
fn a_link_holds_the_body_up_to_its_limit_and_not_beyond() {
    let short = |body: String| Letter { subject: "Thank you".into(), body };
    let empty = Webmail::App.link(&short(String::new())).href.len();
    let full = "a".repeat(MAILTO_LIMIT - empty);
    assert!(Webmail::App.link(&short(full.clone())).whole);
    assert!(!Webmail::App.link(&short(full + "a")).whole);
    for service in Webmail::SERVICES {
        let empty = service.link(&short(String::new())).href.len();
        let full = "a".repeat(WEBMAIL_LIMIT - empty);
        let link = service.link(&short(full.clone()));
        assert_eq!((link.href.len(), link.whole), (WEBMAIL_LIMIT, true));
        let link = service.link(&short(full + "a"));
        assert!(!link.whole && !link.href.contains("body"));
    }
}

proptest! {
    #[test]
    fn no_subject_makes_a_link_too_long(
        subject in prop_oneof![
            text().prop_map(|it| it.repeat(40)),
            (any::<char>(), 1_usize..3_000).prop_map(|(it, many)| it.to_string().repeat(many)),
            "([a-z]{1,9}[ ,]){200,500}",
            "[日本語]{100,300}",
        ],
        body in text(),
    ) {
        let letter = Letter { subject, body };
        for (mailer, limit) in [Webmail::App].into_iter().map(|it| (it, MAILTO_LIMIT))
            .chain(Webmail::SERVICES.map(|it| (it, WEBMAIL_LIMIT)))
        {
            let link = mailer.link(&letter);
            let mut pairs = pairs(&Url::parse(&link.href).unwrap());
            pairs.retain(|(key, _)| ["su", "subject", "body"].contains(&key.as_str()));
            holds(&link, limit, &pairs, &letter);
        }
    }
}

#[test]
fn a_subject_of_ones_own_is_cut_at_a_word_in_a_link_alone() {
    let letter = Letter { subject: "long words ".repeat(300), body: String::new() };
    for (mailer, limit) in [(Webmail::App, MAILTO_LIMIT), (Webmail::Gmail, WEBMAIL_LIMIT)] {
        let link = mailer.link(&letter);
        assert!(link.href.len() > limit - 20 && !link.whole, "{}", link.href);
        let end = &link.href[link.href.len() - 15..];
        assert!(end.ends_with("words%E2%80%A6") || end.ends_with("long%E2%80%A6"), "{end}");
    }
}

#[test]
fn the_event_names_the_service_that_was_opened() {
    let channels = Webmail::SERVICES.map(Webmail::channel);
    assert_eq!(channels, ["gmail", "outlook", "outlook", "yahoo"]);
    assert_eq!(SERVICES.map(|(service, ..)| service), Webmail::SERVICES);
}
