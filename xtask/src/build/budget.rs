//! Size budgets: the bytes that a visitor may be made to load, those that are spent, and the tables
//! of it that a build prints.

use anyhow::{Context, Result};
use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};
use serde::Deserialize;

/// The sizes of one file, in bytes.
#[derive(Clone, Default)]
pub(super) struct Sizes {
    /// The file's name.
    pub(super) name: String,
    /// As it is, after gzip, and after Brotli.
    pub(super) bytes: [usize; 3],
}

/// The budgets, which `benches` reads too.
const BUDGETS: &str = include_str!("../../../benches/budgets.json");

/// A number of bytes after Brotli that some files must not pass together.
#[derive(Debug, Deserialize)]
pub(crate) struct Budget {
    /// The part of the widget that a visitor gets for it.
    what: &'static str,
    /// How the names of the files begin; each stands for one file.
    #[serde(borrow)]
    files: Vec<&'static str>,
    /// The bytes that the files may have together.
    bytes: usize,
    /// The bytes that they have.
    #[serde(skip)]
    spent: usize,
}

/// How much of a budget may be left, in percent: with more, the documentation, which has the budgets,
/// would say that the widget is heavier than it is.
const SLACK: usize = 3;

impl Budget {
    /// Whether no more is spent than there was, and not much less.
    pub(crate) fn is_kept(&self) -> bool {
        self.mark().is_empty()
    }

    /// What the table says of it; nothing when it is kept.
    fn mark(&self) -> &'static str {
        if self.spent > self.bytes {
            "OVER"
        } else if self.spent * 100 < self.bytes * (100 - SLACK) {
            "LOOSE"
        } else {
            ""
        }
    }
}

/// The budgets, with what these files spend of each.
///
/// # Errors
///
/// When the budgets cannot be read.
pub(super) fn budgets(files: &[Sizes]) -> Result<Vec<Budget>> {
    let weight = |name: &&str| {
        let file = files.iter().find(|it| it.name.starts_with(*name));
        // A file that is missing is not free: it must not pass for one that weighs nothing.
        file.map_or(usize::MAX / 16, |it| it.bytes[2])
    };
    let mut budgets: Vec<Budget> = serde_json::from_str(BUDGETS).context("benches/budgets.json")?;
    for budget in &mut budgets {
        budget.spent = budget.files.iter().map(weight).sum();
    }
    Ok(budgets)
}

/// A line for each file, and one for all of them.
pub(super) fn table_of_files(files: &[Sizes]) -> Table {
    let mut table = table_with(["file", "raw", "gzip", "brotli"]);
    let total = [0, 1, 2].map(|it| files.iter().map(|file| file.bytes[it]).sum());
    for Sizes { name, bytes } in files.iter().chain([&Sizes { name: "total".into(), bytes: total }])
    {
        let [raw, gzip, brotli] = bytes.map(with_thousands_separators);
        table.add_row([name, &raw, &gzip, &brotli]);
    }
    table
}

/// A line for each budget.
pub(super) fn table(budgets: &[Budget]) -> Table {
    let mut table = table_with(["what a visitor loads", "brotli", "budget", ""]);
    for it in budgets {
        let [spent, budget] = [it.spent, it.bytes].map(with_thousands_separators);
        table.add_row([it.what, &spent, &budget, it.mark()]);
    }
    table
}

/// A table without lines, whose numbers stand to the right.
fn table_with(header: [&str; 4]) -> Table {
    let mut table = Table::new();
    table.load_style(NOTHING).set_header(header);
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    table
}

/// A number with a comma between its thousands.
fn with_thousands_separators(number: usize) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(files: &[(&str, usize)], spent: [usize; 7]) -> Result<()> {
        let sizes = |(name, weight): &(&str, usize)| Sizes {
            name: (*name).to_owned(),
            bytes: [weight * 4, weight * 2, *weight],
        };
        let budgets = budgets(&files.iter().map(sizes).collect::<Vec<_>>())?;
        assert_eq!(budgets.iter().map(|it| it.spent).collect::<Vec<_>>(), spent);
        assert_eq!([1, 2].map(|it| budgets[it].mark()), ["LOOSE", "OVER"], "{budgets:?}");
        Ok(())
    }

    #[test]
    fn files_that_are_loaded_together_are_added_up_and_a_missing_one_is_not_small() -> Result<()> {
        let mut files = vec![
            ("good-sport.js", 1),
            ("good-sport.en.js", 20),
            ("good-sport.shell.en.0a.js", 300),
            ("good-sport.words.en.1b.js", 4_000),
            ("good-sport.words.fr.2c.js", 50_000),
            ("good-sport.linter.4e.js", 7),
            ("good-sport.rules.en.5f.js", 80),
            ("good-sport.rules.ja.6a.js", 90),
            ("good-sport.rejections.ar.7b.js", 5),
            ("good-sport.program.3d.js", 600_000),
        ];
        check(&files, [1, 20, 604_301, 87, 97, 5, 50_000])?;
        files.pop();
        check(&files, [1, 20, 4_301 + usize::MAX / 16, 87, 97, 5, 50_000])
    }

    #[test]
    fn documentation_has_the_budgets() -> Result<()> {
        // Without the separators of thousands.
        let page = std::fs::read_to_string("../docs/performance.md")?.replace(',', "");
        for Budget { what, bytes, .. } in budgets(&[])? {
            let row = format!("| {} | {bytes} |", what.replace(',', ""));
            assert!(page.contains(&row), "docs/performance.md lacks {row}");
        }
        Ok(())
    }
}
