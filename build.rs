//! Turns the language files into the words that the program reads, and stops at a mistake in one.

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
}

use std::collections::BTreeMap;
use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use content::check::check;
use content::language::Language;
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
