//! Targets of the widget, and whether it reaches them.

use serde::Deserialize;

use crate::condition::Condition;
use crate::lasting::Lasting;
use crate::page::Place;
use crate::results::Results;
use crate::sample::Metric;
use crate::table::{aligned, finished, number};
use crate::variant::{ANY_LANGUAGE, ENGLISH, ONE_FILE, PREACT, SVELTE, Variant};

/// The unit of a limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    Bytes,
    Times,
    Microseconds,
    Kibibytes,
    Score,
    Number,
}

impl Unit {
    fn show(self, value: f64) -> String {
        match self {
            Self::Bytes => format!("{} B", number(value, 0)),
            Self::Times => format!("{value:.2} x"),
            Self::Microseconds => format!("{} µs", number(value, 0)),
            Self::Kibibytes => format!("{} kB", number(value, 0)),
            Self::Score => number(value, 3),
            Self::Number => number(value, 0),
        }
    }
}

/// One thing to reach.
#[derive(Debug, Clone)]
struct Target {
    what: &'static str,
    unit: Unit,
    limit: f64,
    measured: Option<f64>,
}

impl Target {
    fn verdict(&self) -> String {
        match self.measured {
            None => "not measured".to_owned(),
            Some(measured) if measured <= self.limit => "pass".to_owned(),
            Some(measured) => format!("short by {}", self.unit.show(measured - self.limit)),
        }
    }
}

/// The list of targets with their verdicts.
pub(crate) fn verdicts(results: &Results, lasting: Option<&Lasting>) -> String {
    let mut table = aligned();
    table.set_header(["target", "limit", "measured", "verdict"]);
    let targets =
        [bytes(results, lasting), times(results), keys(results), manners(results, lasting)];
    for target in targets.concat() {
        let measured = target.measured.map_or_else(|| "–".to_owned(), |it| target.unit.show(it));
        let limit = target.unit.show(target.limit);
        table.add_row([target.what.to_owned(), limit, measured, target.verdict()]);
    }
    format!("\n{}", finished(table))
}

/// The most that one of the variants has of a metric, where the tag is near.
fn most(
    results: &Results,
    condition: Condition,
    metric: Metric,
    variants: &[Variant],
) -> Option<f64> {
    let medians =
        variants.iter().filter_map(|it| results.median(condition, Place::Near, it, metric));
    medians.max_by(f64::total_cmp)
}

const SLOW: Condition = Condition::SlowPhone;
const WIDGETS: [Variant; 3] = [ANY_LANGUAGE, ENGLISH, ONE_FILE];

/// The size budgets, which the build keeps.
const BUDGETS: &str = include_str!("../budgets.json");

/// A number of bytes after Brotli that a page or a visitor may be made to load.
#[derive(Deserialize)]
struct Budget {
    what: &'static str,
    bytes: f64,
}

fn bytes(results: &Results, lasting: Option<&Lasting>) -> Vec<Target> {
    // What each budget is for, in the order of the file.
    let measured = [
        results.median(SLOW, Place::Far, &ANY_LANGUAGE, Metric::Bytes),
        most(results, SLOW, Metric::BytesToPaint, &[ENGLISH]),
        most(results, SLOW, Metric::Bytes, &[ANY_LANGUAGE, ENGLISH]),
        // No visit of the bench has an edit or a paste, in whichever language.
        None,
        None,
        None,
        lasting.map(|it| it.language_bytes),
    ];
    // A test reads them.
    let budgets: Vec<Budget> = serde_json::from_str(BUDGETS).unwrap_or_default();
    let target = |(Budget { what, bytes }, measured)| Target {
        what,
        unit: Unit::Bytes,
        limit: bytes,
        measured,
    };
    budgets.into_iter().zip(measured).map(target).collect()
}

fn times(results: &Results) -> Vec<Target> {
    let target = |what, limit, metric, variant, other| {
        let measured = results.ratio(SLOW, metric, variant, other);
        Target { what, unit: Unit::Times, limit, measured }
    };
    vec![
        target("first paint to Preact's (good-sport.en.js)", 1.0, Metric::Paint, &ENGLISH, &PREACT),
        target("live to Preact's, one file", 1.25, Metric::Live, &ONE_FILE, &PREACT),
        target("live to Svelte's, one file", 1.15, Metric::Live, &ONE_FILE, &SVELTE),
        target("live to Preact's, default tag", 1.6, Metric::Live, &ANY_LANGUAGE, &PREACT),
    ]
}

fn keys(results: &Results) -> Vec<Target> {
    let ratio = |what, condition| Target {
        what,
        unit: Unit::Times,
        limit: 1.0,
        measured: results.to_preact(condition, Metric::Key, &ANY_LANGUAGE),
    };
    let time = |what, condition, limit| Target {
        what,
        unit: Unit::Microseconds,
        limit,
        measured: most(results, condition, Metric::Key, &[ANY_LANGUAGE]),
    };
    vec![
        ratio("a key to Preact's", Condition::Unthrottled),
        ratio("a key to Preact's, CPU x4", SLOW),
        time("a key", Condition::Unthrottled, 500.0),
        time("a key, CPU x4", SLOW, 2_000.0),
    ]
}

fn manners(results: &Results, lasting: Option<&Lasting>) -> Vec<Target> {
    let target = |what, unit, limit, measured| Target { what, unit, limit, measured };
    let shift = most(results, SLOW, Metric::LayoutShift, &WIDGETS);
    let tasks = most(results, SLOW, Metric::LongTasks, &WIDGETS);
    let memory = most(results, SLOW, Metric::LinearMemory, &WIDGETS);
    let nodes = lasting.map(|it| it.nodes);
    let listeners = lasting.map(|it| it.listeners);
    vec![
        target("layout shift of the page", Unit::Score, 0.0, shift),
        target("tasks over 50 ms that the widget adds, CPU x4", Unit::Number, 0.0, tasks),
        target("linear memory", Unit::Kibibytes, 256.0, memory),
        target("nodes left after 100 mounts", Unit::Number, 0.0, nodes),
        target("listeners left after 100 mounts", Unit::Number, 0.0, listeners),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::tests::example;

    #[test]
    fn a_verdict_says_by_how_much_a_target_is_missed() {
        let check = |unit, limit, measured, expected| {
            let target = Target { what: "it", unit, limit, measured };
            assert_eq!(target.verdict(), expected);
        };
        check(Unit::Bytes, 2_500.0, Some(2_500.0), "pass");
        check(Unit::Bytes, 56_000.0, Some(90_544.0), "short by 34,544 B");
        check(Unit::Times, 1.25, Some(1.3), "short by 0.05 x");
        check(Unit::Number, 0.0, Some(-1.0), "pass");
        check(Unit::Score, 0.0, None, "not measured");
    }

    #[test]
    fn every_target_is_listed_whether_it_was_measured_or_not() {
        let text = verdicts(&example(), None);
        let line = |start: &str| text.lines().find(|it| it.trim().starts_with(start));
        assert!(
            line("live to Preact's, one file").is_some_and(|it| it.ends_with("pass")),
            "{text}"
        );
        assert!(line("another language").is_some_and(|it| it.ends_with("not measured")));
    }
}
