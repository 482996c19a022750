//! The table of the public API, and the custom properties, as data.

use std::fmt::Display;
use std::fs;

use good_sport::content::Language;
use good_sport::model::{Effect, FormMessage, Message, State};
use serde::Deserialize;

/// The content of `api.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Api {
    pub(crate) attributes: Vec<Attribute>,
    pub(crate) properties: Vec<Property>,
    pub(crate) methods: Vec<Property>,
    pub(crate) events: Vec<Event>,
    pub(crate) interfaces: Vec<Interface>,
    pub(crate) unions: Vec<Union>,
    pub(crate) slots: Vec<Named>,
    pub(crate) parts: Vec<Named>,
    pub(crate) scripts: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Attribute {
    pub(crate) name: String,
    /// What it is about: the form, the letter, the look of the widget, or how it behaves in the page.
    pub(crate) about: String,
    #[serde(rename = "type")]
    pub(crate) kind: Kind,
    pub(crate) default: Option<String>,
    /// What is true without it, in words or as code.
    pub(crate) absent: Option<String>,
    pub(crate) description: String,
    /// Its values where each needs words of its own.
    #[serde(default)]
    pub(crate) values: Vec<Named>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Text,
    /// One of several values.
    Choice,
    /// Any of several values, separated by spaces.
    List,
    /// A BCP 47 tag.
    Language,
    /// A whole number.
    Number,
}

impl Kind {
    /// Its name in the table.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Choice => "choice",
            Self::List => "list",
            Self::Language => "language",
            Self::Number => "number",
        }
    }
}

/// A property; or a method, whose type is that of its result.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Property {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) readonly: bool,
    pub(crate) description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Event {
    pub(crate) name: String,
    pub(crate) detail: Vec<Field>,
    pub(crate) description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Interface {
    pub(crate) name: String,
    pub(crate) extends: Option<String>,
    pub(crate) description: String,
    #[serde(default)]
    pub(crate) readonly: bool,
    pub(crate) fields: Vec<Field>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Field {
    pub(crate) name: String,
    #[serde(rename = "type")]
    pub(crate) kind: String,
    #[serde(default)]
    pub(crate) description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Union {
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) values: Vec<Named>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Named {
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) description: String,
}

/// A custom property.
pub(crate) struct Token {
    pub(crate) name: String,
    pub(crate) description: String,
    /// Its value where it is not worked out from another one.
    pub(crate) default: Option<String>,
}

/// The table.
pub(crate) fn api() -> Api {
    toml::from_str(&fs::read_to_string("api.toml").unwrap()).unwrap()
}

/// A language, as the model has it.
pub(crate) fn english() -> &'static Language {
    Language::best_for(["en"])
}

impl Attribute {
    /// Its values, as the model lists them in the warning about another one; none for a text.
    pub(crate) fn allowed(&self) -> Vec<String> {
        let values = self.warned_of("?").filter(|_| self.kind != Kind::Number);
        values.unwrap_or_default()
    }

    /// The value that means the same as none, if there is one.
    pub(crate) fn neutral(&self) -> Option<&str> {
        let code = || self.absent.as_deref()?.strip_prefix('`')?.strip_suffix('`');
        self.default.as_deref().or_else(code)
    }

    /// Its type in TypeScript.
    pub(crate) fn type_text(&self) -> String {
        match self.kind {
            Kind::Choice => union(self.allowed()),
            Kind::Number => "number | string".to_owned(),
            _ => "string".to_owned(),
        }
    }

    /// Its meaning, with the values that its type does not tell.
    pub(crate) fn meaning(&self) -> String {
        let number = match self.kind {
            Kind::List => "any",
            Kind::Language => "one",
            _ => return self.description.clone(),
        };
        format!("{}; {number} of `{}`", self.description, self.allowed().join("` `"))
    }

    /// Whether the model makes something of a value.
    pub(crate) fn changes_the_state(&self, value: &str) -> bool {
        let mut state = State::new(english());
        let _ = state.update(self.message(value));
        state != State::new(english())
    }

    fn message(&self, value: &str) -> Message {
        Message::Form(FormMessage::ChangedAttribute(self.name.clone(), Some(value.to_owned())))
    }

    /// The values that the model's warning about this one names, if there is a warning.
    pub(crate) fn warned_of(&self, value: &str) -> Option<Vec<String>> {
        let effects = State::new(english()).update(self.message(value));
        effects.into_iter().find_map(|effect| match effect {
            Effect::Warn(warning) => Some(warning.allowed.split(", ").map(str::to_owned).collect()),
            _ => None,
        })
    }
}

impl Api {
    /// The values of a type: of a union by its name, or of one that is written out.
    pub(crate) fn values<'a>(&'a self, kind: &'a str) -> Vec<&'a str> {
        if let Some(union) = self.unions.iter().find(|it| it.name == kind) {
            return union.values.iter().map(|it| it.name.as_str()).collect();
        }
        let values = kind.split(" | ").map(|it| it.strip_prefix('"')?.strip_suffix('"'));
        values.collect::<Option<_>>().unwrap_or_default()
    }
}

/// A type in TypeScript that has just these values.
pub(crate) fn union(values: impl IntoIterator<Item = impl Display>) -> String {
    values.into_iter().map(|it| format!("\"{it}\"")).collect::<Vec<_>>().join(" | ")
}

impl Token {
    /// Its default, in words where it is worked out; `code` marks a value.
    pub(crate) fn default_text(&self, code: impl Fn(&str) -> String) -> String {
        let computed = || "black or white, whichever is read better on the accent".to_owned();
        self.default.as_deref().map_or_else(computed, code)
    }
}

/// The custom properties, as the style sheet declares and explains them.
pub(crate) fn tokens() -> Vec<Token> {
    let sheet = fs::read_to_string("../styles/tokens.css").unwrap();
    let mut tokens = Vec::new();
    let mut comment = "";
    for line in sheet.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/* ") {
            comment = text.trim_end_matches(". */");
        } else if let Some((before, token)) = line.split_once("--good-sport-")
            && (before.is_empty() || before.ends_with("var("))
        {
            // A default of several lines is computed.
            let (name, default) = token.trim_end_matches(");").split_once(',').unwrap();
            tokens.push(Token {
                name: format!("--good-sport-{name}"),
                description: comment.to_owned(),
                default: (!default.is_empty()).then(|| default.trim().to_owned()),
            });
        }
    }
    tokens
}
