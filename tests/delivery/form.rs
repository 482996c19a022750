//! What stands in the form, and what was kept of it.

use good_sport::content::Field;
use good_sport::model::{Details, Letter, Message, Saved, State, clean};
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
        prop_assert!(letter.body.starts_with("Dear "));
        prop_assert!(!letter.subject.contains(char::is_control));
        prop_assert!(!letter.body.contains(|it: char| it.is_control() && it != '\n'));
        prop_assert!(letter.body.contains("Thank you"));
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
