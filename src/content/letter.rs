//! Letter templates: situations, lengths and tones to choose from, and what fills their slots.

use super::encoded::table;
use super::field::Field;
use super::map::Moves;

table! {
    /// One of several things to choose from.
    pub struct Choice {
        /// The value of the attribute and of the form control.
        pub id: String,
        /// What the visitor reads.
        pub label: String,
    }
}

table! {
    /// How it ended.
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
}

table! {
    /// What a text is made of: which moves it makes, in which paragraphs. A letter has one for each
    /// length, a note one for each kind of person.
    pub struct Plan {
        /// The value of the attribute and of the form control.
        pub id: String,
        /// What the visitor reads.
        pub label: String,
        /// The moves of each paragraph, from the greeting to the name. The move `ask` is the one that the
        /// writer chose.
        pub paragraphs: Vec<Vec<String>>,
    }
}

table! {
    /// A tone: how each move of the letter is worded.
    pub struct Tone {
        /// The value of the attribute and of the form control.
        pub id: String,
        /// What the visitor reads.
        pub label: String,
        /// The wordings of each move.
        pub moves: Moves,
    }
}

table! {
    /// How the note to one of several people is worded.
    pub struct Voice {
        /// A name, by which another language changes it.
        pub id: String,
        /// The wordings of each move.
        pub moves: Moves,
    }
}

table! {
    /// What a name in braces stands for.
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
}

table! {
    /// How what a visitor types is made to fit into a sentence. All in lower case; the letters from A to
    /// Z match in either case.
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
        /// Beginnings of the closing line, before the signature: "Kind regards".
        pub closings: Vec<String>,
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
}
