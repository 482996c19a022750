//! Updates of the draft on the device: when it is loaded, stored and merged.
//!
//! Other tabs and widgets store the same draft. So what is stored is loaded before each write: a draft
//! that somebody else has stored is merged with this one, and never overwritten unseen.

use crate::content::Field;
use crate::model::effect::Effect;
use crate::model::merge::merge;
use crate::model::message::StorageMessage;
use crate::model::notice::Notice;
use crate::model::saved::Saved;
use crate::model::state::State;
use crate::model::undo::UndoScope;

impl State {
    pub(super) fn update_storage(&mut self, message: StorageMessage) -> Vec<Effect> {
        match message {
            StorageMessage::ChoseToKeep(keeps) => {
                self.keeps = keeps && self.settings.may_keep;
                self.notice = Some(if self.keeps { Notice::Kept } else { Notice::Forgotten });
            }
            StorageMessage::Shown => return self.show(),
            StorageMessage::Restored(saved) => self.restore_moved(&saved),
            StorageMessage::Changed => return self.load_draft(),
            StorageMessage::Loaded(text) => return self.loaded(text),
            StorageMessage::Refused(text) => self.refused(text),
        }
        Vec::new()
    }

    /// Chooses the key, and asks for what is stored under it.
    fn show(&mut self) -> Vec<Effect> {
        let given = [Field::Company, Field::Role, Field::Recipient];
        let given = given.map(|it| self.details.given(it));
        // A line break separates the parts: none of them can have one.
        let key = ["good-sport", given[0], given[1], given[2]].join("\n");
        let key = self.stored.key.get_or_insert(key).clone();
        if self.stored.is_forgotten {
            vec![Effect::StoreDraft(key, None)]
        } else {
            self.load_draft()
        }
    }

    /// Asks for what is stored on the device, where that is allowed.
    pub(super) fn load_draft(&self) -> Vec<Effect> {
        let key = self.stored.key.clone().filter(|_| self.settings.may_keep);
        key.map(Effect::LoadDraft).into_iter().collect()
    }

    /// Restores what a widget held that was taken out of the page.
    fn restore_moved(&mut self, saved: &str) {
        let Some(saved) = Saved::decode(saved) else { return };
        self.stored.key.clone_from(&saved.key);
        let was_stored = saved.keeps;
        self.restore(saved);
        if was_stored {
            let text = Some(self.to_store());
            (self.stored.text, self.stored.base) = (text.clone(), text);
        }
    }

    /// The effects on the device after something has happened.
    pub(super) fn sync_storage(&mut self) -> Vec<Effect> {
        if !self.keeps {
            let was_stored = self.stored.text.take().is_some();
            self.stored.base = None;
            let key = self.stored.key.clone().filter(|_| was_stored);
            key.map(|key| Effect::StoreDraft(key, None)).into_iter().collect()
        } else if self.stored.base.as_ref() == Some(&self.to_store()) {
            Vec::new()
        } else {
            self.load_draft()
        }
    }

    /// Stores nothing from now on, and removes what is stored, whether that is known of or not.
    pub(super) fn forget(&mut self) -> Vec<Effect> {
        self.keeps = false;
        (self.stored.text, self.stored.base) = (None, None);
        self.stored.is_forgotten = self.stored.key.is_none();
        self.stored.key.clone().map(|key| Effect::StoreDraft(key, None)).into_iter().collect()
    }

    /// Stores the draft over what is known, and merges with what is not.
    fn loaded(&mut self, text: Option<String>) -> Vec<Effect> {
        let found = text.as_deref().and_then(Saved::decode);
        let is_known = self.stored.text.as_deref() == text.as_deref().filter(|_| found.is_some());
        match found {
            _ if !self.settings.may_keep => {}
            _ if is_known && self.keeps => return self.store(),
            _ if is_known => {}
            Some(found) => {
                self.stored.text = text;
                self.merge_with(found);
            }
            // Somebody has removed it, and nobody shall store it again.
            None => {
                (self.stored.text, self.stored.base) = (None, None);
                self.keeps = false;
                self.notice = Some(Notice::Forgotten);
            }
        }
        Vec::new()
    }

    fn store(&mut self) -> Vec<Effect> {
        let own = Some(self.to_store());
        if self.stored.base == own {
            return Vec::new();
        }
        let key = self.stored.key.clone();
        (self.stored.text, self.stored.base) = (own.clone(), own.clone());
        key.map(|key| Effect::StoreDraft(key, own)).into_iter().collect()
    }

    /// Merges the draft that another widget has stored with what was done here meanwhile. Where the
    /// two clash, this one is kept, and the other one can be brought back.
    fn merge_with(&mut self, theirs: Saved) {
        self.keeps = true;
        let before = self.saved();
        let mine = self.to_store();
        let base = self.stored.base.take().unwrap_or_else(|| {
            // Nothing was stored yet, and a seed that was drawn here: neither will be a difference.
            Saved { keeps: true, seed: before.seed.clone(), ..Saved::default() }.encode()
        });
        self.restore_stored(theirs);
        let theirs = self.to_store();
        let (merged, clashes) = merge(&base, &mine, &theirs);
        if clashes {
            self.restore_stored(read(&merge(&base, &theirs, &mine).0));
            let other = self.saved().encode();
            self.restore_stored(read(&merged));
            self.remember(UndoScope::StoredDraft, other);
            self.notice = Some(Notice::AnotherKept);
            // It stays on the device until something is changed here.
            self.stored.base = Some(self.to_store());
            return;
        }
        self.restore_stored(read(&merged));
        self.stored.base = Some(theirs);
        if !before.is_untouched() {
            self.remember(UndoScope::StoredDraft, before.encode());
            if mine != base {
                self.notice = Some(Notice::TakenOver);
            }
        }
    }

    /// Restores what was stored, beside what never is.
    fn restore_stored(&mut self, stored: Saved) {
        let rejection = std::mem::take(&mut self.rejection);
        let private = std::mem::take(&mut self.private);
        self.restore(Saved { rejection, private, keeps: true, ..stored });
    }

    /// What there is to store on the device: never the words of others, nor what is for the visitor's
    /// eyes only.
    fn to_store(&self) -> String {
        let none = String::new;
        Saved { rejection: none(), private: none(), key: None, ..self.saved() }.encode()
    }

    /// The device has refused, and this is what is still stored.
    fn refused(&mut self, text: Option<String>) {
        let wanted = self.stored.text.is_some();
        self.stored.text = text;
        // What is stored is older: it is removed, so that the checkbox tells the truth.
        self.keeps = !wanted && self.stored.text.is_some();
        self.notice = Some(if wanted { Notice::NotKept } else { Notice::NotForgotten });
        // The next try waits for the next change.
        self.stored.base = self.keeps.then(|| self.to_store());
    }
}

/// Reads what was just written.
fn read(text: &str) -> Saved {
    Saved::decode(text).unwrap_or_default()
}
