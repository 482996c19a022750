//! The walls of the house: which part may mention which, and that every module says what it is for.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

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

const PLATFORM: [&str; 5] = ["yew", "web_sys", "js_sys", "gloo_timers", "wasm_bindgen"];

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
    for path in files("src/view", "rs").into_iter().chain(["src/view.rs".into()]) {
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
fn no_file_is_a_bag() {
    for path in
        ["src", "embed/src", "benches/src", "xtask/src"].into_iter().flat_map(|it| files(it, "rs"))
    {
        let name = path.file_stem().unwrap().to_str().unwrap();
        let bags =
            ["utils", "util", "helpers", "helper", "common", "misc", "types", "constants", "mod"];
        assert!(!bags.contains(&name), "{}", path.display());
    }
}
