//! What the integrations repeat: the attributes, the version, the reserved height.

use std::fs;

use serde_json::json;

use super::table::{Attribute, Kind, api};
use super::{generate, with_between};

const PLUGIN: &str = "../integrations/wordpress";

/// The beginning of the style sheet.
const RESERVE: &str = "/* Keeps the height of the widget free while it loads, so that nothing below it \
                       moves. */\n";

/// An attribute as the schema of a block has it; a number is a text there, as in HTML.
fn attribute(it: &Attribute) -> String {
    let values = json!(it.allowed());
    let kind = match it.kind {
        Kind::Text | Kind::Number => r#""type": "string""#.to_owned(),
        Kind::Choice | Kind::Language => format!(r#""type": "string", "enum": {values}"#),
        Kind::List => {
            format!(r#""type": "array", "items": {{ "type": "string", "enum": {values} }}"#)
        }
    };
    let description = json!(it.description.replace('`', ""));
    format!(r#"    "{}": {{ {kind}, "description": {description} }}"#, it.name)
}

#[test]
fn block_has_the_attributes() {
    let list = api().attributes.iter().map(attribute).collect::<Vec<_>>().join(",\n") + "\n";
    generate(&format!("{PLUGIN}/block.json"), |block| {
        with_between(block, ["\"attributes\": {\n", "  },\n  \"supports\""], &list)
    });
}

#[test]
fn shortcode_and_include_have_the_names_of_the_attributes() {
    let names: Vec<_> = api().attributes.into_iter().map(|it| it.name).collect();
    let slice = format!("\"{}\"\n", names.join("\" \""));
    generate("../integrations/hugo/layouts/shortcodes/good-sport.html", |shortcode| {
        with_between(shortcode, ["$known := slice\n", "-}}"], &slice)
    });
    generate("../integrations/jekyll/_includes/good-sport.html", |include| {
        with_between(include, ["assign known = \"", "\""], &names.join(" "))
    });
}

#[test]
fn plugin_and_addresses_of_the_package_have_the_version() {
    let version = env!("CARGO_PKG_VERSION");
    generate(&format!("{PLUGIN}/good-sport.php"), |plugin| {
        with_between(plugin, [" * Version:           ", "\n"], version)
    });
    generate(&format!("{PLUGIN}/readme.txt"), |readme| {
        with_between(readme, ["Stable tag: ", "\n"], version)
    });
    generate("../integrations/npm/README.md", |readme| {
        let readme = with_between(readme, ["/npm/good-sport@", "/dist/"], version);
        with_between(&readme, ["target/package/good-sport-", ".tgz"], version)
    });
    generate("../docs/serving.md", |page| {
        with_between(page, ["An exact version (`good-sport@", "`"], version)
    });
}

#[test]
fn style_sheet_reserves_the_height_that_the_docs_say() {
    let docs = fs::read_to_string("../docs/embedding.md").unwrap();
    let (_, rest) = docs.split_once("For the element:\n\n```css\n.column {").unwrap();
    let (rules, _) = rest.split_once("```").unwrap();
    // A widget of which parts are left out needs less than any rule knows.
    let rules = rules.replace("good-sport {", ".good-sport-column > good-sport:not([hide]) {");
    let column = ".good-sport-column { display: block; margin-block: 1.5em;";
    generate("good-sport.css", |_| format!("{RESERVE}{column}{rules}"));
}
