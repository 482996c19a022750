//! The draft on the device: kept when the visitor asks for it, by any number of tabs and widgets.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeMap;

use good_sport::content::{Field, Language, WORDS};
use good_sport::model::{
    About, CopiedAs, Copying, Effect, Event, Message, Notice, Panel, PeopleMessage, Saved, State,
};

/// What a browser keeps, and the widgets in its tabs.
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
        let (_, words) = WORDS[0];
        let language = Box::leak(Box::new(Language::decode(words).unwrap()));
        self.tabs.push(State::new(language));
        let tab = self.tabs.len() - 1;
        self.send(tab, Message::AttributeChanged("company".into(), Some(company.into())));
        self.send(tab, Message::Shown);
        tab
    }

    /// Lets something happen in a tab that nobody else hears of yet.
    fn send(&mut self, tab: usize, message: Message) -> Vec<Event> {
        let mut told = Vec::new();
        for effect in self.tabs[tab].update(message) {
            match effect {
                Effect::Look(key) => {
                    let text = self.kept.get(&key).cloned();
                    told.extend(self.send(tab, Message::FoundKept(text)));
                }
                Effect::Store(key, text) => told.extend(self.store(tab, key, text)),
                Effect::Tell(event) => told.push(event),
                Effect::Copy(..)
                | Effect::Save(..)
                | Effect::Open(_)
                | Effect::AskTime
                | Effect::Share(_)
                | Effect::FadeLater(_)
                | Effect::Write(_)
                | Effect::Focus(_)
                | Effect::Select(_)
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
                return self.send(tab, Message::Refused(still));
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
                self.send(tab, Message::DeviceChanged);
            }
        }
    }

    fn body(&self, tab: usize) -> String {
        self.tabs[tab].letter().body
    }

    fn value(&self, tab: usize, field: Field) -> &str {
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
    Message::Wrote(field, value.into())
}

fn edited(body: &str) -> Message {
    Message::EditedBody(body.into())
}

fn handed_over(entries: &[(&str, &str)]) -> Message {
    let owned = entries.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Message::HandedOver(owned.collect())
}

const KEEP: Message = Message::ChoseToKeep(true);

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
    browser.act(tab, Message::ChoseToKeep(false));
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
        Message::Dismissed(0),
        Message::Ticked("sting".into(), true),
        Message::Copied(Copying::Letter, CopiedAs::Rich),
        Message::Ticked("asked".into(), false),
        Message::Met(PeopleMessage::Added),
        Message::Met(PeopleMessage::Wrote(0, About::Name, "Dana".into())),
        Message::Met(PeopleMessage::Edited(0, "My note.".into())),
        Message::ChoseReminder(6, false),
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
fn the_words_of_others_are_never_kept() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, Message::Pasted("We regret to inform you.".into()));
    browser.act(tab, KEEP);
    assert_eq!(browser.draft().rejection, "");
    assert_eq!(browser.tabs[tab].rejection(), "We regret to inform you.");
}

#[test]
fn it_is_written_only_when_there_is_something_else_to_keep() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, edited("Mine."));
    browser.act(tab, KEEP);
    let before = browser.writes;
    for message in [
        Message::Unfolded(Panel::People, true),
        Message::AskedWhere(0),
        Message::CopiedLongAgo(0),
        Message::LetterIsReady,
        Message::FailedToLoadLanguage,
        Message::AskedToCopy(Copying::Subject),
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
        let attribute =
            |name: &str, value: &str| Message::AttributeChanged(name.into(), Some(value.into()));
        browser.send(tab, attribute("company", "Acme"));
        browser.send(tab, attribute(name, value));
        browser.send(tab, Message::Shown);
        assert_ne!(browser.body(tab), "To Acme.", "{name} is another");
        // From now on it has its name, whatever becomes of the element.
        browser.send(tab, KEEP);
        browser.send(tab, attribute("company", "Initech"));
        browser.send(tab, edited("To somebody else."));
        browser.send(tab, Message::ChoseToKeep(false));
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
        ("One wrote this.", "Globex")
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
            ("One wrote this.", "the mill")
        );
    }
    assert_eq!(browser.draft().details.len(), 2);
}

#[test]
fn two_drafts_that_clash_are_each_one_undo_away() {
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
    browser.act(other, Message::Undid);
    assert_eq!(browser.body(other), "One wrote this.");
    browser.act(other, Message::Undid);
    assert_eq!(browser.body(other), "The other wrote this.");
    assert_eq!(browser.body(one), "The other wrote this.", "what is kept is the same everywhere");
    browser.act(one, Message::Undid);
    assert_eq!(browser.body(one), "One wrote this.");
    browser.boxes_are_right();
}

#[test]
fn what_others_do_step_by_step_is_undone_at_once() {
    let mut browser = Browser::new();
    let (one, other) = (browser.open("Acme"), browser.open("Acme"));
    browser.act(one, edited("First."));
    browser.act(one, KEEP);
    for body in ["S", "Se", "Second."] {
        browser.act(one, edited(body));
    }
    browser.act(other, wrote(Field::Sender, "Ada"));
    browser.act(other, Message::Undid);
    assert_eq!(
        (browser.body(other).as_str(), browser.value(other, Field::Sender)),
        ("First.", "Ada")
    );
}

#[test]
fn what_one_tab_forgets_no_other_one_keeps_again() {
    let forget: [fn() -> Message; 4] = [
        || Message::ChoseToKeep(false),
        || Message::StartedOver,
        || Message::Reset,
        || Message::AttributeChanged("storage".into(), Some("off".into())),
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
    let (_, words) = WORDS[0];
    let mut state = State::new(Box::leak(Box::new(Language::decode(words).unwrap())));
    let storage = |value: &str| Message::AttributeChanged("storage".into(), Some(value.into()));
    let _ = state.update(Message::AttributeChanged("company".into(), Some("Acme".into())));
    for message in [storage("off"), Message::Shown, edited("x"), Message::DeviceChanged] {
        assert_eq!(state.update(message), []);
    }
    assert!(matches!(&state.update(storage("ask"))[..], [Effect::Look(_)]));
}

#[test]
fn a_device_that_is_full_is_said_and_the_box_is_not_ticked() {
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
fn a_device_that_lets_nothing_go_is_said_and_the_box_stays_ticked() {
    let forget: [fn() -> Message; 3] =
        [|| Message::ChoseToKeep(false), || Message::StartedOver, || Message::Reset];
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
    browser.send(one, Message::AttributeChanged("company".into(), Some("Globex".into())));
    let saved = browser.tabs[one].saved().encode();
    let put_back = |browser: &mut Browser, storage: &str| {
        let mut state = State::new(browser.tabs[one].language());
        for (name, value) in [("company", "Globex"), ("storage", storage)] {
            let _ = state.update(Message::AttributeChanged(name.into(), Some(value.into())));
        }
        browser.tabs[one] = state;
        browser.send(one, Message::PutBack(saved.clone()));
        browser.act(one, Message::Shown);
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
    assert_eq!((browser.body(again).as_str(), browser.value(again, Field::Sender)), ("x", "Ada"));
    assert!(browser.tabs[again].can_undo());
    assert_eq!(browser.tabs[again].notice(), Some(Notice::HandedOver));
    browser.boxes_are_right();
    browser.act(again, Message::Undid);
    assert_eq!(
        (browser.body(again).as_str(), browser.value(again, Field::Company)),
        ("Mine.", "Acme")
    );
    browser.act(again, Message::Undid);
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
fn the_page_is_told_after_all_that_is_wanted_of_the_device() {
    let mut browser = Browser::new();
    let tab = browser.open("Acme");
    browser.act(tab, KEEP);
    let effects = browser.tabs[tab].update(Message::Copied(Copying::Letter, CopiedAs::Rich));
    let told = effects.iter().position(|it| matches!(it, Effect::Tell(_))).unwrap();
    assert!(effects[told..].iter().all(|it| matches!(it, Effect::Tell(_))), "{effects:?}");
    assert!(effects[..told].iter().any(|it| matches!(it, Effect::Look(_))), "{effects:?}");
}
