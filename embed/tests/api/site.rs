//! What the snippet builder offers, `api.json`: the table of the public API, the words that the form has for
//! values, and the systems that send rejection emails.

use std::{env, fs};

use good_sport::content::{Field, Group};
use serde::Deserialize;
use serde_json::{Value, json};

use super::table::{Attribute, Kind, Named, api, english, tokens};
use super::{generate, with_between};

const PATH: &str = "api.json";
const MAIL: &str = "../docs/rejection-emails.md";

/// The content of `mail.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Mail {
    systems: Vec<System>,
    texts: Vec<Around>,
}

/// An applicant tracking system.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct System {
    name: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    person: String,
    note: String,
    #[serde(default)]
    source: String,
}

/// The text around the link in a language.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Around {
    lang: String,
    text: String,
}

fn mail() -> Mail {
    toml::from_str(&fs::read_to_string("mail.toml").unwrap()).unwrap()
}

/// A value of an attribute, with the group of which it excludes the others, if it is in one, and with
/// the words for it: those of the widget's own form, else those of the table.
fn value(attribute: &Attribute, name: &str) -> Value {
    let language = english();
    let is_of = |field: Field| attribute.name == field.name();
    let fact = language.facts.iter().find(|it| is_of(Field::Situation) && it.id == *name);
    let tone = language.tones.iter().find(|it| is_of(Field::Tone) && it.id == *name);
    let length = language.lengths.iter().find(|it| is_of(Field::Length) && it.id == *name);
    let tag = language.all.iter().find(|it| attribute.kind == Kind::Language && it.0 == *name);
    let table = attribute.values.iter().find(|it| it.name == name);
    let label = [
        fact.map(|it| it.label.to_string()),
        tone.map(|it| it.label.to_string()),
        length.map(|it| it.label.to_string()),
        tag.map(|it| it.1.to_string()),
        table.map(|it| it.description.clone()),
    ];
    let label = label.into_iter().flatten().next().unwrap_or_default();
    let group = fact.filter(|it| it.group != Group::Also).map_or("", |it| it.group.name());
    json!({ "name": name, "label": label, "group": group })
}

fn attribute(it: &Attribute) -> Value {
    json!({
        "name": it.name,
        "about": it.about,
        "kind": it.kind.name(),
        "default": it.default.clone().unwrap_or_default(),
        "absent": it.absent.clone().unwrap_or_default(),
        "description": it.description,
        "values": it.allowed().iter().map(|name| value(it, name)).collect::<Vec<_>>(),
    })
}

fn named(it: &Named) -> Value {
    json!({ "name": it.name, "description": it.description })
}

/// The rules that reserve the height of the element, as the documentation has them.
fn reserve() -> String {
    let page = fs::read_to_string("../docs/embedding.md").unwrap();
    let (_, rest) = page.split_once("## Reserved height").unwrap();
    rest.split("```css\n").nth(1).unwrap().split("\n```").next().unwrap().to_owned()
}

fn offers() -> Value {
    let api = api();
    let mail = mail();
    let tokens = tokens().into_iter().map(|it| {
        json!({
            "name": it.name,
            "default": it.default.unwrap_or_default(),
            "description": it.description,
        })
    });
    let events = api.events.iter();
    let events = events.map(|it| json!({ "name": it.name, "description": it.description }));
    json!({
        "attributes": api.attributes.iter().map(attribute).collect::<Vec<_>>(),
        "scripts": api.scripts.iter().map(named).collect::<Vec<_>>(),
        "tokens": tokens.collect::<Vec<_>>(),
        "events": events.collect::<Vec<_>>(),
        "reserve": reserve(),
        "systems": mail.systems.iter().map(|it| json!({
            "name": it.name, "role": it.role, "person": it.person, "note": it.note,
        })).collect::<Vec<_>>(),
        "texts": mail.texts.iter().map(|it| json!({ "lang": it.lang, "text": it.text }))
            .collect::<Vec<_>>(),
    })
}

#[test]
fn builder_offers_the_api() {
    let new = offers();
    if env::var_os("UPDATE").is_some() {
        fs::write(PATH, serde_json::to_string_pretty(&new).unwrap() + "\n").unwrap();
    }
    // Not the text: in which order the keys are written depends on what else Cargo builds.
    let old: Value = serde_json::from_str(&fs::read_to_string(PATH).unwrap()).unwrap();
    assert!(old == new, "{PATH} is not what api.toml and mail.toml say; UPDATE=1 writes it");
}

#[test]
fn values_with_words_of_the_table_are_those_of_the_model() {
    for it in api().attributes.iter().filter(|it| !it.values.is_empty()) {
        let named: Vec<_> = it.values.iter().map(|it| it.name.clone()).collect();
        assert_eq!(named, it.allowed(), "{}", it.name);
    }
}

#[test]
fn one_of_each_group_of_facts_may_be_named() {
    let api = api();
    let situation = api.attributes.iter().find(|it| it.name == "situation").unwrap();
    let facts = &english().facts;
    for (at, one) in facts.iter().enumerate() {
        for other in &facts[at + 1..] {
            let is_either = one.group == other.group && one.group != Group::Also;
            let warning = situation.warned_of(&format!("{} {}", one.id, other.id));
            assert_eq!(warning.is_some(), is_either, "{} {}", one.id, other.id);
        }
    }
}

#[test]
fn placeholders_that_were_not_filled_in_count_as_absent() {
    let attributes = api().attributes;
    for system in mail().systems {
        for (name, placeholder) in [("role", &system.role), ("recipient", &system.person)] {
            let attribute = attributes.iter().find(|it| it.name == name).unwrap();
            let is_seen = placeholder.is_empty() || attribute.warned_of(placeholder).is_some();
            assert!(is_seen, "{placeholder} of {}", system.name);
        }
    }
}

#[test]
fn page_reserves_the_documented_height() {
    let sheet = fs::read_to_string("../site/site.css").unwrap();
    let heights: Vec<_> = reserve().split("min-height: ").skip(1).map(px).collect();
    let reserved: Vec<_> = sheet.split("--reserve: ").skip(1).map(px).collect();
    assert_eq!(reserved, heights);
}

fn px(text: &str) -> String {
    text.split("px").next().unwrap().to_owned()
}

/// The table of the systems, as the documentation has it.
fn systems(mail: &Mail) -> String {
    let code = |it: &str| if it.is_empty() { String::new() } else { format!("`{it}`") };
    let row = |it: &System| {
        let name = match &it.source[..] {
            "" => it.name.clone(),
            source => format!("[{}]({source})", it.name),
        };
        let cells = [name, code(&it.role), code(&it.person), it.note.clone()];
        format!("| {} |\n", cells.join(" | ").replace(" |  |", " | |"))
    };
    let head = "| System | Title of the job | Who sends the email | Note |\n|---|---|---|---|\n";
    head.to_owned() + &mail.systems.iter().map(row).collect::<String>()
}

#[test]
fn documentation_has_the_systems_and_the_texts() {
    let mail = mail();
    let texts = mail.texts.iter().map(|it| format!("- `{}`: {}\n", it.lang, it.text));
    let texts = texts.collect::<String>();
    generate(MAIL, |page| {
        let page = with_between(page, ["<!-- systems -->\n", "<!-- /systems -->"], &systems(&mail));
        with_between(&page, ["<!-- texts -->\n", "<!-- /texts -->"], &texts)
    });
}

#[test]
fn texts_around_the_link_are_in_the_languages_of_the_widget() {
    let tags = english().all.iter().map(|it| it.0.to_string());
    let found = mail().texts.into_iter().map(|it| it.lang);
    assert_eq!(found.collect::<Vec<_>>(), tags.collect::<Vec<_>>());
}
