//! Samples: the measurements of one visit, and their summary over many.

use std::collections::BTreeMap;

/// The metrics, in the order of the columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Metric {
    /// Bytes that had come when the widget was first painted.
    BytesToPaint,
    /// Bytes in all.
    Bytes,
    /// Requests for them.
    Requests,
    /// When the page painted anything.
    FirstContentfulPaint,
    /// When the widget was first painted.
    Paint,
    /// When what is typed reaches the letter.
    Live,
    /// How much of the page moved while it loaded.
    LayoutShift,
    /// Tasks of more than 50 ms, beyond those of the page without a widget.
    LongTasks,
    /// From a key to the new letter.
    Key,
    /// The same with the page laid out anew.
    KeyAndLayout,
    /// The memory of scripts, beyond that in the page without a widget.
    Heap,
    /// The memory of the WebAssembly program.
    LinearMemory,
}

impl Metric {
    /// All metrics.
    pub(crate) const ALL: [Self; 12] = [
        Self::BytesToPaint,
        Self::Bytes,
        Self::Requests,
        Self::FirstContentfulPaint,
        Self::Paint,
        Self::Live,
        Self::LayoutShift,
        Self::LongTasks,
        Self::Key,
        Self::KeyAndLayout,
        Self::Heap,
        Self::LinearMemory,
    ];

    /// The part of them for a widget that is never reached.
    pub(crate) const FAR: [Self; 4] = [Self::Bytes, Self::Requests, Self::LongTasks, Self::Heap];

    /// The head of its column.
    pub(crate) fn title(self) -> &'static str {
        match self {
            Self::BytesToPaint => "bytes\nto paint",
            Self::Bytes => "bytes\nin all",
            Self::Requests => "requests",
            Self::FirstContentfulPaint => "page's\npaint ms",
            Self::Paint => "widget's\npaint ms",
            Self::Live => "live\nms",
            Self::LayoutShift => "layout\nshift",
            Self::LongTasks => "long tasks\nadded",
            Self::Key => "a key\nµs",
            Self::KeyAndLayout => "a key and\nlayout µs",
            Self::Heap => "JS heap\nadded kB",
            Self::LinearMemory => "linear\nmemory kB",
        }
    }

    /// Whether the page itself has some of it, which is not the widget's doing.
    pub(crate) fn is_added(self) -> bool {
        matches!(self, Self::LongTasks | Self::Heap)
    }

    /// Whether a ratio says something: it does not of what the page itself does, nor of a number
    /// that may be less than nothing.
    pub(crate) fn has_ratio(self) -> bool {
        !self.is_added() && self != Self::FirstContentfulPaint
    }

    /// How many digits stand behind the point.
    pub(crate) fn digits(self) -> usize {
        if self == Self::LayoutShift { 3 } else { 0 }
    }
}

/// The measurements of one visit.
pub(crate) type Sample = BTreeMap<Metric, f64>;

/// The summary of one metric over many visits.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Summary {
    /// Half of the values are above it.
    pub(crate) median: f64,
    /// A quarter of the values is below it.
    pub(crate) first_quartile: f64,
    /// A quarter of the values is above it.
    pub(crate) third_quartile: f64,
}

impl Summary {
    /// Sums values up, if there are any.
    pub(crate) fn of(mut values: Vec<f64>) -> Option<Self> {
        values.sort_by(f64::total_cmp);
        Some(Self {
            median: quantile(&values, 0.5)?,
            first_quartile: quantile(&values, 0.25)?,
            third_quartile: quantile(&values, 0.75)?,
        })
    }

    /// The same, less what a page has without a widget.
    pub(crate) fn less(self, base: f64) -> Self {
        Self {
            median: self.median - base,
            first_quartile: self.first_quartile - base,
            third_quartile: self.third_quartile - base,
        }
    }
}

/// The value at a part of the way through sorted values, between two of them where it falls there.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "a few values, and a part from 0 to 1"
)]
fn quantile(sorted: &[f64], part: f64) -> Option<f64> {
    let place = sorted.len().checked_sub(1)? as f64 * part;
    let below = sorted.get(place.floor() as usize)?;
    let above = sorted.get(place.ceil() as usize)?;
    Some(below + (above - below) * place.fract())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_summary_is_that_of_the_textbook() {
        let check = |values: &[f64], expected: [f64; 3]| {
            let summary = Summary::of(values.to_vec());
            let found = summary.map(|it| [it.first_quartile, it.median, it.third_quartile]);
            assert_eq!(found, Some(expected), "{values:?}");
        };
        check(&[5.0], [5.0, 5.0, 5.0]);
        check(&[4.0, 1.0, 3.0, 2.0], [1.75, 2.5, 3.25]);
        check(&[7.0, 1.0, 2.0, 6.0, 3.0, 5.0, 4.0], [2.5, 4.0, 5.5]);
        assert_eq!(Summary::of(Vec::new()), None);
    }

    #[test]
    fn what_the_page_has_itself_is_taken_from_all_of_it() {
        let summary = Summary::of(vec![3.0, 4.0, 5.0]).map(|it| it.less(3.0));
        let expected = Summary { median: 1.0, first_quartile: 0.5, third_quartile: 1.5 };
        assert_eq!(summary, Some(expected));
    }
}
