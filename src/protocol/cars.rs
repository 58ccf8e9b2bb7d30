//! Who rides where on one leg: the vehicles in motorcade order, filled by the one order of
//! precedence, in each car the best seat first (PROTOCOL section 5).

use std::collections::BTreeSet;

use super::honour::car_order;
use super::{Purpose, order};
use crate::edit::Edit;
use crate::model::{CarSeat, Item, ItemId, PersonId, Ride, Rider, Side, VehicleKind, Visit};
use crate::words::say;

/// What a car holds whose seats nobody stated.
const USUAL_SEATS: usize = 4;

/// The riders of an item's vehicles anew: guests before hosts, each by rank, the highest in the
/// first vehicle that carries people; the liaison officer beside the driver there. Who is locked
/// stays. For whom no seat is left rides nowhere, which the checks tell. `None`: no vehicles.
pub fn fill(visit: &Visit, id: &ItemId) -> Option<Edit> {
    let item = visit.item(id)?;
    let mut journey = item.journey.clone().filter(|journey| !journey.rides.is_empty())?;
    let locked = |rider: &&Rider| rider.locked && rider.person.is_some();
    let stays: BTreeSet<PersonId> = journey
        .rides
        .iter()
        .flat_map(|ride| ride.riders.iter().filter(locked))
        .filter_map(|rider| rider.person.clone())
        .chain(journey.rides.iter().filter_map(|ride| ride.liaison.clone()))
        .collect();
    let mut waiting = in_order(visit, id).into_iter().filter(|id| !stays.contains(id));
    for ride in &mut journey.rides {
        let mut riders: Vec<Rider> = ride.riders.iter().filter(locked).cloned().collect();
        let liaison = ride.liaison.clone();
        let carries = carries_people(visit, ride);
        let seats = seats_of(visit, ride);
        let room = seats.saturating_sub(riders.len() + usize::from(liaison.is_some()));
        let more = if carries { room } else { 0 };
        let is_car = kind_of(visit, ride) == VehicleKind::Car;
        let riding: Vec<PersonId> = waiting.by_ref().take(more).collect();
        let count = riders.len() + riding.len() + usize::from(liaison.is_some());
        let mut free = car_order(visit, visit.about.convention, count).to_vec();
        free.retain(|seat| riders.iter().all(|rider| rider.seat != *seat));
        if liaison.is_some() {
            free.retain(|seat| *seat != CarSeat::Front);
        }
        let mut free = free.into_iter();
        for person in riding {
            let seat = free.next().filter(|_| is_car).unwrap_or_default();
            riders.push(Rider { person: Some(person), seat, locked: false });
        }
        ride.riders = riders;
    }
    let label = say!("cars-fill-label", item = visit.label(&id.clone().into()));
    let edit = Edit::set(Item { journey: Some(journey), ..Item::clone(item) });
    Some(Edit::Together { label, edits: vec![edit] })
}

/// Who is to ride: guests, then those of the hosts who go along; drivers have their seat.
fn in_order(visit: &Visit, id: &ItemId) -> Vec<PersonId> {
    let ranked = order(visit, &Purpose::Item(id.clone()));
    let people = ranked.into_iter().map(|ranked| ranked.person);
    let (guests, hosts): (Vec<_>, Vec<_>) =
        people.partition(|id| visit.side_of(id) != Some(Side::Host));
    guests.into_iter().chain(hosts).collect()
}

fn kind_of(visit: &Visit, ride: &Ride) -> VehicleKind {
    let vehicle = ride.vehicle.as_ref().and_then(|id| visit.vehicle(id));
    vehicle.map(|vehicle| vehicle.kind).unwrap_or_default()
}

/// Escorts, luggage and ambulances carry nobody of the delegation.
fn carries_people(visit: &Visit, ride: &Ride) -> bool {
    match kind_of(visit, ride) {
        VehicleKind::Car | VehicleKind::Minibus | VehicleKind::Coach | VehicleKind::Other => true,
        VehicleKind::Escort | VehicleKind::Luggage | VehicleKind::Ambulance => false,
    }
}

fn seats_of(visit: &Visit, ride: &Ride) -> usize {
    let vehicle = ride.vehicle.as_ref().and_then(|id| visit.vehicle(id));
    vehicle.and_then(|vehicle| vehicle.seats).map_or(USUAL_SEATS, usize::from)
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::edit::apply;
    use crate::model::{Attendance, Delegation, DelegationId, Journey, Person, Vehicle, VehicleId};

    fn id(name: &str) -> PersonId {
        PersonId::new(name).unwrap()
    }

    /// Five guests, a host and a liaison officer with two cars of three seats and a luggage van.
    fn visit() -> Visit {
        let person = |name: &str, rank| Person { id: id(name), rank, ..Person::default() };
        let guests: Vec<String> = (1..=5).map(|n| format!("g{n}")).collect();
        let mut people: Vec<Person> =
            guests.iter().zip(1..).map(|(name, rank)| person(name, rank)).collect();
        people.extend([person("h1", 1), person("liaison", 9)]);
        let party = |name: &str, side, members: Vec<PersonId>| {
            let id = DelegationId::new(name).unwrap();
            Arc::new(Delegation { id, side, members, ..Delegation::default() })
        };
        let delegations = vec![
            party("guests", Side::Guest, guests.iter().map(|name| id(name)).collect()),
            party("hosts", Side::Host, vec![id("h1"), id("liaison")]),
        ];
        let vehicle = |name: &str, kind| {
            let id = VehicleId::new(name).unwrap();
            Arc::new(Vehicle { id, kind, seats: Some(3), ..Vehicle::default() })
        };
        let ride = |name: &str| Ride { vehicle: VehicleId::new(name), ..Ride::default() };
        let rides = vec![
            ride("van"),
            Ride { liaison: Some(id("liaison")), ..ride("car-1") },
            ride("car-2"),
        ];
        let all = delegations.iter().map(|party| party.id.clone()).collect();
        let item = Item {
            id: ItemId::new("drive").unwrap(),
            attendance: Attendance { delegations: all, ..Attendance::default() },
            journey: Some(Journey { rides, ..Journey::default() }),
            ..Item::default()
        };
        Visit {
            people: people.into_iter().map(Arc::new).collect(),
            delegations,
            vehicles: vec![
                vehicle("van", VehicleKind::Luggage),
                vehicle("car-1", VehicleKind::Car),
                vehicle("car-2", VehicleKind::Car),
            ],
            items: vec![Arc::new(item)],
            ..Visit::default()
        }
    }

    fn filled(visit: &Visit) -> Vec<Vec<(String, CarSeat)>> {
        let edit = fill(visit, &ItemId::new("drive").unwrap()).unwrap();
        let next = apply(visit, edit).unwrap();
        let rides = &next.items[0].journey.as_ref().unwrap().rides;
        let rider = |rider: &Rider| (rider.person.as_ref().unwrap().to_string(), rider.seat);
        rides.iter().map(|ride| ride.riders.iter().map(rider).collect()).collect()
    }

    #[test]
    fn the_highest_rides_in_the_first_car_on_its_best_seat() {
        let named = |name: &str, seat| (name.to_owned(), seat);
        assert_eq!(
            filled(&visit()),
            [
                vec![],
                vec![named("g1", CarSeat::RearRight), named("g2", CarSeat::RearLeft)],
                vec![
                    named("g3", CarSeat::RearRight),
                    named("g4", CarSeat::RearLeft),
                    named("g5", CarSeat::RearMiddle)
                ],
            ],
            "the luggage van takes nobody, and the liaison officer sits beside the driver"
        );
    }

    #[test]
    fn who_is_locked_stays_and_nobody_rides_twice() {
        let mut visit = visit();
        let journey = Arc::make_mut(&mut visit.items[0]).journey.as_mut().unwrap();
        let rider = Rider { person: Some(id("g1")), seat: CarSeat::RearLeft, locked: true };
        journey.rides[2].riders = vec![rider];
        let rides = filled(&visit);
        assert_eq!(rides[2][0], ("g1".to_owned(), CarSeat::RearLeft));
        assert_eq!(rides[1][0], ("g2".to_owned(), CarSeat::RearRight));
        let all: Vec<&String> = rides.iter().flatten().map(|(name, _)| name).collect();
        assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len());
        assert!(fill(&Visit::default(), &ItemId::new("drive").unwrap()).is_none());
    }
}
