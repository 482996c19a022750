//! Language files: reads a language and its linter data from TOML, a file laid over the one it extends,
//! and checks them.
//!
//! The build reads them, and so does whoever writes a language. No program in a page has this.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use serde::de::DeserializeOwned;
use toml::de::{DeTable, Deserializer};
use toml::{Spanned, Table, Value};

use super::check::{check, check_rejection};
use super::language::Language;
use super::linter::LinterData;
use super::rejection::RejectionData;

/// The ending of a language file, and that of the weights beside it.
const ENDING: &str = "toml";
const WEIGHTS_ENDING: &str = "weights";

/// Language files by their tag.
#[derive(Debug, Default)]
pub struct Sources(BTreeMap<String, Source>);

/// A language file.
#[derive(Debug)]
struct Source {
    path: PathBuf,
    text: String,
}

impl Sources {
    /// Reads the language files of a folder, which are named by their tags.
    ///
    /// # Errors
    ///
    /// The path of what cannot be read, and why.
    pub fn read_folder(folder: &Path) -> Result<Self, String> {
        let failed = |error| format!("{}: {error}", folder.display());
        let mut sources = Self::default();
        for entry in fs::read_dir(folder).map_err(failed)? {
            let path = entry.map_err(failed)?.path();
            if path.extension().is_some_and(|it| it == ENDING) {
                sources.add(path)?;
            }
        }
        Ok(sources)
    }

    /// Reads one more file, in place of one of the same tag, and returns its tag.
    ///
    /// # Errors
    ///
    /// The path, and why it cannot be read.
    pub fn add(&mut self, path: PathBuf) -> Result<String, String> {
        let text = fs::read_to_string(&path);
        let text = text.map_err(|error| format!("{}: {error}", path.display()))?;
        let tag = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        self.0.insert(tag.clone(), Source { path, text });
        Ok(tag)
    }

    /// The text of a language file.
    #[must_use]
    pub fn text(&self, tag: &str) -> Option<&str> {
        self.0.get(tag).map(|it| it.text.as_str())
    }

    /// The languages with their linter data and their rejection data, in the order of their tags. Each knows the names of all.
    ///
    /// # Errors
    ///
    /// The first mistake: file, line and reason.
    pub fn languages(&self) -> Result<Vec<Read>, String> {
        let read: Result<Vec<_>, _> = self.0.keys().map(|tag| self.language(tag)).collect();
        let mut read = read?;
        let all: Vec<_> = read.iter().map(|(it, ..)| (it.tag, it.name)).collect();
        for (language, ..) in &mut read {
            language.all.clone_from(&all);
        }
        Ok(read)
    }

    /// One language, laid over the one it extends: what the widget says, and what the tone linter
    /// knows, which is a text of its own.
    ///
    /// # Errors
    ///
    /// The first mistake: file, line and reason.
    pub fn language(&self, tag: &str) -> Result<Read, String> {
        let Source { path, text } =
            self.0.get(tag).ok_or_else(|| format!("no file {tag}.{ENDING}"))?;
        let at = |line: usize, reason: &str| format!("{}:{line}: {reason}", path.display());
        let table: Table = toml::from_str(text).map_err(|it| {
            let (line, reason) = place(text, &it);
            at(line, &reason)
        })?;
        let base = table.get("extends").and_then(Value::as_str);
        let (language, mut linter, mut rejection) = match base {
            None => read_whole(text).map_err(|(line, reason)| at(line, &reason))?,
            Some(base) => {
                let below = self
                    .0
                    .get(base)
                    .ok_or_else(|| at(line(text, base), &format!("no file {base}.{ENDING}")))?;
                let mut merged: Table = toml::from_str(&below.text)
                    .map_err(|error| format!("{}: {error}", below.path.display()))?;
                let mut above = table.clone();
                above.remove("extends");
                deep_merge(&mut merged, above);
                read_merged(merged).map_err(|error| {
                    // Two files made this table, so the error knows no line; the name it quotes does.
                    let reason = error.to_string();
                    let name = reason.split('`').nth(1).unwrap_or_default();
                    at(line(text, name), &reason)
                })?
            }
        };
        linter.tag = tag.to_owned().into();
        linter.length_unit = language.length_unit;
        rejection.tag = linter.tag;
        self.read_weights(&mut linter, [Some(tag), base].into_iter().flatten())?;
        check(&language, tag).map_err(|(near, reason)| at(line(text, &near), &reason))?;
        check_rejection(&rejection, &language)
            .map_err(|(near, reason)| at(line(text, &near), &reason))?;
        Ok((language, linter, rejection))
    }

    /// Reads the weights of the tone linter, from the first of these languages that has some: on the
    /// first line what they must exceed, on the second the weights.
    fn read_weights<'a>(
        &self,
        linter: &mut LinterData,
        tags: impl Iterator<Item = &'a str>,
    ) -> Result<(), String> {
        let paths =
            tags.filter_map(|tag| Some(self.0.get(tag)?.path.with_extension(WEIGHTS_ENDING)));
        let Some(path) = paths.into_iter().find(|it| it.exists()) else { return Ok(()) };
        let text = fs::read_to_string(&path).map_err(|it| format!("{}: {it}", path.display()))?;
        let mut lines = text.lines();
        let threshold = lines.next().and_then(|it| it.parse().ok());
        linter.threshold =
            threshold.ok_or_else(|| format!("{}:1: no threshold", path.display()))?;
        linter.weights = lines.next().map(|it| it.to_owned().into()).unwrap_or_default();
        Ok(())
    }
}

/// A language as it is read: what it says, what the tone linter knows, and how a rejection is read.
type Read = (Language, LinterData, RejectionData);

/// The table of what the tone linter knows, the one of how a rejection is read, and the one of how typed words
/// are made to fit, which the linter heeds too.
const LINTER: &str = "linter";
const REJECTION: &str = "rejection";
const HABITS: &str = "habits";

/// Reads a file that extends no other: from the text itself, so that an error names its line.
fn read_whole(source: &str) -> Result<Read, (usize, String)> {
    fn typed<T: DeserializeOwned>(
        source: &str,
        table: Spanned<DeTable<'_>>,
    ) -> Result<T, (usize, String)> {
        T::deserialize(Deserializer::from(table)).map_err(|error| place(source, &error))
    }
    let all = DeTable::parse(source).map_err(|error| place(source, &error))?;
    let span = all.span();
    let mut all = all.into_inner();
    let [mut linter, rejection] = [LINTER, REJECTION].map(|name| {
        let table = all.remove_entry(name).map(|it| it.1.into_inner());
        table.and_then(|it| it.as_table().cloned()).unwrap_or_default()
    });
    if let Some((name, habits)) = all.get_key_value(HABITS) {
        linter.insert(name.clone(), habits.clone());
    }
    Ok((
        typed(source, Spanned::new(span.clone(), all))?,
        typed(source, Spanned::new(span.clone(), linter))?,
        typed(source, Spanned::new(span, rejection))?,
    ))
}

/// The line of an error, from 1, and what it says.
fn place(source: &str, error: &toml::de::Error) -> (usize, String) {
    let at = error.span().map_or(0, |it| it.start);
    (source[..at].matches('\n').count() + 1, error.message().to_owned())
}

/// Reads what two files make together.
fn read_merged(mut all: Table) -> Result<Read, toml::de::Error> {
    let [mut linter, rejection] = [LINTER, REJECTION].map(|name| match all.remove(name) {
        Some(Value::Table(it)) => it,
        _ => Table::new(),
    });
    linter.extend(all.get(HABITS).map(|it| (HABITS.to_owned(), it.clone())));
    Ok((all.try_into()?, linter.try_into()?, rejection.try_into()?))
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
