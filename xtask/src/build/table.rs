//! The tables of what each file weighs, and of what is spent of each budget, as they are printed at
//! the end of a build.

use std::fmt::Write as _;

use super::budget::{Sizes, Spent};

/// A line for each file, and one for all of them.
pub(super) fn files(files: &[Sizes]) -> String {
    let mut total = Sizes { name: "total".to_owned(), ..Sizes::default() };
    for file in files {
        for (sum, bytes) in total.bytes.iter_mut().zip(file.bytes) {
            *sum += bytes;
        }
    }
    let rows = || files.iter().chain([&total]);
    let width = rows().map(|row| row.name.len()).max().unwrap_or_default();
    let mut text = format!("{:width$} {:>11} {:>11} {:>11}\n", "file", "raw", "gzip", "brotli");
    for row in rows() {
        let [raw, gzip, brotli] = row.bytes.map(with_thousands_separators);
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{:width$} {raw:>11} {gzip:>11} {brotli:>11}", row.name);
    }
    text
}

/// A line for each budget.
pub(super) fn budgets(spent: &[Spent]) -> String {
    let heading = "what a visitor loads";
    let widths = spent.iter().map(|it| it.what.len());
    let width = widths.chain([heading.len()]).max().unwrap_or_default();
    let mut text = format!("{heading:width$} {:>11} {:>11}\n", "brotli", "budget");
    for it in spent {
        let (bytes, budget) =
            (with_thousands_separators(it.bytes), with_thousands_separators(it.budget));
        let passed = if it.is_too_much() { "  OVER" } else { "" };
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{:width$} {bytes:>11} {budget:>11}{passed}", it.what);
    }
    text
}

/// A number with a comma between its thousands.
pub(crate) fn with_thousands_separators(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        let check = |number, expected| assert_eq!(with_thousands_separators(number), expected);
        check(0, "0");
        check(999, "999");
        check(1_000, "1,000");
        check(123_456, "123,456");
        check(1_234_567, "1,234,567");
    }

    #[test]
    fn a_budget_that_is_passed_is_marked() {
        let spent = |what, bytes| Spent { what, bytes, budget: 1_000 };
        assert_eq!(
            budgets(&[spent("the first", 1_000), spent("the second one", 1_001)]),
            "\
what a visitor loads      brotli      budget
the first                  1,000       1,000
the second one             1,001       1,000  OVER
"
        );
    }

    #[test]
    fn numbers_stand_to_the_right_and_are_added_up() {
        let file = |name: &str, bytes| Sizes { name: name.to_owned(), bytes };
        let text =
            super::files(&[file("good-sport.js", [2_500, 1_200, 999]), file("a.js", [1, 2, 3])]);
        assert_eq!(
            text,
            "\
file                  raw        gzip      brotli
good-sport.js       2,500       1,200         999
a.js                    1           2           3
total               2,501       1,202       1,002
"
        );
    }
}
