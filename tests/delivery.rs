//! Any text is safe in any field: it is text in the letter, in the link and in the HTML.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::{
    Details, Letter, MAILTO_LIMIT, Mailto, Message, Saved, State, clean, html,
};
use proptest::prelude::*;
use url::Url;

fn language() -> &'static Language {
    Box::leak(Box::new(Language::decode(WORDS[0].1).unwrap()))
}

/// Any text, and often one that means something elsewhere.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "\\PC{0,40}",
        prop::sample::select(vec![
            "&cc=x@example.org",
            "?subject=x",
            "#",
            "%0D%0ABcc: x@example.org",
            "\r\nBcc: x",
            "+",
            " ",
            "</script><img src=x onerror=alert(1)>",
            "{recipient}",
            "{}",
            "}",
            "👩‍💻",
            "\u{202e}",
            "\u{0}",
            "I",
            "i liked ",
            "Dear ",
            "the  role",
            "İ",
            "ß",
            "a.",
            "…",
            "\u{1e}\u{1f}",
        ])
        .prop_map(str::to_owned),
        (any::<String>(), any::<String>()).prop_map(|(a, b)| a + "&body=" + &b),
    ]
}

fn details() -> impl Strategy<Value = Details> {
    prop::collection::vec((0..Field::ALL.len(), text()), 0..8).prop_map(|written| {
        let mut details = Details::default();
        for (field, value) in written {
            details.write(Field::ALL[field], value);
        }
        details
    })
}

/// A text with the line ends of an email.
fn crlf(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").replace('\n', "\r\n")
}

proptest! {
    #[test]
    fn any_form_makes_a_whole_letter(details in details()) {
        let letter = Letter::compose(&details, language());
        prop_assert!(letter.body.starts_with("Dear "));
        prop_assert!(!letter.subject.contains(char::is_control));
        prop_assert!(!letter.body.contains(|it: char| it.is_control() && it != '\n'));
        prop_assert!(letter.body.contains("Thank you"));
    }

    #[test]
    fn a_link_decodes_to_the_letter_and_nothing_else(subject in text(), body in text()) {
        let letter = Letter { subject, body };
        let link = Mailto::new(&letter);
        prop_assert!(link.href.len() <= MAILTO_LIMIT || !link.whole);
        let url = Url::parse(&link.href).unwrap();
        prop_assert_eq!((url.scheme(), url.path(), url.fragment()), ("mailto", "", None));
        prop_assert!(!link.href.contains('+'), "a space must be %20");
        let pairs: Vec<_> = url.query_pairs().into_owned().collect();
        let subject = letter.subject.replace(char::is_control, " ");
        let mut expected = vec![("subject".to_owned(), subject)];
        if link.whole {
            expected.push(("body".to_owned(), crlf(&letter.body)));
        }
        prop_assert_eq!(pairs, expected);
    }

    #[test]
    fn html_holds_no_tag_but_paragraphs_and_line_breaks(body in text()) {
        let html = html(&body);
        for tag in html.split('<').skip(1) {
            prop_assert!(["p>", "/p>", "br>"].iter().any(|it| tag.starts_with(it)), "{}", html);
        }
        let read = html.replace("</p>", "\n").replace("<p>", "").replace("<br>", "\n")
            .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let words = |text: &str| text.split(['\n', '\r']).filter(|it| !it.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&read), words(&body));
    }

    #[test]
    fn what_is_saved_is_read_back(details in details(), body in text(), tick in any::<bool>()) {
        let mut state = State::new(language());
        for field in Field::ALL {
            if let Some(value) = details.own(field) {
                let _ = state.update(Message::Wrote(field, clean(value)));
            }
        }
        let _ = state.update(Message::EditedBody(body.replace(['\u{1e}', '\u{1f}'], "")));
        let _ = state.update(Message::Ticked("won".into(), tick));
        let saved = state.saved();
        prop_assert_eq!(Saved::decode(&saved.encode()), Some(saved));
    }

    #[test]
    fn nothing_that_was_stored_can_break_the_widget(stored in any::<String>(), rest in text()) {
        for text in [stored.clone(), format!("1{stored}"), format!("1\u{1e}{stored}\u{1f}{rest}")] {
            if let Some(saved) = Saved::decode(&text) {
                let mut state = State::new(language());
                let _ = state.update(Message::FoundKept(saved));
                prop_assert!(!state.letter().body.is_empty() || state.is_edited());
            }
        }
    }
}
