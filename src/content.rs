//! The words: everything a visitor can read, one [`Language`] at a time.

mod encoded;
mod language;

pub use language::{
    ChannelLabels, Choice, Field, Habits, Item, Labels, Language, LinterData, Map, Moves, Plan,
    Prompt, ReminderLabels, Rule, Severity, Situation, Slot, TickedBy, Tone, Voice,
};

include!(concat!(env!("OUT_DIR"), "/words.rs"));

impl Language {
    /// The direction it is written in, as HTML calls it.
    #[must_use]
    pub fn direction(&self) -> &'static str {
        if self.right_to_left { "rtl" } else { "ltr" }
    }

    /// The situation of this name, else the first.
    #[must_use]
    pub fn situation(&self, id: &str) -> &Situation {
        self.situations.iter().find(|it| it.id == id).unwrap_or(&self.situations[0])
    }

    /// The tone of this name, else the first.
    #[must_use]
    pub fn tone(&self, id: &str) -> &Tone {
        self.tones.iter().find(|it| it.id == id).unwrap_or(&self.tones[0])
    }

    /// The length of this name, else the first.
    #[must_use]
    pub fn length(&self, id: &str) -> &Plan {
        self.lengths.iter().find(|it| it.id == id).unwrap_or(&self.lengths[0])
    }

    /// The kind of person of this name, else the first.
    #[must_use]
    pub fn person(&self, id: &str) -> &Plan {
        self.people.iter().find(|it| it.id == id).unwrap_or(&self.people[0])
    }

    /// What a letter in a situation may ask for, in order.
    pub fn asks(&self, situation: &Situation) -> impl Iterator<Item = &Choice> {
        self.asks.iter().filter(|it| !situation.without.contains(&it.id))
    }

    /// The ask of this name where the situation has it, else the first that it has.
    #[must_use]
    pub fn ask(&self, id: &str, situation: &Situation) -> &Choice {
        let wanted = self.asks(situation).find(|it| it.id == id);
        wanted.or_else(|| self.asks(situation).next()).unwrap_or(&self.asks[0])
    }

    /// The items of the checklist in a situation, in order.
    pub fn items(&self, situation: &Situation) -> impl Iterator<Item = &Item> {
        let has = |it: &&Item| {
            (it.only.is_empty() || it.only.contains(&situation.id))
                && !it.except.contains(&situation.id)
        };
        self.checklist.iter().filter(has)
    }

    /// The values that a field may have; empty for a text.
    #[must_use]
    pub fn allowed(&self, field: Field) -> Vec<&str> {
        match field {
            Field::Situation => self.situations.iter().map(|it| it.id.as_str()).collect(),
            Field::Tone => self.tones.iter().map(|it| it.id.as_str()).collect(),
            Field::Length => self.lengths.iter().map(|it| it.id.as_str()).collect(),
            Field::Ask => self.asks.iter().map(|it| it.id.as_str()).collect(),
            Field::Retention => vec![Field::YES],
            Field::Company | Field::Role | Field::Recipient | Field::Sender | Field::Highlight => {
                Vec::new()
            }
        }
    }
}
