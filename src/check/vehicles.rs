//! Everyone who moves has a seat, no vehicle is too full or in two places, and the liaison
//! officer rides with the head.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix, measure};
use super::party::Party;
use super::{Check, Measure, Severity, Source, shift};
use crate::edit::Edit;
use crate::model::{
    Item, Journey, Mode, PersonId, RecordKind, RecordRef, Ride, Rider, VehicleId, Visit,
};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "vehicles",
    severity: Severity::Warning,
    summary: || say!("check-vehicles-summary"),
    why: || say!("check-vehicles-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: VEHICLES,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

const VEHICLES: &[RecordKind] = &[
    RecordKind::Delegation,
    RecordKind::Group,
    RecordKind::Person,
    RecordKind::Place,
    RecordKind::Item,
    RecordKind::Vehicle,
];

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let mut sizes: BTreeMap<&VehicleId, &Entry<'_>> = BTreeMap::new();
    for entry in &facts.entries {
        let Some(journey) = driven(entry) else { continue };
        if journey.rides.is_empty() {
            if entry.participants.meets(&facts.guests) {
                let message = say!("check-vehicles-unknown", item = facts.title(entry.item));
                findings.unknown([entry.reference()], message, None);
            }
            continue;
        }
        for ride in &journey.rides {
            fill(facts, entry, ride, &mut sizes, findings);
        }
        seats(facts, entry, journey, findings);
        liaison(visit, facts, entry, journey, findings);
    }
    for (vehicle, entry) in sizes {
        let reference = RecordRef::Vehicle(vehicle.clone());
        let (label, item) = (visit.label(&reference), facts.title(entry.item));
        let message = say!("check-vehicles-size", vehicle = label, item = item);
        findings.unknown([reference], message, None);
    }
    twice(visit, facts, findings);
}

/// The journey of an item that vehicles of the visit make.
fn driven<'a>(entry: &Entry<'a>) -> Option<&'a Journey> {
    let journey = entry.item.journey.as_ref()?;
    let by_road = matches!(journey.mode, Mode::Car | Mode::Minibus | Mode::Coach);
    (by_road || !journey.rides.is_empty()).then_some(journey)
}

fn riders<'a>(facts: &Facts<'_>, rides: impl IntoIterator<Item = &'a Ride>) -> Party {
    let ids = rides.into_iter().flat_map(people_of);
    facts.party(ids)
}

fn people_of(ride: &Ride) -> impl Iterator<Item = &PersonId> {
    ride.riders.iter().filter_map(|rider| rider.person.as_ref()).chain(&ride.liaison)
}

/// The seats left in a ride; `None` where the vehicle or its size is not known.
fn left(facts: &Facts<'_>, ride: &Ride) -> Option<i64> {
    let vehicle = facts.visit.vehicle(ride.vehicle.as_ref()?)?;
    Some(i64::from(vehicle.seats?) - measure(taken(facts, ride)))
}

/// Everyone in it but the driver; a rider who is not named yet has a seat too.
fn taken(facts: &Facts<'_>, ride: &Ride) -> usize {
    let driver = ride.vehicle.as_ref().and_then(|id| facts.visit.vehicle(id));
    let driver = facts.party(driver.and_then(|vehicle| vehicle.driver.as_ref()));
    let unnamed = ride.riders.iter().filter(|rider| rider.person.is_none()).count();
    riders(facts, [ride]).without(&driver).count() + unnamed
}

fn fill<'a>(
    facts: &Facts<'a>,
    entry: &'a Entry<'a>,
    ride: &'a Ride,
    sizes: &mut BTreeMap<&'a VehicleId, &'a Entry<'a>>,
    findings: &mut Findings,
) {
    let Some(id) = &ride.vehicle else { return };
    match left(facts, ride) {
        None => {
            sizes.entry(id).or_insert(entry);
        }
        Some(left) if left < 0 => {
            let vehicle = RecordRef::Vehicle(id.clone());
            let (count, seats) = (taken(facts, ride), measure(taken(facts, ride)) + left);
            let message = say!(
                "check-vehicles-full",
                vehicle = facts.visit.label(&vehicle),
                item = facts.title(entry.item),
                count = count,
                seats = seats
            );
            let mut finding = findings.finding([entry.reference(), vehicle], -left, message);
            finding.severity = Severity::Error;
            findings.push(finding);
        }
        Some(_) => {}
    }
}

/// Everyone who takes part rides.
fn seats(facts: &Facts<'_>, entry: &Entry<'_>, journey: &Journey, findings: &mut Findings) {
    let drivers = facts.visit.vehicles.iter().filter_map(|vehicle| vehicle.driver.as_ref());
    let seated = riders(facts, &journey.rides);
    let without = entry.participants.without(&seated).without(&facts.party(drivers));
    if without.is_empty() {
        return;
    }
    let (people, count) = (facts.names(&without), without.count());
    let item = facts.title(entry.item);
    let message = say!("check-vehicles-seat", people = people, count = count, item = item);
    let things = facts.things([entry.reference()], &without);
    let mut finding = findings.finding(things, measure(count), message);
    finding.fix = seat(facts, entry, &without);
    findings.push(finding);
}

/// In the vehicles that have room, in the order of the motorcade, the first last: it is the
/// principal's.
fn seat(facts: &Facts<'_>, entry: &Entry<'_>, people: &Party) -> Option<Fix> {
    let mut item = Item::clone(entry.item);
    let journey = item.journey.as_mut()?;
    let first = journey.rides.len() > 1;
    let mut order: Vec<usize> = (usize::from(first)..journey.rides.len()).collect();
    order.extend(first.then_some(0));
    for person in facts.persons(people) {
        let free = |index: &usize| {
            journey.rides.get(*index).is_some_and(|ride| left(facts, ride).is_some_and(|n| n > 0))
        };
        let ride = order.iter().copied().find(free)?;
        let rider = Rider { person: Some(person.id.clone()), ..Rider::default() };
        journey.rides.get_mut(ride)?.riders.push(rider);
    }
    let label = say!("check-fix-seat", people = facts.names(people), item = facts.title(&item));
    Some(Fix { label, edit: Edit::set(item) })
}

/// The liaison officer of a delegation rides in the car of its head.
fn liaison(
    visit: &Visit,
    facts: &Facts<'_>,
    entry: &Entry<'_>,
    journey: &Journey,
    findings: &mut Findings,
) {
    for delegation in &visit.delegations {
        let Some(head) = &delegation.head else { continue };
        let is_of_head = |ride: &&Ride| people_of(ride).any(|id| id == head);
        let Some(position) = journey.rides.iter().position(|ride| is_of_head(&ride)) else {
            continue;
        };
        let Some(ride) = journey.rides.get(position) else { continue };
        let is_guest = facts.guests.meets(&facts.party([head]));
        let named = delegation.liaison.as_ref();
        let there = match named {
            Some(liaison) => people_of(ride).any(|id| id == liaison),
            None => ride.liaison.is_some(),
        };
        if !is_guest || there {
            continue;
        }
        let message = say!(
            "check-vehicles-liaison",
            head = visit.person_label(head),
            item = facts.title(entry.item)
        );
        let things = [entry.reference(), RecordRef::Delegation(delegation.id.clone())];
        let mut finding = findings.finding(things, 1, message);
        finding.severity = Severity::Notice;
        finding.fix = named.and_then(|liaison| {
            let mut item = Item::clone(entry.item);
            let ride = item.journey.as_mut()?.rides.get_mut(position)?;
            ride.liaison = Some(liaison.clone());
            let room = left(facts, ride).is_none_or(|left| left >= 0);
            let name = visit.person_label(liaison);
            let label = say!("check-fix-seat", people = name, item = facts.title(&item));
            room.then(|| Fix { label, edit: Edit::set(item) })
        });
        findings.push(finding);
    }
}

/// No vehicle makes two journeys at once.
fn twice(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let timed = facts.timed.iter().filter_map(|index| facts.entries.get(*index));
    let driven: Vec<(&Entry<'_>, BTreeSet<&VehicleId>)> = timed
        .filter_map(|entry| {
            let rides = &driven(entry)?.rides;
            Some((entry, rides.iter().filter_map(|ride| ride.vehicle.as_ref()).collect()))
        })
        .collect();
    for (position, (first, vehicles)) in driven.iter().enumerate() {
        for (second, others) in driven.iter().skip(position + 1) {
            let (Some(one), Some(other)) = (first.stretch, second.stretch) else { continue };
            if other.start > one.end {
                break;
            }
            let Some(both) = vehicles.intersection(others).next() else { continue };
            if !one.overlaps(other) {
                continue;
            }
            let vehicle = RecordRef::Vehicle((*both).clone());
            let message = say!(
                "check-vehicles-twice",
                vehicle = visit.label(&vehicle),
                first = facts.title(first.item),
                first_time = shift::time(first.when),
                second = facts.title(second.item),
                second_time = shift::time(second.when)
            );
            let things = [second.reference(), first.reference(), vehicle];
            let shared = one.end.min(other.end).mins_since(other.start).max(1);
            let mut finding = findings.finding(things, shared, message);
            finding.severity = Severity::Error;
            findings.push(finding);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::testing::{change, fixed, found, of, person_id, visit};
    use crate::model::{Text, Vehicle};

    /// A movement in one car for so many, with these in it.
    fn ride(lines: &[&str], seats: Option<u16>, riders: &[&str]) -> Visit {
        let mut visit = visit(lines);
        let id = VehicleId::new("car-1").unwrap();
        let label = Text::new("Car 1");
        let driver = Some(person_id(&mut visit, "driver-1"));
        let car = Vehicle { id: id.clone(), label, seats, driver, ..Vehicle::default() };
        visit.vehicles.push(Arc::new(car));
        let riders: Vec<Rider> = riders
            .iter()
            .map(|name| Rider { person: Some(person_id(&mut visit, name)), ..Rider::default() })
            .collect();
        for item in visit.items.clone() {
            let ride =
                Ride { vehicle: Some(id.clone()), riders: riders.clone(), ..Ride::default() };
            change(&mut visit, item.id.as_str(), |item| {
                item.journey = Some(Journey { rides: vec![ride], ..Journey::default() });
            });
        }
        visit
    }

    const LINE: [&str; 1] = ["09:00-09:30 transfer movement: oh delegate"];

    #[test]
    fn who_has_no_seat_is_found_and_seated_where_there_is_room() {
        let visit = ride(&LINE, Some(3), &["oh"]);
        assert_eq!(found(&visit, "vehicles"), ["delegate has no seat on “transfer”"]);
        let fixed = fixed(&visit, "vehicles", "Seat delegate on “transfer”");
        assert!(found(&fixed, "vehicles").is_empty());
        let full = of(&ride(&LINE, Some(1), &["oh"]), "vehicles");
        assert!(full[0].fix.is_none());
    }

    #[test]
    fn a_vehicle_holds_its_passengers_without_the_driver() {
        assert!(
            found(&ride(&LINE, Some(2), &["oh", "delegate", "driver-1"]), "vehicles").is_empty()
        );
        let full = of(&ride(&LINE, Some(1), &["oh", "delegate"]), "vehicles");
        assert_eq!(full[0].message, "Car 1 on “transfer” has 2 passengers and 1 seat");
        assert_eq!(full[0].severity, Severity::Error);
    }

    #[test]
    fn a_size_or_rides_that_are_not_stated_are_unknown() {
        let no_size = of(&ride(&LINE, None, &["oh", "delegate"]), "vehicles");
        assert_eq!(no_size[0].severity, Severity::Unknown);
        let mut none = ride(&LINE, Some(3), &[]);
        change(&mut none, "transfer", |item| item.journey = Some(Journey::default()));
        assert_eq!(of(&none, "vehicles")[0].severity, Severity::Unknown);
        change(&mut none, "transfer", |item| {
            item.journey = Some(Journey { mode: Mode::Walk, ..Journey::default() });
        });
        assert!(found(&none, "vehicles").is_empty());
    }

    #[test]
    fn the_liaison_officer_rides_with_the_head() {
        let mut visit = ride(&LINE, Some(3), &["oh", "delegate"]);
        let (head, liaison) = (person_id(&mut visit, "oh"), person_id(&mut visit, "host-8"));
        let delegation = Arc::make_mut(&mut visit.delegations[0]);
        (delegation.head, delegation.liaison) = (Some(head), Some(liaison));
        // The liaison officer is of the hosts.
        assert_eq!(found(&visit, "vehicles"), ["No liaison officer rides with oh on “transfer”"]);
        let fixed = fixed(&visit, "vehicles", "Seat host-8 on “transfer”");
        assert!(found(&fixed, "vehicles").is_empty());
    }

    #[test]
    fn a_vehicle_makes_one_journey_at_a_time() {
        let lines = ["09:00-09:30 out movement: oh", "09:30-10:00 back movement: oh"];
        assert!(found(&ride(&lines, Some(3), &["oh"]), "vehicles").is_empty());
        let lines = ["09:00-09:30 out movement: oh", "09:29-10:00 back movement: oh"];
        let found = of(&ride(&lines, Some(3), &["oh"]), "vehicles");
        assert_eq!((found.len(), found[0].severity), (1, Severity::Error));
    }
}
