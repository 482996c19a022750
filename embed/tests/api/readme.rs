//! The tables of the README.

use std::fmt::Write as _;

use good_sport::content::Language;
use translator::samples::Sample;

use super::table::{Api, Attribute, Event, Kind, Property, api, tokens};
use super::{generate, with_between};

const README: &str = "../README.md";
/// What is seen of the package where packages are looked for.
const NPM: &str = "../integrations/npm/README.md";

fn update(page: &str, name: &str, text: &str) {
    let marks = [format!("<!-- {name} -->\n"), format!("<!-- /{name} -->")];
    generate(page, |page| with_between(page, [&marks[0], &marks[1]], text));
}

/// A table of Markdown.
fn table<const N: usize>(head: [&str; N], rows: impl Iterator<Item = [String; N]>) -> String {
    let line = |cells: &[String]| format!("| {} |\n", cells.join(" | ").replace(" |  |", " | |"));
    let head = format!("| {} |\n|{}\n", head.join(" | "), "---|".repeat(N));
    head + &rows.map(|it| line(&it)).collect::<String>()
}

fn code(text: &str) -> String {
    format!("`{}`", text.replace('|', "\\|"))
}

fn codes(texts: &[impl AsRef<str>]) -> String {
    texts.iter().map(|it| code(it.as_ref())).collect::<Vec<_>>().join(" ")
}

fn attribute(it: &Attribute) -> [String; 4] {
    let value = match it.kind {
        Kind::Text => "text".to_owned(),
        Kind::Number => "whole number".to_owned(),
        Kind::Choice => codes(&it.allowed()),
        Kind::List => format!("any of {}", codes(&it.allowed())),
        Kind::Language => format!("language tag: {}", codes(&it.allowed())),
    };
    let default = it.default.as_deref().map(code).or(it.absent.clone());
    [code(&it.name), value, default.unwrap_or_default(), it.description.clone()]
}

/// A type, with the names of its fields or its values where it is one of ours.
fn kind(kind: &str, api: &Api) -> String {
    let fields = api.interfaces.iter().find(|it| kind.contains(&it.name));
    let fields = fields.map(|it| codes(&it.fields.iter().map(|it| &it.name).collect::<Vec<_>>()));
    let union = api.unions.iter().find(|it| kind.contains(&it.name));
    match fields.or(union.map(|it| codes(&api.values(&it.name)))) {
        Some(names) => format!("{}: {names}", code(kind)),
        None => code(kind),
    }
}

fn property(it: &Property, call: &str, api: &Api) -> [String; 3] {
    [code(&format!("{}{call}", it.name)), kind(&it.kind, api), it.description.clone()]
}

fn event(it: &Event, api: &Api) -> [String; 3] {
    let field = |name: &str, kind: &str| match api.values(kind)[..] {
        // These have a table of their own.
        [] => code(name),
        _ if kind == "GoodSportErrorCode" => code(name),
        ref values => format!("{} ({})", code(name), codes(values)),
    };
    let fields: Vec<_> = it.detail.iter().map(|it| field(&it.name, &it.kind)).collect();
    [code(&it.name), fields.join(", "), it.description.clone()]
}

#[test]
fn readmes_have_the_table_of_attributes() {
    let api = api();
    let head = ["Attribute", "Value", "Default", "Meaning"];
    let table = table(head, api.attributes.iter().map(attribute));
    for page in [README, NPM] {
        update(page, "attributes", &table);
    }
}

#[test]
fn readme_has_the_table_of_scripts() {
    let rows = api().scripts.into_iter().map(|it| [code(&it.name), it.description]);
    update(README, "scripts", &table(["Script", "Use it for"], rows));
}

#[test]
fn readme_has_the_table_of_languages() {
    let rows = Language::bundled().map(|it| {
        let sample = Sample::of(it);
        [it.name.to_string(), code(&it.tag), sample.reply.clone(), sample.readers.clone()]
    });
    let head = ["Language", "Tag", "A reply to a rejection is", "Read by"];
    update(README, "languages", &table(head, rows));
}

#[test]
fn readme_has_the_table_of_members() {
    let api = api();
    let properties = api.properties.iter().map(|it| property(it, "", &api));
    let methods = api.methods.iter().map(|it| property(it, "()", &api));
    update(README, "members", &table(["Name", "Type", "Meaning"], properties.chain(methods)));
}

#[test]
fn readme_has_the_tables_of_events_and_error_codes() {
    let api = api();
    let events = api.events.iter().map(|it| event(it, &api));
    update(README, "events", &table(["Event", "`detail`", "Meaning"], events));
    let codes = api.unions.iter().find(|it| it.name == "GoodSportErrorCode").unwrap();
    let rows = codes.values.iter().map(|it| [code(&it.name), it.description.clone()]);
    update(README, "codes", &table(["`code`", "Meaning"], rows));
}

#[test]
fn readme_has_the_custom_properties_and_parts() {
    let rows =
        tokens().into_iter().map(|it| [code(&it.name), it.default_text(code), it.description]);
    update(README, "tokens", &table(["Custom property", "Default", "Meaning"], rows));
    let mut parts = String::from("The parts are");
    let mut width = parts.len();
    for it in api().parts {
        let part = code(&it.name);
        let gap = if width + part.len() > 100 { '\n' } else { ' ' };
        width = if gap == '\n' { part.len() } else { width + part.len() + 1 };
        let _ = write!(parts, "{gap}{part}");
    }
    update(README, "parts", &format!("{parts}.\n"));
}
