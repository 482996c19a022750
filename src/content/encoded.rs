//! The words as one text, which the build writes and the program reads.
//!
//! The values stand one after the other, each ended by a character that no words have, a list
//! behind its length. A general format would cost the visitor three times as much program.

use std::str::Split;

use super::language::{
    ChannelLabels, Choice, Field, Habits, Item, Labels, Language, LinterData, Map, Plan, Prompt,
    ReminderLabels, Rule, Severity, Situation, Slot, TickedBy, Tone, Voice,
};

/// Ends a value.
const END: char = '\u{1f}';
/// Stands behind the last value, so that words of another build are noticed.
const LAST: &str = "end";

/// A value that can stand in the text.
trait Encode {
    fn write(&self, text: &mut String);
    fn read(text: &mut Split<'_, char>) -> Self;
}

impl Language {
    /// Writes the words down, for [`Language::decode`] to read.
    #[must_use]
    pub fn encode(&self) -> String {
        let mut text = String::new();
        self.write(&mut text);
        text + LAST
    }

    /// Reads the words as the build wrote them; `None` when they are of another build.
    ///
    /// ```
    /// use good_sport::content::{Language, WORDS};
    ///
    /// let (tag, words) = WORDS[0];
    /// assert_eq!(Language::decode(words).map(|it| it.tag).as_deref(), Some(tag));
    /// assert_eq!(Language::decode("not words"), None);
    /// ```
    #[must_use]
    pub fn decode(text: &str) -> Option<Self> {
        let mut values = text.split(END);
        let language = Self::read(&mut values);
        (values.next() == Some(LAST) && values.next().is_none()).then_some(language)
    }
}

impl Encode for String {
    fn write(&self, text: &mut String) {
        text.push_str(self);
        text.push(END);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        text.next().unwrap_or_default().to_owned()
    }
}

impl Encode for bool {
    fn write(&self, text: &mut String) {
        text.push_str(if *self { "1" } else { "" });
        text.push(END);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        text.next() == Some("1")
    }
}

impl Encode for u8 {
    fn write(&self, text: &mut String) {
        self.to_string().write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        text.next().and_then(|it| it.parse().ok()).unwrap_or_default()
    }
}

impl<T: Encode> Encode for Vec<T> {
    fn write(&self, text: &mut String) {
        self.len().to_string().write(text);
        for value in self {
            value.write(text);
        }
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        let length = text.next().and_then(|it| it.parse().ok()).unwrap_or(0_u16);
        (0..length).map(|_| T::read(text)).collect()
    }
}

impl<T: Encode> Encode for Option<T> {
    fn write(&self, text: &mut String) {
        self.is_some().write(text);
        if let Some(value) = self {
            value.write(text);
        }
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        bool::read(text).then(|| T::read(text))
    }
}

impl<A: Encode, B: Encode> Encode for (A, B) {
    fn write(&self, text: &mut String) {
        self.0.write(text);
        self.1.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        (A::read(text), B::read(text))
    }
}

impl<T: Encode> Encode for Map<T> {
    fn write(&self, text: &mut String) {
        self.0.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self(Vec::read(text))
    }
}

impl Encode for Field {
    fn write(&self, text: &mut String) {
        self.name().to_owned().write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        let name = text.next().unwrap_or_default();
        Self::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Self::Company)
    }
}

impl Encode for TickedBy {
    fn write(&self, text: &mut String) {
        (*self as u8).write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        match u8::read(text) {
            0 => Self::Copied,
            _ => Self::OneQuestion,
        }
    }
}

impl Encode for Language {
    fn write(&self, text: &mut String) {
        self.tag.write(text);
        self.name.write(text);
        self.right_to_left.write(text);
        self.labels.write(text);
        self.situations.write(text);
        self.asks.write(text);
        self.lengths.write(text);
        self.tones.write(text);
        self.people.write(text);
        self.voices.write(text);
        self.briefs.write(text);
        self.reminders.write(text);
        self.reminder_titles.write(text);
        self.subject.write(text);
        self.subject_separator.write(text);
        self.fallback.write(text);
        self.slots.write(text);
        self.habits.write(text);
        self.linter.write(text);
        self.checklist.write(text);
        self.all.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            tag: Encode::read(text),
            name: Encode::read(text),
            right_to_left: Encode::read(text),
            labels: Encode::read(text),
            situations: Encode::read(text),
            asks: Encode::read(text),
            lengths: Encode::read(text),
            tones: Encode::read(text),
            people: Encode::read(text),
            voices: Encode::read(text),
            briefs: Encode::read(text),
            reminders: Encode::read(text),
            reminder_titles: Encode::read(text),
            subject: Encode::read(text),
            subject_separator: Encode::read(text),
            fallback: Encode::read(text),
            slots: Encode::read(text),
            habits: Encode::read(text),
            linter: Encode::read(text),
            checklist: Encode::read(text),
            all: Encode::read(text),
        }
    }
}

impl Encode for Choice {
    fn write(&self, text: &mut String) {
        self.id.write(text);
        self.label.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self { id: Encode::read(text), label: Encode::read(text) }
    }
}

impl Encode for Situation {
    fn write(&self, text: &mut String) {
        self.id.write(text);
        self.label.write(text);
        self.patterns.write(text);
        self.without.write(text);
        self.retention.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            id: Encode::read(text),
            label: Encode::read(text),
            patterns: Encode::read(text),
            without: Encode::read(text),
            retention: Encode::read(text),
        }
    }
}

impl Encode for Plan {
    fn write(&self, text: &mut String) {
        self.id.write(text);
        self.label.write(text);
        self.paragraphs.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self { id: Encode::read(text), label: Encode::read(text), paragraphs: Encode::read(text) }
    }
}

impl Encode for Tone {
    fn write(&self, text: &mut String) {
        self.id.write(text);
        self.label.write(text);
        self.moves.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self { id: Encode::read(text), label: Encode::read(text), moves: Encode::read(text) }
    }
}

impl Encode for Voice {
    fn write(&self, text: &mut String) {
        self.id.write(text);
        self.moves.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self { id: Encode::read(text), moves: Encode::read(text) }
    }
}

impl Encode for Slot {
    fn write(&self, text: &mut String) {
        self.field.write(text);
        self.given.write(text);
        self.absent.write(text);
        self.sentence.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            field: Encode::read(text),
            given: Encode::read(text),
            absent: Encode::read(text),
            sentence: Encode::read(text),
        }
    }
}

impl Encode for Habits {
    fn write(&self, text: &mut String) {
        self.greetings.write(text);
        self.before_role.write(text);
        self.after_role.write(text);
        self.lead_ins.write(text);
        self.small_words.write(text);
        self.leaves.write(text);
        self.nameless.write(text);
        self.sentence_starts.write(text);
        self.also_names.write(text);
        self.titles.write(text);
        self.teams.write(text);
        self.employers.write(text);
        self.decided.write(text);
        self.received.write(text);
        self.conditions.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            greetings: Encode::read(text),
            before_role: Encode::read(text),
            after_role: Encode::read(text),
            lead_ins: Encode::read(text),
            small_words: Encode::read(text),
            leaves: Encode::read(text),
            nameless: Encode::read(text),
            sentence_starts: Encode::read(text),
            also_names: Encode::read(text),
            titles: Encode::read(text),
            teams: Encode::read(text),
            employers: Encode::read(text),
            decided: Encode::read(text),
            received: Encode::read(text),
            conditions: Encode::read(text),
        }
    }
}

impl Encode for LinterData {
    fn write(&self, text: &mut String) {
        self.rules.write(text);
        self.lists.write(text);
        self.endings.write(text);
        self.weights.write(text);
        self.threshold.write(text);
        self.unnamed.write(text);
        self.neutral.write(text);
        self.contractions.write(text);
        self.abbreviations.write(text);
        self.doubles.write(text);
        self.blanks.write(text);
        self.unread.write(text);
        self.required.write(text);
        self.stock.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            rules: Encode::read(text),
            lists: Encode::read(text),
            endings: Encode::read(text),
            weights: Encode::read(text),
            threshold: Encode::read(text),
            unnamed: Encode::read(text),
            neutral: Encode::read(text),
            contractions: Encode::read(text),
            abbreviations: Encode::read(text),
            doubles: Encode::read(text),
            blanks: Encode::read(text),
            unread: Encode::read(text),
            required: Encode::read(text),
            stock: Encode::read(text),
        }
    }
}

impl Encode for Rule {
    fn write(&self, text: &mut String) {
        self.id.write(text);
        self.severity.write(text);
        self.why.write(text);
        self.from.write(text);
        self.patterns.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            id: Encode::read(text),
            severity: Encode::read(text),
            why: Encode::read(text),
            from: Encode::read(text),
            patterns: Encode::read(text),
        }
    }
}

impl Encode for Severity {
    fn write(&self, text: &mut String) {
        self.name().to_owned().write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        let name = text.next().unwrap_or_default();
        Self::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Self::Info)
    }
}

impl Encode for Item {
    fn write(&self, text: &mut String) {
        self.id.write(text);
        self.label.write(text);
        self.why.write(text);
        self.only.write(text);
        self.except.write(text);
        self.ticked_by.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            id: Encode::read(text),
            label: Encode::read(text),
            why: Encode::read(text),
            only: Encode::read(text),
            except: Encode::read(text),
            ticked_by: Encode::read(text),
        }
    }
}

#[allow(clippy::too_many_lines, reason = "a line for each field, and nothing else")]
impl Encode for Labels {
    fn write(&self, text: &mut String) {
        self.heading.write(text);
        self.intro.write(text);
        self.form.write(text);
        self.optional.write(text);
        self.company.write(text);
        self.role.write(text);
        self.recipient.write(text);
        self.recipient_hint.write(text);
        self.sender.write(text);
        self.highlight.write(text);
        self.highlight_hint.write(text);
        self.situation.write(text);
        self.tone.write(text);
        self.length.write(text);
        self.more.write(text);
        self.ask.write(text);
        self.retention.write(text);
        self.paste.write(text);
        self.paste_intro.write(text);
        self.paste_label.write(text);
        self.paste_nothing.write(text);
        self.hint_situation.write(text);
        self.hint_name.write(text);
        self.hint_unread.write(text);
        self.ways.write(text);
        self.later.write(text);
        self.people.write(text);
        self.people_intro.write(text);
        self.person.write(text);
        self.person_kind.write(text);
        self.person_name.write(text);
        self.person_address.write(text);
        self.person_address_hint.write(text);
        self.person_detail.write(text);
        self.note.write(text);
        self.copy_note.write(text);
        self.next_person.write(text);
        self.add_person.write(text);
        self.remove_person.write(text);
        self.done_person.write(text);
        self.letter_language.write(text);
        self.letter.write(text);
        self.subject.write(text);
        self.word_one.write(text);
        self.words_few.write(text);
        self.words_good.write(text);
        self.words_many.write(text);
        self.words_too_many.write(text);
        self.gracious.write(text);
        self.nearly.write(text);
        self.sleep_on_it.write(text);
        self.take_out.write(text);
        self.write_instead.write(text);
        self.leave_it.write(text);
        self.general.write(text);
        self.general_company.write(text);
        self.general_role.write(text);
        self.general_recipient.write(text);
        self.general_sender.write(text);
        self.general_highlight.write(text);
        self.personal.write(text);
        self.edited.write(text);
        self.changed.write(text);
        self.use_new.write(text);
        self.undo.write(text);
        self.copy.write(text);
        self.copy_ready.write(text);
        self.copied.write(text);
        self.copy_subject.write(text);
        self.copied_subject.write(text);
        self.open_mail.write(text);
        self.notice_wait.write(text);
        self.notice_ready.write(text);
        self.notice_copied.write(text);
        self.notice_copied_subject.write(text);
        self.notice_copied_note.write(text);
        self.notice_copied_message.write(text);
        self.notice_manual.write(text);
        self.notice_long_mail.write(text);
        self.notice_opened.write(text);
        self.notice_saved.write(text);
        self.notice_saved_dates.write(text);
        self.notice_failed.write(text);
        self.notice_failed_dates.write(text);
        self.notice_replaced.write(text);
        self.notice_removed.write(text);
        self.notice_undone.write(text);
        self.notice_started_over.write(text);
        self.notice_kept.write(text);
        self.notice_forgotten.write(text);
        self.notice_replaced_note.write(text);
        self.notice_left.write(text);
        self.notice_handed_over.write(text);
        self.notice_taken_over.write(text);
        self.notice_another.write(text);
        self.notice_not_kept.write(text);
        self.notice_not_forgotten.write(text);
        self.notice_no_language.write(text);
        self.notice_stuck.write(text);
        self.checklist.write(text);
        self.checklist_intro.write(text);
        self.progress.write(text);
        self.keep.write(text);
        self.start_over.write(text);
        self.privacy.write(text);
        self.list_separator.write(text);
    }

    #[allow(clippy::too_many_lines, reason = "a line for each label")]
    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            heading: Encode::read(text),
            intro: Encode::read(text),
            form: Encode::read(text),
            optional: Encode::read(text),
            company: Encode::read(text),
            role: Encode::read(text),
            recipient: Encode::read(text),
            recipient_hint: Encode::read(text),
            sender: Encode::read(text),
            highlight: Encode::read(text),
            highlight_hint: Encode::read(text),
            situation: Encode::read(text),
            tone: Encode::read(text),
            length: Encode::read(text),
            more: Encode::read(text),
            ask: Encode::read(text),
            retention: Encode::read(text),
            paste: Encode::read(text),
            paste_intro: Encode::read(text),
            paste_label: Encode::read(text),
            paste_nothing: Encode::read(text),
            hint_situation: Encode::read(text),
            hint_name: Encode::read(text),
            hint_unread: Encode::read(text),
            ways: Encode::read(text),
            later: Encode::read(text),
            people: Encode::read(text),
            people_intro: Encode::read(text),
            person: Encode::read(text),
            person_kind: Encode::read(text),
            person_name: Encode::read(text),
            person_address: Encode::read(text),
            person_address_hint: Encode::read(text),
            person_detail: Encode::read(text),
            note: Encode::read(text),
            copy_note: Encode::read(text),
            next_person: Encode::read(text),
            add_person: Encode::read(text),
            remove_person: Encode::read(text),
            done_person: Encode::read(text),
            letter_language: Encode::read(text),
            letter: Encode::read(text),
            subject: Encode::read(text),
            word_one: Encode::read(text),
            words_few: Encode::read(text),
            words_good: Encode::read(text),
            words_many: Encode::read(text),
            words_too_many: Encode::read(text),
            gracious: Encode::read(text),
            nearly: Encode::read(text),
            sleep_on_it: Encode::read(text),
            take_out: Encode::read(text),
            write_instead: Encode::read(text),
            leave_it: Encode::read(text),
            general: Encode::read(text),
            general_company: Encode::read(text),
            general_role: Encode::read(text),
            general_recipient: Encode::read(text),
            general_sender: Encode::read(text),
            general_highlight: Encode::read(text),
            personal: Encode::read(text),
            edited: Encode::read(text),
            changed: Encode::read(text),
            use_new: Encode::read(text),
            undo: Encode::read(text),
            copy: Encode::read(text),
            copy_ready: Encode::read(text),
            copied: Encode::read(text),
            copy_subject: Encode::read(text),
            copied_subject: Encode::read(text),
            open_mail: Encode::read(text),
            notice_wait: Encode::read(text),
            notice_ready: Encode::read(text),
            notice_copied: Encode::read(text),
            notice_copied_subject: Encode::read(text),
            notice_copied_note: Encode::read(text),
            notice_copied_message: Encode::read(text),
            notice_manual: Encode::read(text),
            notice_long_mail: Encode::read(text),
            notice_opened: Encode::read(text),
            notice_saved: Encode::read(text),
            notice_saved_dates: Encode::read(text),
            notice_failed: Encode::read(text),
            notice_failed_dates: Encode::read(text),
            notice_replaced: Encode::read(text),
            notice_removed: Encode::read(text),
            notice_undone: Encode::read(text),
            notice_started_over: Encode::read(text),
            notice_kept: Encode::read(text),
            notice_forgotten: Encode::read(text),
            notice_replaced_note: Encode::read(text),
            notice_left: Encode::read(text),
            notice_handed_over: Encode::read(text),
            notice_taken_over: Encode::read(text),
            notice_another: Encode::read(text),
            notice_not_kept: Encode::read(text),
            notice_not_forgotten: Encode::read(text),
            notice_no_language: Encode::read(text),
            notice_stuck: Encode::read(text),
            checklist: Encode::read(text),
            checklist_intro: Encode::read(text),
            progress: Encode::read(text),
            keep: Encode::read(text),
            start_over: Encode::read(text),
            privacy: Encode::read(text),
            list_separator: Encode::read(text),
        }
    }
}

impl Encode for ChannelLabels {
    fn write(&self, text: &mut String) {
        self.title.write(text);
        self.privacy.write(text);
        self.gmail.write(text);
        self.outlook.write(text);
        self.office.write(text);
        self.yahoo.write(text);
        self.save_draft.write(text);
        self.save_text.write(text);
        self.share.write(text);
        self.file.write(text);
        self.note.write(text);
        self.note_hint.write(text);
        self.note_short.write(text);
        self.note_long.write(text);
        self.message.write(text);
        self.copy_message.write(text);
        self.phone.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            title: Encode::read(text),
            privacy: Encode::read(text),
            gmail: Encode::read(text),
            outlook: Encode::read(text),
            office: Encode::read(text),
            yahoo: Encode::read(text),
            save_draft: Encode::read(text),
            save_text: Encode::read(text),
            share: Encode::read(text),
            file: Encode::read(text),
            note: Encode::read(text),
            note_hint: Encode::read(text),
            note_short: Encode::read(text),
            note_long: Encode::read(text),
            message: Encode::read(text),
            copy_message: Encode::read(text),
            phone: Encode::read(text),
        }
    }
}

impl Encode for ReminderLabels {
    fn write(&self, text: &mut String) {
        self.title.write(text);
        self.intro.write(text);
        self.save.write(text);
        self.hint.write(text);
        self.file.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self {
            title: Encode::read(text),
            intro: Encode::read(text),
            save: Encode::read(text),
            hint: Encode::read(text),
            file: Encode::read(text),
        }
    }
}

impl Encode for Prompt {
    fn write(&self, text: &mut String) {
        self.months.write(text);
        self.label.write(text);
        self.note.write(text);
    }

    fn read(text: &mut Split<'_, char>) -> Self {
        Self { months: Encode::read(text), label: Encode::read(text), note: Encode::read(text) }
    }
}
