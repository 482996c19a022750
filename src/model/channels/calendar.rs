//! Reminders as an iCalendar file (RFC 5545).

mod date;

pub use date::Date;

use super::{lines, one_line};

/// The longest line, in bytes, before RFC 5545 wants it folded.
const LINE_BYTES: usize = 75;

const DAY_SECONDS: u64 = 86_400;

/// Something to do some months from now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reminder {
    /// How many months from today.
    pub months: u32,
    /// What the calendar shows on that day, on one line. Others may see the calendar: nothing in
    /// it should tell of a rejection.
    pub title: String,
    /// The text of the day when it is opened. Lines, or nothing.
    pub note: String,
}

impl Reminder {
    /// The day it is for. Nobody wants to write to an office on a Saturday or a Sunday: those
    /// become the Monday after.
    ///
    /// ```
    /// use good_sport::model::{Date, Reminder};
    ///
    /// let today = Date::new(2026, 2, 7).expect("a day");
    /// let reminder = Reminder { months: 3, title: "Write to Dana".into(), note: String::new() };
    /// assert_eq!(Some(reminder.date(today)), Date::new(2026, 5, 7));
    /// assert_eq!(Some(Reminder { months: 1, ..reminder }.date(today)), Date::new(2026, 3, 9));
    /// ```
    #[must_use]
    pub fn date(&self, today: Date) -> Date {
        let mut date = today.months_later(self.months);
        while date.is_weekend() {
            date = date.next_day();
        }
        date
    }
}

/// The content of an `.ics` file of these reminders: RFC 5545, a whole day for each, during which the
/// visitor is not busy. There must be a reminder at least, or calendars refuse the file.
///
/// `today` is the visitor's own day; `made_millis` is the moment, in milliseconds since the start
/// of 1970 in UTC, as JavaScript's `Date.now()` counts them. The moment also tells the reminders of
/// one file from those of another; it says nothing of the visitor.
///
/// No alarm is asked for: Google's calendar drops it, and Outlook makes of it what it likes, so a
/// widget that promises one would lie.
///
/// ```
/// use good_sport::model::{Date, Reminder, calendar};
///
/// let today = Date::new(2026, 2, 27).expect("a day");
/// let note = "Acme, Dana;\nsay hello".into();
/// let reminder = Reminder { months: 3, title: "Write to Dana".into(), note };
/// let expected = r"BEGIN:VCALENDAR
/// VERSION:2.0
/// PRODID:-//good-sport//reminders//EN
/// BEGIN:VEVENT
/// UID:1772186400000-0@good-sport
/// DTSTAMP:20260227T100000Z
/// DTSTART;VALUE=DATE:20260527
/// DTEND;VALUE=DATE:20260528
/// TRANSP:TRANSPARENT
/// SUMMARY:Write to Dana
/// DESCRIPTION:Acme\, Dana\;\nsay hello
/// END:VEVENT
/// END:VCALENDAR
/// ";
/// assert_eq!(calendar(today, 1_772_186_400_000, &[reminder]).replace("\r\n", "\n"), expected);
/// ```
#[must_use]
pub fn calendar(today: Date, made_millis: u64, reminders: &[Reminder]) -> String {
    let mut stamp = String::new();
    push_moment(&mut stamp, made_millis / 1_000);
    let mut file =
        String::from("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//good-sport//reminders//EN\r\n");
    for (index, reminder) in (0..).zip(reminders) {
        let date = reminder.date(today);
        file.push_str("BEGIN:VEVENT\r\nUID:");
        push_number(&mut file, made_millis, 1);
        file.push('-');
        push_number(&mut file, index, 1);
        file.push_str("@good-sport\r\nDTSTAMP:");
        file.push_str(&stamp);
        file.push_str("\r\nDTSTART;VALUE=DATE:");
        push_date(&mut file, date);
        // The first day that is no longer in it.
        file.push_str("\r\nDTEND;VALUE=DATE:");
        push_date(&mut file, date.next_day());
        file.push_str("\r\nTRANSP:TRANSPARENT\r\n");
        push_text(&mut file, "SUMMARY:", &one_line(&reminder.title));
        push_text(&mut file, "DESCRIPTION:", &reminder.note);
        file.push_str("END:VEVENT\r\n");
    }
    file.push_str("END:VCALENDAR\r\n");
    file
}

/// A property with a text, escaped, without control characters, and folded between two characters.
fn push_text(file: &mut String, name: &str, text: &str) {
    let mut escaped = String::from(name);
    for (index, line) in lines(text).enumerate() {
        if index > 0 {
            escaped.push_str("\\n");
        }
        for letter in line.chars().filter(|it| !it.is_control()) {
            if matches!(letter, '\\' | ';' | ',') {
                escaped.push('\\');
            }
            escaped.push(letter);
        }
    }
    let mut length = 0;
    for letter in escaped.chars() {
        if length + letter.len_utf8() > LINE_BYTES {
            file.push_str("\r\n ");
            length = 1;
        }
        length += letter.len_utf8();
        file.push(letter);
    }
    file.push_str("\r\n");
}

fn push_moment(file: &mut String, seconds: u64) {
    push_date(file, Date::from_days(seconds / DAY_SECONDS));
    let second = seconds % DAY_SECONDS;
    file.push('T');
    for part in [second / 3_600, second / 60 % 60, second % 60] {
        push_number(file, part, 2);
    }
    file.push('Z');
}

fn push_date(file: &mut String, date: Date) {
    push_number(file, u64::from(date.year()), 4);
    push_number(file, u64::from(date.month()), 2);
    push_number(file, u64::from(date.day()), 2);
}

/// A number in at least so many digits.
fn push_number(file: &mut String, number: u64, digits: u32) {
    if digits > 1 || number > 9 {
        push_number(file, number / 10, digits.saturating_sub(1));
    }
    file.push(char::from(b"0123456789"[(number % 10) as usize]));
}
