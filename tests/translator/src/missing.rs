//! What a language file lacks of the English one, or still has in English words.

use std::collections::BTreeSet;

use anyhow::Result;
use toml::{Table, Value};

/// Tables of which each language has its own entries: conditions, and word lists.
const OWN: [&str; 9] = [
    "moves",
    "notes",
    "habits",
    "highlight",
    "linter",
    "rejection",
    "slots",
    "guidance",
    "short_messages",
];
/// Fewer words may be the same in two languages: "Outlook (work or school)" has more.
const WORDS: usize = 3;

/// The paths of what is not there, and the texts that are English.
pub(crate) fn missing(text: &str, english: &str) -> Result<Vec<String>> {
    let (ours, english): (Table, Table) = (toml::from_str(text)?, toml::from_str(english)?);
    let (ours, english) = (Value::Table(ours), Value::Table(english));
    let mut found = Vec::new();
    compare("", &ours, &english, &mut found);
    let (mut our_texts, mut english_texts) = (BTreeSet::new(), BTreeSet::new());
    texts(&ours, &mut our_texts);
    texts(&english, &mut english_texts);
    let same = our_texts.intersection(&english_texts);
    found.extend(same.map(|it| format!("in English: {it}")));
    Ok(found)
}

fn compare(path: &str, ours: &Value, english: &Value, found: &mut Vec<String>) {
    let id = |it: &Value| it.get("id").and_then(Value::as_str).map(str::to_owned);
    match (ours, english) {
        (Value::Table(ours), Value::Table(english)) => {
            for (key, value) in english.iter().filter(|(key, _)| !OWN.contains(&key.as_str())) {
                let path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                match ours.get(key) {
                    Some(our) => compare(&path, our, value, found),
                    None => found.push(format!("missing: {path}")),
                }
            }
        }
        (Value::Array(ours), Value::Array(english)) => {
            for (value, name) in english.iter().filter_map(|it| Some((it, id(it)?))) {
                let path = format!("{path}[{name}]");
                match ours.iter().find(|it| id(it).as_ref() == Some(&name)) {
                    Some(our) => compare(&path, our, value, found),
                    None => found.push(format!("missing: {path}")),
                }
            }
        }
        _ => {}
    }
}

/// All texts of some length.
fn texts<'t>(value: &'t Value, found: &mut BTreeSet<&'t str>) {
    match value {
        // What the tone linter looks for may be in any language, as what mail programs write is.
        Value::Table(table) => {
            let is_read = |key: &str| !matches!(key, "linter" | "rejection");
            table.iter().filter(|(key, _)| is_read(key)).for_each(|(_, it)| texts(it, found));
        }
        Value::Array(values) => values.iter().for_each(|it| texts(it, found)),
        Value::String(text) if text.split_whitespace().count() > WORDS => {
            found.insert(text);
        }
        _ => {}
    }
}
