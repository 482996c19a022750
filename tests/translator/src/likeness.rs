//! How alike two texts are: the share of word trigrams that they have in common, names left aside.

use std::collections::HashSet;

use good_sport::content::{Facts, Field, Language, Tone};
use good_sport::model::{Letter, PEOPLE_LIMIT};

use crate::cases::{VOICES, form, note, noted, situations};
use crate::samples::{Sample, filled};

/// The word trigrams of a text.
pub type Trigrams = HashSet<[String; 3]>;

/// The word trigrams of a text, without those that hold one of these names.
#[must_use]
pub fn trigrams(text: &str, names: &[&str]) -> Trigrams {
    let names: HashSet<_> =
        names.iter().flat_map(|it| it.split(' ')).map(str::to_lowercase).collect();
    let words: Vec<_> = text
        .split(|it: char| !it.is_alphanumeric() && it != '’')
        .filter(|it| !it.is_empty())
        .map(str::to_lowercase)
        .collect();
    let unnamed = words.windows(3).filter(|it| !it.iter().any(|word| names.contains(word)));
    unnamed.map(|it| [it[0].clone(), it[1].clone(), it[2].clone()]).collect()
}

/// How much two texts have in common, in percent of the shorter one.
#[must_use]
pub fn shared(one: &Trigrams, other: &Trigrams) -> usize {
    one.intersection(other).count() * 100 / one.len().min(other.len()).max(1)
}

/// How much two letters of one form have in common that differ by the seed, on average over 200 seeds, in
/// percent.
#[must_use]
pub fn shared_by_seeds(language: &Language, tone: &Tone, situation: &str) -> usize {
    let sample = Sample::of(language);
    let names = ["Acme", "Ada Lovelace", &sample.role, &sample.recipient];
    let mut base = filled(language);
    base.write(Field::Highlight, String::new());
    let facts = Facts::parse(situation, language).0;
    let letters: Vec<_> = (0..200_u32)
        .map(|it| {
            // As spread as those that are drawn.
            let seed = it.wrapping_mul(2_654_435_761).to_string();
            let choices = [(Field::Tone, &*tone.id), (Field::Seed, &*seed)];
            let letter = Letter::compose(&form(&base, facts, language, &choices), language);
            trigrams(&letter.body, &names)
        })
        .collect();
    let pairs = letters
        .iter()
        .enumerate()
        .flat_map(|(index, one)| letters[..index].iter().map(move |other| shared(one, other)));
    let shares: Vec<_> = pairs.collect();
    shares.iter().sum::<usize>() / shares.len()
}

/// The two texts of one visitor that have most in common, of the notes to others and the letter: their names,
/// and how much that is, in percent.
#[must_use]
pub fn most_shared_by_notes(language: &Language) -> (usize, String) {
    let names = ["Nnamdi", "Acme", "Ada Lovelace", "taxidermist"];
    // The same detail for all, as someone in a hurry would write it.
    let detail = &Sample::of(language).detail;
    let (mut most, mut worst) = (0, String::new());
    for situation in situations(language) {
        let form = noted(&situation);
        let mut texts = Vec::new();
        for kind in &language.people {
            for voice in 0..VOICES {
                let note = note(language, &form, voice, &kind.id, detail);
                let name = format!("{} {voice}", kind.id);
                texts.push((name, usize::from(voice), trigrams(&note, &names)));
            }
        }
        for tone in &language.tones {
            for length in &language.lengths {
                let mut form = form.clone();
                form.write(Field::Tone, tone.id.to_string());
                form.write(Field::Length, length.id.to_string());
                form.write(Field::Highlight, detail.clone());
                let letter = Letter::compose(&form, language).body;
                let name = format!("letter {} {}", tone.id, length.id);
                texts.push((name, PEOPLE_LIMIT, trigrams(&letter, &names)));
            }
        }
        for (index, (name, voice, text)) in texts.iter().enumerate() {
            for (other_name, other_voice, other) in &texts[..index] {
                // Nobody shares a voice, and only one letter is sent.
                let percent = if voice == other_voice { 0 } else { shared(text, other) };
                if percent > most {
                    most = percent;
                    worst = format!("{situation}: {name} and {other_name}");
                }
            }
        }
    }
    (most, worst)
}
