//! The table of the public API against the program and the scripts.

use std::collections::BTreeSet;
use std::fs;

use good_sport::content::Field;

use super::table::{Kind, Named, api, tokens};

/// The files of a folder, and the file beside it, as one text.
fn read_all(folder: &str) -> String {
    let files =
        fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).filter(|it| it.is_file());
    let texts = files.map(|it| fs::read_to_string(it).unwrap());
    texts.collect::<String>() + &fs::read_to_string(format!("{folder}.rs")).unwrap()
}

fn names(named: &[Named]) -> BTreeSet<String> {
    named.iter().map(|it| it.name.clone()).collect()
}

#[test]
fn model_knows_the_attributes_and_their_defaults() {
    for it in api().attributes {
        let values = it.allowed();
        let is_free = matches!(it.kind, Kind::Text | Kind::Number);
        assert_eq!(values.is_empty(), is_free, "{}", it.name);
        assert!(!is_free || it.changes_the_state("7"), "the model does not know {}", it.name);
        let wrong = values.iter().find(|value| it.warned_of(value).is_some());
        assert_eq!(wrong, None, "{}", it.name);
        let default = it.default.as_ref();
        assert_eq!(default.is_some(), it.kind == Kind::Choice, "{}", it.name);
        assert!(default.is_none_or(|it| values.contains(it)), "{}", it.name);
        if ["tone", "length"].contains(&it.name.as_str()) {
            assert_eq!(default, values.first(), "{}", it.name);
        }
    }
}

#[test]
fn component_has_the_attributes_as_properties() {
    let component = fs::read_to_string("../src/component/good_sport.rs").unwrap();
    let pairs = component.split("\", &self.").map(|it| it.rsplit('"').next().unwrap().to_owned());
    let mut found: BTreeSet<_> = pairs.collect();
    // Behind the last one.
    found.retain(|it| !it.contains('\n'));
    // What only a script and its page have.
    found.extend(["loading", "prefill"].map(str::to_owned));
    assert_eq!(found, api().attributes.into_iter().map(|it| it.name).collect());
}

#[test]
fn details_has_the_fields_of_the_model() {
    let details = api().interfaces.into_iter().find(|it| it.name == "GoodSportDetails").unwrap();
    let fields: Vec<_> = details.fields.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(fields, Field::DETAILS.map(Field::name));
}

#[test]
fn defaults_of_custom_properties_are_the_same_wherever_they_are_repeated() {
    let default = |name: &str| {
        let token = tokens().into_iter().find(|it| it.name == format!("--good-sport-{name}"));
        token.unwrap().default.unwrap()
    };
    let check = |file: &str, text: &str| {
        assert!(fs::read_to_string(file).unwrap().contains(text), "{file} lacks {text}");
    };
    check("../styles/base.css", &format!("minmax(0, {})", default("max-width")));
}

#[test]
fn views_have_the_parts() {
    let view = read_all("../src/view");
    let drawn =
        view.split("part=\"").skip(1).flat_map(|it| it.split('"').next().unwrap().split(' '));
    // The element of a heading depends on its level.
    let drawn = drawn.chain(["heading"]).map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(drawn, names(&api().parts));
}

/// Members for the tag's script and for the browser, which no page needs.
const INTERNAL: [&str; 7] = [
    "constructor",
    "removeAttribute",
    "isTouched",
    "connectedCallback",
    "adoptedCallback",
    "disconnectedCallback",
    "attributeChangedCallback",
];

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

#[test]
fn element_has_the_properties_and_methods() {
    let api = api();
    let named = api.properties.iter().chain(&api.methods).map(|it| it.name.clone());
    let element = fs::read_to_string("js/loader/element.js").unwrap();
    assert_eq!(members(&element), named.collect::<BTreeSet<_>>());
}

#[test]
fn sources_dispatch_the_events() {
    let files = ["js/loader/readiness.js", "src/host.rs"];
    let sources: String = files.map(|it| fs::read_to_string(it).unwrap()).concat();
    // Modules have such names, too.
    let sources = sources.replace("import(\"", "").replace(" from \"", "");
    let told = sources.split("\"good-sport-").skip(1);
    let told = told.map(|it| format!("good-sport-{}", it.split('"').next().unwrap()));
    let events = api().events.into_iter().map(|it| it.name);
    assert_eq!(told.collect::<BTreeSet<_>>(), events.collect::<BTreeSet<_>>());
}
