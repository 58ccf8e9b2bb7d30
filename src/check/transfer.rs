//! The time between two places is enough for the way: the longest of the stated travel time and
//! the loading.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::party::Party;
use super::{Check, Measure, PROGRAMME, Severity, Source, limits, shift};
use crate::model::{PlaceId, RecordRef, Visit, When};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "transfer",
    severity: Severity::Error,
    summary: || say!("check-transfer-summary"),
    why: || say!("check-transfer-why"),
    source: Source::Plan,
    limits: &[limits::LOADING],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        own_time(facts, entry, findings);
    }
    let mut unknown: Vec<(&PlaceId, &PlaceId)> = Vec::new();
    let mut seen = facts.nobody();
    for (position, index) in facts.timed.iter().enumerate() {
        let Some(entry) = facts.entries.get(*index) else { continue };
        let earlier = facts.timed.iter().take(position).rev();
        let earlier = earlier.filter_map(|index| facts.entries.get(*index));
        for (before, party) in Facts::last_at(earlier, entry.present.common(&seen)) {
            way(facts, before, entry, &party, &mut unknown, findings);
        }
        seen.add(&entry.present);
    }
    for (from, to) in unknown {
        let things = [RecordRef::Place(from.clone()), RecordRef::Place(to.clone())];
        let (from, to) = (facts.place_name(from), facts.place_name(to));
        let message = say!("check-transfer-unknown", from = from, to = to);
        let mut finding = findings.finding(things, 0, message);
        finding.severity = Severity::Unknown;
        findings.push(finding);
    }
}

/// What the way of a movement takes; `None` when nobody has stated it.
fn needed(facts: &Facts<'_>, entry: &Entry<'_>) -> Option<i64> {
    let journey = entry.item.journey.as_ref()?;
    let stated = journey.travel.as_ref().map(|span| i64::from(span.most.max(span.least)));
    let known = || facts.travel(journey.from.as_ref()?, journey.to.as_ref()?);
    let loading = match journey.loading_mins {
        0 => facts.loading(),
        mins => i64::from(mins),
    };
    Some(stated.or_else(known)? + loading)
}

/// A movement with a start and an end lasts as long as its way takes.
fn own_time(facts: &Facts<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    let (Some(stretch), true) = (entry.stretch, entry.when.end().is_some()) else { return };
    if entry.has_timetable() {
        return;
    }
    let Some(needed) = needed(facts, entry) else { return };
    let planned = stretch.mins();
    if planned >= needed || planned <= 0 {
        return;
    }
    let message = say!(
        "check-transfer-own",
        item = facts.title(entry.item),
        time = shift::time(entry.when),
        planned = planned,
        needed = needed
    );
    let mut finding = findings.finding([entry.reference()], needed - planned, message);
    finding.fix = longer(facts, entry, needed - planned);
    findings.push(finding);
}

/// The movement ends later, and what follows moves as far as it must.
fn longer(facts: &Facts<'_>, entry: &Entry<'_>, by: i64) -> Option<Fix> {
    let when = match entry.when {
        When::Range(start, end) => When::Range(start, end.plus_mins(by)),
        When::AboutRange(start, end) => When::AboutRange(start, end.plus_mins(by)),
        When::Unscheduled | When::Day(_) | When::At(_) | When::About(_) | When::NotBefore(_) => {
            return None;
        }
    };
    let edit = shift::ending_later(facts, entry, when)?;
    let (item, time) = (facts.title(entry.item), shift::time(when));
    Some(Fix { label: say!("check-fix-move", item = item, time = time), edit })
}

/// Between the end of one item and the start of the next lies enough time for the way.
fn way<'a>(
    facts: &Facts<'a>,
    before: &Entry<'a>,
    entry: &Entry<'a>,
    party: &Party,
    unknown: &mut Vec<(&'a PlaceId, &'a PlaceId)>,
    findings: &mut Findings,
) {
    let (Some(earlier), Some(later)) = (before.stretch, entry.stretch) else { return };
    let departs = before.when.end().is_none() && before.item.journey.is_some();
    let (from, to) = (if departs { before.from } else { before.to }, entry.from);
    let (Some(from), Some(to)) = (from, to) else { return };
    // Without a stated end there is at most the time since the start.
    let end = if before.when.end().is_some() { earlier.end } else { earlier.start };
    let gap = later.start.mins_since(end);
    if from == to || gap < 0 || (departs && before.has_timetable()) {
        return;
    }
    let way = if departs { needed(facts, before) } else { None };
    let way = way.or_else(|| Some(facts.travel(from, to)? + facts.loading()));
    let Some(way) = way else {
        if !unknown.contains(&(from, to)) && !unknown.contains(&(to, from)) {
            unknown.push((from, to));
        }
        return;
    };
    if gap >= way {
        return;
    }
    let message = say!(
        "check-transfer-gap",
        people = facts.names(party),
        first = facts.title(before.item),
        second = facts.title(entry.item),
        time = shift::time(entry.when),
        from = facts.place_name(from),
        to = facts.place_name(to),
        planned = gap,
        needed = way
    );
    let things = facts.things([before.reference(), entry.reference()], party);
    let mut finding = findings.finding(things, way - gap, message);
    finding.fix = shift::later(facts, entry, way - gap).map(|edit| {
        let time = shift::time(entry.when.plus_mins(way - gap));
        Fix { label: say!("check-fix-move", item = facts.title(entry.item), time = time), edit }
    });
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change, fixed, found, place_id, visit};
    use crate::model::{Journey, Span, TravelTime, Visit};

    fn with_road(mut visit: Visit, mins: Span) -> Visit {
        let (from, to) = (place_id(&mut visit, "hotel"), place_id(&mut visit, "hall"));
        let time = TravelTime { from: Some(from), to: Some(to), mins, ..TravelTime::default() };
        visit.travel_times.push(time);
        visit
    }

    #[test]
    fn a_gap_shorter_than_the_longest_way_is_found() {
        let visit = visit(&["09:00-10:00 breakfast @hotel: oh", "10:20-11:00 tour @hall: oh"]);
        let visit = with_road(visit, Span::new(10, 20));
        assert_eq!(
            found(&visit, "transfer"),
            [
                "oh: 20 min from “breakfast” to “tour” (29 July 10:20–11:00), but the way from hotel to hall takes up to 25 min with loading"
            ]
        );
    }

    #[test]
    fn a_gap_as_long_as_way_and_loading_is_enough_in_either_direction() {
        let lines = ["09:00-10:00 breakfast @hotel: oh", "10:25-11:00 tour @hall: oh"];
        assert!(found(&with_road(visit(&lines), Span::new(10, 20)), "transfer").is_empty());
        let back = ["09:00-10:00 tour @hall: oh", "10:25-11:00 rest @hotel: oh"];
        assert!(found(&with_road(visit(&back), Span::new(10, 20)), "transfer").is_empty());
    }

    #[test]
    fn another_person_at_the_other_place_has_no_way_to_go() {
        let visit = visit(&["09:00-10:00 breakfast @hotel: oh", "10:00-11:00 tour @hall: luo"]);
        assert!(found(&with_road(visit, Span::new(10, 20)), "transfer").is_empty());
    }

    #[test]
    fn a_way_nobody_has_timed_is_said_to_be_unknown_once() {
        let visit = visit(&[
            "09:00-10:00 breakfast @hotel: oh luo",
            "10:20-11:00 tour @hall: oh",
            "12:00-13:00 rest @hotel: oh",
        ]);
        assert_eq!(
            found(&visit, "transfer"),
            ["How long it takes from hotel to hall is not stated"]
        );
    }

    #[test]
    fn the_officers_own_loading_time_counts() {
        let visit = visit(&["09:00-10:00 breakfast @hotel: oh", "10:25-11:00 tour @hall: oh"]);
        let mut visit = with_road(visit, Span::new(10, 20));
        let about = std::sync::Arc::make_mut(&mut visit.about);
        about.limits.loading_mins = Some(10);
        assert_eq!(found(&visit, "transfer").len(), 1);
    }

    fn with_ride(lines: &[&str]) -> Visit {
        let mut visit = with_road(visit(lines), Span::new(10, 20));
        let (from, to) = (place_id(&mut visit, "hotel"), place_id(&mut visit, "hall"));
        let journey = Journey { from: Some(from), to: Some(to), ..Journey::default() };
        change(&mut visit, "ride", |item| item.journey = Some(journey));
        visit
    }

    #[test]
    fn a_movement_shorter_than_its_way_is_found_and_what_follows_makes_room() {
        let visit = with_ride(&[
            "09:00-10:00 breakfast @hotel: oh",
            "10:00-10:15 ride movement: oh",
            "10:15-11:00 tour @hall: oh",
            "11:05-12:00 talks @hall: oh",
        ]);
        assert_eq!(
            found(&visit, "transfer"),
            [
                "“ride” (29 July 10:00–10:15) has 15 min, but the way takes up to 25 min with loading"
            ]
        );
        let fixed = fixed(&visit, "transfer", "Move “ride” to 29 July 10:00–10:25");
        let times: Vec<String> =
            fixed.items.iter().map(|item| super::shift::time(item.when)).collect();
        assert_eq!(
            times,
            [
                "29 July 09:00–10:00",
                "29 July 10:00–10:25",
                "29 July 10:25–11:10",
                "29 July 11:10–12:05",
            ]
        );
    }

    #[test]
    fn nothing_is_moved_into_a_fixed_item() {
        let visit =
            with_ride(&["10:00-10:15 ride movement: oh", "10:15-11:00 signing fixed @hall: oh"]);
        let findings = crate::check::testing::of(&visit, "transfer");
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].fix, None);
    }

    #[test]
    fn a_departure_at_a_point_in_time_leaves_until_the_next_item_for_the_way() {
        let short = with_ride(&["10:00 ride movement: oh", "10:20-11:00 tour @hall: oh"]);
        assert_eq!(found(&short, "transfer").len(), 1);
        let enough = with_ride(&["10:00 ride movement: oh", "10:25-11:00 tour @hall: oh"]);
        assert!(found(&enough, "transfer").is_empty());
    }
}
