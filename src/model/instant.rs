//! From civil time and zone to the moment they name, by the zones of the bundled database.

use chrono::{Datelike as _, Timelike as _};

use super::{ClockChange, Item, Minute, Visit, When, Zone};

/// A moment, in minutes since 1970 in UTC.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment(pub i64);

impl Moment {
    pub fn mins_since(self, earlier: Self) -> i64 {
        self.0 - earlier.0
    }
}

/// Why a local time does not say by itself which moment it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockDoubt {
    /// The clock jumps over it.
    Never,
    /// The clock shows it twice.
    Twice,
}

/// From when to when an item lasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    pub start: Moment,
    /// The stated end, else the usual length.
    pub end: Moment,
}

impl Stretch {
    /// Whether both share a moment: half-open, equal starts count.
    pub fn overlaps(self, other: Self) -> bool {
        self.start == other.start || (self.start < other.end && other.start < self.end)
    }

    pub fn mins(self) -> i64 {
        self.end.mins_since(self.start)
    }
}

/// The moment a local time names. Where the clock shows it twice or never, `change` decides;
/// not asked, the hour before the change goes on. Without a zone all times are of one clock.
pub fn moment(at: Minute, zone: &Zone, change: ClockChange) -> Moment {
    let Some(ambiguous) = resolve(at, zone) else {
        return Moment(at.civil().and_utc().timestamp().div_euclid(60));
    };
    let timestamp = match change {
        ClockChange::NotAsked => ambiguous.compatible(),
        ClockChange::First => ambiguous.earlier(),
        ClockChange::Second => ambiguous.later(),
    };
    let second = timestamp.map_or_else(|_| at.civil().and_utc().timestamp(), |t| t.as_second());
    Moment(second.div_euclid(60))
}

/// What is doubtful about a local time, if anything.
pub fn clock_doubt(at: Minute, zone: &Zone) -> Option<ClockDoubt> {
    match resolve(at, zone)?.offset() {
        jiff::tz::AmbiguousOffset::Unambiguous { .. } => None,
        jiff::tz::AmbiguousOffset::Gap { .. } => Some(ClockDoubt::Never),
        jiff::tz::AmbiguousOffset::Fold { .. } => Some(ClockDoubt::Twice),
    }
}

fn resolve(at: Minute, zone: &Zone) -> Option<jiff::tz::AmbiguousTimestamp> {
    if zone.is_empty() {
        return None;
    }
    let zone = jiff::tz::db().get(zone.as_str()).ok()?;
    let (day, time) = (at.day(), at.time());
    let civil = jiff::civil::DateTime::new(
        i16::try_from(day.year()).ok()?,
        i8::try_from(day.month()).ok()?,
        i8::try_from(day.day()).ok()?,
        i8::try_from(time.hour()).ok()?,
        i8::try_from(time.minute()).ok()?,
        0,
        0,
    );
    Some(zone.to_ambiguous_timestamp(civil.ok()?))
}

impl Visit {
    /// The zone an item ends in; empty when none is stated anywhere.
    pub fn end_zone_of<'a>(&'a self, item: &'a Item) -> &'a Zone {
        if item.end_zone.is_empty() { self.zone_of(item) } else { &item.end_zone }
    }

    /// A time of UTC by the visit's own clock; `None` where no zone is stated or known.
    pub fn local(&self, utc: Minute) -> Option<Minute> {
        let zone = jiff::tz::db().get(self.about.zone.as_str()).ok()?;
        let second = utc.civil().and_utc().timestamp();
        let there = zone.to_datetime(jiff::Timestamp::from_second(second).ok()?);
        let (month, day) = (there.month().unsigned_abs(), there.day().unsigned_abs());
        let day = chrono::NaiveDate::from_ymd_opt(there.year().into(), month.into(), day.into())?;
        Minute::at(day, there.hour().unsigned_abs().into(), there.minute().unsigned_abs().into())
    }

    /// From which moment to which the time `when` of an item lasts; `None` without a time.
    pub fn stretch(&self, item: &Item, when: When) -> Option<Stretch> {
        let start = moment(when.start()?, self.zone_of(item), item.clock_change);
        let end = match when.end() {
            Some(end) => moment(end, self.end_zone_of(item), item.clock_change),
            None => Moment(start.0 + when.assumed_end()?.mins_since(when.start()?)),
        };
        Some(Stretch { start, end })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, zone: &str, change: ClockChange) -> Moment {
        moment(Minute::parse(text).unwrap(), &Zone::new(zone).unwrap_or_default(), change)
    }

    #[test]
    fn a_flight_is_as_long_as_it_is_in_the_air() {
        let item = Item {
            zone: Zone::new("Asia/Seoul").unwrap(),
            end_zone: Zone::new("Asia/Shanghai").unwrap(),
            when: When::Range(
                Minute::parse("2024-07-29 08:00").unwrap(),
                Minute::parse("2024-07-29 10:40").unwrap(),
            ),
            ..Item::default()
        };
        let stretch = Visit::default().stretch(&item, item.when).unwrap();
        assert_eq!(stretch.mins(), 220);
    }

    #[test]
    fn an_hour_that_comes_twice_is_told_apart_by_the_officers_choice() {
        let twice = |change| at("2024-10-27 02:30", "Europe/Berlin", change);
        assert_eq!(twice(ClockChange::Second).mins_since(twice(ClockChange::First)), 60);
        assert_eq!(twice(ClockChange::NotAsked), twice(ClockChange::First));
        let zone = Zone::new("Europe/Berlin").unwrap();
        let doubt = |text| clock_doubt(Minute::parse(text).unwrap(), &zone);
        assert_eq!(doubt("2024-10-27 02:30"), Some(ClockDoubt::Twice));
        assert_eq!(doubt("2024-03-31 02:30"), Some(ClockDoubt::Never));
        assert_eq!(doubt("2024-03-31 03:00"), None);
    }

    #[test]
    fn a_time_of_utc_is_told_by_the_visits_clock() {
        let about =
            crate::model::About { zone: Zone::new("Asia/Shanghai").unwrap(), ..Default::default() };
        let visit = Visit { about: about.into(), ..Visit::default() };
        let utc = Minute::parse("2024-07-28 20:40").unwrap();
        assert_eq!(visit.local(utc), Minute::parse("2024-07-29 04:40"));
        assert_eq!(Visit::default().local(utc), None);
    }

    #[test]
    fn without_a_zone_the_clock_is_taken_as_it_is() {
        let difference = at("2024-03-31 04:00", "", ClockChange::NotAsked).mins_since(at(
            "2024-03-31 01:00",
            "",
            ClockChange::NotAsked,
        ));
        assert_eq!(difference, 180);
    }
}
