//! The visitor's work as one text, to be kept in the browser and read back.

use super::checklist::Checklist;
use super::details::Details;
use super::draft::Draft;
use super::letter::Letter;
use super::people::{About, PEOPLE_LIMIT, People, Person};
use crate::content::Field;

/// The form of the text. It changes when an older one can no longer be read.
const VERSION: &str = "1";
/// Ends an entry; a control character that no field holds.
const ENTRY: char = '\u{1e}';
/// Stands between the key of an entry and its value.
const KEY: char = '\u{1f}';

/// How many entries are read, which is more than the widget writes; a text that somebody else made must
/// not keep the page waiting.
const ENTRY_LIMIT: usize = 500;

/// The numbers of the voices of notes, as they are written down.
const VOICES: [&str; PEOPLE_LIMIT] = ["0", "1", "2", "3", "4", "5"];

/// All that the visitor did.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Saved {
    /// What was written into the form.
    pub details: Vec<(Field, String)>,
    /// The letter, where it was edited.
    pub draft: Draft,
    /// The people one met.
    pub people: People,
    /// The ticks.
    pub checklist: Checklist,
    /// Whether all this is kept on the device.
    pub keeps: bool,
}

impl Saved {
    /// What there is to save.
    #[must_use]
    pub fn new(
        details: &Details,
        draft: &Draft,
        people: &People,
        checklist: &Checklist,
        keeps: bool,
    ) -> Self {
        let own = |field| details.own(field).map(|value| (field, value.to_owned()));
        Self {
            details: Field::ALL.into_iter().filter_map(own).collect(),
            draft: draft.clone(),
            people: people.clone(),
            checklist: checklist.clone(),
            keeps,
        }
    }

    /// Writes it down. [`Saved::decode`] reads it back.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = String::from(VERSION);
        let mut put = |key: &str, value: &str| {
            text.push(ENTRY);
            text.push_str(key);
            text.push(KEY);
            text.extend(value.chars().filter(|it| *it != ENTRY && *it != KEY));
        };
        for (field, value) in &self.details {
            put(field.name(), value);
        }
        if let Draft::Edited { letter, over } = &self.draft {
            put("subject", &letter.subject);
            put("body", &letter.body);
            put("over-subject", &over.subject);
            put("over-body", &over.body);
        }
        for person in self.people.all() {
            put("person", VOICES[usize::from(person.voice) % PEOPLE_LIMIT]);
            for about in About::ALL {
                put(about.name(), person.get(about));
            }
            if let Draft::Edited { letter, over } = &person.draft {
                put("note", &letter.body);
                put("over-note", &over.body);
            }
            if person.is_done {
                put("done", "");
            }
        }
        for (id, ticked) in self.checklist.choices() {
            put(if *ticked { "tick" } else { "untick" }, id);
        }
        match self.checklist.earned() {
            (false, _) => {}
            (true, true) => put("sent", "one"),
            (true, false) => put("sent", "many"),
        }
        if self.keeps {
            put("keep", "");
        }
        text
    }

    /// Reads what was saved, here or by another version; what it does not know it leaves out.
    /// `None` when the text is of another form.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let mut entries = text.split(ENTRY);
        if entries.next()? != VERSION {
            return None;
        }
        let mut saved = Self::default();
        let mut letter = [None, None, None, None];
        let entries = entries.take(ENTRY_LIMIT).filter_map(|entry| entry.split_once(KEY));
        for (key, value) in entries {
            match key {
                "subject" => letter[0] = Some(value.to_owned()),
                "body" => letter[1] = Some(value.to_owned()),
                "over-subject" => letter[2] = Some(value.to_owned()),
                "over-body" => letter[3] = Some(value.to_owned()),
                "tick" => saved.checklist.set(value, true),
                "untick" => saved.checklist.set(value, false),
                "keep" => saved.keeps = true,
                "sent" => saved.checklist.sent(if value == "one" { 1 } else { 2 }),
                _ if read_person(&mut saved.people, key, value) => {}
                _ => {
                    let field = Field::ALL.into_iter().find(|field| field.name() == key);
                    saved.details.extend(field.map(|field| (field, value.to_owned())));
                }
            }
        }
        if let [Some(subject), Some(body), Some(over_subject), Some(over_body)] = letter {
            saved.draft = Draft::Edited {
                letter: Letter { subject, body },
                over: Letter { subject: over_subject, body: over_body },
            };
        }
        Some(saved)
    }
}

/// Reads what was saved of the people: each begins with the number of a voice, and what follows is
/// theirs. `false` when it is about something else.
fn read_person(people: &mut People, key: &str, value: &str) -> bool {
    if key == "person" {
        let voice = (0..).zip(VOICES).find(|(_, name)| *name == value);
        let voice = voice.map(|(voice, _)| voice).filter(|it| people.get(*it).is_none());
        people.put_back(voice.map(Person::new));
        return true;
    }
    let note = |body: &str| Letter { subject: String::new(), body: body.to_owned() };
    let Some(person) = people.last() else { return false };
    match (key, &mut person.draft) {
        ("note", draft) => *draft = Draft::Edited { letter: note(value), over: note("") },
        ("over-note", Draft::Edited { over, .. }) => *over = note(value),
        ("done", _) => person.is_done = true,
        _ => {
            let Some(about) = About::ALL.into_iter().find(|it| it.name() == key) else {
                return false;
            };
            person.write(about, value.to_owned());
        }
    }
    true
}
