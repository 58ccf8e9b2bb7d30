//! What only the team that runs the visit may know of an item.

use std::collections::BTreeMap;

use super::people::PersonView;
use super::reader::Reader;
use crate::model::{
    Choice as _, Diet, GiftDirection, Item, Journey, Lang, Person, PersonId, RecordRef, Ride,
};

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StaffView {
    pub remarks: String,
    pub responsible: Option<PersonView>,
    pub escorts: Vec<PersonView>,
    pub interpreters: Vec<PersonView>,
    pub note_takers: Vec<PersonView>,
    pub languages: Vec<Lang>,
    /// Gates, lifts, parking at the place.
    pub access: String,
    pub place_contact: Option<PersonView>,
    pub place_phone: String,
    /// In motorcade order.
    pub rides: Vec<RideView>,
    pub loading_mins: u16,
    pub customs: String,
    pub luggage: String,
    pub lounge_access: Vec<PersonView>,
    /// At a meal: how many eat what.
    pub diets: Vec<DietCount>,
    pub gifts: Vec<GiftView>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RideView {
    /// "Car 1".
    pub vehicle: String,
    pub plate: String,
    pub driver: Option<PersonView>,
    pub liaison: Option<PersonView>,
    pub riders: Vec<PersonView>,
    pub remarks: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DietCount {
    pub diet: Diet,
    pub count: usize,
}

/// What is handed over, without its value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GiftView {
    pub what: String,
    pub receiver: Option<PersonView>,
}

impl Reader<'_> {
    pub(super) fn staff(&mut self, item: &Item) -> StaffView {
        let place = item.venue().and_then(|id| self.visit.place(id));
        let journey = item.journey.clone().unwrap_or_default();
        StaffView {
            remarks: item.staff_remarks.clone(),
            responsible: self.one(item.responsible.as_ref()),
            escorts: self.people(&item.escorts),
            interpreters: self.people(&item.interpreters),
            note_takers: self.people(&item.note_takers),
            languages: item.languages.clone(),
            access: place.map(|place| place.access.clone()).unwrap_or_default(),
            place_contact: place.and_then(|place| self.one(place.contact.as_ref())),
            place_phone: place.map(|place| place.phone.clone()).unwrap_or_default(),
            rides: self.rides(&journey),
            loading_mins: journey.loading_mins,
            lounge_access: self.people(&journey.lounge_access),
            customs: journey.customs,
            luggage: journey.luggage,
            diets: self.diets(item),
            gifts: self.gifts(item),
        }
    }

    pub(super) fn one(&mut self, id: Option<&PersonId>) -> Option<PersonView> {
        id.and_then(|id| self.person(id))
    }

    fn rides(&mut self, journey: &Journey) -> Vec<RideView> {
        journey.rides.iter().map(|ride| self.ride(ride)).collect()
    }

    fn ride(&mut self, ride: &Ride) -> RideView {
        let vehicle = ride.vehicle.as_ref().and_then(|id| self.visit.vehicle(id));
        let riders: Vec<PersonId> =
            ride.riders.iter().filter_map(|rider| rider.person.clone()).collect();
        RideView {
            vehicle: vehicle.map_or_else(String::new, |vehicle| {
                let of = RecordRef::Vehicle(vehicle.id.clone());
                self.text(Some(&of), "label", &vehicle.label)
            }),
            plate: vehicle.map(|vehicle| vehicle.plate.clone()).unwrap_or_default(),
            driver: vehicle.and_then(|vehicle| self.one(vehicle.driver.as_ref())),
            liaison: self.one(ride.liaison.as_ref()),
            riders: self.people(&riders),
            remarks: ride.remarks.clone(),
        }
    }

    /// Only what the kitchen must know: nobody is counted who eats everything.
    fn diets(&self, item: &Item) -> Vec<DietCount> {
        if !item.kind.is_meal() {
            return Vec::new();
        }
        let mut counts: BTreeMap<Diet, usize> = BTreeMap::new();
        let eats_other =
            |person: &&std::sync::Arc<Person>| !matches!(person.diet, Diet::None | Diet::Unknown);
        for person in self.visit.participants(item).into_iter().filter(eats_other) {
            *counts.entry(person.diet).or_default() += 1;
        }
        let in_order = Diet::ALL.iter();
        in_order
            .filter_map(|diet| {
                counts.get(diet).map(|count| DietCount { diet: *diet, count: *count })
            })
            .collect()
    }

    fn gifts(&mut self, item: &Item) -> Vec<GiftView> {
        let visit = self.visit;
        let here = visit.gifts.iter().filter(|gift| {
            gift.direction == GiftDirection::ToGuests && gift.item.as_ref() == Some(&item.id)
        });
        let gifts: Vec<_> = here.collect();
        gifts
            .into_iter()
            .map(|gift| {
                let of = RecordRef::Gift(gift.id.clone());
                GiftView {
                    what: self.text(Some(&of), "what", &gift.what),
                    receiver: self.one(gift.receiver.as_ref()),
                }
            })
            .collect()
    }
}
