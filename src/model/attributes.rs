//! Attributes of the element: parsed, validated, and turned into settings.

use super::details::Details;
use super::text::{clean, join};
use super::unfilled::is_placeholder;
use crate::content::{Facts, Field, Language, lookup};

/// The levels that the heading may have, from 2 on.
pub const HEADING_LEVELS: [&str; 5] = ["2", "3", "4", "5", "6"];

/// A section of the widget, which a page may hide.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Section {
    /// The heading.
    Heading,
    /// The sentence below the heading.
    Intro,
    /// The form.
    Form,
    /// The link that opens a mail program.
    Mail,
    /// The channels that few people need.
    Channels,
    /// The notes to the people one met.
    People,
    /// The days on which to write again.
    Reminders,
    /// The checklist.
    Checklist,
    /// The box that keeps the draft on the device.
    Keep,
}

impl Section {
    /// All sections, in the order of the page.
    pub const ALL: [Self; 9] = [
        Self::Heading,
        Self::Intro,
        Self::Form,
        Self::Mail,
        Self::Channels,
        Self::People,
        Self::Reminders,
        Self::Checklist,
        Self::Keep,
    ];

    /// Its name in the attribute `hide`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Heading => "heading",
            Self::Intro => "intro",
            Self::Form => "form",
            Self::Mail => "mail",
            Self::Channels => "channels",
            Self::People => "people",
            Self::Reminders => "reminders",
            Self::Checklist => "checklist",
            Self::Keep => "keep",
        }
    }
}

/// Settings by the page, beside the values of the form.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Settings {
    hidden: Vec<Section>,
    /// The level of the heading, from 2 to 6.
    pub heading_level: u8,
    /// Whether the visitor may keep the draft on the device.
    pub may_keep: bool,
}

impl Default for Settings {
    fn default() -> Self {
        Self { hidden: Vec::new(), heading_level: 2, may_keep: true }
    }
}

impl Settings {
    /// Whether a section is shown.
    #[must_use]
    pub fn shows(&self, section: Section) -> bool {
        !self.hidden.contains(&section) && (section != Section::Keep || self.may_keep)
    }
}

/// A warning to the developer about an attribute with an unknown value, for which the default holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    /// The name of the attribute.
    pub attribute: String,
    /// The value that is not known.
    pub value: String,
    /// The allowed values.
    pub allowed: String,
}

impl Warning {
    fn new(attribute: &str, value: &str, allowed: &[&str]) -> Self {
        let allowed = join(allowed.iter().copied(), ", ");
        Self { attribute: attribute.to_owned(), value: value.to_owned(), allowed }
    }
}

/// Allowed in place of a placeholder that a template left unfilled.
const FILLED: &str = "a text, or nothing; this is a placeholder that was not filled in";

/// What a page gives for a field, as the form may hold it, and a [`Warning`] when it is none of the
/// choices there are, or a placeholder that nobody filled in. Of facts those that are known count.
pub(super) fn given(
    field: Field,
    value: &str,
    language: &Language,
) -> (Option<String>, Option<Warning>) {
    let cleaned = clean(value);
    if Field::TEXTS.contains(&field) && is_placeholder(field, value) {
        return (None, Some(Warning::new(field.name(), value, &[FILLED])));
    }
    match check(field, &cleaned, language) {
        Ok(()) => (Some(cleaned), None),
        Err(warning) if field == Field::Situation => {
            (Some(Facts::parse(&cleaned, language).0.to_text(language)), Some(warning))
        }
        Err(warning) => (None, Some(warning)),
    }
}

/// The values that are allowed for the seed.
const SEED: &str = "a whole number up to 4294967295";

/// Whether a field may have this value.
///
/// # Errors
///
/// A [`Warning`] when it is a choice, and the value none of those there are.
pub(super) fn check(field: Field, value: &str, language: &Language) -> Result<(), Warning> {
    let allowed = language.allowed(field);
    let unknown = match field {
        Field::Situation => Facts::parse(value, language).1,
        Field::Seed => Some(value).filter(|it| !it.is_empty() && it.parse::<u32>().is_err()),
        _ if value.is_empty() || allowed.is_empty() || allowed.contains(&value) => None,
        _ => Some(value),
    };
    match unknown {
        Some(word) if field == Field::Seed => Err(Warning::new(field.name(), word, &[SEED])),
        Some(word) => Err(Warning::new(field.name(), word, &allowed)),
        None => Ok(()),
    }
}

/// Changes the form or the settings by an attribute of the element; `None` is one that is gone. A name
/// that is not ours is left alone.
///
/// # Errors
///
/// A [`Warning`] when the value is not one of those allowed.
pub(super) fn change(
    (name, value): (&str, Option<&str>),
    details: &mut Details,
    settings: &mut Settings,
    language: &Language,
) -> Result<(), Warning> {
    let value = value.unwrap_or_default();
    let mut fields = Field::DETAILS.into_iter().chain([Field::Seed]);
    if let Some(field) = fields.find(|field| field.name() == name) {
        let (given, warning) = given(field, value, language);
        details.give(field, given.as_deref().unwrap_or_default());
        return warning.map_or(Ok(()), Err);
    }
    let one_of = |allowed: &[&str]| {
        if value.is_empty() || allowed.contains(&value) {
            return Ok(());
        }
        Err(Warning::new(name, value, allowed))
    };
    match name {
        "theme" => one_of(&["auto", "light", "dark"]),
        "loading" => one_of(&["lazy", "eager"]),
        "prefill" => one_of(&["off", "fragment"]),
        "storage" => {
            settings.may_keep = value != "off";
            one_of(&["ask", "off"])
        }
        "heading-level" => {
            let level = HEADING_LEVELS.into_iter().zip(2..).find(|(name, _)| *name == value);
            settings.heading_level = level.map_or(Settings::default().heading_level, |it| it.1);
            one_of(&HEADING_LEVELS)
        }
        "lang" | "letter-lang" => {
            let tags: Vec<_> = language.all.iter().map(|(tag, _)| tag.as_str()).collect();
            if lookup(value, &tags).is_some() { Ok(()) } else { one_of(&tags) }
        }
        "hide" => {
            let names = Section::ALL.map(Section::name);
            let section = |word| Section::ALL.into_iter().find(|it| it.name() == word);
            settings.hidden = value.split_whitespace().filter_map(section).collect();
            match value.split_whitespace().find(|word| !names.contains(word)) {
                Some(word) => Err(Warning::new(name, word, &names)),
                None => Ok(()),
            }
        }
        _ => Ok(()),
    }
}
