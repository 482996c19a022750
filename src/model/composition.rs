//! Composition: wordings of one language, chosen by the facts and the seed, with their slots filled in.

use std::cell::RefCell;

use super::details::Details;
use super::linter::text_length;
use super::slots::{form_of_address, highlight, is_complete, is_surnamed, named};
use super::text::{ISOLATE, ends_sentence, is_word_char, join};
use crate::content::{
    Choice, Facts, Field, HighlightForm, Language, Length, Moves, PersonKind, SURNAMED, Slot, Text,
    VARIANT_LIMIT, wording,
};

/// How many bits of the seed pick the variant of one move.
const BITS_PER_MOVE: usize = 2;
/// The shortest word that counts as an echo of another, in letters, and how many of them are compared.
const ECHO_LETTERS: usize = 4;

/// Which variant of each move is taken.
#[derive(Debug, Clone, Copy)]
pub(super) enum Pick {
    /// By a seed, each move on its own.
    Seed(u32),
    /// The same of each move: they belong together.
    Number(usize),
}

impl Pick {
    /// The variant that the move at this place of the text, from 1, takes, out of so many. Each step of the
    /// seed takes all moves to their next variant; its higher digits tell which go together.
    fn variant(self, place: usize, count: usize) -> usize {
        match self {
            Self::Seed(seed) => {
                let digits = seed >> (BITS_PER_MOVE * place % 32);
                (digits as usize % count + seed as usize % count) % count
            }
            Self::Number(number) => number % count,
        }
    }
}

/// What the letter says for each field, where the form has something.
type Values = [Option<String>; Field::ALL.len()];

/// What was made ready for a letter, and may serve for the next one. Most keys change one text: to make
/// all of them fit into a sentence, and to look up the wordings, is most of the work.
#[derive(Debug, Default)]
pub(super) struct Prepared<'l> {
    details: Details,
    /// The tag of the language, and the tone.
    source: [&'l str; 2],
    values: Values,
    form: Option<HighlightForm>,
    holding: Vec<&'l str>,
    found: Found<'l>,
}

impl Prepared<'_> {
    /// Whether it is for this form in this language.
    pub(super) fn is_for(&self, details: &Details, language: &Language) -> bool {
        self.source[0] == language.tag && self.details == *details
    }

    /// Whether the form has something for this field that the letter can use.
    pub(super) fn says(&self, field: Field) -> bool {
        self.values[field as usize].is_some()
    }
}

/// The variants of each move in each length: a letter is tried in several.
type Found<'l> = Vec<([&'l str; 2], Variants<'l>)>;

/// The variants of a move.
#[derive(Debug, Clone, Copy, Default)]
struct Variants<'l> {
    texts: &'l [Text],
    /// Which of [`Language::echoes`] each has, a bit for each.
    echoes: [u32; VARIANT_LIMIT],
}

/// What a text says so far.
#[derive(Debug, Default)]
struct Said {
    text: String,
    /// Which of [`Language::echoes`] its last move has.
    echoes: u32,
}

/// Writes texts of a language from a form: what it chooses by, and where it takes the wordings from.
#[derive(Debug, Clone)]
pub(super) struct Writer<'f, 'l> {
    pub(super) language: &'l Language,
    details: &'f Details,
    facts: Facts,
    /// The tag of the language, and the tone.
    source: [&'l str; 2],
    /// The names that hold, by which wordings are chosen.
    holding: Vec<&'l str>,
    /// The length whose name holds.
    length: &'l str,
    values: Values,
    /// The form of the highlight.
    form: Option<HighlightForm>,
    /// How its words begin that another sentence should not have.
    highlighted: Vec<[char; ECHO_LETTERS]>,
    /// Where the wordings are looked up, one layer after the other.
    layers: [&'l Moves; 2],
    pick: Pick,
    /// Whether a slot is left in braces where its field is one that the prerendered shell fills in.
    is_template: bool,
    found: RefCell<Found<'l>>,
}

impl<'f, 'l> Writer<'f, 'l> {
    /// A writer of the letter.
    pub(super) fn letter(details: &'f Details, language: &'l Language) -> Self {
        Self::letter_after(details, language, Prepared::default())
    }

    /// A writer of the letter, with what still holds of what an earlier one had made ready.
    pub(super) fn letter_after(
        details: &'f Details,
        language: &'l Language,
        before: Prepared<'l>,
    ) -> Self {
        let tone = language.tone(details.get(Field::Tone));
        let base = language.tones.iter().find(|it| it.id == tone.like).unwrap_or(tone);
        let (stated, _) = Facts::parse(details.get(Field::Situation), language);
        let facts = stated.heeded(language);
        let source = [language.tag.as_str(), &tone.id];
        let Prepared { details: old, source: old_source, mut values, mut form, .. } = before;
        let holds = |it| source[0] == old_source[0] && details.get(it) == old.get(it);
        for field in Field::TEXTS.into_iter().filter(|it| !holds(*it)) {
            values[field as usize] = named(field, details, &language.habits);
        }
        if !holds(Field::Highlight) || !holds(Field::Recipient) {
            let highlight = highlight(details, language);
            form = highlight.as_ref().map(|it| it.form);
            values[Field::Highlight as usize] = highlight.map(|it| it.text);
        }
        let highlight = values[Field::Highlight as usize].as_deref().unwrap_or_default();
        let highlighted = beginnings(highlight).collect();
        let holding = holding(details, facts, &values, form, language);
        let is_known = before.holding == holding && old_source == source;
        Self {
            language,
            details,
            facts,
            source,
            holding,
            length: &language.length(details.get(Field::Length)).id,
            values,
            form,
            highlighted,
            layers: [&tone.moves, &base.moves],
            pick: Pick::Seed(details.get(Field::Seed).parse().unwrap_or_default()),
            is_template: false,
            found: RefCell::new(if is_known { before.found } else { Vec::new() }),
        }
    }

    /// A writer of the note to someone else.
    pub(super) fn note(
        details: &'f Details,
        kind: &'l PersonKind,
        number: u8,
        language: &'l Language,
    ) -> Self {
        let writer = Self::letter(details, language);
        let seed: usize = details.get(Field::Seed).parse().unwrap_or_default();
        let pick = Pick::Number(seed.wrapping_add(number.into()));
        Self { layers: [&kind.moves, &language.notes], pick, ..writer }
    }

    /// A writer of the letter for the first of all choices, which leaves the slots in braces that the
    /// prerendered shell fills in.
    pub(super) fn template(details: &'f Details, language: &'l Language) -> Self {
        Self { is_template: true, ..Self::letter(details, language) }
    }

    /// What it has made ready.
    pub(super) fn into_prepared(self) -> Prepared<'l> {
        let Self { source, values, form, holding, .. } = self;
        Prepared {
            details: self.details.clone(),
            source,
            values,
            form,
            holding,
            found: self.found.take(),
        }
    }

    /// The variants of each move of each paragraph.
    pub(super) fn all_variants(&self) -> Vec<Vec<Vec<String>>> {
        let moves =
            |steps: &'l Vec<Text>| steps.iter().map(|it| self.variants(it).collect()).collect();
        self.language.lengths[0].paragraphs.iter().map(moves).collect()
    }

    /// A wording of these moves, as the seed picks it.
    pub(super) fn wording_in(&self, moves: &'l Moves, name: &str) -> Option<String> {
        let variants = wording(&[moves], name, &self.holding);
        let picked = if variants.len() > 1 { self.pick.variant(1, variants.len()) } else { 0 };
        self.fill(variants.get(picked)?)
    }

    /// The body of the letter: of the moves that can be spared as many as there is room for, and of those
    /// in reserve as many as it takes.
    pub(super) fn letter_body(&self) -> String {
        self.body_of_length(self.language.length(self.details.get(Field::Length)))
    }

    fn body_of_length(&self, length: &'l Length) -> String {
        let limit = self.limit(length);
        let mut without = self.extras_left_out(length);
        without.extend(length.reserve.iter().map(Text::as_str));
        let mut body = self.body(&length.paragraphs, &without);
        for step in &length.spare {
            if self.length_of(&body) <= limit {
                break;
            }
            without.push(step.as_str());
            body = self.body(&length.paragraphs, &without);
        }
        for step in &length.reserve {
            if self.length_of(&body) >= length.word_floor {
                break;
            }
            without.retain(|it| it != step);
            body = self.body(&length.paragraphs, &without);
        }
        body
    }

    /// How long a text is, as the language counts.
    fn length_of(&self, text: &str) -> usize {
        text_length(text, self.language.length_unit)
    }

    /// How long a letter of this length should be at most.
    fn limit(&self, length: &Length) -> usize {
        let limit = length.word_limit;
        if length.percent_of_first == 0 {
            return limit;
        }
        // The names that hold are those of the first length: conditions may name one.
        let first = &self.language.lengths[0];
        let holding = self.holding.iter().map(|it| if *it == length.id { &first.id } else { *it });
        let holding = holding.collect();
        let full = Self { holding, length: &first.id, ..self.clone() };
        let words = self.length_of(&full.body_of_length(first));
        self.found.replace(full.found.take());
        limit.min(words * usize::from(length.percent_of_first) / 100)
    }

    /// The extras for which there is no room beside those that matter more.
    fn extras_left_out(&self, length: &'l Length) -> Vec<&'static str> {
        let said = length.extras.iter().filter(|step| self.variants(step).any(|_| true));
        said.skip(length.extra_limit.into()).map(Text::as_str).collect()
    }

    /// The paragraphs of a text, without some moves.
    pub(super) fn body(&self, paragraphs: &'l [Vec<Text>], without: &[&str]) -> String {
        let mut said = Said::default();
        let mut place = 0;
        for steps in paragraphs {
            let mut is_first = true;
            for step in steps {
                place += 1;
                if without.contains(&&**step) {
                    continue;
                }
                let Some((text, echoes)) = self.step(step, place, &said) else { continue };
                let before = match (said.text.is_empty(), is_first) {
                    (true, _) => "",
                    (false, true) => "\n\n",
                    (false, false) => self.language.length_unit.sentence_space(),
                };
                said.text.push_str(before);
                said.text.push_str(&text);
                said.echoes = echoes;
                is_first = false;
            }
        }
        said.text
    }

    /// The variant of a move that the seed picks, or, where it would sound like what is said before it
    /// or like the highlight, the next that does so least; and which echoes it has.
    fn step(&self, step: &'l str, place: usize, said: &Said) -> Option<(String, u32)> {
        let Variants { texts, echoes } = self.wordings(step);
        let count = texts.len();
        let picked = if count > 1 { self.pick.variant(place, count) } else { 0 };
        if matches!(self.pick, Pick::Number(_)) {
            // What belongs to this number may be nothing.
            return Some((self.fill(texts.get(picked)?)?, 0));
        }
        // The prerendered shell, which need not know of this, writes the letter for the first of all
        // choices: there, four sentences never open alike, and no two moves echo each other.
        let is_first = self.is_first();
        let alike = if is_first { 3 } else { 2 };
        let mut best: Option<([bool; 3], String, u32)> = None;
        for place in (picked..count).chain(0..picked) {
            let Some(text) = self.fill(&texts[place]) else { continue };
            let sounds = [
                repeats(&text, &said.text, alike),
                self.echoes_highlight(step, &text),
                !is_first && said.echoes & echoes[place] != 0,
            ];
            if best.as_ref().is_none_or(|(least, ..)| sounds < *least) {
                best = Some((sounds, text, echoes[place]));
            }
            if sounds == [false; 3] {
                break;
            }
        }
        best.map(|(_, text, echoes)| (text, echoes))
    }

    /// Whether it is the letter for the first of all choices.
    fn is_first(&self) -> bool {
        let Language { tones, lengths, asks, .. } = self.language;
        self.form.is_none()
            && self.source[1] == tones[0].id
            && self.length == lengths[0].id
            && self.ask().id == asks[0].id
            && self.facts == Facts::parse("", self.language).0
    }

    /// Whether a text has a word of the highlight, other than its own sentence.
    fn echoes_highlight(&self, step: &str, text: &str) -> bool {
        step != Field::Highlight.name()
            && !self.highlighted.is_empty()
            && beginnings(text).any(|it| self.highlighted.contains(&it))
    }

    /// The variants of a move.
    fn wordings(&self, step: &'l str) -> Variants<'l> {
        let step = match step {
            "ask" if self.holding.contains(&&*self.ask().unless) => return Variants::default(),
            "ask" => &self.ask().id,
            _ => step,
        };
        let sought = [step, self.length];
        let known = self.found.borrow().iter().find(|it| it.0 == sought).map(|it| it.1);
        known.unwrap_or_else(|| {
            let mut variants =
                Variants { texts: wording(&self.layers, step, &self.holding), echoes: [0; _] };
            for (echoes, text) in variants.echoes.iter_mut().zip(variants.texts) {
                *echoes = self.echoes(text);
            }
            self.found.borrow_mut().push((sought, variants));
            variants
        })
    }

    /// Which of [`Language::echoes`] a text has, and what is put in its place.
    fn echoes(&self, text: &'l str) -> u32 {
        let lower = text.to_ascii_lowercase();
        let mut found = 0;
        for (place, echo) in self.language.echoes.iter().enumerate() {
            if echo.split('|').any(|it| lower.contains(it)) {
                found |= 1 << place;
            }
        }
        for part in text.split('{').skip(1) {
            let name = part.split('}').next().unwrap_or_default();
            if self.language.slots.get(name).is_none() {
                found |= self.wordings(name).echoes[0];
            }
        }
        found
    }

    fn ask(&self) -> &'l Choice {
        self.language.ask(self.details.get(Field::Ask), self.facts)
    }

    /// The variants of a move whose slots can be filled in.
    fn variants(&self, step: &'l str) -> impl Iterator<Item = String> {
        self.wordings(step).texts.iter().filter_map(|it| self.fill(it))
    }

    /// The text with its slots filled in; `None` when one of them has nothing to say, or when
    /// there is no text. A name in braces that is no slot is a move, in its first variant.
    pub(super) fn fill(&self, text: &'l str) -> Option<String> {
        if text.is_empty() {
            return None;
        }
        let mut parts = text.split('{');
        let mut filled = parts.next()?.to_owned();
        for part in parts {
            let (name, after) = part.split_once('}')?;
            match self.language.slots.get(name) {
                Some(slot) => self.put(&mut filled, name, slot)?,
                None => filled.push_str(&self.variants(name).next().unwrap_or_default()),
            }
            // "Acme Inc." at the end of a sentence brings its own full stop.
            let after = if filled.trim_end_matches(ISOLATE).ends_with('.') {
                after.strip_prefix('.').unwrap_or(after)
            } else {
                after
            };
            filled.push_str(after);
        }
        Some(filled)
    }

    fn put(&self, filled: &mut String, name: &str, slot: &Slot) -> Option<()> {
        if self.is_template && slot.field != Field::Highlight && slot.field != Field::Referrer {
            filled.push_str(&join(["{", name, "}"].into_iter(), ""));
            return Some(());
        }
        let is_silenced = || self.facts.silence(slot.field.name(), self.language);
        let Some(value) = self.values[slot.field as usize].as_ref().filter(|_| !is_silenced())
        else {
            filled.push_str(slot.absent.as_ref()?);
            return Some(());
        };
        let is_complete = slot.field == Field::Role && is_complete(value, &self.language.habits);
        let is_vowel = |it: char| self.language.habits.vowels.contains(it);
        let given = match &slot.complete {
            Some(complete) if is_complete => complete,
            _ if !slot.elided.is_empty() && value.starts_with(is_vowel) => &slot.elided,
            _ => &slot.given,
        };
        let (before, after) = given.split_once('{').unwrap_or((given, ""));
        filled.push_str(before);
        filled.push_str(value);
        filled.push_str(after.strip_prefix('}').unwrap_or(after));
        Some(())
    }
}

/// The names that hold for a form: those of the facts, of what is chosen, of the fields that are
/// filled in, and of the form of what fills them.
fn holding<'l>(
    details: &Details,
    facts: Facts,
    values: &[Option<String>],
    form: Option<HighlightForm>,
    language: &'l Language,
) -> Vec<&'l str> {
    let mut holding: Vec<&'l str> = facts.each(language).map(|it| it.id.as_str()).collect();
    holding.push(&language.length(details.get(Field::Length)).id);
    holding.push(&language.ask(details.get(Field::Ask), facts).id);
    let retention = Field::Retention.name();
    if details.get(Field::Retention) == Field::YES && !facts.silence(retention, language) {
        holding.push(retention);
    }
    let texts = Field::TEXTS.into_iter().filter(|it| values[*it as usize].is_some());
    holding.extend(texts.map(|it| -> &'l str { it.name() }));
    let recipient = values[Field::Recipient as usize].as_deref().unwrap_or_default();
    let habits = &language.habits;
    let surnamed = is_surnamed(recipient, habits).then_some(SURNAMED);
    holding.extend(form_of_address(recipient, habits).or(surnamed));
    holding.extend(form.map(|it| -> &'l str { it.name() }));
    holding
}

/// How the words of a text begin that count as an echo: "meeting" as "meet".
fn beginnings(text: &str) -> impl Iterator<Item = [char; ECHO_LETTERS]> {
    text.split(|it: char| !is_word_char(it)).filter_map(|word| {
        let mut letters = word.chars().map(|it| it.to_ascii_lowercase());
        Some([letters.next()?, letters.next()?, letters.next()?, letters.next()?])
    })
}

/// Whether a text would open with the same word as all of so many sentences before it.
fn repeats(text: &str, said: &str, count: usize) -> bool {
    let is_end = |it: char| ends_sentence(it) || it == '\n';
    let mut before = said.split(is_end).map(opening).filter(|it| !it.is_empty()).rev();
    (0..count).all(|_| before.next() == Some(opening(text)))
}

/// The first word of a sentence: "I" of "I'd".
fn opening(sentence: &str) -> &str {
    sentence.trim_start().split(|it: char| !is_word_char(it)).next().unwrap_or_default()
}
