//! Letter templates: facts, asks, lengths and tones to choose from, and the words of their slots.

use super::encoded::{names, table};
use super::field::Field;
use super::map::Moves;
use super::text::Text;

table! {
    /// What a letter may ask for: one of several things to choose from.
    pub struct Choice {
        /// The value of the form control, and the name of the move.
        pub id: Text,
        /// What the visitor reads.
        pub label: Text,
        /// The name that says the same where it holds in the conditions of wordings, if any.
        #[serde(default)]
        pub unless: Text,
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
        pub id: Text,
        /// Its group. The first fact of a group is its default.
        pub group: Group,
        /// What the visitor reads.
        pub label: Text,
        /// What gives way to it, and is not offered beside it: the `id`s of facts and of asks, and
        /// the name of a field that is a checkbox.
        #[serde(default)]
        pub silences: Vec<Text>,
    }
}

table! {
    /// A length of the letter: which moves it makes, in which paragraphs.
    pub struct Length {
        /// The value of the attribute and of the form control.
        pub id: Text,
        /// What the visitor reads.
        pub label: Text,
        /// The moves of each paragraph, from the greeting to the name. The move `ask` is the one that the
        /// writer chose.
        pub paragraphs: Vec<Vec<Text>>,
        /// The moves that no letter is without, whatever the facts.
        pub required: Vec<Text>,
        /// The moves that add a clause for a fact, those that matter most first.
        pub extras: Vec<Text>,
        /// How many of them a letter has at most.
        pub extra_limit: u8,
        /// The moves that are left out, in this order, until a letter is within its limits.
        pub spare: Vec<Text>,
        /// The words that a letter should not exceed, or characters, as the language counts.
        pub word_limit: usize,
        /// How many words it has at most, in percent of a letter of the first length; none when it is 0.
        #[serde(default)]
        pub percent_of_first: u8,
        /// The moves that are made only, in this order, while a letter would have fewer words than
        /// `word_floor`.
        #[serde(default)]
        pub reserve: Vec<Text>,
        /// The words or characters that a letter should have at least.
        pub word_floor: usize,
    }
}

table! {
    /// A tone: how each move of the letter is worded.
    pub struct Tone {
        /// The value of the attribute and of the form control.
        pub id: Text,
        /// What the visitor reads.
        pub label: Text,
        /// The tone whose wordings stand where this one has none of that condition, if any.
        #[serde(default)]
        pub like: Text,
        /// The wordings of each move.
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
        /// A clause that is no name of a thing: "wie das Team arbeitet".
        Clause = "clause",
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

/// The name that holds in the conditions of wordings where the recipient is named by a surname: with a
/// title, or in full.
pub const SURNAMED: &str = "surnamed";

table! {
    /// What a name in braces stands for.
    pub struct Slot {
        /// The field it is made from.
        pub field: Field,
        /// The words when the field is filled in; `{}` stands for the field.
        pub given: Text,
        /// The same where the role is called a role already: "internship".
        pub complete: Option<Text>,
        /// The same where the field begins with a vowel, in languages whose words elide: "poste d’{}".
        #[serde(default)]
        pub elided: Text,
        /// The words when it is empty. Without them a text that has this slot is left out.
        pub absent: Option<Text>,
    }
}
