//! Turns the language files into the words and the linter data that programs read, and stops at a mistake in one.

/// The same types that the library has, without the words that are only written here.
#[path = "src/content"]
#[allow(dead_code, unreachable_pub, reason = "written for the library, of which this uses a part")]
mod content {
    pub mod check;
    pub mod checklist;
    pub mod encoded;
    pub mod facts;
    pub mod field;
    pub mod habits;
    pub mod labels;
    pub mod language;
    pub mod letter;
    pub mod linter;
    pub mod map;
    pub mod people;
    pub mod reminder;
    pub mod text;
}

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use content::check::{check, check_linter};
use content::language::Language;
use content::linter::LinterData;
use serde::de::DeserializeOwned;
use toml::de::{DeTable, Deserializer};
use toml::{Spanned, Table, Value};

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
    let mut linters = Vec::new();
    for tag in sources.keys() {
        let (language, linter) = read(tag, &sources)?;
        languages.push(language);
        linters.push((tag.as_str(), linter.encode()));
    }
    let all: Vec<_> = languages.iter().map(|it| (it.tag, it.name)).collect();
    for language in &mut languages {
        language.all.clone_from(&all);
    }
    let words: Vec<_> = languages.iter().map(|it| (it.tag.as_str(), it.encode())).collect();
    write("WORDS", "Language", "words", &words)?;
    write("LINTERS", "LinterData", "linter", &linters)
}

/// The table of what the tone linter knows, and the one of how typed words are made to fit, which it
/// heeds too.
const LINTER: &str = "linter";
const HABITS: &str = "habits";

/// Reads one language, laid over the one it extends: what the widget says, and what the tone linter
/// knows, which is a text of its own.
fn read(tag: &str, sources: &BTreeMap<String, String>) -> Result<(Language, LinterData), String> {
    let file = format!("{FOLDER}/{tag}.toml");
    let source = &sources[tag];
    let table: Table = toml::from_str(source).map_err(|error| format!("{file}: {error}"))?;
    let base = table.get("extends").and_then(Value::as_str);
    let (language, mut linter) = match base {
        None => read_whole(source).map_err(|(line, reason)| format!("{file}:{line}: {reason}"))?,
        Some(base) => {
            let below = sources
                .get(base)
                .ok_or_else(|| format!("{file}:{}: no file {base}.toml", line(source, base)))?;
            let mut merged: Table =
                toml::from_str(below).map_err(|error| format!("{base}.toml: {error}"))?;
            let mut above = table.clone();
            above.remove("extends");
            deep_merge(&mut merged, above);
            read_merged(merged).map_err(|error| {
                // Two files made this table, so the error knows no line; the name it quotes does.
                let reason = error.to_string();
                let name = reason.split('`').nth(1).unwrap_or_default();
                format!("{file}:{}: {reason}", line(source, name))
            })?
        }
    };
    linter.tag = tag.to_owned().into();
    read_weights(&mut linter, [Some(tag), base].into_iter().flatten())?;
    check(&language, tag)
        .map_err(|(near, reason)| format!("{file}:{}: {reason}", line(source, &near)))?;
    check_linter(&linter, &language)
        .map_err(|(near, reason)| format!("{file}:{}: {reason}", line(source, &near)))?;
    Ok((language, linter))
}

/// Reads a file that extends no other: from the text itself, so that an error names its line.
fn read_whole(source: &str) -> Result<(Language, LinterData), (usize, String)> {
    fn typed<T: DeserializeOwned>(
        source: &str,
        table: Spanned<DeTable<'_>>,
    ) -> Result<T, (usize, String)> {
        T::deserialize(Deserializer::from(table)).map_err(|error| place(source, &error))
    }
    let all = DeTable::parse(source).map_err(|error| place(source, &error))?;
    let span = all.span();
    let mut all = all.into_inner();
    let mut linter = DeTable::new();
    if let Some((_, it)) = all.remove_entry(LINTER) {
        linter = it.into_inner().as_table().cloned().unwrap_or_default();
    }
    if let Some((name, habits)) = all.get_key_value(HABITS) {
        linter.insert(name.clone(), habits.clone());
    }
    Ok((
        typed(source, Spanned::new(span.clone(), all))?,
        typed(source, Spanned::new(span, linter))?,
    ))
}

/// The line of an error, from 1, and what it says.
fn place(source: &str, error: &toml::de::Error) -> (usize, String) {
    let at = error.span().map_or(0, |it| it.start);
    (source[..at].matches('\n').count() + 1, error.message().to_owned())
}

/// Reads what two files make together.
fn read_merged(mut all: Table) -> Result<(Language, LinterData), toml::de::Error> {
    let mut linter = match all.remove(LINTER) {
        Some(Value::Table(linter)) => linter,
        _ => Table::new(),
    };
    linter.extend(all.get(HABITS).map(|it| (HABITS.to_owned(), it.clone())));
    Ok((all.try_into()?, linter.try_into()?))
}

/// Reads the weights of the tone linter, from the first of these languages that has some: on the
/// first line what they must exceed, on the second the weights.
fn read_weights<'a>(
    linter: &mut LinterData,
    tags: impl Iterator<Item = &'a str>,
) -> Result<(), String> {
    let mut files = tags.map(|tag| format!("{FOLDER}/{tag}.weights"));
    let Some(file) = files.find(|file| Path::new(file).exists()) else { return Ok(()) };
    let text = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
    let mut lines = text.lines();
    let threshold = lines.next().and_then(|it| it.parse().ok());
    linter.threshold = threshold.ok_or_else(|| format!("{file}:1: no threshold"))?;
    linter.weights = lines.next().map(|it| it.to_owned().into()).unwrap_or_default();
    Ok(())
}

/// Lays a table over another: tables are merged, lists of tables by their `id`, the rest replaced. Of
/// several with one `id` each is changed.
fn deep_merge(below: &mut Table, above: Table) {
    for (key, value) in above {
        match (below.get_mut(&key), value) {
            (Some(Value::Table(below)), Value::Table(above)) => deep_merge(below, above),
            (Some(Value::Array(below)), Value::Array(above))
                if above.iter().all(|it| it.get("id").is_some()) =>
            {
                for entry in above {
                    let is_same = |it: &&mut Value| it.get("id") == entry.get("id");
                    let mut is_new = true;
                    for same in below.iter_mut().filter(is_same) {
                        if let (Value::Table(below), Value::Table(above)) = (same, &entry) {
                            deep_merge(below, above.clone());
                            is_new = false;
                        }
                    }
                    if is_new {
                        below.push(entry);
                    }
                }
            }
            (_, value) => {
                below.insert(key, value);
            }
        }
    }
}

/// The line, from 1, in which some words first stand; 1 when they stand nowhere.
fn line(source: &str, words: &str) -> usize {
    source.find(words).map_or(1, |at| source[..at].matches('\n').count() + 1)
}

/// Writes a text for each language, and the list of them.
fn write(name: &str, of: &str, ending: &str, texts: &[(&str, String)]) -> Result<(), String> {
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let folder = Path::new(&folder);
    let mut list = format!(
        "/// The [`{of}`] of every language, by tag, in the form that [`{of}::decode`] reads.\n\
         pub const {name}: &[(&str, &str)] = &[\n"
    );
    for (tag, text) in texts {
        let file = format!("{tag}.{ending}");
        let _ =
            writeln!(list, "    ({tag:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),");
        fs::write(folder.join(file), text).map_err(|error| error.to_string())?;
    }
    list.push_str("];\n");
    fs::write(folder.join(format!("{ending}.rs")), list).map_err(|error| error.to_string())
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
