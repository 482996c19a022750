//! What reviewers get: letters and notes as chance fills in the form, as text and as a sheet to mark.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Result;
use good_sport::content::{Facts, Field, Group, Language};
use good_sport::model::{Letter, word_count};
use maud::{DOCTYPE, PreEscaped, html};
use translator::cases::{VOICES, note, noted, situations};
use translator::samples::{Sample, details};

/// How many letters and notes a reviewer reads at once.
const LETTERS: u32 = 20;
const NOTES: u32 = 12;

/// Style and script of the sheet.
const STYLE: &str = include_str!("../review.css");
const SCRIPT: &str = include_str!("../review.js");

/// Something to mark.
struct Piece {
    name: String,
    text: String,
}

/// Letters and notes as text.
pub(crate) fn sample(language: &Language, seed: u32) -> String {
    let mut text = String::new();
    for Piece { name, text: piece } in pieces(language, seed) {
        let _ = write!(text, "=== {name}\n{piece}\n\n");
    }
    text
}

/// Writes the sheet, a page that needs no server, and returns where.
pub(crate) fn write(language: &Language, folder: &Path) -> Result<PathBuf> {
    let pieces = pieces(language, 1);
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width";
                title { "Review of " (language.name) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                h1 { "Review of " (language.name) }
                p {
                    "Somebody was just turned down for a job and sends one of these letters. Would you, as a native "
                    "speaker, send it as it is? Choose for each, change the words where you would, and press the "
                    "button at the end: it makes a text of your marks, to send back. The names are examples."
                }
                form {
                    @for (number, piece) in (1_u32..).zip(&pieces) {
                        fieldset {
                            legend { (number) ". " (piece.name) }
                            div.text contenteditable="true" lang=(language.tag) dir=(language.direction()) {
                                (piece.text)
                            }
                            @for mark in ["send", "edit", "no"] {
                                label { input type="radio" name=(number) value=(mark); (mark) }
                            }
                            label.why { "Why: " input type="text" name=(format!("why-{number}")); }
                        }
                    }
                    button type="button" { "Gather my marks" }
                    textarea readonly aria-label="Your marks" {}
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    fs::create_dir_all(folder)?;
    let file = folder.join(format!("{}.html", language.tag));
    fs::write(&file, page.into_string())?;
    Ok(file.canonicalize()?)
}

fn pieces(language: &Language, seed: u32) -> Vec<Piece> {
    let mut chance = Chance(seed);
    let letters: Vec<_> = (0..LETTERS).map(|_| letter(language, &mut chance)).collect();
    let notes = (0..NOTES).map(|_| a_note(language, &mut chance));
    letters.into_iter().chain(notes).collect()
}

/// A letter of somebody who filled in the form as people do.
fn letter(language: &Language, chance: &mut Chance) -> Piece {
    let sample = Sample::of(language);
    let mut facts = Facts::parse("", language).0;
    for group in [Group::Outcome, Group::Stage, Group::Channel] {
        let of: Vec<_> = language.facts.iter().filter(|it| it.group == group).collect();
        // Half of all have the usual facts.
        let index = if chance.below(2) == 0 { 0 } else { chance.below(of.len()) };
        facts = facts.with(&of[index].id, true, language);
    }
    for fact in language.facts.iter().filter(|it| it.group == Group::Also) {
        facts = facts.with(&fact.id, chance.below(7) == 0, language);
    }
    let facts = facts.heeded(language);
    let tone = &language.tones[chance.below(language.tones.len())];
    let length = &language.lengths[chance.below(language.lengths.len())];
    let asks: Vec<_> = language.asks(facts).collect();
    let ask = if chance.below(2) == 0 { asks[0] } else { asks[chance.below(asks.len())] };
    let number = chance.next().to_string();
    let form = details(&[
        (Field::Company, if chance.below(6) == 0 { "" } else { "Acme" }),
        (Field::Role, if chance.below(6) == 0 { "" } else { &sample.role }),
        (Field::Recipient, &sample.recipients[chance.below(sample.recipients.len())]),
        (Field::Sender, "Ada Lovelace"),
        (Field::Referrer, "Luis"),
        (Field::Highlight, &sample.highlights[chance.below(sample.highlights.len())]),
        (Field::Situation, &facts.to_text(language)),
        (Field::Tone, &tone.id),
        (Field::Length, &length.id),
        (Field::Ask, &ask.id),
        (Field::Seed, &number),
    ]);
    let Letter { subject, body } = Letter::compose(&form, language);
    let name = format!(
        "Letter, {}: {}, {} ({} words)",
        facts.to_text(language),
        tone.id,
        length.id,
        word_count(&body)
    );
    Piece { name, text: format!("{subject}\n\n{body}") }
}

fn a_note(language: &Language, chance: &mut Chance) -> Piece {
    let kind = &language.people[chance.below(language.people.len())];
    let situations = situations(language);
    let situation = &situations[chance.below(situations.len())];
    let voice = u8::try_from(chance.below(usize::from(VOICES))).unwrap_or_default();
    let detail = if chance.below(2) == 0 { "" } else { Sample::of(language).detail.as_str() };
    let text = note(language, &noted(situation), voice, &kind.id, detail);
    Piece { name: format!("Note, {situation}: {}", kind.id), text }
}

/// Numbers that look like chance and are the same each time: a linear congruential generator.
struct Chance(u32);

impl Chance {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        self.0 >> 8
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next()).unwrap_or_default() % limit.max(1)
    }
}
