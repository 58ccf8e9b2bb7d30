//! Nobody is in two items at once. Tested per person: groups that split run in parallel.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::party::Party;
use super::{Check, Measure, PROGRAMME, Severity, Source, shift};
use crate::edit::Edit;
use crate::model::{Item, PersonId, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "overlap",
    severity: Severity::Error,
    summary: || say!("check-overlap-summary"),
    why: || say!("check-overlap-why"),
    source: Source::Plan,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for (position, first) in facts.timed.iter().enumerate() {
        let Some((first, stretch)) = timed(facts, *first) else { continue };
        for second in facts.timed.iter().skip(position + 1) {
            let Some((second, later)) = timed(facts, *second) else { continue };
            if later.start >= stretch.end && later.start != stretch.start {
                break;
            }
            if !stretch.overlaps(later) || goes_on(first, second) {
                continue;
            }
            let both = first.present.common(&second.present);
            if !both.is_empty() {
                let shared = stretch.end.min(later.end).mins_since(later.start).max(1);
                report(facts, findings, (first, second), &both, shared);
            }
        }
    }
}

fn timed<'f, 'a>(
    facts: &'f Facts<'a>,
    index: usize,
) -> Option<(&'f Entry<'a>, crate::model::Stretch)> {
    let entry = facts.entries.get(index)?;
    Some((entry, entry.stretch?))
}

/// An arrival at a point in time and what begins there at that minute follow one another.
fn goes_on(first: &Entry<'_>, second: &Entry<'_>) -> bool {
    let is_point = |entry: &Entry<'_>| {
        entry.item.kind.is_movement() && entry.stretch.is_some_and(|stretch| stretch.mins() == 0)
    };
    is_point(first) != is_point(second) && first.when.start() == second.when.start()
}

fn report(
    facts: &Facts<'_>,
    findings: &mut Findings,
    (first, second): (&Entry<'_>, &Entry<'_>),
    both: &Party,
    shared: i64,
) {
    let message = say!(
        "check-overlap",
        people = facts.names(both),
        count = both.count(),
        first = facts.title(first.item),
        first_time = shift::time(first.when),
        second = facts.title(second.item),
        second_time = shift::time(second.when)
    );
    let things = facts.things([first.reference(), second.reference()], both);
    let mut finding = findings.finding(things, shared, message);
    finding.fix = start_later(facts, first, second)
        .or_else(|| leave_out(facts, second, both))
        .or_else(|| leave_out(facts, first, both));
    findings.push(finding);
}

/// The second begins when the first has ended, where everyone is free then.
fn start_later(facts: &Facts<'_>, first: &Entry<'_>, second: &Entry<'_>) -> Option<Fix> {
    let needed = shift::between(facts, first, second);
    let by = first.stretch?.end.mins_since(second.stretch?.start) + needed;
    let edit = shift::later(facts, second, by.max(1))?;
    let time = shift::time(second.when.plus_mins(by.max(1)));
    Some(Fix { label: say!("check-fix-move", item = facts.title(second.item), time = time), edit })
}

/// They stay away from one of the two, where others remain.
fn leave_out(facts: &Facts<'_>, entry: &Entry<'_>, both: &Party) -> Option<Fix> {
    if entry.participants.without(both).is_empty() {
        return None;
    }
    let mut item = Item::clone(entry.item);
    let people: Vec<PersonId> = facts.persons(both).map(|person| person.id.clone()).collect();
    let stay = |id: &PersonId| !people.contains(id);
    for list in [
        &mut item.attendance.people,
        &mut item.interpreters,
        &mut item.note_takers,
        &mut item.escorts,
    ] {
        list.retain(stay);
    }
    if !(item.attendance.delegations.is_empty() && item.attendance.groups.is_empty()) {
        let named = |id: &&PersonId| !entry.item.attendance.except.contains(id);
        item.attendance.except.extend(people.iter().filter(named).cloned());
    }
    let label = say!("check-fix-leave-out", people = facts.names(both), item = facts.title(&item));
    Some(Fix { label, edit: Edit::set(item) })
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{fixed, found, visit};

    #[test]
    fn one_person_in_two_items_at_once_is_found() {
        let visit = visit(&["09:00-10:00 opening: luo oh", "09:30-10:30 press: luo delegate"]);
        assert_eq!(
            found(&visit, "overlap"),
            [
                "luo is expected at “opening” (29 July 09:00–10:00) and at “press” (29 July 09:30–10:30)"
            ]
        );
    }

    #[test]
    fn groups_that_split_run_in_parallel() {
        let visit = visit(&["09:00-10:00 laboratories: oh", "09:30-10:30 round-table: delegate"]);
        assert!(found(&visit, "overlap").is_empty());
    }

    #[test]
    fn back_to_back_is_fine_and_equal_starts_are_not() {
        let fine = visit(&["09:00-10:00 opening: luo", "10:00-10:30 press: luo"]);
        assert!(found(&fine, "overlap").is_empty());
        let equal = visit(&["09:00 opening: luo", "09:00 press: luo"]);
        assert_eq!(found(&equal, "overlap").len(), 1);
    }

    #[test]
    fn who_has_declined_is_nowhere_and_a_cancelled_item_takes_nobody() {
        let mut visit = visit(&["09:00-10:00 opening: absent", "09:30-10:30 press: absent"]);
        assert!(found(&visit, "overlap").is_empty());
        visit =
            crate::check::testing::visit(&["09:00-10:00 opening: luo", "09:30-10:00 press: luo"]);
        let press = std::sync::Arc::make_mut(&mut visit.items[1]);
        press.status = crate::model::ItemStatus::Cancelled;
        assert!(found(&visit, "overlap").is_empty());
    }

    #[test]
    fn local_times_of_two_zones_are_compared_as_moments() {
        let mut visit = visit(&["09:00-10:00 call: luo", "10:00-11:00 lunch: luo"]);
        let lunch = std::sync::Arc::make_mut(&mut visit.items[1]);
        lunch.zone = crate::model::Zone::new("Asia/Seoul").unwrap();
        assert_eq!(found(&visit, "overlap").len(), 1);
    }

    #[test]
    fn the_second_may_begin_when_the_first_has_ended() {
        let visit = visit(&["09:00-10:00 opening: luo", "09:30-10:30 press: luo"]);
        let fixed = fixed(&visit, "overlap", "Move “press” to 29 July 10:00–11:00");
        assert!(found(&fixed, "overlap").is_empty());
    }

    #[test]
    fn where_nothing_can_move_one_person_is_left_out() {
        let visit = visit(&[
            "09:00-10:00 laboratories: oh host",
            "09:00-10:00 round-table: delegate host",
            "10:00-11:00 lunch fixed: oh delegate",
        ]);
        let fixed = fixed(&visit, "overlap", "Leave host out of “round-table”");
        assert!(found(&fixed, "overlap").is_empty());
    }
}
