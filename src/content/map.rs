//! Maps: values by name, as the tables of a language file, and the lookup of a variant.

use std::collections::BTreeMap;
use std::str::Split;

use serde::{Deserialize, Deserializer};

use super::encoded::Encode;
use super::text::Text;

/// Values by name, as in a table of a language file.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<T>(pub Vec<(Text, T)>);

impl<T> Default for Map<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Map<T> {
    /// The value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(it, _)| it == name).map(|(_, value)| value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(deserializer).map(|table| Self(table.into_iter().collect()))
    }
}

impl<T: Encode<'static>> Encode<'static> for Map<T> {
    fn write(&self, text: &mut String) {
        self.0.write(text);
    }

    fn read(text: &mut Split<'static, char>) -> Self {
        Self(Vec::read(text))
    }
}

/// The wordings of each move of a text, by the condition of each. See [`wording`] for how one is chosen.
pub type Moves = Map<Map<Variants>>;

/// How many variants a move of a letter may have.
pub const VARIANT_LIMIT: usize = 4;

/// The variants of a wording, one of which is taken; none leaves the move out.
#[derive(Debug, Clone, PartialEq)]
pub struct Variants(pub Vec<Text>);

impl<'de> Deserialize<'de> for Variants {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Written {
            One(Text),
            Several(Vec<Text>),
        }
        Written::deserialize(deserializer).map(|it| match it {
            Written::One(text) if text.is_empty() => Self(Vec::new()),
            Written::One(text) => Self(vec![text]),
            Written::Several(texts) => Self(texts),
        })
    }
}

impl Encode<'static> for Variants {
    fn write(&self, text: &mut String) {
        self.0.write(text);
    }

    fn read(text: &mut Split<'static, char>) -> Self {
        Self(Vec::read(text))
    }
}

/// The condition that always holds.
const ANY: &str = "any";

/// The most specific wording of a move whose condition holds, out of several layers of which an
/// earlier one hides the wordings of a later one that have the same condition.
#[must_use]
pub fn wording<'a>(layers: &[&'a Moves], step: &str, holding: &[&str]) -> &'a [Text] {
    let mut found: (Option<usize>, &'a [Text]) = (None, &[]);
    for (condition, variants) in layers.iter().filter_map(|it| it.get(step)).flat_map(|it| &it.0) {
        let terms = specificity(condition, holding);
        if terms > found.0 {
            found = (terms, &variants.0);
        }
    }
    found.1
}

/// How many terms of a condition hold, when all do: of several conditions behind each other, with
/// commas between them, the one with most terms counts.
///
/// A term is a name, or several with `|` between them of which one has to hold: that of a fact, a
/// length, an ask, a form that a highlight has, or a field that is filled in.
///
/// ```
/// use good_sport::content::specificity;
///
/// let holding = ["chosen", "final", "phone"];
/// assert_eq!(specificity("any", &holding), Some(0));
/// assert_eq!(specificity("phone final|screen", &holding), Some(2));
/// assert_eq!(specificity("email, phone", &holding), Some(1));
/// assert_eq!(specificity("email", &holding), None);
/// ```
#[must_use]
pub fn specificity(condition: &str, holding: &[&str]) -> Option<usize> {
    let holds = |term: &str| term == ANY || term.split('|').any(|name| holding.contains(&name));
    let terms = |one: &str| {
        let terms = one.split(' ').filter(|it| *it != ANY).count();
        one.split(' ').all(holds).then_some(terms)
    };
    condition.split(", ").filter_map(terms).max()
}
