//! The tables: for each variant the median, how many times Preact's that is, and the spread.

use std::fmt::Write as _;

use comfy_table::presets::NOTHING;
use comfy_table::{CellAlignment, Table};

use crate::condition::Condition;
use crate::page::Place;
use crate::results::Results;
use crate::sample::{Metric, Summary};
use crate::variant::{VARIANTS, Variant};

/// The text of a cell without a meaning.
const NONE: &str = "–";

/// All tables of one condition.
pub(crate) fn tables(results: &Results, condition: Condition) -> String {
    let mut text = format!("\n{condition}\n\n");
    text += &table(results, condition, Place::Near, &Metric::ALL);
    let page = |metric| results.of_page(condition, metric);
    if let (Some(tasks), Some(heap)) = (page(Metric::LongTasks), page(Metric::Heap)) {
        let _ = writeln!(text, "\nThe page itself has {tasks:.0} long tasks and {heap:.0} kB.");
    }
    let far = table(results, condition, Place::Far, &Metric::FAR);
    if !far.is_empty() {
        let _ = write!(text, "\n{condition}, a widget that is never reached\n\n{far}");
    }
    text
}

fn table(results: &Results, condition: Condition, place: Place, metrics: &[Metric]) -> String {
    let variants: Vec<_> = VARIANTS.iter().filter(|it| results.has(condition, place, it)).collect();
    if variants.is_empty() {
        return String::new();
    }
    let mut table = aligned();
    table.set_header([""].into_iter().chain(metrics.iter().map(|it| it.title())));
    for variant in variants {
        let cells = metrics.iter().map(|metric| cell(results, condition, place, variant, *metric));
        table.add_row([heading(place, variant)].into_iter().chain(cells));
    }
    finished(table)
}

/// The name of a row, and of the lines below its medians.
fn heading(place: Place, variant: &Variant) -> String {
    let ratio = if has_ratio(place, variant) { "\n  to Preact" } else { "" };
    format!("{}{ratio}\n  quartiles", variant.name)
}

fn has_ratio(place: Place, variant: &Variant) -> bool {
    place == Place::Near && variant.has_form()
}

fn cell(
    results: &Results,
    condition: Condition,
    place: Place,
    variant: &Variant,
    metric: Metric,
) -> String {
    let Some(summary) = results.summary(condition, place, variant, metric) else {
        return NONE.to_owned();
    };
    let mut cell = number(summary.median, metric.digits());
    if has_ratio(place, variant) {
        let ratio = results.to_preact(condition, metric, variant);
        cell += &ratio.map_or_else(|| "\n".to_owned(), |it| format!("\n×{it:.2}"));
    }
    cell + "\n" + spread(&summary, metric.digits()).as_str()
}

/// From the first to the third quartile, where they differ.
fn spread(summary: &Summary, digits: usize) -> String {
    let [low, high] = [summary.first_quartile, summary.third_quartile].map(|it| number(it, digits));
    if low == high { String::new() } else { format!("{low}…{high}") }
}

/// A number with its thousands apart.
pub(crate) fn number(value: f64, digits: usize) -> String {
    let plain = format!("{:.digits$}", value.abs());
    let (whole, rest) = plain.split_at(plain.find('.').unwrap_or(plain.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let is_nothing = plain.chars().all(|it| matches!(it, '0' | '.'));
    let sign = if value < 0.0 && !is_nothing { "-" } else { "" };
    [sign, &grouped, rest].concat()
}

/// A table without lines, with names on the left and numbers on the right.
pub(crate) fn aligned() -> Table {
    let mut table = Table::new();
    table.load_style(NOTHING);
    table
}

/// The text of a table, without spaces at the ends of its lines.
pub(crate) fn finished(mut table: Table) -> String {
    for column in table.column_iter_mut().skip(1) {
        column.set_cell_alignment(CellAlignment::Right);
    }
    let mut text = String::new();
    for line in table.lines() {
        text += line.trim_end();
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::tests::example;

    #[test]
    fn thousands_stand_apart() {
        let check = |value, digits, expected| assert_eq!(number(value, digits), expected);
        check(0.0, 0, "0");
        check(999.4, 0, "999");
        check(52_438.0, 0, "52,438");
        check(1_234_567.0, 0, "1,234,567");
        check(-1_500.0, 0, "-1,500");
        check(-0.2, 0, "0");
        check(0.0456, 3, "0.046");
    }

    #[test]
    fn a_row_holds_the_median_the_ratio_and_the_spread() {
        let metrics = [Metric::Bytes, Metric::Live, Metric::Paint];
        let text = table(&example(), Condition::SlowPhone, Place::Near, &metrics);
        let expected = "\
                        bytes    live  widget's
                       in all      ms  paint ms
 good-sport.en.one.js  12,100   1,210         –
   to Preact            ×1.21   ×1.21
   quartiles
 Preact                10,000   1,000         –
   to Preact            ×1.00   ×1.00
   quartiles
 Svelte                11,000   1,100         –
   to Preact            ×1.10   ×1.10
   quartiles
";
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(words(&text), words(expected), "{text}");
        let ends: Vec<_> = text.lines().filter_map(|it| it.find("–")).collect();
        assert_eq!(ends.len(), 3);
        assert!(ends.iter().all(|it| Some(it) == ends.first()), "{text}");
    }
}
