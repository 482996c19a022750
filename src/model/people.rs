//! The people one met, beside the one whom the letter greets: a note to each, in other words.

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
    /// What is known of them, in the order of [`About::ALL`].
    about: [String; About::ALL.len()],
    /// Who has the last word on the note.
    pub draft: Draft,
    /// Whether the note was copied.
    pub is_done: bool,
}

/// What is asked about a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// Their name.
    Name,
    /// How they are greeted; their name, when it is empty.
    Address,
    /// What they did: the `id` of a kind of person.
    Kind,
    /// Something that only they said or did.
    Detail,
}

impl About {
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
        Self { voice, about: Default::default(), draft: Draft::Composed, is_done: false }
    }

    /// What is known of them.
    #[must_use]
    pub fn get(&self, about: About) -> &str {
        &self.about[about as usize]
    }

    /// Takes what the visitor writes of them.
    pub fn write(&mut self, about: About, value: String) {
        self.about[about as usize] = value;
    }

    /// The note to them that the form makes.
    #[must_use]
    pub fn composed(&self, details: &Details, language: &Language) -> Letter {
        let address = match self.get(About::Address) {
            "" => self.get(About::Name),
            address => address,
        };
        let mut details = details.clone();
        details.write(Field::Recipient, address.to_owned());
        details.write(Field::Highlight, self.get(About::Detail).to_owned());
        let voice = &language.voices[usize::from(self.voice) % language.voices.len()];
        Letter::note(&details, language.person(self.get(About::Kind)), voice, language)
    }
}

/// What happens to the people.
#[derive(Debug, Clone, PartialEq)]
pub enum PeopleMessage {
    /// One more.
    Added,
    /// One less.
    Removed(u8),
    /// Whom the visitor looks at now, if anybody.
    Opened(Option<u8>),
    /// Something became known of one.
    Wrote(u8, About, String),
    /// The visitor edited the note to one.
    Edited(u8, String),
    /// The visitor took the new text of the note to one.
    TookNewText(u8),
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

    /// Takes in what happened.
    ///
    /// Whoever is added gets a voice that none of `others` has, if there is one: they may come back.
    pub fn take(
        &mut self,
        meeting: PeopleMessage,
        others: &Self,
        details: &Details,
        language: &Language,
    ) {
        match meeting {
            PeopleMessage::Added => {
                let free = |it: &u8| self.get(*it).is_none();
                let mut voices = (0..).take(PEOPLE_LIMIT);
                let unused = voices.clone().find(|it| free(it) && others.get(*it).is_none());
                let voice = unused.or_else(|| voices.find(free));
                self.all.extend(voice.map(Person::new));
                self.open = voice.or(self.open);
            }
            PeopleMessage::Removed(voice) => self.all.retain(|it| it.voice != voice),
            PeopleMessage::Opened(voice) => self.open = voice,
            PeopleMessage::Wrote(voice, about, value) => {
                self.change(voice, |it| it.write(about, value));
            }
            PeopleMessage::Edited(voice, body) => self.change(voice, |it| {
                let composed = it.composed(details, language);
                let mut letter = it.draft.letter(composed.clone());
                letter.body = body;
                it.draft.edit(letter, composed);
            }),
            PeopleMessage::TookNewText(voice) => {
                self.change(voice, |it| it.draft = Draft::Composed);
            }
        }
    }

    fn change(&mut self, voice: u8, change: impl FnOnce(&mut Person)) {
        if let Some(person) = self.all.iter_mut().find(|it| it.voice == voice) {
            change(person);
        }
    }
}
