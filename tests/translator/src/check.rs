//! Checks one language, and prints what its author should see.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, anyhow};
use good_sport::content::{Field, Language, Sources};
use good_sport::model::{Letter, word_count};
use translator::cases::{
    Case, VOICES, all, letters, letters_text, note, noted, notes_text, situations,
};
use translator::likeness::{most_shared_by_notes, shared_by_seeds};

use crate::Folders;
use crate::{missing, review, spelling};

/// The facts for which letters of two visitors are compared, besides the default.
const SITUATIONS: [&str; 6] = ["", "final phone", "application", "ghosted", "paused", "rescinded"];

/// Prints the first mistake; without one, what is still English, the spelling, the letters, and figures.
/// Writes a review sheet.
///
/// # Errors
///
/// The first mistake: file, line and reason.
pub(crate) fn check(folders: &Folders, tag: &str, sample: Option<u32>) -> Result<()> {
    let mut sources = Sources::read_folder(&folders.languages).map_err(|it| anyhow!(it))?;
    let draft = folders.drafts.join(format!("{tag}.toml"));
    if draft.exists() {
        sources.add(draft).map_err(|it| anyhow!(it))?;
    }
    let (language, _) = sources.language(tag).map_err(|it| anyhow!(it))?;
    let text = sources.text(tag).context("the file was just read")?;
    if let Some(seed) = sample {
        print!("{}", review::sample(&language, seed));
        return Ok(());
    }
    print!("{}{}", letters_text(&language), notes_text(&language));
    println!("=== {} ({tag})", language.name);
    if let Some(english) = sources.text("en").filter(|_| tag != "en") {
        print("Missing or still in English", &missing::missing(text, english)?);
    }
    print("Unknown to the spelling checker", &spelling::unknown(&language, text)?);
    figures(&language);
    let sheet = review::write(&language, &folders.review)?;
    println!("Review sheet, for a native speaker to mark in a browser: {}", sheet.display());
    Ok(())
}

fn print(title: &str, found: &[String]) {
    println!("{title}: {}", if found.is_empty() { "nothing" } else { "" });
    for it in found {
        println!("  {it}");
    }
}

/// How long letters are, and how alike those of two visitors.
fn figures(language: &Language) {
    let mut words: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    let letters = letters(language);
    for length in &language.lengths {
        for (_, letter) in
            letters.iter().filter(|(name, _)| name.contains(&format!("/ {}", length.id)))
        {
            words.entry(length.label.to_string()).or_default().push(word_count(&letter.body));
        }
    }
    for (length, words) in words {
        let (least, most) = (words.iter().min(), words.iter().max());
        println!("{length}: {} to {} words", least.unwrap_or(&0), most.unwrap_or(&0));
    }
    for tone in &language.tones {
        let shares = SITUATIONS.map(|it| format!("{} %", shared_by_seeds(language, tone, it)));
        println!(
            "{}: word trigrams shared by the letters of two visitors: {}",
            tone.label,
            shares.join(", ")
        );
    }
    let (most, worst) = most_shared_by_notes(language);
    println!("Notes of one visitor: at most {most} % of the trigrams shared ({worst})");
    let shortest = situations(language)
        .iter()
        .flat_map(|situation| language.people.iter().map(move |kind| (situation, kind)))
        .flat_map(|(situation, kind)| (0..VOICES).map(move |it| (situation, kind, it)))
        .map(|(situation, kind, voice)| {
            let note = note(language, &noted(situation), voice, &kind.id, "");
            (word_count(&note), format!("{situation}: {} {voice}", kind.id))
        })
        .min();
    if let Some((words, name)) = shortest {
        println!("Shortest note: {words} words ({name})");
    }
    println!(
        "Of short letters, {} % have more than two thirds of the words of the full one",
        long(language)
    );
}

/// The share of short letters that are not a third shorter than the full one, in percent.
fn long(language: &Language) -> usize {
    let cases = all(language);
    let short: Vec<_> = cases.iter().filter(|it| it.form.get(Field::Length) == "short").collect();
    let is_long = |it: &&&Case| {
        let mut full = it.form.clone();
        full.write(Field::Length, "full".to_owned());
        let full = word_count(&Letter::compose(&full, language).body);
        word_count(&it.letter.body) * 3 > full * 2
    };
    short.iter().filter(is_long).count() * 100 / short.len().max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::path::Path;

    use translator::samples::Sample;

    /// What a language may leave out where its norms do not have it.
    const OPTIONAL: [&str; 2] = ["missing: asks[", "missing: checklist["];

    #[test]
    fn every_language_is_whole_and_spelled_as_its_dictionary_says() -> Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/content/languages");
        let sources = Sources::read_folder(&folder).map_err(|it| anyhow!(it))?;
        let english = sources.text("en").context("there is no English")?;
        for (language, _) in sources.languages().map_err(|it| anyhow!(it))? {
            let tag = &*language.tag;
            let text = sources.text(tag).context("it was just read")?;
            assert!(Sample::find(&language).is_some(), "samples.toml has nothing for {tag}");
            if !tag.starts_with("en") {
                let mut missing = missing::missing(text, english)?;
                missing.retain(|it| !OPTIONAL.iter().any(|optional| it.starts_with(optional)));
                assert!(missing.is_empty(), "{tag}: {missing:#?}");
            }
            let unknown = spelling::unknown(&language, text)?;
            let is_checked = unknown.first().is_none_or(|it| !it.starts_with("not checked"));
            assert!(!is_checked || unknown.is_empty(), "{tag}: {unknown:#?}");
        }
        Ok(())
    }
}
