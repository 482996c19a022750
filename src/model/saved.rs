//! Serialization of the visitor's work: to store it on the device, to restore it, and to merge it.

use super::checklist::Checklist;
use super::details::Details;
use super::draft::Draft;
use super::letter::Letter;
use super::merge::{ENTRY, KEY, entries};
use super::people::{PEOPLE_LIMIT, People, Person, PersonField};
use super::short_message::ShortMessage;
use crate::content::Field;

/// The form of the text. It changes when an older one can no longer be read.
const VERSION: &str = "1";
/// Stands between the parts of a value that has many.
const PART: char = '\u{1d}';
/// The character for no month; the next ones stand for one month and more.
const MONTHS: u32 = 0x100;
/// Begins the key of a tick, before the item's `id`.
const TICK: &str = "tick:";

/// The numbers of the voices of notes, which begin the keys of what is known of a person.
const VOICES: [&str; PEOPLE_LIMIT] = ["0", "1", "2", "3", "4", "5"];

/// The visitor's work, ready to be serialized.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Saved {
    /// The fields of the form that were written into.
    pub details: Vec<(Field, String)>,
    /// The letter, where it was edited.
    pub draft: Draft,
    /// The people one met.
    pub people: People,
    /// The ticks.
    pub checklist: Checklist,
    /// The findings that were dismissed: the `id` of each one's rule, and its words.
    pub dismissed: Vec<(String, String)>,
    /// The rejection, as the visitor pasted it.
    pub rejection: String,
    /// The text for the visitor's own eyes.
    pub private: String,
    /// The seed, which picks among the variants of the letter, also when it was drawn by chance.
    pub seed: String,
    /// Which of the notes with an invitation is shown.
    pub short_message: ShortMessage,
    /// In how many months the visitor wants no reminder.
    pub declined_reminders: Vec<u8>,
    /// Whether all this is kept on the device.
    pub keeps: bool,
    /// Under which name it is kept, from when that is known.
    pub key: Option<String>,
}

impl Saved {
    /// The fields of a form that are saved.
    #[must_use]
    pub fn details(details: &Details) -> Vec<(Field, String)> {
        let own = |field| {
            details
                .own(field)
                .filter(|_| field != Field::Seed)
                .map(|value| (field, value.to_owned()))
        };
        Field::ALL.into_iter().filter_map(own).collect()
    }

    /// Whether the visitor did nothing yet.
    #[must_use]
    pub fn is_untouched(&self) -> bool {
        let bare = Self { keeps: false, key: None, seed: String::new(), ..self.clone() };
        bare.encode() == Self::default().encode()
    }

    /// Serializes it, for [`Saved::decode`].
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = String::from(VERSION);
        let mut put = |of: &str, key: &str, value: &str| {
            let is_free = |it: &char| *it != ENTRY && *it != KEY;
            text.push(ENTRY);
            text.extend(of.chars().chain(key.chars()).filter(is_free));
            text.push(KEY);
            text.extend(value.chars().filter(is_free));
        };
        for (field, value) in &self.details {
            put("", field.name(), value);
        }
        if let Draft::Edited { letter, over } = &self.draft {
            put("", "subject", &letter.subject);
            put("", "body", &letter.body);
            put("", "over-subject", &over.subject);
            put("", "over-body", &over.body);
        }
        for person in self.people.all() {
            write_person(person, &mut put);
        }
        for (id, ticked) in self.checklist.choices() {
            put(TICK, id, if *ticked { "yes" } else { "" });
        }
        let parts = self.dismissed.iter().flat_map(|(id, words)| [id, words]);
        let mut put_some = |key: &str, value: &str| {
            if value.contains(|it| it != ENTRY && it != KEY) {
                put("", key, value);
            }
        };
        put_some("dismissed", &parted(parts.map(String::as_str)));
        put_some("rejection", &self.rejection);
        put_some("private", &self.private);
        put_some("seed", &self.seed);
        put_some(
            "short-message",
            if self.short_message == ShortMessage::default() {
                ""
            } else {
                self.short_message.name()
            },
        );
        let months =
            self.declined_reminders.iter().map(|it| char::from_u32(MONTHS + u32::from(*it)));
        put_some("declined-reminders", &months.flatten().collect::<String>());
        put_some(
            "sent",
            match self.checklist.earned() {
                (false, _) => "",
                (true, true) => "one",
                (true, false) => "many",
            },
        );
        put_some("keep", if self.keeps { "yes" } else { "" });
        put_some("key", self.key.as_deref().unwrap_or_default());
        text
    }

    /// Deserializes what was saved, here or by another version; unknown entries are left out. `None`
    /// when the text has another format.
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        if text.split(ENTRY).next() != Some(VERSION) {
            return None;
        }
        let mut saved = Self::default();
        let mut letter = [None, None, None, None];
        for (key, value) in entries(text) {
            match key {
                "subject" => letter[0] = Some(value.to_owned()),
                "body" => letter[1] = Some(value.to_owned()),
                "over-subject" => letter[2] = Some(value.to_owned()),
                "over-body" => letter[3] = Some(value.to_owned()),
                "dismissed" => saved.dismissed = pairs(value),
                "rejection" => value.clone_into(&mut saved.rejection),
                "private" => value.clone_into(&mut saved.private),
                "seed" => value.clone_into(&mut saved.seed),
                "short-message" => saved.short_message = short_message(value),
                "declined-reminders" => saved.declined_reminders = months(value),
                "keep" => saved.keeps = true,
                "key" => saved.key = Some(value.to_owned()),
                "sent" => saved.checklist.sent(if value == "one" { 1 } else { 2 }),
                _ => saved.read(key, value),
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

    /// Reads an entry of those of which there are many.
    fn read(&mut self, key: &str, value: &str) {
        if let Some(id) = key.strip_prefix(TICK) {
            self.checklist.set(id, !value.is_empty());
        } else if let Some((voice, key)) = (0..)
            .zip(VOICES)
            .find_map(|(voice, name)| key.strip_prefix(name).map(|key| (voice, key)))
        {
            read_person(self.people.with(voice), key, value);
        } else if let Some(field) = Field::ALL.into_iter().find(|it| it.name() == key) {
            self.details.retain(|it| it.0 != field);
            self.details.push((field, value.to_owned()));
        }
    }
}

/// Writes what is saved of a person.
fn write_person(person: &Person, put: &mut impl FnMut(&str, &str, &str)) {
    let voice = VOICES[usize::from(person.voice) % PEOPLE_LIMIT];
    put(voice, "", "");
    for field in PersonField::ALL {
        put(voice, field.name(), person.get(field));
    }
    if let Draft::Edited { letter, over } = &person.draft {
        put(voice, "note", &letter.body);
        put(voice, "over-note", &over.body);
    }
    if person.is_done {
        put(voice, "done", "");
    }
}

/// Reads what was saved of a person.
fn read_person(person: &mut Person, key: &str, value: &str) {
    let note = |body: &str| Letter { subject: String::new(), body: body.to_owned() };
    match (key, &mut person.draft) {
        ("note", draft) => *draft = Draft::Edited { letter: note(value), over: note("") },
        ("over-note", Draft::Edited { over, .. }) => *over = note(value),
        ("done", _) => person.is_done = true,
        _ => {
            if let Some(field) = PersonField::ALL.into_iter().find(|it| it.name() == key) {
                person.write(field, value.to_owned());
            }
        }
    }
}

/// Texts in one, each with its end.
fn parted<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for part in parts {
        text.extend(part.chars().filter(|it| *it != PART));
        text.push(PART);
    }
    text
}

/// Reads pairs of texts from one.
fn pairs(text: &str) -> Vec<(String, String)> {
    let mut parts = text.split_terminator(PART).map(str::to_owned);
    let mut pairs = Vec::new();
    while let (Some(one), Some(other)) = (parts.next(), parts.next()) {
        pairs.push((one, other));
    }
    pairs
}

fn short_message(name: &str) -> ShortMessage {
    let all = ShortMessage::NOTES.into_iter().chain([ShortMessage::Phone]);
    all.into_iter().find(|it| it.name() == name).unwrap_or_default()
}

fn months(text: &str) -> Vec<u8> {
    let months = text.chars().map(|it| u32::from(it).wrapping_sub(MONTHS));
    months.filter_map(|it| it.try_into().ok()).collect()
}
