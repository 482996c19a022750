//! Arbitrary text in the form, and in the stored draft.

use good_sport::content::Field;
use good_sport::model::{
    Details, FormMessage, Letter, LetterMessage, Message, SUBJECT_LIMIT, Saved, State,
    StorageMessage, Webmail, clean,
};
use proptest::prelude::*;

use super::{language, text};

fn details() -> impl Strategy<Value = Details> {
    prop::collection::vec((0..Field::ALL.len(), text()), 0..8).prop_map(|written| {
        let mut details = Details::default();
        for (field, value) in written {
            details.write(Field::ALL[field], value);
        }
        details
    })
}

proptest! {
    #[test]
    fn any_form_makes_a_whole_letter(details in details()) {
        let letter = Letter::compose(&details, language());
        let greetings = ["Dear ", "Hello", "Hi "];
        prop_assert!(greetings.iter().any(|it| letter.body.starts_with(it)), "{}", letter.body);
        prop_assert!(!letter.subject.contains(char::is_control));
        prop_assert!(letter.subject.starts_with("Thank you"), "{}", letter.subject);
        prop_assert!(letter.subject.chars().count() <= SUBJECT_LIMIT, "{}", letter.subject);
        let alone = Letter { body: "long ".repeat(1_000), ..letter.clone() };
        prop_assert!(Webmail::App.link(&alone).href.contains("subject=Thank%20you"));
        prop_assert!(!Webmail::App.link(&alone).href.ends_with("%E2%80%A6") || letter.subject.ends_with('…'));
        prop_assert!(!letter.body.contains(|it: char| it.is_control() && it != '\n'));
        prop_assert!(letter.body.to_lowercase().contains("thank"), "{}", letter.body);
    }

    #[test]
    fn what_is_saved_is_read_back(details in details(), body in text(), tick in any::<bool>()) {
        let mut state = State::new(language());
        for field in Field::ALL {
            if let Some(value) = details.own(field) {
                let _ = state.update(Message::Form(FormMessage::Wrote(field, clean(value))));
            }
        }
        let _ = state.update(Message::Letter(LetterMessage::EditedBody(body.replace(['\u{1e}', '\u{1f}'], ""))));
        let _ = state.update(Message::Ticked("won".into(), tick));
        let saved = state.saved();
        prop_assert_eq!(Saved::decode(&saved.encode()), Some(saved));
    }

    #[test]
    fn nothing_that_was_stored_can_break_the_widget(stored in any::<String>(), rest in text()) {
        for text in [stored.clone(), format!("1{stored}"), format!("1\u{1e}{stored}\u{1f}{rest}")] {
            let mut state = State::new(language());
            let _ = state.update(Message::Storage(StorageMessage::Loaded(Some(text))));
            prop_assert!(!state.letter().body.is_empty() || state.is_edited());
        }
    }
}

/// The subject for a role and a name.
fn subject(role: &str, sender: &str) -> String {
    let mut details = Details::default();
    details.write(Field::Role, role.into());
    details.write(Field::Sender, sender.into());
    Letter::compose(&details, language()).subject
}

#[test]
fn a_subject_is_truncated_at_the_end_of_a_word() {
    let long =
        "Senior Vice President for the Integration of Financial Planning and Analysis, Europe";
    let longer = &*"Data analyst for the long run, ".repeat(7);
    let name = &*"Adaeze Chimamanda ".repeat(11);
    for (role, sender, expected) in [
        ("Data analyst", "Sam Lee", "Thank you – Data analyst – Sam Lee"),
        // What is longest is left out as a whole.
        (long, "Sam Lee", "Thank you – Sam Lee"),
        ("Data analyst", name, "Thank you – Data analyst"),
        // What stands alone is cut at a word.
        (
            longer,
            "",
            "Thank you – Data analyst for the long run, Data analyst for the long run, Data analyst for the long…",
        ),
        (
            longer,
            name,
            "Thank you – Adaeze Chimamanda Adaeze Chimamanda Adaeze Chimamanda Adaeze Chimamanda Adaeze…",
        ),
        // A word that takes up most of it is cut itself.
        (&"a".repeat(200), "", &format!("Thank you – {}…", "a".repeat(87))),
        (&"職".repeat(200), "", &format!("Thank you – {}…", "職".repeat(87))),
        // No picture is cut in two.
        (&format!("a{}", "👩🏽‍💻".repeat(50)), "", &format!("Thank you – a{}…", "👩🏽‍💻".repeat(21))),
        (&"e\u{301}".repeat(100), "", &format!("Thank you – {}…", "e\u{301}".repeat(43))),
    ] {
        let subject = subject(role, sender);
        assert_eq!(subject, expected);
    }
}
