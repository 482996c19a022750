//! The tables of the README say what the sources say. `UPDATE=1 cargo test --test readme` writes them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::{env, fs};

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::Section;

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
    let page = fs::read_to_string("demo/index.html").unwrap();
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
    let script = fs::read_to_string("src/embed/attributes.js").unwrap();
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

#[test]
fn every_part_is_named_in_the_readme_and_drawn_by_a_view() {
    let readme = fs::read_to_string("README.md").unwrap();
    let (_, list) = readme.split_once("The parts are ").unwrap();
    let list = list.split_once("\n\n").unwrap().0;
    let named: BTreeSet<_> = list.split('`').skip(1).step_by(2).map(str::to_owned).collect();
    let mut drawn = BTreeSet::from(["heading".to_owned()]);
    for file in ["", "/checklist", "/delivery", "/form", "/letter", "/review"] {
        let view = fs::read_to_string(format!("src/view{file}.rs")).unwrap();
        for part in view.split("part=\"").skip(1) {
            drawn.extend(part.split('"').next().unwrap().split(' ').map(str::to_owned));
        }
    }
    assert_eq!(named, drawn);
}

#[test]
fn the_manifest_and_the_types_name_what_the_script_has() {
    let attributes = fs::read_to_string("src/embed/attributes.js").unwrap();
    let element = fs::read_to_string("src/embed/element.js").unwrap();
    let manifest = fs::read_to_string("src/custom-elements.json").unwrap();
    let types = fs::read_to_string("src/good-sport.d.ts").unwrap();
    for name in listed(&attributes, "ATTRIBUTES") {
        assert!(manifest.contains(&format!("{{\n              \"name\": \"{name}\"")), "{name}");
    }
    for member in ["ready", "details", "letter", "copy", "reset"] {
        let declared = [format!("  get {member}("), format!(" {member}():")];
        let readonly = format!(" readonly {member}:");
        let is_typed = types.contains(&readonly) || declared.iter().any(|it| types.contains(it));
        let defined = ["  get ", "  async ", "  "].map(|before| format!("\n{before}{member}() {{"));
        assert!(defined.iter().any(|it| element.contains(it)), "{member}");
        assert!(manifest.contains(&format!("\"name\": \"{member}\"")), "{member}");
        assert!(is_typed, "{member}");
    }
    let session = fs::read_to_string("src/session.js").unwrap();
    let sources = element + &session + &fs::read_to_string("src/browser/events.rs").unwrap();
    for event in ["ready", "copy", "send", "remind", "check", "error"] {
        let event = format!("\"good-sport-{event}\"");
        assert!([&sources, &manifest, &types].iter().all(|it| it.contains(&event)), "{event}");
    }
}
