//! Turns the language files into the words that the program reads, and stops at a mistake in one.

/// The same types that the library has, without the words that are only written here.
#[path = "src/content"]
#[allow(dead_code, unreachable_pub, reason = "written for the library, of which this uses a part")]
mod content {
    pub mod checklist;
    pub mod encoded;
    pub mod field;
    pub mod labels;
    pub mod language;
    pub mod letter;
    pub mod linter;
    pub mod map;
    pub mod reminder;
}

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use content::field::Field;
use content::language::Language;
use content::letter::Plan;
use content::map::Moves;
use toml::{Table, Value};

const FOLDER: &str = "src/content/languages";
const STYLES: &str = "styles";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed={STYLES}");
    match compile().and_then(|()| join_styles()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            for line in reason.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), String> {
    let mut sources = BTreeMap::new();
    let files = fs::read_dir(FOLDER).map_err(|error| format!("{FOLDER}: {error}"))?;
    for file in files {
        let path = file.map_err(|error| format!("{FOLDER}: {error}"))?.path();
        if path.extension().is_none_or(|it| it != "toml") {
            continue;
        }
        let source =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        sources.insert(tag, source);
    }
    let mut languages = Vec::new();
    for tag in sources.keys() {
        languages.push(read(tag, &sources)?);
    }
    let all: Vec<_> = languages.iter().map(|it| (it.tag.clone(), it.name.clone())).collect();
    for language in &mut languages {
        language.all.clone_from(&all);
    }
    write(&languages)
}

/// Reads one language, laid over the one it extends.
fn read(tag: &str, sources: &BTreeMap<String, String>) -> Result<Language, String> {
    let file = format!("{FOLDER}/{tag}.toml");
    let source = &sources[tag];
    let table: Table = toml::from_str(source).map_err(|error| format!("{file}: {error}"))?;
    let language: Language = match table.get("extends").and_then(Value::as_str) {
        // Read from the text itself, so that an error names its line.
        None => toml::from_str(source).map_err(|error| format!("{file}: {error}"))?,
        Some(base) => {
            let below = sources
                .get(base)
                .ok_or_else(|| format!("{file}:{}: no file {base}.toml", line(source, base)))?;
            let mut merged: Table =
                toml::from_str(below).map_err(|error| format!("{base}.toml: {error}"))?;
            let mut above = table.clone();
            above.remove("extends");
            deep_merge(&mut merged, above);
            merged.try_into().map_err(|error: toml::de::Error| {
                // Two files made this table, so the error knows no line; the name it quotes does.
                let reason = error.to_string();
                let name = reason.split('`').nth(1).unwrap_or_default();
                format!("{file}:{}: {reason}", line(source, name))
            })?
        }
    };
    let mut language = language;
    let base = table.get("extends").and_then(Value::as_str);
    read_weights(&mut language, [Some(tag), base].into_iter().flatten())?;
    check(&language, tag)
        .map_err(|(near, reason)| format!("{file}:{}: {reason}", line(source, &near)))?;
    Ok(language)
}

/// Reads the weights of the tone linter, from the first of these languages that has some: on the
/// first line what they must exceed, on the second a letter for each.
fn read_weights<'a>(
    language: &mut Language,
    tags: impl Iterator<Item = &'a str>,
) -> Result<(), String> {
    let mut files = tags.map(|tag| format!("{FOLDER}/{tag}.weights"));
    let Some(file) = files.find(|file| Path::new(file).exists()) else { return Ok(()) };
    let text = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = text.lines();
    let threshold = lines.next().and_then(|it| it.parse().ok());
    language.linter.threshold = threshold.ok_or_else(|| format!("{file}:1: no threshold"))?;
    language.linter.weights = lines.next().map(str::to_owned).unwrap_or_default();
    Ok(())
}

/// Lays a table over another: tables are merged, lists of tables by their `id`, the rest replaced.
fn deep_merge(below: &mut Table, above: Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => deep_merge(below, above),
            (Some(Value::Array(below)), Value::Array(above))
                if above.iter().all(|it| it.get("id").is_some()) =>
            {
                for entry in above {
                    let same = below.iter_mut().find(|it| it.get("id") == entry.get("id"));
                    match (same, entry) {
                        (Some(Value::Table(below)), Value::Table(above)) => {
                            deep_merge(below, above);
                        }
                        (_, entry) => below.push(entry),
                    }
                }
            }
            (_, value) => {
                below.insert(key, value);
            }
        }
    }
}

/// What the types cannot say. An error is the words to look for in the file, and the reason.
fn check(language: &Language, file: &str) -> Result<(), (String, String)> {
    if language.tag != file {
        return Err(("tag".into(), format!("the tag is not the name of the file, {file}")));
    }
    for (name, empty) in [
        ("situations", language.situations.is_empty()),
        ("asks", language.asks.is_empty()),
        ("lengths", language.lengths.is_empty()),
        ("tones", language.tones.is_empty()),
        ("people", language.people.is_empty()),
        ("voices", language.voices.is_empty()),
        ("checklist", language.checklist.is_empty()),
    ] {
        if empty {
            return Err((name.into(), format!("there are no {name}")));
        }
    }
    for (name, slot) in &language.slots.0 {
        if !Field::TEXTS.contains(&slot.field) {
            let reason = format!("slot {name} takes {}, which is no text", slot.field.name());
            return Err((format!("{name} ="), reason));
        }
    }
    for situation in &language.situations {
        for ask in &situation.without {
            if language.asks.iter().all(|it| it.id != *ask) {
                return Err((situation.id.clone(), format!("{ask} is no ask")));
            }
        }
    }
    for item in &language.checklist {
        for id in item.only.iter().chain(&item.except) {
            if language.situations.iter().all(|it| it.id != *id) {
                return Err((item.id.clone(), format!("{id} is no situation")));
            }
        }
    }
    if language.reminder_titles.last().is_none_or(|it| it.contains('{')) {
        let reason = "the last of the titles of reminders has a slot, which may be empty";
        return Err(("reminder_titles".into(), reason.into()));
    }
    for part in language.subject.iter().chain(&language.reminder_titles) {
        check_slots(language, part)?;
    }
    for tone in &language.tones {
        check_moves(language, &tone.moves, &language.lengths)?;
    }
    for (_, wordings) in &language.short_messages.0 {
        for (key, text) in &wordings.0 {
            check_key(language, key, &[])?;
            check_slots(language, text)?;
        }
    }
    for voice in &language.voices {
        check_moves(language, &voice.moves, &language.people)?;
    }
    Ok(())
}

fn check_moves(language: &Language, moves: &Moves, plans: &[Plan]) -> Result<(), (String, String)> {
    for (step, wordings) in &moves.0 {
        let mut steps = plans.iter().flat_map(|it| it.paragraphs.iter().flatten());
        let is_ask = language.asks.iter().any(|it| it.id == *step);
        if !is_ask && !steps.any(|it| it == step) {
            return Err((step.clone(), format!("no text has a move {step}")));
        }
        for (key, text) in &wordings.0 {
            check_key(language, key, plans)?;
            check_slots(language, text)?;
        }
    }
    Ok(())
}

fn check_key(language: &Language, key: &str, plans: &[Plan]) -> Result<(), (String, String)> {
    let (situation, plan) = key.split_once('-').map_or((key, None), |(a, b)| (a, Some(b)));
    let known = situation == "any" || language.situations.iter().any(|it| it.id == situation);
    if !known {
        return Err((format!("{key} ="), format!("{situation} is no situation, nor \"any\"")));
    }
    match plan.filter(|plan| plans.iter().all(|it| it.id != *plan)) {
        Some(plan) => Err((format!("{key} ="), format!("{plan} is not to be chosen"))),
        None => Ok(()),
    }
}

fn check_slots(language: &Language, text: &str) -> Result<(), (String, String)> {
    for part in text.split('{').skip(1) {
        let Some((name, _)) = part.split_once('}') else {
            return Err((text.into(), "a brace is never closed".into()));
        };
        if language.slots.get(name).is_none() {
            return Err((text.into(), format!("there is no slot {{{name}}}")));
        }
    }
    Ok(())
}

/// The line, from 1, in which some words first stand; 1 when they stand nowhere.
fn line(source: &str, words: &str) -> usize {
    source.find(words).map_or(1, |at| source[..at].matches('\n').count() + 1)
}

fn write(languages: &[Language]) -> Result<(), String> {
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let folder = Path::new(&folder);
    let mut list = String::from(
        "/// The words of every language, by tag, in the form that [`Language::decode`] reads.\n\
         pub const WORDS: &[(&str, &str)] = &[\n",
    );
    for Language { tag, .. } in languages {
        let _ = writeln!(
            list,
            "    ({tag:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{tag}.words\"))),"
        );
    }
    list.push_str("];\n");
    fs::write(folder.join("words.rs"), list).map_err(|error| error.to_string())?;
    for language in languages {
        fs::write(folder.join(format!("{}.words", language.tag)), language.encode())
            .map_err(|error| error.to_string())?;
    }
    Ok(())
}

/// Joins the style sheets as `index.css` imports them: a constructed sheet may import none.
fn join_styles() -> Result<(), String> {
    let read = |name: &str| {
        let file = format!("{STYLES}/{name}");
        fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))
    };
    let mut joined = String::new();
    for line in read("index.css")?.lines() {
        match line.strip_prefix("@import \"./").and_then(|it| it.split_once("\" layer(")) {
            Some((name, layer)) => {
                let layer = layer.trim_end_matches(");");
                let _ = writeln!(joined, "@layer {layer} {{\n{}}}", read(name)?);
            }
            None if line.contains("@import") => {
                return Err(format!("{STYLES}/index.css: {line}: another form of import"));
            }
            None => joined.push_str(line),
        }
    }
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&folder).join("styles.css"), joined).map_err(|error| error.to_string())
}
