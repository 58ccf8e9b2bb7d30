//! Events that repeat: each occurrence within the days of the visit, moved ones where they were
//! moved to, without those that were taken out.

use std::collections::{BTreeMap, BTreeSet};

use calcard::common::timezone::Tz;
use calcard::icalendar::{
    ICalendar, ICalendarComponent, ICalendarComponentType, ICalendarEntry, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarValue,
};
use chrono::{NaiveDate, NaiveDateTime};

use super::event::Event;
use super::rejected::{Cause, Rejected};
use super::stamp::{Stamp, StampZone, floating, instance};
use crate::model::{ItemStatus, Zone};

/// How far a series is followed.
const MOST_OCCURRENCES: usize = 50_000;

/// What is needed to follow a series.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frame<'a> {
    /// The days that matter; `None`: a year from the beginning of the series.
    pub(super) days: Option<(NaiveDate, NaiveDate)>,
    pub(super) zone: &'a Zone,
    /// The zone for names that mean nothing.
    pub(super) unknown: Option<&'a Zone>,
}

/// An event on its own: the only one of its name, or an occurrence of a series.
#[derive(Clone, Debug)]
pub(super) struct Single {
    pub(super) event: Event,
    /// Empty unless it is of a series.
    pub(super) instance: String,
}

/// The events of a file one by one, and the occurrences of each series that still are.
#[derive(Debug, Default)]
pub(super) struct Followed {
    pub(super) singles: Vec<Single>,
    pub(super) rejected: Vec<Rejected>,
    pub(super) kept: BTreeMap<String, BTreeSet<String>>,
}

pub(super) fn follow(events: &[Event], frame: Frame<'_>) -> Followed {
    let mut followed = Followed::default();
    let masters: BTreeMap<&str, &Event> = events
        .iter()
        .filter(|event| event.is_series() && event.instead_of.is_none())
        .map(|event| (event.uid.as_str(), event))
        .collect();
    let mut moved: BTreeMap<(&str, String), &Event> = BTreeMap::new();
    for event in events {
        let Some(instead_of) = &event.instead_of else { continue };
        let start = masters.get(event.uid.as_str()).map_or(instead_of, |master| &master.start);
        let clock = instead_of.clock_of(start, frame.zone, frame.unknown);
        let key = (event.uid.as_str(), instance(clock, start.has_time));
        // The later version of a change counts.
        if moved.get(&key).is_none_or(|other| other.sequence <= event.sequence) {
            moved.insert(key, event);
        }
    }
    for event in events.iter().filter(|event| event.instead_of.is_none()) {
        if !event.is_series() {
            followed.singles.push(Single { event: event.clone(), instance: String::new() });
            continue;
        }
        match occurrences(event, frame) {
            Ok(starts) => {
                let singles = starts.into_iter().filter_map(|start| {
                    let instance = instance(start, event.start.has_time);
                    let is_moved = moved.contains_key(&(event.uid.as_str(), instance.clone()));
                    let event = event.occurrence(&event.start.at(start))?;
                    (!is_moved).then_some(Single { event, instance })
                });
                let before = followed.singles.len();
                followed.singles.extend(singles);
                let new = followed.singles.iter().skip(before);
                let kept = new.map(|single| single.instance.clone());
                followed.kept.entry(event.uid.clone()).or_default().extend(kept);
            }
            Err(cause) => followed.rejected.push(Rejected {
                line: event.line,
                title: event.title.clone(),
                cause,
            }),
        }
    }
    for ((uid, instance), event) in moved {
        if event.status != Some(ItemStatus::Cancelled)
            && let Some(kept) = followed.kept.get_mut(uid)
        {
            kept.insert(instance.clone());
        }
        if frame.holds(event.start.civil.date()) || !masters.contains_key(uid) {
            followed.singles.push(Single { event: event.clone(), instance });
        }
    }
    followed
}

impl Frame<'_> {
    pub(super) fn holds(&self, day: NaiveDate) -> bool {
        self.days.is_none_or(|(first, last)| first <= day && day <= last)
    }
}

/// When the occurrences of a series within the days begin, by its own clock.
fn occurrences(event: &Event, frame: Frame<'_>) -> Result<Vec<NaiveDateTime>, Cause> {
    let begin = event.start.civil.date();
    let a_year = || (begin, begin.checked_add_days(chrono::Days::new(366)).unwrap_or(begin));
    let (first, last) = frame.days.unwrap_or_else(a_year);
    let clock = |stamp: &Stamp| stamp.clock_of(&event.start, frame.zone, frame.unknown);
    let mut starts = BTreeSet::from([event.start.civil]);
    if let Some(rule) = &event.rule {
        starts.extend(by_rule(event, rule, last, frame)?);
    }
    starts.extend(event.extra.iter().map(clock));
    let without: BTreeSet<NaiveDateTime> = event.without.iter().map(clock).collect();
    let within = |start: &NaiveDateTime| (first..=last).contains(&start.date());
    Ok(starts.difference(&without).filter(|start| within(start)).copied().collect())
}

fn by_rule(
    event: &Event,
    rule: &ICalendarRecurrenceRule,
    last: NaiveDate,
    frame: Frame<'_>,
) -> Result<BTreeSet<NaiveDateTime>, Cause> {
    let property = |name, value| ICalendarEntry { name, params: Vec::new(), values: vec![value] };
    let start = ICalendarValue::PartialDateTime(Box::new(floating(event.start.civil)));
    let mut rule = rule.clone();
    let mut until = rule.until.as_ref().and_then(|until| {
        let entry = property(ICalendarProperty::Dtstart, start.clone());
        let stamp = Stamp::of(&entry, until, &BTreeMap::new())?;
        let civil = match stamp.zone {
            // A day as the end is that whole day.
            StampZone::Floating if !stamp.has_time => stamp.civil.date().and_hms_opt(23, 59, 0)?,
            _ => stamp.clock_of(&event.start, frame.zone, frame.unknown),
        };
        Some(civil)
    });
    // What lies behind the days that matter is not followed.
    if rule.count.is_none() {
        let end = last.and_hms_opt(23, 59, 0);
        until = [until, end].into_iter().flatten().min();
    }
    rule.until = until.map(floating);
    let frequency = format!("{:?}", rule.freq).to_uppercase();
    let component = ICalendarComponent {
        component_type: ICalendarComponentType::VEvent,
        entries: vec![
            property(ICalendarProperty::Dtstart, start),
            property(ICalendarProperty::Rrule, ICalendarValue::RecurrenceRule(Box::new(rule))),
        ],
        component_ids: Vec::new(),
    };
    let calendar = ICalendar { components: vec![component] };
    let expanded = calendar.expand_dates(Tz::Floating, MOST_OCCURRENCES);
    let starts: BTreeSet<NaiveDateTime> =
        expanded.events.iter().map(|event| event.start.naive_local()).collect();
    let is_followed =
        starts.len() < MOST_OCCURRENCES || starts.last().is_some_and(|start| start.date() > last);
    if !expanded.errors.is_empty() || !is_followed {
        return Err(Cause::BadRule { text: frequency });
    }
    Ok(starts)
}
