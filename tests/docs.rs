//! The documentation names what exists: its links, and the files and tests that it mentions.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// All pages of the documentation.
fn pages() -> Vec<PathBuf> {
    let docs = fs::read_dir("docs").unwrap().map(|it| it.unwrap().path());
    let top = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"].map(PathBuf::from);
    top.into_iter().chain(docs).collect()
}

/// The lines of a page that are not within a block of code.
fn prose(page: &Path) -> String {
    let text = fs::read_to_string(page).unwrap();
    text.split("```").step_by(2).collect()
}

/// The anchors of the headings of a page, as GitHub makes them.
fn anchors(page: &Path) -> BTreeSet<String> {
    let prose = prose(page);
    let headings = prose.lines().filter_map(|it| it.trim_start_matches('#').strip_prefix(' '));
    let anchor = |heading: &str| {
        let kept = |it: &char| it.is_alphanumeric() || matches!(it, ' ' | '-' | '_');
        heading.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-")
    };
    headings.map(anchor).collect()
}

#[test]
fn every_relative_link_leads_to_a_file_and_a_heading() {
    for page in pages() {
        let prose = prose(&page);
        let links = prose.split("](").skip(1).map(|it| it.split(')').next().unwrap());
        for link in links.filter(|it| !it.contains("://")) {
            let (path, anchor) = link.split_once('#').unwrap_or((link, ""));
            let target = match path {
                "" => page.clone(),
                path => page.parent().unwrap().join(path),
            };
            assert!(target.exists(), "{} links to {link}", page.display());
            let is_there = anchor.is_empty() || anchors(&target).contains(anchor);
            assert!(is_there, "{} links to {link}, which has no such heading", page.display());
        }
    }
}

/// The texts in backquotes in a page.
fn quoted(page: &Path) -> Vec<String> {
    prose(page).split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The folders of sources, whose files the documentation may name.
const SOURCES: [&str; 7] =
    ["src/", "embed/", "styles/", "tests/", "benches/", "xtask/src/", "docs/"];

#[test]
fn every_file_that_is_named_exists() {
    for page in pages() {
        for name in quoted(&page) {
            let is_path = SOURCES.iter().any(|it| name.starts_with(it)) && !name.contains('*');
            assert!(!is_path || Path::new(&name).exists(), "{} names {name}", page.display());
        }
    }
}

/// All Rust files below a folder, as one text.
fn sources(folder: &str) -> String {
    let read = |path: PathBuf| match path.extension() {
        _ if path.is_dir() => sources(path.to_str().unwrap()),
        Some(it) if it == "rs" => fs::read_to_string(path).unwrap(),
        _ => String::new(),
    };
    fs::read_dir(folder).unwrap().map(|it| read(it.unwrap().path())).collect()
}

#[test]
fn every_test_that_is_named_exists() {
    let tests = sources("tests") + &sources("embed/tests");
    for page in pages() {
        // Only the names of tests are so long.
        let is_test = |it: &&String| {
            it.matches('_').count() > 2
                && it.bytes().all(|it| it == b'_' || it.is_ascii_lowercase())
        };
        for name in quoted(&page).iter().filter(is_test) {
            let is_there = tests.contains(&format!("fn {name}("));
            assert!(is_there, "{} names the test {name}", page.display());
        }
    }
}

#[test]
fn the_policy_in_the_readme_is_one_of_those_that_are_tested() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (_, policy) = readme.split_once("```text\ndefault-src").unwrap();
    let policy = policy.split_once("\n```").unwrap().0.replace('\n', " ");
    let tested = fs::read_to_string("docs/security.md").unwrap();
    assert!(tested.contains(&format!("`default-src{policy}`")), "{policy}");
}

#[test]
fn builder_gives_the_documented_script_for_frames() {
    let docs = fs::read_to_string("docs/embedding.md").unwrap();
    let snippet = docs.split("<!-- frame -->\n```html\n").nth(1).unwrap();
    let script = snippet.split_inclusive("</script>").next().unwrap();
    let builder = fs::read_to_string("site/js/tags.js").unwrap();
    assert!(builder.contains(script), "site/js/tags.js has another script than {script}");
}
