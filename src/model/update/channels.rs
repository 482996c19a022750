//! Updates by channels: mail links, files and sharing.

use crate::model::channels::{Link, Webmail, eml, plain};
use crate::model::copy::CopyTarget;
use crate::model::effect::{Effect, Event};
use crate::model::linter::{question_count, unmarked};
use crate::model::message::{ChannelMessage, File};
use crate::model::notice::Notice;
use crate::model::state::State;
use crate::model::text::join;

impl State {
    pub(super) fn update_channel(&mut self, message: ChannelMessage) -> Vec<Effect> {
        match message {
            ChannelMessage::Opened(webmail) => return self.open(webmail),
            ChannelMessage::RequestedFile(file) => return self.save_file(file),
            ChannelMessage::RequestedShare => return vec![Effect::Share(self.letter())],
            ChannelMessage::Shared => {
                self.notice = None;
                self.mark_sent();
                return vec![Effect::Dispatch(Event::Sent("share"))];
            }
            ChannelMessage::Failed => {
                let is_of_reminders = self.notice == Some(Notice::RemindersSaved);
                let failed = if is_of_reminders { Notice::RemindersFailed } else { Notice::Failed };
                self.notice = Some(failed);
            }
            ChannelMessage::ChoseShortMessage(chosen) => self.short_message = chosen,
        }
        Vec::new()
    }

    fn open(&mut self, webmail: Webmail) -> Vec<Effect> {
        let Link { href, whole } = webmail.link(&self.letter());
        self.notice = Some(Notice::Opened);
        // While the page has the focus, which a copy may need.
        let copy = (!whole).then(|| self.copy(CopyTarget::LongLetter));
        let open = [Effect::OpenLink(href), Effect::Dispatch(Event::Sent(webmail.channel()))];
        copy.into_iter().chain(open).collect()
    }

    fn save_file(&mut self, file: File) -> Vec<Effect> {
        let letter = self.letter();
        let name = &self.language.labels.channels.file;
        let save = |ending: &str, media_type, text| {
            Effect::SaveFile(join([name, ending].into_iter(), ""), media_type, text)
        };
        self.notice = Some(Notice::Saved);
        match file {
            File::Draft => {
                let save = save(".eml", "message/rfc822", eml(&letter));
                vec![save, Effect::Dispatch(Event::Sent("eml"))]
            }
            // To keep a copy is not to send it.
            File::Text => vec![save(".txt", "text/plain", plain(&letter))],
        }
    }

    /// Ticks what a letter earns that was sent as it is, which only a copy and a share tell.
    pub(super) fn mark_sent(&mut self) {
        let body = unmarked(&self.letter().body, &self.details, &self.language.habits);
        self.checklist.sent(question_count(&body));
    }
}
