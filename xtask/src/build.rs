//! Makes the files that a page loads, from the sources.

mod budget;
mod frame;
mod output;
mod patches;
mod reserves;
mod scripts;
mod shell;
mod site;
mod translation;
mod wasm;

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use good_sport::content::{LINTERS, REJECTIONS, WORDS};
use serde_json::to_string;
use tempfile::TempDir;

use crate::project::Project;
use crate::steps::{now, since};
pub(crate) use budget::Budget;
use output::Files;
pub(crate) use output::has_hash;
use scripts::{All, Bundler, Hashes, LinterHashes};
use translation::Translation;
use wasm::Programs;

/// The folder with the page that shows the widget, and with what else it needs.
const SITE: &str = "site";
/// What a page or a program needs to know of the widget before it is there.
const DESCRIPTIONS: [&str; 3] =
    ["embed/good-sport.css", "embed/good-sport.d.ts", "embed/custom-elements.json"];
/// The pages of the documentation that a publisher needs beside the README.
const FOR_PUBLISHERS: [&str; 2] = ["docs/embedding.md", "docs/rejection-emails.md"];

/// How much time the build takes to make the files small.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Quality {
    /// As they are published.
    Full,
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
    quality: Quality,
    into: Option<&Path>,
) -> Result<Vec<Budget>> {
    let start = now();
    // For what lies between the steps: of this build alone, since another may run meanwhile.
    let folder = TempDir::new().context("cannot make a temporary folder")?;
    let programs = wasm::compile(project, quality, folder.path())?;
    let bundler = Bundler { project, quality, folder: folder.path() };
    let mut files = make(&bundler, &programs)?;
    let mut budgets = Vec::new();
    if quality != Quality::Quick {
        output::add_integrity(&mut files)?;
        let sizes = output::compress(&mut files)?;
        budgets = budget::budgets(&sizes)?;
        let tables =
            [budget::table_of_files(&sizes), budget::table(&budgets)].map(|it| it.trim_fmt());
        println!("{}", tables.join("\n\n"));
    }
    match into {
        Some(folder) => output::write(&files, folder)?,
        None => output::replace(&files, &project.dist())?,
    }
    eprintln!("Built in {}.", since(start));
    Ok(budgets)
}

/// The files by name.
fn make(bundler: &Bundler<'_>, programs: &Programs) -> Result<Files> {
    let project = bundler.project;
    let shell = &project.shell;
    let mut files = Files::new();
    let mut names = BTreeMap::new();
    let mut add = |kind: &str, contents: Vec<u8>| {
        let hash = output::hash(&contents);
        let name = format!("good-sport.{kind}.{}.js", output::short(&hash));
        files.insert(name.clone(), contents);
        names.insert(kind.to_owned(), name);
        hash
    };
    let rejections = text_modules(REJECTIONS)?;
    let mut rules = text_modules(LINTERS)?;
    let mut read = BTreeMap::new();
    for (tag, module) in &mut rules {
        let hash = add(&format!("rejections.{tag}"), rejections[tag].clone());
        module.extend(format!(";export const rejections={}", to_string(&hash)?).into_bytes());
        read.insert(*tag, hash);
    }
    let mut linter = LinterHashes {
        linter: add("linter", bundler.linter(&programs.linter.wasm)?),
        fallback: None,
        rules: rules
            .iter()
            .map(|(tag, it)| (*tag, add(&format!("rules.{tag}"), it.clone())))
            .collect(),
        rejections: read,
    };
    if let Some(fallback) = &programs.linter.fallback {
        linter.fallback = Some(add("linter-fallback", bundler.linter_fallback(fallback)?));
    }
    let program = &programs.program;
    let mut hashes = Hashes {
        program: add("program", bundler.program(&program.wasm, &linter)?),
        fallback: None,
        languages: BTreeMap::new(),
        diagnostics: String::new(),
    };
    if let Some(fallback) = &program.fallback {
        hashes.fallback = Some(add("fallback", bundler.fallback(fallback, &linter)?));
    }
    let shells = shell::modules()?;
    let words = text_modules(WORDS)?;
    for (&tag, shell) in &shells {
        let drawn = add(&format!("shell.{tag}"), bundler.shell(shell)?);
        let words = add(&format!("words.{tag}"), words[tag].clone());
        hashes.languages.insert(tag, [drawn, words]);
    }
    hashes.diagnostics = add("diagnostics", bundler.diagnostics(&hashes.languages)?);

    files.insert("element.js".to_owned(), bundler.element(&hashes, &names)?);
    files.insert("good-sport.js".to_owned(), bundler.embed(&hashes)?);
    for (&tag, shell) in &shells {
        let embed = bundler.embed_shell(&hashes, tag, shell)?;
        files.insert(format!("good-sport.{tag}.js"), embed);
        let all = All {
            shell,
            words: &words[tag],
            rules: &rules[tag],
            rejections: &rejections[tag],
            program: &program.wasm,
            linter: &programs.linter.wasm,
        };
        let all = bundler.embed_all(&hashes, &linter, tag, &all)?;
        files.insert(format!("good-sport.{tag}.one.js"), all);
    }

    files.insert(frame::NAME.to_owned(), frame::page(bundler, &hashes)?);
    for path in DESCRIPTIONS {
        let path = project.path(path);
        files.insert(file_name(&path)?, shell.read_binary_file(&path)?);
    }
    add_site(bundler, &mut files)?;
    Ok(files)
}

/// Adds the page that shows the widget, with what else it needs.
fn add_site(bundler: &Bundler<'_>, files: &mut Files) -> Result<()> {
    let shell = &bundler.project.shell;
    let readme = shell.read_file("README.md")?;
    let known = site::known(files)?;
    let translations = shell.read_dir(translation::FOLDER)?;
    let translations = translations.iter().map(|it| Translation::read(shell, it));
    let translations = translations.collect::<Result<Vec<_>>>()?;
    for path in shell.read_dir(SITE)?.into_iter().filter(|it| it.is_file()) {
        let name = file_name(&path)?;
        if let Some("css" | "js") = path.extension().and_then(|it| it.to_str()) {
            files.insert(name, bundler.minify(&path, &known)?);
            continue;
        }
        let page = shell.read_file(&path)?;
        for it in &translations {
            let page = site::with_policy(&it.page(&page)?, &readme)?;
            files.insert(it.name(&name), page.into_bytes());
        }
        files.insert(name, site::with_policy(&page, &readme)?.into_bytes());
    }
    let pages = FOR_PUBLISHERS.map(|it| shell.read_file(it));
    let pages = pages.into_iter().collect::<Result<Vec<_>, _>>()?;
    files.insert("llms.txt".to_owned(), site::llms(&readme, &pages).into_bytes());
    Ok(())
}

/// The module of each language with a text as the library wrote it, by its tag.
fn text_modules(texts: &[(&'static str, &str)]) -> Result<BTreeMap<&'static str, Vec<u8>>> {
    // JSON's strings are strings of JavaScript too.
    let module = |text| -> Result<_> { Ok(format!("export default{}", to_string(text)?)) };
    texts.iter().map(|(tag, text)| Ok((*tag, module(*text)?.into_bytes()))).collect()
}

fn file_name(path: &Path) -> Result<String> {
    let name = path.file_name().and_then(|it| it.to_str());
    name.map(str::to_owned).with_context(|| format!("{} has no name in UTF-8", path.display()))
}
