//! The journey of an item that moves people: from where to where, in what, who rides where.

use egui::Ui;

use super::super::parts::{parts_ui, place_picker, put};
use crate::app::kit;
use crate::app::view::View;
use crate::model::{Item, Journey, PersonId, RecordKind, RecordRef, Ride, Rider, Span, VehicleId};
use crate::words::{field, say};

pub(super) fn journey_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let moves = kit::switch(ui, &say!("item-journey-is-one"), item.journey.is_some());
    put(view, item, moves, |item, on| item.journey = on.then(Journey::default));
    let Some(journey) = &item.journey else { return };
    let mut new = journey.clone();
    route_ui(ui, view, journey, &mut new);
    luggage_ui(ui, view, journey, &mut new);
    let name = say!("item-ride");
    let rides =
        parts_ui(ui, &name, &journey.rides, Ride::default, |ui, ride| ride_ui(ui, view, ride));
    if let Some(rides) = rides {
        new.rides = rides;
    }
    if new != *journey {
        view.set(Item { journey: Some(new), ..item.clone() });
    }
}

fn route_ui(ui: &mut Ui, view: &View<'_>, journey: &Journey, new: &mut Journey) {
    let visit = view.visit();
    if let Some(mode) = kit::choice_field(ui, &field("mode"), journey.mode) {
        new.mode = mode;
    }
    if let Some(number) = kit::text_field(ui, &field("number"), &journey.number) {
        new.number = number;
    }
    if let Some(from) = place_picker(ui, &field("from"), visit, journey.from.as_ref()) {
        new.from = from;
    }
    if let Some(to) = place_picker(ui, &field("to"), visit, journey.to.as_ref()) {
        new.to = to;
    }
    let shown = journey.travel.as_ref().map(span_text).unwrap_or_default();
    let hint = say!("item-travel-hint");
    let travel = kit::parsed_field(ui, &say!("item-travel"), &shown, &hint, read_span);
    if let Some(travel) = travel {
        new.travel = travel;
    }
    let loading = Some(u32::from(journey.loading_mins)).filter(|mins| *mins > 0);
    if let Some(mins) = kit::number_field(ui, &field("loading_mins"), loading) {
        new.loading_mins = u16::try_from(mins.unwrap_or(0)).unwrap_or(u16::MAX);
    }
}

fn luggage_ui(ui: &mut Ui, view: &View<'_>, journey: &Journey, new: &mut Journey) {
    if let Some(customs) = kit::text_field(ui, &field("customs"), &journey.customs) {
        new.customs = customs;
    }
    if let Some(lounge) = kit::text_in_languages(ui, &field("lounge"), &journey.lounge, &[]) {
        new.lounge = lounge;
    }
    let access = &journey.lounge_access;
    if let Some(people) = kit::people_list(ui, &field("lounge_access"), view.visit(), access) {
        new.lounge_access = people;
    }
    if let Some(luggage) = kit::text_field(ui, &field("luggage"), &journey.luggage) {
        new.luggage = luggage;
    }
}

fn ride_ui(ui: &mut Ui, view: &View<'_>, ride: &Ride) -> Option<Ride> {
    let visit = view.visit();
    let mut new = ride.clone();
    let vehicle = ride.vehicle.clone().map(RecordRef::Vehicle);
    let kind = RecordKind::Vehicle;
    if let Some(picked) = kit::record_picker(ui, &field("vehicle"), visit, kind, vehicle) {
        new.vehicle = picked.and_then(vehicle_id);
    }
    let people: Vec<PersonId> = ride.riders.iter().filter_map(|r| r.person.clone()).collect();
    if let Some(people) = kit::people_list(ui, &field("riders"), visit, &people) {
        new.riders = seated(&ride.riders, people);
    }
    for (position, rider) in ride.riders.iter().enumerate() {
        let Some(person) = &rider.person else { continue };
        let label = say!("item-seat-of", name = visit.person_label(person));
        if let Some(seat) = kit::choice_field(ui, &label, rider.seat)
            && let Some(rider) = new.riders.get_mut(position)
        {
            rider.seat = seat;
        }
    }
    if let Some(liaison) = kit::person_picker(ui, &field("liaison"), visit, ride.liaison.as_ref()) {
        new.liaison = liaison;
    }
    if let Some(remarks) = kit::text_field(ui, &field("remarks"), &ride.remarks) {
        new.remarks = remarks;
    }
    (new != *ride).then_some(new)
}

fn vehicle_id(record: RecordRef) -> Option<VehicleId> {
    match record {
        RecordRef::Vehicle(id) => Some(id),
        _ => None,
    }
}

/// The riders of those people; who was there already keeps the seat.
fn seated(riders: &[Rider], people: Vec<PersonId>) -> Vec<Rider> {
    let rider = |person: PersonId| {
        let old = riders.iter().find(|rider| rider.person.as_ref() == Some(&person)).cloned();
        old.unwrap_or_else(|| Rider { person: Some(person), ..Rider::default() })
    };
    people.into_iter().map(rider).collect()
}

fn span_text(span: &Span) -> String {
    if span.least == span.most {
        span.least.to_string()
    } else {
        format!("{}–{}", span.least, span.most)
    }
}

/// Reads `30` or `30-35`; the larger first is turned round.
fn read_span(text: &str) -> Option<Option<Span>> {
    if text.is_empty() {
        return Some(None);
    }
    let (least, most) = text.split_once(['-', '–']).unwrap_or((text, text));
    let (least, most): (u16, u16) = (least.trim().parse().ok()?, most.trim().parse().ok()?);
    Some(Some(Span::new(least.min(most), least.max(most))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_travel_time_is_a_number_or_a_range() {
        assert_eq!(read_span("30"), Some(Some(Span::new(30, 30))));
        assert_eq!(read_span("35 - 30"), Some(Some(Span::new(30, 35))));
        assert_eq!(read_span(""), Some(None));
        for half in ["30-", "about", "70000"] {
            assert_eq!(read_span(half), None, "{half}");
        }
        assert_eq!(span_text(&Span::new(30, 35)), "30–35");
    }

    #[test]
    fn who_rides_already_keeps_the_seat() {
        let id = |id| PersonId::new(id).unwrap();
        let seat = crate::model::CarSeat::RearRight;
        let old = [Rider { person: Some(id("mayor")), seat, locked: true }];
        let new = seated(&old, vec![id("aide"), id("mayor")]);
        assert_eq!(new.len(), 2);
        assert_eq!(new.last(), old.first());
    }
}
