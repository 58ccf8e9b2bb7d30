//! The editors of a vehicle, a room, a gift.

use egui::Ui;

use crate::app::kit::Form;
use crate::app::tabs::records;
use crate::app::view::View;
use crate::model::{Gift, Record, RecordRef, Room, Vehicle};

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
    match view.visit().record(what) {
        Some(Record::Vehicle(vehicle)) => vehicle_ui(ui, view, &vehicle),
        Some(Record::Room(room)) => room_ui(ui, view, &room),
        Some(Record::Gift(gift)) => gift_ui(ui, view, &gift),
        _ => {}
    }
}

fn vehicle_ui(ui: &mut Ui, view: &View<'_>, vehicle: &Vehicle) {
    let mut form = Form::new(view.visit(), vehicle);
    form.texts(ui, "label", |vehicle| &mut vehicle.label);
    form.choice(ui, "kind", |vehicle| &mut vehicle.kind);
    form.text(ui, "plate", |vehicle| &mut vehicle.plate);
    form.number(ui, "seats", |vehicle| &mut vehicle.seats);
    form.person(ui, "driver", |vehicle| &mut vehicle.driver);
    form.lines(ui, "remarks", |vehicle| &mut vehicle.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

fn room_ui(ui: &mut Ui, view: &View<'_>, room: &Room) {
    let mut form = Form::new(view.visit(), room);
    form.text(ui, "number", |room| &mut room.number);
    form.place(ui, "hotel", |room| &mut room.hotel);
    form.choice(ui, "kind", |room| &mut room.kind);
    form.people(ui, "people", |room| &mut room.people);
    form.minute(ui, "from", |room| &mut room.from);
    form.minute(ui, "to", |room| &mut room.to);
    form.lines(ui, "remarks", |room| &mut room.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

fn gift_ui(ui: &mut Ui, view: &View<'_>, gift: &Gift) {
    let mut form = Form::new(view.visit(), gift);
    form.texts(ui, "what", |gift| &mut gift.what);
    form.choice(ui, "direction", |gift| &mut gift.direction);
    form.choice(ui, "status", |gift| &mut gift.status);
    form.person(ui, "giver", |gift| &mut gift.giver);
    form.person(ui, "receiver", |gift| &mut gift.receiver);
    form.person(ui, "presenter", |gift| &mut gift.presenter);
    form.item(ui, "item", |gift| &mut gift.item);
    form.text(ui, "value", |gift| &mut gift.value);
    form.date(ui, "ready_by", |gift| &mut gift.ready_by);
    form.switch(ui, "reciprocity_agreed", |gift| &mut gift.reciprocity_agreed);
    form.text(ui, "location", |gift| &mut gift.location);
    form.person(ui, "accountable", |gift| &mut gift.accountable);
    form.lines(ui, "remarks", |gift| &mut gift.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}
