//! Cases: all that may hold at once, as far as the conditions of some wordings tell it apart.

use std::collections::{BTreeMap, BTreeSet};

use super::Mistake;
use crate::content::facts::Facts;
use crate::content::field::Field;
use crate::content::language::Language;
use crate::content::letter::{Group, HighlightForm, SURNAMED};
use crate::content::map::{Map, Variants};

/// The cases of a language.
pub(super) struct Cases<'a> {
    language: &'a Language,
    names: Names,
    /// The heeded facts of every combination.
    combinations: Vec<Facts>,
}

impl<'a> Cases<'a> {
    pub(super) fn of(language: &'a Language) -> Self {
        let (names, combinations) = (Names::of(language), combinations(language));
        Self { language, names, combinations }
    }

    /// Calls `check` for every case: with what holds, and with the wordings whose conditions do, the
    /// number of each and of its terms, the most specific one last.
    pub(super) fn each(
        &self,
        wordings: &Map<Variants>,
        check: impl Fn(u64, &[(usize, usize)]) -> Result<(), Mistake>,
    ) -> Result<(), Mistake> {
        let conditions = wordings.0.iter().map(|(condition, _)| self.names.masks(condition));
        let conditions = conditions.collect::<Result<Vec<_>, _>>()?;
        let used = conditions.iter().flatten().flatten().fold(0, |used, it| used | it);
        let facts = self.combinations.iter().filter_map(|it| {
            let ids = it.each(self.language).map(|it| &*it.id);
            self.names.mask(ids).ok().map(|it| it & used)
        });
        let facts: BTreeSet<_> = facts.collect();
        for beside in self.names.beside(used) {
            for facts in &facts {
                let holding = facts | beside;
                let found = conditions.iter().enumerate();
                let mut found: Vec<_> =
                    found.filter_map(|(index, it)| Some((index, holds(it, holding)?))).collect();
                found.sort_by_key(|(_, terms)| *terms);
                check(holding, &found)?;
            }
        }
        Ok(())
    }

    /// The names of what holds in a case.
    pub(super) fn text(&self, holding: u64) -> String {
        let names = self.names.bits.iter().filter(|(_, bit)| *bit & holding != 0);
        names.map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// The heeded facts of every combination.
fn combinations(language: &Language) -> Vec<Facts> {
    let ids = |group| language.facts.iter().filter(move |it| it.group == group).map(|it| &*it.id);
    let mut all = vec![Facts::parse("", language).0];
    for group in Group::ALL {
        if group == Group::Also {
            for id in ids(group) {
                let with: Vec<_> = all.iter().map(|it| it.with(id, true, language)).collect();
                all.extend(with);
            }
        } else {
            let with = |facts: &Facts| {
                let facts = *facts;
                ids(group).map(move |id| facts.with(id, true, language)).collect::<Vec<_>>()
            };
            all = all.iter().flat_map(with).collect();
        }
    }
    let mut texts = BTreeSet::new();
    all.iter()
        .map(|it| it.heeded(language))
        .filter(|it| texts.insert(it.to_text(language)))
        .collect()
}

/// The names that conditions may use, each with a bit of its own, beside those of the facts, which have
/// theirs already; and which of them exclude each other.
struct Names {
    bits: BTreeMap<String, u64>,
    groups: Vec<Vec<Vec<String>>>,
}

impl Names {
    fn of(language: &Language) -> Self {
        let one = |id: &str| vec![id.to_owned()];
        let recipient = Field::Recipient.name();
        let forms = language.habits.forms.0.iter().map(|(form, _)| form.as_str());
        let greeted =
            [SURNAMED].into_iter().chain(forms).map(|it| vec![recipient.to_owned(), it.to_owned()]);
        let mut groups = vec![
            language.lengths.iter().map(|it| one(&it.id)).collect::<Vec<_>>(),
            language.asks.iter().map(|it| one(&it.id)).collect(),
            [Vec::new()].into_iter().chain(HighlightForm::ALL.map(|it| one(it.name()))).collect(),
            [Vec::new(), one(recipient)].into_iter().chain(greeted).collect(),
        ];
        let others = Field::TEXTS.into_iter().filter(|it| *it != Field::Recipient);
        for field in others.chain([Field::Retention]) {
            groups.push(vec![Vec::new(), one(field.name())]);
        }
        let names = language.facts.iter().map(|it| it.id.to_string());
        let names = names.chain(groups.iter().flatten().flatten().cloned());
        let mut bits = BTreeMap::new();
        for name in names {
            let bit = 1 << bits.len();
            bits.entry(name).or_insert(bit);
        }
        Self { bits, groups }
    }

    fn mask<'a>(&self, names: impl IntoIterator<Item = &'a str>) -> Result<u64, String> {
        let bit = |name: &str| self.bits.get(name).ok_or_else(|| name.to_owned());
        names.into_iter().try_fold(0, |mask, name| Ok(mask | bit(name)?))
    }

    /// What may hold beside the facts, of what these conditions tell apart.
    fn beside(&self, used: u64) -> Vec<u64> {
        let mut all = vec![0];
        for group in &self.groups {
            let masks = group.iter().filter_map(|it| self.mask(it.iter().map(String::as_str)).ok());
            let masks: BTreeSet<_> = masks.map(|it| it & used).collect();
            all = all.iter().flat_map(|it| masks.iter().map(move |mask| it | mask)).collect();
        }
        all
    }
    /// A condition as masks, one for each term of each alternative.
    fn masks(&self, condition: &str) -> Result<Vec<Vec<u64>>, Mistake> {
        let term = |term: &str| self.mask(term.split('|').filter(|it| *it != "any"));
        let alternative = |it: &str| {
            let terms = it.split(' ').filter(|it| *it != "any");
            terms.map(term).collect::<Result<Vec<_>, _>>()
        };
        let all: Result<Vec<_>, _> = condition.split(", ").map(alternative).collect();
        all.map_err(|name| {
            (condition.to_owned(), format!("{condition:?}: {name} is nothing that could hold"))
        })
    }
}

/// How many terms of a condition hold.
fn holds(masks: &[Vec<u64>], holding: u64) -> Option<usize> {
    let alternative = |it: &&Vec<u64>| it.iter().all(|term| term & holding != 0);
    masks.iter().filter(alternative).map(Vec::len).max()
}
