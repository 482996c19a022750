//! The decisions: a [`State`], the [`Message`]s that change it, the [`Effect`]s that it wants.
//!
//! Pure: what is needed from outside arrives in a message, what is wanted leaves as an effect.

mod attributes;
mod channels;
mod checklist;
mod details;
mod draft;
mod letter;
mod linter;
mod merge;
mod message;
mod people;
mod persistence;
mod placeholder;
mod rejection;
mod saved;
mod short_message;
mod text;
mod truncation;
mod undo;

pub use attributes::{HEADING_LEVELS, Section, Settings, Warning};
pub use channels::{
    Date, Link, MAILTO_LIMIT, Reminder, WEBMAIL_LIMIT, Webmail, calendar, eml, html, one_line,
    plain,
};
pub use checklist::Checklist;
pub use details::Details;
pub use draft::Draft;
pub use letter::{Letter, SUBJECT_LIMIT, is_verbatim};
pub use linter::{
    BUCKETS, Band, Finding, Linter, NOTHING, THRESHOLD_SCALE, TYPICAL_FEATURES, Verdict,
    general_fields, question_count, utf16, word_count,
};
pub(crate) use merge::changed;
pub use merge::merge;
pub use message::{CopiedAs, Copying, Device, Effect, Event, File, Message, Notice, Panel};
pub use people::{About, PEOPLE_LIMIT, People, PeopleMessage, Person};
pub use placeholder::is_placeholder;
pub use rejection::{Hints, hints};
pub use saved::Saved;
pub use short_message::ShortMessage;
pub use text::{GIVEN_LIMIT, clean, join, tidy};
pub use truncation::shortened;

use std::cell::OnceCell;

use crate::content::{Field, Language, Severity, Situation};
use persistence::Kept;
use undo::{By, Replaced};

/// Everything that one widget knows.
#[derive(Debug, Clone, PartialEq)]
pub struct State {
    language: &'static Language,
    /// Made when it has something to read.
    reader: OnceCell<Linter>,
    /// The tag of the language that the visitor chose for the letter, until its words are there.
    awaited: Option<String>,
    settings: Settings,
    details: Details,
    draft: Draft,
    people: People,
    /// The findings that the visitor has put aside: the `id` of each one's check, and its words.
    dismissed: Vec<(String, String)>,
    checklist: Checklist,
    /// What they wrote, for as long as the widget is there.
    rejection: String,
    device: Device,
    /// Which of the notes with an invitation is shown.
    brief: ShortMessage,
    /// In how many months the visitor wants no reminder.
    unreminded: Vec<u8>,
    /// Whether the draft is kept on the device, and what is known of it there.
    keeps: bool,
    kept: Kept,
    notice: Option<Notice>,
    /// Whether the visitor pressed to copy before the letter was ready, and has not again.
    copy_waits: bool,
    /// How many copies were made, so that only the last one's notice fades.
    copies: u32,
    undo: Option<Replaced>,
    unfolded: [bool; Panel::ALL.len()],
}

impl State {
    /// A widget that nobody has touched, with a letter in this language.
    #[must_use]
    pub fn new(language: &'static Language) -> Self {
        Self {
            language,
            reader: OnceCell::new(),
            awaited: None,
            settings: Settings::default(),
            details: Details::default(),
            draft: Draft::default(),
            people: People::default(),
            dismissed: Vec::new(),
            checklist: Checklist::default(),
            rejection: String::new(),
            device: Device::default(),
            brief: ShortMessage::default(),
            unreminded: Vec::new(),
            keeps: false,
            kept: Kept::default(),
            notice: None,
            copy_waits: false,
            copies: 0,
            undo: None,
            unfolded: [false; Panel::ALL.len()],
        }
    }

    /// Takes in what happened and says what is wanted of the browser, in order.
    #[must_use]
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        let before = self.progress();
        let mut effects = self.take(message);
        effects.extend(self.sync());
        let (done, total) = self.progress();
        if (done, total) != before {
            effects.push(Effect::Tell(Event::Checked(done, total)));
        }
        // The page's own code runs when it is told, and may do anything to this widget.
        let (told, mut wanted): (Vec<_>, Vec<_>) =
            effects.into_iter().partition(|it| matches!(it, Effect::Tell(_)));
        wanted.extend(told);
        wanted
    }

    fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::AttributeChanged(name, value) => {
                return self.take_attribute(&name, value.as_deref());
            }
            Message::Wrote(field, value) => {
                if let Err(warning) = attributes::check(field, &value, self.language) {
                    return vec![Effect::Warn(warning)];
                }
                self.notice = None;
                self.details.write(field, value);
            }
            Message::Filled(field, value) => return self.fill_in(field, &value),
            Message::Unfolded(panel, unfolded) => self.unfolded[panel as usize] = unfolded,
            Message::EditedSubject(subject) => self.edit(|letter| letter.subject = subject),
            Message::EditedBody(body) => self.edit(|letter| letter.body = body),
            Message::Pasted(text) => self.rejection = text,
            Message::AppliedSuggestion(index) => return self.apply_suggestion(index),
            Message::Dismissed(index) => return self.dismiss(index),
            Message::AskedWhere(index) => {
                let body = self.letter().body;
                let found = self.findings().into_iter().nth(index);
                let select = found.map(|it| Effect::Select(utf16(&body, &it.span)));
                return select.into_iter().collect();
            }
            Message::TookNewText => {
                let change = |it: &mut Self| it.draft = Draft::Composed;
                let mut effects = self.replace(By::Letter, Notice::Replaced, change);
                effects.push(Effect::Focus("#undo".to_owned()));
                return effects;
            }
            Message::Undid => return self.bring_back(),
            Message::StartedOver => return self.start_over(),
            Message::Reset => {
                self.put_back(Saved::default());
                self.undo = None;
                self.notice = None;
                return self.forget();
            }
            Message::AskedToCopy(what) => {
                self.notice = None;
                self.copy_waits &= what != Copying::Letter;
                return vec![self.copy(what)];
            }
            Message::Copied(what, how) => {
                let mut effects = self.copied(what, how);
                effects.push(Effect::Tell(Event::Copied(what, how)));
                return effects;
            }
            Message::HandedOver(entries) => return self.hand_over(entries),
            Message::LetterIsReady => {
                self.copy_waits = true;
                self.notice = Some(Notice::Ready);
            }
            Message::CopiedBefore(what, how) => return self.copied(what, how),
            Message::CopiedLongAgo(copy) => {
                if copy == self.copies && matches!(self.notice, Some(Notice::Copied(_))) {
                    self.notice = None;
                }
            }
            Message::DetectedDevice(device) => self.device = device,
            Message::Opened(mailer) => return self.opened(mailer),
            Message::AskedToSave(file) => return self.save(file),
            Message::AskedToShare => return vec![Effect::Share(self.letter())],
            Message::Shared => return self.shared(),
            Message::Failed => self.notice = Some(self.failure()),
            Message::ChoseBrief(brief) => self.brief = brief,
            Message::ChoseReminder(months, chosen) => {
                self.unreminded.retain(|it| *it != months);
                self.unreminded.extend((!chosen).then_some(months));
            }
            Message::AskedForReminders if self.has_reminders() => return vec![Effect::AskTime],
            Message::AskedForReminders => {}
            Message::TimeCame(today, millis) => return self.remind(today, millis),
            Message::Met(meeting) => return self.meet(meeting),
            Message::Ticked(id, ticked) => self.tick(&id, ticked),
            Message::ChoseToKeep(keeps) => self.choose_to_keep(keeps),
            Message::Shown => return self.shown(),
            Message::DeviceChanged => return self.look(),
            Message::FoundKept(text) => return self.found(text),
            Message::Refused(text) => self.refused(text),
            Message::PutBack(saved) => self.take_back(&saved),
            Message::ChoseLanguage(tag) => {
                self.awaited = Some(tag.clone());
                return vec![Effect::LoadLanguage(tag)];
            }
            Message::FailedToLoadLanguage => {
                self.awaited = None;
                self.notice = Some(Notice::NoLanguage);
            }
            Message::LoadedLanguage(language) => {
                self.awaited = None;
                self.language = language;
                self.reader = OnceCell::new();
            }
        }
        Vec::new()
    }

    fn take_attribute(&mut self, name: &str, value: Option<&str>) -> Vec<Effect> {
        let could_keep = self.settings.may_keep;
        let (details, settings) = (&mut self.details, &mut self.settings);
        let taken = attributes::take_attribute((name, value), details, settings, self.language);
        let mut effects: Vec<_> = taken.err().into_iter().map(Effect::Warn).collect();
        self.keeps &= self.settings.may_keep;
        if self.settings.may_keep && !could_keep {
            effects.extend(self.look());
        }
        effects
    }

    fn hand_over(&mut self, entries: Vec<(String, String)>) -> Vec<Effect> {
        let messages = entries.into_iter().filter_map(|(name, value)| self.handed(&name, value));
        let messages: Vec<_> = messages.collect();
        let before = self.saved();
        let effects = messages.into_iter().flat_map(|it| self.take(it)).collect();
        if !before.is_untouched() && self.saved() != before {
            self.remember(By::Letter, before.encode());
            self.notice = Some(Notice::HandedOver);
        }
        effects
    }

    /// What it means that a control of the shell holds a value; nothing, when there is no such control.
    fn handed(&self, name: &str, value: String) -> Option<Message> {
        let is_ticked = !value.is_empty();
        Some(match name {
            "subject" => Message::EditedSubject(value),
            "body" => Message::EditedBody(value),
            "letter-lang" if self.language.all.iter().all(|(tag, _)| *tag != value) => return None,
            "letter-lang" => Message::ChoseLanguage(value),
            "keep" if is_ticked == self.keeps => return None,
            "keep" => Message::ChoseToKeep(is_ticked),
            _ => {
                if let Some(field) = Field::ALL.into_iter().find(|it| it.name() == name) {
                    return Some(Message::Wrote(field, value));
                }
                Message::Ticked(name.strip_prefix("item-")?.to_owned(), is_ticked)
            }
        })
    }

    /// Takes what the page puts over a value of the form, unless it means nothing.
    fn fill_in(&mut self, field: Field, value: &str) -> Vec<Effect> {
        match attributes::given(field, value, self.language) {
            Ok(value) => self.take(Message::Wrote(field, value)),
            Err(warning) => vec![Effect::Warn(warning)],
        }
    }

    /// Takes the visitor's word on an item, if there is one with this `id`.
    fn tick(&mut self, id: &str, ticked: bool) {
        if self.language.checklist.iter().any(|it| it.id == id) {
            self.checklist.set(id, ticked);
        }
    }

    fn edit(&mut self, change: impl FnOnce(&mut Letter)) {
        let mut letter = self.letter();
        change(&mut letter);
        self.draft.edit(letter, self.composed());
        self.notice = None;
    }

    /// Puts the suggestion of a finding into the letter, where it has one.
    fn apply_suggestion(&mut self, index: usize) -> Vec<Effect> {
        let found = self.findings().into_iter().nth(index);
        let Some(Finding { span, suggestion: Some(suggestion), .. }) = found else {
            return Vec::new();
        };
        if self.draft == Draft::Composed {
            // Undo shall bring these words back, and not what the form makes of them by then.
            let letter = self.composed();
            self.draft = Draft::Edited { over: letter.clone(), letter };
        }
        let mut effects = self.replace(By::Letter, Notice::Replaced, |it| {
            it.edit(|letter| {
                letter.body = linter::with_suggestion(&letter.body, span, &suggestion);
            });
        });
        effects.push(self.focus_finding(index));
        effects
    }

    /// Puts a finding aside.
    fn dismiss(&mut self, index: usize) -> Vec<Effect> {
        let body = self.letter().body;
        let found = self.findings().into_iter().nth(index);
        let Some(Finding { rule, span, .. }) = found else { return Vec::new() };
        let dismissed = (rule.id.clone(), body[span].to_owned());
        let change = |it: &mut Self| it.dismissed.push(dismissed);
        let mut effects = self.replace(By::Letter, Notice::LeftAlone, change);
        effects.push(self.focus_finding(index));
        effects
    }

    /// Gives the focus to the finding that took the place of one that is gone, else to its undoing.
    fn focus_finding(&self, index: usize) -> Effect {
        let findings = self.findings();
        let is_shown = |it: &&Finding| it.rule.severity != Severity::Info;
        let before = findings.iter().take(index).filter(is_shown).count();
        let selector = if findings.iter().filter(is_shown).count() > before {
            // To write the number would be 1 kB of program.
            [".findings > li:first-child", &" + li".repeat(before), " > [part=button]"].concat()
        } else {
            "#undo".to_owned()
        };
        Effect::Focus(selector)
    }

    fn meet(&mut self, meeting: PeopleMessage) -> Vec<Effect> {
        self.notice = None;
        let focus = match meeting {
            PeopleMessage::Added => Some("[name=person-name]"),
            PeopleMessage::Opened(Some(_)) => Some("[name=person][aria-expanded=true]"),
            PeopleMessage::Removed(_) => Some("#add-person"),
            PeopleMessage::TookNewText(_) => Some("#undo"),
            PeopleMessage::Opened(None) | PeopleMessage::Wrote(..) | PeopleMessage::Edited(..) => {
                None
            }
        };
        let notice = match meeting {
            PeopleMessage::Removed(_) => Some(Notice::Removed),
            PeopleMessage::TookNewText(_) => Some(Notice::NoteReplaced),
            PeopleMessage::Added
            | PeopleMessage::Opened(_)
            | PeopleMessage::Wrote(..)
            | PeopleMessage::Edited(..) => None,
        };
        let others = self.removed_people();
        let take = |it: &mut Self| it.people.take(meeting, &others, &it.details, it.language);
        let mut effects = if let Some(notice) = notice {
            self.replace(By::People, notice, take)
        } else {
            take(self);
            Vec::new()
        };
        effects.extend(focus.map(|it| Effect::Focus(it.to_owned())));
        effects
    }

    fn start_over(&mut self) -> Vec<Effect> {
        let change = |it: &mut Self| it.put_back(Saved::default());
        let mut effects = self.replace(By::Letter, Notice::StartedOver, change);
        effects.extend(self.forget());
        // On a phone it is far from what was pressed.
        effects.push(Effect::Focus("#undo".to_owned()));
        effects
    }

    fn put_back(&mut self, saved: Saved) {
        self.details.clear();
        for (field, value) in saved.details {
            self.details.write(field, value);
        }
        self.draft = saved.draft;
        if self.draft.letter(self.composed()) == self.composed() {
            self.draft = Draft::Composed;
        }
        self.people.replace(saved.people);
        self.checklist = saved.checklist;
        self.dismissed = saved.dismissed;
        self.rejection = saved.rejection;
        self.brief = saved.brief;
        self.unreminded = saved.unreminded;
        self.keeps = saved.keeps && self.settings.may_keep;
    }

    fn copy(&self, what: Copying) -> Effect {
        let letter = self.letter();
        match what {
            Copying::Letter | Copying::Instead => {
                let html = html(&letter.body, self.language);
                Effect::Copy(what, letter.body, Some(html))
            }
            Copying::Subject => Effect::Copy(what, one_line(&letter.subject), None),
            Copying::Note(voice) => {
                let note = self.people.get(voice).map(|it| self.note(it).body).unwrap_or_default();
                let html = html(&note, self.language);
                Effect::Copy(what, note, Some(html))
            }
            Copying::ShortMessage => Effect::Copy(what, self.brief(self.brief), None),
        }
    }

    fn copied(&mut self, what: Copying, how: CopiedAs) -> Vec<Effect> {
        self.copies += 1;
        self.notice = Some(match how {
            CopiedAs::Manual => Notice::CopyByHand,
            CopiedAs::Rich | CopiedAs::Plain if what == Copying::Instead => Notice::PasteIntoMail,
            CopiedAs::Rich | CopiedAs::Plain => Notice::Copied(what),
        });
        if matches!(what, Copying::Letter | Copying::Instead) && how != CopiedAs::Manual {
            self.sent();
        }
        if let (Copying::Note(voice), CopiedAs::Rich | CopiedAs::Plain) = (what, how) {
            self.people.done(voice);
        }
        vec![Effect::FadeLater(self.copies)]
    }

    fn opened(&mut self, mailer: Webmail) -> Vec<Effect> {
        let Link { href, whole } = mailer.link(&self.letter());
        self.notice = Some(Notice::Opened);
        // While the page has the focus, which a copy may need.
        let copy = (!whole).then(|| self.copy(Copying::Instead));
        let open = [Effect::Open(href), Effect::Tell(Event::Sent(mailer.channel()))];
        copy.into_iter().chain(open).collect()
    }

    fn shared(&mut self) -> Vec<Effect> {
        self.notice = None;
        self.sent();
        vec![Effect::Tell(Event::Sent("share"))]
    }

    /// What to say when what was last asked for did not work.
    fn failure(&self) -> Notice {
        let is_of_dates = self.notice == Some(Notice::DatesSaved);
        if is_of_dates { Notice::DatesFailed } else { Notice::Failed }
    }

    fn save(&mut self, file: File) -> Vec<Effect> {
        let letter = self.letter();
        let name = &self.language.labels.ways.file;
        let save = |ending: &str, media, text| {
            Effect::Save(join([name, ending].into_iter(), ""), media, text)
        };
        self.notice = Some(Notice::Saved);
        match file {
            File::Draft => {
                let save = save(".eml", "message/rfc822", eml(&letter));
                vec![save, Effect::Tell(Event::Sent("eml"))]
            }
            // To keep a copy is not to send it.
            File::Text => vec![save(".txt", "text/plain", plain(&letter))],
        }
    }

    fn remind(&mut self, today: Date, millis: u64) -> Vec<Effect> {
        let language = self.language;
        let titles = &language.reminder_titles;
        let title = titles.iter().find_map(|it| letter::fill(it, &self.details, language));
        let title = title.unwrap_or_default();
        let chosen = language.reminders.iter().filter(|it| self.reminds_in(it.months));
        let reminders: Vec<_> = chosen
            .map(|it| Reminder {
                months: it.months.into(),
                title: title.clone(),
                note: it.note.clone(),
            })
            .collect();
        let file = calendar(today, millis, &reminders);
        let name = join([&*language.labels.later.file, ".ics"].into_iter(), "");
        let mut effects = vec![Effect::Save(name, "text/calendar", file)];
        effects.extend(reminders.iter().map(|it| Effect::Tell(Event::Reminded(it.months))));
        self.notice = Some(Notice::DatesSaved);
        effects
    }

    /// Notes that the letter went out as it stands, which only a copy and a share let one see.
    fn sent(&mut self) {
        self.checklist.sent(question_count(&linter::unmarked(
            &self.letter().body,
            &self.details,
            self.language,
        )));
    }

    /// The language of the letter.
    #[must_use]
    pub fn language(&self) -> &'static Language {
        self.language
    }

    /// The tag of the letter's language as the visitor chose it, also while its words are on the way.
    #[must_use]
    pub fn chosen_language(&self) -> &str {
        self.awaited.as_deref().unwrap_or(&self.language.tag)
    }

    /// What the page decided.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The value of a field as the form shows it.
    #[must_use]
    pub fn value(&self, field: Field) -> &str {
        let value = self.details.get(field);
        match field {
            Field::Situation => &self.language.situation(value).id,
            Field::Tone => &self.language.tone(value).id,
            Field::Length => &self.language.length(value).id,
            Field::Ask => &self.language.ask(value, self.situation()).id,
            Field::Company
            | Field::Role
            | Field::Recipient
            | Field::Sender
            | Field::Highlight
            | Field::Retention => value,
        }
    }

    /// How it ended.
    #[must_use]
    pub fn situation(&self) -> &'static Situation {
        self.language.situation(self.details.get(Field::Situation))
    }

    /// The letter as it stands: what is shown is what will be copied.
    #[must_use]
    pub fn letter(&self) -> Letter {
        self.draft.letter(self.composed())
    }

    fn composed(&self) -> Letter {
        Letter::compose(&self.details, self.language)
    }

    /// Whether the visitor wanted to copy the letter before it was ready, and has not since.
    #[must_use]
    pub fn copy_waits(&self) -> bool {
        self.copy_waits
    }

    /// Whether the letter is in the visitor's own words.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.draft != Draft::Composed
    }

    /// Whether the form has a new text to offer for an edited letter.
    #[must_use]
    pub fn has_offer(&self) -> bool {
        // Composed only where there is something to compare it with: this is asked at every key.
        self.is_edited() && self.draft.has_offer(&self.composed())
    }

    /// Whether a panel is unfolded.
    #[must_use]
    pub fn is_unfolded(&self, panel: Panel) -> bool {
        self.unfolded[panel as usize]
    }

    /// The fields in which the letter is still general.
    #[must_use]
    pub fn general_fields(&self) -> Vec<Field> {
        general_fields(&self.details, self.language)
    }

    /// What the tone linter points out in the letter as it stands, in the order of the text.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let own = Field::TEXTS.into_iter().any(|field| !self.details.get(field).is_empty());
        if !own && !self.is_edited() {
            // The letter that everybody gets was read before.
            return Vec::new();
        }
        let reader = self.reader.get_or_init(|| Linter::new(self.language));
        let body = self.letter().body;
        let mut findings = reader.read(&body, &self.details);
        findings.retain(|it| {
            let is_it = |(id, words): &(String, String)| {
                *id == it.rule.id && *words == body[it.span.clone()]
            };
            !self.dismissed.iter().any(is_it)
        });
        findings
    }

    /// What they wrote, as the visitor pasted it.
    #[must_use]
    pub fn rejection(&self) -> &str {
        &self.rejection
    }

    /// What that seems to say. The company of the form is no person to write to.
    #[must_use]
    pub fn hints(&self) -> Hints {
        let mut hints = hints(&self.rejection, self.language);
        let company = self.details.get(Field::Company);
        hints.name = hints.name.filter(|it| !it.eq_ignore_ascii_case(company));
        hints
    }

    /// What the browser can do.
    #[must_use]
    pub fn device(&self) -> Device {
        self.device
    }

    /// Which of the notes with an invitation is shown.
    #[must_use]
    pub fn chosen_brief(&self) -> ShortMessage {
        self.brief
    }

    /// The letter in a few words.
    #[must_use]
    pub fn brief(&self, brief: ShortMessage) -> String {
        brief.text(&self.details, self.language)
    }

    /// Whether the visitor wants to be reminded in so many months.
    #[must_use]
    pub fn reminds_in(&self, months: u8) -> bool {
        !self.unreminded.contains(&months)
    }

    /// Whether there is a reminder to save: calendars refuse a file without one.
    #[must_use]
    pub fn has_reminders(&self) -> bool {
        self.language.reminders.iter().any(|it| self.reminds_in(it.months))
    }

    /// The people one met.
    #[must_use]
    pub fn people(&self) -> &People {
        &self.people
    }

    /// The note to one of them as it stands.
    #[must_use]
    pub fn note(&self, person: &Person) -> Letter {
        person.draft.letter(person.composed(&self.details, self.language))
    }

    /// Whether the form has a new text to offer for an edited note.
    #[must_use]
    pub fn has_offer_for(&self, person: &Person) -> bool {
        person.draft.has_offer(&person.composed(&self.details, self.language))
    }

    /// The ticks.
    #[must_use]
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    fn progress(&self) -> (usize, usize) {
        self.checklist.progress(self.language.items(self.situation()))
    }

    /// Whether the draft is kept on the device.
    #[must_use]
    pub fn keeps(&self) -> bool {
        self.keeps
    }

    /// What there is to say of what just happened.
    #[must_use]
    pub fn notice(&self) -> Option<Notice> {
        self.notice
    }

    /// All that the visitor did.
    #[must_use]
    pub fn saved(&self) -> Saved {
        Saved {
            details: Saved::details(&self.details),
            draft: self.draft.clone(),
            people: self.people.clone(),
            checklist: self.checklist.clone(),
            dismissed: self.dismissed.clone(),
            rejection: self.rejection.clone(),
            brief: self.brief,
            unreminded: self.unreminded.clone(),
            keeps: self.keeps,
            key: self.kept.key.clone(),
        }
    }
}
