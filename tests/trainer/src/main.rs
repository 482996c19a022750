//! Trains the tone linter's classifier: from notes with a verdict to the weights of a language.
//!
//! Nobody says which sentence of a bad note is the bad one. At first each is, to its share; then the one
//! that weighs most is, and the others to a small part. A sentence that also stands in a good note is
//! none of them.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "these are counts of notes, and weights of a few steps"
)]

mod notes;
mod regression;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::ops::Range;
use std::path::Path;

use anyhow::{Context as _, Result};
use good_sport::content::LinterData;
use good_sport::model::Linter;
use good_sport::model::training::{LARGEST_WEIGHT, weigh, written};

use notes::Note;
use regression::{Sample, fit};

/// The most good notes that may be pointed out, by notes of writers that were not learned from. Others, who
/// write in their own ways, have more of them pointed out than those.
const FALSE_ALARMS: f64 = 0.02;
/// How much the sentences count against the size of the weights.
const PENALTY: f64 = 15.0;
/// So many steps of a written weight are one of a learned one.
const SCALE: f64 = 1.5;
/// How much the sentences of a bad note count that do not weigh most in it.
const OTHERS: f64 = 0.15;
/// How much a sentence of ours counts, which is never to be pointed out.
const OURS: f64 = 3.0;
/// A feature that was met less often teaches nothing.
const LEAST: usize = 6;
/// A weight of fewer steps is not written down: three in four are so small, and together they say little.
const SMALLEST: i8 = 2;
/// The language whose weights are learned.
const TAG: &str = "en";

fn main() -> Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let data = LinterData::for_tag(TAG).context("no such language")?;
    let linter = Linter::new(data);
    let writers = notes::by_writer(&project.join("tests/linter/training"), &linter)?;
    let ours = notes::ours(&project.join("tests"), TAG, &linter)?;

    let threshold = validate(&writers, &ours);
    let notes: Vec<_> = writers.iter().flatten().collect();
    let learned = learn(&notes, &ours);
    let highest = weigh(&learned.weights, &ours).into_iter().fold(0.0, f32::max);
    println!("{} notes, {} weights", notes.len(), learned.count);
    println!("threshold {threshold}; a sentence of ours weighs {highest:.1} at most");
    let file = format!("src/content/languages/{TAG}.weights");
    let threshold = threshold.max(highest).ceil();
    fs::write(project.join(&file), format!("{threshold}\n{}\n", learned.weights))?;
    println!("{file} is written");
    Ok(())
}

/// Weighs the notes of each writer by what was learned from all others; prints how many are found, and
/// gives the threshold.
fn validate(writers: &[Vec<Note>], ours: &[Vec<u32>]) -> f32 {
    let mut weighed = BTreeMap::<&str, Vec<f32>>::new();
    for (index, unknown) in writers.iter().enumerate().skip(SEVERAL_WRITERS) {
        let others = writers.iter().enumerate().filter(|it| it.0 != index);
        let known: Vec<_> = others.flat_map(|it| it.1).collect();
        let learned = learn(&known, ours);
        for note in unknown {
            weighed.entry(&note.verdict).or_default().push(learned.weigh(note));
        }
    }
    let mut good = weighed.remove("good").unwrap_or_default();
    good.sort_by(|a, b| b.total_cmp(a));
    let threshold = |alarms: f64| good[(good.len() as f64 * alarms) as usize];
    for alarms in [FALSE_ALARMS, 0.03, 0.05, 0.08] {
        let found = |it: &[f32]| it.iter().filter(|it| **it > threshold(alarms)).count();
        let shares = weighed.values().map(|it| found(it) as f64 / it.len() as f64);
        let share = 100.0 * shares.sum::<f64>() / weighed.len() as f64;
        let kinds = weighed.iter().map(|(kind, it)| format!("{kind} {}/{}", found(it), it.len()));
        let kinds = kinds.collect::<Vec<_>>().join(", ");
        println!(
            "{:.0} % of good notes flagged: {share:.1} % of bad found ({kinds})",
            100.0 * alarms
        );
    }
    threshold(FALSE_ALARMS)
}

/// So many folders have notes of several writers each, and are only learned from.
const SEVERAL_WRITERS: usize = 2;

/// What was learned: the weights as they are written, and how many they are.
struct Learned {
    weights: String,
    count: usize,
}

impl Learned {
    /// What the sentence that weighs most does.
    fn weigh(&self, note: &Note) -> f32 {
        weigh(&self.weights, &note.sentences).into_iter().fold(f32::NEG_INFINITY, f32::max)
    }
}

/// Learns weights from notes, and from sentences of ours.
fn learn(notes: &[&Note], ours: &[Vec<u32>]) -> Learned {
    let mut counts = BTreeMap::<u32, usize>::new();
    for feature in notes.iter().flat_map(|it| &it.sentences).chain(ours).flatten() {
        *counts.entry(*feature).or_default() += 1;
    }
    counts.retain(|_, count| *count >= LEAST);
    let numbers: HashMap<u32, u32> = counts.keys().copied().zip(0..).collect();
    let (mut samples, suspects) = samples(notes, ours, &numbers);
    let model = fit(&samples, numbers.len(), PENALTY);
    for all in suspects {
        let weight = |it: &usize| model.weigh(&samples[*it]);
        let worst = all.clone().max_by(|a, b| weight(a).total_cmp(&weight(b)));
        for index in all {
            samples[index].count = if Some(index) == worst { 1.0 } else { OTHERS };
        }
    }
    let model = fit(&samples, numbers.len(), PENALTY);
    let limit = f64::from(LARGEST_WEIGHT);
    let steps = model.weights.iter().map(|it| (it * SCALE).round().clamp(-limit, limit) as i8);
    let weights: Vec<_> =
        counts.into_keys().zip(steps).filter(|it| it.1.abs() >= SMALLEST).collect();
    Learned { weights: written(&weights), count: weights.len() }
}

/// The sentences to learn from, and the numbers of those of each bad note that may be the bad one.
fn samples(
    notes: &[&Note],
    ours: &[Vec<u32>],
    numbers: &HashMap<u32, u32>,
) -> (Vec<Sample>, Vec<Range<usize>>) {
    let sample = |sentence: &Vec<u32>, is_bad, count| Sample {
        features: sentence.iter().filter_map(|it| numbers.get(it).copied()).collect(),
        scale: (sentence.len().max(1) as f64).sqrt().recip(),
        is_bad,
        count,
    };
    let (good, bad): (Vec<&Note>, Vec<_>) = notes.iter().partition(|it| it.is_good());
    let good: Vec<_> = good.iter().flat_map(|it| &it.sentences).collect();
    let known: HashSet<_> = good.iter().copied().collect();
    let mut samples: Vec<_> = good.iter().map(|it| sample(it, false, 1.0)).collect();
    samples.extend(ours.iter().map(|it| sample(it, false, OURS)));
    let mut suspects = Vec::new();
    for note in bad {
        let first = samples.len();
        let unknown = note.sentences.iter().filter(|it| !known.contains(it));
        samples.extend(unknown.map(|it| sample(it, true, 1.0)));
        let all = first..samples.len();
        samples[all.clone()].iter_mut().for_each(|it| it.count = 1.0 / all.len() as f64);
        suspects.push(all);
    }
    (samples, suspects)
}
