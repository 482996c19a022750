//! Updates of the form: by the visitor, and by the page with its attributes and `details`.

use crate::content::{Facts, Field};
use crate::model::attributes;
use crate::model::effect::Effect;
use crate::model::message::FormMessage;
use crate::model::state::State;
use crate::model::text::digits;

impl State {
    pub(super) fn update_form(&mut self, message: FormMessage) -> Vec<Effect> {
        match message {
            FormMessage::ChangedAttribute(name, value) => {
                self.change_attribute(&name, value.as_deref())
            }
            FormMessage::Filled(field, value) => {
                let (given, warning) = attributes::given(field, &value, self.language);
                let mut effects: Vec<_> = warning.into_iter().map(Effect::Warn).collect();
                effects.extend(given.into_iter().flat_map(|it| self.write(field, it)));
                effects
            }
            FormMessage::Wrote(field, value) => self.write(field, value),
            FormMessage::Stated(id, is_stated) => {
                let facts = self.stated_facts().with(&id, is_stated, self.language);
                self.take_facts(facts)
            }
            FormMessage::TookFacts(facts) => self.take_facts(facts),
            FormMessage::DrewSeed(seed) => {
                self.chance = seed;
                self.give_chance();
                Vec::new()
            }
            FormMessage::WrotePrivately(text) => {
                self.private = text;
                Vec::new()
            }
            FormMessage::PastedRejection(text) => {
                self.rejection = text;
                Vec::new()
            }
        }
    }

    fn write(&mut self, field: Field, value: String) -> Vec<Effect> {
        if let Err(warning) = attributes::check(field, &value, self.language) {
            return vec![Effect::Warn(warning)];
        }
        self.notice = None;
        self.details.write(field, value);
        Vec::new()
    }

    fn take_facts(&mut self, facts: Facts) -> Vec<Effect> {
        self.write(Field::Situation, facts.to_text(self.language))
    }

    /// Has the visit's own seed where the page gives none.
    fn give_chance(&mut self) {
        if self.details.given(Field::Seed).is_empty() {
            self.details.give(Field::Seed, &digits(self.chance as usize));
        }
    }

    fn change_attribute(&mut self, name: &str, value: Option<&str>) -> Vec<Effect> {
        let could_keep = self.settings.may_keep;
        let (details, settings) = (&mut self.details, &mut self.settings);
        let changed = attributes::change((name, value), details, settings, self.language);
        let mut effects: Vec<_> = changed.err().into_iter().map(Effect::Warn).collect();
        self.give_chance();
        self.keeps &= self.settings.may_keep;
        if self.settings.may_keep && !could_keep {
            effects.extend(self.load_draft());
        }
        effects
    }
}
