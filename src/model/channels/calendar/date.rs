//! A day, and what the calendar says of it.

/// A day of the Gregorian calendar, also before there was one, from 1 January 1 to 31 December
/// 9999: the years that a calendar file can write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    // In this order, so that a later day is greater.
    year: u32,
    month: u32,
    day: u32,
}

impl Date {
    const LAST: Self = Self { year: 9_999, month: 12, day: 31 };

    /// How many days after 1 January 1970 that is.
    const DAYS_TO_LAST: u32 = 2_932_896;

    /// The day with this year, month (1 to 12) and day of the month (from 1); `None` when there is
    /// none.
    ///
    /// ```
    /// use good_sport::model::Date;
    ///
    /// assert!(Date::new(2028, 2, 29).is_some());
    /// assert!(Date::new(2026, 2, 29).is_none());
    /// ```
    #[must_use]
    pub fn new(year: u32, month: u32, day: u32) -> Option<Self> {
        let exists = (1..=Self::LAST.year).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// The day so many days after 1 January 1970.
    pub(super) fn from_days(days: u64) -> Self {
        let mut date = Self { year: 1970, month: 1, day: 1 };
        let mut left = u32::try_from(days).unwrap_or(u32::MAX).min(Self::DAYS_TO_LAST);
        while left >= days_in(date.year, date.month) {
            left -= days_in(date.year, date.month);
            date = date.months_later(1);
        }
        date.day += left;
        date
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub fn year(self) -> u32 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub fn month(self) -> u32 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub fn day(self) -> u32 {
        self.day
    }

    /// The same day of a later month, or the last day of that month when it is shorter. There is
    /// no later day than the last of 9999.
    ///
    /// ```
    /// use good_sport::model::Date;
    ///
    /// let date = Date::new(2026, 8, 31).expect("a day");
    /// assert_eq!(Some(date.months_later(6)), Date::new(2027, 2, 28));
    /// ```
    #[must_use]
    pub fn months_later(self, months: u32) -> Self {
        let months = months.saturating_add(self.month - 1);
        let (year, month) = (self.year + months / 12, months % 12 + 1);
        if year > Self::LAST.year {
            return Self::LAST;
        }
        Self { year, month, day: self.day.min(days_in(year, month)) }
    }

    /// The day after. There is none after the last of 9999.
    #[must_use]
    pub fn next_day(self) -> Self {
        if self.day < days_in(self.year, self.month) {
            Self { day: self.day + 1, ..self }
        } else if self == Self::LAST {
            self
        } else {
            Self { day: 1, ..self }.months_later(1)
        }
    }

    /// Whether it is a Saturday or a Sunday.
    #[must_use]
    pub fn is_weekend(self) -> bool {
        // Years that begin in March have their odd day last, and months of 31 and 30 days in a
        // row that (153 m + 2) / 5 counts. The first of these years began on a Wednesday.
        let year = self.year - u32::from(self.month < 3);
        let before = (153 * ((self.month + 9) % 12) + 2) / 5 + self.day - 1;
        let weekday = (year + year / 4 - year / 100 + year / 400 + before + 3) % 7;
        weekday == 0 || weekday == 6
    }
}

fn days_in(year: u32, month: u32) -> u32 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
