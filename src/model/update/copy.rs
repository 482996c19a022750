//! Updates by copies: the text to copy, and the notice and the tick once it is copied.

use crate::model::channels::{html, one_line};
use crate::model::copy::{CopiedAs, CopyTarget};
use crate::model::effect::{Effect, Event};
use crate::model::message::CopyMessage;
use crate::model::notice::Notice;
use crate::model::state::State;

impl State {
    pub(super) fn update_copy(&mut self, message: CopyMessage) -> Vec<Effect> {
        match message {
            CopyMessage::Requested(target) => {
                self.notice = None;
                self.copy_waits &= target != CopyTarget::Letter;
                return vec![self.copy(target)];
            }
            CopyMessage::Copied(target, how) => {
                let mut effects = self.copied(target, how);
                effects.push(Effect::Dispatch(Event::Copied(target, how)));
                return effects;
            }
            CopyMessage::CopiedInShell(target, how) => return self.copied(target, how),
            CopyMessage::BecameReady => {
                self.copy_waits = true;
                self.notice = Some(Notice::Ready);
            }
            CopyMessage::NoticeExpired(copy) => {
                if copy == self.copies && matches!(self.notice, Some(Notice::Copied(_))) {
                    self.notice = None;
                }
            }
        }
        Vec::new()
    }

    pub(super) fn copy(&self, target: CopyTarget) -> Effect {
        let letter = self.letter();
        match target {
            CopyTarget::Letter | CopyTarget::LongLetter => {
                let html = html(&letter.body, self.language);
                Effect::Copy(target, letter.body, Some(html))
            }
            CopyTarget::Subject => Effect::Copy(target, one_line(&letter.subject), None),
            CopyTarget::Note(voice) => {
                let note = self.people.get(voice).map(|it| self.note(it).body).unwrap_or_default();
                let html = html(&note, self.language);
                Effect::Copy(target, note, Some(html))
            }
            CopyTarget::ShortMessage => {
                Effect::Copy(target, self.short_message(self.short_message), None)
            }
            CopyTarget::Reminder(months) => {
                let prompt = self.language.reminders.iter().find(|it| it.months == months);
                let text = prompt.map(|it| self.reminder_text(it)).unwrap_or_default();
                Effect::Copy(target, text, None)
            }
            CopyTarget::Reply(number) => {
                let reply = self.language.replies.get(usize::from(number));
                let text = reply.map(|it| self.reply_text(it)).unwrap_or_default();
                Effect::Copy(target, text, None)
            }
        }
    }

    fn copied(&mut self, target: CopyTarget, how: CopiedAs) -> Vec<Effect> {
        self.copies += 1;
        self.notice = Some(match how {
            CopiedAs::Manual => Notice::CopyByHand,
            CopiedAs::Rich | CopiedAs::Plain if target == CopyTarget::LongLetter => {
                Notice::PasteIntoMail
            }
            CopiedAs::Rich | CopiedAs::Plain => Notice::Copied(target),
        });
        if matches!(target, CopyTarget::Letter | CopyTarget::LongLetter) && how != CopiedAs::Manual
        {
            self.mark_sent();
        }
        if let (CopyTarget::Note(voice), CopiedAs::Rich | CopiedAs::Plain) = (target, how) {
            self.people.done(voice);
        }
        vec![Effect::ExpireNotice(self.copies)]
    }
}
