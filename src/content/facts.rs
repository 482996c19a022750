//! Facts of a rejection: what happened, how far it had gone, how the visitor heard, and what else is true.

use super::checklist::Item;
use super::language::Language;
use super::letter::{Choice, Fact, Group};
use super::text::Text;

/// A set of facts: one of each group of which one holds, and any of the others. The number of a fact
/// is its place in [`Language::facts`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Facts(u32);

impl Facts {
    /// Parses facts, in any order, separated by spaces. Where a group is not named its default holds;
    /// of two of a group the first. Beside them, the first word that does not count.
    ///
    /// ```
    /// use good_sport::content::{Facts, Language};
    ///
    /// let language = Language::best_for(["en"]);
    /// let (facts, ignored) = Facts::parse("feedback final phone email", language);
    /// assert_eq!(facts.to_text(language), "chosen final phone feedback");
    /// assert_eq!(ignored, Some("email"));
    /// ```
    #[must_use]
    pub fn parse<'a>(text: &'a str, language: &Language) -> (Self, Option<&'a str>) {
        let (mut facts, mut ignored) = (Self(0), None);
        for word in text.split_whitespace() {
            match language.facts.iter().position(|it| it.id == word) {
                Some(index) if !facts.has_of(language.facts[index].group, language) => {
                    facts.0 |= 1 << index;
                }
                Some(index) if facts.0 & 1 << index != 0 => {}
                _ => ignored = ignored.or(Some(word)),
            }
        }
        (facts.or_defaults(language), ignored)
    }

    /// Whether one of a group of which one holds is among them.
    fn has_of(self, group: Group, language: &Language) -> bool {
        group != Group::Also && self.each(language).any(|it| it.group == group)
    }

    /// The same with the default of each group of which none is among them.
    fn or_defaults(mut self, language: &Language) -> Self {
        for (index, fact) in language.facts.iter().enumerate() {
            if fact.group != Group::Also && !self.has_of(fact.group, language) {
                self.0 |= 1 << index;
            }
        }
        self
    }

    /// The facts, in the order of the language.
    pub fn each(self, language: &Language) -> impl Iterator<Item = &Fact> {
        let all = language.facts.iter().enumerate();
        all.filter(move |(index, _)| self.0 & 1 << index != 0).map(|(_, fact)| fact)
    }

    /// Whether a fact is among them.
    #[must_use]
    pub fn has(self, id: &str, language: &Language) -> bool {
        self.each(language).any(|it| it.id == id)
    }

    /// The one of a group of which one holds.
    #[must_use]
    pub fn of(self, group: Group, language: &Language) -> &Fact {
        self.each(language).find(|it| it.group == group).unwrap_or(&language.facts[0])
    }

    /// The same with a fact stated, in place of the one of its group, or withdrawn.
    #[must_use]
    pub fn with(self, id: &str, is_stated: bool, language: &Language) -> Self {
        let Some(index) = language.facts.iter().position(|it| it.id == id) else { return self };
        let group = language.facts[index].group;
        let gives_way = |(at, it): &(usize, &Fact)| {
            *at == index || is_stated && it.group == group && group != Group::Also
        };
        let gone = language.facts.iter().enumerate().filter(gives_way);
        let kept = gone.fold(self.0, |set, (at, _)| set & !(1 << at));
        Self(if is_stated { kept | 1 << index } else { kept }).or_defaults(language)
    }

    /// Whether something is not offered beside them: a fact, an ask, or a field.
    #[must_use]
    pub fn silence(self, id: &str, language: &Language) -> bool {
        self.each(language).any(|it| it.silences.iter().any(|silenced| silenced == id))
    }

    /// The facts that a letter heeds: those that others silence are left out.
    #[must_use]
    pub fn heeded(self, language: &Language) -> Self {
        let silenced = self.each(language).filter(|it| self.silence(&it.id, language));
        silenced.fold(self, |facts, it| facts.with(&it.id, false, language))
    }

    /// The facts as [`Facts::parse`] reads them.
    #[must_use]
    pub fn to_text(self, language: &Language) -> String {
        let mut text = String::new();
        for fact in self.each(language) {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(&fact.id);
        }
        text
    }
}

impl Language {
    /// The facts of a group, in order, that may be stated beside these.
    pub fn facts_of(&self, group: Group, beside: Facts) -> impl Iterator<Item = &Fact> {
        let offered = move |it: &&Fact| it.group == group && !beside.silence(&it.id, self);
        self.facts.iter().filter(offered)
    }

    /// What a letter may ask for where these facts hold, in order.
    pub fn asks(&self, facts: Facts) -> impl Iterator<Item = &Choice> {
        self.asks.iter().filter(move |it| !facts.silence(&it.id, self))
    }

    /// The ask of this name where these facts allow it, else the first that they allow.
    #[must_use]
    pub fn ask(&self, id: &str, facts: Facts) -> &Choice {
        let wanted = self.asks(facts).find(|it| it.id == id);
        wanted.or_else(|| self.asks(facts).next()).unwrap_or(&self.asks[0])
    }

    /// The items of the checklist where these facts hold, in order.
    pub fn items(&self, facts: Facts) -> impl Iterator<Item = &Item> {
        let has = move |it: &&Item| {
            let any = |ids: &[Text]| ids.iter().any(|id| facts.has(id, self));
            (it.only.is_empty() || any(&it.only)) && !any(&it.except)
        };
        self.checklist.iter().filter(has)
    }
}
