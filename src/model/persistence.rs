//! The draft on the device: what is known of it, and when it is written.
//!
//! Other tabs and widgets keep the same draft. So what is there is read before each write: a draft
//! that somebody else has put there is merged with this one, and never overwritten unseen.

use super::State;
use super::merge::merge;
use super::message::{Effect, Notice};
use super::saved::Saved;
use super::undo::By;
use crate::content::Field;

/// What is known of the draft on the device.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Kept {
    /// Under which name it is kept, from when the widget is shown: a page that changes the element
    /// later must not have one job's draft replace another's.
    pub(super) key: Option<String>,
    /// What stands on the device, as far as is known.
    text: Option<String>,
    /// What there was to keep here when the two were last the same.
    own: Option<String>,
    /// Whether it is forgotten as soon as its name is known.
    is_over: bool,
}

impl State {
    /// The widget is shown now, with all that the page has filled in.
    pub(super) fn shown(&mut self) -> Vec<Effect> {
        let given = [Field::Company, Field::Role, Field::Recipient];
        let given = given.map(|it| self.details.given(it));
        // Between the parts stands what neither can be mistaken for.
        let key = ["good-sport", given[0], given[1], given[2]].join("\n");
        let key = self.kept.key.get_or_insert(key).clone();
        if self.kept.is_over { vec![Effect::Store(key, None)] } else { self.look() }
    }

    /// Has somebody look what stands on the device, where that is allowed.
    pub(super) fn look(&self) -> Vec<Effect> {
        let key = self.kept.key.clone().filter(|_| self.settings.may_keep);
        key.map(Effect::Look).into_iter().collect()
    }

    /// Takes what a widget held that was taken out of the page.
    pub(super) fn take_back(&mut self, saved: &str) {
        let Some(saved) = Saved::decode(saved) else { return };
        self.kept.key.clone_from(&saved.key);
        let kept = saved.keeps;
        self.put_back(saved);
        if kept {
            let text = Some(self.to_keep());
            (self.kept.text, self.kept.own) = (text.clone(), text);
        }
    }

    /// What is wanted of the device after something has happened.
    pub(super) fn sync(&mut self) -> Vec<Effect> {
        if !self.keeps {
            let stood = self.kept.text.take();
            self.kept.own = None;
            let key = self.kept.key.clone().filter(|_| stood.is_some());
            key.map(|key| Effect::Store(key, None)).into_iter().collect()
        } else if self.kept.own.as_ref() == Some(&self.to_keep()) {
            Vec::new()
        } else {
            self.look()
        }
    }

    /// Takes the visitor's wish.
    pub(super) fn choose_to_keep(&mut self, keeps: bool) {
        self.keeps = keeps && self.settings.may_keep;
        self.notice = Some(if self.keeps { Notice::Kept } else { Notice::Forgotten });
    }

    /// Keeps nothing from now on, whether something is known to be there or not.
    pub(super) fn forget(&mut self) -> Vec<Effect> {
        self.keeps = false;
        (self.kept.text, self.kept.own) = (None, None);
        self.kept.is_over = self.kept.key.is_none();
        self.kept.key.clone().map(|key| Effect::Store(key, None)).into_iter().collect()
    }

    /// Takes in what stands on the device.
    pub(super) fn found(&mut self, text: Option<String>) -> Vec<Effect> {
        let found = text.as_deref().and_then(Saved::decode);
        let is_known = self.kept.text.as_deref() == text.as_deref().filter(|_| found.is_some());
        match found {
            _ if !self.settings.may_keep => {}
            _ if is_known && self.keeps => return self.store(),
            _ if is_known => {}
            Some(found) => {
                self.kept.text = text;
                self.take_over(found);
            }
            // Somebody has forgotten it, and nobody shall keep it again.
            None => {
                (self.kept.text, self.kept.own) = (None, None);
                self.keeps = false;
                self.notice = Some(Notice::Forgotten);
            }
        }
        Vec::new()
    }

    fn store(&mut self) -> Vec<Effect> {
        let own = Some(self.to_keep());
        if self.kept.own == own {
            return Vec::new();
        }
        let key = self.kept.key.clone();
        (self.kept.text, self.kept.own) = (own.clone(), own.clone());
        key.map(|key| Effect::Store(key, own)).into_iter().collect()
    }

    /// Takes over the draft that another widget has kept, with what was done here meanwhile. Where
    /// the two clash, this one stands, and the other one can be brought back.
    fn take_over(&mut self, theirs: Saved) {
        self.keeps = true;
        let before = self.saved();
        let mine = self.to_keep();
        let base = self.kept.own.take().unwrap_or_else(|| {
            // Nothing was kept yet, but that will not be a difference.
            Saved { keeps: true, ..Saved::default() }.encode()
        });
        self.put_back_kept(theirs);
        let theirs = self.to_keep();
        let (merged, clashes) = merge(&base, &mine, &theirs);
        if clashes {
            self.put_back_kept(read(&merge(&base, &theirs, &mine).0));
            let other = self.saved().encode();
            self.put_back_kept(read(&merged));
            self.remember(By::Another, other);
            self.notice = Some(Notice::AnotherKept);
            // It stays on the device until something is changed here.
            self.kept.own = Some(self.to_keep());
            return;
        }
        self.put_back_kept(read(&merged));
        self.kept.own = Some(theirs);
        if !before.is_untouched() {
            self.remember(By::Another, before.encode());
            if mine != base {
                self.notice = Some(Notice::TakenOver);
            }
        }
    }

    /// Puts back what was kept, beside what never is.
    fn put_back_kept(&mut self, kept: Saved) {
        let rejection = std::mem::take(&mut self.rejection);
        self.put_back(Saved { rejection, keeps: true, ..kept });
    }

    /// What there is to keep on the device: never the words of others.
    fn to_keep(&self) -> String {
        Saved { rejection: String::new(), key: None, ..self.saved() }.encode()
    }

    /// The device has refused; this is what still stands there.
    pub(super) fn refused(&mut self, text: Option<String>) {
        let stored = self.kept.text.is_some();
        self.kept.text = text;
        // What stands there is older: it is taken away, so that the box says how it is.
        self.keeps = !stored && self.kept.text.is_some();
        self.notice = Some(if stored { Notice::NotKept } else { Notice::NotForgotten });
        // The next try waits for the next change.
        self.kept.own = self.keeps.then(|| self.to_keep());
    }
}

/// Reads what was just written.
fn read(text: &str) -> Saved {
    Saved::decode(text).unwrap_or_default()
}
