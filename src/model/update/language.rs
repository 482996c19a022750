//! Updates of the letter's language, which is loaded when it is chosen.

use crate::model::effect::Effect;
use crate::model::message::LanguageMessage;
use crate::model::notice::Notice;
use crate::model::state::State;

impl State {
    pub(super) fn update_language(&mut self, message: LanguageMessage) -> Vec<Effect> {
        match message {
            LanguageMessage::Chose(tag) => {
                self.requested_language = Some(tag.clone());
                return vec![Effect::LoadLanguage(tag)];
            }
            LanguageMessage::Loaded(language) => {
                self.requested_language = None;
                self.language = language;
            }
            LanguageMessage::FailedToLoad => {
                self.requested_language = None;
                self.notice = Some(Notice::NoLanguage);
            }
        }
        Vec::new()
    }
}
