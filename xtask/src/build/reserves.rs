//! The heights that the documentation tells pages to reserve, for the report to the publisher.

use std::fs;

use anyhow::{Context, Result, ensure};

use crate::project::Project;

/// The page of the documentation, whose numbers a page test keeps true.
const PAGE: &str = "docs/embedding.md";

/// The heights, each with the widest column that it is for, from the narrowest on; the last one is for
/// all others.
///
/// # Errors
///
/// When the page has no such rules.
pub(super) fn reserves(project: &Project) -> Result<Vec<(Option<u32>, u32)>> {
    let page = fs::read_to_string(project.path(PAGE)).context(PAGE)?;
    let reserves = read(&page);
    ensure!(reserves.last().is_some_and(|it| it.0.is_none()), "{PAGE} has no heights to reserve");
    Ok(reserves)
}

/// Reads the rules for the element.
fn read(page: &str) -> Vec<(Option<u32>, u32)> {
    let pixels = |line: &str, name: &str| -> Option<u32> {
        line.split_once(name)?.1.split_once("px")?.0.parse().ok()
    };
    let rules = page.lines().filter(|it| it.contains("good-sport {"));
    let heights =
        rules.filter_map(|it| Some((pixels(it, "max-width: "), pixels(it, "min-height: ")?)));
    let mut reserves: Vec<_> = heights.collect();
    reserves.reverse();
    reserves
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heights_are_read_from_the_narrowest_column_on() {
        let page = "good-sport { display: block; min-height: 1000px; }\n\
            @container (max-width: 960px) { good-sport { min-height: 1300px; } }\n\
            @container (max-width: 400px) { good-sport { min-height: 2100px; } }\n\
            <script style=\"min-height: 2100px\"></script>";
        assert_eq!(read(page), [(Some(400), 2100), (Some(960), 1300), (None, 1000)]);
    }
}
