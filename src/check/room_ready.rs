//! A room is set before it is used, and reset between two uses.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source, limits, shift};
use crate::model::{ItemKind, RecordRef, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "room-ready",
    severity: Severity::Warning,
    summary: || say!("check-room-ready-summary"),
    why: || say!("check-room-ready-why"),
    source: Source::Handbooks,
    limits: &[limits::ROOM_READY],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let wanted = facts.limit(&limits::ROOM_READY);
    let timed = || facts.timed.iter().filter_map(|index| facts.entries.get(*index));
    let uses = || timed().filter(|entry| is_set(entry.item.kind) && entry.to.is_some());
    for (position, first) in uses().enumerate() {
        let Some(end) = first.stretch.map(|it| it.end) else { continue };
        // The next use of the room; what begins before the first ends is an overlap.
        let next = uses().skip(position + 1).find(|second| {
            second.to == first.to && second.stretch.is_some_and(|it| it.start >= end)
        });
        let Some(second) = next else { continue };
        let Some(gap) = second.stretch.map(|it| it.start.mins_since(end)) else { continue };
        if gap < wanted {
            same_room(facts, first, second, (gap, wanted), findings);
        }
    }
}

/// Whether tables, chairs or a stage are set for it.
fn is_set(kind: ItemKind) -> bool {
    kind.is_meal()
        || matches!(
            kind,
            ItemKind::Meeting
                | ItemKind::CourtesyCall
                | ItemKind::Talks
                | ItemKind::OneOnOne
                | ItemKind::Briefing
                | ItemKind::Ceremony
                | ItemKind::Signing
                | ItemKind::PressEvent
                | ItemKind::Culture
        )
}

fn same_room(
    facts: &Facts<'_>,
    first: &Entry<'_>,
    second: &Entry<'_>,
    (gap, wanted): (i64, i64),
    findings: &mut Findings,
) {
    let Some(place) = first.to.and_then(|id| facts.place(id)) else { return };
    let (one, other) = (first.item.room.any(), second.item.room.any());
    if place.outdoor || one != other {
        return;
    }
    let (title, next) = (facts.title(first.item), facts.title(second.item));
    let name = facts.place_name(&place.id);
    if one.is_empty() && place.room.any().is_empty() && place.capacity.is_none() {
        let message = say!("check-room-ready-unknown", first = title, second = next, place = name);
        let things = [second.reference(), RecordRef::Place(place.id.clone())];
        return findings.unknown(things, message, None);
    }
    let room = if one.is_empty() { name } else { one.to_owned() };
    let message = say!(
        "check-room-ready",
        room = room,
        first = title,
        second = next,
        gap = gap,
        least = wanted
    );
    let mut finding =
        findings.finding([first.reference(), second.reference()], wanted - gap, message);
    finding.fix = shift::later(facts, second, wanted - gap).map(|edit| {
        let time = shift::time(second.when.plus_mins(wanted - gap));
        let label = say!("check-fix-move", item = facts.title(second.item), time = time);
        Fix { label, edit }
    });
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Severity;
    use crate::check::testing::{change, fixed, found, of, visit};
    use crate::model::Visit;

    fn hall(lines: &[&str]) -> Visit {
        let mut visit = visit(lines);
        Arc::make_mut(&mut visit.places[0]).capacity = Some(40);
        visit
    }

    const CLOSE: [&str; 2] =
        ["09:00-10:00 talks @hall: oh", "10:20-11:00 lunch meal @hall: delegate"];

    #[test]
    fn a_room_used_again_too_soon_is_found_and_the_second_may_wait() {
        assert_eq!(
            found(&hall(&CLOSE), "room-ready"),
            ["hall has 20 min between “talks” and “lunch”; setting it takes 30"]
        );
        let label = "Move “lunch” to 29 July 10:30–11:10";
        assert!(found(&fixed(&hall(&CLOSE), "room-ready", label), "room-ready").is_empty());
    }

    #[test]
    fn half_an_hour_another_room_or_the_open_air_is_fine() {
        let lines = ["09:00-10:00 talks @hall: oh", "10:30-11:00 lunch meal @hall: delegate"];
        assert!(found(&hall(&lines), "room-ready").is_empty());
        let mut rooms = hall(&CLOSE);
        change(&mut rooms, "lunch", |item| item.room = "Dining room".into());
        assert!(found(&rooms, "room-ready").is_empty());
        let mut garden = hall(&CLOSE);
        Arc::make_mut(&mut garden.places[0]).outdoor = true;
        assert!(found(&garden, "room-ready").is_empty());
    }

    #[test]
    fn whether_two_share_a_room_is_unknown_where_no_room_is_stated() {
        let found = of(&visit(&CLOSE), "room-ready");
        assert_eq!(found[0].severity, Severity::Unknown);
    }
}
