//! The notes with a verdict.

use std::fs;
use std::path::Path;

/// The notes of a set, each with its verdict: `good`, or what is wrong with it.
pub(crate) fn notes(set: &str) -> Vec<(String, String)> {
    let mut notes = Vec::new();
    let folder = Path::new("tests/linter").join(set);
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    for file in files {
        let verdict = file.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let texts = text.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
        notes.extend(texts.map(|it| (verdict.to_owned(), it.to_owned())));
    }
    notes
}
