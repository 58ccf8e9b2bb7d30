//! Guests are met where they arrive, by people who are at the gate in time, and seen off.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source, limits, shift};
use crate::edit::Edit;
use crate::model::{
    Item, ItemKind, Moment, PartyRole, Person, PersonId, RecordRef, Stretch, Visit,
};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "greeters",
    severity: Severity::Warning,
    summary: || say!("check-greeters-summary"),
    why: || say!("check-greeters-why"),
    source: Source::Handbooks,
    limits: &[limits::GREETERS],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in facts.entries.iter().filter(|it| it.participants.meets(&facts.guests)) {
        match entry.item.kind {
            ItemKind::Arrival if entry.item.met_by.is_empty() => {
                nobody(
                    facts,
                    entry,
                    say!("check-greeters-none", item = title(facts, entry)),
                    findings,
                );
            }
            ItemKind::Arrival => at_the_gate(facts, entry, findings),
            ItemKind::Departure if entry.item.farewelled_by.is_empty() => {
                nobody(
                    facts,
                    entry,
                    say!("check-greeters-farewell", item = title(facts, entry)),
                    findings,
                );
            }
            _ => {}
        }
    }
}

fn title(facts: &Facts<'_>, entry: &Entry<'_>) -> String {
    facts.title(entry.item)
}

fn nobody(facts: &Facts<'_>, entry: &Entry<'_>, message: String, findings: &mut Findings) {
    let mut finding = findings.finding([entry.reference()], 1, message);
    finding.fix = greeter(facts, entry).map(|person| {
        let mut item = Item::clone(entry.item);
        let list = match item.kind {
            ItemKind::Departure => &mut item.farewelled_by,
            _ => &mut item.met_by,
        };
        list.push(person.id.clone());
        let name = facts.visit.person_label(&person.id);
        let label = say!("check-fix-name", people = name, item = facts.title(&item));
        Fix { label, edit: Edit::set(item) }
    });
    findings.push(finding);
}

/// From when to when somebody has to be there.
fn watch(facts: &Facts<'_>, entry: &Entry<'_>) -> Option<Stretch> {
    let at = entry.stretch?;
    let early = facts.limit(&limits::GREETERS);
    Some(match entry.item.kind {
        ItemKind::Departure => Stretch { start: Moment(at.start.0 - early), end: at.start },
        _ => Stretch { start: Moment(at.end.0 - early), end: at.end },
    })
}

/// Somebody whose task it is, else the liaison officer, who is free then.
fn greeter<'a>(facts: &Facts<'a>, entry: &Entry<'_>) -> Option<&'a Person> {
    let hosts = facts.visit.people.iter().filter(|person| !person.has_declined());
    let of = |role| hosts.clone().filter(move |person| person.role == role);
    let free = |person: &&std::sync::Arc<Person>| {
        let party = facts.party([&person.id]);
        let is_host = !party.meets(&facts.guests);
        is_host && watch(facts, entry).is_none_or(|it| facts.are_free(&party, it, &[entry.item]))
    };
    let person = of(PartyRole::Greeter).chain(of(PartyRole::Liaison)).find(free);
    person.map(AsRef::as_ref)
}

/// Those who meet guests are nowhere else in the minutes before.
fn at_the_gate(facts: &Facts<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    let Some(watch) = watch(facts, entry) else {
        let message = say!("check-greeters-unknown", item = title(facts, entry));
        return findings.unknown([entry.reference()], message, None);
    };
    for id in &entry.item.met_by {
        if let Some((other, late)) = elsewhere(facts, entry, id, watch) {
            let message = say!(
                "check-greeters-late",
                person = facts.visit.person_label(id),
                item = title(facts, entry),
                mins = facts.limit(&limits::GREETERS),
                other = title(facts, other),
                time = shift::time(other.when)
            );
            let things = [entry.reference(), RecordRef::Person(id.clone())];
            findings.report(things, late, message);
        }
    }
}

fn elsewhere<'f, 'a>(
    facts: &'f Facts<'a>,
    entry: &Entry<'_>,
    person: &PersonId,
    watch: Stretch,
) -> Option<(&'f Entry<'a>, i64)> {
    let party = facts.party([person]);
    let timed = facts.timed.iter().filter_map(|index| facts.entries.get(*index));
    let mut busy = timed.filter(|other| {
        other.item.id != entry.item.id && other.from != entry.to && other.present.meets(&party)
    });
    busy.find_map(|other| {
        let stretch = other.stretch?;
        let late = stretch.end.min(watch.end).mins_since(watch.start);
        (stretch.overlaps(watch) && stretch.start < watch.end).then_some((other, late.max(1)))
    })
}

#[cfg(test)]
mod tests {
    use crate::check::Severity;
    use crate::check::testing::{change, change_person, fixed, found, of, person_id, visit};
    use crate::model::{ItemKind, PartyRole, Visit, When};

    fn arrival(lines: &[&str]) -> Visit {
        let lines: Vec<&str> =
            ["10:00-12:00 flight @airport: oh"].iter().chain(lines).copied().collect();
        let mut visit = visit(&lines);
        change(&mut visit, "flight", |item| item.kind = ItemKind::Arrival);
        visit
    }

    fn met(mut visit: Visit) -> Visit {
        let host = person_id(&mut visit, "host-9");
        change(&mut visit, "flight", |item| item.met_by.push(host));
        visit
    }

    #[test]
    fn guests_whom_nobody_meets_or_sees_off_are_found_and_a_greeter_is_named() {
        let mut visit = arrival(&[]);
        assert_eq!(found(&visit, "greeters"), ["Nobody meets the guests of “flight”"]);
        person_id(&mut visit, "host-9");
        change_person(&mut visit, "host-9", |person| person.role = PartyRole::Greeter);
        let fixed = fixed(&visit, "greeters", "Name host-9 for “flight”");
        assert!(found(&fixed, "greeters").is_empty());
        let mut away = fixed;
        change(&mut away, "flight", |item| item.kind = ItemKind::Departure);
        assert_eq!(found(&away, "greeters"), ["Nobody sees the guests of “flight” off"]);
    }

    #[test]
    fn a_greeter_is_at_the_gate_fifteen_minutes_before_landing() {
        let late = met(arrival(&["11:00-11:46 briefing @hall: host-9"]));
        assert_eq!(
            found(&late, "greeters"),
            [
                "host-9 should be there 15 min before “flight” arrives, but is at “briefing” (29 July 11:00–11:46)"
            ]
        );
        let in_time = met(arrival(&["11:00-11:45 briefing @hall: host-9"]));
        assert!(found(&in_time, "greeters").is_empty());
        let there = met(arrival(&["11:00-11:50 parade @airport: host-9"]));
        assert!(found(&there, "greeters").is_empty());
    }

    #[test]
    fn when_greeters_are_due_is_unknown_without_a_time() {
        let mut visit = met(arrival(&[]));
        let day = crate::check::testing::minute("00:00").day();
        change(&mut visit, "flight", |item| item.when = When::Day(day));
        assert_eq!(of(&visit, "greeters")[0].severity, Severity::Unknown);
    }
}
