//! What of the visit is one person's own: their car and seat on each leg, their places in the
//! plans, their room.

use std::collections::BTreeMap;

use super::audience::Audience;
use super::reader::Reader;
use crate::model::{CarSeat, ItemId, PersonId, RecordRef};
use crate::protocol::honour::Seating;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnView {
    /// The hotels and numbers.
    pub rooms: Vec<OwnRoom>,
    pub items: BTreeMap<ItemId, OwnItem>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnRoom {
    pub hotel: String,
    pub number: String,
}

/// Their places at one item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnItem {
    pub vehicles: Vec<(String, CarSeat)>,
    /// The titles of plans, and the slots in them.
    pub seats: Vec<(String, String)>,
}

impl Reader<'_> {
    /// Of the items the reader may know; nothing for the press.
    pub(super) fn own(&mut self, person: &PersonId) -> OwnView {
        if self.is(Audience::Media) {
            return OwnView::default();
        }
        let (visit, audience) = (self.visit, self.audience);
        let mut own = OwnView::default();
        for room in visit.rooms.iter().filter(|room| room.people.contains(person)) {
            let hotel = room.hotel.as_ref().and_then(|id| self.place(id));
            let hotel = hotel.map(|hotel| hotel.name.text).unwrap_or_default();
            own.rooms.push(OwnRoom { hotel, number: room.number.clone() });
        }
        for item in visit.items.iter().filter(|item| audience.may_know(item)) {
            let rides = item.journey.iter().flat_map(|journey| &journey.rides);
            for ride in rides {
                let rides_here = ride.riders.iter().find(|it| it.person.as_ref() == Some(person));
                let Some(rider) = rides_here else { continue };
                let vehicle = ride.vehicle.as_ref().and_then(|id| visit.vehicle(id));
                let Some(vehicle) = vehicle else { continue };
                let of = RecordRef::Vehicle(vehicle.id.clone());
                let label = self.text(Some(&of), "label", &vehicle.label);
                let at = own.items.entry(item.id.clone()).or_default();
                at.vehicles.push((label, rider.seat));
            }
        }
        for plan in &visit.arrangements {
            let item = plan.item.as_ref().and_then(|id| visit.item(id));
            let Some(item) = item.filter(|item| audience.may_know(item)) else { continue };
            if let Some(slot) = Seating::of(visit, plan).slot_of(person) {
                let of = RecordRef::Arrangement(plan.id.clone());
                let title = self.text(Some(&of), "title", &plan.title);
                let at = own.items.entry(item.id.clone()).or_default();
                at.seats.push((title, slot.to_owned()));
            }
        }
        own
    }
}
