//! Habits of a language: word lists by which typed text is made to fit into a sentence. All in lower case;
//! the letters from A to Z match in either case.

use super::encoded::table;

table! {
    /// How names and roles are typed.
    pub struct Habits {
        /// Greetings that are dropped before a name, since the letter has its own.
        pub greetings: Vec<String>,
        /// What is dropped before the name of a role.
        pub before_role: Vec<String>,
        /// Last words of a role that say that it is one: "internship".
        pub job_words: Vec<String>,
        /// Beginnings of the closing line, before the signature: "Kind regards".
        pub closings: Vec<String>,
        /// Names in a greeting that are nobody's.
        pub nameless: Vec<String>,
        /// Of what is dropped before a name or a role, what may belong to it, where it and what follows
        /// are in capitals.
        pub also_names: Vec<String>,
        /// What stands beside a name and is none.
        pub titles: Vec<String>,
        /// Words in what a team, a company or an office calls itself, and no person.
        pub teams: Vec<String>,
    }
}

table! {
    /// How a highlight is typed: the words by which its grammatical form is told.
    pub struct HighlightHabits {
        /// Beginnings of a highlight that only repeat the sentence it is put into.
        pub lead_ins: Vec<String>,
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
    }
}
