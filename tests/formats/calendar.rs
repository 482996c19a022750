//! The calendar file, read by an iCalendar parser.

use chrono::{DateTime, Days, Months, NaiveDate};
use good_sport::model::{Date, Reminder, calendar};
use icalendar::parser::{Component, ParseString, read_calendar, unfold};
use proptest::prelude::*;

use super::date::{any_day, is_weekend, ours};
use super::{on_one_line, text};

fn reminder() -> impl Strategy<Value = Reminder> {
    (0..240_u32, text(), text()).prop_map(|(months, title, note)| Reminder { months, title, note })
}

/// A text without what a calendar cannot hold.
fn held(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    lines.chars().filter(|it| *it == '\n' || !it.is_control()).collect()
}

/// The day a reminder falls on: not on a weekend, and not after the last day there is.
fn due(today: NaiveDate, months: u32) -> NaiveDate {
    let last = NaiveDate::from_ymd_opt(9_999, 12, 31).unwrap();
    let mut day = today.checked_add_months(Months::new(months)).map_or(last, |it| it.min(last));
    while is_weekend(day) {
        day = day + Days::new(1);
    }
    day
}

fn names(component: &Component) -> Vec<String> {
    component.properties.iter().map(|it| it.name.to_string()).collect()
}

fn value<'a>(component: &'a Component, name: &str) -> &'a str {
    component.find_prop(name).unwrap().val.as_str()
}

const PROPERTIES: [&str; 7] =
    ["UID", "DTSTAMP", "DTSTART", "DTEND", "TRANSP", "SUMMARY", "DESCRIPTION"];

proptest! {
    #[test]
    fn a_calendar_reads_every_reminder(
        today in any_day().prop_filter("a day after", |it| *it < NaiveDate::from_ymd_opt(9_970, 1, 1).unwrap()),
        made_millis in 0..253_402_300_800_000_u64,
        reminders in prop::collection::vec(reminder(), 1..5),
    ) {
        let file = calendar(ours(today), made_millis, &reminders);
        prop_assert!(file.ends_with("\r\n"));
        prop_assert!(!file.replace("\r\n", "").contains(char::is_control), "{file:?}");
        for line in file.split("\r\n") {
            prop_assert!(line.len() <= 75, "{line}");
        }
        let unfolded = unfold(&file);
        for (_, value) in unfolded.lines().filter_map(|it| it.split_once(':')) {
            // The parser would take these as they are; a strict one does not.
            let escapes = ["\\\\", "\\;", "\\,", "\\n"];
            let bare = escapes.iter().fold(value.to_owned(), |value, it| value.replace(it, ""));
            prop_assert!(!bare.contains(['\\', ';', ',']), "{value}");
        }
        let read = read_calendar(&unfolded).unwrap();
        let head: Vec<_> =
            read.properties.iter().map(|it| (it.name.as_str(), it.val.as_str())).collect();
        prop_assert_eq!(head, [("VERSION", "2.0"), ("PRODID", "-//good-sport//reminders//EN")]);
        prop_assert_eq!(read.components.len(), reminders.len());
        let millis = made_millis.cast_signed();
        let stamp = DateTime::from_timestamp_millis(millis).unwrap().format("%Y%m%dT%H%M%SZ");
        let mut uids = Vec::new();
        for (event, reminder) in read.components.iter().zip(&reminders) {
            prop_assert_eq!(event.name.as_str(), "VEVENT");
            prop_assert!(event.components.is_empty());
            prop_assert_eq!(names(event), PROPERTIES);
            prop_assert_eq!(value(event, "DTSTAMP"), stamp.to_string());
            let day = due(today, reminder.months);
            prop_assert_eq!(reminder.date(ours(today)), ours(day));
            for (name, day) in [("DTSTART", day), ("DTEND", day + Days::new(1))] {
                let property = event.find_prop(name).unwrap();
                prop_assert_eq!(property.val.as_str(), day.format("%Y%m%d").to_string());
                let parameters: Vec<_> = property.params.iter()
                    .map(|it| (it.key.as_str(), it.val.as_ref().map(ParseString::as_str)))
                    .collect();
                prop_assert_eq!(parameters, [("VALUE", Some("DATE"))]);
            }
            prop_assert_eq!(value(event, "TRANSP"), "TRANSPARENT");
            prop_assert_eq!(value(event, "SUMMARY"), on_one_line(&reminder.title));
            prop_assert_eq!(value(event, "DESCRIPTION"), held(&reminder.note));
            uids.push(value(event, "UID").to_owned());
        }
        uids.sort_unstable();
        uids.dedup();
        prop_assert_eq!(uids.len(), reminders.len(), "every reminder has a name of its own");
    }

    #[test]
    fn no_time_and_no_month_is_too_late(today in any_day(), made_millis: u64, months: u32) {
        let reminder = Reminder { months, title: String::new(), note: String::new() };
        prop_assert_eq!(reminder.date(ours(today)), ours(due(today, months)));
        let file = calendar(ours(today), made_millis, &[reminder]);
        prop_assert!(file.split("\r\n").all(|it| it.len() <= 75));
    }
}

#[test]
fn the_last_day_is_never_passed() {
    let today = Date::new(2026, 2, 7).unwrap();
    let reminder = Reminder { months: u32::MAX, title: String::new(), note: String::new() };
    for made_millis in [253_402_300_799_999, 253_402_300_800_000, u64::MAX] {
        let file = calendar(today, made_millis, std::slice::from_ref(&reminder));
        assert!(file.contains("DTSTAMP:99991231T"), "{file}");
        assert!(file.contains("DTSTART;VALUE=DATE:99991231\r\n"), "{file}");
    }
}
