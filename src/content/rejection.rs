//! Rejection data: how a message is read that says how an application ended. It is a text of its own, which
//! only those need who paste such a message.

use super::encoded::{decode, encode, table};
use super::map::Map;
use super::text::Text;

table! {
    /// How the rejections in a language are read: patterns, whose syntax is the one of the tone linter; see the
    /// model's `linter::patterns`.
    pub struct RejectionData {
        /// The BCP 47 tag of the language; filled in by the build.
        #[serde(default)]
        pub tag: Text,
        /// Patterns for a message that says how it ended.
        #[serde(default)]
        pub decided: Vec<Text>,
        /// Patterns for a message that says that an application has come in.
        #[serde(default)]
        pub received: Vec<Text>,
        /// Patterns for what may come: what a sentence says from there on has not happened.
        #[serde(default)]
        pub conditions: Vec<Text>,
        /// What stands before the name of a company in what it writes.
        #[serde(default)]
        pub employers: Vec<Text>,
        /// Beginnings of the closing lines of companies, beside those of everybody.
        #[serde(default)]
        pub closings: Vec<Text>,
        /// Words in what their teams and offices call themselves, beside those that visitors type.
        #[serde(default)]
        pub teams: Vec<Text>,
        /// Patterns by which a message tells of a fact, by its `id`.
        #[serde(default)]
        pub facts: Map<Vec<Text>>,
    }
}

impl RejectionData {
    /// Serializes it, for [`RejectionData::decode`] to read.
    #[must_use]
    pub fn encode(&self) -> String {
        encode(self)
    }

    /// Deserializes it as the build wrote it; `None` when it is of another build.
    ///
    /// ```
    /// use good_sport::content::{REJECTIONS, RejectionData};
    ///
    /// let (tag, data) = REJECTIONS[0];
    /// assert_eq!(RejectionData::decode(data).map(|it| it.tag).as_deref(), Some(tag));
    /// assert_eq!(RejectionData::decode("no data"), None);
    /// ```
    #[must_use]
    pub fn decode(text: &'static str) -> Option<Self> {
        decode(text)
    }
}
