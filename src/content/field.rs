//! Form fields: their names in attributes, form controls and `details`.

use super::encoded::names;

names! {
    /// A field of the form, by the name of the attribute, of the form control and of the key in
    /// `details`.
    pub enum Field {
        /// The company that said no.
        Company = "company",
        /// The role that was applied for.
        Role = "role",
        /// Whom the letter greets.
        Recipient = "recipient",
        /// Who writes.
        Sender = "sender",
        /// One thing the writer valued.
        Highlight = "highlight",
        /// Who recommended the writer.
        Referrer = "referrer",
        /// What happened: the `id`s of facts.
        Situation = "situation",
        /// How the letter sounds: the `id` of a tone.
        Tone = "tone",
        /// How long it is: the `id` of a length.
        Length = "length",
        /// What it asks for: the `id` of an ask.
        Ask = "ask",
        /// Whether they may keep the application for a time: [`Field::YES`], or nothing.
        Retention = "retention",
        /// A whole number that picks among the variants of the letter.
        Seed = "seed",
    }
}

impl Field {
    /// The fields that a page may read and fill in by the element's `details`.
    pub const DETAILS: [Self; 9] = [
        Self::Company,
        Self::Role,
        Self::Recipient,
        Self::Sender,
        Self::Highlight,
        Self::Referrer,
        Self::Situation,
        Self::Tone,
        Self::Length,
    ];

    /// The fields that hold what the visitor types.
    pub const TEXTS: [Self; 6] =
        [Self::Company, Self::Role, Self::Recipient, Self::Sender, Self::Highlight, Self::Referrer];

    /// The value of a field that is a checkbox, when it is ticked.
    pub const YES: &str = "yes";
}
