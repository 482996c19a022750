//! Faults that no letter or note may have in any language: too long, two questions, what was typed left out,
//! sentences that open alike, two forms that make the same letter.

use std::collections::{HashMap, HashSet};

use good_sport::content::{Field, Language, LengthUnit, Text};
use good_sport::model::{
    Details, LengthVerdict, Letter, PEOPLE_LIMIT, question_count, text_length,
};

use crate::cases::{Case, VOICES, facts, form, name_of, note, noted, situations};
use crate::likeness::{most_shared_by_notes, shared_by_seeds};
use crate::samples::{Sample, filled};

/// How much of the word trigrams two letters of one form share at most on average, in percent.
const SHARED_PERCENT: usize = 45;
/// The most that two notes may have in common, in percent of the word trigrams of the shorter one.
const NOTES_SHARED_PERCENT: usize = 60;
/// The facts for which the letters of two visitors are compared.
pub const SITUATIONS: [&str; 6] =
    ["", "final phone", "application", "ghosted", "paused", "rescinded"];
/// Marks that no text has, the placeholders of slots among them.
const ODD: [&str; 13] =
    ["{", "}", "[", "]", "  ", " ,", " .", "..", ",,", " \n", "!", "—", "\n\n\n"];

/// Faults, each once for the first text that has it.
#[derive(Default)]
struct Faults(HashMap<String, (String, usize)>);

impl Faults {
    fn add(&mut self, kind: impl Into<String>, text: impl FnOnce() -> String) {
        self.0.entry(kind.into()).or_insert_with(|| (text(), 0)).1 += 1;
    }

    fn into_texts(self) -> Vec<String> {
        let text = |(kind, (text, count))| format!("{kind}, {count} times; such as {text}");
        let mut texts: Vec<String> = self.0.into_iter().map(text).collect();
        texts.sort();
        texts
    }
}

/// The faults of letters: of these cases, and of any.
#[must_use]
pub fn of_letters<'c>(language: &Language, cases: impl Iterator<Item = &'c Case>) -> Vec<String> {
    let mut faults = Faults::default();
    let unit = language.length_unit;
    let (mut short, mut long) = (0, 0);
    for case in cases {
        let Case { facts, form: typed, letter } = case;
        let chosen = [Field::Tone, Field::Length, Field::Ask, Field::Seed];
        let chosen = chosen.map(|it| typed.get(it)).join(" / ");
        let name = || format!("{} / {chosen}:\n{}", name_of(*facts, language), letter.body);
        let with = |field: Field, value: &str| {
            Letter::compose(&form(typed, *facts, language, &[(field, value)]), language)
        };
        of_text(&mut faults, letter, &name);
        let words = text_length(&letter.body, unit);
        let most = match (typed.get(Field::Length), unit) {
            ("short", LengthUnit::Words) => 80,
            ("short", LengthUnit::Characters) => 260,
            (_, LengthUnit::Words) => 120,
            (_, LengthUnit::Characters) => 400,
        };
        if LengthVerdict::of(words, unit) != LengthVerdict::Good || words > most {
            faults.add("too few or too many words", || format!("{words} words in {}", name()));
        }
        if typed.get(Field::Length) == "short" {
            let full = text_length(&with(Field::Length, "full").body, unit);
            short += 1;
            long += usize::from(words * 3 > full * 2);
            // Nothing is left to spare where few words say what has to be said.
            if words * 6 > full * 5 {
                faults.add("a short letter that is hardly shorter", || {
                    format!("{words} words of {full} in {}", name())
                });
            }
        } else if !typed.get(Field::Company).is_empty() {
            let whole = format!("{}\n{}", letter.subject, letter.body);
            // Colleagues need not be told where they work, and French greets "Madame," without a name.
            let is_greeted = language.tag != "fr";
            for field in Field::TEXTS {
                let is_left_out = match field {
                    Field::Company => facts.has("internal", language),
                    Field::Recipient => !is_greeted,
                    Field::Referrer => true,
                    _ => false,
                };
                if !is_left_out && !whole.contains(typed.get(field)) {
                    faults.add(format!("{} is not in a full letter", field.name()), name);
                }
            }
        }
        let seed: u32 = typed.get(Field::Seed).parse().unwrap_or_default();
        if with(Field::Seed, &(seed + 1).to_string()).body == letter.body {
            faults.add("the next seed makes the same letter", name);
        }
    }
    if long * 20 > short {
        faults.add(
            "short letters of over two thirds of the full one, more than one in twenty",
            || format!("{long} of {short}"),
        );
    }
    of_choices(&mut faults, language);
    of_template(&mut faults, language);
    for tone in &language.tones {
        for situation in SITUATIONS {
            let mean = shared_by_seeds(language, tone, situation);
            if mean > SHARED_PERCENT {
                faults.add("letters of two visitors that are alike", || {
                    format!("{mean} % of the trigrams: {} {situation:?}", tone.id)
                });
            }
        }
    }
    faults.into_texts()
}

/// Two facts, tones or lengths that make the same letter.
fn of_choices(faults: &mut Faults, language: &Language) {
    let (singles, _) = facts(language);
    for base in [filled(language), Details::default()] {
        let mut seen = HashMap::new();
        for facts in &singles {
            for tone in &language.tones {
                for length in &language.lengths {
                    let choices = [(Field::Tone, &*tone.id), (Field::Length, &*length.id)];
                    let name = name_of(*facts, language);
                    // What only the referrer's name can tell of, and what a short letter leaves out.
                    let is_silent = name == "referral" && base.get(Field::Referrer).is_empty()
                        || name == "automated" && length.id == "short";
                    if is_silent {
                        continue;
                    }
                    let name = format!("{name} / {} / {}", tone.id, length.id);
                    let letter =
                        Letter::compose(&form(&base, *facts, language, &choices), language);
                    if let Some(other) = seen.insert(letter.body.clone(), name.clone()) {
                        faults.add("two choices that make the same letter", || {
                            format!("{name} and {other}:\n{}", letter.body)
                        });
                    }
                }
            }
        }
    }
}

/// Two moves of the letter for the first of all choices that may echo each other: there, no other variant is
/// taken.
fn of_template(faults: &mut Faults, language: &Language) {
    let moves = Letter::template(language).paragraphs.concat();
    let moves: Vec<_> = moves.into_iter().filter(|it| !it.is_empty()).collect();
    for pair in moves.windows(2) {
        for (one, other) in pair[0].iter().flat_map(|one| pair[1].iter().map(move |it| (one, it))) {
            let text = format!("{one}\n{other}");
            if let Some(echo) = echo(&text, language) {
                faults.add(
                    format!("{echo:?} twice in the letter for the first of all choices"),
                    || text.clone(),
                );
            }
        }
    }
}

/// One of [`Language::echoes`] that stands in two sentences in a row.
pub fn echo(text: &str, language: &Language) -> Option<&'static str> {
    let text = text.to_lowercase();
    let sentences: Vec<_> = sentences(&text).map(str::to_owned).collect();
    let has = |sentence: &str, echo: &str| echo.split('|').any(|it| sentence.contains(it));
    let mut all = language.echoes.iter().map(Text::as_str);
    all.find(|echo| sentences.windows(2).any(|it| has(&it[0], echo) && has(&it[1], echo)))
}

fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['.', '?', '\n', '。', '؟']).filter(|it| !it.trim().is_empty())
}

/// What no text may have.
fn of_text(faults: &mut Faults, Letter { subject, body }: &Letter, name: &dyn Fn() -> String) {
    for odd in ODD.iter().filter(|it| body.contains(**it) || subject.contains(**it)) {
        faults.add(format!("{odd:?} in a text"), name);
    }
    if question_count(body) > 1 {
        faults.add("two questions", name);
    }
    let words: Vec<_> = body.split_whitespace().map(str::to_lowercase).collect();
    if words.windows(2).any(|pair| pair[0] == pair[1]) {
        faults.add("a doubled word", name);
    }
    let starts = sentences(body)
        .filter_map(|it| it.split([' ', '’', ',', '،', '、']).find(|it| !it.is_empty()));
    let starts: Vec<_> = starts.collect();
    if starts.windows(4).any(|it| it.iter().all(|start| *start == it[0])) {
        faults.add("four sentences in a row that open alike", name);
    }
}

/// The faults of notes.
#[must_use]
pub fn of_notes(language: &Language) -> Vec<String> {
    let mut faults = Faults::default();
    let unit = language.length_unit;
    let Sample { detail, courtesies, .. } = Sample::of(language);
    for situation in situations(language) {
        for kind in &language.people {
            let mut sentences = HashSet::new();
            let mut notes = HashSet::new();
            for voice in 0..VOICES {
                let mut untouched = Details::default();
                untouched.write(Field::Situation, situation.clone());
                for (form, detail) in [(untouched, ""), (noted(&situation), detail)] {
                    let body = note(language, &form, voice, &kind.id, detail);
                    let name = || format!("{situation} / {} / {voice}:\n{body}", kind.id);
                    let words = text_length(&body, unit);
                    let letter = Letter { subject: String::new(), body: body.clone() };
                    of_text(&mut faults, &letter, &name);
                    if question_count(&body) > 0 {
                        faults.add("a question in a note", name);
                    }
                    // Of someone of whom nothing is told there is less to say: 20 words without the name.
                    let brief = match unit {
                        LengthUnit::Words => 21..30,
                        LengthUnit::Characters => 50..100,
                    };
                    let is_brief = (detail.is_empty() || unit == LengthUnit::Characters)
                        && brief.contains(&words);
                    if LengthVerdict::of(words, unit) != LengthVerdict::Good && !is_brief {
                        faults.add("too few or too many words in a note", || {
                            format!("{words} words in {}", name())
                        });
                    }
                }
                let form = noted(&situation);
                let sender = form.get(Field::Sender);
                let body = note(language, &form, voice, &kind.id, "");
                let middle = body.split_once("\n\n").and_then(|it| it.1.rsplit_once("\n\n"));
                let Some((middle, _)) = middle else {
                    faults.add("a note without greeting or closing", || body.clone());
                    continue;
                };
                for sentence in middle.split_inclusive(['.', '。']) {
                    let sentence = sentence.trim();
                    // Who writes is said in each.
                    let is_custom =
                        courtesies.iter().any(|it| it == sentence) || sentence.contains(sender);
                    if !is_custom && !sentences.insert(sentence.to_owned()) {
                        faults.add("a sentence in two notes of one visitor", || {
                            format!("{situation} / {}: {sentence}", kind.id)
                        });
                    }
                }
                notes.insert(body);
            }
            if notes.len() < PEOPLE_LIMIT {
                faults.add("fewer wordings of a note than people", || {
                    format!("{situation} / {}: {}", kind.id, notes.len())
                });
            }
        }
    }
    let (most, worst) = most_shared_by_notes(language);
    if most > NOTES_SHARED_PERCENT {
        faults.add("notes of one visitor that are alike", || format!("{most} %: {worst}"));
    }
    faults.into_texts()
}
