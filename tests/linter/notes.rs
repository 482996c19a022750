//! The notes with a verdict.

use std::fs;
use std::path::Path;

/// The notes of a set, of its folder and those within: each with its verdict, `good` or what is wrong with
/// it.
pub(crate) fn notes(set: &str) -> Vec<(String, String)> {
    notes_in(&Path::new("tests/linter").join(set))
}

fn notes_in(folder: &Path) -> Vec<(String, String)> {
    let mut notes = Vec::new();
    let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            notes.extend(notes_in(&path));
            continue;
        }
        let verdict = path.file_stem().unwrap().to_str().unwrap();
        let text = fs::read_to_string(&path).unwrap();
        let texts = text.split("\n\n").map(str::trim).filter(|it| !it.is_empty());
        notes.extend(texts.map(|it| (verdict.to_owned(), it.to_owned())));
    }
    notes
}
