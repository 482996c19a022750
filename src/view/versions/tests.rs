//! A part is drawn again when something in it changes, and hardly any is at a key.

use std::fmt::Write as _;
use std::rc::Rc;

use yew::virtual_dom::VNode;
use yew::{Callback, Html};

use super::{Part, Versions};
use crate::content::{Field, Language};
use crate::model::{
    CopiedAs, CopyMessage, CopyTarget, FormMessage, HistoryMessage, LanguageMessage, LetterMessage,
    Message, Panel, PeopleMessage, PersonField, ReminderMessage, State, StorageMessage,
};
use crate::view::{Source, View, draw};

fn english() -> &'static Language {
    Language::best_for(["en"])
}

/// All that can be seen of a drawing.
fn look(node: &VNode, look: &mut String) {
    match node {
        VNode::VTag(tag) => {
            let attributes: Vec<_> = tag.attributes.iter().collect();
            let (value, checked) = (tag.value(), tag.checked());
            let _ = write!(look, "<{}{attributes:?}{value:?}{checked:?}>", tag.tag());
            tag.children().into_iter().for_each(|it| self::look(it, look));
        }
        VNode::VText(text) => look.push_str(&text.text),
        VNode::VList(list) => list.iter().for_each(|it| self::look(it, look)),
        // Another part is drawn by itself.
        VNode::VComp(_) => {}
        other => panic!("a part has no {other:?}"),
    }
}

/// Draws nothing: parts are drawn one by one.
struct Unseen;

impl Source for Unseen {
    fn draw(self: Rc<Self>, _: Part) -> Html {
        Html::default()
    }

    fn join(&self, _: Part, _: Callback<()>) {}

    fn drawn(&self) {}
}

/// A part without those in it.
fn drawing(part: Part, state: &State) -> Html {
    let source: Rc<dyn Source> = Rc::new(Unseen);
    draw(part, View { state, language: english(), send: &Callback::noop(), source: Some(&source) })
}

fn look_of(part: Part, state: &State) -> String {
    let mut seen = String::new();
    look(&drawing(part, state), &mut seen);
    seen
}

fn versions(state: &State) -> [Option<u64>; Part::ALL.len()] {
    let versions = Versions::new(state, english());
    Part::ALL.map(|it| versions.of(it))
}

/// What may happen, each in its own way to what a part may show.
fn messages() -> Vec<Message> {
    let wrote = |field, text: &str| Message::Form(FormMessage::Wrote(field, text.to_owned()));
    let stated = |id: &str| Message::Form(FormMessage::Stated(id.to_owned(), true));
    let attribute = |name: &str, value: &str| {
        Message::Form(FormMessage::ChangedAttribute(name.to_owned(), Some(value.to_owned())))
    };
    let british = Language::best_for(["en-GB"]);
    let mut all: Vec<_> = Field::TEXTS.map(|it| wrote(it, "Acme")).into();
    all.extend([
        wrote(Field::Tone, "formal"),
        wrote(Field::Length, "short"),
        wrote(Field::Ask, "status"),
        wrote(Field::Retention, Field::YES),
    ]);
    all.extend(english().facts.iter().map(|it| stated(&it.id)));
    all.extend(Panel::ALL.map(|it| Message::Unfolded(it, true)));
    all.extend(english().checklist.iter().map(|it| Message::Ticked(it.id.to_string(), true)));
    all.extend([
        attribute("hide", "mail people"),
        attribute("heading-level", "4"),
        attribute("storage", "off"),
        attribute("company", "Globex"),
        Message::Form(FormMessage::DrewSeed(7)),
        Message::Form(FormMessage::WrotePrivately("Ouch.".to_owned())),
        Message::Form(FormMessage::PastedRejection("Dear Sam, no.".to_owned())),
        Message::Letter(LetterMessage::EditedSubject("Thanks".to_owned())),
        Message::Letter(LetterMessage::EditedBody("Thank you for it.".to_owned())),
        Message::Letter(LetterMessage::AcceptedNewText),
        Message::Letter(LetterMessage::WantedAnotherWording),
        Message::Copy(CopyMessage::Copied(CopyTarget::Letter, CopiedAs::Plain)),
        Message::Copy(CopyMessage::Copied(CopyTarget::Subject, CopiedAs::Plain)),
        Message::Copy(CopyMessage::CopiedInShell(CopyTarget::Letter, CopiedAs::Manual)),
        Message::Copy(CopyMessage::BecameReady),
        Message::Copy(CopyMessage::NoticeExpired(1)),
        Message::Reminder(ReminderMessage::Chose(3, false)),
        Message::People(PeopleMessage::Added),
        Message::People(PeopleMessage::Wrote(0, PersonField::Name, "Dana".to_owned())),
        Message::Storage(StorageMessage::ChoseToKeep(true)),
        Message::History(HistoryMessage::Undid),
        Message::History(HistoryMessage::StartedOver),
        Message::Language(LanguageMessage::Chose("en-GB".to_owned())),
        Message::Language(LanguageMessage::Loaded(british)),
    ]);
    all
}

#[test]
fn a_part_of_the_same_version_looks_the_same() {
    let all = messages();
    let mut kept = [0; Part::ALL.len()];
    for first in &all {
        let mut before = State::new(english());
        let _ = before.update(first.clone());
        let (seen, looks) = (versions(&before), Part::ALL.map(|it| look_of(it, &before)));
        for second in &all {
            let mut after = before.clone();
            let _ = after.update(second.clone());
            let now = versions(&after);
            for part in Part::ALL {
                let index = part as usize;
                if seen[index].is_some() && seen[index] == now[index] {
                    kept[index] += 1;
                    let look = look_of(part, &after);
                    assert_eq!(look, looks[index], "{part:?}: {first:?}, {second:?}");
                }
            }
        }
    }
    // It is about something: no part but the letter is another after everything.
    let is_letter = |part: Part| part == Part::Letter;
    assert!(
        Part::ALL.into_iter().zip(kept).all(|(part, it)| is_letter(part) || it > all.len()),
        "{kept:?}"
    );
}

/// How many nodes are made for a drawing.
fn count(node: &VNode) -> usize {
    match node {
        VNode::VTag(tag) => 1 + tag.children().map_or(0, count),
        VNode::VList(list) => list.iter().map(count).sum(),
        _ => 1,
    }
}

/// How many nodes are made, and compared with those before, when this happens.
fn nodes_for(state: &mut State, message: Message) -> usize {
    let before = versions(state);
    let _ = state.update(message);
    let after = versions(state);
    let is_drawn = |part: &Part| {
        let index = *part as usize;
        after[index].is_none() || after[index] != before[index]
    };
    Part::ALL.into_iter().filter(is_drawn).map(|it| count(&drawing(it, state))).sum()
}

#[test]
fn a_key_makes_few_nodes() {
    let mut state = State::new(english());
    let send = Callback::noop();
    let view = View { state: &state, language: english(), send: &send, source: None };
    let whole = count(&draw(Part::Frame, view));
    let wrote = |field| Message::Form(FormMessage::Wrote(field, "A".to_owned()));
    let mut keys = |message| nodes_for(&mut state, message);
    let form = keys(wrote(Field::Company));
    let highlight = keys(wrote(Field::Highlight));
    // The first edit changes the buttons: there is another wording no longer.
    keys(Message::Letter(LetterMessage::EditedBody("Thank".to_owned())));
    let letter = keys(Message::Letter(LetterMessage::EditedBody("Thank you".to_owned())));
    println!(
        "nodes: {whole} in all, {form} at a key in a field, {highlight} in the highlight, {letter} in the letter"
    );
    assert!(form <= 30 && highlight <= 30, "{form} and {highlight} of {whole}");
    assert!(letter <= 25, "{letter} of {whole}");
}
