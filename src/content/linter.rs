//! The tone linter's rules, word lists and weights.

use super::encoded::{names, table};
use super::field::Field;
use super::map::Map;

table! {
    /// What the tone linter knows of a language. All in lower case, with straight apostrophes.
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
        /// The rule for a sentence that the classifier flags and no pattern names, by its `id`.
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

table! {
    /// Something that the tone linter may point out.
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
