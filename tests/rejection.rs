//! Hints from a pasted rejection: only what it says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "hosted/linting.rs"]
mod linting;

use std::fs;
use std::sync::LazyLock;

use good_sport::content::{Field, Language, LinterData, RejectionData};
use good_sport::model::{FormMessage, Hints, Message, State, Told, hints};
use linting::happens;

static LANGUAGE: LazyLock<&Language> = LazyLock::new(|| Language::best_for(["en"]));

fn told(text: &str, language: &Language) -> Told {
    let rejections = RejectionData::for_tag(&language.tag).unwrap();
    Told::read(text, rejections, LinterData::for_tag(&language.tag).unwrap())
}

fn read(text: &str) -> Hints {
    hints(&told(text, &LANGUAGE), &LANGUAGE)
}

/// The facts that a text hints at, as the form has them.
fn facts(hints: &Hints) -> Option<String> {
    hints.facts.map(|it| it.to_text(&LANGUAGE))
}

fn check(text: &str, expected: Option<&str>, name: Option<&str>) {
    let hints = read(text);
    assert_eq!(facts(&hints).as_deref(), expected, "{text}");
    assert_eq!(hints.name.as_deref(), name, "{text}");
}

#[test]
fn the_facts_and_the_name_are_recognized() {
    check(
        "Dear Ada,\n\nThank you for interviewing with us. Unfortunately, we have decided to move \
         forward with another candidate.\n\nKind regards,\nDana Rivera\nHead of Talent, Acme",
        Some("chosen interview email"),
        Some("Dana Rivera"),
    );
    check(
        "Hi Ada,\nIt was a close call, and you were one of our final two candidates, but the panel \
         selected another applicant.\nBest,\nTom",
        Some("chosen final email"),
        Some("Tom"),
    );
    check(
        "Due to a hiring freeze, the role has been put on hold and we will not be moving forward \
         with any applicants at this time.\n\nBest wishes,\nThe Acme Recruiting Team",
        Some("paused interview email"),
        None,
    );
    check(
        "We regret to inform you that the position has been filled by an internal candidate.\n\
         Sincerely\n\nMaria O’Neill, HR Partner",
        Some("insider interview email"),
        Some("Maria O’Neill"),
    );
    check(
        "While you were not successful this time, we would like to keep your resume on file for \
         future openings.\nWarm regards,\nLee Chen | Acme",
        Some("chosen interview email kept"),
        Some("Lee Chen"),
    );
    check(
        "I have heard back from the client and they have decided not to take your application any \
         further.\nThanks,\nJo",
        Some("chosen interview agency"),
        Some("Jo"),
    );
    check(
        "As discussed on the phone today, we have chosen another candidate.\nRegards\nSam",
        Some("chosen interview phone"),
        Some("Sam"),
    );
    check(
        "You were not selected. The panel felt your strengths were clear and suggested that you \
         could develop your examples.\nBest regards,\nPriya",
        Some("chosen interview email feedback"),
        Some("Priya"),
    );
    check(
        "With great regret we must withdraw our offer of employment for the position.\n\
         Yours sincerely,\nCarl Hale",
        Some("rescinded interview email"),
        Some("Carl Hale"),
    );
}

#[test]
fn a_role_on_hold_and_a_role_that_is_gone_are_two_facts() {
    for text in [
        "The search has been paused until the spring.",
        "We are pausing recruitment for this role for now.",
        "Due to budget cuts, the position has been put on hold.",
    ] {
        check(text, Some("paused interview email"), None);
    }
    for text in [
        "The vacancy has been cancelled.",
        "Unfortunately, we are no longer hiring for this role.",
        "The position has been eliminated in a restructuring.",
    ] {
        check(text, Some("cancelled interview email"), None);
    }
}

#[test]
fn several_facts_are_recognized_together() {
    check(
        "Thank you for completing the final round. We have chosen another candidate. In terms of \
         feedback, your examples could be shorter.\nBest,\nTom",
        Some("chosen final email feedback"),
        Some("Tom"),
    );
    check(
        "After reviewing your application, we will not be moving forward. This is an automated \
         message, please do not reply.",
        Some("chosen application automated"),
        None,
    );
    check(
        "The role has been filled by an internal candidate. We will keep your resume on file.",
        Some("insider interview email kept"),
        None,
    );
}

#[test]
fn what_it_does_not_say_is_not_suggested() {
    check("", None, None);
    check("See you on Friday.", None, None);
    check("Kind regards,", None, None);
    check("Best,\nhttps://example.org/jobs", None, None);
    check("Kind regards,\n+1 555 0100", None, None);
}

#[test]
fn what_only_sounds_like_a_fact_is_none() {
    for text in [
        "You were not selected. We encourage you to apply again.",
        "You were not selected. We regret that feedback is only given to those whom we hire.",
        "You were not selected. We cannot share any feedback that goes beyond this.",
        "You were not selected. We felt that you were not the right match for us.",
        "You were not selected. We wish you well in your current role.",
        "You were not selected for the Client Services role, which has been filled.",
        "You were not selected. As is the case each year, there were many of you.",
        "We have decided not to hire you.",
        "You were not selected. We were hoping to close the search by May.",
        "The position has been filled, and we are no longer accepting applications.",
        "You will not proceed to the final round.",
    ] {
        check(text, Some("chosen interview email"), None);
    }
    check(
        "As we said in our phone call this morning, we have chosen another candidate.",
        Some("chosen interview phone"),
        None,
    );
    check(
        "After an initial screening of all applications, we will not be moving forward with yours.",
        Some("chosen application email"),
        None,
    );
    check("We will not be inviting you to interview.", Some("chosen application email"), None);
}

#[test]
fn a_no_reply_address_is_recognized() {
    assert!(read("From: Acme <no-reply@acme.example>\nUnfortunately…").is_unread);
    assert!(read("donotreply@example.org").is_unread);
    assert!(!read("From: dana@acme.example\nPlease do not reply late.").is_unread);
}

/// A text as it is, and as mail programs, forwards and copies leave it.
fn shapes(text: &str) -> Vec<(&'static str, String)> {
    let wrapped = |width| {
        let mut wrapped = String::new();
        for line in text.split('\n') {
            let mut length = 0;
            for word in line.split(' ') {
                let letters = word.chars().count();
                if length > 0 {
                    let is_full = length + 1 + letters > width;
                    wrapped.push(if is_full { '\n' } else { ' ' });
                    length = if is_full { 0 } else { length + 1 };
                }
                wrapped.push_str(word);
                length += letters;
            }
            wrapped.push('\n');
        }
        wrapped
    };
    let at_60 = wrapped(60);
    let quoted =
        |text: &str, mark: &str| mark.to_owned() + &text.replace('\n', &format!("\n{mark}"));
    vec![
        ("as it is", text.to_owned()),
        ("at 72 columns", wrapped(72)),
        ("quoted", quoted(&at_60, "> ")),
        ("quoted twice", quoted(&at_60, ">> ")),
        ("with returns", at_60.replace('\n', "\r\n")),
        ("with spaces that do not break", at_60.replace(' ', "\u{a0}")),
        ("at 60 columns", at_60),
        ("on one line", text.split_whitespace().collect::<Vec<_>>().join(" ")),
    ]
}

#[test]
fn rejections_of_many_shapes_are_recognized() {
    let file = fs::read_to_string("tests/rejections/rejections.txt").unwrap();
    let rejections: Vec<_> = file.split("=== ").skip(1).collect();
    assert!(rejections.len() >= 40);
    let mut wrong = Vec::new();
    for rejection in rejections {
        let (expected, text) = rejection.split_once('\n').unwrap();
        let (facts_of_it, name) = expected.split_once(" / ").unwrap();
        let name = (name != "-").then_some(name);
        for (shape, text) in shapes(text.trim()) {
            let hints = read(&text);
            let found = facts(&hints);
            // On one line a name has no end of its own.
            let is_named =
                hints.name.as_deref() == name || shape == "on one line" && hints.name.is_none();
            if found.as_deref() != Some(facts_of_it) || !is_named {
                wrong.push((shape, text, found, hints.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn rejections_are_recognized_in_every_language() {
    let mut wrong = Vec::new();
    for language in Language::bundled().filter(|it| !it.tag.starts_with("en")) {
        let cases = fs::read_to_string(format!("tests/rejections/{}.tsv", language.tag)).unwrap();
        assert!(cases.lines().count() >= 12, "{}", language.tag);
        for case in cases.lines() {
            let (expected, text) = case.rsplit_once('\t').unwrap();
            let text = text.replace("\\n", "\n");
            let hints = hints(&told(&text, language), language);
            let facts = hints.facts.map(|it| it.to_text(language));
            let [facts, name] = [facts, hints.name].map(|it| it.unwrap_or_else(|| "-".to_owned()));
            let found = format!("{facts}\t{name}");
            // An invitation may be signed, too.
            if found != expected && !(facts == "-" && expected.starts_with("-\t")) {
                wrong.push(format!("{}: {found} and not {expected}: {text}", language.tag));
            }
        }
    }
    assert!(wrong.is_empty(), "{} are wrong: {wrong:#?}", wrong.len());
}

#[test]
fn a_receipt_suggests_nothing() {
    let file = fs::read_to_string("tests/rejections/receipts.txt").unwrap();
    let receipts: Vec<_> = file.split("===\n").collect();
    assert!(receipts.len() >= 10);
    for receipt in receipts {
        for (shape, text) in shapes(receipt.trim()) {
            let hints = read(&text);
            assert_eq!((facts(&hints), hints.name), (None, None), "{shape}: {text}");
        }
    }
}

#[test]
fn a_team_or_a_company_is_no_person() {
    for name in [
        "Birch Talent Team",
        "ExampleCo Talent Acquisition",
        "The Recruiting Team",
        "Careers",
        "People Ops",
        "HR Department",
        "Hiring Committee",
        "Human Resources",
        "The Acme Crew",
        "Acme Inc.",
        "Acme, Inc.",
        "Acme",
        "Workday",
        "Acme & Sons",
    ] {
        let text =
            format!("Thank you for your interest in Acme. You were not selected.\n\nBest,\n{name}");
        check(&text, Some("chosen interview email"), None);
    }
    for name in ["Dana Rivera", "Jo", "Dr. Xu Li", "Maria O’Neill", "Jan van der Berg", "Zoë"] {
        let text =
            format!("Thank you for your interest in Acme. You were not selected.\n\nBest,\n{name}");
        check(&text, Some("chosen interview email"), Some(name));
    }
    let mut state = State::new(&LANGUAGE);
    let _ = happens(
        &mut state,
        Message::Form(FormMessage::PastedRejection(
            "You were not selected.\n\nBest,\nInitech".into(),
        )),
    );
    assert_eq!(state.hints().unwrap().name.as_deref(), Some("Initech"));
    let _ =
        happens(&mut state, Message::Form(FormMessage::Wrote(Field::Company, "Initech".into())));
    assert_eq!(state.hints().unwrap().name, None);
}

#[test]
fn the_facts_that_hold_already_are_not_suggested_again() {
    let pasted = "The search has been paused, as we discussed on the phone.";
    let mut state = State::new(&LANGUAGE);
    let _ = happens(&mut state, Message::Form(FormMessage::PastedRejection(pasted.into())));
    let facts = state.hints().unwrap().facts.unwrap();
    assert_eq!(facts.to_text(&LANGUAGE), "paused interview phone");
    let _ = happens(&mut state, Message::Form(FormMessage::TookFacts(facts)));
    assert_eq!(state.value(Field::Situation), "paused interview phone");
    assert_eq!(state.hints().unwrap().facts, None);
    let _ = happens(&mut state, Message::Form(FormMessage::Stated("kept".into(), true)));
    assert_eq!(state.hints().unwrap().facts, Some(facts), "it does not say that");
}
