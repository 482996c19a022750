//! The custom elements manifest, `custom-elements.json`, which describes the package for npm.
//!
//! Its types are written out, so that it can be read without the types for TypeScript.

use std::{env, fs};

use serde_json::{Value, json};

use super::table::{Api, Attribute, Event, Named, Property, Token, api, tokens, union};
use super::types::detail;

const PATH: &str = "custom-elements.json";

/// The module that defines the element when it is asked to, by its path in the package.
const ELEMENT: &str = "dist/element.js";
/// The one that defines it at once.
const DEFINITION: &str = "define.js";

/// A type in which those that the table names are written out.
fn type_of(kind: &str, api: &Api) -> Value {
    let interfaces = api.interfaces.iter().map(|it| {
        let readonly = if it.readonly { "readonly " } else { "" };
        let fields = it.fields.iter().map(|it| format!("{readonly}{}: {}", it.name, it.kind));
        (&it.name, format!("{{ {} }}", fields.collect::<Vec<_>>().join("; ")))
    });
    let unions = api.unions.iter().map(|it| (&it.name, union(it.values.iter().map(|it| &it.name))));
    // The longest first: one name begins another.
    let mut all: Vec<_> = interfaces.chain(unions).collect();
    all.sort_by_key(|(name, _)| usize::MAX - name.len());
    let text = all.iter().fold(kind.to_owned(), |text, (name, it)| text.replace(*name, it));
    json!({ "text": text })
}

fn attribute(it: &Attribute) -> Value {
    let kind = it.type_text();
    let mut attribute =
        json!({ "name": it.name, "type": { "text": kind }, "description": it.meaning() });
    if let Some(default) = it.neutral() {
        attribute["default"] = json!(default);
    }
    attribute
}

fn property(it: &Property, api: &Api) -> Value {
    let mut field = json!({
        "kind": "field",
        "name": it.name,
        "type": type_of(&it.kind, api),
        "description": it.description,
    });
    if it.readonly {
        field["readonly"] = json!(true);
    }
    field
}

fn method(it: &Property, api: &Api) -> Value {
    json!({
        "kind": "method",
        "name": it.name,
        "return": { "type": type_of(&it.kind, api) },
        "description": it.description,
    })
}

fn event(it: &Event, api: &Api) -> Value {
    let kind = type_of(&detail(&it.detail), api);
    json!({ "name": it.name, "type": kind, "description": it.description })
}

fn token(it: &Token) -> Value {
    let default = it.default_text(str::to_owned);
    json!({ "name": it.name, "description": it.description, "default": default })
}

fn named(it: &Named) -> Value {
    json!({ "name": it.name, "description": it.description })
}

fn list<T>(items: &[T], entry: impl Fn(&T) -> Value) -> Vec<Value> {
    items.iter().map(entry).collect()
}

fn element(api: &Api) -> Value {
    let properties = list(&api.properties, |it| property(it, api));
    let members = [properties, list(&api.methods, |it| method(it, api))].concat();
    json!({
        "kind": "class",
        "customElement": true,
        "name": "GoodSportElement",
        "tagName": "good-sport",
        "description": "Helps a turned-down candidate to send a short, gracious thank-you email.",
        "superclass": { "name": "HTMLElement" },
        "attributes": list(&api.attributes, attribute),
        "members": members,
        "events": list(&api.events, |it| event(it, api)),
        "slots": list(&api.slots, named),
        "cssProperties": list(&tokens(), token),
        "cssParts": list(&api.parts, named),
    })
}

fn manifest(api: &Api) -> Value {
    let define = json!({
        "kind": "function",
        "name": "define",
        "description": "Defines the element, once on a page; does nothing on a server.",
        "return": { "type": { "text": "void" } },
    });
    json!({
        "schemaVersion": "2.1.0",
        "readme": "README.md",
        "modules": [{
            "kind": "javascript-module",
            "path": ELEMENT,
            "declarations": [element(api), define],
            "exports": [{ "kind": "js", "name": "define", "declaration": { "name": "define" } }],
        }, {
            "kind": "javascript-module",
            "path": DEFINITION,
            "exports": [{
                "kind": "custom-element-definition",
                "name": "good-sport",
                "declaration": { "name": "GoodSportElement", "module": ELEMENT },
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
