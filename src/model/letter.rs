//! Letter composition: templates of one language, with their slots filled in from the form.

use super::details::Details;
use super::placeholder::is_placeholder;
use super::text::{clean, is_word_char, join, tidy};
use super::truncation::shortened;
use crate::content::{Field, Habits, Language, Moves, Plan, Slot, Voice};

/// The longest subject that is composed, in characters: about twice what a list of mails shows of one
/// on a computer. In a link, where some scripts take twelve times the room, all of it still fits.
pub const SUBJECT_LIMIT: usize = 100;

/// An email: what it is about and what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// One line.
    pub subject: String,
    /// Paragraphs with an empty line between them.
    pub body: String,
}

impl Letter {
    /// Composes the letter that the form asks for. Whatever is missing or odd in the form, the
    /// letter is whole: it has no blanks, and a sentence about nothing is not in it.
    ///
    /// ```
    /// use good_sport::content::{Field, Language};
    /// use good_sport::model::{Details, Letter};
    ///
    /// let language = Language::best_for(["en"]);
    /// let mut details = Details::default();
    /// let untouched = Letter::compose(&details, language);
    /// assert_eq!(untouched.subject, "Thank you");
    /// assert!(untouched.body.starts_with("Dear hiring team,\n\n"));
    ///
    /// details.write(Field::Recipient, "Ms. Rivera".into());
    /// details.write(Field::Sender, "Ada Lovelace".into());
    /// let letter = Letter::compose(&details, language);
    /// assert_eq!(letter.subject, "Thank you – Ada Lovelace");
    /// assert!(letter.body.starts_with("Dear Ms. Rivera,\n\n"));
    /// assert!(letter.body.ends_with(",\nAda Lovelace"));
    /// ```
    #[must_use]
    pub fn compose(details: &Details, language: &Language) -> Self {
        let writer = Writer { details, language };
        let plan = language.length(details.get(Field::Length));
        Self {
            subject: writer.subject(),
            body: writer.body(plan, &language.tone(details.get(Field::Tone)).moves),
        }
    }

    /// Writes a note to someone else: the form with their name and what they are remembered for, by
    /// the plan for their kind, in a voice of their own. It has no subject: it may be a message.
    #[must_use]
    pub fn note(details: &Details, plan: &Plan, voice: &Voice, language: &Language) -> Self {
        let writer = Writer { details, language };
        Self { subject: String::new(), body: writer.body(plan, &voice.moves) }
    }
}

/// A text with its slots filled in from the form; `None` when one of them has nothing to say, or when
/// there is no text.
pub(super) fn fill(text: &str, details: &Details, language: &Language) -> Option<String> {
    Writer { details, language }.fill(text)
}

struct Writer<'a> {
    details: &'a Details,
    language: &'a Language,
}

impl Writer<'_> {
    /// The subject. Where it would be too long, the longest of what was typed is left out; what stands
    /// alone is cut short.
    fn subject(&self) -> String {
        let Language { subject, subject_separator: separator, .. } = self.language;
        let filled = subject.iter().filter_map(|part| Some((part.contains('{'), self.fill(part)?)));
        let mut parts: Vec<_> = filled.collect();
        loop {
            let subject = join(parts.iter().map(|(_, text)| text), separator);
            let typed = || (0..).zip(&parts).filter(|(_, (is_typed, _))| *is_typed);
            let longest = typed().max_by_key(|(_, (_, text))| text.chars().count());
            match longest {
                Some((longest, _))
                    if typed().count() > 1 && subject.chars().count() > SUBJECT_LIMIT =>
                {
                    parts.remove(longest);
                }
                _ => return shortened(&subject, SUBJECT_LIMIT, |_| 1),
            }
        }
    }

    /// The paragraphs of a plan, as these wordings have them.
    fn body(&self, plan: &Plan, moves: &Moves) -> String {
        let Self { details, language } = self;
        let situation = language.situation(details.get(Field::Situation));
        let ask = language.ask(details.get(Field::Ask), situation);
        let may_keep = situation.retention && details.get(Field::Retention) == Field::YES;
        let paragraphs = plan.paragraphs.iter().map(|steps| {
            let steps = steps.iter().filter(|step| may_keep || *step != "retention");
            let wordings = steps.map(|step| {
                let step = if step == "ask" { &ask.id } else { step };
                moves.wording(step, &situation.id, &plan.id)
            });
            join(wordings.filter_map(|text| self.fill(text)), " ")
        });
        join(paragraphs.filter(|it| !it.is_empty()), "\n\n")
    }

    /// The text with its slots filled in; `None` when one of them has nothing to say, or when
    /// there is no text.
    fn fill(&self, text: &str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let mut parts = text.split('{');
        let mut filled = parts.next()?.to_owned();
        for part in parts {
            let (name, after) = part.split_once('}')?;
            self.put(&mut filled, self.language.slots.get(name)?)?;
            // "Acme Inc." at the end of a sentence brings its own full stop.
            let after = if filled.ends_with('.') {
                after.strip_prefix('.').unwrap_or(after)
            } else {
                after
            };
            filled.push_str(after);
        }
        Some(filled)
    }

    fn put(&self, filled: &mut String, slot: &Slot) -> Option<()> {
        let value = fitted(slot.field, self.details.get(slot.field), &self.language.habits);
        match value {
            Some((value, sentence)) if sentence == slot.sentence => {
                let (before, after) = slot.given.split_once('{').unwrap_or((&slot.given, ""));
                filled.push_str(before);
                filled.push_str(&value);
                filled.push_str(after.strip_prefix('}').unwrap_or(after));
            }
            _ => filled.push_str(slot.absent.as_ref()?),
        }
        Some(())
    }
}

/// Whether the form has something for this field that the letter can use.
#[must_use]
pub(super) fn says_something(field: Field, details: &Details, language: &Language) -> bool {
    said(field, details, language).is_some()
}

/// What the letter says for a field, where the form has something.
pub(super) fn said(field: Field, details: &Details, language: &Language) -> Option<String> {
    fitted(field, details.get(field), &language.habits).map(|it| it.0)
}

/// Whether the letter has what was typed into a field just as it stands there: nothing is left out of
/// it, added or changed. Only such a text may stand for itself before the program is there.
///
/// ```
/// use good_sport::content::{Field, Language};
/// use good_sport::model::is_verbatim;
///
/// let language = Language::best_for(["en"]);
/// assert!(is_verbatim(Field::Recipient, "Ms. Rivera", language));
/// assert!(!is_verbatim(Field::Recipient, "Dear Ms. Rivera,", language));
/// ```
#[must_use]
pub fn is_verbatim(field: Field, value: &str, language: &Language) -> bool {
    clean(value) == value
        && !is_placeholder(field, value)
        && fitted(field, value, &language.habits)
            .is_some_and(|(fitted, is_sentence)| fitted == value && !is_sentence)
}

/// What a visitor typed, made to fit into a sentence, and whether it is a sentence of its own.
/// `None` when there is nothing to put there.
fn fitted(field: Field, typed: &str, habits: &Habits) -> Option<(String, bool)> {
    let typed = tidy(typed);
    let value = match field {
        Field::Recipient => recipient(&typed, habits),
        Field::Role => {
            without_last(without_first(&typed, &habits.before_role, habits), &habits.after_role)
        }
        Field::Highlight => return highlight(&typed, habits),
        Field::Company
        | Field::Sender
        | Field::Situation
        | Field::Tone
        | Field::Length
        | Field::Ask
        | Field::Retention => &typed,
    };
    let value = value.trim_matches([' ', ',', ';']);
    value.chars().any(is_word_char).then(|| (value.to_owned(), false))
}

/// A name to greet: without a greeting of its own, and never an address.
fn recipient<'a>(typed: &'a str, habits: &Habits) -> &'a str {
    let name = without_first(typed, &habits.greetings, habits);
    if name.contains('@') { "" } else { name }
}

/// What was valued: the end of a sentence, or a sentence of its own.
fn highlight(typed: &str, habits: &Habits) -> Option<(String, bool)> {
    let rest = without_first(typed, &habits.lead_ins, habits);
    let whole = rest.len() == typed.len();
    let rest = rest.trim_end_matches(['.', ' ', ',', ';']);
    let first = rest.split(' ').next().unwrap_or_default().to_ascii_lowercase();
    if !rest.chars().any(is_word_char) {
        None
    } else if whole && habits.sentence_starts.contains(&first) || rest.ends_with(['!', '?']) {
        let end = if rest.ends_with(['!', '?', '…']) { "" } else { "." };
        Some((with_first(rest, char::to_ascii_uppercase) + end, true))
    } else if habits.small_words.contains(&first) {
        Some((with_first(rest, char::to_ascii_lowercase), false))
    } else {
        Some((rest.to_owned(), false))
    }
}

/// The text with its first letter changed.
fn with_first(text: &str, change: fn(&char) -> char) -> String {
    let mut letters = text.chars();
    letters.next().as_ref().map(change).into_iter().chain(letters).collect()
}

/// The text without the first of these beginnings that it has, in either case, unless that belongs to
/// a name: "To Kit-fong", "A Level Maths Teacher".
fn without_first<'a>(text: &'a str, beginnings: &[String], habits: &Habits) -> &'a str {
    let found = beginnings.iter().find_map(|it| {
        let (start, rest) = text.split_at_checked(it.len())?;
        let is_name = habits.also_names.contains(it)
            && start.starts_with(char::is_uppercase)
            && !rest.starts_with(char::is_lowercase)
            && !habits.titles.iter().any(|title| begins(rest, title));
        (start.eq_ignore_ascii_case(it) && !is_name).then_some(rest)
    });
    found.unwrap_or(text)
}

/// Whether a text begins with this word, in either case.
fn begins(text: &str, word: &str) -> bool {
    let first = text.split([' ', '.']).next().unwrap_or_default();
    first.eq_ignore_ascii_case(word)
}

/// The text without the first of these endings that it has, in either case.
fn without_last<'a>(text: &'a str, endings: &[String]) -> &'a str {
    let found = endings.iter().find_map(|it| {
        let (rest, end) = text.split_at_checked(text.len().checked_sub(it.len())?)?;
        end.eq_ignore_ascii_case(it).then_some(rest)
    });
    found.unwrap_or(text)
}
