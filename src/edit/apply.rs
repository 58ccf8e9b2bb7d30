//! From one visit to the next. A refused edit leaves no trace.

use std::sync::Arc;

use super::{Edit, EditError};
use crate::model::integrity::{self, Unsound};
use crate::model::{Record, RecordRef, Visit, Walk};

/// The visit after the edit. Text is cleaned of characters that no visit may hold.
///
/// # Errors
/// When the record is gone, its id taken or missing, or the visit would not be sound.
pub fn apply(visit: &Visit, edit: Edit) -> Result<Visit, EditError> {
    let mut next = visit.clone();
    step(&mut next, edit)?;
    Ok(next)
}

fn step(visit: &mut Visit, edit: Edit) -> Result<(), EditError> {
    match edit {
        Edit::Set(record) => set(visit, cleaned(record)),
        Edit::Add { record, at } => add(visit, cleaned(record), at),
        Edit::Remove(what) => remove(visit, &what),
        Edit::Move { what, to } => {
            let record = visit.take(&what).ok_or(EditError::Gone { what })?;
            visit.insert(record, to);
            Ok(())
        }
        Edit::About(about) => {
            visit.about = cleaned(about);
            sound(visit, visit.about.as_ref())
        }
        Edit::TravelTimes(times) => {
            visit.travel_times = cleaned(times);
            sound(visit, &visit.travel_times)
        }
        Edit::Overrides(overrides) => {
            visit.overrides = cleaned(overrides);
            sound(visit, &visit.overrides)
        }
        Edit::Dismiss(dismissal) => {
            revive(visit, &dismissal.check, &dismissal.things);
            visit.dismissals.push(cleaned(dismissal));
            Ok(())
        }
        Edit::Revive { check, things } => {
            revive(visit, &check, &things);
            Ok(())
        }
        Edit::AddIssue(issue) => {
            visit.issues.push(cleaned(issue));
            Ok(())
        }
        Edit::Restore(older) => {
            let id = std::mem::take(&mut visit.id);
            *visit = Visit { id, ..Visit::clone(&older) };
            Ok(())
        }
        Edit::Together { label: _, edits } => {
            edits.into_iter().try_for_each(|edit| step(visit, edit))
        }
    }
}

fn set(visit: &mut Visit, record: Record) -> Result<(), EditError> {
    let what = record.reference();
    if visit.position(&what).is_none() {
        return Err(EditError::Gone { what });
    }
    sound(visit, &record)?;
    visit.replace(record);
    Ok(())
}

fn add(visit: &mut Visit, record: Record, at: Option<usize>) -> Result<(), EditError> {
    let what = record.reference();
    if what.id().is_empty() {
        return Err(EditError::NoId { kind: what.kind() });
    }
    if visit.position(&what).is_some() {
        return Err(EditError::IdTaken { what });
    }
    visit.insert(record, at.unwrap_or(usize::MAX));
    match visit.record(&what) {
        Some(record) => sound(visit, &record),
        None => Err(EditError::Gone { what }),
    }
}

fn remove(visit: &mut Visit, what: &RecordRef) -> Result<(), EditError> {
    visit.take(what).ok_or_else(|| EditError::Gone { what: what.clone() })?;
    visit.forget(what);
    if matches!(what, RecordRef::Person(_)) {
        drop_empty_seats(visit);
    }
    Ok(())
}

/// A seat, a place in a car or an override without its person says nothing any more.
fn drop_empty_seats(visit: &mut Visit) {
    visit.overrides.retain(|o| o.person.is_some());
    for arrangement in &mut visit.arrangements {
        let empty = arrangement.placed.iter().any(|placed| placed.person.is_none())
            || arrangement.overrides.iter().any(|o| o.person.is_none());
        if empty {
            let arrangement = Arc::make_mut(arrangement);
            arrangement.placed.retain(|placed| placed.person.is_some());
            arrangement.overrides.retain(|o| o.person.is_some());
        }
    }
    for item in &mut visit.items {
        let rides = item.journey.iter().flat_map(|journey| &journey.rides);
        if rides.flat_map(|ride| &ride.riders).any(|rider| rider.person.is_none()) {
            let journey = Arc::make_mut(item).journey.as_mut();
            for ride in journey.into_iter().flat_map(|journey| &mut journey.rides) {
                ride.riders.retain(|rider| rider.person.is_some());
            }
        }
    }
}

fn revive(visit: &mut Visit, check: &str, things: &[String]) {
    visit.dismissals.retain(|old| old.check != check || old.things != things);
}

fn cleaned<T: Walk>(mut value: T) -> T {
    value.walk_texts(&mut |text| {
        if integrity::first_forbidden(text).is_some() {
            *text = integrity::clean(text);
        }
    });
    value
}

fn sound(visit: &Visit, value: &dyn Walk) -> Result<(), EditError> {
    let problem: Option<Unsound> = integrity::problems_in(visit, value).into_iter().next();
    problem.map_or(Ok(()), |cause| Err(EditError::Unsound { cause }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Item, ItemId, Person, PersonId, Placed, RecordKind};

    fn person(id: &str) -> Person {
        Person { id: PersonId::new(id).unwrap(), name: id.into(), ..Person::default() }
    }

    fn item(id: &str) -> Item {
        Item { id: ItemId::new(id).unwrap(), title: id.into(), ..Item::default() }
    }

    #[test]
    fn removing_a_person_leaves_no_reference_behind() {
        let gone = PersonId::new("oh-se-hoon").unwrap();
        let mut visit = Visit::default();
        visit.people.push(Arc::new(person("oh-se-hoon")));
        visit.items.push(Arc::new(Item { hosted_by: vec![gone.clone()], ..item("tour") }));
        let placed = vec![Placed { person: Some(gone.clone()), ..Placed::default() }];
        let id = crate::model::ArrangementId::new("table").unwrap();
        let table = crate::model::Arrangement { id, placed, ..Default::default() };
        visit.arrangements.push(Arc::new(table));
        Arc::make_mut(&mut visit.about).principal = Some(gone.clone());

        let next = apply(&visit, Edit::Remove(gone.into())).unwrap();

        assert_eq!(integrity::problems(&next), []);
        assert_eq!(next.about.principal, None);
        assert!(next.items[0].hosted_by.is_empty() && next.arrangements[0].placed.is_empty());
    }

    #[test]
    fn a_refused_edit_says_why() {
        let visit = apply(&Visit::default(), Edit::add(person("a"))).unwrap();
        let what = RecordKind::Person.reference("a").unwrap();
        assert_eq!(apply(&visit, Edit::add(person("a"))), Err(EditError::IdTaken { what }));
        let what = RecordKind::Person.reference("b").unwrap();
        assert_eq!(apply(&visit, Edit::set(person("b"))), Err(EditError::Gone { what }));
        let nobody = Item { hosted_by: vec![PersonId::new("b").unwrap()], ..item("tour") };
        assert!(matches!(apply(&visit, Edit::add(nobody)), Err(EditError::Unsound { .. })));
    }

    #[test]
    fn pasted_text_loses_what_no_visit_may_hold() {
        let pasted = Item { title: "To\u{202E}ur\r\n\0".into(), ..item("tour") };
        let visit = apply(&Visit::default(), Edit::add(pasted)).unwrap();
        assert_eq!(visit.items[0].title.main, "Tour\n");
    }

    #[test]
    fn records_that_did_not_change_stay_shared() {
        let visit = apply(&Visit::default(), Edit::add(item("tour"))).unwrap();
        let next = apply(&visit, Edit::add(person("a"))).unwrap();
        assert!(Arc::ptr_eq(&visit.items[0], &next.items[0]));
        let next = apply(&next, Edit::Remove(RecordKind::Person.reference("a").unwrap())).unwrap();
        assert!(Arc::ptr_eq(&visit.items[0], &next.items[0]));
    }
}
