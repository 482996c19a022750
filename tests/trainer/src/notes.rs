//! The notes to learn from.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use good_sport::model::Linter;
use good_sport::model::training::features;

/// A note: what is wrong with it, or `good`, and the features of its sentences.
pub(super) struct Note {
    pub(super) verdict: String,
    pub(super) sentences: Vec<Vec<u32>>,
}

impl Note {
    pub(super) fn is_good(&self) -> bool {
        self.verdict == "good"
    }
}

/// The notes of each folder in this one.
pub(super) fn by_writer(folder: &Path, linter: &Linter) -> Result<Vec<Vec<Note>>> {
    entries(folder)?.iter().map(|it| notes(it, linter)).collect()
}

/// The notes of a folder: a file for each verdict, an empty line between two notes.
fn notes(folder: &Path, linter: &Linter) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    for file in entries(folder)? {
        let verdict = file.file_stem().and_then(|it| it.to_str()).unwrap_or_default();
        let text = fs::read_to_string(&file)?;
        let texts = text.split("\n\n").filter(|it| !it.trim().is_empty());
        notes.extend(
            texts.map(|it| Note { verdict: verdict.to_owned(), sentences: features(linter, it) }),
        );
    }
    Ok(notes)
}

/// The sentences that the widget writes itself, as far as they stand in the approved texts.
pub(super) fn ours(folder: &Path, tag: &str, linter: &Linter) -> Result<Vec<Vec<u32>>> {
    let mut ours = BTreeSet::new();
    for kind in ["letters", "notes"] {
        let text = fs::read_to_string(folder.join(kind).join(format!("{tag}.txt")))?;
        let texts = text.split("=== ").filter_map(|it| it.split_once('\n'));
        ours.extend(texts.flat_map(|it| features(linter, it.1)));
    }
    Ok(ours.into_iter().collect())
}

/// What stands in a folder, in the order of its names.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut all = fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<Result<Vec<_>>>()?;
    all.sort();
    Ok(all)
}
