//! A place is open while the visit is there, as far as its hours can be read.

use chrono::Timelike as _;

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source, shift};
use crate::model::{Minute, OpeningHours, Place, RecordRef, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "opening",
    severity: Severity::Warning,
    summary: || say!("check-opening-summary"),
    why: || say!("check-opening-why"),
    source: Source::Plan,
    limits: &[],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        let place = entry.from.filter(|from| entry.to == Some(*from));
        let Some(place) = place.and_then(|id| facts.place(id)) else { continue };
        let stated = place.opens.trim();
        let (Some(start), false) = (entry.when.start(), stated.is_empty()) else { continue };
        let Some(hours) = OpeningHours::read(stated) else {
            not_read(facts, findings, entry, place);
            continue;
        };
        let end = entry.when.assumed_end().unwrap_or(start);
        let mins = hours.closed_mins(start, end);
        if mins > 0 {
            report(facts, findings, entry, place, (&hours, start, mins));
        }
    }
}

fn not_read(facts: &Facts<'_>, findings: &mut Findings, entry: &Entry<'_>, place: &Place) {
    let (item, name) = (facts.title(entry.item), facts.place_name(&place.id));
    let message =
        say!("check-opening-unread", item = item, place = name, text = place.opens.trim());
    let things = [entry.reference(), RecordRef::Place(place.id.clone())];
    findings.unknown(things, message, None);
}

fn report(
    facts: &Facts<'_>,
    findings: &mut Findings,
    entry: &Entry<'_>,
    place: &Place,
    (hours, start, mins): (&OpeningHours, Minute, i64),
) {
    let (item, name) = (facts.title(entry.item), facts.place_name(&place.id));
    let time = shift::time(entry.when);
    let today = hours.on(start.day());
    let message = if today.is_empty() {
        say!("check-opening-closed", item = item, time = time, place = name)
    } else {
        let hours: Vec<_> = today.iter().map(|(open, close)| hours_text(*open, *close)).collect();
        let hours = hours.join(&say!("check-comma"));
        say!("check-opening", item = item, time = time, place = name, hours = hours)
    };
    let things = vec![entry.reference(), RecordRef::Place(place.id.clone())];
    let mut finding = findings.finding(things, mins, message);
    finding.fix = when_it_opens(facts, entry, (hours, start));
    findings.push(finding);
}

/// "09:00–17:00"; what closes after midnight says so by its hour.
fn hours_text(open: u16, close: u16) -> String {
    let clock = |mins: u16| format!("{:02}:{:02}", mins / 60 % 24, mins % 60);
    format!("{}–{}", clock(open), clock(close))
}

/// Later on the same day, where it is open long enough then.
fn when_it_opens(
    facts: &Facts<'_>,
    entry: &Entry<'_>,
    (hours, start): (&OpeningHours, Minute),
) -> Option<Fix> {
    let of_day = i64::from(start.time().num_seconds_from_midnight() / 60);
    let mut openings = hours.on(start.day()).iter().map(|(opens, _)| i64::from(*opens) - of_day);
    let by = openings.find(|by| {
        let moved = entry.when.plus_mins(*by);
        let ends = moved.assumed_end();
        *by > 0
            && moved
                .start()
                .zip(ends)
                .is_some_and(|(start, end)| hours.closed_mins(start, end) == 0)
    })?;
    let edit = shift::later(facts, entry, by)?;
    let time = shift::time(entry.when.plus_mins(by));
    Some(Fix { label: say!("check-fix-move", item = facts.title(entry.item), time = time), edit })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::shift;
    use crate::check::testing::{fixed, found, of, visit};
    use crate::edit::apply;
    use crate::model::Visit;

    fn open(hours: &str, line: &str) -> Visit {
        let mut visit = visit(&[line]);
        Arc::make_mut(&mut visit.places[0]).opens = hours.to_owned();
        visit
    }

    #[test]
    fn a_visit_outside_the_hours_is_found() {
        let late = open("9:00-17:00", "16:30-17:30 tour @hall: oh");
        assert_eq!(
            found(&late, "opening"),
            ["“tour” (29 July 16:30–17:30) is outside the hours of hall: 09:00–17:00"]
        );
        let monday = open("9:00-17:00; Mon closed", "10:00-11:00 tour @hall: oh");
        assert_eq!(
            found(&monday, "opening"),
            ["hall is closed on the day of “tour” (29 July 10:00–11:00)"]
        );
        assert!(found(&open("9-17", "16:00-17:00 tour @hall: oh"), "opening").is_empty());
        assert!(found(&open("", "16:30-17:30 tour @hall: oh"), "opening").is_empty());
    }

    #[test]
    fn hours_that_nobody_can_read_are_not_passed_off_as_fine() {
        let visit = open("by appointment", "10:00-11:00 tour @hall: oh");
        assert_eq!(
            found(&visit, "opening"),
            ["Whether hall is open for “tour” cannot be told: “by appointment”"]
        );
    }

    #[test]
    fn the_word_on_hours_that_nobody_can_read_does_not_cover_a_place_that_is_closed() {
        let visit = open("by appointment", "16:00-17:01 tour @hall: oh");
        let finding = of(&visit, "opening").remove(0);
        let mut visit = apply(&visit, finding.dismiss("called".into(), "me".into(), None)).unwrap();
        assert!(of(&visit, "opening")[0].dismissed.is_some());
        Arc::make_mut(&mut visit.places[0]).opens = "9:00-17:00".to_owned();
        assert!(of(&visit, "opening")[0].dismissed.is_none(), "one minute is more than unknown");
    }

    #[test]
    fn the_fix_waits_until_the_place_opens() {
        let early = open("9:00-17:00", "08:30-09:30 tour @hall: oh");
        let later = fixed(&early, "opening", "Move “tour” to 29 July 09:00–10:00");
        assert_eq!(shift::time(later.items[0].when), "29 July 09:00–10:00");
    }
}
