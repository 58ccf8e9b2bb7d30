//! Countries: their zones, weekly rest days and public holidays, from `assets/calendar`. Moving
//! holidays are known for the years whose dates were published; outside them nothing is guessed.

use std::sync::LazyLock;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use serde::Deserialize;

use crate::model::Zone;

const FILE: &str = include_str!("../../assets/calendar/countries.ron");

/// One country.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Country {
    code: String,
    zones: Vec<String>,
    rest_days: Vec<Weekday>,
    /// Every year.
    #[serde(default)]
    fixed: Vec<Fixed>,
    /// Days that were announced, year by year: the moving ones and the substitutes.
    #[serde(default)]
    announced: Vec<Announced>,
    /// Whether the rules alone give every day of every year.
    #[serde(default)]
    by_rule: bool,
}

/// A day that a rule gives.
#[derive(Debug, Deserialize)]
enum Fixed {
    /// Month and day.
    Date(u32, u32),
    /// Month and day, kept on the next weekday where it falls on a weekend.
    Substituted(u32, u32),
    /// Days after Easter Sunday.
    Easter(i64),
    /// The nth weekday of a month; 0 the last.
    Nth(u32, Weekday, u8),
    /// Month and day, kept on Friday or Monday where it falls on a weekend.
    Observed(u32, u32),
}

/// One year.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Announced {
    year: i32,
    holidays: Vec<(u32, u32)>,
    /// Rest days that are worked for others.
    #[serde(default)]
    worked: Vec<(u32, u32)>,
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Day {
    Working,
    Rest,
    Holiday,
    /// Not a rest day nor one that a rule gives, in a year whose announced days are not known.
    Unknown,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    ron::from_str(FILE).unwrap_or_else(|error| {
        tracing::error!("the bundled calendar cannot be read: {error}");
        Vec::new()
    })
});

/// The country of that code, where its days are known.
pub(super) fn country(code: &str) -> Option<&'static Country> {
    COUNTRIES.iter().find(|country| country.code == code)
}

impl Country {
    pub(super) fn zones(&self) -> Vec<Zone> {
        self.zones.iter().filter_map(|zone| Zone::new(zone)).collect()
    }

    pub(super) fn day(&self, day: NaiveDate) -> Day {
        let is = |&(month, of_month): &(u32, u32)| (month, of_month) == (day.month(), day.day());
        let year = self.announced.iter().find(|year| year.year == day.year());
        if year.is_some_and(|year| year.holidays.iter().any(is)) {
            return Day::Holiday;
        }
        if year.is_some_and(|year| year.worked.iter().any(is)) {
            return Day::Working;
        }
        // A holiday of the next year may be kept on the last day of this one.
        let years = [day.year(), day.year() + 1];
        let by_rule = |year: i32| self.fixed.iter().any(|fixed| fixed.on(year) == Some(day));
        if years.into_iter().any(by_rule) {
            Day::Holiday
        } else if self.rest_days.contains(&day.weekday()) {
            Day::Rest
        } else if self.by_rule || year.is_some() {
            Day::Working
        } else {
            Day::Unknown
        }
    }

    /// The day so many working days before another; days of which nothing is known count as
    /// working days.
    pub(super) fn working_days_before(&self, day: NaiveDate, days: i64) -> NaiveDate {
        let works = |day| matches!(self.day(day), Day::Working | Day::Unknown);
        working_days_before(day, days, works)
    }
}

/// The same where only the weekend is known.
pub(super) fn weekdays_before(day: NaiveDate, days: i64) -> NaiveDate {
    let works = |day: NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    working_days_before(day, days, works)
}

fn working_days_before(
    mut day: NaiveDate,
    mut days: i64,
    works: impl Fn(NaiveDate) -> bool,
) -> NaiveDate {
    while days > 0 {
        let Some(before) = day.pred_opt() else { break };
        day = before;
        if works(day) {
            days -= 1;
        }
    }
    day
}

impl Fixed {
    fn on(&self, year: i32) -> Option<NaiveDate> {
        match *self {
            Self::Date(month, day) => NaiveDate::from_ymd_opt(year, month, day),
            Self::Substituted(month, day) => {
                let date = NaiveDate::from_ymd_opt(year, month, day)?;
                match date.weekday() {
                    Weekday::Sat => date.checked_add_days(Days::new(2)),
                    Weekday::Sun => date.succ_opt(),
                    Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
                        Some(date)
                    }
                }
            }
            Self::Observed(month, day) => {
                let date = NaiveDate::from_ymd_opt(year, month, day)?;
                match date.weekday() {
                    Weekday::Sat => date.pred_opt(),
                    Weekday::Sun => date.succ_opt(),
                    Weekday::Mon | Weekday::Tue | Weekday::Wed | Weekday::Thu | Weekday::Fri => {
                        Some(date)
                    }
                }
            }
            Self::Easter(days) => {
                easter(year)?.checked_add_signed(chrono::TimeDelta::try_days(days)?)
            }
            Self::Nth(month, weekday, 0) => {
                let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
                let first = NaiveDate::from_ymd_opt(next.0, next.1, 1)?;
                (1..=7)
                    .filter_map(|n| first.checked_sub_days(Days::new(n)))
                    .find(|day| day.weekday() == weekday)
            }
            Self::Nth(month, weekday, n) => {
                NaiveDate::from_weekday_of_month_opt(year, month, weekday, n)
            }
        }
    }
}

/// Easter Sunday of the Gregorian calendar, by Oudin's rule.
fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century) = (year % 19, year / 100);
    let moon = (century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15) % 30;
    let full = moon - (moon / 28) * (1 - (moon / 28) * (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
    let sunday = full - weekday;
    let month = 3 + (sunday + 40) / 44;
    let day = sunday + 28 - 31 * (month / 4);
    NaiveDate::from_ymd_opt(year, u32::try_from(month).ok()?, u32::try_from(day).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(country: &str, date: &str) -> Day {
        super::country(country).unwrap().day(date.parse().unwrap())
    }

    #[test]
    fn the_file_is_read_and_its_zones_exist() {
        let all: Vec<Country> = ron::from_str(FILE).unwrap();
        assert!(all.len() >= 8);
        for country in all {
            assert_eq!(country.zones().len(), country.zones.len(), "{}", country.code);
        }
    }

    #[test]
    fn rest_days_holidays_and_worked_weekends_are_told_apart() {
        assert_eq!(day("CN", "2024-07-29"), Day::Working);
        assert_eq!(day("CN", "2024-07-28"), Day::Rest);
        assert_eq!(day("CN", "2024-02-12"), Day::Holiday);
        assert_eq!(day("CN", "2024-02-18"), Day::Working);
        assert_eq!(day("KR", "2024-08-15"), Day::Holiday);
        assert_eq!(day("KR", "2024-09-17"), Day::Holiday);
    }

    #[test]
    fn outside_the_known_years_only_the_rules_are_known() {
        assert_eq!(day("KR", "2098-08-15"), Day::Holiday);
        assert_eq!(day("KR", "2098-02-05"), Day::Unknown);
        assert_eq!(day("KR", "2098-02-02"), Day::Rest);
    }

    #[test]
    fn easter_and_nth_weekdays_move_by_rule() {
        assert_eq!(easter(2024), NaiveDate::from_ymd_opt(2024, 3, 31));
        assert_eq!(easter(2025), NaiveDate::from_ymd_opt(2025, 4, 20));
        assert_eq!(easter(2038), NaiveDate::from_ymd_opt(2038, 4, 25));
        assert_eq!(easter(1981), NaiveDate::from_ymd_opt(1981, 4, 19));
        assert_eq!(day("DE", "2025-04-21"), Day::Holiday);
        assert_eq!(day("DE", "2025-06-09"), Day::Holiday);
        assert_eq!(day("US", "2024-11-28"), Day::Holiday);
        assert_eq!(day("US", "2024-05-27"), Day::Holiday);
        assert_eq!(day("US", "2021-12-31"), Day::Holiday);
        assert_eq!(day("US", "2024-11-27"), Day::Working);
    }

    #[test]
    fn working_days_leave_out_weekends_and_holidays() {
        let china = country("CN").unwrap();
        let before = |date: &str, days| china.working_days_before(date.parse().unwrap(), days);
        assert_eq!(before("2024-07-29", 2).to_string(), "2024-07-25");
        assert_eq!(before("2024-10-08", 1).to_string(), "2024-09-30");
    }
}
