//! Places, and how people get from one to the next.

use super::id::{PersonId, PlaceId, RoomId, VehicleId};
use super::record::{choice, record};
use super::text::Text;
use super::time::Minute;

record! {
    /// Somewhere an item takes place.
    pub struct Place {
        pub id: PlaceId,
        pub name: Text,
        /// Street address, in the languages of drivers and guests.
        pub address: Text,
        /// "Building 1, ground floor".
        pub room: Text,
        pub city: Text,
        pub country: String,
        /// How many people it holds.
        pub capacity: Option<u32>,
        pub outdoor: bool,
        /// Where to go when it rains.
        pub rain_venue: Option<PlaceId>,
        pub opens: String,
        pub contact: Option<PersonId>,
        pub phone: String,
        /// Gates, lifts, parking, passes: for staff alone.
        pub access: String,
        pub remarks: String,
    }

    /// How long it takes from one place to another.
    pub struct TravelTime {
        pub from: Option<PlaceId>,
        pub to: Option<PlaceId>,
        pub mins: Span,
        pub remarks: String,
    }

    /// From least to most, in minutes. Equal when it is not a range.
    pub struct Span {
        pub least: u16,
        pub most: u16,
    }

    /// The movement part of an item that moves people.
    pub struct Journey {
        pub mode: Mode,
        /// Flight or train.
        pub number: String,
        pub from: Option<PlaceId>,
        pub to: Option<PlaceId>,
        /// As stated for this journey; empty: that of the pair of places.
        pub travel: Option<Span>,
        /// To get in, count and close the doors, in minutes.
        pub loading_mins: u16,
        pub rides: Vec<Ride>,
        /// Customs, visas, passes.
        pub customs: String,
        pub lounge: Text,
        /// Who may enter the lounge or apron.
        pub lounge_access: Vec<PersonId>,
        pub luggage: String,
    }

    /// A vehicle on one journey, in motorcade order.
    pub struct Ride {
        pub vehicle: Option<VehicleId>,
        pub riders: Vec<Rider>,
        pub liaison: Option<PersonId>,
        pub remarks: String,
    }

    /// Somebody in a vehicle.
    pub struct Rider {
        pub person: Option<PersonId>,
        pub seat: CarSeat,
        /// Kept when seats are filled anew.
        pub locked: bool,
    }

    pub struct Vehicle {
        pub id: VehicleId,
        /// "Car 1".
        pub label: Text,
        pub kind: VehicleKind,
        pub plate: String,
        /// For passengers, without the driver.
        pub seats: Option<u16>,
        pub driver: Option<PersonId>,
        pub remarks: String,
    }

    /// A hotel room.
    pub struct Room {
        pub id: RoomId,
        pub hotel: Option<PlaceId>,
        pub number: String,
        pub kind: RoomKind,
        pub people: Vec<PersonId>,
        pub from: Option<Minute>,
        pub to: Option<Minute>,
        pub remarks: String,
    }
}

choice! {
    pub enum Mode { Car, Walk, Minibus, Coach, Train, Flight, Ship, Other, }

    pub enum VehicleKind { Car, Minibus, Coach, Escort, Luggage, Ambulance, Other, }

    pub enum RoomKind { Single, Double, Twin, Suite, Office, Other, }

    /// A seat in a car.
    pub enum CarSeat { Any, RearRight, RearLeft, RearMiddle, Front, }
}

impl Span {
    pub fn new(least: u16, most: u16) -> Self {
        Self { least, most }
    }
}
