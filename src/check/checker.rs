//! The checks of a visit that changes: only the rules whose inputs are others run again.

use std::sync::Arc;

use rayon::prelude::*;

use super::findings::{Found, sorted};
use super::{ALL, Beside, Check, Facts, Finding, Findings};
use crate::model::{RecordKind, Status, Visit};
use crate::words::interface_lang;

/// Remembers what each check found, and in what.
#[derive(Debug, Default)]
pub struct Checker {
    last: Option<Last>,
}

#[derive(Debug)]
struct Last {
    visit: Arc<Visit>,
    beside: Beside,
    lang: crate::model::Lang,
    /// What each check found, in the order of the register.
    found: Vec<Found>,
}

impl Checker {
    /// The findings of a visit, as [`super::run`] would tell them.
    pub fn check(&mut self, visit: &Arc<Visit>, beside: &Beside) -> Vec<Finding> {
        let lang = interface_lang();
        let facts = Facts::beside(visit, beside);
        let last = self.last.take().filter(|last| last.lang == lang && last.beside == *beside);
        let found = all(visit, &facts, |position| {
            let (last, check) = (last.as_ref()?, ALL.get(position)?);
            let known = last.found.get(position)?;
            (!is_affected(check, &last.visit, visit)).then(|| known.clone())
        });
        let all = sorted(visit, found.iter().flatten().cloned());
        let (visit, beside) = (Arc::clone(visit), beside.clone());
        self.last = Some(Last { visit, beside, lang, found });
        all
    }
}

/// What every check finds, in the order of the register; `known` has what need not be looked for
/// again. On all cores: no check hears of another.
pub(super) fn all(
    visit: &Visit,
    facts: &Facts<'_>,
    known: impl Fn(usize) -> Option<Found> + Sync,
) -> Vec<Found> {
    let checks = ALL.par_iter().enumerate().with_max_len(1);
    let found =
        checks.map(|(position, check)| known(position).unwrap_or_else(|| of(check, visit, facts)));
    found.collect()
}

/// What one check finds.
pub(super) fn of(check: &'static Check, visit: &Visit, facts: &Facts<'_>) -> Found {
    let over = matches!(visit.about.status, Status::Done | Status::Cancelled);
    if over && !check.looks_back {
        return Vec::new();
    }
    let mut findings = Findings::new(check);
    (check.run)(visit, facts, &mut findings);
    findings.found()
}

/// Whether anything that a check looks at is another.
fn is_affected(check: &Check, was: &Visit, is: &Visit) -> bool {
    !Arc::ptr_eq(&was.about, &is.about)
        || was.travel_times != is.travel_times
        || check.reads.iter().any(|kind| differs(*kind, was, is))
}

fn differs(kind: RecordKind, was: &Visit, is: &Visit) -> bool {
    fn other<T>(was: &[Arc<T>], is: &[Arc<T>]) -> bool {
        was.len() != is.len() || was.iter().zip(is).any(|(was, is)| !Arc::ptr_eq(was, is))
    }
    match kind {
        RecordKind::Delegation => other(&was.delegations, &is.delegations),
        RecordKind::Group => other(&was.groups, &is.groups),
        RecordKind::Person => other(&was.people, &is.people),
        RecordKind::Place => other(&was.places, &is.places),
        RecordKind::Item => other(&was.items, &is.items),
        RecordKind::Vehicle => other(&was.vehicles, &is.vehicles),
        RecordKind::Room => other(&was.rooms, &is.rooms),
        RecordKind::Note => other(&was.notes, &is.notes),
        RecordKind::Task => other(&was.tasks, &is.tasks),
        RecordKind::Gift => other(&was.gifts, &is.gifts),
        RecordKind::Agreement => other(&was.agreements, &is.agreements),
        RecordKind::FollowUp => other(&was.follow_ups, &is.follow_ups),
        RecordKind::Arrangement => other(&was.arrangements, &is.arrangements),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::check::testing::{change, change_person, person_id, place_id, visit};
    use crate::check::{findings, run};
    use crate::edit::{Edit, apply};
    use crate::model::{
        Gift, GiftId, Item, ItemKind, Note, NoteId, Record, Task, TaskId, Vehicle, VehicleId,
    };

    const LINES: [&str; 5] = [
        "09:00-10:00 opening @hall: luo oh",
        "09:45-12:30 press @lobby: luo oh delegate",
        "12:30-15:00 tour @hall: oh delegate host",
        "15:00-16:00 ride movement: oh delegate",
        "18:00-20:40 gala @hotel: oh luo",
    ];

    /// One of many small changes to a visit.
    fn edited(visit: &Visit, what: u8, which: usize) -> Visit {
        let item = visit.items.get(which % visit.items.len().max(1)).cloned();
        let person = visit.people.get(which % visit.people.len().max(1)).cloned();
        let (Some(item), Some(person)) = (item, person) else { return visit.clone() };
        let id = format!("new-{which}");
        let mut next = visit.clone();
        let at = item.id.as_str();
        let edit = match what % 12 {
            0 => Edit::set(Item { when: item.when.plus_mins(20), ..Item::clone(&item) }),
            1 => Edit::Remove(crate::model::RecordRef::Item(item.id.clone())),
            2 => Edit::Remove(crate::model::RecordRef::Person(person.id.clone())),
            3 => Edit::add(Gift { id: GiftId::new(&id).unwrap(), ..Gift::default() }),
            4 => Edit::add(Task { id: TaskId::new(&id).unwrap(), ..Task::default() }),
            5 => Edit::add(Vehicle { id: VehicleId::new(&id).unwrap(), ..Vehicle::default() }),
            6 => {
                let note = Note { items: vec![item.id.clone()], ..Note::default() };
                Edit::add(Note { id: NoteId::new(&id).unwrap(), ..note })
            }
            7 => Edit::set(Item { kind: ItemKind::Tour, ..Item::clone(&item) }),
            8 => {
                change_person(&mut next, person.id.as_str(), |it| it.rank += 1);
                return next;
            }
            9 => {
                let place = place_id(&mut next, "garden");
                change(&mut next, at, |item| item.place = Some(place));
                return next;
            }
            10 => {
                let guest = person_id(&mut next, "late");
                change(&mut next, at, |item| item.attendance.people.push(guest));
                return next;
            }
            _ => Edit::Move { what: Record::Item(item).reference(), to: 0 },
        };
        apply(visit, edit).unwrap_or(next)
    }

    proptest! {
        #[test]
        fn checking_what_changed_finds_what_checking_everything_finds(
            edits in prop::collection::vec((any::<u8>(), 0_usize..20), 1..12)
        ) {
            let beside = Beside { today: "2024-07-20".parse().ok(), ..Beside::default() };
            let mut checker = Checker::default();
            let mut visit = Arc::new(visit(&LINES));
            for (what, which) in edits {
                checker.check(&visit, &beside);
                visit = Arc::new(edited(&visit, what, which));
                let whole = run(&visit, &Facts::beside(&visit, &beside));
                prop_assert_eq!(checker.check(&visit, &beside), whole);
            }
        }

        #[test]
        fn a_dismissal_ends_only_with_a_worse_measure_or_other_things(
            edits in prop::collection::vec((any::<u8>(), 0_usize..20), 1..8)
        ) {
            let mut visit = visit(&LINES);
            let edits_of: Vec<Edit> = findings(&visit)
                .iter()
                .map(|finding| finding.dismiss("Agreed".into(), String::new(), None))
                .collect();
            for edit in edits_of {
                visit = apply(&visit, edit).unwrap();
            }
            let kept = visit.dismissals.clone();
            for (what, which) in edits {
                visit = edited(&visit, what, which);
            }
            for finding in findings(&visit).iter().filter(|it| it.dismissed.is_none()) {
                let same = kept.iter().find(|old| {
                    old.check == finding.check
                        && old.things == finding.thing_ids()
                        && old.measure == finding.measure
                });
                prop_assert!(same.is_none(), "{finding:?} was dismissed as {same:?}");
            }
        }
    }

    #[test]
    fn another_day_is_another_question() {
        let mut checker = Checker::default();
        let mut visit = visit(&LINES);
        let due = "2024-07-10".parse().ok();
        visit.tasks.push(Arc::new(Task {
            id: TaskId::new("passes").unwrap(),
            due,
            ..Task::default()
        }));
        let visit = Arc::new(visit);
        let mut on = |day: &str| {
            let beside = Beside { today: day.parse().ok(), ..Beside::default() };
            let found = checker.check(&visit, &beside);
            found.iter().any(|it| it.check == "milestones" && !it.things.is_empty())
        };
        assert!(!on("2024-07-10"));
        assert!(on("2024-07-11"));
    }
}
