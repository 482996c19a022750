//! Trains the tone linter's classifier: from notes with a verdict to the weights of a language.
//!
//! A logistic regression over the features of a sentence, with stochastic gradient steps whose size
//! adapts to each weight (`AdaGrad`). A feature that was met once teaches nothing.

#![allow(
    clippy::cast_possible_truncation,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    reason = "these are counts of notes, and weights of a few steps"
)]

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};
use good_sport::content::LinterData;
use good_sport::model::Linter;
use good_sport::model::training::{
    BUCKETS, THRESHOLD_SCALE, TYPICAL_FEATURES, ZERO_WEIGHT, features,
};

use crate::project::Project;

/// The most good notes that may be pointed out, by notes that were not learned from.
const FALSE_ALARMS: f64 = 0.025;
/// In so many parts the notes are split to find where that is.
const FOLDS: usize = 8;
/// How often all sentences are gone through.
const EPOCHS: usize = 40;
/// How strongly weights are drawn toward nothing.
const DECAY: f64 = 3.0;
/// The size of the first step.
const STEP: f64 = 0.25;
/// How much a letter of ours counts, which is never to be pointed out.
const OURS: f64 = 3.0;
/// So many steps of a written weight are one of a learned one.
const SCALE: f64 = 4.0;
/// The most steps of a written weight.
const LIMIT: f64 = 12.0;

/// A note: whether it is good, and the features of its sentences.
struct Note {
    is_good: bool,
    /// How much it counts.
    count: f64,
    sentences: Vec<Vec<u16>>,
}

/// What was learned.
struct Model {
    weights: Vec<f64>,
    bias: f64,
}

impl Model {
    fn weigh(&self, sentence: &[u16]) -> f64 {
        let weight = sentence.iter().map(|it| self.weights[usize::from(*it)]).sum::<f64>();
        self.bias + share(sentence) * weight
    }

    /// The model as it is written down: in few steps, so that it takes few bytes.
    fn rounded(mut self) -> Self {
        for weight in &mut self.weights {
            *weight = (*weight * SCALE).round().clamp(-LIMIT, LIMIT) / SCALE;
        }
        self
    }

    /// What the sentence that weighs most does.
    fn weigh_note(&self, note: &Note) -> f64 {
        note.sentences.iter().map(|it| self.weigh(it)).fold(f64::NEG_INFINITY, f64::max)
    }
}

/// Trains the weights of a language on the notes of a folder, and writes them beside its words.
pub(crate) fn train(project: &Project) -> Result<()> {
    let tag = "en";
    let data = LinterData::for_tag(tag).context("no such language")?;
    let linter = Linter::new(data);
    let mut notes = notes(&project.path("tests/linter/training"), &linter)?;
    // What we write ourselves is to be gracious, too.
    for file in ["letters", "notes"] {
        let text = fs::read_to_string(project.path(format!("tests/{file}/{tag}.txt")))?;
        let texts = text.split("=== ").filter_map(|it| it.split_once('\n'));
        notes.extend(texts.map(|it| Note {
            is_good: true,
            count: OURS,
            sentences: features(&linter, it.1),
        }));
    }

    // Each note is weighed by a model that has not seen it.
    let mut weighed = Vec::new();
    for fold in 0..FOLDS {
        let known = notes.iter().enumerate().filter(|(it, _)| it % FOLDS != fold);
        let model = train_model(&known.map(|(_, note)| note).collect::<Vec<_>>());
        let unknown = notes.iter().skip(fold).step_by(FOLDS);
        weighed.extend(unknown.map(|note| (note.is_good, model.weigh_note(note))));
    }
    let mut good: Vec<_> = weighed.iter().filter(|it| it.0).map(|it| it.1).collect();
    good.sort_by(|a, b| b.total_cmp(a));
    let allowed = (good.len() as f64 * FALSE_ALARMS) as usize;
    let threshold = good.get(allowed).copied().unwrap_or(0.0);
    let bad: Vec<_> = weighed.iter().filter(|it| !it.0).collect();
    let found = bad.iter().filter(|it| it.1 > threshold).count();
    println!("{} notes, each weighed by what was learned from the others:", notes.len());
    println!(
        "{found} of {} bad notes found, {allowed} of {} good ones flagged",
        bad.len(),
        good.len()
    );

    let model = train_model(&notes.iter().collect::<Vec<_>>());
    let ours = notes.iter().filter(|it| it.count > 1.0).map(|it| model.weigh_note(it));
    let threshold = ours.fold(threshold, f64::max);
    let weights = model.weights.iter().map(|it| (f64::from(ZERO_WEIGHT) + it * SCALE) as u8);
    let weights = String::from_utf8(weights.collect())?;
    let threshold = (threshold - model.bias) * SCALE * THRESHOLD_SCALE as f64;
    let threshold = threshold.round().clamp(0.0, 255.0);
    let file = format!("src/content/languages/{tag}.weights");
    fs::write(project.path(&file), format!("{threshold}\n{weights}\n"))?;
    println!("{file} is written");
    Ok(())
}

/// The notes of a folder: a file for each verdict, an empty line between two notes.
fn notes(folder: &Path, linter: &Linter) -> Result<Vec<Note>> {
    let mut notes = Vec::new();
    let mut files = fs::read_dir(folder)?.map(|it| Ok(it?.path())).collect::<Result<Vec<_>>>()?;
    files.sort();
    for file in files {
        let is_good = file.file_stem().is_some_and(|it| it == "good");
        let text = fs::read_to_string(&file)?;
        let texts = text.split("\n\n").filter(|it| !it.trim().is_empty());
        notes.extend(texts.map(|it| Note { is_good, count: 1.0, sentences: features(linter, it) }));
    }
    Ok(notes)
}

/// How much each feature of a sentence counts: less in a long one, as where it is read.
fn share(sentence: &[u16]) -> f64 {
    (TYPICAL_FEATURES as f64 / sentence.len().max(1) as f64).sqrt()
}

fn train_model(notes: &[&Note]) -> Model {
    // Nobody says which sentence of a bad note is the bad one: each is, to its share.
    let samples = notes.iter().flat_map(|note| {
        let share = if note.is_good { 1.0 } else { 1.0 / note.sentences.len() as f64 };
        let is_bad = if note.is_good { 0.0 } else { 1.0 };
        note.sentences.iter().map(move |it| (it, is_bad, share * note.count))
    });
    fit(&samples.collect::<Vec<_>>()).rounded()
}

/// Fits a model to sentences, each with whether it is bad, from 0 to 1, and how much it counts.
fn fit(samples: &[(&Vec<u16>, f64, f64)]) -> Model {
    let mut model = Model { weights: vec![0.0; BUCKETS], bias: 0.0 };
    let mut steps = vec![1e-8; BUCKETS];
    let mut bias_steps = 1e-8;
    let mut counts = vec![0.0; BUCKETS];
    for feature in samples.iter().flat_map(|it| it.0) {
        counts[usize::from(*feature)] += 1.0;
    }
    let mut order: Vec<_> = (0..samples.len()).collect();
    let mut random = 1_u64;
    for _ in 0..EPOCHS {
        for index in (1..order.len()).rev() {
            random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            order.swap(index, (random >> 33) as usize % (index + 1));
        }
        for index in &order {
            let (sentence, is_bad, count) = samples[*index];
            let error = count * (1.0 / (1.0 + (-model.weigh(sentence)).exp()) - is_bad);
            let share = share(sentence);
            let features = sentence.iter().map(|it| usize::from(*it));
            for feature in features.filter(|it| counts[*it] > 1.0) {
                let slope = error * share + DECAY * model.weights[feature] / counts[feature];
                steps[feature] += slope * slope;
                model.weights[feature] -= STEP * slope / steps[feature].sqrt();
            }
            bias_steps += error * error;
            model.bias -= STEP * error / bias_steps.sqrt();
        }
    }
    model
}
