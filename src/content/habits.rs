//! Habits of a language: word lists by which typed text is made to fit into a sentence. All in lower case;
//! the letters from A to Z match in either case.

use super::encoded::table;
use super::map::Map;
use super::text::Text;

table! {
    /// How names and roles are typed.
    pub struct Habits {
        /// Greetings that are dropped before a name, since the letter has its own.
        pub greetings: Vec<Text>,
        /// What is dropped behind a name, since the letter has its own: "田中様".
        #[serde(default)]
        pub after_name: Vec<Text>,
        /// What is dropped before the name of a role.
        pub before_role: Vec<Text>,
        /// Last words of a role that say that it is one: "internship".
        pub job_words: Vec<Text>,
        /// Names in a greeting that are nobody's.
        pub nameless: Vec<Text>,
        /// Of what is dropped before a name or a role, what may belong to it, where it and what follows
        /// are in capitals.
        pub also_names: Vec<Text>,
        /// What stands beside a name and is none.
        pub titles: Vec<Text>,
        /// Words in what a team, a company or an office calls itself, and no person.
        pub teams: Vec<Text>,
        /// Letters before which words elide, in both cases: there a slot has its `elided` words.
        #[serde(default)]
        pub vowels: Text,
        /// Forms of address: the titles of each, by the name that then holds in the conditions of wordings.
        #[serde(default)]
        pub forms: Map<Vec<Text>>,
    }
}

table! {
    /// How a highlight is typed: the words by which its grammatical form is told.
    pub struct HighlightHabits {
        /// Beginnings of a highlight that only repeat the sentence it is put into.
        pub lead_ins: Vec<Text>,
        /// First words that make a highlight a sentence of its own; in a script without spaces, words
        /// anywhere in it that keep it one.
        pub sentence_starts: Vec<Text>,
        /// Verbs that make a highlight a sentence of its own, where they follow its subject.
        pub verbs: Vec<Text>,
        /// Endings of a sentence, each with the one that makes it the name of a thing: "でした だったこと".
        #[serde(default)]
        pub nominal_endings: Vec<Text>,
        /// First words that begin a highlight by what the writer did, without "I": "loved the tour".
        pub past_verbs: Vec<Text>,
        /// First words of what was allowed to be done: "to meet Dana".
        pub infinitives: Vec<Text>,
        /// What makes a few words the name of a thing, where nothing else does: "the ".
        #[serde(default)]
        pub article: Text,
        /// First words before which it may not stand: "very".
        #[serde(default)]
        pub intensifiers: Vec<Text>,
        /// First words of a highlight that name a person or a thing: "the", "your".
        pub determiners: Vec<Text>,
        /// First words that make a clause the name of a thing: "how", "what".
        pub question_words: Vec<Text>,
        /// First words of a highlight that is a clause and no name of a thing: "dass", "que".
        #[serde(default)]
        pub clauses: Vec<Text>,
        /// Words behind which a verb is one of a clause within the name of a thing: "the time you took".
        pub clause_words: Vec<Text>,
        /// Endings of a first word that says whose something is: "Dana's".
        pub possessives: Vec<Text>,
        /// "you" and "your", where a highlight may name the one it is written to.
        #[serde(default)]
        pub second_person: Vec<Text>,
        /// Verbs, each with the form that it takes behind "you": "was were".
        #[serde(default)]
        pub agreements: Vec<Text>,
        /// Words beside which a name stays as it is: "and", "she".
        #[serde(default)]
        pub third_person: Vec<Text>,
        /// Endings of a first word that says what was done: "meeting".
        pub gerunds: Vec<Text>,
    }
}
