//! The types for TypeScript, `good-sport.d.ts`.

use std::fmt::Write as _;

use super::generate;
use super::table::{Api, Field, api, union};

const HEAD: &str = "\
// Generated from api.toml.
//
// The script is no module and exports nothing: these are types alone, for `import type`. The class of the
// element is `customElements.get(\"good-sport\")`.
";

const GLOBAL: &str = "\
}

declare global {
  interface HTMLElementTagNameMap {
    \"good-sport\": GoodSportElement;
  }
  interface GlobalEventHandlersEventMap extends GoodSportEventMap {}
}
";

/// A comment before what it describes.
fn comment(indent: &str, text: &str) -> String {
    let end = if text.is_empty() || text.ends_with('.') { "" } else { "." };
    if text.is_empty() { String::new() } else { format!("{indent}/** {text}{end} */\n") }
}

fn field(indent: &str, is_readonly: bool, it: &Field) -> String {
    let readonly = if is_readonly { "readonly " } else { "" };
    let comment = comment(indent, &it.description);
    format!("{comment}{indent}{readonly}{}: {};\n", it.name, it.kind)
}

/// The fields of an event's detail, on one line.
pub(crate) fn detail(fields: &[Field]) -> String {
    let fields: Vec<_> = fields.iter().map(|it| format!("{}: {}", it.name, it.kind)).collect();
    format!("CustomEvent<{{ {} }}>", fields.join("; "))
}

fn types(api: &Api) -> String {
    let mut text = HEAD.to_owned();
    for it in &api.unions {
        let values = union(it.values.iter().map(|it| &it.name));
        let comment = comment("", &it.description);
        let _ = writeln!(text, "\n{comment}export type {} = {values};", it.name);
    }
    for it in &api.interfaces {
        let extends = it.extends.as_ref().map(|it| format!(" extends {it}")).unwrap_or_default();
        let fields: String = it.fields.iter().map(|each| field("  ", it.readonly, each)).collect();
        let comment = comment("", &it.description);
        let _ = write!(text, "\n{comment}export interface {}{extends} {{\n{fields}}}\n", it.name);
    }
    text += "\n/** The attributes of the element, for the types of a framework. */\n";
    text += "export interface GoodSportAttributes {\n";
    for it in &api.attributes {
        let comment = comment("  ", &it.meaning());
        let name = if it.name.contains('-') { format!("\"{}\"", it.name) } else { it.name.clone() };
        let _ = writeln!(text, "{comment}  {name}?: {};", it.type_text());
    }
    text += "}\n\n/** The element. */\nexport interface GoodSportElement extends HTMLElement {\n";
    for it in &api.properties {
        let readonly = if it.readonly { "readonly " } else { "" };
        let comment = comment("  ", &it.description);
        let _ = writeln!(text, "{comment}  {readonly}{}: {};", it.name, it.kind);
    }
    for it in &api.methods {
        let comment = comment("  ", &it.description);
        let _ = writeln!(text, "{comment}  {}(): {};", it.name, it.kind);
    }
    text += "}\n\n/** The events of the element. */\nexport interface GoodSportEventMap {\n";
    for it in &api.events {
        let comment = comment("  ", &it.description);
        let _ = writeln!(text, "{comment}  \"{}\": {};", it.name, detail(&it.detail));
    }
    text + GLOBAL
}

#[test]
fn types_declare_the_api() {
    generate("good-sport.d.ts", |_| types(&api()));
}

#[test]
fn types_export_no_value_that_a_script_could_import() {
    for line in types(&api()).lines().filter(|it| it.starts_with("export")) {
        let is_type = ["export interface ", "export type "].iter().any(|it| line.starts_with(it));
        assert!(is_type, "{line}");
    }
}
