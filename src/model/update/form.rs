//! Updates of the form: by the visitor, and by the page with its attributes and `details`.

use crate::content::Field;
use crate::model::attributes;
use crate::model::effect::Effect;
use crate::model::message::FormMessage;
use crate::model::state::State;

impl State {
    pub(super) fn update_form(&mut self, message: FormMessage) -> Vec<Effect> {
        match message {
            FormMessage::ChangedAttribute(name, value) => {
                self.change_attribute(&name, value.as_deref())
            }
            FormMessage::Filled(field, value) => {
                match attributes::given(field, &value, self.language) {
                    Ok(value) => self.write(field, value),
                    Err(warning) => vec![Effect::Warn(warning)],
                }
            }
            FormMessage::Wrote(field, value) => self.write(field, value),
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

    fn change_attribute(&mut self, name: &str, value: Option<&str>) -> Vec<Effect> {
        let could_keep = self.settings.may_keep;
        let (details, settings) = (&mut self.details, &mut self.settings);
        let changed = attributes::change((name, value), details, settings, self.language);
        let mut effects: Vec<_> = changed.err().into_iter().map(Effect::Warn).collect();
        self.keeps &= self.settings.may_keep;
        if self.settings.may_keep && !could_keep {
            effects.extend(self.load_draft());
        }
        effects
    }
}
