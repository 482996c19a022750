//! Makes the files that a page loads, from the sources.

mod budget;
mod glue;
mod integrity;
mod literal;
mod names;
mod output;
mod scripts;
mod shell;
mod table;
mod wasm;
mod words;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use tempfile::TempDir;

use crate::project::Project;
use crate::setup::Toolbox;
use crate::steps::{format_duration, now};
pub(crate) use budget::Spent;
use output::Output;
use scripts::{Bundler, Hashes};
use wasm::Programs;

/// The page that shows the widget, and the folder with what else it needs.
const SITE: [&str; 2] = ["index.html", "site"];
/// What programs that read about the widget want to know, published as it is.
const DESCRIPTIONS: [&str; 2] = ["embed/good-sport.d.ts", "embed/custom-elements.json"];

/// How much time the build takes to make the files small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quality {
    /// As they are published.
    Full,
    /// As they are published, by the stable toolchain alone.
    Stable,
    /// As soon as possible, to look at a change.
    Quick,
}

/// Builds everything into `dist/`, or into the folder given, which must exist; says what is spent
/// of each budget, unless the build is a quick one.
///
/// # Errors
///
/// When a source is wrong or missing, or a tool fails. `dist/` is then what it was before.
pub(crate) fn build(
    project: &Project,
    toolbox: &Toolbox,
    quality: Quality,
    into: Option<&Path>,
) -> Result<Vec<Spent>> {
    let start = now();
    // For what lies between the steps: of this build alone, since another may run meanwhile.
    let folder = TempDir::new().context("cannot make a temporary folder")?;
    let programs = wasm::compile(project, toolbox, quality, folder.path())?;
    let bundler = Bundler::new(project, toolbox, quality, folder.path());
    let mut output = Output::new(make(project, &bundler, &programs)?);
    if quality != Quality::Quick {
        output.add_integrity()?;
        output.compress()?;
    }
    match into {
        Some(folder) => output.write(folder)?,
        None => output.replace(&project.dist())?,
    }
    let mut spent = Vec::new();
    if quality != Quality::Quick {
        let sizes = output.sizes();
        spent = budget::spent(&sizes, programs.is_stable)?;
        print!("{}\n{}", table::files(&sizes), table::budgets(&spent));
    }
    eprintln!("Built in {}.", format_duration(start.elapsed()));
    Ok(spent)
}

/// The files by name.
fn make(
    project: &Project,
    bundler: &Bundler<'_>,
    programs: &Programs,
) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut add = |kind: &str, contents: Vec<u8>| {
        let hash = integrity::hash(&contents);
        files.insert(format!("good-sport.{kind}.{}.js", integrity::short(&hash)), contents);
        hash
    };
    let mut hashes = Hashes {
        program: add("program", bundler.program(&programs.wasm)?),
        fallback: None,
        languages: BTreeMap::new(),
    };
    if let Some(fallback) = &programs.fallback {
        hashes.fallback = Some(add("fallback", bundler.fallback(fallback)?));
    }
    let shells = shell::modules()?;
    let words = words::modules()?;
    for (&tag, shell) in &shells {
        let drawn = add(&format!("shell.{tag}"), bundler.shell(shell)?);
        let words = add(&format!("words.{tag}"), words[tag].clone());
        hashes.languages.insert(tag, [drawn, words]);
    }

    files.insert("good-sport.js".to_owned(), bundler.embed(&hashes)?);
    for (&tag, shell) in &shells {
        let embed = bundler.embed_shell(&hashes, tag, shell)?;
        files.insert(format!("good-sport.{tag}.js"), embed);
        let all = bundler.embed_all(&hashes, tag, shell, &words[tag], &programs.wasm)?;
        files.insert(format!("good-sport.{tag}.one.js"), all);
    }

    for path in DESCRIPTIONS {
        files.insert(file_name(Path::new(path))?, read(&project.path(path))?);
    }
    for path in site(project)? {
        let contents = match path.extension().and_then(|it| it.to_str()) {
            Some("css" | "js") => bundler.minify(&path)?,
            _ => read(&path)?,
        };
        files.insert(file_name(&path)?, contents);
    }
    Ok(files)
}

fn site(project: &Project) -> Result<Vec<PathBuf>> {
    let [page, folder] = SITE.map(|it| project.path(it));
    let entries =
        fs::read_dir(&folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut files = vec![page];
    for entry in entries {
        let path = entry?.path();
        if path.is_file() {
            files.push(path);
        }
    }
    Ok(files)
}

fn file_name(path: &Path) -> Result<String> {
    let name = path.file_name().and_then(|it| it.to_str());
    let name = name.with_context(|| format!("{} has no name in UTF-8", path.display()))?;
    Ok(name.to_owned())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("cannot read {}", path.display()))
}
