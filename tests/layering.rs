//! Layering rules: which module may mention which, that none use each other in a circle, and that
//! each says what it is for.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Every source file below a folder with this ending.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(path.to_str().unwrap(), ending));
        } else if path.extension().is_some_and(|it| it == ending) {
            found.push(path);
        }
    }
    found
}

/// The code of a file: its lines without comments.
fn code(path: &Path) -> String {
    let source = fs::read_to_string(path).unwrap();
    let lines = source.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.fold(String::new(), |code, line| code + line + "\n")
}

/// The files of a layer: `src/layer.rs` and all in `src/layer`.
fn part(name: &str) -> Vec<PathBuf> {
    let mut part = vec![PathBuf::from(format!("src/{name}.rs"))];
    let folder = format!("src/{name}");
    if Path::new(&folder).is_dir() {
        part.extend(files(&folder, "rs"));
    }
    part
}

fn check(name: &str, never: &[&str]) {
    for path in part(name) {
        let code = code(&path);
        for word in never {
            let mentions = code.match_indices(word).any(|(at, _)| {
                let outside =
                    |it: Option<char>| it.is_none_or(|it| !it.is_alphanumeric() && it != '_');
                outside(code[..at].chars().last())
                    && outside(code[at + word.len()..].chars().next())
            });
            assert!(!mentions, "{} mentions {word}", path.display());
        }
    }
}

const PLATFORM: [&str; 7] = [
    "yew",
    "web_sys",
    "js_sys",
    "gloo_events",
    "gloo_timers",
    "wasm_bindgen",
    "wasm_bindgen_futures",
];

#[test]
fn content_stands_alone() {
    check("content", &PLATFORM);
    check("content", &["crate::model", "crate::view", "crate::effects", "crate::component"]);
}

#[test]
fn model_is_pure() {
    check("model", &PLATFORM);
    check("model", &["crate::view", "crate::effects", "crate::component"]);
    check(
        "model",
        &["std::time", "std::env", "std::fs", "std::thread", "panic", "unwrap", "expect"],
    );
}

#[test]
fn view_only_draws() {
    check("view", &["js_sys", "gloo_timers", "wasm_bindgen"]);
    check("view", &["window", "document", "crate::effects", "crate::component"]);
}

#[test]
fn only_effects_reach_for_the_page() {
    check("effects", &["yew", "crate::view", "crate::component"]);
    check("component", &["js_sys", "gloo_timers", "wasm_bindgen", "window", "document"]);
}

#[test]
fn the_library_knows_nothing_of_the_custom_element() {
    for path in files("src", "rs") {
        let code = code(&path);
        for word in ["good_sport_embed", "shell", "integrity"] {
            assert!(!code.contains(word), "{} mentions {word}", path.display());
        }
    }
    for path in files("embed/src", "rs") {
        let code = code(&path);
        for word in ["window", "document", "good_sport::view"] {
            assert!(!code.contains(word), "{} mentions {word}", path.display());
        }
    }
}

#[test]
fn no_word_for_visitors_stands_in_the_code() {
    let files = files("src/view", "rs").into_iter().chain(["src/view.rs".into()]);
    for path in files.filter(|it| !it.ends_with("tests.rs")) {
        for (number, line) in code(&path).lines().enumerate() {
            let text = line.split('"').skip(1).step_by(2);
            for words in text.filter(|it| it.contains(' ') || it.starts_with(char::is_uppercase)) {
                // Classes, parts, drawings and what a link asks of a browser are not words to read.
                let named = line.contains("class=")
                    || line.contains("part=")
                    || line.contains("svg")
                    || line.contains("rel=");
                let blank = words.trim().is_empty();
                assert!(named || blank, "{}:{}: {words:?}", path.display(), number + 1);
            }
        }
    }
}

#[test]
fn every_module_says_what_it_is_for() {
    for path in ["src", "embed", "tests", "benches/src", "xtask/src"]
        .into_iter()
        .flat_map(|it| files(it, "rs"))
    {
        let source = fs::read_to_string(&path).unwrap();
        let first = source.lines().find(|line| !line.starts_with("#!")).unwrap_or_default();
        assert!(
            first.starts_with("//! ") && first.len() > 12,
            "{} begins with {first:?}",
            path.display()
        );
    }
}

#[test]
fn no_module_has_a_catch_all_name() {
    for path in [
        "src",
        "embed/src",
        "benches/src",
        "tests/trainer/src",
        "tests/translator/src",
        "xtask/src",
    ]
    .into_iter()
    .flat_map(|it| files(it, "rs"))
    {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let bags =
            ["utils", "util", "helpers", "helper", "common", "misc", "types", "constants", "mod"];
        assert!(!bags.contains(&name), "{}", path.display());
    }
}

/// The modules of a package by their paths, each with its code; the crate root has an empty path.
fn modules(folder: &str) -> BTreeMap<Vec<String>, String> {
    let modules = files(folder, "rs").into_iter().map(|file| {
        let path = file.strip_prefix(folder).unwrap().with_extension("");
        let path = path.iter().map(|it| it.to_str().unwrap().to_owned()).collect::<Vec<_>>();
        let is_root = path == ["lib"] || path == ["main"];
        (if is_root { Vec::new() } else { path }, code(&file))
    });
    modules.collect()
}

/// The paths in a piece of code that begins with one, its braces expanded: `a::{b, c::d}` is two.
fn expanded(code: &str) -> Vec<Vec<String>> {
    fn read(code: &mut &str, before: &[String], found: &mut Vec<Vec<String>>) {
        let mut path = before.to_vec();
        loop {
            *code = code.trim_start();
            let end = code.find(|it: char| !it.is_alphanumeric() && it != '_');
            let (name, rest) = code.split_at(end.unwrap_or(code.len()));
            path.extend((!name.is_empty()).then(|| name.to_owned()));
            *code = rest;
            if let Some(rest) = code.strip_prefix("::") {
                *code = rest;
            } else if code.starts_with('{') {
                while let Some(rest) = code.strip_prefix(['{', ',']) {
                    *code = rest;
                    read(code, &path, found);
                    *code = code.trim_start();
                }
                *code = code.strip_prefix('}').unwrap_or(code);
                return;
            } else {
                found.push(path);
                return;
            }
        }
    }
    let mut found = Vec::new();
    read(&mut &*code, &[], &mut found);
    found
}

/// The paths in the code of a module that begin with `crate` or `super`, from the crate root.
fn used(module: &[String], code: &str) -> Vec<Vec<String>> {
    let mut used = Vec::new();
    for start in ["crate::", "super::"] {
        let found = code.match_indices(start).filter(|(at, _)| {
            !code[..*at].ends_with(|it: char| it.is_alphanumeric() || it == ':' || it == '$')
        });
        for path in found.flat_map(|(at, _)| expanded(&code[at..])) {
            let ups = path.iter().take_while(|it| *it == "super").count();
            let from = if ups == 0 { &[][..] } else { &module[..module.len() - ups] };
            used.push([from, &path[ups.max(1)..]].concat());
        }
    }
    used
}

/// Which of the modules beside each other uses which, in order of their folder. A module stands for
/// all that is in it. What a folder's own module re-exports belongs to the module that declares it.
fn dependencies(
    modules: &BTreeMap<Vec<String>, String>,
) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    let mut dependencies: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for (module, code) in modules {
        for mut path in used(module, code) {
            let shared = module.iter().zip(&path).take_while(|(one, other)| one == other).count();
            if shared == module.len() || shared == path.len() {
                continue;
            }
            if !modules.contains_key(&path[..=shared]) {
                let reexports = modules[&path[..shared]].split("use ").skip(1).flat_map(expanded);
                let found = reexports.into_iter().find(|it| it.last() == Some(&path[shared]));
                let Some(found) = found else { continue };
                path.splice(shared.., found);
            }
            if path[..=shared] != module[..=shared] && modules.contains_key(&path[..=shared]) {
                let uses = dependencies.entry(module[..=shared].to_vec()).or_default();
                uses.insert(path[..=shared].to_vec());
            }
        }
    }
    dependencies
}

/// Dependencies without the modules that are in no circle.
fn circles(
    mut left: BTreeMap<Vec<String>, BTreeSet<Vec<String>>>,
) -> BTreeMap<Vec<String>, BTreeSet<Vec<String>>> {
    loop {
        let used: BTreeSet<_> = left.values().flatten().cloned().collect();
        let users: BTreeSet<_> = left.keys().cloned().collect();
        let count = left.values().map(BTreeSet::len).sum::<usize>();
        left.retain(|module, _| used.contains(module));
        for uses in left.values_mut() {
            uses.retain(|it| users.contains(it));
        }
        left.retain(|_, uses| !uses.is_empty());
        if left.values().map(BTreeSet::len).sum::<usize>() == count {
            return left;
        }
    }
}

#[test]
fn no_modules_use_each_other_in_a_circle() {
    let mut found = Vec::new();
    for folder in [
        "src",
        "embed/src",
        "xtask/src",
        "tests/trainer/src",
        "tests/translator/src",
        "benches/src",
    ] {
        for (module, uses) in circles(dependencies(&modules(folder))) {
            let uses = uses.iter().map(|it| it.join("::")).collect::<Vec<_>>().join(", ");
            found.push(format!("{folder}: {} uses {uses}", module.join("::")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_circle_is_found_through_folders_and_reexports() {
    let modules = |sources: &[(&str, &str)]| {
        let path = |it: &str| it.split_terminator("::").map(str::to_owned).collect::<Vec<_>>();
        sources.iter().map(|(module, code)| (path(module), (*code).to_owned())).collect()
    };
    let found = dependencies(&modules(&[
        ("", "mod model;\nmod view;"),
        ("model", "mod letter;\nmod text;\npub use text::{Limit, tidy};"),
        ("model::letter", "use super::{super::view, text::tidy};"),
        ("model::text", "fn length(letter: &crate::model::letter::Letter) {}"),
        ("view", "use crate::model::{Limit, State};"),
        ("view::form", "use super::super::model::Limit;"),
    ]));
    let names = found.iter().map(|(module, uses)| {
        (module.join("::"), uses.iter().map(|it| it.join("::")).collect::<Vec<_>>().join(" "))
    });
    let expected = [
        ("model", "view"),
        ("model::letter", "model::text"),
        ("model::text", "model::letter"),
        ("view", "model"),
    ];
    assert_eq!(names.collect::<Vec<_>>(), expected.map(|(a, b)| (a.into(), b.into())));
    assert_eq!(circles(found.clone()), found);
    let none = dependencies(&modules(&[
        ("", "mod letter;\nmod state;\nmod text;"),
        ("letter", "use crate::text;"),
        ("state", "use crate::{letter::Letter, text};"),
        ("text", "use crate::text::Limit;"),
    ]));
    assert_eq!((none.len(), circles(none).len()), (2, 0));
}
