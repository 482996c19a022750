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
#[derive(Deserialize)]
struct Budget {
    /// The part of the widget that a visitor gets for it.
    what: &'static str,
    /// How the names of the files begin; each stands for one file.
    #[serde(borrow)]
    files: Vec<&'static str>,
    /// The bytes of all files together, with the standard library compiled for size.
    bytes: usize,
    /// The same with the toolchain's own library.
    bytes_stable: usize,
}

fn budgets() -> Result<Vec<Budget>> {
    serde_json::from_str(BUDGETS).context("benches/budgets.json")
}

/// A budget, with the bytes that are spent of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spent {
    /// The part of the widget that a visitor gets for it.
    pub(crate) what: &'static str,
    /// The bytes of the files after Brotli.
    pub(crate) bytes: usize,
    /// The bytes that they may have.
    pub(crate) budget: usize,
}

impl Spent {
    /// Whether it is more than there was to spend.
    pub(crate) fn is_too_much(&self) -> bool {
        self.bytes > self.budget
    }
}

/// The bytes that these files spend of each budget.
///
/// # Errors
///
/// When the budgets cannot be read.
pub(super) fn spent(files: &[Sizes], is_stable: bool) -> Result<Vec<Spent>> {
    let weight = |name: &&str| {
        let file = files.iter().find(|it| it.name.starts_with(*name));
        // A file that is missing is not free: it must not pass for one that weighs nothing.
        file.map_or(usize::MAX / 16, |it| it.bytes[2])
    };
    let spent = |it: Budget| Spent {
        what: it.what,
        bytes: it.files.iter().map(weight).sum(),
        budget: if is_stable { it.bytes_stable } else { it.bytes },
    };
    Ok(budgets()?.into_iter().map(spent).collect())
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
pub(super) fn table(spent: &[Spent]) -> Table {
    let mut table = table_with(["what a visitor loads", "brotli", "budget", ""]);
    for it in spent {
        let [bytes, budget] = [it.bytes, it.budget].map(with_thousands_separators);
        let passed = if it.is_too_much() { "OVER" } else { "" };
        table.add_row([it.what, &bytes, &budget, passed]);
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

    fn files(weights: [usize; 6]) -> Vec<Sizes> {
        let names = [
            "good-sport.js",
            "good-sport.en.js",
            "good-sport.shell.en.0a.js",
            "good-sport.words.en.1b.js",
            "good-sport.words.en-GB.2c.js",
            "good-sport.program.3d.js",
        ];
        names
            .iter()
            .zip(weights)
            .map(|(name, weight)| Sizes {
                name: (*name).to_owned(),
                bytes: [weight * 4, weight * 2, weight],
            })
            .collect()
    }

    #[test]
    fn files_that_are_loaded_together_are_added_up() -> Result<()> {
        let spent = spent(&files([1, 20, 300, 4_000, 50_000, 600_000]), false)?;
        let bytes: Vec<_> = spent.iter().map(|it| it.bytes).collect();
        assert_eq!(bytes, [1, 20, 604_301, 50_000]);
        let too_much: Vec<_> = spent.iter().map(Spent::is_too_much).collect();
        assert_eq!(too_much, [false, false, true, true]);
        Ok(())
    }

    #[test]
    fn a_missing_file_is_not_a_small_one() -> Result<()> {
        assert!(spent(&files([1; 6])[..5], true)?[2].is_too_much());
        Ok(())
    }

    #[test]
    fn the_plain_toolchain_may_make_a_larger_program() -> Result<()> {
        let files = files([1; 6]);
        assert!(spent(&files, true)?[2].budget > spent(&files, false)?[2].budget);
        Ok(())
    }

    #[test]
    fn what_is_over_its_budget_is_marked_and_thousands_are_separated() {
        let spent = |what, bytes| Spent { what, bytes, budget: 1_000 };
        let table = table(&[spent("one", 999), spent("two", 1_234_567)]).to_string();
        let words = |it: &str| it.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let lines: Vec<_> = table.lines().map(words).collect();
        assert_eq!(
            lines[1..],
            [vec!["one", "999", "1,000"], vec!["two", "1,234,567", "1,000", "OVER"]]
        );
    }

    #[test]
    fn documentation_has_the_budgets() -> Result<()> {
        // Without the separators of thousands.
        let page = std::fs::read_to_string("../docs/performance.md")?.replace(',', "");
        for Budget { what, bytes, bytes_stable, .. } in budgets()? {
            let row = format!("| {} | {bytes} | {bytes_stable} |", what.replace(',', ""));
            assert!(page.contains(&row), "docs/performance.md lacks {row}");
        }
        Ok(())
    }
}
