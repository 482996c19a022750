//! Linter data: the tone linter's rules, word lists and weights. It is a text of its
//! own beside the words, which those who write nothing of their own never need.

use super::encoded::{decode, encode, names, table};
use super::field::Field;
use super::habits::Habits;
use super::language::LengthUnit;
use super::map::Map;
use super::text::Text;

table! {
    /// What the tone linter knows of a language. All in lower case, with straight apostrophes.
    pub struct LinterData {
        /// The BCP 47 tag of the language; filled in by the build.
        #[serde(default)]
        pub tag: Text,
        /// What the length of a letter is counted in; filled in by the build from the language's own.
        #[serde(default)]
        pub length_unit: LengthUnit,
        /// Whether all nouns begin with a capital, so that it tells no name.
        #[serde(default)]
        pub capital_nouns: bool,
        /// How what a visitor types is made to fit into a sentence: the same as the language's own.
        pub habits: Habits,
        /// Beginnings of the closing line, before the signature: "Kind regards".
        pub closings: Vec<Text>,
        /// What may be pointed out.
        pub rules: Vec<Rule>,
        /// The weights of features; see the model's `linter::classifier`. Filled in by the build from the file
        /// that `cargo xtask train` writes.
        #[serde(default)]
        pub weights: Text,
        /// What the weights of a sentence must exceed; filled in with them.
        #[serde(default)]
        pub threshold: u8,
        /// The rule for a sentence that the classifier flags where patterns are not sure why, by its `id`.
        pub unnamed: Text,
        /// Patterns for what means no harm: what they match speaks for nothing.
        #[serde(default)]
        pub neutral: Vec<Text>,
        /// Endings of words that are words of their own, such as `n't`, and how they are read.
        #[serde(default)]
        pub contractions: Map<Text>,
        /// Words that end in a full stop within a sentence.
        #[serde(default)]
        pub abbreviations: Vec<Text>,
        /// Words that may stand twice in a row.
        #[serde(default)]
        pub doubles: Vec<Text>,
        /// What placeholders of a template are called, and the field that fills them.
        #[serde(default)]
        pub placeholders: Map<Field>,
        /// Other words of which one is enough to make a placeholder of what is in brackets.
        #[serde(default)]
        pub blanks: Vec<Text>,
        /// What a template tells its user to do or to add.
        #[serde(default)]
        pub instructions: Vec<Text>,
        /// Words of placeholders that are only so among their like: `[Phone number]`.
        #[serde(default)]
        pub units: Vec<Text>,
        /// What stands beside all of them: `[Your full name here]`.
        #[serde(default)]
        pub fillers: Vec<Text>,
        /// Words by which people speak of what is theirs: "(my name)" is no placeholder.
        #[serde(default)]
        pub own: Vec<Text>,
        /// Names of placeholders that are no words.
        #[serde(default)]
        pub codes: Vec<Text>,
        /// What comes before a placeholder without brackets: "insert date".
        #[serde(default)]
        pub orders: Vec<Text>,
        /// Phrases that only templates have.
        #[serde(default)]
        pub leftovers: Vec<Text>,
        /// What stands for something that is not known yet.
        #[serde(default)]
        pub pending: Vec<Text>,
        /// Words behind which something is missing when dots follow; with an apostrophe, their endings.
        #[serde(default)]
        pub needy: Vec<Text>,
        /// Words beside a Roman numeral.
        #[serde(default)]
        pub numbered: Vec<Text>,
        /// Words by which a sentence speaks of a template, a text or code.
        #[serde(default)]
        pub mentions: Vec<Text>,
        /// Common words, which are no abbreviations.
        #[serde(default)]
        pub ordinary: Vec<Text>,
        /// Words that have a capital and are no names of people or companies.
        #[serde(default)]
        pub capitalized: Vec<Text>,
        /// Endings that a word of a name may take within a sentence.
        #[serde(default)]
        pub inflections: Vec<Text>,
        /// Short forms of first names that do not begin as these do.
        #[serde(default)]
        pub nicknames: Map<Vec<Text>>,
        /// Words of a greeting to nobody by name: "Dear hiring committee".
        #[serde(default)]
        pub groups: Vec<Text>,
        /// What begins a line above a quoted message, and what ends it.
        #[serde(default)]
        pub attributions: Vec<Text>,
        /// What is in an address that nobody reads, without its marks.
        #[serde(default)]
        pub unread: Vec<Text>,
        /// What thanks and good wishes are made of: a letter has some of it.
        #[serde(default)]
        pub required: Vec<Text>,
        /// General words where something of one's own could stand.
        #[serde(default)]
        pub stock: Vec<Text>,
    }
}

impl LinterData {
    /// Serializes it, for [`LinterData::decode`] to read.
    #[must_use]
    pub fn encode(&self) -> String {
        encode(self)
    }

    /// Deserializes it as the build wrote it; `None` when it is of another build.
    ///
    /// ```
    /// use good_sport::content::{LINTERS, LinterData};
    ///
    /// let (tag, data) = LINTERS[0];
    /// assert_eq!(LinterData::decode(data).map(|it| it.tag).as_deref(), Some(tag));
    /// assert_eq!(LinterData::decode("no data"), None);
    /// ```
    #[must_use]
    pub fn decode(text: &'static str) -> Option<Self> {
        decode(text)
    }

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
        let mut cued = self.rules.iter().flat_map(|it| &it.patterns).flat_map(|it| it.split(' '));
        self.ordinary.iter().any(|it| it == word) || cued.any(|it| it == word)
    }
}

table! {
    /// Something that the tone linter may point out.
    pub struct Rule {
        /// Its name, which pages may rely on.
        pub id: Text,
        /// How much it matters.
        pub severity: Severity,
        /// Why, in one sentence.
        pub why: Text,
        /// In how many sentences of a letter it takes a pattern.
        #[serde(default = "one")]
        pub from: u8,
        /// Words that speak for it; see the model's `linter::patterns`.
        #[serde(default)]
        pub patterns: Vec<Text>,
    }
}

fn one() -> u8 {
    1
}

names! {
    /// Severity: how much a finding matters.
    pub enum Severity {
        /// It would hurt the writer.
        Stop = "stop",
        /// It is worth another look.
        Consider = "consider",
        /// It is good to know.
        Info = "info",
    }
}
