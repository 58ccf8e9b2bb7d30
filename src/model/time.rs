//! Honest time (PROTOCOL section 3): civil minutes, and how sure they are.

use std::fmt;

use chrono::{Duration, NaiveDate, NaiveDateTime, NaiveTime, Timelike as _};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A civil date and time to the minute, written `2024-07-29 09:05`.
/// The place on earth is the zone kept beside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Minute(NaiveDateTime);

/// How a file writes a [`Minute`].
const FORM: &str = "%Y-%m-%d %H:%M";

impl Minute {
    /// Seconds are cut off.
    pub fn new(at: NaiveDateTime) -> Self {
        Self(at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at))
    }

    /// `hour` and `minute` of that day; `None` when the clock has no such time.
    pub fn at(day: NaiveDate, hour: u32, minute: u32) -> Option<Self> {
        day.and_hms_opt(hour, minute, 0).map(Self)
    }

    /// Reads `2024-07-29 09:05`, and nothing else.
    pub fn parse(text: &str) -> Option<Self> {
        let exact = text.len() == 16 && text.is_ascii();
        exact.then(|| NaiveDateTime::parse_from_str(text, FORM).ok().map(Self)).flatten()
    }

    pub fn day(self) -> NaiveDate {
        self.0.date()
    }

    pub fn time(self) -> NaiveTime {
        self.0.time()
    }

    pub fn civil(self) -> NaiveDateTime {
        self.0
    }

    /// Later by so many minutes (earlier when negative); stays put at the ends of the calendar.
    #[must_use]
    pub fn plus_mins(self, mins: i64) -> Self {
        let moved = Duration::try_minutes(mins).and_then(|by| self.0.checked_add_signed(by));
        moved.map_or(self, Self)
    }

    /// Civil minutes from `earlier` to `self`.
    pub fn mins_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_minutes()
    }

    /// The same time on another day.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Self {
        Self(day.and_time(self.time()))
    }
}

impl fmt::Display for Minute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format(FORM))
    }
}

impl Serialize for Minute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Minute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| {
            D::Error::custom(crate::words::say!("error-minute-form", text = text.as_str()))
        })
    }
}

/// When something happens, and how sure that is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum When {
    /// Not on any day yet: the item waits in the parking list.
    #[default]
    Unscheduled,
    /// On that day, the time to be confirmed. Its place in the list says where it belongs.
    Day(NaiveDate),
    /// A point in time: a movement, an arrival.
    At(Minute),
    /// From, to: an event. The end may lie on a later day.
    Range(Minute, Minute),
    /// "About 15:00".
    About(Minute),
    /// "About 15:00 to 16:00".
    AboutRange(Minute, Minute),
    /// "Not before 15:00".
    NotBefore(Minute),
}

impl When {
    pub fn start(self) -> Option<Minute> {
        match self {
            Self::Unscheduled | Self::Day(_) => None,
            Self::At(start)
            | Self::Range(start, _)
            | Self::About(start)
            | Self::AboutRange(start, _)
            | Self::NotBefore(start) => Some(start),
        }
    }

    /// The end where one is stated.
    pub fn end(self) -> Option<Minute> {
        match self {
            Self::Range(_, end) | Self::AboutRange(_, end) => Some(end),
            Self::Unscheduled
            | Self::Day(_)
            | Self::At(_)
            | Self::About(_)
            | Self::NotBefore(_) => None,
        }
    }

    pub fn day(self) -> Option<NaiveDate> {
        match self {
            Self::Unscheduled => None,
            Self::Day(day) => Some(day),
            Self::At(start)
            | Self::Range(start, _)
            | Self::About(start)
            | Self::AboutRange(start, _)
            | Self::NotBefore(start) => Some(start.day()),
        }
    }

    /// Whether the time is settled: exact, neither "about" nor "not before" nor missing.
    pub fn is_firm(self) -> bool {
        matches!(self, Self::At(_) | Self::Range(..))
    }

    /// The same, later by so many minutes (earlier when negative).
    #[must_use]
    pub fn plus_mins(self, mins: i64) -> Self {
        self.map(|minute| minute.plus_mins(mins))
    }

    /// The same times, `days` later.
    #[must_use]
    pub fn plus_days(self, days: i64) -> Self {
        match self {
            Self::Day(day) => {
                let by = Duration::try_days(days).unwrap_or_default();
                Self::Day(day.checked_add_signed(by).unwrap_or(day))
            }
            other => other.map(|minute| minute.plus_mins(days.saturating_mul(24 * 60))),
        }
    }

    /// The same times beginning on another day.
    #[must_use]
    pub fn on(self, day: NaiveDate) -> Self {
        match self.day() {
            None => Self::Day(day),
            Some(old) => self.plus_days((day - old).num_days()),
        }
    }

    fn map(self, change: impl Fn(Minute) -> Minute) -> Self {
        match self {
            Self::Unscheduled | Self::Day(_) => self,
            Self::At(start) => Self::At(change(start)),
            Self::Range(start, end) => Self::Range(change(start), change(end)),
            Self::About(start) => Self::About(change(start)),
            Self::AboutRange(start, end) => Self::AboutRange(change(start), change(end)),
            Self::NotBefore(start) => Self::NotBefore(change(start)),
        }
    }
}

/// An IANA zone, `Asia/Shanghai`. Empty: not stated, the visit's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Zone(String);

impl Zone {
    /// The zone of that name in the bundled tz database; `None` when it has none.
    pub fn new(name: &str) -> Option<Self> {
        jiff::tz::db().get(name).ok().map(|_| Self(name.to_owned()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Zone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Zone {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::new(&name).ok_or_else(|| {
            D::Error::custom(crate::words::say!("error-zone-unknown", zone = name.as_str()))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn minute(text: &str) -> Minute {
        Minute::parse(text).unwrap()
    }

    #[test]
    fn a_minute_is_read_in_one_form_only() {
        assert_eq!(minute("2024-07-29 09:05").to_string(), "2024-07-29 09:05");
        for bad in
            ["2024-7-29 9:05", "2024-07-29T09:05", "2024-07-29 24:00", "2024-02-30 09:00", ""]
        {
            assert_eq!(Minute::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_range_keeps_its_length_on_another_day() {
        let night = When::Range(minute("2024-07-29 22:00"), minute("2024-07-30 01:00"));
        let moved = night.on(NaiveDate::from_ymd_opt(2024, 8, 1).unwrap());
        assert_eq!(moved, When::Range(minute("2024-08-01 22:00"), minute("2024-08-02 01:00")));
    }

    #[test]
    fn only_exact_times_are_firm() {
        let at = minute("2024-07-29 09:05");
        assert!(When::At(at).is_firm());
        for soft in [When::About(at), When::NotBefore(at), When::Day(at.day()), When::Unscheduled] {
            assert!(!soft.is_firm());
        }
    }

    #[test]
    fn a_zone_is_one_the_bundled_database_knows() {
        assert!(Zone::new("Asia/Shanghai").is_some());
        assert_eq!(Zone::new("Asia/Chongqing-2"), None);
    }
}
