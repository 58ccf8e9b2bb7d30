//! A programme as a calendar that Outlook, Google and Apple take in, and take in again.

use chrono::{Datelike as _, NaiveDate};

use super::lines::{Lines, quoted};
use super::zones::Years;
use crate::model::{ClockChange, ItemStatus, Lang, Minute, Moment, When, Zone, moment};
use crate::projection::{
    CalendarView, ItemView, JourneyView, PersonView, PlaceView, Projection, Shadow, ShadowKind,
};
use crate::words::{dates, say_in};

/// What of the programme goes into a calendar.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Who takes part, by name.
    pub attendees: bool,
    /// Confidential items as busy; else they are left out.
    pub busy: bool,
}

/// How the summary of an entry of ours that shows a time alone is told from one that does not.
pub(super) const SHADOW: &str = "X-RETINUE-SHADOW";

/// The calendar of a programme. The same programme gives the same bytes.
pub fn calendar(seen: &Projection, options: Options) -> String {
    let mut lines = Lines::default();
    lines.put("BEGIN:VCALENDAR");
    lines.put("VERSION:2.0");
    lines.put("PRODID:-//Retinue//Retinue//EN");
    lines.put("CALSCALE:GREGORIAN");
    // What is published has no list of people: with one, it is a plain calendar.
    if !options.attendees {
        lines.put("METHOD:PUBLISH");
    }
    lines.text("X-WR-CALNAME", &seen.about().title.text);
    lines.text("X-WR-TIMEZONE", seen.about().zone.as_str());
    let shadows: Vec<&Shadow> =
        seen.shadows().iter().filter(|shadow| is_sent(shadow, options)).collect();
    years(seen, &shadows).write(&mut lines);
    for item in seen.items() {
        if let Some(known) = seen.calendar(&item.id) {
            event(&mut lines, seen, item, known, options);
        }
    }
    for shadow in shadows {
        shadow_event(&mut lines, seen.lang(), shadow);
    }
    lines.put("END:VCALENDAR");
    lines.finish()
}

fn is_sent(shadow: &Shadow, options: Options) -> bool {
    match shadow.kind {
        ShadowKind::Busy => options.busy,
        ShadowKind::Withdrawn => true,
    }
}

fn years(seen: &Projection, shadows: &[&Shadow]) -> Years {
    let mut years = Years::default();
    let items = seen.items().filter_map(|item| {
        let known = seen.calendar(&item.id)?;
        Some((item.when, &known.zone, &known.end_zone))
    });
    let shadows = shadows.iter().map(|shadow| (shadow.when, &shadow.zone, &shadow.end_zone));
    for (when, zone, end_zone) in items.chain(shadows) {
        let ends = [(when.start(), zone), (when.end(), end_zone)];
        for (at, zone) in ends {
            if let Some(year) = at.and_then(|at| i16::try_from(at.day().year()).ok()) {
                years.add(zone, year);
            }
        }
    }
    years
}

fn event(
    lines: &mut Lines,
    seen: &Projection,
    item: &ItemView,
    known: &CalendarView,
    options: Options,
) {
    let lang = seen.lang();
    begin(lines, &known.uid, known.sequence);
    times(lines, item.when, (&known.zone, &known.end_zone), item.clock_change);
    lines.text("SUMMARY", &summary(&item.title.text, item.when, lang));
    if let Some(place) = &item.place {
        lines.text("LOCATION", &location(&place.name.text, &item.room.text, &place.address));
    } else {
        lines.text("LOCATION", &item.room.text);
    }
    lines.text("DESCRIPTION", &description(seen, item, known, options));
    lines.put(match item.status {
        ItemStatus::Tentative => "STATUS:TENTATIVE",
        ItemStatus::Confirmed => "STATUS:CONFIRMED",
        ItemStatus::Cancelled => "STATUS:CANCELLED",
    });
    if options.attendees {
        known.attendees.iter().for_each(|person| attendee(lines, person));
    }
    lines.put("END:VEVENT");
}

/// The time of a shadow with a word that gives nothing away.
fn shadow_event(lines: &mut Lines, lang: &Lang, shadow: &Shadow) {
    begin(lines, &shadow.uid, shadow.sequence);
    times(lines, shadow.when, (&shadow.zone, &shadow.end_zone), shadow.clock_change);
    match shadow.kind {
        ShadowKind::Busy => {
            lines.text("SUMMARY", &say_in!(lang, "calendar-busy"));
            lines.put("CLASS:CONFIDENTIAL");
            lines.put("TRANSP:OPAQUE");
            lines.put(&format!("{SHADOW}:BUSY"));
        }
        ShadowKind::Withdrawn => {
            lines.text("SUMMARY", &say_in!(lang, "calendar-withdrawn"));
            lines.put("STATUS:CANCELLED");
            lines.put(&format!("{SHADOW}:WITHDRAWN"));
        }
    }
    lines.put("END:VEVENT");
}

fn begin(lines: &mut Lines, uid: &str, sequence: u32) {
    lines.put("BEGIN:VEVENT");
    lines.text("UID", uid);
    // Not the machine's clock: the same programme gives the same file, and a later version of
    // an item a later stamp.
    let stamp = NaiveDate::from_ymd_opt(2000, 1, 1).and_then(|day| Minute::at(day, 0, 0));
    let stamp = stamp.unwrap_or_default().plus_mins(sequence.into());
    lines.put(&format!("DTSTAMP:{}Z", stamp.civil().format(FORM)));
    lines.put(&format!("SEQUENCE:{sequence}"));
}

const FORM: &str = "%Y%m%dT%H%M%S";

fn times(lines: &mut Lines, when: When, (zone, end): (&Zone, &Zone), change: ClockChange) {
    if let When::Day(day) = when {
        lines.put(&format!("DTSTART;VALUE=DATE:{}", day.format("%Y%m%d")));
        return;
    }
    if let Some(at) = when.start() {
        lines.put(&format!("DTSTART{}", time(at, zone, change)));
    }
    if let Some(at) = when.end() {
        lines.put(&format!("DTEND{}", time(at, end, change)));
    }
}

/// Local time with its zone. The second of two equal times of the clock can only be said in UTC.
fn time(at: Minute, zone: &Zone, change: ClockChange) -> String {
    if zone.is_empty() {
        return format!(":{}", at.civil().format(FORM));
    }
    let meant = moment(at, zone, change);
    if meant == moment(at, zone, ClockChange::NotAsked) {
        return format!(";TZID={zone}:{}", at.civil().format(FORM));
    }
    format!(":{}Z", utc(meant).civil().format(FORM))
}

fn utc(moment: Moment) -> Minute {
    Minute::new(chrono::DateTime::UNIX_EPOCH.naive_utc()).plus_mins(moment.0)
}

/// The title; with it how sure the time is, for who sees nothing but this.
pub(super) fn summary(title: &str, when: When, lang: &Lang) -> String {
    let clock = |at: Minute| dates::time(at);
    match when {
        When::About(at) | When::AboutRange(at, _) => {
            say_in!(lang, "calendar-about", title = title, time = clock(at))
        }
        When::NotBefore(at) => {
            say_in!(lang, "calendar-not-before", title = title, time = clock(at))
        }
        When::Day(_) => say_in!(lang, "calendar-day", title = title),
        When::Unscheduled | When::At(_) | When::Range(..) => title.to_owned(),
    }
}

/// "Exhibition hall, ground floor, 1 Hall Road".
pub(super) fn location(name: &str, room: &str, address: &str) -> String {
    let parts = [name, room, address].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(", ")
}

fn description(
    seen: &Projection,
    item: &ItemView,
    known: &CalendarView,
    options: Options,
) -> String {
    let lang = seen.lang();
    let mut parts = vec![item.title.second.clone()];
    if let Some(journey) = &item.journey {
        parts.push(route(journey));
    }
    parts.push(item.remarks.clone());
    if !item.dress.is_empty() {
        parts.push(say_in!(lang, "calendar-dress", dress = item.dress.as_str()));
    }
    parts.extend(item.steps.iter().map(|step| {
        let at = step.at.map(dates::time).unwrap_or_default();
        let text = [at.as_str(), &step.what, &step.place];
        text.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ")
    }));
    if let Some(press) = &item.press {
        parts.push(location(&press.may_film, &press.call_place, ""));
    }
    if let Some(staff) = &item.staff {
        parts.push(staff.remarks.clone());
    }
    // Without an address a program cannot name somebody as taking part: text can.
    let names = known.attendees.iter().filter(|person| !has_address(person));
    let names: Vec<&str> =
        names.map(|person| person.name.as_str()).filter(|name| !name.is_empty()).collect();
    if options.attendees && !names.is_empty() {
        let names = names.join(" · ");
        parts.push(say_in!(lang, "calendar-attendees", names = names));
    }
    parts.retain(|part| !part.trim().is_empty());
    parts.join("\n")
}

fn route(journey: &JourneyView) -> String {
    let name = |place: &Option<PlaceView>| {
        place.as_ref().map(|place| place.name.text.clone()).unwrap_or_default()
    };
    let ends = [name(&journey.from), name(&journey.to)];
    let ends: Vec<String> = ends.into_iter().filter(|name| !name.is_empty()).collect();
    [journey.number.clone(), ends.join(" – ")].join(" ").trim().to_owned()
}

fn has_address(person: &PersonView) -> bool {
    let sound = |c: char| c.is_ascii_graphic() && !";:,\"<>".contains(c);
    person.email.contains('@') && person.email.chars().all(sound)
}

fn attendee(lines: &mut Lines, person: &PersonView) {
    if has_address(person) {
        let name = quoted(&person.name);
        lines.put(&format!("ATTENDEE;CN={name}:mailto:{}", person.email));
    }
}
