//! What is known of each language besides its words: norms, readers, and what a visitor types.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use good_sport::content::{Field, Language};
use good_sport::model::Details;
use serde::Deserialize;

/// What is known of a language besides its words.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// Whether a reply to a rejection is customary.
    pub reply: String,
    /// Who has read the letters.
    pub readers: String,
    /// Words that the spelling checker does not know, and are right.
    #[serde(default)]
    pub spelled: Vec<String>,
    /// Sentences that every letter has by custom, as often as it is written.
    #[serde(default)]
    pub courtesies: Vec<String>,
    /// Who the letter is to, by the title that is most common.
    pub recipient: String,
    /// The job.
    pub role: String,
    /// What the writer valued, as the name of a thing.
    pub highlight: String,
    /// What a person is remembered for.
    pub detail: String,
    /// Ways to name the one who is written to.
    pub recipients: Vec<String>,
    /// Ways to say what was valued.
    pub highlights: Vec<String>,
}

static SAMPLES: LazyLock<BTreeMap<String, Sample>> = LazyLock::new(|| {
    toml::from_str(include_str!("../languages.toml"))
        .unwrap_or_else(|error| panic!("languages.toml: {error}"))
});

impl Sample {
    /// The sample of this language, where there is one.
    #[must_use]
    pub fn find(language: &Language) -> Option<&'static Self> {
        SAMPLES.get(language.tag.as_str())
    }

    /// The sample of this language; of English, as long as there is none.
    #[must_use]
    pub fn of(language: &Language) -> &'static Self {
        Self::find(language).unwrap_or(&SAMPLES["en"])
    }
}

/// A form with these values.
#[must_use]
pub fn details(values: &[(Field, &str)]) -> Details {
    let mut details = Details::default();
    for (field, value) in values {
        details.write(*field, (*value).to_owned());
    }
    details
}

/// The form filled in by someone who liked one thing in particular.
#[must_use]
pub fn filled(language: &Language) -> Details {
    let sample = Sample::of(language);
    details(&[
        (Field::Company, "Acme"),
        (Field::Role, &sample.role),
        (Field::Recipient, &sample.recipient),
        (Field::Sender, "Ada Lovelace"),
        (Field::Referrer, "Luis"),
        (Field::Highlight, &sample.highlight),
    ])
}
