//! Dates, compared with those of a calendar library.

use chrono::{Datelike, Months, NaiveDate, Weekday};
use good_sport::model::Date;
use proptest::prelude::*;

/// The first and the last day, as a calendar file can write them.
fn first_and_last() -> [NaiveDate; 2] {
    [(1, 1, 1), (9_999, 12, 31)].map(|(y, m, d)| NaiveDate::from_ymd_opt(y, m, d).unwrap())
}

/// Any day that there is.
pub(super) fn any_day() -> impl Strategy<Value = NaiveDate> {
    let [first, last] = first_and_last().map(|it| it.num_days_from_ce());
    (first..=last).prop_map(|days| NaiveDate::from_num_days_from_ce_opt(days).unwrap())
}

pub(super) fn ours(day: NaiveDate) -> Date {
    Date::new(day.year().unsigned_abs(), day.month(), day.day()).unwrap()
}

pub(super) fn is_weekend(day: NaiveDate) -> bool {
    matches!(day.weekday(), Weekday::Sat | Weekday::Sun)
}

#[test]
fn every_day_is_followed_by_the_next() {
    let [first, last] = first_and_last();
    let mut date = ours(first);
    for day in first.iter_days().take_while(|it| *it <= last) {
        assert_eq!((date, date.is_weekend()), (ours(day), is_weekend(day)));
        date = date.next_day();
    }
    assert_eq!(date, ours(last), "there is no later day");
}

proptest! {
    #[test]
    fn a_day_exists_when_it_does(year in 0..10_001_u32, month in 0..14_u32, day in 0..33_u32) {
        let exists = (1..=9_999).contains(&year)
            && NaiveDate::from_ymd_opt(year.cast_signed(), month, day).is_some();
        let date = Date::new(year, month, day);
        prop_assert_eq!(date.is_some(), exists);
        if let Some(date) = date {
            prop_assert_eq!((date.year(), date.month(), date.day()), (year, month, day));
        }
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_the_month(
        day in any_day(),
        months in prop_oneof![0..60_u32, any::<u32>()],
    ) {
        let [_, last] = first_and_last();
        let later = day.checked_add_months(Months::new(months)).map_or(last, |it| it.min(last));
        prop_assert_eq!(ours(day).months_later(months), ours(later));
    }

    #[test]
    fn days_are_in_order(one in any_day(), other in any_day()) {
        prop_assert_eq!(ours(one).cmp(&ours(other)), one.cmp(&other));
    }
}
