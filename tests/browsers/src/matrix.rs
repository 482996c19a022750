//! The test matrix: the outcome of each test in each engine.

use std::cmp::Reverse;
use std::fmt;
use std::sync::{Arc, OnceLock};
use std::time::Duration;
use std::{env, fs};

use anyhow::{Context as _, Result, ensure};

use crate::engine::Engine;
use crate::project;

/// The page of the documentation that has the table.
const PAGE: &str = "docs/compatibility.md";
/// The marks around the table there.
const MARKS: [&str; 2] = ["<!-- matrix -->\n", "<!-- /matrix -->"];

/// How many of the slowest tests are listed.
const SLOWEST: usize = 20;

/// Whether a test passed, and how long it took, once it has run.
#[derive(Debug, Clone, Default)]
pub(crate) struct Outcome(Arc<OnceLock<(bool, Duration)>>);

impl Outcome {
    /// Takes note of how it went.
    pub(crate) fn set(&self, passed: bool, duration: Duration) {
        // A test runs once.
        let _ = self.0.set((passed, duration));
    }
}

/// The outcome of one test in one engine.
#[derive(Debug, Clone)]
enum Cell {
    /// It was to run.
    Driven(Outcome),
    /// The engine cannot be driven to it, for the reason of this number.
    LeftOut(usize),
}

#[derive(Debug)]
struct Row {
    test: &'static str,
    cells: [Cell; Engine::ALL.len()],
}

/// The tests, by what they are about, and what came of them.
#[derive(Debug, Default)]
pub(crate) struct Matrix {
    sections: Vec<(&'static str, Vec<Row>)>,
    reasons: Vec<&'static str>,
}

impl Matrix {
    /// Begins a section.
    pub(crate) fn begin(&mut self, title: &'static str) {
        self.sections.push((title, Vec::new()));
    }

    /// The title of the section that was begun last.
    pub(crate) fn section(&self) -> Option<&'static str> {
        self.sections.last().map(|(title, _)| *title)
    }

    /// Adds a test to the section that was begun last.
    pub(crate) fn add(&mut self, test: &'static str) {
        let cells = std::array::from_fn(|_| Cell::Driven(Outcome::default()));
        if let Some((_, rows)) = self.sections.last_mut() {
            rows.push(Row { test, cells });
        }
    }

    /// Leaves an engine out of a test.
    pub(crate) fn leave_out(&mut self, test: &str, engine: Engine, why: &'static str) {
        let known = self.reasons.iter().position(|it| *it == why);
        let number = known.unwrap_or(self.reasons.len());
        if known.is_none() {
            self.reasons.push(why);
        }
        let row = self.rows_mut().find(|it| it.test == test);
        if let Some(row) = row {
            row.cells[engine as usize] = Cell::LeftOut(number);
        }
    }

    /// Where a test says how it went in an engine.
    pub(crate) fn outcome(&self, test: &str, engine: Engine) -> Outcome {
        let row = self.rows().find(|it| it.test == test);
        match row.map(|it| &it.cells[engine as usize]) {
            Some(Cell::Driven(outcome)) => outcome.clone(),
            _ => Outcome::default(),
        }
    }

    /// Whether there is such a test, or such a section.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.rows().any(|it| it.test == name) || self.sections.iter().any(|it| it.0 == name)
    }

    /// The tests that took longest, and how long all tests of each engine took.
    pub(crate) fn slowest(&self) -> String {
        let mut durations = Vec::new();
        let mut sums = Engine::ALL.map(|engine| (Duration::ZERO, engine));
        for row in self.rows() {
            for (cell, engine) in row.cells.iter().zip(Engine::ALL) {
                let Cell::Driven(outcome) = cell else { continue };
                let Some((_, duration)) = outcome.0.get() else { continue };
                durations.push((*duration, engine, row.test));
                sums[engine as usize].0 += *duration;
            }
        }
        durations.sort_by_key(|(duration, ..)| Reverse(*duration));
        let sums = sums.map(|(sum, engine)| format!("{:6.1} s  {engine}", sum.as_secs_f32()));
        let slowest = durations.iter().take(SLOWEST).map(|(duration, engine, test)| {
            format!("{:6.1} s  {engine}::{test}", duration.as_secs_f32())
        });
        let lines: Vec<_> = sums.into_iter().chain(slowest).collect();
        lines.join("\n")
    }

    fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|(_, rows)| rows)
    }

    fn rows_mut(&mut self) -> impl Iterator<Item = &mut Row> {
        self.sections.iter_mut().flat_map(|(_, rows)| rows)
    }

    /// Compares the table with the one in the documentation, or writes it there; what it says of
    /// skipped engines, and of tests that were left out, stands.
    ///
    /// # Errors
    ///
    /// When the page has another one, or is to get one that lacks an engine or a test.
    pub(crate) fn compare(&self, skipped: &[Engine], left_out: &[&str]) -> Result<()> {
        let path = project::root()?.join(PAGE);
        let page = fs::read_to_string(&path)?;
        let no_matrix = || format!("{PAGE} has no matrix");
        let (before, rest) = page.split_once(MARKS[0]).with_context(no_matrix)?;
        let (old, after) = rest.split_once(MARKS[1]).with_context(no_matrix)?;
        let new = self.to_string();
        if env::var_os("UPDATE").is_some() {
            let is_whole = skipped.is_empty() && left_out.is_empty();
            ensure!(is_whole, "the matrix needs a run of every test in every engine");
            fs::write(&path, [before, MARKS[0], &new, MARKS[1], after].concat())?;
        } else {
            let same = without(old, skipped, left_out) == without(&new, skipped, left_out);
            ensure!(same, "{PAGE} has another matrix; UPDATE=1 writes this one");
        }
        Ok(())
    }
}

/// A table of Markdown without the columns of some engines and the rows of some tests.
fn without(table: &str, skipped: &[Engine], left_out: &[&str]) -> Vec<String> {
    let is_there = |line: &&str| {
        !left_out.iter().any(|test| line.starts_with(&format!("| {} |", label(test))))
    };
    let is_kept = |column: usize| !skipped.iter().any(|it| *it as usize + 2 == column);
    let row = |line: &str| {
        let cells = line.split('|').enumerate().filter(|(column, _)| is_kept(*column));
        cells.map(|(_, cell)| cell).collect::<Vec<_>>().join("|")
    };
    table.lines().filter(is_there).map(row).collect()
}

/// How the table calls a test.
fn label(test: &str) -> String {
    test.replace('_', " ").replace(" s ", "’s ")
}

impl fmt::Display for Matrix {
    /// As a table of Markdown, of what has run.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let has_run = |row: &&Row| {
            row.cells.iter().any(|it| matches!(it, Cell::Driven(it) if it.0.get().is_some()))
        };
        write!(f, "| Case |")?;
        for engine in Engine::ALL {
            write!(f, " {engine} |")?;
        }
        writeln!(f, "\n|---|{}", "---|".repeat(Engine::ALL.len()))?;
        for (title, rows) in &self.sections {
            for (number, row) in rows.iter().filter(has_run).enumerate() {
                if number == 0 {
                    writeln!(f, "| **{title}** |{}", " |".repeat(Engine::ALL.len()))?;
                }
                write!(f, "| {} |", label(row.test))?;
                for cell in &row.cells {
                    match cell {
                        Cell::LeftOut(reason) => write!(f, " {} |", reason + 1)?,
                        Cell::Driven(it) => write!(
                            f,
                            " {} |",
                            match it.0.get() {
                                Some((true, _)) => "pass",
                                Some((false, _)) => "**FAIL**",
                                None => "",
                            }
                        )?,
                    }
                }
                writeln!(f)?;
            }
        }
        writeln!(f)?;
        for (number, reason) in self.reasons.iter().enumerate() {
            writeln!(f, "{}. {reason}", number + 1)?;
        }
        Ok(())
    }
}
