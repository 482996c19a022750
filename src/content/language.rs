//! One language: all its words, as plain data in the shape of a file in `content/languages`.

use super::checklist::Item;
use super::encoded::{decode, encode, names, table};
use super::field::Field;
use super::habits::{Habits, HighlightHabits};
use super::labels::Labels;
use super::letter::{Choice, Fact, Length, Slot, Tone};
use super::map::{Map, Moves};
use super::people::PersonKind;
use super::reminder::{Prompt, Reply};
use super::text::Text;

names! {
    /// What the length of a letter is counted in.
    #[derive(Default)]
    pub enum LengthUnit {
        /// Words, with white space between them.
        #[default]
        Words = "words",
        /// Characters, in a language that is written without spaces.
        Characters = "characters",
    }
}

impl LengthUnit {
    /// Whether there are spaces between words.
    #[must_use]
    pub fn has_spaces(self) -> bool {
        self == Self::Words
    }

    /// What stands between two sentences.
    #[must_use]
    pub const fn sentence_space(self) -> &'static str {
        match self {
            Self::Words => " ",
            Self::Characters => "",
        }
    }

    /// What ends a sentence.
    #[must_use]
    pub const fn full_stop(self) -> &'static str {
        match self {
            Self::Words => ".",
            Self::Characters => "。",
        }
    }
}

table! {
    /// All that one language says: its labels, its letters and its checklist.
    pub struct Language {
        /// Its BCP 47 tag, such as `en-GB`.
        pub tag: Text,
        /// Its name in its own words.
        pub name: Text,
        /// Whether it is written from right to left.
        #[serde(default)]
        pub right_to_left: bool,
        /// What the length of a letter is counted in.
        #[serde(default)]
        pub length_unit: LengthUnit,
        /// The words around the letter.
        pub labels: Labels,
        /// The facts of a rejection; the first of each group is its default.
        pub facts: Vec<Fact>,
        /// The asks of a letter; the first is the default.
        pub asks: Vec<Choice>,
        /// The lengths of a letter; the first is the default.
        pub lengths: Vec<Length>,
        /// The tones of a letter; the first is the default.
        pub tones: Vec<Tone>,
        /// The kinds of people one meets, with the note to each; the first is the default.
        pub people: Vec<PersonKind>,
        /// The wordings of the moves that the notes to all of them share.
        pub notes: Moves,
        /// The letter in a few words: wordings by the names of the model's `ShortMessage`s.
        pub short_messages: Moves,
        /// The reminders: when to write again, with sentences to begin with.
        pub reminders: Vec<Prompt>,
        /// The replies to what they may answer.
        pub replies: Vec<Reply>,
        /// The sentences of the form where some facts hold, by name and condition.
        pub guidance: Moves,
        /// The titles of a reminder in the calendar, which others may see; the first one counts that has no empty
        /// slot.
        pub reminder_titles: Vec<Text>,
        /// The parts of the subject; a part whose slot is empty is left out.
        pub subject: Vec<Text>,
        /// The text between two parts of the subject.
        pub subject_separator: Text,
        /// A letter that is true whatever was chosen, for where no other can be made.
        pub fallback: Text,
        /// What two moves in a row should not both have: parts of words, in lower case, with `|` between the
        /// forms of one word. At most 32.
        #[serde(default)]
        pub echoes: Vec<Text>,
        /// The slots: the names that may stand in braces in a text of the letter.
        pub slots: Map<Slot>,
        /// Word lists by which typed text is made to fit into a sentence.
        pub habits: Habits,
        /// The same for the highlight.
        pub highlight: HighlightHabits,
        /// The good-sportsmanship checklist, in order.
        pub checklist: Vec<Item>,
        /// Tag and name of every language there is, this one included; filled in by the build.
        #[serde(default)]
        pub all: Vec<(Text, Text)>,
    }
}

impl Language {
    /// Serializes the words, for [`Language::decode`] to read.
    #[must_use]
    pub fn encode(&self) -> String {
        encode(self)
    }

    /// Deserializes the words as the build wrote them; `None` when they are of another build.
    ///
    /// ```
    /// use good_sport::content::{Language, WORDS};
    ///
    /// let (tag, words) = WORDS[0];
    /// assert_eq!(Language::decode(words).map(|it| it.tag).as_deref(), Some(tag));
    /// assert_eq!(Language::decode("not words"), None);
    /// ```
    #[must_use]
    pub fn decode(text: &'static str) -> Option<Self> {
        decode(text).filter(Self::has_defaults)
    }

    /// Whether there is a first of all that has a default.
    fn has_defaults(&self) -> bool {
        let Self { facts, asks, lengths, tones, people, .. } = self;
        let is_empty = [
            facts.is_empty(),
            asks.is_empty(),
            lengths.is_empty(),
            tones.is_empty(),
            people.is_empty(),
        ];
        !is_empty.contains(&true)
    }

    /// The direction it is written in, as HTML calls it.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// The tone of this name, else the first.
    #[must_use]
    pub fn tone(&self, id: &str) -> &Tone {
        self.tones.iter().find(|it| it.id == id).unwrap_or(&self.tones[0])
    }

    /// The length of this name, else the first.
    #[must_use]
    pub fn length(&self, id: &str) -> &Length {
        self.lengths.iter().find(|it| it.id == id).unwrap_or(&self.lengths[0])
    }

    /// The kind of person of this name, else the first.
    #[must_use]
    pub fn person(&self, id: &str) -> &PersonKind {
        self.people.iter().find(|it| it.id == id).unwrap_or(&self.people[0])
    }

    /// The values that a field may have; empty for a text.
    #[must_use]
    pub fn allowed(&self, field: Field) -> Vec<&str> {
        match field {
            Field::Situation => self.facts.iter().map(|it| it.id.as_str()).collect(),
            Field::Tone => self.tones.iter().map(|it| it.id.as_str()).collect(),
            Field::Length => self.lengths.iter().map(|it| it.id.as_str()).collect(),
            Field::Ask => self.asks.iter().map(|it| it.id.as_str()).collect(),
            Field::Retention => vec![Field::YES],
            Field::Company
            | Field::Role
            | Field::Recipient
            | Field::Sender
            | Field::Highlight
            | Field::Referrer
            | Field::Seed => Vec::new(),
        }
    }
}
