//! Cleaning of text from outside, and placeholders.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Language};
use good_sport::model::{
    ChannelMessage, CopyMessage, CopyTarget, Date, Effect, File, FormMessage, GIVEN_LIMIT,
    LetterMessage, Message, PeopleMessage, PersonField, ReminderMessage, ShortMessage, State,
    Webmail, clean, is_placeholder, is_verbatim,
};

fn language() -> &'static Language {
    Language::for_tag("en").unwrap()
}

/// Placeholders that templates leave behind, one a line.
const PLACEHOLDERS: &str = r#"{{company}}
{{ job.company }}
{{{company}}}
{{
the {{company}} team
{% if company %}Acme
{company}
{first_name}
{jobTitle}
{0}
{acct_nm}
*|COMPANY|*
*|FNAME|*
%%company%%
%%First Name%%
%COMPANY%
%first_name%
[[Company]]
[[ job.company ]]
[Company]
[Company Name]
[HIRING MANAGER]
[Insert company here]
${company}
#{company}
<%= company %>
<?= $company ?>
<<First>>
<< Company >>
<Your Name>
«Company_Name»
«Company»
@@company@@
##company##
__COMPANY__
$company
:company
@company
%company
%7B%7Bcompany%7D%7D
%7b%7b+company+%7d%7d
%2A%7CCOMPANY%7C%2A
%25COMPANY%25
&lt;%= company %&gt;
undefined
UNDEFINED
Undefined
null
NULL
(null)
<nil>
NaN
None
none
N/A
[object Object]
the [object Object] team
undefined undefined
null null
"undefined"
%s"#;

/// Real names, and what might be one.
const TEXTS: &str = r"Yahoo!
C#
F# developer
100% Design
50% of 80%
100%25 Design
A*STAR
*Star*
[x+1]
[solidcore]
[24]7.ai
{code}
<3 Bakery
A <> B
Null & Co
Nan Goldin
Undefined Labs
None of the Above Ltd
Nonesuch
Nullarbor
Engineer [m/f/d]
Analyst [Job ID 1234]
Analyst (Company)
R&D @ Acme
Ke$ha
$hop
Who|What
e.l.f.
_why
snake_case
C++
Engineering >> Backend
Guess?
AT&T
7-Eleven
Toys “R” Us
The Company
Name & Co
First National

   
...
東京電力
«Прогресс»";

#[test]
fn placeholders_are_told_from_names() {
    for text in PLACEHOLDERS.lines() {
        for field in [Field::Company, Field::Role, Field::Recipient, Field::Sender] {
            assert!(is_placeholder(field, text), "{text:?} as {field:?}");
        }
    }
    for text in TEXTS.lines() {
        for field in [Field::Company, Field::Role, Field::Recipient, Field::Sender] {
            assert!(!is_placeholder(field, text), "{text:?} as {field:?}");
        }
    }
    for field in [Field::Recipient, Field::Sender] {
        for name in ["Null", "Ms. Null", "Nan", "Nil", "Christopher Null"] {
            assert!(!is_placeholder(field, name), "{name:?} as {field:?}");
        }
        assert!(is_placeholder(field, "Ms. undefined"));
        assert!(is_placeholder(field, "Dear null"));
    }
    assert!(!is_placeholder(Field::Role, "undefined behavior analyst"));
    assert!(!is_placeholder(Field::Company, "undefined labs"));
}

#[test]
fn invisible_characters_are_removed_from_names() {
    for (text, cleaned) in [
        ("Acme\u{0}\u{7}", "Acme"),
        ("\u{202e}Acme\u{202c}", "Acme"),
        ("\u{2066}Ac\u{202a}me\u{2069}", "Acme"),
        ("\u{feff}Acme\u{200b}Corp\u{ad}", "AcmeCorp"),
        ("Acme\u{2028}Corp\u{2029}Ltd", "Acme Corp Ltd"),
        ("Acme\r\nBcc: all@example.org", "Acme Bcc: all@example.org"),
        ("Acme\u{85}Corp\u{b}Ltd", "Acme Corp Ltd"),
        ("  Acme \t Corp\u{a0}Ltd\u{3000}", "Acme Corp Ltd"),
        ("Acme\u{fffd}\u{ffff}\u{e0041}\u{e007f}", "Acme"),
        ("Ac\u{200d}me\u{200c}", "Acme"),
        ("\u{3164}\u{115f}", ""),
        // What scripts and pictures need.
        ("می\u{200c}خواهم", "می\u{200c}خواهم"),
        ("അവന്\u{200d}", "അവന്\u{200d}"),
        ("👩\u{200d}🚀 ❤\u{fe0f}\u{200d}🔥", "👩\u{200d}🚀 ❤\u{fe0f}\u{200d}🔥"),
        ("葛\u{e0100}城", "葛\u{e0100}城"),
        ("\u{200f}שלום!\u{200f}", "\u{200f}שלום!\u{200f}"),
        ("Nguye\u{302}\u{303}n", "Nguye\u{302}\u{303}n"),
    ] {
        assert_eq!(clean(text), cleaned, "{text:?}");
    }
}

#[test]
fn quotation_marks_around_the_whole_are_the_pages_own() {
    for (text, cleaned) in [
        ("”Acme”", "Acme"),
        ("“Acme Corp”", "Acme Corp"),
        ("\"Acme\"", "Acme"),
        ("″Acme″", "Acme"),
        ("„Acme“", "Acme"),
        ("” Acme ”", "Acme"),
        ("‘Acme’", "Acme"),
        ("'O’Brien & Sons'", "O’Brien & Sons"),
        ("“Acme” and “Initech”", "“Acme” and “Initech”"),
        ("Toys “R” Us", "Toys “R” Us"),
        ("'Tis 'nough for 'em'", "'Tis 'nough for 'em'"),
        ("’t Hart", "’t Hart"),
        ("Lovers’", "Lovers’"),
        ("\"\"", "\"\""),
    ] {
        assert_eq!(clean(text), cleaned, "{text:?}");
    }
}

#[test]
fn a_long_text_is_truncated_between_graphemes() {
    assert_eq!(clean(&"é".repeat(300)), "é".repeat(GIVEN_LIMIT));
    for piece in ["👩\u{200d}🚀", "e\u{301}", "👍🏽", "❤\u{fe0f}", "क\u{93f}", "ab"] {
        for shift in 0..4 {
            let text = "x".repeat(shift) + &piece.repeat(200);
            let cut = clean(&text);
            let pieces = cut.trim_start_matches('x').strip_suffix('a').unwrap_or(&cut[shift..]);
            let pieces = if piece == "ab" { pieces.trim_end_matches('a') } else { pieces };
            assert!(cut.chars().count() <= GIVEN_LIMIT && cut.chars().count() > GIVEN_LIMIT - 3);
            assert_eq!(pieces.replace(piece, ""), "", "{cut:?}");
        }
    }
}

#[test]
fn only_what_the_letter_takes_over_as_it_stands_stands_for_itself() {
    let is = |field, value| is_verbatim(field, value, language());
    for (field, value) in [
        (Field::Company, "Acme Inc."),
        (Field::Company, "Toys “R” Us"),
        (Field::Role, "data analyst"),
        (Field::Recipient, "Ms. Rivera"),
        (Field::Sender, "Zoë O’Brien"),
        (Field::Highlight, "hearing how you plan"),
    ] {
        assert!(is(field, value), "{value:?} as {field:?}");
    }
    for (field, value) in [
        (Field::Company, ""),
        (Field::Company, "---"),
        (Field::Company, "Acme "),
        (Field::Company, "Acme  Corp"),
        (Field::Company, "Acme,"),
        (Field::Company, "”Acme”"),
        (Field::Company, "{{company}}"),
        (Field::Company, "Ac\u{202e}me"),
        (Field::Company, "undefined"),
        (Field::Role, "the data analyst"),
        (Field::Role, "data analyst position"),
        (Field::Recipient, "Dear Dana"),
        (Field::Recipient, "dana@example.org"),
        (Field::Highlight, "I enjoyed the talk"),
        (Field::Highlight, "The talk."),
    ] {
        assert!(!is(field, value), "{value:?} as {field:?}");
    }
    assert!(!is(Field::Company, &"x".repeat(GIVEN_LIMIT + 1)));
}

fn attribute(field: Field, value: &str) -> Message {
    Message::Form(FormMessage::ChangedAttribute(field.name().to_owned(), Some(value.to_owned())))
}

fn warnings(effects: &[Effect]) -> Vec<(&str, &str)> {
    let warnings = effects.iter().filter_map(|it| match it {
        Effect::Warn(warning) => Some((warning.attribute.as_str(), warning.value.as_str())),
        _ => None,
    });
    warnings.collect()
}

#[test]
fn a_placeholder_counts_as_nothing_and_is_told_once() {
    let general = State::new(language()).letter();
    for placeholder in PLACEHOLDERS.lines() {
        for field in Field::TEXTS {
            for message in [
                attribute(field, placeholder),
                Message::Form(FormMessage::Filled(field, placeholder.to_owned())),
            ] {
                // There are no such attributes.
                if matches!(field, Field::Highlight | Field::Referrer)
                    && matches!(message, Message::Form(FormMessage::ChangedAttribute(..)))
                {
                    continue;
                }
                let mut state = State::new(language());
                let effects = state.update(message);
                assert_eq!(warnings(&effects), [(field.name(), placeholder)]);
                assert_eq!((state.value(field), state.letter()), (String::new(), general.clone()));
            }
        }
    }
}

#[test]
fn a_placeholder_puts_nothing_over_what_was_filled_in() {
    let mut state = State::new(language());
    let _ = state.update(attribute(Field::Company, "Acme"));
    let _ = state.update(Message::Form(FormMessage::Filled(Field::Company, "{{company}}".into())));
    assert_eq!(state.value(Field::Company), "Acme");
    let _ = state.update(attribute(Field::Company, "{{company}}"));
    assert_eq!(state.value(Field::Company), "");
}

#[test]
fn what_a_visitor_types_is_theirs() {
    for typed in ["{{company}}", "None", "\u{202e}Acme", "  Acme  "] {
        let mut state = State::new(language());
        assert_eq!(
            state.update(Message::Form(FormMessage::Wrote(Field::Company, typed.to_owned()))),
            []
        );
        assert_eq!(state.value(Field::Company), typed);
    }
}

#[test]
fn a_choice_that_is_a_placeholder_is_the_default() {
    for (name, value) in [
        ("situation", "{{situation}}"),
        ("tone", "undefined"),
        ("length", "null"),
        ("seed", "{{seed}}"),
        ("hide", "%hide%"),
    ] {
        let mut state = State::new(language());
        let effects = state.update(Message::Form(FormMessage::ChangedAttribute(
            name.to_owned(),
            Some(value.to_owned()),
        )));
        assert_eq!(warnings(&effects), [(name, value)]);
        let untouched = State::new(language());
        assert_eq!(state.letter(), untouched.letter());
        assert_eq!(state.settings(), untouched.settings());
        for field in [Field::Situation, Field::Tone, Field::Length] {
            assert_eq!(state.value(field), untouched.value(field));
        }
        assert!(state.saved().is_untouched());
    }
}

/// All that leaves a widget that is filled in with these texts, in words.
fn exits(fill: impl Fn(Field, &str) -> Message, text: impl Fn(&str) -> String) -> Vec<String> {
    let mut state = State::new(language());
    let _ = state.update(Message::Form(FormMessage::Stated("referral".into(), true)));
    for (field, value) in [
        (Field::Company, "Acme Corp"),
        (Field::Role, "data analyst"),
        (Field::Recipient, "Ms. Rivera"),
        (Field::Sender, "Ada Lovelace"),
        (Field::Highlight, "the talk about maps"),
        (Field::Referrer, "Luis Ortega"),
    ] {
        let _ = state.update(fill(field, &text(value)));
    }
    let _ = state.update(Message::People(PeopleMessage::Added));
    for about in [PersonField::Name, PersonField::Detail] {
        let _ = state.update(Message::People(PeopleMessage::Wrote(0, about, text("Dana Lee"))));
    }
    let copies = [
        CopyTarget::Letter,
        CopyTarget::Subject,
        CopyTarget::ShortMessage,
        CopyTarget::Note(0),
        CopyTarget::Reminder(1),
        CopyTarget::Reply(0),
    ];
    let today = Date::new(2026, 11, 23).unwrap();
    let asked = copies.map(|it| Message::Copy(CopyMessage::Requested(it))).into_iter().chain([
        Message::Channel(ChannelMessage::RequestedFile(File::Draft)),
        Message::Channel(ChannelMessage::RequestedFile(File::Text)),
        Message::Channel(ChannelMessage::RequestedShare),
        Message::Reminder(ReminderMessage::ToldTime(None, today, 1_795_420_800_000)),
    ]);
    let mut exits: Vec<_> = asked.map(|it| format!("{:?}", state.update(it))).collect();
    let letter = state.letter();
    exits.extend(Webmail::SERVICES.map(|it| it.link(&letter).href));
    exits.push(Webmail::App.link(&letter).href);
    exits.push(state.short_message(ShortMessage::Phone));
    exits
}

#[test]
fn no_direction_override_or_invisible_character_leaves_the_widget() {
    let plain =
        exits(|field, it| Message::Form(FormMessage::Wrote(field, it.to_owned())), str::to_owned);
    let given = |field: Field, value: &str| match field {
        // There are no such attributes.
        Field::Highlight | Field::Referrer => {
            Message::Form(FormMessage::Filled(field, value.to_owned()))
        }
        _ => attribute(field, value),
    };
    let filled = |field, value: &str| Message::Form(FormMessage::Filled(field, value.to_owned()));
    let wrote = |field, value: &str| Message::Form(FormMessage::Wrote(field, value.to_owned()));
    for unseen in [
        "\u{202a}",
        "\u{202b}",
        "\u{202c}",
        "\u{202d}",
        "\u{202e}",
        "\u{2066}",
        "\u{2067}",
        "\u{2068}",
        "\u{2069}",
        "\u{200b}",
        "\u{2060}",
        "\u{feff}",
        "\u{0}",
        "\u{7f}",
        "\u{9f}",
        "\u{fffd}",
        "\u{e0041}",
        "\u{200d}",
    ] {
        let spoilt =
            |text: &str| format!("{unseen}{}{unseen}", text.replace('a', &format!("a{unseen}")));
        assert_eq!(exits(given, spoilt), plain, "{unseen:?} in attributes");
        assert_eq!(exits(filled, spoilt), plain, "{unseen:?} from the page");
        assert_eq!(exits(wrote, spoilt), plain, "{unseen:?} typed");
    }
    for space in ["\u{2028}", "\u{2029}", "\r\n", "\u{85}", "\u{a0}"] {
        let spoilt = |text: &str| text.replace(' ', space);
        assert_eq!(exits(given, spoilt), plain, "{space:?} in attributes");
        assert_eq!(exits(wrote, spoilt), plain, "{space:?} typed");
    }
    let quoted = |text: &str| format!("”{text}”");
    assert_eq!(exits(given, quoted), plain);
    assert_eq!(exits(wrote, quoted), plain);
}

#[test]
fn direction_overrides_are_removed_from_an_edited_letter() {
    let mut state = State::new(language());
    let _ = state.update(Message::Letter(LetterMessage::EditedBody(
        "Dear \u{202e}Dana\u{202c},\n\nمرحبا \u{2067}Dana\u{2069}".into(),
    )));
    assert_eq!(state.letter().body, "Dear Dana\u{202c},\n\nمرحبا \u{2067}Dana\u{2069}");
}
