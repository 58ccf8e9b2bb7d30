//! Times as calendars write them: with a zone, in UTC, of no zone, of a zone nobody knows.

use std::collections::BTreeMap;
use std::str::FromStr as _;

use calcard::common::PartialDateTime;
use calcard::common::timezone::Tz;
use calcard::icalendar::ICalendarEntry;
use chrono::{Datelike as _, Duration, NaiveDate, NaiveDateTime, Timelike as _};

use crate::model::{ClockChange, Minute, Moment, Zone, clock_doubt, moment};

/// A time of an entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Stamp {
    pub(super) civil: NaiveDateTime,
    /// Else it is a day.
    pub(super) has_time: bool,
    pub(super) zone: StampZone,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum StampZone {
    /// The clock on the wall, wherever that is.
    Floating,
    Utc,
    Known(Zone),
    /// A name that means nothing here.
    Unknown(String),
}

/// A time in the visit: local, with its zone where that is not the visit's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Local {
    pub(super) at: Minute,
    /// Never empty unless the visit has no zone either.
    pub(super) zone: Zone,
    pub(super) change: ClockChange,
}

impl Local {
    pub(super) fn moment(&self) -> Moment {
        moment(self.at, &self.zone, self.change)
    }
}

/// The zones that a file describes itself, by the names it gives them.
pub(super) type Described = BTreeMap<String, Zone>;

/// The zone of that name: of the tz database, of Windows, of a program that puts a path before it.
pub(super) fn zone_called(name: &str) -> Option<Zone> {
    let name = name.trim().trim_matches('"');
    // A program may put a path of its own before the name.
    let mut ends = name.match_indices('/').filter_map(|(at, _)| name.get(at + 1..));
    let in_path = || ends.find_map(|end| Zone::new(end).filter(|_| end.contains('/')));
    Zone::new(name).or_else(in_path).or_else(|| {
        let known = Tz::from_str(name).ok()?;
        Zone::new(&known.name()?)
    })
}

impl Stamp {
    /// The time of an entry; `None` when it is none.
    pub(super) fn of(
        entry: &ICalendarEntry,
        time: &PartialDateTime,
        zones: &Described,
    ) -> Option<Self> {
        let number = |part: Option<u8>| u32::from(part.unwrap_or_default());
        let day = NaiveDate::from_ymd_opt(time.year?.into(), time.month?.into(), time.day?.into())?;
        // A leap second is no minute of its own.
        let civil = day.and_hms_opt(number(time.hour), number(time.minute), 0)?;
        let has_time = time.hour.is_some();
        if time.tz_hour.is_some() {
            let away = i64::from(number(time.tz_hour)) * 60 + i64::from(number(time.tz_minute));
            let away = Duration::minutes(if time.tz_minus { away } else { -away });
            let civil = civil.checked_add_signed(away)?;
            return Some(Self { civil, has_time, zone: StampZone::Utc });
        }
        let zone = match entry.tz_id() {
            _ if !has_time => StampZone::Floating,
            None => StampZone::Floating,
            Some(name) => match zone_called(name).or_else(|| zones.get(name).cloned()) {
                Some(zone) => StampZone::Known(zone),
                None => StampZone::Unknown(name.to_owned()),
            },
        };
        Some(Self { civil, has_time, zone })
    }

    /// The same clock time some time later.
    pub(super) fn plus(&self, by: Duration) -> Option<Self> {
        Some(Self { civil: self.civil.checked_add_signed(by)?, ..self.clone() })
    }

    /// The same clock time on another day.
    pub(super) fn at(&self, civil: NaiveDateTime) -> Self {
        Self { civil, ..self.clone() }
    }

    /// The local time in the visit. `visit`: its zone; `unknown`: the zone the officer named for
    /// names that mean nothing.
    ///
    /// # Errors
    /// The name of the zone, when nobody named one for it.
    pub(super) fn local(&self, visit: &Zone, unknown: Option<&Zone>) -> Result<Local, String> {
        let zone = match &self.zone {
            StampZone::Floating => visit,
            StampZone::Known(zone) => zone,
            StampZone::Unknown(name) => unknown.ok_or_else(|| name.clone())?,
            StampZone::Utc => return Ok(from_utc(self.civil, visit)),
        };
        Ok(Local { at: Minute::new(self.civil), zone: zone.clone(), change: ClockChange::NotAsked })
    }

    /// The clock of `other` at this time: what exceptions of a series are compared by.
    pub(super) fn clock_of(
        &self,
        other: &Self,
        visit: &Zone,
        unknown: Option<&Zone>,
    ) -> NaiveDateTime {
        if !self.has_time || self.zone == other.zone {
            return self.civil;
        }
        let (Ok(this), Ok(there)) = (self.local(visit, unknown), other.local(visit, unknown))
        else {
            return self.civil;
        };
        let in_utc = utc_civil(this.moment());
        if other.zone == StampZone::Utc { in_utc } else { from_utc(in_utc, &there.zone).at.civil() }
    }
}

fn utc_civil(at: Moment) -> NaiveDateTime {
    chrono::DateTime::UNIX_EPOCH
        .naive_utc()
        .checked_add_signed(Duration::minutes(at.0))
        .unwrap_or_default()
}

/// A time in UTC as the clocks of a zone show it; of two equal ones, which.
pub(super) fn from_utc(civil: NaiveDateTime, zone: &Zone) -> Local {
    let utc = Zone::new("Etc/UTC").unwrap_or_default();
    let as_it_is = Local { at: Minute::new(civil), zone: utc, change: ClockChange::NotAsked };
    let Some(at) = civil_in(civil, zone) else { return as_it_is };
    let wanted = as_it_is.moment();
    let changes = [ClockChange::NotAsked, ClockChange::Second];
    let change = changes.into_iter().find(|change| moment(at, zone, *change) == wanted);
    match change {
        Some(ClockChange::NotAsked) if clock_doubt(at, zone).is_some() => {
            Local { at, zone: zone.clone(), change: ClockChange::First }
        }
        Some(change) => Local { at, zone: zone.clone(), change },
        None => as_it_is,
    }
}

fn civil_in(utc: NaiveDateTime, zone: &Zone) -> Option<Minute> {
    let zone = jiff::tz::db().get(zone.as_str()).ok()?;
    let at = jiff::Timestamp::from_second(utc.and_utc().timestamp()).ok()?;
    let there = zone.to_datetime(at);
    let day = NaiveDate::from_ymd_opt(
        there.year().into(),
        u32::try_from(there.month()).ok()?,
        u32::try_from(there.day()).ok()?,
    )?;
    Minute::at(day, u32::try_from(there.hour()).ok()?, u32::try_from(there.minute()).ok()?)
}

/// The form in which an occurrence of a series is named.
pub(super) fn instance(civil: NaiveDateTime, has_time: bool) -> String {
    let form = if has_time { "%Y%m%dT%H%M%S" } else { "%Y%m%d" };
    civil.format(form).to_string()
}

/// The same time as calcard has it, without a zone.
pub(super) fn floating(civil: NaiveDateTime) -> PartialDateTime {
    let small = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        year: u16::try_from(civil.year()).ok(),
        month: small(civil.month()),
        day: small(civil.day()),
        hour: small(civil.hour()),
        minute: small(civil.minute()),
        second: Some(0),
        ..PartialDateTime::default()
    }
}
