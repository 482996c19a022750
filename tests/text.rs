//! What comes into the form from outside: how it is cleaned, and what counts as nothing.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::{GIVEN_LIMIT, clean, is_placeholder, is_verbatim};

fn language() -> &'static Language {
    let (_, words) = WORDS.iter().find(|(it, _)| *it == "en").unwrap();
    Box::leak(Box::new(Language::decode(words).unwrap()))
}

/// What templates leave behind, one a line.
const SLOTS: &str = r#"{{company}}
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
fn what_a_template_left_behind_is_told_from_a_name() {
    for slot in SLOTS.lines() {
        for field in [Field::Company, Field::Role, Field::Recipient, Field::Sender] {
            assert!(is_placeholder(field, slot), "{slot:?} as {field:?}");
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
fn what_nobody_sees_is_not_in_a_name() {
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
fn a_long_text_is_cut_between_characters() {
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
