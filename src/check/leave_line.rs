//! Guests who are at another place than before are taken there by a movement.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix, measure};
use super::party::Party;
use super::{Check, Measure, PROGRAMME, Severity, Source};
use crate::edit::Edit;
use crate::edit::way::Way;
use crate::model::{Attendance, Item, PlaceId, Side, Visit};
use crate::words::say;

/// Up to so many minutes people simply walk over; nobody writes a line for it.
const WALK_MINS: i64 = 5;

pub(super) const CHECK: Check = Check {
    id: "leave-line",
    severity: Severity::Warning,
    summary: || say!("check-leave-line-summary"),
    why: || say!("check-leave-line-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let mut seen = facts.nobody();
    for (position, entry) in facts.entries.iter().enumerate() {
        let Some(to) = entry.from.filter(|_| entry.when.day().is_some()) else { continue };
        let party = entry.participants.common(&facts.guests);
        if !entry.has_timetable() {
            let earlier = facts.entries.iter().take(position).rev().filter(|it| says_where(it));
            let last = Facts::last_at(earlier, party.common(&seen));
            for (before, from, people) in arriving(facts, last, to) {
                report(facts, findings, (before, from), (entry, to), &people);
            }
        }
        seen.add(&party);
    }
}

/// Whether people are at a known place after an item, or at one that nobody knows: an item
/// without a place leaves them where they were.
fn says_where(entry: &Entry<'_>) -> bool {
    let moves = entry.item.kind.is_movement() || entry.item.journey.is_some();
    entry.when.day().is_some() && (moves || entry.to.is_some())
}

/// Those who were last at a place from which nobody walks over, by that place.
fn arriving<'f, 'a>(
    facts: &Facts<'_>,
    last: Vec<(&'f Entry<'a>, Party)>,
    to: &PlaceId,
) -> Vec<(&'f Entry<'a>, &'a PlaceId, Party)> {
    let mut found: Vec<(&Entry<'_>, &PlaceId, Party)> = Vec::new();
    for (before, people) in last {
        let Some(from) = before.to.filter(|from| *from != to) else { continue };
        if let Some((.., more)) = found.iter_mut().find(|(_, place, _)| *place == from) {
            more.add(&people);
        } else if facts.travel(from, to).is_none_or(|mins| mins > WALK_MINS) {
            found.push((before, from, people));
        }
    }
    found
}

fn report(
    facts: &Facts<'_>,
    findings: &mut Findings,
    (before, from): (&Entry<'_>, &PlaceId),
    (entry, to): (&Entry<'_>, &PlaceId),
    people: &Party,
) {
    let message = say!(
        "check-leave-line",
        people = facts.names(people),
        count = people.count(),
        item = facts.title(entry.item),
        from = facts.place_name(from),
        to = facts.place_name(to)
    );
    let guests = entry.participants.common(&facts.guests);
    // Where it is all of them nobody is named: it concerns the item.
    let named = if *people == guests { facts.nobody() } else { people.clone() };
    let things = facts.things([entry.reference()], &named);
    let mut finding = findings.finding(things, measure(people.count()), message);
    finding.fix = movement(facts, (before, from), (entry, to), people);
    findings.push(finding);
}

/// A movement between the two.
fn movement(
    facts: &Facts<'_>,
    (before, from): (&Entry<'_>, &PlaceId),
    (entry, to): (&Entry<'_>, &PlaceId),
    people: &Party,
) -> Option<Fix> {
    let way = Way {
        before: before.item.id.clone(),
        from: from.clone(),
        item: entry.item.id.clone(),
        to: to.clone(),
        attendance: attendance(facts, entry, people),
    };
    let movement = way.movement(facts.visit, facts.loading());
    let item = Item { id: facts.fresh_item(&movement.title.main)?, ..movement };
    let at = facts.visit.position(&entry.reference());
    let label =
        say!("check-fix-movement", from = facts.place_name(from), to = facts.place_name(to));
    Some(Fix { label, edit: Edit::Add { record: item.into(), at } })
}

/// Who is moved: the delegations and groups of the item where they are moved whole, else
/// everyone by name.
fn attendance(facts: &Facts<'_>, entry: &Entry<'_>, people: &Party) -> Attendance {
    let mut attendance = entry.item.attendance.clone();
    if *people == entry.participants {
        return attendance;
    }
    attendance.delegations.retain(|id| {
        facts.visit.delegation(id).is_some_and(|delegation| delegation.side == Side::Guest)
    });
    attendance.people.retain(|id| people.meets(&facts.party([id])));
    if facts.participants(&attendance) == *people {
        return attendance;
    }
    let people = facts.persons(people).map(|person| person.id.clone()).collect();
    Attendance { people, ..Attendance::default() }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change, fixed, found, place_id, visit};
    use crate::model::{Span, TravelTime, When};

    const APART: [&str; 2] = ["09:00-10:00 breakfast @hotel: oh", "11:00-12:00 tour @hall: oh"];

    #[test]
    fn guests_at_another_place_without_a_movement_are_found() {
        assert_eq!(
            found(&visit(&APART), "leave-line"),
            ["Nothing says how oh gets from hotel to hall for “tour”"]
        );
    }

    #[test]
    fn the_same_place_needs_no_movement_and_neither_does_a_host() {
        let lines = ["09:00-10:00 talks @hall: oh", "11:00-12:00 tour @hall: oh"];
        assert!(found(&visit(&lines), "leave-line").is_empty());
        let lines = ["09:00-10:00 breakfast @hotel: luo", "11:00-12:00 tour @hall: luo"];
        assert!(found(&visit(&lines), "leave-line").is_empty());
    }

    #[test]
    fn items_without_a_time_follow_in_the_order_of_the_list() {
        let lines = ["?? breakfast @hotel: oh", "?? tour @hall: oh", "?? talks @hall: oh"];
        assert_eq!(found(&visit(&lines), "leave-line").len(), 1);
    }

    #[test]
    fn a_movement_in_between_is_enough() {
        let mut visit = visit(&[
            "09:00-10:00 breakfast @hotel: oh",
            "10:00-11:00 ride movement: oh",
            "11:00-12:00 tour @hall: oh",
        ]);
        assert!(found(&visit, "leave-line").is_empty());
        let (from, to) = (place_id(&mut visit, "hotel"), place_id(&mut visit, "airport"));
        change(&mut visit, "ride", |ride| {
            ride.journey = Some(crate::model::Journey {
                from: Some(from),
                to: Some(to),
                ..Default::default()
            });
        });
        assert_eq!(
            found(&visit, "leave-line"),
            ["Nothing says how oh gets from airport to hall for “tour”"]
        );
    }

    fn with_way(mins: u16) -> crate::model::Visit {
        let mut visit = visit(&APART);
        let (from, to) = (place_id(&mut visit, "hotel"), place_id(&mut visit, "hall"));
        let mins = Span::new(mins, mins);
        let time = TravelTime { from: Some(from), to: Some(to), mins, ..TravelTime::default() };
        visit.travel_times.push(time);
        visit
    }

    #[test]
    fn nobody_writes_a_line_for_a_few_steps() {
        assert!(found(&with_way(5), "leave-line").is_empty());
        assert_eq!(found(&with_way(6), "leave-line").len(), 1);
    }

    #[test]
    fn the_fix_adds_a_movement_at_a_time_only_where_one_follows_from_the_way() {
        let label = "Add a movement from hotel to hall";
        let timed = fixed(&with_way(20), "leave-line", label);
        assert_eq!(super::super::shift::time(timed.items[1].when), "29 July 10:35–11:00");
        let untimed = fixed(&visit(&APART), "leave-line", label);
        assert!(matches!(untimed.items[1].when, When::Day(_)));
    }
}
