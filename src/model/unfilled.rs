//! Unfilled values: placeholders that a template left, `{{company}}`, `*|COMPANY|*`, and `undefined`.

use super::text::tidy;
use crate::content::Field;

/// No name has one of these in it: the marks of a template that was cut off, or that has code inside.
const MARKS: [&str; 15] = [
    "{{", "}}", "{%", "%}", "${", "#{", "@{", "<%", "%>", "<?", "*|", "|*", "{0}", "{1}",
    "[object ",
];

/// Marks around a placeholder, between which a name has no single word of code.
const PAIRS: [(&str, &str); 9] = [
    ("%", "%"),
    ("[[", "]]"),
    ("<<", ">>"),
    ("%%", "%%"),
    ("@@", "@@"),
    ("##", "##"),
    ("$$", "$$"),
    ("||", "||"),
    ("__", "__"),
];

/// Marks around a placeholder that are in names, too: a company is called `[solidcore]`.
const BRACKETS: [(&str, &str); 4] = [("[", "]"), ("{", "}"), ("<", ">"), ("«", "»")];

/// Names of placeholders in templates: one or more of these words.
const PLACEHOLDERS: [&str; 37] = [
    "company",
    "companyname",
    "employer",
    "organization",
    "organisation",
    "job",
    "jobtitle",
    "role",
    "position",
    "title",
    "name",
    "first",
    "firstname",
    "fname",
    "last",
    "lastname",
    "lname",
    "full",
    "fullname",
    "recipient",
    "sender",
    "manager",
    "hiring",
    "recruiter",
    "interviewer",
    "candidate",
    "applicant",
    "contact",
    "person",
    "user",
    "your",
    "my",
    "their",
    "the",
    "of",
    "insert",
    "here",
];

/// Values that programs write where they have none.
pub const NOTHINGS: [&str; 8] = ["undefined", "null", "nan", "nil", "none", "n/a", "%s", "%d"];
/// Those of them that are names of people.
const NAMES: [&str; 3] = ["Null", "Nan", "Nil"];

/// Whether a text that a page gave for a field is a placeholder that a template left unfilled.
///
/// | Text | | Why |
/// |---|---|---|
/// | `{{company}}`, `{% if a %}`, `*|COMPANY|*`, `<%= a %>`, `${a}`, `#{a}` | unfilled | no name has such marks |
/// | `%%company%%`, `%COMPANY%`, `[[Company]]`, `<<First>>`, `@@a@@`, `__A__` | unfilled | one word of code between two marks |
/// | `[Company]`, `{first_name}`, `<Your Name>`, `«Title»`, `$company`, `:name` | unfilled | all words inside are names of placeholders |
/// | `undefined`, `null`, `NaN`, `undefined undefined`, `(null)`, `[object Object]` | unfilled | what programs write for nothing |
/// | `%7B%7Bcompany%7D%7D`, `&lt;%= a %&gt;` | unfilled | the same, encoded |
/// | `Yahoo!`, `C#`, `100% Design`, `50% of 80%`, `A*STAR`, `Null & Co`, `Undefined Labs` | text | marks at one side, or more words |
/// | `[solidcore]`, `{code}`, `[x+1]`, `Engineer [m/f/d]` | text | real names, and no placeholder is called so |
/// | `Null`, `Nan` for a person | text | names, written as names are |
#[must_use]
pub fn is_placeholder(field: Field, value: &str) -> bool {
    let value = decoded(value);
    let has = |marks: &[(&'static str, &'static str)], is: fn(&str) -> bool| {
        marks.iter().any(|marks| between(&value, *marks).any(is))
    };
    MARKS.iter().any(|it| value.contains(it))
        || has(&PAIRS, is_code)
        || has(&PAIRS[1..], is_placeholder_name)
        || has(&BRACKETS, is_placeholder_name)
        || value.strip_prefix(['$', ':', '@', '%']).is_some_and(is_placeholder_name)
        || is_nothing(field, &value)
}

/// A text without what addresses and markup put in place of marks.
fn decoded(value: &str) -> String {
    let mut text = String::new();
    let mut rest = value;
    while let Some((before, after)) = rest.split_once('%') {
        text.push_str(before);
        let code = after.get(..2).and_then(|it| u8::from_str_radix(it, 16).ok());
        let mark = code.filter(u8::is_ascii_punctuation);
        text.push(mark.map_or('%', char::from));
        rest = if mark.is_some() { &after[2..] } else { after };
    }
    text.push_str(rest);
    text.replace("&lt;", "<").replace("&gt;", ">")
}

/// The texts between two marks, wherever they are.
fn between<'a>(
    text: &'a str,
    (open, close): (&'static str, &'static str),
) -> impl Iterator<Item = &'a str> {
    let starts = text.match_indices(open).map(move |(at, _)| &text[at + open.len()..]);
    starts.filter_map(move |rest| rest.split_once(close)).map(|(inner, _)| inner)
}

/// Whether this is one word of code, such as `job.company` or `COMPANY_NAME`.
fn is_code(text: &str) -> bool {
    let goes_on = |it: u8| it.is_ascii_alphanumeric() || matches!(it, b'_' | b'.' | b'-' | b':');
    let is_word = text.starts_with(|it: char| it.is_ascii_alphabetic());
    is_word && text.len() > 1 && text.bytes().all(goes_on)
}

/// Whether this is the name of a placeholder: `Company Name`, `first_name`, `jobTitle`.
fn is_placeholder_name(text: &str) -> bool {
    let text = text.trim();
    if text.contains('_') && is_code(text) {
        return true;
    }
    let mut spaced = String::new();
    let mut last = ' ';
    for letter in text.chars() {
        if letter.is_ascii_uppercase() && last.is_ascii_lowercase() {
            spaced.push(' ');
        }
        spaced.push(letter);
        last = letter;
    }
    let words = spaced.split([' ', '.', '-', '_', ':', '/', '|', '\'']);
    let mut words = words.filter(|it| !it.is_empty()).peekable();
    words.peek().is_some()
        && words.all(|word| PLACEHOLDERS.iter().any(|it| it.eq_ignore_ascii_case(word)))
}

/// Whether each word is what programs write for nothing, or one of a person's name is.
fn is_nothing(field: Field, value: &str) -> bool {
    let is_person = matches!(field, Field::Recipient | Field::Sender);
    let value = tidy(value);
    let mut words = value.split(' ').map(|it| it.trim_matches(['(', ')', '[', ']', '<', '>']));
    let is_none = |word: &str| {
        NOTHINGS.iter().any(|it| it.eq_ignore_ascii_case(word))
            && !(is_person && NAMES.contains(&word))
    };
    words.clone().all(is_none)
        || is_person && words.any(|it| it == NOTHINGS[0] || it == NOTHINGS[1])
}
