//! The custom elements manifest, `custom-elements.json`.

use std::{env, fs};

use serde_json::{Value, json};

use super::table::{Api, Attribute, Named, Property, api, tokens};
use super::types::detail;

const PATH: &str = "custom-elements.json";

fn attribute(it: &Attribute) -> Value {
    let kind = it.type_text();
    let mut attribute =
        json!({ "name": it.name, "type": { "text": kind }, "description": it.description });
    if let Some(default) = &it.default {
        attribute["default"] = json!(default);
    }
    attribute
}

fn property(it: &Property) -> Value {
    let mut field = json!({
        "kind": "field",
        "name": it.name,
        "type": { "text": it.kind },
        "description": it.description,
    });
    if it.readonly {
        field["readonly"] = json!(true);
    }
    field
}

fn method(it: &Property) -> Value {
    json!({
        "kind": "method",
        "name": it.name,
        "return": { "type": { "text": it.kind } },
        "description": it.description,
    })
}

fn named(it: &Named) -> Value {
    json!({ "name": it.name, "description": it.description })
}

fn list<T>(items: &[T], entry: impl Fn(&T) -> Value) -> Vec<Value> {
    items.iter().map(entry).collect()
}

fn manifest(api: &Api) -> Value {
    let event = |it: &super::table::Event| {
        json!({
            "name": it.name,
            "type": { "text": detail(&it.detail) },
            "description": it.description,
        })
    };
    let tokens = tokens().into_iter().map(|it| {
        let mut token = json!({ "name": it.name, "description": it.description });
        if let Some(default) = it.default {
            token["default"] = json!(default);
        }
        token
    });
    let members = [list(&api.properties, property), list(&api.methods, method)].concat();
    let declaration = json!({ "name": "GoodSportElement", "module": "good-sport.js" });
    json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": "good-sport.js",
            "declarations": [{
                "kind": "class",
                "customElement": true,
                "name": "GoodSportElement",
                "tagName": "good-sport",
                "description": "Helps a turned-down candidate to send a short, gracious thank-you email.",
                "superclass": { "name": "HTMLElement" },
                "attributes": list(&api.attributes, attribute),
                "members": members,
                "events": list(&api.events, event),
                "slots": list(&api.slots, named),
                "cssProperties": tokens.collect::<Vec<_>>(),
                "cssParts": list(&api.parts, named),
            }],
            "exports": [{
                "kind": "custom-element-definition",
                "name": "good-sport",
                "declaration": declaration,
            }],
        }],
    })
}

#[test]
fn manifest_describes_the_api() {
    let new = manifest(&api());
    if env::var_os("UPDATE").is_some() {
        fs::write(PATH, serde_json::to_string_pretty(&new).unwrap() + "\n").unwrap();
    }
    // Not the text: in which order the keys are written depends on what else Cargo builds.
    let old: Value = serde_json::from_str(&fs::read_to_string(PATH).unwrap()).unwrap();
    assert!(old == new, "{PATH} is not what api.toml says; UPDATE=1 writes it");
}
