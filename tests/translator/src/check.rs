//! Checks one language, and prints what its author should see.

use anyhow::{Context as _, Result, anyhow};
use good_sport::content::{Field, Language, Sources};
use good_sport::model::text_length;
use translator::cases::{Case, all, letters_text, notes_text};
use translator::faults::{self, SITUATIONS, echo};
use translator::likeness::{most_shared_by_notes, shared_by_seeds};
use translator::samples::Sample;

use crate::Folders;
use crate::{missing, review, spelling};

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
    let (language, ..) = sources.language(tag).map_err(|it| anyhow!(it))?;
    let text = sources.text(tag).context("the file was just read")?;
    if let Some(seed) = sample {
        print!("{}", review::sample(&language, seed));
        return Ok(());
    }
    print!("{}{}", letters_text(&language), notes_text(&language));
    println!("=== {} ({tag})", language.name);
    if Sample::find(&language).is_none() {
        println!("languages.toml has no sample for {tag}: what is typed is English here");
    }
    // A variety has only what differs.
    let is_whole = !text.contains("\nextends = ");
    if let Some(english) = sources.text("en").filter(|_| tag != "en" && is_whole) {
        print("Missing or still in English", &missing::missing(text, english)?);
    }
    print("Unknown to the spelling checker", &spelling::unknown(&language, text)?);
    figures(&language);
    print("Faults of letters", &faults::of_letters(&language, all(&language).iter()));
    print("Faults of notes", &faults::of_notes(&language));
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

/// How long letters and notes are, and how alike those of two visitors.
fn figures(language: &Language) {
    let cases = all(language);
    for length in &language.lengths {
        let of = cases.iter().filter(|it| it.form.get(Field::Length) == &*length.id);
        let words =
            of.map(|it| (text_length(&it.letter.body, language.length_unit), &it.letter.body));
        let words: Vec<_> = words.collect();
        if let (Some((least, shortest)), Some((most, longest))) =
            (words.iter().min(), words.iter().max())
        {
            println!("{}: {least} to {most} {}", length.label, language.length_unit.name());
            println!("{}", indented("the shortest", shortest));
            println!("{}", indented("the longest", longest));
        }
    }
    for tone in &language.tones {
        let shares = SITUATIONS.map(|it| format!("{} %", shared_by_seeds(language, tone, it)));
        let shares = shares.join(", ");
        println!("{}: word trigrams shared by the letters of two visitors: {shares}", tone.label);
    }
    let echoing = |it: &&Case| echo(&it.letter.body, language).is_some();
    let count = cases.iter().filter(echoing).count();
    println!("Letters with one of `echoes` in two sentences in a row: {count} of {}", cases.len());
    let (most, worst) = most_shared_by_notes(language);
    println!("Notes of one visitor: at most {most} % of the trigrams shared ({worst})");
}

fn indented(title: &str, text: &str) -> String {
    format!("  {title}:\n    {}", text.replace('\n', "\n    "))
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::path::Path;

    /// What a language may leave out where its norms do not have it.
    const OPTIONAL: [&str; 3] = ["missing: asks[", "missing: checklist[", "].silences"];

    #[test]
    fn every_language_is_whole_and_spelled_as_its_dictionary_says() -> Result<()> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../src/content/languages");
        let sources = Sources::read_folder(&folder).map_err(|it| anyhow!(it))?;
        let english = sources.text("en").context("there is no English")?;
        for (language, ..) in sources.languages().map_err(|it| anyhow!(it))? {
            let tag = &*language.tag;
            let text = sources.text(tag).context("it was just read")?;
            assert!(Sample::find(&language).is_some(), "languages.toml has nothing for {tag}");
            if !tag.starts_with("en") {
                let mut missing = missing::missing(text, english)?;
                missing.retain(|it| !OPTIONAL.iter().any(|optional| it.contains(optional)));
                assert!(missing.is_empty(), "{tag}: {missing:#?}");
            }
            let unknown = spelling::unknown(&language, text)?;
            let is_checked = unknown.first().is_none_or(|it| !it.starts_with("not checked"));
            assert!(!is_checked || unknown.is_empty(), "{tag}: {unknown:#?}");
        }
        Ok(())
    }
}
