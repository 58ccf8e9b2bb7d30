//! Logistics: vehicles and who rides in them, rooms, travel times, gifts.

mod inspector;
mod journeys;
mod travel;

use egui::{ScrollArea, Ui};

pub use self::inspector::inspector_ui;
use super::records;
use crate::app::kit;
use crate::app::view::View;
use crate::model::{Gift, Record, RecordKind, RecordRef, Room, Vehicle};
use crate::words::{self, say};

pub fn logistics_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        for (kind, field) in [
            (RecordKind::Vehicle, "vehicles"),
            (RecordKind::Room, "rooms"),
            (RecordKind::Gift, "gifts"),
        ] {
            let count = view.visit().records(kind).len();
            folded_ui(ui, field, &kit::label(field), count, |ui| {
                records::rows_ui(ui, view, kind, |record| match record {
                    Record::Vehicle(vehicle) => beside_vehicle(view, vehicle),
                    Record::Room(room) => beside_room(view, room),
                    Record::Gift(gift) => beside_gift(view, gift),
                    _ => String::new(),
                });
            });
        }
        let journeys = view.visit().items.iter().filter(|item| item.journey.is_some()).count();
        folded_ui(ui, "journeys", &say!("logistics-journeys"), journeys, |ui| {
            journeys::journeys_ui(ui, view);
        });
        let times = view.visit().travel_times.len();
        folded_ui(ui, "travel", &kit::label("travel_times"), times, |ui| {
            travel::travel_ui(ui, view);
        });
    });
}

/// A list under a heading with its count. A long one is folded until somebody wants it.
fn folded_ui(ui: &mut Ui, id: &str, name: &str, count: usize, add: impl FnOnce(&mut Ui)) {
    /// What fits without hiding the lists behind it.
    const SHORT: usize = 12;
    ui.push_id(id, |ui| {
        kit::section(ui, &format!("{name} ({count})"), count <= SHORT, add);
    });
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}

fn beside_vehicle(view: &View<'_>, vehicle: &Vehicle) -> String {
    let driver = vehicle.driver.as_ref().map(|driver| view.visit().person_label(driver));
    let seats = vehicle.seats.map(|seats| say!("logistics-seats", count = seats));
    let parts = [words::choice(vehicle.kind), vehicle.plate.clone()];
    joined(parts.into_iter().chain(seats).chain(driver))
}

fn beside_room(view: &View<'_>, room: &Room) -> String {
    let visit = view.visit();
    let hotel = room.hotel.clone().map(|hotel| visit.label(&RecordRef::Place(hotel)));
    let people: Vec<String> = room.people.iter().map(|id| visit.person_label(id)).collect();
    joined([words::choice(room.kind)].into_iter().chain(hotel).chain([people.join(", ")]))
}

fn beside_gift(view: &View<'_>, gift: &Gift) -> String {
    let receiver = gift.receiver.as_ref().map(|id| view.visit().person_label(id));
    let parts = [words::choice(gift.direction), words::choice(gift.status)];
    joined(parts.into_iter().chain(receiver))
}
