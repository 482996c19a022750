//! Checks of a language file at build time, beyond those of its types.
//!
//! The conditions of wordings are tried for every combination of facts: none may leave a choice between
//! two wordings, nor a required move without one.

mod cases;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use cases::Cases;

use super::field::Field;
use super::language::Language;
use super::letter::{Group, Length};
use super::map::{Map, Moves, VARIANT_LIMIT, Variants};
use super::rejection::RejectionData;
use super::text::Text;

/// The words to look for in the file, and the reason.
pub(super) type Mistake = (String, String);

/// Checks a language that was read from a file of this name.
///
/// # Errors
///
/// The first mistake.
pub(super) fn check(language: &Language, file: &str) -> Result<(), Mistake> {
    if language.tag != file {
        return Err(("tag".into(), format!("the tag is not the name of the file, {file}")));
    }
    check_lists(language)?;
    check_references(language)?;
    check_texts(language)?;
    let cases = Cases::of(language);
    for tone in &language.tones {
        let base = language.tones.iter().find(|it| it.id == tone.like);
        if base.is_none() && !tone.like.is_empty() {
            return Err((tone.like.to_string(), format!("{} is no tone", tone.like)));
        }
        let moves = merged(&tone.moves, base.map(|it| &it.moves));
        check_moves(language, &moves, &cases)
            .and_then(|()| check_counts(&moves))
            .map_err(|(near, reason)| (near, format!("tone {}: {reason}", tone.id)))?;
        check_reflected(language, &moves)?;
        for length in &language.lengths {
            check_length(language, length, &moves, &cases)?;
        }
    }
    for kind in &language.people {
        let moves = merged(&kind.moves, Some(&language.notes));
        check_moves(language, &moves, &cases)?;
        for step in kind.paragraphs.iter().flatten() {
            if moves.get(step).is_none() {
                return Err((kind.id.to_string(), format!("there is no move {step}")));
            }
        }
    }
    let reminders = language.reminders.iter().map(|it| &it.moves);
    for moves in reminders.chain([&language.short_messages, &language.guidance]) {
        check_moves(language, moves, &cases)?;
    }
    Ok(())
}

/// Checks how a rejection is read in a language.
///
/// # Errors
///
/// The first mistake.
pub(super) fn check_rejection(data: &RejectionData, language: &Language) -> Result<(), Mistake> {
    for (id, _) in &data.facts.0 {
        if language.facts.iter().all(|it| it.id != *id) {
            return Err((id.to_string(), format!("{id} is no fact")));
        }
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
    for (name, count) in [("facts", language.facts.len()), ("echoes", language.echoes.len())] {
        if count > 32 {
            return Err((name.into(), format!("there are more than 32 {name}")));
        }
    }
    Ok(())
}

fn check_references(language: &Language) -> Result<(), Mistake> {
    let is_fact = |id: &Text| language.facts.iter().any(|it| it.id == *id);
    let is_ask = |id: &Text| language.asks.iter().any(|it| it.id == *id);
    for fact in &language.facts {
        for id in &fact.silences {
            let is_field = Field::ALL.iter().any(|it| it.name() == id);
            if !is_fact(id) && !is_ask(id) && !is_field {
                return Err((fact.id.to_string(), format!("{id} is no fact, ask or field")));
            }
        }
    }
    for item in &language.checklist {
        if let Some(id) = item.only.iter().chain(&item.except).find(|it| !is_fact(it)) {
            return Err((item.id.to_string(), format!("{id} is no fact")));
        }
    }
    // The shell looks for them by a regular expression.
    let is_word = |it: &&Text| !it.is_empty() && it.chars().all(char::is_alphabetic);
    if let Some(honor) = language.habits.after_name.iter().find(|it| !is_word(it)) {
        return Err((honor.to_string(), format!("{honor:?} behind a name is no word")));
    }
    for (name, slot) in &language.slots.0 {
        if !Field::TEXTS.contains(&slot.field) {
            let reason = format!("slot {name} takes {}, which is no text", slot.field.name());
            return Err((format!("{name} ="), reason));
        }
        if !slot.elided.is_empty()
            && (language.habits.vowels.is_empty() || !slot.elided.contains("{}"))
        {
            let reason = format!("slot {name} has no place for the field, or the habits no vowels");
            return Err((slot.elided.to_string(), reason));
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
    let mut moves: BTreeMap<_, BTreeMap<Text, Variants>> = BTreeMap::new();
    for (step, wordings) in below.into_iter().chain([above]).flat_map(|it| &it.0) {
        moves.entry(*step).or_default().extend(wordings.0.iter().cloned());
    }
    Map(moves.into_iter().map(|(step, it)| (step, Map(it.into_iter().collect()))).collect())
}

fn check_moves(language: &Language, moves: &Moves, cases: &Cases<'_>) -> Result<(), Mistake> {
    for (step, wordings) in &moves.0 {
        for (condition, Variants(texts)) in &wordings.0 {
            for (index, text) in texts.iter().enumerate() {
                check_slots(language, moves, text)?;
                if texts[..index].contains(text) {
                    return Err((
                        text.to_string(),
                        format!("{step}: {condition:?} has this variant twice"),
                    ));
                }
            }
        }
        let ties = |holding, found: &[(usize, usize)]| match found {
            [.., (first, one), (second, other)] if one == other => {
                let [first, second] = [first, second].map(|it| &wordings.0[*it].0);
                let case = cases.text(holding);
                let reason = format!("{step}: {first:?} and {second:?} are as specific for {case}");
                Err((format!("{first:?}"), reason))
            }
            _ => Ok(()),
        };
        cases.each(wordings, ties)?;
    }
    Ok(())
}

/// The composer keeps what it knows of so many variants.
fn check_counts(moves: &Moves) -> Result<(), Mistake> {
    let all =
        moves.0.iter().flat_map(|(step, wordings)| wordings.0.iter().map(move |it| (step, it)));
    for (step, (condition, Variants(texts))) in all {
        if let Some(text) = texts.get(VARIANT_LIMIT) {
            let reason = format!("{step}: {condition:?} has more than {VARIANT_LIMIT} variants");
            return Err((text.to_string(), reason));
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
    cases: &Cases<'_>,
) -> Result<(), Mistake> {
    let steps = length.paragraphs.iter().flatten().filter(|it| *it != "ask");
    let asks = language.asks.iter().map(|it| &it.id).filter(|it| *it != "none");
    for step in steps.chain(asks).chain(&length.extras).chain(&length.spare) {
        if moves.get(step).is_none() {
            return Err((length.id.to_string(), format!("there is no move {step}")));
        }
    }
    for step in &length.required {
        let Some(wordings) = moves.get(step) else { continue };
        let is_there = |holding, found: &[(usize, usize)]| {
            let variants = found.last().map(|(index, _)| &wordings.0[*index].1.0);
            if variants.is_some_and(|it| it.iter().any(|text| !text.is_empty())) {
                return Ok(());
            }
            Err((step.to_string(), format!("no {step} for {}", cases.text(holding))))
        };
        cases.each(wordings, is_there)?;
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
