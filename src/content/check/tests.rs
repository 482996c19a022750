//! Mistakes in a language file, each refused with its reason.

use super::{Language, RejectionData, check, check_rejection};
use crate::content::map::{Map, Variants};

/// The reason why English is refused after a change.
fn refused(change: impl FnOnce(&mut Language)) -> String {
    let mut language = Language::best_for(["en"]).clone();
    change(&mut language);
    check(&language, "en").err().unwrap_or_default().1
}

/// English with a move more in its first tone, whose wordings have these conditions.
fn with_move(wordings: &[(&'static str, &[&'static str])]) -> impl FnOnce(&mut Language) {
    let variants = |texts: &[&'static str]| Variants(texts.iter().map(|it| (*it).into()).collect());
    let wordings = wordings.iter().map(|(condition, it)| ((*condition).into(), variants(it)));
    let wordings = Map(wordings.collect());
    move |language| language.tones[0].moves.0.push(("aside".into(), wordings))
}

#[test]
fn a_move_is_refused_with_the_reason() {
    let check = |wordings: &[(&'static str, &[&'static str])], reason: &str| {
        assert_eq!(refused(with_move(wordings)), reason);
    };
    check(&[("any", &["You called."])], "");
    check(
        &[("phone", &["You called."]), ("kept", &["You kept it."])],
        r#"tone classic: aside: "kept" and "phone" are as specific for kept phone"#,
    );
    check(
        &[("any", &["Thanks.", "Thank you.", "Thanks."])],
        r#"tone classic: aside: "any" has this variant twice"#,
    );
    check(
        &[("any", &["One.", "Two.", "Three.", "Four.", "Five."])],
        r#"tone classic: aside: "any" has more than 4 variants"#,
    );
    check(&[("any", &["Hi {nobody}."])], "tone classic: there is no slot or move {nobody}");
    check(&[("any", &["Hi {news."])], "tone classic: a brace is never closed");
    check(
        &[("phone sunny", &["You called."])],
        r#"tone classic: "phone sunny": sunny is nothing that could hold"#,
    );
}

#[test]
fn a_fact_that_no_letter_tells_of_is_refused() {
    let reason = refused(|language| {
        for (_, wordings) in &mut language.tones[0].moves.0 {
            wordings.0.retain(|(condition, _)| !condition.contains("referral"));
        }
    });
    assert_eq!(reason, "no letter tells of referral");
}

#[test]
fn a_required_move_without_words_is_refused() {
    let reason = refused(|language| {
        language.lengths[0].required = vec!["aside".into()];
        with_move(&[("phone", &["You called."]), ("any", &[])])(language);
    });
    assert!(reason.starts_with("no aside for "), "{reason}");
}

#[test]
fn a_reference_to_nothing_is_refused() {
    assert_eq!(refused(|it| it.tag = "xx".into()), "the tag is not the name of the file, en");
    assert_eq!(refused(|it| it.tones.clear()), "there are no tones");
    let reason = refused(|it| it.echoes = vec!["glad".into(); 33]);
    assert_eq!(reason, "there are more than 32 echoes");
    assert_eq!(refused(|it| it.tones[1].like = "loud".into()), "loud is no tone");
    let reason = refused(|it| it.facts[0].silences = vec!["noon".into()]);
    assert_eq!(reason, "noon is no fact, ask or field");
    let reason = refused(|it| it.checklist[0].only = vec!["noon".into()]);
    assert_eq!(reason, "noon is no fact");
    let reason = refused(|it| it.lengths[0].spare = vec!["dance".into()]);
    assert_eq!(reason, "there is no move dance");
    let reason = refused(|it| it.people[0].paragraphs = vec![vec!["dance".into()]]);
    assert_eq!(reason, "there is no move dance");
}

#[test]
fn rejection_data_about_no_fact_is_refused() {
    let Some(data) = RejectionData::for_tag("en") else { unreachable!("English has it") };
    let (mut data, language) = (data.clone(), Language::best_for(["en"]));
    assert_eq!(check_rejection(&data, language), Ok(()));
    data.facts.0.push(("noon".into(), Vec::new()));
    let reason = check_rejection(&data, language).err().unwrap_or_default().1;
    assert_eq!(reason, "noon is no fact");
}
