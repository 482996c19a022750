//! The prerendered shell in each language, as the module that `embed/js/shell/markup.js` draws it from.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use good_sport::content::{Field, Language};
use good_sport::effects::{COPIED_MILLIS, FORBIDDEN_EVENTS, PRIVATE_EVENTS};
use good_sport::model::{GIVEN_LIMIT, HEADING_LEVELS, SUBJECT_LIMIT, Section, join};
use good_sport_embed::shell::{Shell, verbatim};
use scraper::{ElementRef, Html, Node};
use serde_json::{Map, Value, json};

/// The text of the module of each language, by its tag.
///
/// # Errors
///
/// When the library cannot read its own words, or draws no element.
pub(super) fn modules() -> Result<BTreeMap<&'static str, String>> {
    Language::bundled().map(|it| Ok((&*it.tag, module(it)?))).collect()
}

/// The letter that the tag's own script holds, for when nothing else can be loaded.
pub(super) fn fallback_letter() -> &'static str {
    &Language::best_for(["en"]).fallback
}

fn module(language: &'static Language) -> Result<String> {
    let Shell { markup, letter, slots, vowels, unsure, fallback } = Shell::new(language);
    let document = Html::parse_fragment(&markup);
    let mut elements = document.root_element().child_elements();
    let (Some(root), None) = (elements.next(), elements.next()) else {
        bail!("the shell is not one element");
    };
    let slots: Vec<_> = slots
        .iter()
        .map(|it| json!([it.text, it.field.name(), it.given, it.absent, it.elided]))
        .collect();
    let labels = &language.labels;
    let constants = [
        ("tag", json!(language.tag.as_str())),
        ("tree", tree(root)),
        (
            "letter",
            json!({
                "subject": letter.subject,
                "paragraphs": letter.paragraphs,
                "space": language.length_unit.sentence_space(),
            }),
        ),
        ("fallback", json!({ "subject": fallback.subject, "body": fallback.body })),
        ("fields", json!(Field::TEXTS.map(Field::name))),
        ("vowels", json!(vowels)),
        ("unsure", json!(unsure)),
        ("givenLimit", json!(GIVEN_LIMIT)),
        ("subjectLimit", json!(SUBJECT_LIMIT)),
        ("copiedMillis", json!(COPIED_MILLIS)),
        ("headingLevels", json!(HEADING_LEVELS)),
        ("slots", json!(slots)),
        (
            "notices",
            json!({
                "letter": labels.notice_copied.as_str(),
                "subject": labels.notice_copied_subject.as_str(),
                "manual": labels.notice_manual.as_str(),
                "wait": labels.notice_wait.as_str(),
                "stuck": labels.notice_stuck.as_str(),
            }),
        ),
        ("forbiddenEvents", json!(FORBIDDEN_EVENTS)),
        ("privateEvents", json!(PRIVATE_EVENTS)),
        ("sections", json!(Section::ALL.map(Section::name))),
    ];
    let constants = constants.map(|(name, value)| format!("export const {name} = {value};\n"));
    Ok(constants.concat()
        + &format!("export const verbatim = /^{}{}$/u;\n", not_ending(language), verbatim()))
}

/// The assertion that a value has none of the ends of which the program makes something else.
fn not_ending(language: &Language) -> String {
    let ends = join(language.habits.after_name.iter(), "|");
    if ends.is_empty() { String::new() } else { format!("(?!.*(?:{ends})$)") }
}

/// An element as `[name, attributes, ...children]`, a text as a string.
fn tree(element: ElementRef<'_>) -> Value {
    let mut attributes = Map::new();
    for (name, value) in element.value().attrs() {
        let value = match name {
            // What the script writes, now and after every key.
            "value" if element.attr("type") == Some("text") => continue,
            // Made from the letter when it is used.
            "href" => "mailto:",
            _ => value,
        };
        attributes.insert(name.to_owned(), json!(value));
    }
    let mut node = vec![json!(element.value().name()), Value::Object(attributes)];
    if element.value().name() != "textarea" {
        node.extend(element.children().filter_map(|child| match child.value() {
            Node::Text(text) => Some(json!(&**text)),
            _ => ElementRef::wrap(child).map(tree),
        }));
    }
    Value::Array(node)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(markup: &str, expected: &Value) {
        let document = Html::parse_fragment(markup);
        let root = document.root_element().child_elements().next();
        assert_eq!(root.map(tree).as_ref(), Some(expected), "{markup}");
    }

    #[test]
    fn elements_become_arrays_and_texts_strings() {
        check(
            r#"<p class="a">one <b>two</b></p>"#,
            &json!(["p", { "class": "a" }, "one ", ["b", {}, "two"]]),
        );
        check("<p>&lt;b&gt; &amp;</p>", &json!(["p", {}, "<b> &"]));
    }

    #[test]
    fn what_the_script_writes_is_left_out() {
        check(
            r#"<div><textarea name="body">x</textarea></div>"#,
            &json!(["div", {}, ["textarea", { "name": "body" }]]),
        );
        check(r#"<input type="text" value="x">"#, &json!(["input", { "type": "text" }]));
        check(r#"<a href="mailto:?subject=x">y</a>"#, &json!(["a", { "href": "mailto:" }, "y"]));
    }

    #[test]
    fn every_language_has_a_shell_that_can_be_filled_in() -> Result<()> {
        for (tag, module) in modules()? {
            for it in ["\"company\"", "\"body\"", "{name}", "\"sheet "] {
                assert!(module.contains(it), "{tag} lacks {it}");
            }
        }
        Ok(())
    }

    #[test]
    fn the_fallback_letter_is_whole() {
        let letter = fallback_letter();
        assert!(letter.starts_with("Dear hiring team,\n\n") && !letter.contains('{'), "{letter}");
    }
}
