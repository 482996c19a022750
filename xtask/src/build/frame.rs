//! The frame: a page with nothing but the widget, whose style, script and fallback letter are in it, under
//! a policy that has the hashes of the first two.

use anyhow::{Result, ensure};

use super::output::hash;
use super::scripts::{Bundler, Hashes};
use super::shell::fallback_letter;

/// The name that the page is published under.
pub(super) const NAME: &str = "good-sport.html";

/// The source of the page, and its style.
const PAGE: &str = "embed/frame/good-sport.html";
const STYLE: &str = "embed/frame/frame.css";

/// The page.
///
/// # Errors
///
/// When a source is missing, or another one than this is written for.
pub(super) fn page(bundler: &Bundler<'_>, hashes: &Hashes) -> Result<Vec<u8>> {
    let style = bundler.minify(&bundler.project.path(STYLE), &[])?;
    let script = bundler.frame_script(hashes)?;
    let page = bundler.project.shell.read_file(PAGE)?;
    let [style, script] = [style, script].map(String::from_utf8);
    fill(&page, style?.trim_end(), script?.trim_end(), fallback_letter())
}

/// Puts a style, a script and a letter into the page, where it names them.
fn fill(page: &str, style: &str, script: &str, letter: &str) -> Result<Vec<u8>> {
    // Browsers read both as text, and the letter so where there are scripts.
    for (text, end) in [(style, "</"), (script, "</"), (letter, "<"), (letter, "&")] {
        ensure!(!text.contains(end), "the frame cannot hold {end} in {text}");
    }
    let parts = [
        ("'frame.css'", hash_source(style)),
        ("'frame.js'", hash_source(script)),
        ("<link rel=\"stylesheet\" href=\"frame.css\">", format!("<style>{style}</style>")),
        ("<script src=\"frame.js\"></script>", format!("<script>{script}</script>")),
        ("<noscript></noscript>", format!("<noscript>{letter}</noscript>")),
    ];
    let mut page = page.to_owned();
    for (place, part) in parts {
        ensure!(page.matches(place).count() == 1, "{PAGE} has not one {place}");
        page = page.replace(place, &part);
    }
    Ok(page.into_bytes())
}

/// What a policy calls a text in the page by.
fn hash_source(text: &str) -> String {
    format!("'sha256-{}'", hash(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "<meta content=\"'frame.js' 'frame.css'\">\
        <link rel=\"stylesheet\" href=\"frame.css\"><noscript></noscript>\
        <script src=\"frame.js\"></script>";

    #[test]
    fn policy_has_the_hashes_of_what_is_put_in() -> Result<()> {
        let page = String::from_utf8(fill(SOURCE, "abc", "abc", "Dear team,")?)?;
        let abc = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";
        assert_eq!(
            page,
            format!(
                "<meta content=\"{abc} {abc}\"><style>abc</style>\
                 <noscript>Dear team,</noscript><script>abc</script>"
            )
        );
        Ok(())
    }

    #[test]
    fn what_would_end_its_element_is_refused() {
        for [style, script, letter] in
            [["</style>", "", ""], ["", "'</script>'", ""], ["", "", "<b>"], ["", "", "R&D"]]
        {
            assert!(fill(SOURCE, style, script, letter).is_err(), "{style}{script}{letter}");
        }
        assert!(fill("", "", "", "").is_err(), "a page without the places");
    }
}
