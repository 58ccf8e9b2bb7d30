//! The journeys of the programme: which vehicles go, and who rides in which.

use std::sync::Arc;

use egui::Ui;
use egui_material_icons::icons::ICON_DELETE;

use crate::app::kit;
use crate::app::tabs::arrangements::{replace, take};
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::model::{Item, PersonId, RecordKind, RecordRef, Ride, Rider};
use crate::words::say;

pub(super) fn journeys_ui(ui: &mut Ui, view: &View<'_>) {
    let items = view.visit().items.iter().filter(|item| item.journey.is_some());
    let items: Vec<&Arc<Item>> = items.collect();
    if items.is_empty() {
        kit::small(ui, &say!("logistics-journeys-none"));
    }
    for item in items {
        ui.push_id(&item.id, |ui| journey_ui(ui, view, item));
    }
}

fn journey_ui(ui: &mut Ui, view: &View<'_>, item: &Arc<Item>) {
    let Some(journey) = &item.journey else { return };
    let name = view.visit().label(&RecordRef::Item(item.id.clone()));
    ui.add_space(GAP);
    ui.horizontal(|ui| {
        if ui.link(&name).clicked() {
            view.select(RecordRef::Item(item.id.clone()));
        }
        let day = item.when.day().map(kit::day_name).unwrap_or_default();
        let time = kit::time_text(item.when);
        kit::small(ui, &[day, time].join(" "));
    });
    let mut rides = journey.rides.clone();
    for (position, ride) in journey.rides.iter().enumerate() {
        ui.push_id(position, |ui| {
            if let Some(change) = ride_ui(ui, view, &name, position + 1, ride) {
                match change {
                    Some(ride) => replace(&mut rides, position, ride),
                    None => take(&mut rides, position),
                }
            }
        });
    }
    if ui.button(say!("logistics-ride-add", journey = name.as_str())).clicked() {
        rides.push(Ride::default());
    }
    if rides != journey.rides {
        let mut item = Item::clone(item);
        if let Some(journey) = &mut item.journey {
            journey.rides = rides;
        }
        view.set(item);
    }
}

/// One vehicle of a journey. `Some(None)`: it is to be taken away.
fn ride_ui(
    ui: &mut Ui,
    view: &View<'_>,
    journey: &str,
    number: usize,
    ride: &Ride,
) -> Option<Option<Ride>> {
    let visit = view.visit();
    let mut change = None;
    ui.horizontal(|ui| {
        ui.allocate_ui(egui::vec2(220.0, ui.spacing().interact_size.y), |ui| {
            let name = say!("logistics-ride-number", number = number, journey = journey);
            let value = ride.vehicle.clone().map(RecordRef::Vehicle);
            let picked = kit::record_cell(ui, &name, visit, RecordKind::Vehicle, value);
            if let Some(picked) = picked {
                let vehicle = match picked {
                    Some(RecordRef::Vehicle(id)) => Some(id),
                    _ => None,
                };
                change = Some(Some(Ride { vehicle, ..ride.clone() }));
            }
        });
        let remove = say!("logistics-ride-remove", number = number, journey = journey);
        if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
            change = Some(None);
        }
    });
    let riders: Vec<PersonId> =
        ride.riders.iter().filter_map(|rider| rider.person.clone()).collect();
    let label = say!("logistics-ride-riders", number = number, journey = journey);
    if let Some(people) = kit::people_list(ui, &label, visit, &riders) {
        change = Some(Some(Ride { riders: seated(&ride.riders, people), ..ride.clone() }));
    }
    change
}

/// The riders as listed; who rode before keeps the seat.
fn seated(before: &[Rider], people: Vec<PersonId>) -> Vec<Rider> {
    let seat = |person: PersonId| {
        let known = before.iter().find(|rider| rider.person.as_ref() == Some(&person));
        known.cloned().unwrap_or(Rider { person: Some(person), ..Rider::default() })
    };
    people.into_iter().map(seat).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::CarSeat;

    #[test]
    fn who_stays_in_a_car_keeps_the_seat() {
        let id = |id: &str| PersonId::new(id).unwrap();
        let seat = CarSeat::RearRight;
        let mayor = Rider { person: Some(id("mayor")), seat, locked: true };
        let riders = seated(std::slice::from_ref(&mayor), vec![id("aide"), id("mayor")]);
        assert_eq!(riders.get(1), Some(&mayor));
        assert_eq!(riders.first().map(|rider| rider.seat), Some(CarSeat::Any));
    }
}
