//! Maps: values by name, as the tables of a language file, and the lookup of a variant.

use std::collections::BTreeMap;
use std::str::Split;

use serde::{Deserialize, Deserializer};

use super::encoded::Encode;

/// Values by name, as in a table of a language file.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<T>(pub Vec<(String, T)>);

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

impl<T: Encode> Encode for Map<T> {
    fn write(&self, text: &mut String) {
        self.0.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self(Vec::read(text))
    }
}

/// The wordings of each move of a text. The key of a wording is a situation or `any`, and may end in
/// `-` and the `id` of a plan; see [`Moves::wording`].
pub type Moves = Map<Map<String>>;

impl Moves {
    /// The wording of a move: the one for this situation and plan, else for this situation, else
    /// for any situation and this plan, else for any. An empty wording leaves the move out.
    #[must_use]
    pub fn wording(&self, step: &str, situation: &str, plan: &str) -> &str {
        let Some(wordings) = self.get(step) else { return "" };
        let wording = |situation: &str, plan: Option<&str>| {
            wordings.0.iter().find(|(key, _)| match key.split_once('-') {
                Some((before, after)) => before == situation && Some(after) == plan,
                None => key == situation && plan.is_none(),
            })
        };
        wording(situation, Some(plan))
            .or_else(|| wording(situation, None))
            .or_else(|| wording("any", Some(plan)))
            .or_else(|| wording("any", None))
            .map_or("", |(_, text)| text)
    }
}
