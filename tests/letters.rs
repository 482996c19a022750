//! Golden letters, and what holds for every letter: of each language, for each fact and pair of facts.
//!
//! `UPDATE=1 cargo test --test letters` writes the files in `letters/` anew; read what changed.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::path::Path;
use std::sync::LazyLock;
use std::{env, fs};

use good_sport::content::{Facts, Field, Group, Language, wording};
use good_sport::model::{Details, Letter};
use translator::cases::{Case, all, facts, form, letters_text, name_of};
use translator::faults::{self, echo};
use translator::samples::{details, filled};

fn languages() -> impl Iterator<Item = &'static Language> {
    Language::bundled()
}

fn english() -> &'static Language {
    Language::for_tag("en").unwrap()
}

/// Whether it is a variety of English, whose words the test knows.
fn is_english(language: &Language) -> bool {
    language.tag.starts_with("en")
}

/// The letters of every language: see [`all`].
static CASES: LazyLock<Vec<(&'static Language, Case)>> = LazyLock::new(|| {
    let of = |language| all(language).into_iter().map(move |case| (language, case));
    languages().flat_map(of).collect()
});

/// Calls `check` with each of them, and with its name.
fn each(check: impl Fn(&'static Language, &str, Facts, &Details, &Letter)) {
    for (language, Case { facts, form, letter }) in &*CASES {
        let chosen = [Field::Tone, Field::Length, Field::Ask, Field::Seed];
        let chosen = chosen.map(|it| form.get(it)).join(" / ");
        let name = format!("{} {} / {chosen}", language.tag, name_of(*facts, language));
        check(language, &format!("{name}: {}", letter.body), *facts, form, letter);
    }
}

#[test]
fn the_letters_are_those_that_were_read_and_approved() {
    for language in languages() {
        let text = letters_text(language);
        let file = Path::new("tests/letters").join(format!("{}.txt", language.tag));
        if env::var_os("UPDATE").is_some() {
            fs::write(&file, text).unwrap();
        } else {
            let approved = fs::read_to_string(&file).unwrap_or_default();
            assert!(text == approved, "{} differs; see the top of this test", file.display());
        }
    }
}

#[test]
fn no_letter_has_a_fault_that_holds_in_any_language() {
    for language in languages() {
        let cases = CASES.iter().filter(|it| it.0.tag == language.tag).map(|(_, it)| it);
        let found = faults::of_letters(language, cases);
        assert!(found.is_empty(), "{}: {found:#?}", language.tag);
    }
}

#[test]
fn a_letter_names_the_news_that_its_other_sentences_are_about() {
    each(|language, name, facts, _, letter| {
        for (outcome, news) in
            [("paused", "on hold"), ("cancelled", "cancel"), ("rescinded", "the offer")]
        {
            let is_told = !is_english(language)
                || !facts.has(outcome, language)
                || letter.body.contains(news);
            assert!(is_told, "no {news:?} in {name}: {}", letter.body);
        }
    });
}

#[test]
fn nobody_is_congratulated_where_nobody_was_hired() {
    // Words of English; what other languages say is read.
    let hired = ["right person", "new colleague", "your colleague.", "you chose", "they chose"];
    each(|language, name, facts, _, letter| {
        let outcome = &facts.of(Group::Outcome, language).id;
        let stage = &facts.of(Group::Stage, language).id;
        let is_hired = outcome == "insider"
            || outcome == "chosen" && ["interview", "final"].contains(&stage.as_str());
        // What is only hoped for is no claim.
        let claims = letter.body.replace("hope you find the right person", "");
        let claims = claims.replace("hope they find the right person", "");
        let claims = claims.replace("hope that you find the right person", "");
        let claims = claims.replace("hope that they find the right person", "");
        let claims = claims.replace("hope you find just the right person", "");
        let claims = claims.replace("hope they find just the right person", "");
        let claims = claims.replace("hope you end up with the right person", "");
        let has = hired.iter().any(|it| claims.contains(it));
        assert!(is_hired || !has, "{name}");
    });
}

#[test]
fn nobody_has_met_after_an_application_alone() {
    let met = [
        "meet",
        "met ",
        "our conversation",
        "interview for",
        "interviewing",
        "talked",
        "the team.",
    ];
    each(|language, name, facts, form, letter| {
        if facts.of(Group::Stage, language).id != "application" {
            return;
        }
        let body = letter.body.replace(form.get(Field::Highlight), "");
        for it in met {
            assert!(!body.contains(it), "{it:?} in {name}");
        }
    });
}

#[test]
fn nobody_is_asked_for_advice_that_was_given_or_cannot_be() {
    for language in languages() {
        let (singles, pairs) = facts(language);
        for facts in singles.into_iter().chain(pairs) {
            let asks: Vec<_> = language.asks(facts).map(|it| it.id.as_str()).collect();
            assert!(asks.contains(&"none"), "{asks:?}");
            if !is_english(language) {
                continue;
            }
            let silenced = [
                "feedback",
                "application",
                "screen",
                "ghosted",
                "cancelled",
                "paused",
                "rescinded",
            ];
            let has_none = silenced.iter().any(|it| facts.has(it, language));
            assert!(asks.first() == Some(&"radar") && asks.last() == Some(&"none"), "{asks:?}");
            assert_eq!(has_none, !asks.contains(&"advice"), "{}", name_of(facts, language));
            let is_ghosted = facts.has("ghosted", language);
            assert_eq!(is_ghosted, asks.contains(&"status"), "{}", name_of(facts, language));
        }
    }
}

#[test]
fn no_letter_says_what_no_letter_should() {
    let never = [
        "reconsider",
        "unfortunately",
        "haven’t heard",
        "silence",
        "truly",
        "deeply",
        "insights",
        "thrilled",
        "at this time",
        "moving forward",
        "all the same",
        "courtesy",
        "keep me on your radar",
        "the people there",
        "people behind",
        "from another side",
        "was not me",
        "dear all",
        "so close",
        "just missed",
        "runner-up",
    ];
    each(|_, name, _, _, letter| {
        let body = letter.body.to_lowercase();
        for word in never {
            assert!(!body.contains(word), "{word:?} in {name}");
        }
    });
}

#[test]
fn a_formal_letter_has_no_contractions_and_others_do() {
    let ends = ["’m ", "’d ", "n’t ", "’s ", "’ll ", "’ve ", "’re "];
    each(|language, name, _, form, letter| {
        if !is_english(language) {
            return;
        }
        let body = letter.body.replace(form.get(Field::Highlight), "");
        let has = ends.iter().any(|it| body.contains(it));
        let is_formal = form.get(Field::Tone) == "formal";
        assert!(!(is_formal && has), "{name}");
        let full = [" I am ", " do not ", " did not ", " it is ", " I would "];
        let has_full = full.iter().any(|it| body.contains(it));
        assert!(is_formal || !has_full, "{} {name}", language.tag);
    });
}

#[test]
fn what_is_typed_fits_into_the_letter() {
    let check = |situation: &str, field: Field, typed: &str, expected: &str| {
        let form = [(field, typed), (Field::Situation, situation)];
        let letter = Letter::compose(&details(&form), english());
        assert!(letter.body.contains(expected), "{typed:?} in {letter:#?}");
    };
    let recipient = |typed, expected| check("", Field::Recipient, typed, expected);
    recipient("Dear Ms. Rivera,", "Dear Ms. Rivera,\n\n");
    recipient("Hi Dana", "Dear Dana,\n\n");
    recipient("Hey Dana", "Dear Dana,\n\n");
    recipient("Dana and Lee", "Dear Dana and Lee,\n\n");
    recipient("dana@example.org", "Hello,\n\n");
    recipient("", "Hello,\n\n");
    recipient("  O’Neill  ", "Dear O’Neill,\n\n");
    recipient("To Kit-fong", "Dear To Kit-fong,\n\n");
    recipient("to Dana", "Dear Dana,\n\n");
    recipient("To Dr. Rivera", "Dear Dr. Rivera,\n\n");
    recipient("李娜", "Dear 李娜,\n\n");
    let role = |typed, expected| check("", Field::Role, typed, expected);
    role("A Level Maths Teacher", "for the A Level Maths Teacher role,");
    role("a Senior Developer", "for the Senior Developer role,");
    role("An interpreter", "for the interpreter role,");
    role("your data analyst role", "for the data analyst role,");
    role("the data analyst position", "for the data analyst position,");
    role("Head of People", "for the Head of People role,");
    role("Internship", "for the Internship,");
    role("Graduate Scheme", "for the Graduate Scheme,");
    role("PhD studentship", "for the PhD studentship,");
    role("summer internship", "for the summer internship,");
    role("", "for the role,");
    let company = |typed, expected| check("final", Field::Company, typed, expected);
    company("Acme Inc.", "good to meet everyone at Acme Inc.\n\n");
    company("The New York Times", "good to meet everyone at The New York Times.");
    company("   ", "good to meet everyone.");
    company("---", "good to meet everyone.");
    company("Siemens", "everyone at Siemens.");
    check("", Field::Sender, "Ada", "Best regards,\nAda");
    check("", Field::Sender, "", "Best regards");
}

#[test]
fn a_highlight_finishes_its_sentence_in_any_form() {
    let check = |typed: &str, expected: &str| {
        for situation in ["", "application"] {
            let form = [(Field::Highlight, typed), (Field::Situation, situation)];
            let letter = Letter::compose(&details(&form), english());
            let first = letter.body.split("\n\n").nth(1).unwrap();
            let is_application = situation == "application";
            let expected = if is_application {
                expected
                    .replace("I especially valued getting", "I especially liked getting")
                    .replace("I especially valued", "What stood out was")
                    .replace("I also ", "I ")
                    .replace("One thing I’ll remember:", "One thing that stood out:")
            } else {
                expected.to_owned()
            };
            let stems = ["valued", "liked", "appreciated"].map(|it| expected.replace("valued", it));
            let other = |stem| expected.replace("I especially valued", stem);
            let remember = other("What I’ll remember most is");
            let stayed = other("One thing that stayed with me was");
            let struck = expected.replace("What stood out was", "I was struck by");
            let has =
                stems.iter().chain([&remember, &stayed, &struck]).any(|it| first.ends_with(&**it));
            assert!(has, "{typed:?} in {first}");
        }
    };
    check("The talk about forecasting.", "I especially valued the talk about forecasting.");
    check("I really enjoyed the talk", "I especially valued the talk.");
    check("hearing how you plan", "I especially valued hearing how you plan.");
    check("Hearing how you plan", "I especially valued hearing how you plan.");
    check("how you explained the work", "I especially valued how you explained the work.");
    check("the time you took", "I especially valued the time you took.");
    check("the people who were there", "I especially valued the people who were there.");
    check("your honesty", "I especially valued your honesty.");
    check("Dana’s patience\nand her maps", "I especially valued Dana’s patience and her maps.");
    check("Dana's patience", "I especially valued Dana's patience.");
    check("I felt welcome all day", "I felt welcome all day.");
    check("we laughed a lot!", "We laughed a lot!");
    check("Dana made me feel welcome", "Dana made me feel welcome.");
    check("The team was so kind", "The team was so kind.");
    check("everyone was friendly", "Everyone was friendly.");
    check("loved the tour", "I also loved the tour.");
    check("Loved the tour", "I also loved the tour.");
    check("learned a lot about soil", "I also learned a lot about soil.");
    check("to meet Dana", "I especially valued getting to meet Dana.");
    check("great team", "I especially valued the great team.");
    check("lunch with the crew", "I especially valued the lunch with the crew.");
    check("very friendly", "One thing I’ll remember: very friendly.");
    check("friendly", "One thing I’ll remember: friendly.");
    check("NASA stories", "One thing I’ll remember: NASA stories.");
    check(
        "the talk we had was inspiring",
        "One thing I’ll remember: the talk we had was inspiring.",
    );
}

#[test]
fn a_highlight_says_you_to_its_recipient() {
    let check = |recipient: &str, typed: &str, expected: &str| {
        let form = [(Field::Recipient, recipient), (Field::Highlight, typed)];
        let body = Letter::compose(&details(&form), english()).body;
        let first = body.split("\n\n").nth(1).unwrap();
        assert!(first.ends_with(expected), "{recipient:?}, {typed:?}: {first}");
    };
    check("Dana", "Dana made me feel welcome", ". You made me feel welcome.");
    check("Hi Dana", "Dana was so kind", ". You were so kind.");
    check("Ms. Rivera", "Ms. Rivera has a great laugh", ". You have a great laugh.");
    check("Dana Rivera", "Dana’s patience", " your patience.");
    check("Dr. Lee", "how Dr. Lee explained the maps", " how you explained the maps.");
    check("Dana", "to meet Dana", " getting to meet you.");
    check("Dana", "loved working with Dana", ". I also loved working with you.");
    // Somebody else may be meant.
    check("Dana and Lee", "Dana was kind", ". Dana was kind.");
    check("Dana", "Dana and her team were kind", ". Dana and her team were kind.");
    check("Dana", "Dana was patient when she spoke", ". Dana was patient when she spoke.");
    check("", "Dana was kind", ". Dana was kind.");
    check("The Team", "the tour", " the tour.");
    check("Dana", "Dana", ": Dana.");
}

#[test]
fn a_highlight_in_other_letters_than_those_of_english_is_told_apart() {
    let check = |tag: &str, typed: &str, expected: &str| {
        let language = Language::for_tag(tag).unwrap();
        let letter = Letter::compose(&details(&[(Field::Highlight, typed)]), language);
        assert!(letter.body.contains(expected), "{tag} {typed:?}: {}", letter.body);
    };
    check("es", "él me explicó el proyecto", "Él me explicó el proyecto.");
    check("es", "Él me explicó el proyecto", "Él me explicó el proyecto.");
    // A sentence becomes a part of the next one, so that it does not stand alone.
    check("ja", "皆様が丁寧に説明してくださいました。", "皆様が丁寧に説明してくださったことが");
    check("ja", "面接官の方が優しかったです", "面接官の方が優しかったことが");
    check("ja", "とても和やかな雰囲気でした", "とても和やかな雰囲気だったことが");
    check("ja", "工場を案内してくれた", "工場を案内してくれたことが");
    check("ja", "雰囲気はとても良かったです", "雰囲気はとても良かったです。");
    check("ja", "ありがとうございました", "ありがとうございました。");
    check("ja", "工場の見学", "工場の見学が");
}

#[test]
fn a_form_of_address_is_for_one_person_with_a_name() {
    let check = |tag: &str, recipient: &str, expected: &str| {
        let form = [(Field::Recipient, recipient), (Field::Tone, "formal")];
        let letter = Letter::compose(&details(&form), Language::for_tag(tag).unwrap());
        assert!(letter.body.starts_with(expected), "{tag} {recipient:?}: {}", letter.body);
    };
    check("de", "Frau Rivera", "Sehr geehrte Frau Rivera,");
    check("de", "Herr Dr. Lehmann", "Sehr geehrter Herr Dr. Lehmann,");
    check("fr", "M. Lefort", "Monsieur,");
    for (tag, recipient) in [
        ("de", "Frau"),
        ("de", "Frau Rivera und Herr Lehmann"),
        ("fr", "M. et Mme Lefort"),
        ("es", "Sra. Rivera y Sr. Molina"),
    ] {
        let form = [(Field::Recipient, recipient), (Field::Tone, "formal")];
        let body = Letter::compose(&details(&form), Language::for_tag(tag).unwrap()).body;
        for wrong in [
            "Sehr geehrte Frau",
            "Sehr geehrter",
            "Monsieur,\n",
            "Madame,\n",
            "Estimada",
            "Estimado ",
        ] {
            assert!(!body.starts_with(wrong), "{tag} {recipient:?}: {body}");
        }
    }
}

#[test]
fn a_highlight_is_not_echoed() {
    for seed in 0..64_u32 {
        let seed = seed.to_string();
        let form = [
            (Field::Company, "Acme"),
            (Field::Highlight, "meeting the team in Lyon"),
            (Field::Seed, &*seed),
        ];
        let body = Letter::compose(&details(&form), english()).body;
        assert_eq!(body.matches("meet").count(), 1, "{body}");
    }
}

#[test]
fn a_move_does_not_echo_the_one_before_it() {
    // What is left is in what is typed, or in a move that has no other variant.
    let letters = all(english());
    let echoing = letters.iter().filter(|it| echo(&it.letter.body, english()).is_some());
    let count = echoing.count();
    assert!(count * 500 < letters.len(), "{count} of {}", letters.len());
}

#[test]
fn facts_combine_as_they_do_in_life() {
    let check = |situation: &str, expected: &[&str]| {
        let form = form(&filled(english()), Facts::parse(situation, english()).0, english(), &[]);
        let body = Letter::compose(&form, english()).body;
        for it in expected {
            assert!(body.contains(it), "{situation}: no {it:?} in {body}");
        }
    };
    check("final phone feedback", &["calling me after the final round", "for the feedback"]);
    check("task feedback", &["feedback on my exercise"]);
    check(
        "agency feedback",
        &["from Acme about the data analyst role, and for sharing their feedback"],
    );
    check(
        "rescinded phone",
        &["the news that the offer for the data analyst role has been withdrawn"],
    );
    check("paused kept", &["offering to keep my application on file"]);
    check("agency final", &["as far as the final round"]);
    check("insider final", &["happy for the person you chose"]);
    check("insider internal", &["going to one of us"]);
    check("agency cancelled", &["glad we tried"]);
    check("internal feedback", &["go over it sometime"]);
    check("referral", &["Luis", "Luis"]);
    check("again", &["considering me again", "Thank you for your time."]);
    // At most two of them add a clause.
    let all = "feedback referral task";
    check(all, &["feedback", "Luis"]);
}

#[test]
fn what_honors_a_name_stands_once() {
    let letter = |tag: &str, values: &[(Field, &str)]| {
        let mut details = Details::default();
        for (field, value) in values {
            details.write(*field, (*value).to_owned());
        }
        Letter::compose(&details, Language::for_tag(tag).unwrap()).body
    };
    for typed in
        ["田中", "田中様", "田中 様", "田中様,", "田中様、", "田中さん", "田中部長", "田中先生"]
    {
        let body = letter("ja", &[(Field::Recipient, typed)]);
        assert!(body.starts_with("田中様\n"), "{typed}: {body}");
    }
    let told = [(Field::Situation, "referral"), (Field::Referrer, "鈴木様")];
    let body = letter("ja", &[&told[..], &[(Field::Company, "株式会社青空御中")]].concat());
    assert!(body.starts_with("株式会社青空\n") && !body.contains("様様"), "{body}");
    let body = letter("ar", &[(Field::Recipient, "السيد منصور المحترم")]);
    assert_eq!(body.matches("المحترم").count(), 1, "{body}");
    let body = letter("ar", &[(Field::Company, "Acme Inc.")]);
    assert!(!body.contains(".\u{2069}."), "{body}");
}

/// The prerendered shell writes the letter for the first of all choices, and counts no words.
#[test]
fn the_letter_of_the_shell_has_no_move_in_reserve() {
    for language in Language::bundled() {
        let (tone, length) = (&language.tones[0], &language.lengths[0]);
        let (facts, _) = Facts::parse("", language);
        let mut holding: Vec<&str> = facts.each(language).map(|it| it.id.as_str()).collect();
        holding.extend([length.id.as_str(), language.asks[0].id.as_str()]);
        for step in &length.reserve {
            for filled in [&[][..], &["company", "role", "recipient", "sender"]] {
                let holding: Vec<&str> = holding.iter().chain(filled).copied().collect();
                let variants = wording(&[&tone.moves], step, &holding);
                assert!(variants.iter().all(|it| it.is_empty()), "{}: {variants:?}", language.tag);
            }
        }
    }
}
