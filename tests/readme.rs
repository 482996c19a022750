//! The tables of the README say what the sources say. `UPDATE=1 cargo test --test readme` writes them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::Section;
use serde_json::Value;

/// The text between `<!-- name -->` and `<!-- /name -->`.
fn between<'a>(text: &'a str, name: &str) -> &'a str {
    let (_, rest) = text.split_once(&format!("<!-- {name} -->\n")).unwrap();
    rest.split_once(&format!("<!-- /{name} -->")).unwrap().0
}

fn code(names: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    names.into_iter().map(|it| format!("`{}`", it.as_ref())).collect::<Vec<_>>().join(" ")
}

/// The value of an attribute, as its row in the README says it.
fn row<'a>(readme: &'a str, attribute: &str) -> &'a str {
    let start = format!("| `{attribute}` | ");
    let row = between(readme, "attributes").lines().find(|line| line.starts_with(&start)).unwrap();
    row.split(" | ").nth(1).unwrap()
}

/// The values that the snippet builder of the demonstration page offers for an attribute.
fn offered(attribute: &str) -> Vec<String> {
    let page = fs::read_to_string("index.html").unwrap();
    let values = |text: &str| {
        let values =
            text.split(" value=\"").skip(1).map(|it| it.split('"').next().unwrap().to_owned());
        values.collect::<Vec<_>>()
    };
    if let Some((_, rest)) = page.split_once(&format!("<select id=\"{attribute}\"")) {
        return values(rest.split_once("</select>").unwrap().0);
    }
    let radio = format!("type=\"radio\" name=\"{attribute}\"");
    page.split(&radio).skip(1).flat_map(|it| values(it.split_once('>').unwrap().0)).collect()
}

/// The entries of a list in the script of the tag.
fn listed(script: &str, name: &str) -> Vec<String> {
    let (_, list) = script.split_once(&format!("const {name} = [")).unwrap();
    let list = list.split_once(']').unwrap().0;
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_attribute_has_its_row_with_all_its_values() {
    let readme = fs::read_to_string("README.md").unwrap();
    let script = fs::read_to_string("embed/js/loader/attributes.js").unwrap();
    let english = Language::decode(WORDS[0].1).unwrap();
    let attributes = listed(&script, "ATTRIBUTES");
    let rows = between(&readme, "attributes").lines().skip(2);
    let rows: Vec<_> = rows.map(|row| row.split('`').nth(1).unwrap().to_owned()).collect();
    assert_eq!(rows, attributes);
    for field in [Field::Situation, Field::Tone, Field::Length] {
        assert_eq!(row(&readme, field.name()), code(english.allowed(field)));
        assert_eq!(offered(field.name()), english.allowed(field), "in the snippet builder");
    }
    let sections = code(Section::ALL.map(Section::name));
    assert!(row(&readme, "hide").starts_with(&sections), "{sections}");
    let languages = code(WORDS.iter().map(|(tag, _)| tag));
    // The first is none: the page's own.
    assert_eq!(offered("lang")[1..], WORDS.iter().map(|(tag, _)| *tag).collect::<Vec<_>>());
    assert!(row(&readme, "lang").ends_with(&languages), "{languages}");
}

#[test]
fn every_property_has_its_row() {
    let tokens = fs::read_to_string("styles/tokens.css").unwrap();
    let mut table = String::from("| Property | What | Default |\n|---|---|---|\n");
    let mut comment = "";
    for line in tokens.lines().map(str::trim) {
        if let Some(text) = line.strip_prefix("/* ") {
            comment = text.trim_end_matches(". */");
        } else if let Some((_, token)) = line.split_once("var(--good-sport-") {
            let (name, default) = token.trim_end_matches(");").split_once(", ").unwrap();
            // One is worked out from another.
            let default = match default.split_once("(from ") {
                Some(_) => "black or white, whichever is read better on the accent".to_owned(),
                None => format!("`{default}`"),
            };
            let _ = writeln!(table, "| `--good-sport-{name}` | {comment} | {default} |");
        }
    }
    let readme = fs::read_to_string("README.md").unwrap();
    let old = between(&readme, "tokens");
    if env::var_os("UPDATE").is_some() {
        fs::write("README.md", readme.replace(old, &table)).unwrap();
    } else {
        assert_eq!(old, table);
    }
}

/// The parts that the README names.
fn parts(readme: &str) -> BTreeSet<String> {
    let (_, list) = readme.split_once("The parts are ").unwrap();
    let list = list.split_once("\n\n").unwrap().0;
    list.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn every_part_is_named_in_the_readme_and_drawn_by_a_view() {
    let readme = fs::read_to_string("README.md").unwrap();
    let named = parts(&readme);
    let mut drawn = BTreeSet::from(["heading".to_owned()]);
    for file in ["", "/checklist", "/actions", "/form", "/letter", "/linter"] {
        let view = fs::read_to_string(format!("src/view{file}.rs")).unwrap();
        for part in view.split("part=\"").skip(1) {
            drawn.extend(part.split('"').next().unwrap().split(' ').map(str::to_owned));
        }
    }
    assert_eq!(named, drawn);
}

/// What the element has for its tag's script and for the browser, and no page needs.
const INTERNAL: [&str; 7] = [
    "constructor",
    "removeAttribute",
    "isTouched",
    "connectedCallback",
    "adoptedCallback",
    "disconnectedCallback",
    "attributeChangedCallback",
];

/// The names of a list of the manifest.
fn in_manifest(element: &Value, list: &str) -> BTreeSet<String> {
    let entries = element[list].as_array().unwrap();
    entries.iter().map(|it| it["name"].as_str().unwrap().to_owned()).collect()
}

/// The members of a class of a script that others may use.
fn members(script: &str) -> BTreeSet<String> {
    let lines = script.lines().filter_map(|line| line.strip_prefix("  ")?.strip_suffix(") {"));
    let names = lines.filter_map(|line| {
        let name = ["get ", "set ", "async "].iter().find_map(|it| line.strip_prefix(it));
        let (name, _) = name.unwrap_or(line).split_once('(')?;
        let is_name = name.bytes().all(|it| it.is_ascii_alphabetic());
        (is_name && !["if", "for", "while", "switch"].contains(&name)).then(|| name.to_owned())
    });
    names.filter(|it| !INTERNAL.contains(&it.as_str())).collect()
}

/// The members of an interface of the types.
fn declared(types: &str, interface: &str) -> BTreeSet<String> {
    let (_, rest) = types.split_once(&format!("interface {interface} ")).unwrap();
    let (_, rest) = rest.split_once("{\n").unwrap();
    let lines = rest.lines().take_while(|it| !it.trim_start().starts_with('}'));
    let names = lines.filter_map(|line| {
        let line = line.trim_start().trim_start_matches("readonly ").trim_start_matches('"');
        let name = line.split(['(', ':', '"']).next()?;
        let is_name = name.bytes().all(|it| it.is_ascii_alphabetic() || it == b'-');
        (is_name && !name.is_empty()).then(|| name.to_owned())
    });
    names.collect()
}

/// The names in the first column of a table of the README, from this row on.
fn column(readme: &str, first: &str) -> BTreeSet<String> {
    let rows = readme.lines().skip_while(|it| !it.starts_with(&format!("| `{first}")));
    let rows = rows.take_while(|it| it.starts_with("| `"));
    rows.map(|it| it.split('`').nth(1).unwrap().trim_end_matches("()").to_owned()).collect()
}

/// The events that are named in a source, whole or without what all have in common.
fn told(source: &str) -> BTreeSet<String> {
    let starts = source.split("\"good-sport-").skip(1);
    starts.map(|it| format!("good-sport-{}", it.split('"').next().unwrap())).collect()
}

#[test]
fn the_manifest_the_types_and_the_readme_name_what_the_element_has() {
    let read = |file: &str| fs::read_to_string(file).unwrap();
    let (readme, types) = (read("README.md"), read("embed/good-sport.d.ts"));
    let manifest: Value = serde_json::from_str(&read("embed/custom-elements.json")).unwrap();
    let element = &manifest["modules"][0]["declarations"][0];

    let attributes: BTreeSet<_> =
        listed(&read("embed/js/loader/attributes.js"), "ATTRIBUTES").into_iter().collect();
    assert_eq!(in_manifest(element, "attributes"), attributes);

    let members = members(&read("embed/js/loader/element.js"));
    assert_eq!(in_manifest(element, "members"), members);
    assert_eq!(declared(&types, "GoodSportElement extends HTMLElement"), members);
    assert_eq!(column(&readme, "ready`"), members);

    let sources = read("embed/js/loader/element.js")
        + &read("embed/js/shell/session.js")
        + &read("embed/src/host.rs");
    let events = told(&sources);
    assert_eq!(in_manifest(element, "events"), events);
    assert_eq!(declared(&types, "GlobalEventHandlersEventMap"), events);
    assert_eq!(column(&readme, "good-sport-ready`"), events);

    let details: BTreeSet<_> = Field::DETAILS.iter().map(|it| it.name().to_owned()).collect();
    assert_eq!(declared(&types, "GoodSportDetails"), details);

    let (tokens, _) = readme.split_once("<!-- /tokens -->").unwrap();
    let properties = tokens.split("| `--good-sport-").skip(1);
    let properties: BTreeSet<_> =
        properties.map(|it| format!("--good-sport-{}", it.split('`').next().unwrap())).collect();
    assert_eq!(in_manifest(element, "cssProperties"), properties);
    assert_eq!(in_manifest(element, "cssParts"), parts(&readme));
}

#[test]
fn the_types_export_nothing_that_a_script_could_miss() {
    let types = fs::read_to_string("embed/good-sport.d.ts").unwrap();
    for line in types.lines().filter(|it| it.starts_with("export")) {
        let is_type = ["export interface ", "export type "].iter().any(|it| line.starts_with(it));
        assert!(is_type, "{line}");
    }
}
