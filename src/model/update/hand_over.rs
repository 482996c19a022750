//! Hydration: takes over what the visitor did in the prerendered shell.

use crate::content::Field;
use crate::model::effect::Effect;
use crate::model::message::{FormMessage, LanguageMessage, LetterMessage, Message, StorageMessage};
use crate::model::notice::Notice;
use crate::model::state::State;
use crate::model::undo::UndoScope;

impl State {
    pub(super) fn hand_over(&mut self, entries: Vec<(String, String)>) -> Vec<Effect> {
        let messages = entries.into_iter().filter_map(|(name, value)| self.entered(&name, value));
        let messages: Vec<_> = messages.collect();
        let before = self.saved();
        let effects = messages.into_iter().flat_map(|it| self.apply(it)).collect();
        if !before.is_untouched() && self.saved() != before {
            self.remember(UndoScope::Letter, before.encode());
            self.notice = Some(Notice::HandedOver);
        }
        effects
    }

    /// The message that a value in a control of the shell stands for; `None` when nothing changed, or
    /// when there is no such control.
    fn entered(&self, name: &str, value: String) -> Option<Message> {
        let is_ticked = !value.is_empty();
        Some(match name {
            "subject" => Message::Letter(LetterMessage::EditedSubject(value)),
            "body" => Message::Letter(LetterMessage::EditedBody(value)),
            "letter-lang" if self.language.all.iter().all(|(tag, _)| *tag != value) => return None,
            "letter-lang" => Message::Language(LanguageMessage::Chose(value)),
            "keep" if is_ticked == self.keeps => return None,
            "situation" | "stage" | "channel" => Message::Form(FormMessage::Stated(value, true)),
            "private" => Message::Form(FormMessage::WrotePrivately(value)),
            "keep" => Message::Storage(StorageMessage::ChoseToKeep(is_ticked)),
            _ => {
                if let Some(field) = Field::ALL.into_iter().find(|it| it.name() == name) {
                    return Some(Message::Form(FormMessage::Wrote(field, value)));
                }
                if let Some(fact) = name.strip_prefix("also-") {
                    return Some(Message::Form(FormMessage::Stated(fact.to_owned(), is_ticked)));
                }
                Message::Ticked(name.strip_prefix("item-")?.to_owned(), is_ticked)
            }
        })
    }
}
