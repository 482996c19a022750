//! Updates of the reminders: which are chosen, and their calendar file.

use crate::model::channels::{Date, Reminder, calendar};
use crate::model::effect::{Effect, Event};
use crate::model::letter::fill;
use crate::model::message::ReminderMessage;
use crate::model::notice::Notice;
use crate::model::state::State;
use crate::model::text::join;

impl State {
    pub(super) fn update_reminders(&mut self, message: ReminderMessage) -> Vec<Effect> {
        match message {
            ReminderMessage::Chose(months, chosen) => {
                self.declined_reminders.retain(|it| *it != months);
                self.declined_reminders.extend((!chosen).then_some(months));
                Vec::new()
            }
            ReminderMessage::Requested(only) => {
                let has_some = only.is_some() || self.has_reminders();
                has_some.then_some(Effect::TellTime(only)).into_iter().collect()
            }
            ReminderMessage::ToldTime(only, today, millis) => {
                self.save_reminders(only, today, millis)
            }
        }
    }

    fn save_reminders(&mut self, only: Option<u8>, today: Date, millis: u64) -> Vec<Effect> {
        let language = self.language;
        let titles = &language.reminder_titles;
        let title = titles.iter().find_map(|it| fill(it, &self.details, language));
        let title = title.unwrap_or_default();
        let is_chosen = |months| only.map_or_else(|| self.reminds_in(months), |it| it == months);
        let chosen = language.reminders.iter().filter(|it| is_chosen(it.months));
        let reminders: Vec<_> = chosen
            .map(|it| Reminder {
                months: it.months.into(),
                title: title.clone(),
                note: join([it.note.as_str(), &self.reminder_text(it)].into_iter(), "\n\n"),
            })
            .collect();
        let file = calendar(today, millis, &reminders);
        let name = join([&*language.labels.reminders.file, ".ics"].into_iter(), "");
        let mut effects = vec![Effect::SaveFile(name, "text/calendar", file)];
        effects.extend(reminders.iter().map(|it| Effect::Dispatch(Event::Reminded(it.months))));
        self.notice = Some(Notice::RemindersSaved);
        effects
    }
}
