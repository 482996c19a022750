//! The page that embeds what is measured, or does not.

use std::fmt;

use anyhow::{Context as _, Result};
use serde_json::json;

use crate::variant::Variant;

const ARTICLE: &str = include_str!("../hosts/article.html");
const MEASURE: &str = include_str!("../hosts/measure.js");

/// Where in the article the tag stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Place {
    /// In the first viewport.
    Near,
    /// Several viewports down, where this visitor never gets.
    Far,
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Near => "near",
            Self::Far => "far",
        })
    }
}

/// The name of the page with a variant's tag at a place; without one, it has no widget.
pub(crate) fn name(place: Place, variant: Option<&Variant>) -> String {
    format!("{place}-{}.html", variant.map_or("without", |it| it.script))
}

/// The page itself, whose tag is served by `origin`.
///
/// # Errors
///
/// When the article has no such place.
pub(crate) fn html(place: Place, variant: Option<&Variant>, origin: &str) -> Result<String> {
    let sought = match (place, variant) {
        (Place::Near, Some(it)) => {
            json!({ "element": it.element, "part": it.part, "tells": it.has_form() })
        }
        _ => json!({}),
    };
    let measure = MEASURE.replace("SOUGHT", &sought.to_string());
    let page = put(ARTICLE, "measure", &format!("<script>\n{measure}</script>"))?;
    let Some(variant) = variant else { return Ok(page) };
    let tag = format!(r#"<script src="{origin}/{}" async></script>"#, variant.script);
    put(&page, &place.to_string(), &format!(r#"<div class="widget">{tag}</div>"#))
}

fn put(page: &str, place: &str, what: &str) -> Result<String> {
    let mark = format!("<!-- {place} -->");
    let (before, after) = page.split_once(&mark).with_context(|| format!("no {mark}"))?;
    Ok([before, what, after].concat())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::variant::PREACT;

    #[test]
    fn the_tag_stands_where_it_shall_and_once() -> Result<()> {
        let tag = r#"<script src="http://other/preact.js" async>"#;
        for (place, before_the_roles) in [(Place::Near, true), (Place::Far, false)] {
            let page = html(place, Some(&PREACT), "http://other")?;
            let (start, rest) = page.split_once(tag).context("no tag")?;
            assert_eq!(!start.contains("Open roles</h2>"), before_the_roles);
            assert!(!rest.contains(tag));
        }
        assert!(!html(Place::Near, None, "http://other")?.contains("http://other"));
        Ok(())
    }

    #[test]
    fn the_measuring_script_comes_first_and_knows_what_to_look_for() -> Result<()> {
        let page = html(Place::Near, Some(&PREACT), "http://other")?;
        let (start, _) = page.split_once("input[name=company]\"").context("not sought")?;
        assert_eq!(start.matches("<script").count(), 1);
        Ok(())
    }
}
