//! The samples of all visits, and what they say together.

use std::collections::BTreeMap;

use crate::condition::Condition;
use crate::page::Place;
use crate::sample::{Metric, Sample, Summary};
use crate::variant::{PREACT, Variant};

/// The key of a result: the condition, the place of the tag, and the variant's name.
type Key = (Condition, Place, Option<&'static str>);

/// The samples of all visits.
#[derive(Debug, Default)]
pub(crate) struct Results(BTreeMap<Key, Vec<Sample>>);

impl Results {
    /// Adds what one visit measured.
    pub(crate) fn add(
        &mut self,
        condition: Condition,
        place: Place,
        variant: Option<&Variant>,
        sample: Sample,
    ) {
        self.0.entry((condition, place, variant.map(|it| it.name))).or_default().push(sample);
    }

    /// The summary of one metric over the visits; of what a page has itself, only what came with the
    /// widget.
    pub(crate) fn summary(
        &self,
        condition: Condition,
        place: Place,
        variant: &Variant,
        metric: Metric,
    ) -> Option<Summary> {
        let summary = self.raw(&(condition, place, Some(variant.name)), metric)?;
        if metric.is_added() {
            // The page is one and the same, wherever no widget stands.
            let base = self.raw(&(condition, Place::Near, None), metric)?;
            return Some(summary.less(base.median));
        }
        Some(summary)
    }

    /// The median alone.
    pub(crate) fn median(
        &self,
        condition: Condition,
        place: Place,
        variant: &Variant,
        metric: Metric,
    ) -> Option<f64> {
        self.summary(condition, place, variant, metric).map(|it| it.median)
    }

    /// How many times a variant's median is the other's.
    pub(crate) fn ratio(
        &self,
        condition: Condition,
        metric: Metric,
        variant: &Variant,
        other: &Variant,
    ) -> Option<f64> {
        let median = |it| self.median(condition, Place::Near, it, metric);
        let base = median(other).filter(|it| *it > 0.0)?;
        metric.has_ratio().then_some(median(variant)? / base)
    }

    /// How many times a variant's median is Preact's.
    pub(crate) fn to_preact(
        &self,
        condition: Condition,
        metric: Metric,
        it: &Variant,
    ) -> Option<f64> {
        self.ratio(condition, metric, it, &PREACT)
    }

    /// Whether anything was measured there.
    pub(crate) fn has(&self, condition: Condition, place: Place, variant: &Variant) -> bool {
        self.0.contains_key(&(condition, place, Some(variant.name)))
    }

    /// The value of a metric on the page without a widget.
    pub(crate) fn of_page(&self, condition: Condition, metric: Metric) -> Option<f64> {
        self.raw(&(condition, Place::Near, None), metric).map(|it| it.median)
    }

    fn raw(&self, key: &Key, metric: Metric) -> Option<Summary> {
        let samples = self.0.get(key)?;
        Summary::of(samples.iter().filter_map(|it| it.get(&metric).copied()).collect())
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::variant::{ONE_FILE, SVELTE};

    /// Results of one visit to each of three variants and to the page without a widget.
    pub(crate) fn example() -> Results {
        let condition = Condition::SlowPhone;
        let mut results = Results::default();
        let sample = |live, tasks| {
            Sample::from([
                (Metric::Live, live),
                (Metric::LongTasks, tasks),
                (Metric::Bytes, live * 10.0),
            ])
        };
        results.add(condition, Place::Near, None, sample(0.0, 2.0));
        results.add(condition, Place::Near, Some(&PREACT), sample(1_000.0, 2.0));
        results.add(condition, Place::Near, Some(&SVELTE), sample(1_100.0, 3.0));
        results.add(condition, Place::Near, Some(&ONE_FILE), sample(1_210.0, 2.0));
        results
    }

    #[test]
    fn ratios_are_those_of_the_medians() {
        let results = example();
        let ratio = |metric, other| results.ratio(Condition::SlowPhone, metric, &ONE_FILE, other);
        assert_eq!(ratio(Metric::Live, &PREACT), Some(1.21));
        assert_eq!(ratio(Metric::Live, &SVELTE), Some(1.1));
        assert_eq!(ratio(Metric::Paint, &PREACT), None);
    }

    #[test]
    fn the_tasks_of_the_page_itself_are_not_the_widgets() {
        let results = example();
        let tasks = |it| results.median(Condition::SlowPhone, Place::Near, it, Metric::LongTasks);
        assert_eq!(tasks(&ONE_FILE), Some(0.0));
        assert_eq!(tasks(&SVELTE), Some(1.0));
    }
}
