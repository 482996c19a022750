//! Persistence of the draft: stored when the visitor asks for it, by any number of tabs and widgets.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[path = "hosted/linting.rs"]
mod linting;

use std::collections::BTreeMap;

use good_sport::content::{Field, Language};
use good_sport::model::{
    CopiedAs, CopyMessage, CopyTarget, Effect, Event, FormMessage, HistoryMessage, LanguageMessage,
    LetterMessage, LintTarget, LinterMessage, Message, Notice, Panel, PeopleMessage, PersonField,
    ReminderMessage, Saved, State, StorageMessage,
};
use linting::happens;

/// A browser: its storage, and the widgets in its tabs.
struct Browser {
    kept: BTreeMap<String, String>,
    /// Whether it takes nothing more, or lets nothing go.
    is_full: bool,
    is_stuck: bool,
    /// How often something was written or taken away.
    writes: usize,
    tabs: Vec<State>,
}

impl Browser {
    fn new() -> Self {
        let kept = BTreeMap::new();
        Self { kept, is_full: false, is_stuck: false, writes: 0, tabs: Vec::new() }
    }

    /// Opens a page for a job at a company.
    fn open(&mut self, company: &str) -> usize {
        let language = Language::best_for(["en"]);
        self.tabs.push(State::new(language));
        let tab = self.tabs.len() - 1;
        // No two visits draw the same.
        let seed = self.tabs.len().try_into().unwrap();
        self.send(tab, Message::Form(FormMessage::DrewSeed(seed)));
        self.send(
            tab,
            Message::Form(FormMessage::ChangedAttribute("company".into(), Some(company.into()))),
        );
        self.send(tab, Message::Storage(StorageMessage::Shown));
        tab
    }

    /// Lets something happen in a tab that nobody else hears of yet.
    fn send(&mut self, tab: usize, message: Message) -> Vec<Event> {
        let mut told = Vec::new();
        for effect in happens(&mut self.tabs[tab], message) {
            match effect {
                Effect::LoadDraft(key) => {
                    let text = self.kept.get(&key).cloned();
                    told.extend(self.send(tab, Message::Storage(StorageMessage::Loaded(text))));
                }
                Effect::StoreDraft(key, text) => told.extend(self.store(tab, key, text)),
                Effect::Dispatch(event) => told.push(event),
                Effect::Copy(..)
                | Effect::SaveFile(..)
                | Effect::OpenLink(_)
                | Effect::TellTime(_)
                | Effect::Share(_)
                | Effect::ExpireNotice(_)
                | Effect::WriteFields(_)
                | Effect::Focus(_)
                | Effect::Select(..)
                | Effect::Lint(_)
                | Effect::ReadRejection(_)
                | Effect::LoadLanguage(_)
                | Effect::Warn(_) => {}
            }
        }
        told
    }

    fn store(&mut self, tab: usize, key: String, text: Option<String>) -> Vec<Event> {
        match text {
            Some(text) if !self.is_full => {
                self.writes += 1;
                self.kept.insert(key, text);
            }
            None if !self.is_stuck => {
                self.writes += usize::from(self.kept.remove(&key).is_some());
            }
            Some(_) | None => {
                let still = self.kept.get(&key).cloned();
                return self.send(tab, Message::Storage(StorageMessage::Refused(still)));
            }
        }
        Vec::new()
    }

    /// Lets something happen in a tab, and all others hear of what was kept.
    fn act(&mut self, tab: usize, message: Message) {
        self.send(tab, message);
        self.settle();
    }

    /// Lets every tab hear of what the others have kept.
    fn settle(&mut self) {
        for _ in 0..3 {
            for tab in 0..self.tabs.len() {
                self.send(tab, Message::Storage(StorageMessage::Changed));
            }
        }
    }

    fn body(&self, tab: usize) -> String {
        self.tabs[tab].letter().body
    }

    fn value(&self, tab: usize, field: Field) -> String {
        self.tabs[tab].value(field)
    }

    /// The one draft that is kept.
    fn draft(&self) -> Saved {
        let [draft] = &self.kept.values().collect::<Vec<_>>()[..] else {
            panic!("{:?} is kept", self.kept)
        };
        Saved::decode(draft).unwrap()
    }

    /// Sees that every box says whether the draft is on the device.
    fn boxes_are_right(&self) {
        for tab in &self.tabs {
            assert_eq!(tab.keeps(), !self.kept.is_empty(), "{:?}", self.kept);
        }
    }
}

fn wrote(field: Field, value: &str) -> Message {
    Message::Form(FormMessage::Wrote(field, value.into()))
}

fn edited(body: &str) -> Message {
    Message::Letter(LetterMessage::EditedBody(body.into()))
}

fn handed_over(entries: &[(&str, &str)]) -> Message {
    let owned = entries.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Message::HandedOver(owned.collect())
}

const KEEP: Message = Message::Storage(StorageMessage::ChoseToKeep(true));

#[test]
fn nothing_is_kept_until_the_visitor_asks() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, wrote(Field::Sender, "Ada"));
    assert!(browser.kept.is_empty());
    browser.act(tab, KEEP);
    assert_eq!(browser.draft().details, [(Field::Sender, "Ada".into())]);
    browser.act(tab, wrote(Field::Sender, "Ada L."));
    assert_eq!(browser.draft().details, [(Field::Sender, "Ada L.".into())]);
    browser.act(tab, Message::Storage(StorageMessage::ChoseToKeep(false)));
    browser.act(tab, wrote(Field::Sender, "Ada"));
    assert!(browser.kept.is_empty());
}

#[test]
fn what_was_kept_comes_back() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    for message in [
        wrote(Field::Sender, "Ada"),
        edited("Mine, [name]."),
        Message::Linter(LinterMessage::Dismissed(LintTarget::Letter, 0)),
        Message::Ticked("sting".into(), true),
        Message::Copy(CopyMessage::Copied(CopyTarget::Letter, CopiedAs::Rich)),
        Message::Ticked("asked".into(), false),
        Message::People(PeopleMessage::Added),
        Message::People(PeopleMessage::Wrote(0, PersonField::Name, "Dana".into())),
        Message::People(PeopleMessage::Edited(0, "My note.".into())),
        Message::Reminder(ReminderMessage::Chose(6, false)),
        KEEP,
    ] {
        browser.act(tab, message);
    }
    let again = browser.open("Acme");
    let kept = |tab: usize| browser.tabs[tab].saved().encode();
    assert_eq!(kept(again), kept(tab));
    assert!(browser.tabs[again].findings().is_empty(), "what was put aside stays there");
    assert!(!browser.tabs[again].can_undo() && browser.tabs[again].notice().is_none());
}

#[test]
fn the_rejection_is_never_stored() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser
        .act(tab, Message::Form(FormMessage::PastedRejection("We regret to inform you.".into())));
    browser.act(tab, KEEP);
    assert_eq!(browser.draft().rejection, "");
    assert_eq!(browser.tabs[tab].rejection(), "We regret to inform you.");
}

#[test]
fn the_draft_is_stored_only_when_it_has_changed() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, edited("Mine."));
    browser.act(tab, KEEP);
    let before = browser.writes;
    for message in [
        Message::Unfolded(Panel::People, true),
        Message::Linter(LinterMessage::Located(LintTarget::Letter, 0)),
        Message::Copy(CopyMessage::NoticeExpired(0)),
        Message::Copy(CopyMessage::BecameReady),
        Message::Language(LanguageMessage::FailedToLoad),
        Message::Copy(CopyMessage::Requested(CopyTarget::Subject)),
        edited("Mine."),
    ] {
        browser.act(tab, message);
    }
    assert_eq!(browser.writes, before);
}

#[test]
fn drafts_are_kept_by_all_that_the_page_or_its_link_has_filled_in() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, edited("To Acme."));
    browser.act(tab, KEEP);
    for (name, value) in [("company", "Globex"), ("role", "baker"), ("recipient", "Ms. Rivera")] {
        let tab = browser.open("Acme");
        assert_eq!(browser.body(tab), "To Acme.");
        browser.tabs[tab] = State::new(browser.tabs[tab].language());
        let attribute = |name: &str, value: &str| {
            Message::Form(FormMessage::ChangedAttribute(name.into(), Some(value.into())))
        };
        browser.send(tab, attribute("company", "Acme"));
        browser.send(tab, attribute(name, value));
        browser.send(tab, Message::Storage(StorageMessage::Shown));
        assert_ne!(browser.body(tab), "To Acme.", "{name} is another");
        // From now on it has its name, whatever becomes of the element.
        browser.send(tab, KEEP);
        browser.send(tab, attribute("company", "Initech"));
        browser.send(tab, edited("To somebody else."));
        browser.send(tab, Message::Storage(StorageMessage::ChoseToKeep(false)));
        assert_eq!(browser.kept.len(), 1);
    }
}

#[test]
fn an_untouched_tab_takes_over_what_another_one_keeps() {
    let mut browser = Browser::new();
    let (one, other) = (browser.open("Acme"), browser.open("Acme"));
    browser.act(one, KEEP);
    browser.act(one, edited("One wrote this."));
    assert_eq!(browser.body(other), "One wrote this.");
    browser.boxes_are_right();
    browser.act(other, wrote(Field::Company, "Globex"));
    assert_eq!(
        (browser.body(one).as_str(), browser.value(one, Field::Company)),
        ("One wrote this.", "Globex".into())
    );
    let third = browser.open("Acme");
    assert_eq!(browser.tabs[third].saved().encode(), browser.tabs[one].saved().encode());
    browser.boxes_are_right();
}

#[test]
fn a_tab_that_has_not_heard_of_a_newer_draft_adds_to_it() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, wrote(Field::Sender, "Ada"));
    browser.act(tab, KEEP);
    let stale = browser.open("Acme");
    browser.send(tab, edited("One wrote this."));
    browser.send(stale, wrote(Field::Highlight, "the mill"));
    assert_eq!(browser.body(stale), "One wrote this.");
    browser.settle();
    for it in [tab, stale] {
        assert_eq!(
            (browser.body(it).as_str(), browser.value(it, Field::Highlight)),
            ("One wrote this.", "the mill".into())
        );
    }
    assert_eq!(browser.draft().details.len(), 2);
}

#[test]
fn two_conflicting_drafts_are_each_one_undo_away() {
    let mut browser = Browser::new();
    let (one, other) = (browser.open("Acme"), browser.open("Acme"));
    browser.act(other, edited("The other wrote this."));
    browser.act(one, edited("One wrote this."));
    browser.act(one, KEEP);
    browser.boxes_are_right();
    assert_eq!(browser.body(other), "The other wrote this.", "nothing changes under its hands");
    assert_eq!(browser.tabs[other].notice(), Some(Notice::AnotherKept));
    let Saved { draft, .. } = browser.draft();
    assert_eq!(draft.letter(browser.tabs[one].letter()).body, "One wrote this.");
    browser.act(other, Message::History(HistoryMessage::Undid));
    assert_eq!(browser.body(other), "One wrote this.");
    browser.act(other, Message::History(HistoryMessage::Undid));
    assert_eq!(browser.body(other), "The other wrote this.");
    assert_eq!(browser.body(one), "The other wrote this.", "what is kept is the same everywhere");
    browser.act(one, Message::History(HistoryMessage::Undid));
    assert_eq!(browser.body(one), "One wrote this.");
    browser.boxes_are_right();
}

#[test]
fn the_steps_of_another_tab_are_undone_at_once() {
    let mut browser = Browser::new();
    let (one, other) = (browser.open("Acme"), browser.open("Acme"));
    browser.act(one, edited("First."));
    browser.act(one, KEEP);
    for body in ["S", "Se", "Second."] {
        browser.act(one, edited(body));
    }
    browser.act(other, wrote(Field::Sender, "Ada"));
    browser.act(other, Message::History(HistoryMessage::Undid));
    assert_eq!(
        (browser.body(other).as_str(), browser.value(other, Field::Sender)),
        ("First.", "Ada".into())
    );
}

#[test]
fn what_one_tab_forgets_no_other_one_keeps_again() {
    let forget: [fn() -> Message; 4] = [
        || Message::Storage(StorageMessage::ChoseToKeep(false)),
        || Message::History(HistoryMessage::StartedOver),
        || Message::History(HistoryMessage::Reset),
        || Message::Form(FormMessage::ChangedAttribute("storage".into(), Some("off".into()))),
    ];
    for forget in forget {
        for is_heard in [true, false] {
            let mut browser = Browser::new();
            let one = browser.open("Acme");
            browser.act(one, edited("Mine."));
            browser.act(one, KEEP);
            let other = browser.open("Acme");
            browser.send(one, forget());
            if is_heard {
                browser.settle();
                assert_eq!(browser.tabs[other].notice(), Some(Notice::Forgotten));
            }
            browser.send(other, edited("Mine, too."));
            assert!(browser.kept.is_empty(), "{:?} {is_heard}", forget());
            assert!(!browser.tabs[one].keeps() && !browser.tabs[other].keeps());
            assert_eq!(browser.body(other), "Mine, too.", "nothing is lost on the screen");
        }
    }
}

#[test]
fn a_page_that_forbids_keeping_never_looks_and_one_that_allows_it_later_does() {
    let mut browser = Browser::new();
    let one = browser.open("Acme");
    browser.act(one, edited("Mine."));
    browser.act(one, KEEP);
    let mut state = State::new(Language::best_for(["en"]));
    let storage = |value: &str| {
        Message::Form(FormMessage::ChangedAttribute("storage".into(), Some(value.into())))
    };
    let _ = happens(
        &mut state,
        Message::Form(FormMessage::ChangedAttribute("company".into(), Some("Acme".into()))),
    );
    for message in [
        storage("off"),
        Message::Storage(StorageMessage::Shown),
        edited("x"),
        Message::Storage(StorageMessage::Changed),
    ] {
        assert_eq!(happens(&mut state, message), []);
    }
    assert!(matches!(&happens(&mut state, storage("ask"))[..], [Effect::LoadDraft(_)]));
}

#[test]
fn full_storage_is_announced_and_the_checkbox_is_not_ticked() {
    for is_first in [true, false] {
        let mut browser = Browser::new();
        let tab = browser.open("Acme");
        browser.is_full = is_first;
        browser.act(tab, KEEP);
        browser.is_full = true;
        browser.send(tab, edited("Too much."));
        browser.boxes_are_right();
        assert!(browser.kept.is_empty());
        assert_eq!(browser.body(tab), "Too much.");
        if !is_first {
            assert_eq!(browser.tabs[tab].notice(), Some(Notice::NotKept));
        }
    }
}

#[test]
fn storage_that_cannot_be_cleared_is_announced_and_the_checkbox_stays_ticked() {
    let forget: [fn() -> Message; 3] = [
        || Message::Storage(StorageMessage::ChoseToKeep(false)),
        || Message::History(HistoryMessage::StartedOver),
        || Message::History(HistoryMessage::Reset),
    ];
    for forget in forget {
        for is_full in [true, false] {
            let mut browser = Browser::new();
            let tab = browser.open("Acme");
            browser.act(tab, KEEP);
            (browser.is_stuck, browser.is_full) = (true, is_full);
            browser.send(tab, forget());
            assert_eq!(browser.tabs[tab].notice(), Some(Notice::NotForgotten));
            browser.boxes_are_right();
            browser.act(tab, edited("More."));
            browser.boxes_are_right();
        }
    }
}

#[test]
fn an_element_that_was_out_of_the_page_keeps_what_it_kept_and_under_its_name() {
    let mut browser = Browser::new();
    let one = browser.open("Acme");
    browser.act(one, edited("Mine."));
    browser.act(one, KEEP);
    browser.send(
        one,
        Message::Form(FormMessage::ChangedAttribute("company".into(), Some("Globex".into()))),
    );
    let saved = browser.tabs[one].saved().encode();
    let put_back = |browser: &mut Browser, storage: &str| {
        let mut state = State::new(browser.tabs[one].language());
        for (name, value) in [("company", "Globex"), ("storage", storage)] {
            let _ = state.update(Message::Form(FormMessage::ChangedAttribute(
                name.into(),
                Some(value.into()),
            )));
        }
        browser.tabs[one] = state;
        browser.send(one, Message::Storage(StorageMessage::Restored(saved.clone())));
        browser.act(one, Message::Storage(StorageMessage::Shown));
    };
    put_back(&mut browser, "ask");
    browser.boxes_are_right();
    browser.act(one, edited("Mine, still."));
    assert_eq!(browser.kept.len(), 1);
    put_back(&mut browser, "ask");
    assert_eq!(browser.body(one), "Mine, still.", "somebody else has gone on with it");
    put_back(&mut browser, "off");
    assert!(browser.kept.is_empty());
    put_back(&mut browser, "ask");
    browser.boxes_are_right();
    assert_eq!(browser.body(one), "Mine.");
}

#[test]
fn what_is_written_before_the_draft_is_back_replaces_it_with_an_undo() {
    let mut browser = Browser::new();
    let one = browser.open("Acme");
    browser.act(one, wrote(Field::Sender, "Ada"));
    browser.act(one, edited("Mine."));
    browser.act(one, KEEP);
    let again = browser.open("Acme");
    browser.act(again, handed_over(&[("body", "x"), ("company", "Globex")]));
    assert_eq!(
        (browser.body(again).as_str(), browser.value(again, Field::Sender)),
        ("x", "Ada".into())
    );
    assert!(browser.tabs[again].can_undo());
    assert_eq!(browser.tabs[again].notice(), Some(Notice::HandedOver));
    browser.boxes_are_right();
    browser.act(again, Message::History(HistoryMessage::Undid));
    assert_eq!(
        (browser.body(again).as_str(), browser.value(again, Field::Company)),
        ("Mine.", "Acme".into())
    );
    browser.act(again, Message::History(HistoryMessage::Undid));
    assert_eq!(browser.body(again), "x");
    // Where nothing was kept, nothing is replaced.
    let fresh = browser.open("Globex");
    browser.send(fresh, handed_over(&[("body", "x"), ("keep", "yes")]));
    assert!(!browser.tabs[fresh].can_undo());
    assert_eq!(browser.kept.len(), 2);
}

#[test]
fn a_draft_of_another_form_is_left_until_there_is_one_to_keep() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, KEEP);
    let key = browser.kept.keys().next().unwrap().clone();
    browser.kept.insert(key.clone(), "9 of tomorrow".into());
    let tab = browser.open("Acme");
    assert!(!browser.tabs[tab].keeps());
    assert_eq!(browser.kept[&key], "9 of tomorrow");
    browser.send(tab, KEEP);
    assert!(browser.tabs[tab].keeps() && browser.kept[&key] != "9 of tomorrow");
}

#[test]
fn events_are_dispatched_after_all_other_effects() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, KEEP);
    let effects = browser.tabs[tab]
        .update(Message::Copy(CopyMessage::Copied(CopyTarget::Letter, CopiedAs::Rich)));
    let told = effects.iter().position(|it| matches!(it, Effect::Dispatch(_))).unwrap();
    assert!(effects[told..].iter().all(|it| matches!(it, Effect::Dispatch(_))), "{effects:?}");
    assert!(effects[..told].iter().any(|it| matches!(it, Effect::LoadDraft(_))), "{effects:?}");
}

#[test]
fn the_seed_of_the_stored_draft_holds_in_every_tab() {
    let mut browser = Browser::new();
    let (one, other) = (browser.open("Acme"), browser.open("Acme"));
    assert_ne!(browser.body(one), browser.body(other));
    browser.act(one, wrote(Field::Sender, "Ada"));
    browser.act(other, wrote(Field::Role, "baker"));
    browser.act(one, Message::Storage(StorageMessage::ChoseToKeep(true)));
    assert_eq!(browser.draft().seed, "1");
    assert_eq!(
        (browser.body(one), browser.value(other, Field::Seed)),
        (browser.body(other), "1".into())
    );
    assert_ne!(browser.tabs[other].notice(), Some(Notice::AnotherKept), "a seed is no clash");
    let again = browser.open("Acme");
    assert_eq!(browser.body(again), browser.body(one));
}

#[test]
fn what_is_for_the_visitors_eyes_only_reaches_no_other_tab() {
    let mut browser = Browser::new();
    let (one, other) = (browser.open("Acme"), browser.open("Acme"));
    browser.act(one, Message::Form(FormMessage::WrotePrivately("I could scream".into())));
    browser.act(one, Message::Storage(StorageMessage::ChoseToKeep(true)));
    let writes = browser.writes;
    browser.act(one, Message::Form(FormMessage::WrotePrivately("I could cry".into())));
    assert_eq!(browser.writes, writes, "there is nothing new to store");
    browser.act(other, wrote(Field::Sender, "Ada"));
    assert!(browser.kept.values().all(|it| !it.contains("I could")), "{:?}", browser.kept);
    assert_eq!((browser.tabs[one].private(), browser.tabs[other].private()), ("I could cry", ""));
    assert_eq!(browser.value(one, Field::Sender), "Ada");
}
