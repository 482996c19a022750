//! The page that shows the widget: with the strict policy that the README gives, and beside it what the
//! documentation says to an assistant.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::to_string;

use super::output::{Files, integrity};

/// The page's policy beyond the one of the README, which the widget itself needs: the icon, the preview,
/// and that nothing else is sent anywhere.
const BEYOND: &str = "img-src 'self' data:; frame-src 'self'; base-uri 'none'; form-action 'none'";

/// What comes first in the head, so that the policy is before all that it is for.
const FIRST: &str = "<meta charset=\"utf-8\">\n";

/// What the script of the page is told: the version, and the integrity of each script that a tag may name.
pub(super) fn known(files: &Files) -> Result<[String; 2]> {
    // The others have a hash in their names, and are the widget's own to load.
    let is_for_tags = |name: &str| {
        let parts: Vec<_> = name.split('.').collect();
        matches!(
            parts[..],
            ["good-sport", "js"] | ["good-sport", _, "js"] | ["good-sport", _, "one", "js"]
        )
    };
    let hashes: BTreeMap<_, _> = files
        .iter()
        .filter(|(name, _)| is_for_tags(name))
        .map(|(name, contents)| (name, integrity(contents)))
        .collect();
    Ok([
        format!("--define:__VERSION__={}", to_string(env!("CARGO_PKG_VERSION"))?),
        format!("--define:__INTEGRITY__={}", to_string(&hashes)?),
    ])
}

/// A page with the policy of the README, but that it may connect to its own server: Lighthouse asks for the
/// robots.txt in the page's name, <https://github.com/GoogleChrome/lighthouse/issues/4386>.
pub(super) fn with_policy(page: &str, readme: &str) -> Result<String> {
    let (_, policy) = readme.split_once("```text\ndefault-src").context("no policy")?;
    let (policy, _) = policy.split_once("\n```").context("no end of the policy")?;
    let policy = policy.replace('\n', " ").replace("connect-src 'none'", "connect-src 'self'");
    let policy = format!("default-src{policy}; {BEYOND}");
    let (before, after) = page.split_once(FIRST).context("no character encoding")?;
    let meta = format!("    <meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">\n");
    Ok([before, FIRST, &meta, after].concat())
}

/// The sections of the README that only those need who work on the widget.
const FOR_CONTRIBUTORS: [&str; 3] = ["Use in a Yew application", "Contributing", "License"];

/// `llms.txt`: what a publisher needs of the documentation, in one file, as <https://llmstxt.org> has it.
pub(super) fn llms(readme: &str, pages: &[String]) -> String {
    let mut sections = readme.split("\n## ");
    let about = sections.next().unwrap_or_default();
    let (title, about) = about.split_once("\n\n").unwrap_or((about, ""));
    let mut paragraphs = about.split("\n\n").filter(|it| !it.starts_with("!["));
    let summary = paragraphs.next().unwrap_or_default().replace('\n', "\n> ");
    let mut parts = vec![title.to_owned(), format!("> {summary}")];
    parts.extend(paragraphs.map(str::to_owned));
    let is_for_publishers = |it: &&str| !FOR_CONTRIBUTORS.iter().any(|name| it.starts_with(name));
    let sections = sections.filter(is_for_publishers);
    parts.extend(sections.map(|it| format!("## {}", it.trim_end())));
    // A page is a section of the whole.
    parts.extend(pages.iter().map(|it| format!("#{}", it.trim_end().replace("\n## ", "\n### "))));
    without_links(&without_comments(&parts.join("\n\n")))
}

/// A text of Markdown without its comments, which are for tests.
fn without_comments(text: &str) -> String {
    let lines = text.lines().filter(|it| !it.starts_with("<!--"));
    lines.flat_map(|it| [it, "\n"]).collect()
}

/// A text of Markdown with the words of its relative links alone: they lead to files that are not here.
fn without_links(text: &str) -> String {
    let mut parts = text.split("](");
    let mut whole = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (target, rest) = part.split_once(')').unwrap_or((part, ""));
        match whole.rfind('[') {
            Some(start) if !target.contains("://") => {
                whole.remove(start);
                whole += rest;
            }
            _ => whole.extend(["](", target, ")", rest]),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn policy_stands_before_all_that_it_is_for() -> Result<()> {
        let page = "<head>\n    <meta charset=\"utf-8\">\n    <title>A</title>";
        let readme = "A policy:\n\n```text\ndefault-src 'none';\nconnect-src 'none'\n```\n";
        assert_eq!(
            with_policy(page, readme)?,
            format!(
                "<head>\n    <meta charset=\"utf-8\">\n    <meta http-equiv=\"Content-Security-Policy\" \
                 content=\"default-src 'none'; connect-src 'self'; {BEYOND}\">\n    <title>A</title>"
            )
        );
        Ok(())
    }

    #[test]
    fn llms_txt_is_what_a_publisher_needs() {
        let readme = "# good-sport\n\nA widget.\nFor sites.\n\nIt [runs](docs/a.md#b) here, as \
            [they say](https://example.org/).\n\n![It](it.png)\n\n## Install\n\n<!-- a -->\n| A |\n\
            <!-- /a -->\n\n## Contributing\n\nLater.\n";
        let page = "# Embedding\n\nMore.\n\n## Text\n\nOf [it](../README.md).\n";
        assert_eq!(
            llms(readme, &[page.to_owned()]),
            "# good-sport\n\n> A widget.\n> For sites.\n\nIt runs here, as [they say](https://example.org/).\n\
             \n## Install\n\n| A |\n\n## Embedding\n\nMore.\n\n### Text\n\nOf it.\n"
        );
    }
}
