//! A draft of a language: the English file, with its norms to fill in.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};

use crate::Folders;

/// What an author answers before the words.
const NORMS: &str = include_str!("../norms.txt");

/// Creates a draft.
///
/// # Errors
///
/// When the tag is none, or the language is there already.
pub(crate) fn create(folders: &Folders, tag: &str) -> Result<()> {
    let is_tag = tag
        .split('-')
        .all(|it| (1..=8).contains(&it.len()) && it.chars().all(|it| it.is_ascii_alphanumeric()));
    ensure!(is_tag, "{tag:?} is no BCP 47 language tag, such as it or pt-BR");
    for folder in [&folders.languages, &folders.drafts] {
        let file = folder.join(format!("{tag}.toml"));
        ensure!(!file.exists(), "{} is there already", file.display());
    }
    let english = fs::read_to_string(folders.languages.join("en.toml"))?;
    let (_, words) = english.split_once("\ntag = \"en\"\n").context("en.toml has no tag")?;
    let (_, words) = words.split_once('\n').context("en.toml has no name")?;
    let file = folders.drafts.join(format!("{tag}.toml"));
    fs::create_dir_all(&folders.drafts)?;
    fs::write(&file, format!("{NORMS}\ntag = \"{tag}\"\nname = \"\"\n{words}"))?;
    println!("Created {}. Next: fill it in from the top, and look at it with", shown(&file));
    println!("  cargo xtask language check {tag}");
    println!(
        "When it has what docs/adding-words.md asks for, move it to {}.",
        shown(&folders.languages)
    );
    Ok(())
}

fn shown(path: &Path) -> String {
    path.canonicalize().unwrap_or_else(|_| path.to_owned()).display().to_string()
}
