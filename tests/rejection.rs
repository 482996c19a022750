//! What a pasted rejection suggests: only what it says.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Language, WORDS};
use good_sport::model::{Hints, hints};

fn read(text: &str) -> Hints {
    let (_, words) = WORDS.iter().find(|(it, _)| *it == "en").unwrap();
    hints(text, Box::leak(Box::new(Language::decode(words).unwrap())))
}

fn check(text: &str, situation: Option<&str>, name: Option<&str>) {
    let hints = read(text);
    assert_eq!(hints.situation.map(|it| it.id.as_str()), situation, "{text}");
    assert_eq!(hints.name.as_deref(), name, "{text}");
}

#[test]
fn the_situation_and_the_name_are_recognized() {
    check(
        "Dear Ada,\n\nThank you for interviewing with us. Unfortunately, we have decided to move \
         forward with another candidate.\n\nKind regards,\nDana Rivera\nHead of Talent, Acme",
        Some("interview"),
        Some("Dana Rivera"),
    );
    check(
        "Hi Ada,\nIt was a close call, and you were one of our final two candidates, but the panel \
         selected another applicant.\nBest,\nTom",
        Some("final"),
        Some("Tom"),
    );
    check(
        "Due to a hiring freeze, the role has been put on hold and we will not be moving forward \
         with any applicants at this time.\n\nBest wishes,\nThe Acme Recruiting Team",
        Some("cancelled"),
        Some("The Acme Recruiting Team"),
    );
    check(
        "We regret to inform you that the position has been filled by an internal candidate.\n\
         Sincerely\n\nMaria O’Neill, HR Partner",
        Some("insider"),
        Some("Maria O’Neill"),
    );
    check(
        "While you were not successful this time, we would like to keep your resume on file for \
         future openings.\nWarm regards,\nLee Chen | Acme",
        Some("kept"),
        Some("Lee Chen"),
    );
    check(
        "I have heard back from the client and they have decided not to take your application any \
         further.\nThanks,\nJo",
        Some("agency"),
        Some("Jo"),
    );
    check(
        "As discussed on the phone today, we have chosen another candidate.\nRegards\nSam",
        Some("phone"),
        Some("Sam"),
    );
    check(
        "You were not selected. The panel felt your strengths were clear and suggested that you \
         could develop your examples.\nBest regards,\nPriya",
        Some("feedback"),
        Some("Priya"),
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
fn an_address_that_nobody_reads_is_told() {
    assert!(read("From: Acme <no-reply@acme.example>\nUnfortunately…").is_unread);
    assert!(read("donotreply@example.org").is_unread);
    assert!(!read("From: dana@acme.example\nPlease do not reply late.").is_unread);
}
