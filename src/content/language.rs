//! What one language says, as plain data: the shape of the files in `content/languages`.
//!
//! The build script reads this file too, so it stands on its own.

use std::collections::BTreeMap;

use serde::{Deserialize, Deserializer};

/// All that one language says: its labels, its letters and its checklist.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Language {
    /// Its BCP 47 tag, such as `en-GB`.
    pub tag: String,
    /// Its name in its own words.
    pub name: String,
    /// Whether it is written from right to left.
    #[serde(default)]
    pub right_to_left: bool,
    /// What the widget says around the letter.
    pub labels: Labels,
    /// How it may have ended; the first is the default.
    pub situations: Vec<Situation>,
    /// What the letter may ask for; the first is the default.
    pub asks: Vec<Choice>,
    /// How long the letter may be; the first is the default.
    pub lengths: Vec<Plan>,
    /// How the letter may sound; the first is the default.
    pub tones: Vec<Tone>,
    /// Whom one meets on the way, and what a note to each of them says; the first is the default.
    pub people: Vec<Plan>,
    /// How the notes are worded, one after the other, so that no two people get the same.
    pub voices: Vec<Voice>,
    /// The letter in a few words: wordings by the names of the model's `ShortMessage`s.
    pub briefs: Moves,
    /// When to write again, and what.
    pub reminders: Vec<Prompt>,
    /// What the calendar shows then: the first of which no slot is empty. Others may see it.
    pub reminder_titles: Vec<String>,
    /// The parts of the subject; a part whose slot is empty is left out.
    pub subject: Vec<String>,
    /// What stands between two parts of the subject.
    pub subject_separator: String,
    /// A letter that is true whatever was chosen, for where no other can be made.
    pub fallback: String,
    /// What may stand in braces in a text of the letter, by name.
    pub slots: Map<Slot>,
    /// How what a visitor types is made to fit into a sentence.
    pub habits: Habits,
    /// What the tone linter looks for.
    pub linter: LinterData,
    /// The good-sportsmanship checklist, in order.
    pub checklist: Vec<Item>,
    /// Tag and name of every language there is, this one included; filled in by the build.
    #[serde(default)]
    pub all: Vec<(String, String)>,
}

/// Values by name, as in a table of a language file.
#[derive(Debug, Clone, PartialEq)]
pub struct Map<T>(pub Vec<(String, T)>);

impl<T> Map<T> {
    /// The value of this name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&T> {
        self.0.iter().find(|(it, _)| it == name).map(|(_, value)| value)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Map<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        BTreeMap::deserialize(deserializer).map(|table| Self(table.into_iter().collect()))
    }
}

/// One of several things to choose from.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The value of the attribute and of the form control.
    pub id: String,
    /// What the visitor reads.
    pub label: String,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Situation {
    /// The value of the attribute and of the form control.
    pub id: String,
    /// What the visitor reads.
    pub label: String,
    /// Patterns by which a rejection tells of it; see the model's `linter::patterns`.
    #[serde(default)]
    pub patterns: Vec<String>,
    /// What a letter in this situation does not ask for: the `id`s of asks.
    #[serde(default)]
    pub without: Vec<String>,
    /// Whether the writer may allow them to keep the application for a time.
    #[serde(default)]
    pub retention: bool,
}

/// What a text is made of: which moves it makes, in which paragraphs. A letter has one for each
/// length, a note one for each kind of person.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The value of the attribute and of the form control.
    pub id: String,
    /// What the visitor reads.
    pub label: String,
    /// The moves of each paragraph, from the greeting to the name. The move `ask` is the one that the
    /// writer chose.
    pub paragraphs: Vec<Vec<String>>,
}

/// A tone: how each move of the letter is worded.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tone {
    /// The value of the attribute and of the form control.
    pub id: String,
    /// What the visitor reads.
    pub label: String,
    /// The wordings of each move.
    pub moves: Moves,
}

/// How the note to one of several people is worded.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Voice {
    /// A name, by which another language changes it.
    pub id: String,
    /// The wordings of each move.
    pub moves: Moves,
}

/// When to write again, and what.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// In how many months.
    pub months: u8,
    /// The same in words.
    pub label: String,
    /// What to write then.
    pub note: String,
}

/// The wordings of each move of a text. The key of a wording is a situation or `any`, and may end in
/// `-` and the `id` of a plan; see [`Moves::wording`].
pub type Moves = Map<Map<String>>;

impl Moves {
    /// The wording of a move: the one for this situation and plan, else for this situation, else
    /// for any situation and this plan, else for any. An empty wording leaves the move out.
    #[must_use]
    pub fn wording(&self, step: &str, situation: &str, plan: &str) -> &str {
        let Some(wordings) = self.get(step) else { return "" };
        let wording = |situation: &str, plan: Option<&str>| {
            wordings.0.iter().find(|(key, _)| match key.split_once('-') {
                Some((before, after)) => before == situation && Some(after) == plan,
                None => key == situation && plan.is_none(),
            })
        };
        wording(situation, Some(plan))
            .or_else(|| wording(situation, None))
            .or_else(|| wording("any", Some(plan)))
            .or_else(|| wording("any", None))
            .map_or("", |(_, text)| text)
    }
}

/// The fields of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Field {
    /// The company that said no.
    Company,
    /// The role that was applied for.
    Role,
    /// Whom the letter greets.
    Recipient,
    /// Who writes.
    Sender,
    /// One thing the writer valued.
    Highlight,
    /// How it ended: the `id` of a situation.
    Situation,
    /// How the letter sounds: the `id` of a tone.
    Tone,
    /// How long it is: the `id` of a length.
    Length,
    /// What it asks for: the `id` of an ask.
    Ask,
    /// Whether they may keep the application for a time: [`Field::YES`], or nothing.
    Retention,
}

impl Field {
    /// All fields, in the order of the form.
    pub const ALL: [Self; 10] = [
        Self::Company,
        Self::Role,
        Self::Recipient,
        Self::Sender,
        Self::Highlight,
        Self::Situation,
        Self::Tone,
        Self::Length,
        Self::Ask,
        Self::Retention,
    ];

    /// The fields that a page may read and fill in by the element's `details`.
    pub const DETAILS: [Self; 8] = [
        Self::Company,
        Self::Role,
        Self::Recipient,
        Self::Sender,
        Self::Highlight,
        Self::Situation,
        Self::Tone,
        Self::Length,
    ];

    /// The value of a field that is a box, when it is ticked.
    pub const YES: &str = "yes";

    /// The fields that hold what the visitor types.
    pub const TEXTS: [Self; 5] =
        [Self::Company, Self::Role, Self::Recipient, Self::Sender, Self::Highlight];

    /// The name of the attribute, of the form control and of the key in `details`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Company => "company",
            Self::Role => "role",
            Self::Recipient => "recipient",
            Self::Sender => "sender",
            Self::Highlight => "highlight",
            Self::Situation => "situation",
            Self::Tone => "tone",
            Self::Length => "length",
            Self::Ask => "ask",
            Self::Retention => "retention",
        }
    }
}

/// What a name in braces stands for.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// The field it is made from.
    pub field: Field,
    /// The words when the field is filled in; `{}` stands for the field.
    pub given: String,
    /// The words when it is empty. Without them a text that has this slot is left out.
    pub absent: Option<String>,
    /// Whether the field is taken when it is a sentence of its own, rather than a part of one.
    #[serde(default)]
    pub sentence: bool,
}

/// How what a visitor types is made to fit into a sentence. All in lower case; the letters from A to
/// Z match in either case.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Habits {
    /// Greetings that are dropped before a name, since the letter has its own.
    pub greetings: Vec<String>,
    /// What is dropped before the name of a role.
    pub before_role: Vec<String>,
    /// What is dropped after the name of a role.
    pub after_role: Vec<String>,
    /// Beginnings of a highlight that only repeat the sentence it is put into.
    pub lead_ins: Vec<String>,
    /// First words that lose their capital within a sentence.
    pub small_words: Vec<String>,
    /// Beginnings of the line that takes leave, before the name of who writes.
    pub leaves: Vec<String>,
    /// Names in a greeting that are nobody's.
    pub nameless: Vec<String>,
    /// First words that make a highlight a sentence of its own.
    pub sentence_starts: Vec<String>,
    /// Of what is dropped before a name or a role, what may belong to it, where it and what follows
    /// are in capitals.
    pub also_names: Vec<String>,
    /// What stands beside a name and is none.
    pub titles: Vec<String>,
    /// Words in what a team, a company or an office calls itself, and no person.
    pub teams: Vec<String>,
    /// What stands before the name of a company in what it writes.
    pub employers: Vec<String>,
    /// Patterns for a message that says how it ended.
    pub decided: Vec<String>,
    /// Patterns for a message that says that an application has come in.
    pub received: Vec<String>,
    /// Patterns for what may come: what a sentence says from there on has not happened.
    pub conditions: Vec<String>,
}

/// What the tone linter knows of a language. All in lower case, with straight apostrophes.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LinterData {
    /// What may be pointed out.
    pub rules: Vec<Rule>,
    /// Words that patterns name by `@` and the name of the list; a word may end in `*`.
    pub lists: Map<Vec<String>>,
    /// Endings that a word loses before it is weighed, the longest first.
    pub endings: Vec<String>,
    /// The weights of features, a letter for each; see the model's `linter::classifier`. Filled in by the
    /// build from the file that `cargo xtask train` writes.
    #[serde(default)]
    pub weights: String,
    /// What the weights of a sentence must exceed; filled in with them.
    #[serde(default)]
    pub threshold: u8,
    /// The check that has what is sensed and no pattern names, by its `id`.
    pub unnamed: String,
    /// Patterns for what means no harm: what they match speaks for nothing.
    pub neutral: Vec<String>,
    /// Endings of words that are words of their own, such as `n't`, and how they are read.
    pub contractions: Map<String>,
    /// Words that end in a full stop within a sentence.
    pub abbreviations: Vec<String>,
    /// Words that may stand twice in a row.
    pub doubles: Vec<String>,
    /// What blanks of a template are called, and the field that fills them.
    pub blanks: Map<Field>,
    /// What is in an address that nobody reads, without its marks.
    pub unread: Vec<String>,
    /// The moves that a letter makes, each by words of which it has one at least.
    pub required: Vec<Vec<String>>,
    /// General words where something of one's own could stand.
    pub stock: Vec<String>,
}

impl LinterData {
    /// A word as it is read: a contraction is two.
    pub fn spelled_out<'a>(&'a self, word: &'a str) -> impl Iterator<Item = &'a str> {
        let contractions = self.contractions.0.iter();
        let (stem, ending) = contractions
            .filter_map(|(ending, full)| Some((word.strip_suffix(ending.as_str())?, full.as_str())))
            .find(|(stem, _)| !stem.is_empty())
            .unwrap_or((word, ""));
        [stem, ending].into_iter().filter(|it| !it.is_empty())
    }

    /// Whether a full stop behind this word may be its own.
    #[must_use]
    pub fn is_abbreviation(&self, word: &str) -> bool {
        self.abbreviations.iter().any(|it| it == word)
    }

    /// Whether this is an ordinary word, which nobody writes in capitals.
    #[must_use]
    pub fn is_ordinary(&self, word: &str) -> bool {
        let listed = self.lists.0.iter().flat_map(|(_, words)| words);
        let cued = self.rules.iter().flat_map(|it| &it.patterns).flat_map(|it| it.split(' '));
        listed.map(String::as_str).chain(cued).any(|it| it == word)
    }
}

/// Something that the tone linter may point out.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Its name, which pages may rely on.
    pub id: String,
    /// How much it matters.
    pub severity: Severity,
    /// Why, in one sentence.
    pub why: String,
    /// In how many sentences of a letter it takes a pattern.
    #[serde(default = "one")]
    pub from: u8,
    /// Words that speak for it; see the model's `linter::patterns`.
    #[serde(default)]
    pub patterns: Vec<String>,
}

fn one() -> u8 {
    1
}

/// How much something matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// It would hurt the writer.
    Stop,
    /// It is worth another look.
    Consider,
    /// It is good to know.
    Info,
}

impl Severity {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Stop, Self::Consider, Self::Info];

    /// Its name, as pages read it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Stop => "stop",
            Self::Consider => "consider",
            Self::Info => "info",
        }
    }
}

/// An item of the good-sportsmanship checklist.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// A short name that never changes, under which the tick is stored.
    pub id: String,
    /// What the visitor has done, in the first person.
    pub label: String,
    /// Why, in one line.
    pub why: String,
    /// The situations that have it, by their `id`; when it names none, all have.
    #[serde(default)]
    pub only: Vec<String>,
    /// The situations that do not have it.
    #[serde(default)]
    pub except: Vec<String>,
    /// What ticks it without being asked.
    pub ticked_by: Option<TickedBy>,
}

/// What may tick an item by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TickedBy {
    /// The letter was copied or shared. Whether a mail program opened, no browser tells.
    Copied,
    /// The letter that was copied or shared asks one question at most.
    OneQuestion,
}

/// What the widget says around the letter.
///
/// `{count}`, `{done}`, `{total}` and `{fields}` stand for what their names say.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of the language files, where each is shown")]
pub struct Labels {
    pub heading: String,
    pub intro: String,
    pub form: String,
    pub optional: String,
    pub company: String,
    pub role: String,
    pub recipient: String,
    pub recipient_hint: String,
    pub sender: String,
    pub highlight: String,
    pub highlight_hint: String,
    pub situation: String,
    pub tone: String,
    pub length: String,
    pub more: String,
    pub ask: String,
    pub retention: String,
    pub paste: String,
    pub paste_intro: String,
    pub paste_label: String,
    pub paste_nothing: String,
    pub hint_situation: String,
    pub hint_name: String,
    pub hint_unread: String,
    pub ways: ChannelLabels,
    pub later: ReminderLabels,
    pub people: String,
    pub people_intro: String,
    pub person: String,
    pub person_kind: String,
    pub person_name: String,
    pub person_address: String,
    pub person_address_hint: String,
    pub person_detail: String,
    pub note: String,
    pub copy_note: String,
    pub next_person: String,
    pub add_person: String,
    pub remove_person: String,
    pub done_person: String,
    pub letter_language: String,
    pub letter: String,
    pub subject: String,
    pub word_one: String,
    pub words_few: String,
    pub words_good: String,
    pub words_many: String,
    pub words_too_many: String,
    pub gracious: String,
    pub nearly: String,
    pub sleep_on_it: String,
    pub take_out: String,
    pub write_instead: String,
    pub leave_it: String,
    pub general: String,
    pub general_company: String,
    pub general_role: String,
    pub general_recipient: String,
    pub general_sender: String,
    pub general_highlight: String,
    pub personal: String,
    pub edited: String,
    pub changed: String,
    pub use_new: String,
    pub undo: String,
    pub copy: String,
    pub copy_ready: String,
    pub copied: String,
    pub copy_subject: String,
    pub copied_subject: String,
    pub open_mail: String,
    pub notice_wait: String,
    pub notice_ready: String,
    pub notice_copied: String,
    pub notice_copied_subject: String,
    pub notice_copied_note: String,
    pub notice_copied_message: String,
    pub notice_manual: String,
    pub notice_long_mail: String,
    pub notice_opened: String,
    pub notice_saved: String,
    pub notice_saved_dates: String,
    pub notice_failed: String,
    pub notice_failed_dates: String,
    pub notice_replaced: String,
    pub notice_removed: String,
    pub notice_undone: String,
    pub notice_started_over: String,
    pub notice_kept: String,
    pub notice_forgotten: String,
    pub notice_replaced_note: String,
    pub notice_left: String,
    pub notice_handed_over: String,
    pub notice_taken_over: String,
    pub notice_another: String,
    pub notice_not_kept: String,
    pub notice_not_forgotten: String,
    pub notice_no_language: String,
    pub notice_stuck: String,
    pub checklist: String,
    pub checklist_intro: String,
    pub progress: String,
    pub keep: String,
    pub start_over: String,
    pub privacy: String,
    pub list_separator: String,
}

/// What the widget says around the channels that few people need.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of the language files, where each is shown")]
pub struct ChannelLabels {
    pub title: String,
    pub privacy: String,
    pub gmail: String,
    pub outlook: String,
    pub office: String,
    pub yahoo: String,
    pub save_draft: String,
    pub save_text: String,
    pub share: String,
    pub file: String,
    pub note: String,
    pub note_hint: String,
    pub note_short: String,
    pub note_long: String,
    pub message: String,
    pub copy_message: String,
    pub phone: String,
}

/// What the widget says around the days on which to write again.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs, reason = "the names are those of the language files, where each is shown")]
pub struct ReminderLabels {
    pub title: String,
    pub intro: String,
    pub save: String,
    pub hint: String,
    pub file: String,
}
