//! Checks of a language file at build time: what its types cannot say.
//!
//! The conditions of wordings are tried for every combination of facts: none may leave a choice between
//! two wordings, nor a required move without one.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::Facts;
use super::field::Field;
use super::language::Language;
use super::letter::{Group, HighlightForm, Length, TITLED};
use super::map::{Map, Moves, Variants};

/// The words to look for in the file, and the reason.
pub type Mistake = (String, String);

/// Checks a language that was read from a file of this name.
///
/// # Errors
///
/// The first mistake.
pub fn check(language: &Language, file: &str) -> Result<(), Mistake> {
    if language.tag != file {
        return Err(("tag".into(), format!("the tag is not the name of the file, {file}")));
    }
    check_lists(language)?;
    check_references(language)?;
    check_texts(language)?;
    let names = Names::of(language);
    let combinations = combinations(language);
    for tone in &language.tones {
        let base = language.tones.iter().find(|it| it.id == tone.like);
        if base.is_none() && !tone.like.is_empty() {
            return Err((tone.like.clone(), format!("{} is no tone", tone.like)));
        }
        let moves = merged(&tone.moves, base.map(|it| &it.moves));
        check_moves(language, &moves, &names, &combinations)
            .map_err(|(near, reason)| (near, format!("tone {}: {reason}", tone.id)))?;
        check_reflected(language, &moves)?;
        for length in &language.lengths {
            check_length(language, length, &moves, &names, &combinations)?;
        }
    }
    for kind in &language.people {
        let moves = merged(&kind.moves, Some(&language.notes));
        check_moves(language, &moves, &names, &combinations)?;
        for step in kind.paragraphs.iter().flatten() {
            if moves.get(step).is_none() {
                return Err((kind.id.clone(), format!("there is no move {step}")));
            }
        }
    }
    let reminders = language.reminders.iter().map(|it| &it.moves);
    for moves in reminders.chain([&language.short_messages, &language.guidance]) {
        check_moves(language, moves, &names, &combinations)?;
    }
    Ok(())
}

fn check_lists(language: &Language) -> Result<(), Mistake> {
    for (name, is_empty) in [
        ("asks", language.asks.is_empty()),
        ("lengths", language.lengths.is_empty()),
        ("tones", language.tones.is_empty()),
        ("people", language.people.is_empty()),
        ("checklist", language.checklist.is_empty()),
    ] {
        if is_empty {
            return Err((name.into(), format!("there are no {name}")));
        }
    }
    for group in Group::ALL {
        if language.facts.iter().all(|it| it.group != group) && group != Group::Also {
            return Err(("facts".into(), format!("there is no {}", group.name())));
        }
    }
    if language.facts.len() > 32 {
        return Err(("facts".into(), "there are more than 32 facts".into()));
    }
    Ok(())
}

fn check_references(language: &Language) -> Result<(), Mistake> {
    let is_fact = |id: &String| language.facts.iter().any(|it| it.id == *id);
    let is_ask = |id: &String| language.asks.iter().any(|it| it.id == *id);
    for fact in &language.facts {
        for id in &fact.silences {
            let is_field = Field::ALL.iter().any(|it| it.name() == id);
            if !is_fact(id) && !is_ask(id) && !is_field {
                return Err((fact.id.clone(), format!("{id} is no fact, ask or field")));
            }
        }
    }
    for item in &language.checklist {
        if let Some(id) = item.only.iter().chain(&item.except).find(|it| !is_fact(it)) {
            return Err((item.id.clone(), format!("{id} is no fact")));
        }
    }
    for (name, slot) in &language.slots.0 {
        if !Field::TEXTS.contains(&slot.field) {
            let reason = format!("slot {name} takes {}, which is no text", slot.field.name());
            return Err((format!("{name} ="), reason));
        }
    }
    Ok(())
}

/// The texts that are no wordings of a move: they have slots only.
fn check_texts(language: &Language) -> Result<(), Mistake> {
    if language.reminder_titles.last().is_none_or(|it| it.contains('{')) {
        let reason = "the last of the titles of reminders has a slot, which may be empty";
        return Err(("reminder_titles".into(), reason.into()));
    }
    let texts = language.subject.iter().chain(&language.reminder_titles);
    for text in texts.chain(language.replies.iter().map(|it| &it.text)) {
        check_slots(language, &Map(Vec::new()), text)?;
    }
    Ok(())
}

/// A layer of wordings over another.
fn merged(above: &Moves, below: Option<&Moves>) -> Moves {
    let mut moves: BTreeMap<_, BTreeMap<String, Variants>> = BTreeMap::new();
    for (step, wordings) in below.into_iter().chain([above]).flat_map(|it| &it.0) {
        moves.entry(step.clone()).or_default().extend(wordings.0.iter().cloned());
    }
    Map(moves.into_iter().map(|(step, it)| (step, Map(it.into_iter().collect()))).collect())
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
        let mut groups = vec![
            language.lengths.iter().map(|it| one(&it.id)).collect::<Vec<_>>(),
            language.asks.iter().map(|it| one(&it.id)).collect(),
            [Vec::new()].into_iter().chain(HighlightForm::ALL.map(|it| one(it.name()))).collect(),
            vec![Vec::new(), one(recipient), vec![recipient.to_owned(), TITLED.to_owned()]],
        ];
        let others = Field::TEXTS.into_iter().filter(|it| *it != Field::Recipient);
        for field in others.chain([Field::Retention]) {
            groups.push(vec![Vec::new(), one(field.name())]);
        }
        let names = language.facts.iter().map(|it| it.id.clone());
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
}

/// A condition as masks, one for each term of each alternative.
fn masks(condition: &str, names: &Names) -> Result<Vec<Vec<u64>>, Mistake> {
    let term = |term: &str| names.mask(term.split('|').filter(|it| *it != "any"));
    let alternative = |it: &str| {
        let terms = it.split(' ').filter(|it| *it != "any");
        terms.map(term).collect::<Result<Vec<_>, _>>()
    };
    let all: Result<Vec<_>, _> = condition.split(", ").map(alternative).collect();
    all.map_err(|name| {
        (condition.to_owned(), format!("{condition:?}: {name} is nothing that could hold"))
    })
}

/// How many terms of a condition hold.
fn holds(masks: &[Vec<u64>], holding: u64) -> Option<usize> {
    let alternative = |it: &&Vec<u64>| it.iter().all(|term| term & holding != 0);
    masks.iter().filter(alternative).map(Vec::len).max()
}

fn check_moves(
    language: &Language,
    moves: &Moves,
    names: &Names,
    combinations: &[Facts],
) -> Result<(), Mistake> {
    for (step, wordings) in &moves.0 {
        for (condition, Variants(texts)) in &wordings.0 {
            for (index, text) in texts.iter().enumerate() {
                check_slots(language, moves, text)?;
                if texts[..index].contains(text) {
                    return Err((
                        text.clone(),
                        format!("{step}: {condition:?} has this variant twice"),
                    ));
                }
            }
        }
        let ties = |holding, found: &[(usize, usize)]| match found {
            [.., (first, one), (second, other)] if one == other => {
                let [first, second] = [first, second].map(|it| &wordings.0[*it].0);
                let text = names.bits.iter().filter(|(_, bit)| *bit & holding != 0);
                let text: Vec<_> = text.map(|(name, _)| name.as_str()).collect();
                let reason = format!(
                    "{step}: {first:?} and {second:?} are as specific for {}",
                    text.join(" ")
                );
                Err((format!("{first:?}"), reason))
            }
            _ => Ok(()),
        };
        for_each(language, wordings, names, combinations, ties)?;
    }
    Ok(())
}

/// Calls `check` for all that may hold with the wordings whose conditions do: the number of each and
/// of its terms, the most specific one last.
fn for_each(
    language: &Language,
    wordings: &Map<Variants>,
    names: &Names,
    combinations: &[Facts],
    check: impl Fn(u64, &[(usize, usize)]) -> Result<(), Mistake>,
) -> Result<(), Mistake> {
    let conditions = wordings.0.iter().map(|(condition, _)| masks(condition, names));
    let conditions = conditions.collect::<Result<Vec<_>, _>>()?;
    let used = conditions.iter().flatten().flatten().fold(0, |used, it| used | it);
    let facts = combinations
        .iter()
        .filter_map(|it| names.mask(it.each(language).map(|it| &*it.id)).ok().map(|it| it & used));
    let facts: BTreeSet<_> = facts.collect();
    for beside in names.beside(used) {
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

/// Every fact has to change some move.
fn check_reflected(language: &Language, moves: &Moves) -> Result<(), Mistake> {
    let conditions = moves.0.iter().flat_map(|(_, it)| &it.0).map(|(condition, _)| condition);
    let names: BTreeSet<_> = conditions.flat_map(|it| it.split([' ', '|', ','])).collect();
    for group in Group::ALL {
        let mut facts = language.facts.iter().filter(|it| it.group == group);
        // The default of a group is what wordings are for that name none of it.
        let others = facts.by_ref().skip(usize::from(group != Group::Also));
        for fact in others {
            if !names.contains(fact.id.as_str()) {
                return Err((
                    format!("id = {:?}", fact.id),
                    format!("no letter tells of {}", fact.id),
                ));
            }
        }
    }
    Ok(())
}

/// No combination may leave a required move without a wording, and every move has to exist.
fn check_length(
    language: &Language,
    length: &Length,
    moves: &Moves,
    names: &Names,
    combinations: &[Facts],
) -> Result<(), Mistake> {
    let steps = length.paragraphs.iter().flatten().filter(|it| *it != "ask");
    let asks = language.asks.iter().map(|it| &it.id).filter(|it| *it != "none");
    for step in steps.chain(asks).chain(&length.extras).chain(&length.spare) {
        if moves.get(step).is_none() {
            return Err((length.id.clone(), format!("there is no move {step}")));
        }
    }
    for step in &length.required {
        let Some(wordings) = moves.get(step) else { continue };
        let is_there = |holding, found: &[(usize, usize)]| {
            let variants = found.last().map(|(index, _)| &wordings.0[*index].1.0);
            if variants.is_some_and(|it| it.iter().any(|text| !text.is_empty())) {
                return Ok(());
            }
            let facts = names.bits.iter().filter(|(_, bit)| *bit & holding != 0);
            let facts: Vec<_> = facts.map(|(name, _)| name.as_str()).collect();
            Err((step.clone(), format!("no {step} for {}", facts.join(" "))))
        };
        for_each(language, wordings, names, combinations, is_there)?;
    }
    Ok(())
}

/// A name in braces has to be a slot, or a move.
fn check_slots(language: &Language, moves: &Moves, text: &str) -> Result<(), Mistake> {
    for part in text.split('{').skip(1) {
        let Some((name, _)) = part.split_once('}') else {
            return Err((text.into(), "a brace is never closed".into()));
        };
        if language.slots.get(name).is_none() && moves.get(name).is_none() {
            return Err((text.into(), format!("there is no slot or move {{{name}}}")));
        }
    }
    Ok(())
}
