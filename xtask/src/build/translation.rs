//! The pages of the site in the other languages of the widget, each made of the English page.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, ensure};
use ego_tree::NodeRef;
use good_sport::content::Language;
use scraper::node::Element;
use scraper::{Html, Node, StrTendril};
use serde_json::to_string;
use xshell::Shell;

/// The folder with a file for each language: the English texts, each with its translation.
pub(super) const FOLDER: &str = "site/languages";

/// Elements whose text is not for people, or is not in English either.
const UNTRANSLATED: [&str; 5] = ["code", "pre", "script", "style", "svg"];

/// The script that says more than the page has.
const SCRIPT: &str = "src=\"site.js\"";

/// The attributes that people read.
const READ: [&str; 2] = ["aria-label", "title"];

/// The texts of the site in one language.
pub(super) struct Translation {
    language: &'static Language,
    /// By the English texts.
    texts: BTreeMap<String, String>,
}

impl Translation {
    /// The texts of a file, which is named after the language, and those that the widget has itself.
    pub(super) fn read(shell: &Shell, path: &Path) -> Result<Self> {
        let tag = path.file_stem().and_then(|it| it.to_str()).unwrap_or_default();
        let language = Language::for_tag(tag).with_context(|| format!("no language {tag}"))?;
        let texts = toml::from_str(&shell.read_file(path)?)
            .with_context(|| format!("{} is not a list of texts", path.display()))?;
        Ok(Self::new(language, texts))
    }

    fn new(language: &'static Language, mut texts: BTreeMap<String, String>) -> Self {
        texts.extend(own_words(language));
        Self { language, texts }
    }

    /// The name of a page in this language.
    pub(super) fn name(&self, page: &str) -> String {
        match page.rsplit_once('.') {
            Some((stem, ending)) => format!("{stem}.{}.{ending}", self.language.tag),
            None => page.to_owned(),
        }
    }

    /// A page in this language, with the texts that its script says later.
    ///
    /// # Errors
    ///
    /// When a text has no translation.
    pub(super) fn page(&self, english: &str) -> Result<String> {
        let mut html = Html::parse_document(english);
        let mut missing = BTreeSet::new();
        replace_texts(&mut html, |english| {
            self.texts.get(&english).cloned().unwrap_or_else(|| {
                missing.insert(english.clone());
                english
            })
        });
        ensure!(missing.is_empty(), "{} has no text for {missing:#?}", self.language.tag);
        self.adapt(&mut html);
        let page = html.html();
        // The page of the preview says nothing later.
        if !page.contains(SCRIPT) {
            return Ok(page);
        }
        let texts = to_string(&self.texts)?.replace('<', "\\u003c");
        let texts = format!("<script type=\"application/json\" id=\"texts\">{texts}</script>");
        Ok(page.replacen("</head>", &format!("{texts}</head>"), 1))
    }

    /// Has the page say which language it is in, and hold the page of the preview in this one.
    fn adapt(&self, html: &mut Html) {
        let tag = &*self.language.tag;
        for node in html.tree.values_mut() {
            let Node::Element(element) = node else { continue };
            let name = element.name().to_owned();
            let is_here = element.attr("hreflang") == Some(tag);
            for (attribute, value) in &mut element.attrs {
                let adapted = match (&*name, &*attribute.local) {
                    ("html", "lang") => tag.to_owned(),
                    ("html", "dir") => self.language.direction().to_owned(),
                    ("iframe", "src") => self.name(value),
                    ("a", "aria-current") => if is_here { "page" } else { "false" }.to_owned(),
                    _ => continue,
                };
                *value = adapted.into();
            }
        }
    }
}

/// Puts something in place of each text of a page that people read.
fn replace_texts(html: &mut Html, mut other: impl FnMut(String) -> String) {
    let ids: Vec<_> = html.tree.nodes().filter(is_translated).map(|it| it.id()).collect();
    for id in ids {
        let Some(mut node) = html.tree.get_mut(id) else { continue };
        match node.value() {
            Node::Text(it) => {
                let words = it.text.trim();
                it.text = it.text.replace(words, &other(one_line(words))).into();
            }
            Node::Element(it) => {
                for value in read_attributes(it) {
                    *value = other(one_line(value)).into();
                }
            }
            _ => {}
        }
    }
}

/// Whether a node holds words for people, in English.
fn is_translated(node: &NodeRef<'_, Node>) -> bool {
    let is_other = |it: &Element| {
        let has_language = it.attr("lang").is_some() && it.name() != "html";
        UNTRANSLATED.contains(&it.name()) || has_language || it.attr("translate") == Some("no")
    };
    let mut around = node.ancestors().chain([*node]).filter_map(|it| it.value().as_element());
    let is_said = match node.value() {
        Node::Text(it) => !it.trim().is_empty(),
        it => it.is_element(),
    };
    is_said && !around.any(is_other)
}

/// The values of an element's attributes that people read.
fn read_attributes(element: &mut Element) -> impl Iterator<Item = &mut StrTendril> {
    let is_description = element.attr("name") == Some("description");
    let attributes = element.attrs.iter_mut();
    attributes.filter_map(move |(name, value)| {
        let is_read = READ.contains(&&*name.local) || is_description && &*name.local == "content";
        is_read.then_some(value)
    })
}

/// A text without the line breaks and the indentation of its source.
fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words that the widget has for facts, tones and lengths, by its English ones.
fn own_words(language: &'static Language) -> impl Iterator<Item = (String, String)> {
    named(Language::best_for(["en"])).filter_map(|(id, english)| {
        let (_, own) = named(language).find(|(other, _)| *other == id)?;
        Some((english.to_owned(), own.to_owned()))
    })
}

/// The choices that letters are made of, each with its words.
fn named(language: &Language) -> impl Iterator<Item = (&str, &str)> {
    let facts = language.facts.iter().map(|it| (&*it.id, &*it.label));
    let tones = language.tones.iter().map(|it| (&*it.id, &*it.label));
    let lengths = language.lengths.iter().map(|it| (&*it.id, &*it.label));
    facts.chain(tones).chain(lengths)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
mod tests {
    use std::fs;

    use regex::Regex;
    use serde_json::Value;

    use super::*;

    fn german(texts: &[(&str, &str)]) -> Translation {
        let texts = texts.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned()));
        Translation::new(Language::for_tag("de").unwrap(), texts.collect())
    }

    #[test]
    fn page_is_translated_but_for_code_and_other_languages() -> Result<()> {
        let english = "<html lang=\"en\" dir=\"ltr\"><head><title>A page</title><script src=\"site.js\"></script></head><body>\
            <nav aria-label=\"Language\"><a aria-current=\"page\" hreflang=\"en\" lang=\"en\">English</a>\
            <a aria-current=\"false\" hreflang=\"de\" lang=\"de\">Deutsch</a></nav>\
            <p>One\n  page <code>One</code></p><iframe src=\"preview.html\"></iframe></body></html>";
        let texts =
            [("A page", "Eine Seite"), ("Language", "Sprache"), ("One page", "<Eine> Seite")];
        let page = german(&texts).page(english)?;
        let (before, after) = page.split_once("<script type").unwrap();
        let (texts, after) = after.split_once("</script>").unwrap();
        assert_eq!(
            [before, after].concat(),
            "<html dir=\"ltr\" lang=\"de\"><head><title>Eine Seite</title><script src=\"site.js\"></script></head><body>\
             <nav aria-label=\"Sprache\"><a aria-current=\"false\" hreflang=\"en\" lang=\"en\">English</a>\
             <a aria-current=\"page\" hreflang=\"de\" lang=\"de\">Deutsch</a></nav>\
             <p>&lt;Eine&gt; Seite <code>One</code></p><iframe src=\"preview.de.html\"></iframe></body></html>"
        );
        assert!(texts.contains("\"One page\":\"\\u003cEine> Seite\""), "{texts}");
        Ok(())
    }

    #[test]
    fn text_without_a_translation_is_an_error() {
        let error = german(&[]).page("<p>One page</p>").unwrap_err();
        assert!(error.to_string().contains("One page"), "{error}");
    }

    /// The texts in the scripts of the site, each the first argument of `t`.
    fn said_by_scripts() -> BTreeSet<String> {
        let call = Regex::new(r#"\bt\(\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)')"#).unwrap();
        let files = fs::read_dir("../site/js").unwrap().map(|it| it.unwrap().path());
        let texts = files.map(|it| fs::read_to_string(it).unwrap());
        let found = |text: &String| {
            let captures = call.captures_iter(text);
            captures.map(|it| it.get(1).or(it.get(2)).unwrap().as_str().to_owned()).collect()
        };
        texts.flat_map(|it| -> Vec<_> { found(&it) }).collect()
    }

    /// The texts of the public API that the builder shows.
    fn said_by_api() -> BTreeSet<String> {
        let api: Value =
            serde_json::from_str(&fs::read_to_string("../embed/api.json").unwrap()).unwrap();
        let mut texts = BTreeSet::new();
        let mut add = |it: &Value| texts.extend(it.as_str().map(str::to_owned));
        for list in ["attributes", "events", "scripts", "systems", "tokens"] {
            for item in api[list].as_array().unwrap() {
                for key in ["absent", "description", "note"] {
                    add(&item[key]);
                }
                // Languages are called as they call themselves.
                let values = item["values"].as_array().filter(|_| item["kind"] != "language");
                values.into_iter().flatten().for_each(|it| add(&it["label"]));
            }
        }
        texts.remove("");
        texts
    }

    /// The texts of the pages.
    fn said_by_pages() -> BTreeSet<String> {
        let mut texts = BTreeSet::new();
        for page in ["index", "preview"] {
            let page = fs::read_to_string(format!("../site/{page}.html")).unwrap();
            replace_texts(&mut Html::parse_document(&page), |text| {
                texts.insert(text.clone());
                text
            });
        }
        texts
    }

    #[test]
    fn each_language_has_the_texts_of_the_site_and_no_others() {
        let mut said = said_by_pages();
        said.extend(said_by_scripts());
        said.extend(said_by_api());
        let english = |it: &&Language| it.tag.starts_with("en");
        for language in Language::bundled().filter(|it| !english(it)) {
            let own: BTreeSet<_> = own_words(language).map(|it| it.0).collect();
            let file = format!("../site/languages/{}.toml", language.tag);
            let file = fs::read_to_string(&file).unwrap_or_else(|it| panic!("{file}: {it}"));
            let texts: BTreeMap<String, String> = toml::from_str(&file).unwrap();
            let translated = texts.into_keys().collect();
            let expected = said.difference(&own).cloned().collect::<BTreeSet<_>>();
            let missing: Vec<_> = expected.difference(&translated).collect();
            let dead: Vec<_> = translated.difference(&expected).collect();
            assert!(
                missing.is_empty() && dead.is_empty(),
                "{}: {missing:#?} {dead:#?}",
                language.tag
            );
        }
    }

    #[test]
    fn each_page_is_offered_in_each_language() {
        let page = fs::read_to_string("../site/index.html").unwrap();
        let links =
            Regex::new("href=\"index(?:\\.([\\w-]+))?\\.html\" hreflang=\"([\\w-]+)\"").unwrap();
        let offered: BTreeSet<_> = links
            .captures_iter(&page)
            .map(|it| (it.get(1).map_or("en", |it| it.as_str()).to_owned(), it[2].to_owned()))
            .collect();
        // British readers have the American page.
        let tags = Language::bundled().map(|it| it.tag.to_string()).filter(|it| it != "en-GB");
        assert_eq!(offered, tags.map(|it| (it.clone(), it)).collect());
    }
}
