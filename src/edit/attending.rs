//! Whether somebody comes, and what follows: who declines leaves seat, place in the car and room.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Edit;
use crate::model::{Happened, Item, ItemId, Person, PersonId, RecordKind, Rsvp, Visit};

/// The edits that give these people another state of attendance, with what a decline frees.
pub fn attend(visit: &Visit, people: &[PersonId], rsvp: Rsvp) -> Vec<Edit> {
    let mut after = visit.clone();
    for person in &mut after.people {
        if people.contains(&person.id) && person.attendance != rsvp {
            *person = Arc::new(Person { attendance: rsvp, ..Person::clone(person) });
        }
    }
    if rsvp == Rsvp::Declined {
        free(&mut after, &people.iter().cloned().collect());
    }
    sets(visit, &after)
}

/// Whether a decline would free anything.
pub fn holds_places(visit: &Visit, people: &[PersonId]) -> bool {
    let mut after = visit.clone();
    free(&mut after, &people.iter().cloned().collect());
    after != *visit
}

/// Takes people off their seats, out of their cars and rooms. What has happened stays as it was.
pub(super) fn free(visit: &mut Visit, gone: &BTreeSet<PersonId>) {
    let is_gone = |person: &Option<PersonId>| person.as_ref().is_some_and(|id| gone.contains(id));
    let past = over(visit);
    for arrangement in &mut visit.arrangements {
        let is_past = arrangement.item.as_ref().is_some_and(|item| past.contains(item));
        if !is_past && arrangement.placed.iter().any(|placed| is_gone(&placed.person)) {
            Arc::make_mut(arrangement).placed.retain(|placed| !is_gone(&placed.person));
        }
    }
    for item in visit.items.iter_mut().filter(|item| !is_over(item)) {
        let rides = item.journey.iter().flat_map(|journey| &journey.rides);
        let rides = rides.into_iter().any(|ride| {
            is_gone(&ride.liaison) || ride.riders.iter().any(|rider| is_gone(&rider.person))
        });
        if rides {
            let journey = Arc::make_mut(item).journey.as_mut();
            for ride in journey.into_iter().flat_map(|journey| &mut journey.rides) {
                ride.riders.retain(|rider| !is_gone(&rider.person));
                if is_gone(&ride.liaison) {
                    ride.liaison = None;
                }
            }
        }
    }
    for room in &mut visit.rooms {
        if room.people.iter().any(|person| gone.contains(person)) {
            Arc::make_mut(room).people.retain(|person| !gone.contains(person));
        }
    }
}

/// Whether an item lies behind: it took place, or did not.
pub(super) fn is_over(item: &Item) -> bool {
    item.outcome.happened != Happened::Open
}

/// The items that lie behind.
pub(super) fn over(visit: &Visit) -> BTreeSet<ItemId> {
    visit.items.iter().filter(|item| is_over(item)).map(|item| item.id.clone()).collect()
}

/// The edits from one visit to another of the same records.
pub(super) fn sets(before: &Visit, after: &Visit) -> Vec<Edit> {
    let mut edits = Vec::new();
    if before.about != after.about {
        edits.push(Edit::About(Arc::clone(&after.about)));
    }
    for kind in RecordKind::ALL {
        let pairs = before.records(*kind).into_iter().zip(after.records(*kind));
        let changed = pairs.filter(|(old, new)| !old.is_shared_with(new) && old != new);
        edits.extend(changed.map(|(_, new)| Edit::Set(new)));
    }
    if before.overrides != after.overrides {
        edits.push(Edit::Overrides(after.overrides.clone()));
    }
    edits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::{
        Arrangement, ArrangementId, ItemOutcome, Journey, Placed, Ride, Rider, Room, RoomId,
    };

    fn id(name: &str) -> PersonId {
        PersonId::new(name).unwrap()
    }

    fn visit() -> Visit {
        let person = |name| Arc::new(Person { id: id(name), ..Person::default() });
        let seat = |name| Placed { person: Some(id(name)), locked: true, ..Placed::default() };
        let rider = |name| Rider { person: Some(id(name)), ..Rider::default() };
        let item = |name: &str, happened| {
            let riders = vec![rider("goes"), rider("stays")];
            let rides = vec![Ride { riders, liaison: Some(id("goes")), ..Ride::default() }];
            Arc::new(Item {
                id: ItemId::new(name).unwrap(),
                journey: Some(Journey { rides, ..Journey::default() }),
                outcome: ItemOutcome { happened, ..ItemOutcome::default() },
                ..Item::default()
            })
        };
        let plan = |name: &str, item: &str| {
            Arc::new(Arrangement {
                id: ArrangementId::new(name).unwrap(),
                item: ItemId::new(item),
                placed: vec![seat("goes"), seat("stays")],
                ..Arrangement::default()
            })
        };
        Visit {
            people: vec![person("goes"), person("stays")],
            items: vec![item("talks", Happened::Open), item("dinner", Happened::AsPlanned)],
            rooms: vec![Arc::new(Room {
                id: RoomId::new("room").unwrap(),
                people: vec![id("stays"), id("goes")],
                ..Room::default()
            })],
            arrangements: vec![plan("table", "talks"), plan("past", "dinner")],
            ..Visit::default()
        }
    }

    fn after(visit: &Visit, rsvp: Rsvp) -> Visit {
        let edits = attend(visit, &[id("goes")], rsvp);
        apply(visit, Edit::Together { label: "x".to_owned(), edits }).unwrap()
    }

    #[test]
    fn who_declines_leaves_seat_car_and_room_but_not_what_has_happened() {
        let visit = visit();
        assert!(holds_places(&visit, &[id("goes")]));
        let next = after(&visit, Rsvp::Declined);
        assert_eq!(next.people[0].attendance, Rsvp::Declined);
        assert_eq!((next.arrangements[0].placed.len(), next.arrangements[1].placed.len()), (1, 2));
        let rides = |at: usize| next.items[at].journey.as_ref().unwrap().rides[0].clone();
        assert_eq!((rides(0).riders.len(), rides(1).riders.len()), (1, 2));
        assert_eq!((rides(0).liaison, rides(1).liaison), (None, Some(id("goes"))));
        assert_eq!(next.rooms[0].people, [id("stays")]);
        assert!(!holds_places(&Visit { rooms: Vec::new(), ..next }, &[id("goes")]));
    }

    #[test]
    fn who_is_expected_again_keeps_what_they_have() {
        let visit = visit();
        let next = after(&visit, Rsvp::Confirmed);
        assert_eq!(next.rooms, visit.rooms);
        assert_eq!(attend(&next, &[id("goes")], Rsvp::Confirmed), []);
    }
}
