//! Letter templates: situations, lengths and tones to choose from, and what fills their slots.

use super::encoded::{names, table};
use super::field::Field;
use super::map::Moves;

table! {
    /// What a letter may ask for: one of several things to choose from.
    pub struct Choice {
        /// The value of the form control, and the name of the move.
        pub id: String,
        /// What the visitor reads.
        pub label: String,
        /// The name that says the same where it holds in the conditions of wordings, if any.
        #[serde(default)]
        pub unless: String,
    }
}

names! {
    /// A group of facts. Of the first three exactly one fact holds, of the last any.
    pub enum Group {
        /// What happened.
        Outcome = "outcome",
        /// How far it had gone.
        Stage = "stage",
        /// How the visitor heard.
        Channel = "channel",
        /// What else is true.
        Also = "also",
    }
}

table! {
    /// A fact of a rejection.
    pub struct Fact {
        /// Its name in the attribute `situation`, in the form, and in the conditions of wordings.
        pub id: String,
        /// Its group. The first fact of a group is its default.
        pub group: Group,
        /// What the visitor reads.
        pub label: String,
        /// Patterns by which a rejection tells of it; see the model's `linter::patterns`.
        #[serde(default)]
        pub patterns: Vec<String>,
        /// What gives way to it, and is not offered beside it: the `id`s of facts and of asks, and
        /// the name of a field that is a checkbox.
        #[serde(default)]
        pub silences: Vec<String>,
    }
}

table! {
    /// A length of the letter: which moves it makes, in which paragraphs.
    pub struct Length {
        /// The value of the attribute and of the form control.
        pub id: String,
        /// What the visitor reads.
        pub label: String,
        /// The moves of each paragraph, from the greeting to the name. The move `ask` is the one that the
        /// writer chose.
        pub paragraphs: Vec<Vec<String>>,
        /// The moves that no letter is without, whatever the facts.
        pub required: Vec<String>,
        /// The moves that add a clause for a fact, those that matter most first.
        pub extras: Vec<String>,
        /// How many of them a letter has at most.
        pub extra_limit: u8,
        /// The moves that are left out, in this order, until a letter is within its limits.
        pub spare: Vec<String>,
        /// The words that a letter should not exceed.
        pub word_limit: u8,
        /// How many words it has at most, in percent of a letter of the first length; none when it is 0.
        #[serde(default)]
        pub percent_of_first: u8,
        /// The moves that are made only, in this order, while a letter would have fewer words than
        /// `word_floor`.
        #[serde(default)]
        pub reserve: Vec<String>,
        /// The words that a letter should have at least.
        pub word_floor: u8,
    }
}

table! {
    /// A tone: how each move of the letter is worded.
    pub struct Tone {
        /// The value of the attribute and of the form control.
        pub id: String,
        /// What the visitor reads.
        pub label: String,
        /// The tone whose wordings stand where this one has none of that condition, if any.
        #[serde(default)]
        pub like: String,
        /// The wordings of each move.
        pub moves: Moves,
    }
}

table! {
    /// A kind of person one meets on the way, and the note to them.
    pub struct PersonKind {
        /// The value of the form control.
        pub id: String,
        /// What the visitor reads.
        pub label: String,
        /// The moves of each paragraph of the note.
        pub paragraphs: Vec<Vec<String>>,
        /// The wordings of those moves that [`Language::notes`](super::Language::notes) has not. The
        /// variants of one number belong together.
        pub moves: Moves,
    }
}

names! {
    /// The grammatical form of a highlight, by its name in the conditions of wordings.
    pub enum HighlightForm {
        /// The name of a person or thing: "the tour", "how you listened", "Dana's patience".
        Noun = "noun",
        /// What was done, as a noun: "hearing about the team".
        Gerund = "gerund",
        /// A whole sentence: "Dana made me feel welcome".
        Sentence = "sentence",
        /// What the writer did, without "I": "loved the tour".
        Past = "past",
        /// What the writer was allowed to do: "to meet Dana".
        Infinitive = "infinitive",
        /// The name of a thing without an article, which it is given: "great team".
        Bare = "bare",
        /// Anything else, which may not finish a sentence: "Great team!!".
        Fragment = "fragment",
    }
}

/// The name that holds in the conditions of wordings where the recipient is named with a title.
pub const TITLED: &str = "titled";

table! {
    /// What a name in braces stands for.
    pub struct Slot {
        /// The field it is made from.
        pub field: Field,
        /// The words when the field is filled in; `{}` stands for the field.
        pub given: String,
        /// The same where the role is called a role already: "internship".
        pub complete: Option<String>,
        /// The words when it is empty. Without them a text that has this slot is left out.
        pub absent: Option<String>,
    }
}

table! {
    /// How what a visitor types is made to fit into a sentence. All in lower case; the letters from A to
    /// Z match in either case.
    pub struct Habits {
        /// Greetings that are dropped before a name, since the letter has its own.
        pub greetings: Vec<String>,
        /// What is dropped before the name of a role.
        pub before_role: Vec<String>,
        /// Last words of a role that say that it is one: "internship".
        pub job_words: Vec<String>,
        /// Beginnings of a highlight that only repeat the sentence it is put into.
        pub lead_ins: Vec<String>,
        /// Beginnings of the closing line, before the signature: "Kind regards".
        pub closings: Vec<String>,
        /// Names in a greeting that are nobody's.
        pub nameless: Vec<String>,
        /// First words that make a highlight a sentence of its own.
        pub sentence_starts: Vec<String>,
        /// Verbs that make a highlight a sentence of its own, where they follow its subject.
        pub verbs: Vec<String>,
        /// First words that begin a highlight by what the writer did, without "I": "loved the tour".
        pub past_verbs: Vec<String>,
        /// First words of what was allowed to be done: "to meet Dana".
        pub infinitives: Vec<String>,
        /// What makes a few words the name of a thing, where nothing else does: "the ".
        #[serde(default)]
        pub article: String,
        /// First words before which it may not stand: "very".
        #[serde(default)]
        pub intensifiers: Vec<String>,
        /// First words of a highlight that name a person or a thing: "the", "your".
        pub determiners: Vec<String>,
        /// First words that make a clause the name of a thing: "how", "what".
        pub question_words: Vec<String>,
        /// Words behind which a verb is one of a clause within the name of a thing: "the time you took".
        pub clause_words: Vec<String>,
        /// Endings of a first word that says whose something is: "Dana's".
        pub possessives: Vec<String>,
        /// "you" and "your", where a highlight may name the one it is written to.
        #[serde(default)]
        pub second_person: Vec<String>,
        /// Verbs, each with the form that it takes behind "you": "was were".
        #[serde(default)]
        pub agreements: Vec<String>,
        /// Words beside which a name stays as it is: "and", "she".
        #[serde(default)]
        pub third_person: Vec<String>,
        /// Endings of a first word that says what was done: "meeting".
        pub gerunds: Vec<String>,
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
}
