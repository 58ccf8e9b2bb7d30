//! From one visit to the next. A refused edit leaves no trace.

use std::sync::Arc;

use super::{Edit, EditError};
use crate::model::integrity::{self, Unsound};
use crate::model::{PersonId, Record, RecordRef, Visit, Walk};

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
        Edit::Merge { keep, gone } => merge(visit, keep, gone),
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

fn merge(visit: &mut Visit, keep: PersonId, gone: PersonId) -> Result<(), EditError> {
    let (keep, gone) = (RecordRef::Person(keep), RecordRef::Person(gone));
    if keep == gone || visit.position(&keep).is_none() {
        return Err(EditError::Gone { what: keep });
    }
    visit.take(&gone).ok_or_else(|| EditError::Gone { what: gone.clone() })?;
    visit.redirect(&gone, &keep);
    if let RecordRef::Person(keep) = &keep {
        one_seat_each(visit, keep);
        no_own_partner(visit, keep);
    }
    Ok(())
}

/// Nobody sits twice: the first seat of an arrangement or journey is kept.
fn one_seat_each(visit: &mut Visit, person: &PersonId) {
    let is_theirs = |other: &Option<PersonId>| other.as_ref() == Some(person);
    for arrangement in &mut visit.arrangements {
        let mut seats = arrangement.placed.iter().filter(|placed| is_theirs(&placed.person));
        if seats.nth(1).is_some() {
            let mut first = true;
            Arc::make_mut(arrangement)
                .placed
                .retain(|placed| !is_theirs(&placed.person) || std::mem::take(&mut first));
        }
    }
    for item in &mut visit.items {
        let rides = item.journey.iter().flat_map(|journey| &journey.rides);
        let mut seats = rides.flat_map(|ride| &ride.riders).filter(|r| is_theirs(&r.person));
        if seats.nth(1).is_none() {
            continue;
        }
        let mut first = true;
        let journey = Arc::make_mut(item).journey.as_mut();
        for ride in journey.into_iter().flat_map(|journey| &mut journey.rides) {
            ride.riders.retain(|r| !is_theirs(&r.person) || std::mem::take(&mut first));
        }
    }
}

/// Where somebody was listed twice, as one with a partner who is the other.
fn no_own_partner(visit: &mut Visit, id: &PersonId) {
    let person = visit.people.iter_mut().find(|person| person.id == *id);
    if let Some(person) = person.filter(|person| person.partner.as_ref() == Some(id)) {
        Arc::make_mut(person).partner = None;
    }
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
    use crate::model::{Item, ItemId, Person, Placed, RecordKind};

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
    fn two_people_who_are_one_leave_every_task_to_the_one_who_stays() {
        let ids = ["oh-se-hoon", "oh-sehoon"].map(|id| PersonId::new(id).unwrap());
        let [keep, gone] = ids.clone();
        // And where one was taken for the partner of the other.
        let twice = Person { partner: Some(gone.clone()), ..person("oh-se-hoon") };
        let people = vec![Arc::new(twice), Arc::new(person("oh-sehoon"))];
        let mut visit = Visit { people, ..Visit::default() };
        visit.items.push(Arc::new(Item { hosted_by: ids.to_vec(), ..item("tour") }));
        visit.items.push(Arc::new(Item { met_by: vec![gone.clone()], ..item("talks") }));
        let placed = ids.map(|id| Placed { person: Some(id), ..Placed::default() }).to_vec();
        let id = crate::model::ArrangementId::new("table").unwrap();
        let table = crate::model::Arrangement { id, placed, ..Default::default() };
        visit.arrangements.push(Arc::new(table));
        Arc::make_mut(&mut visit.about).principal = Some(gone.clone());

        let merge = Edit::Merge { keep: keep.clone(), gone: gone.clone() };
        let next = apply(&visit, merge.clone()).unwrap();

        assert_eq!(integrity::problems(&next), []);
        assert_eq!((next.people.len(), &next.about.principal), (1, &Some(keep.clone())));
        assert_eq!(next.people[0].partner, None);
        assert_eq!(next.items[0].hosted_by, std::slice::from_ref(&keep));
        assert_eq!(next.items[1].met_by, [keep]);
        assert_eq!(next.arrangements[0].placed.len(), 1);
        let what = RecordRef::Person(gone);
        assert_eq!(apply(&next, merge), Err(EditError::Gone { what }));
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
