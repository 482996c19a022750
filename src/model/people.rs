//! People one met, beside the recipient of the letter: a note to each, in other words.

use super::details::Details;
use super::draft::Draft;
use super::letter::Letter;
use crate::content::{Field, Language};

/// How many people may be noted. There are as many wordings of a note.
pub const PEOPLE_LIMIT: usize = 6;

/// Someone who was met on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Which of the wordings this person's note has, from 0: nobody else's has it.
    pub voice: u8,
    /// The fields of the person, in the order of [`PersonField::ALL`].
    values: [String; PersonField::ALL.len()],
    /// Who has the last word on the note.
    pub draft: Draft,
    /// Whether the note was copied.
    pub is_done: bool,
}

/// A field of the form about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonField {
    /// Their name.
    Name,
    /// How they are greeted; their name, when it is empty.
    Address,
    /// Their part in it: the `id` of a kind of person.
    Kind,
    /// Something that only they said or did.
    Detail,
}

impl PersonField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Name, Self::Address, Self::Kind, Self::Detail];

    /// The name of the form control, and of what is kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "person-kind",
            Self::Name => "person-name",
            Self::Address => "person-address",
            Self::Detail => "person-detail",
        }
    }
}

impl Person {
    /// Someone of whom nothing is known yet.
    #[must_use]
    pub fn new(voice: u8) -> Self {
        Self { voice, values: Default::default(), draft: Draft::Composed, is_done: false }
    }

    /// A field of the person.
    #[must_use]
    pub fn get(&self, field: PersonField) -> &str {
        &self.values[field as usize]
    }

    /// Takes what the visitor writes of them.
    pub fn write(&mut self, field: PersonField, value: String) {
        self.values[field as usize] = value;
    }

    /// The form of the note to them.
    #[must_use]
    pub fn details(&self, details: &Details) -> Details {
        let address = match self.get(PersonField::Address) {
            "" => self.get(PersonField::Name),
            address => address,
        };
        let mut details = details.clone();
        details.write(Field::Recipient, address.to_owned());
        details.write(Field::Highlight, self.get(PersonField::Detail).to_owned());
        details
    }

    /// The note to them that the form makes.
    #[must_use]
    pub fn composed(&self, details: &Details, language: &Language) -> Letter {
        let kind = language.person(self.get(PersonField::Kind));
        Letter::note(&self.details(details), kind, self.voice, language)
    }
}

/// The people, each known by the number of the voice of their note.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    all: Vec<Person>,
    open: Option<u8>,
}

impl People {
    /// All of them, in the order in which they were added.
    #[must_use]
    pub fn all(&self) -> &[Person] {
        &self.all
    }

    /// One of them.
    #[must_use]
    pub fn get(&self, voice: u8) -> Option<&Person> {
        self.all.iter().find(|it| it.voice == voice)
    }

    /// Has others in their place; who is looked at stays, if they are among them.
    pub fn replace(&mut self, others: Self) {
        self.all = others.all;
    }

    /// Whom the visitor looks at now.
    #[must_use]
    pub fn open(&self) -> Option<u8> {
        self.open
    }

    /// The first after this one whose note was not copied, from the start again at the end.
    #[must_use]
    pub fn next(&self, voice: u8) -> Option<u8> {
        let here = self.all.iter().position(|it| it.voice == voice)?;
        let (before, after) = self.all.split_at(here);
        let others = after.iter().skip(1).chain(before);
        others.into_iter().find(|it| !it.is_done).map(|it| it.voice)
    }

    /// The one with this voice, who is met now if nobody has it.
    pub fn with(&mut self, voice: u8) -> &mut Person {
        let found = self.all.iter().position(|it| it.voice == voice);
        let place = found.unwrap_or(self.all.len());
        if found.is_none() {
            self.all.push(Person::new(voice));
        }
        &mut self.all[place]
    }

    /// Notes that the note to one was copied.
    pub fn done(&mut self, voice: u8) {
        self.change(voice, |it| it.is_done = true);
    }

    /// Adds one, with a voice that nobody has: where there is one, with a voice that none of those has
    /// who were removed, since they may come back.
    pub fn add(&mut self, removed: &Self) {
        let free = |it: &u8| self.get(*it).is_none();
        let mut voices = (0..).take(PEOPLE_LIMIT);
        let unused = voices.clone().find(|it| free(it) && removed.get(*it).is_none());
        let voice = unused.or_else(|| voices.find(free));
        self.all.extend(voice.map(Person::new));
        self.open = voice.or(self.open);
    }

    /// Removes one.
    pub fn remove(&mut self, voice: u8) {
        self.all.retain(|it| it.voice != voice);
    }

    /// Has the note to one composed again, in place of what was edited.
    pub fn compose_anew(&mut self, voice: u8) {
        self.change(voice, |it| it.draft = Draft::Composed);
    }

    /// Opens one, or closes the open one.
    pub fn set_open(&mut self, voice: Option<u8>) {
        self.open = voice;
    }

    pub(super) fn change(&mut self, voice: u8, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.all.iter_mut().find(|it| it.voice == voice) {
            change(person);
        }
    }
}
