//! The editors of a delegation, a group, a place.

use egui::Ui;

use crate::app::kit::{self, Form, label, number_field};
use crate::app::tabs::records;
use crate::app::view::View;
use crate::model::{Delegation, Group, OpeningHours, Place, Record, RecordRef};
use crate::words::say;

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
    match view.visit().record(what) {
        Some(Record::Delegation(delegation)) => delegation_ui(ui, view, &delegation),
        Some(Record::Group(group)) => group_ui(ui, view, &group),
        Some(Record::Place(place)) => place_ui(ui, view, &place),
        _ => {}
    }
}

fn delegation_ui(ui: &mut Ui, view: &View<'_>, delegation: &Delegation) {
    let mut form = Form::new(view.visit(), delegation);
    form.texts(ui, "name", |delegation| &mut delegation.name);
    form.choice(ui, "side", |delegation| &mut delegation.side);
    form.text(ui, "country", |delegation| &mut delegation.country);
    form.texts(ui, "body", |delegation| &mut delegation.body);
    form.person(ui, "head", |delegation| &mut delegation.head);
    form.person(ui, "deputy", |delegation| &mut delegation.deputy);
    form.people(ui, "members", |delegation| &mut delegation.members);
    form.person(ui, "liaison", |delegation| &mut delegation.liaison);
    form.date(ui, "notified_on", |delegation| &mut delegation.notified_on);
    form.minute(ui, "arrives", |delegation| &mut delegation.arrives);
    form.minute(ui, "leaves", |delegation| &mut delegation.leaves);
    form.lines(ui, "remarks", |delegation| &mut delegation.remarks);
    if let Some(mut new) = form.finish() {
        with_heads(&mut new);
        view.set(new);
    }
}

/// Head and deputy are among the members.
fn with_heads(delegation: &mut Delegation) {
    let heads = [&delegation.head, &delegation.deputy];
    for (position, person) in heads.into_iter().flatten().enumerate() {
        if !delegation.members.contains(person) {
            let position = position.min(delegation.members.len());
            delegation.members.insert(position, person.clone());
        }
    }
}

fn group_ui(ui: &mut Ui, view: &View<'_>, group: &Group) {
    let mut form = Form::new(view.visit(), group);
    form.texts(ui, "name", |group| &mut group.name);
    form.people(ui, "members", |group| &mut group.members);
    form.lines(ui, "remarks", |group| &mut group.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

fn place_ui(ui: &mut Ui, view: &View<'_>, place: &Place) {
    let mut form = Form::new(view.visit(), place);
    form.texts(ui, "name", |place| &mut place.name);
    form.texts(ui, "address", |place| &mut place.address);
    form.texts(ui, "room", |place| &mut place.room);
    form.texts(ui, "city", |place| &mut place.city);
    form.text(ui, "country", |place| &mut place.country);
    form.field(
        |place| &mut place.capacity,
        |value, _, _| number_field(ui, &label("capacity"), *value),
    );
    form.switch(ui, "outdoor", |place| &mut place.outdoor);
    form.place(ui, "rain_venue", |place| &mut place.rain_venue);
    form.text(ui, "opens", |place| &mut place.opens);
    let hours = form.record().opens.trim();
    if !hours.is_empty() && OpeningHours::read(hours).is_none() {
        kit::small(ui, &say!("place-hours-unread"));
    }
    form.person(ui, "contact", |place| &mut place.contact);
    form.text(ui, "phone", |place| &mut place.phone);
    form.lines(ui, "access", |place| &mut place.access);
    form.lines(ui, "remarks", |place| &mut place.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PersonId;

    #[test]
    fn a_head_from_outside_becomes_the_first_member_and_one_from_inside_keeps_the_place() {
        let id = |id: &str| PersonId::new(id).unwrap();
        let mut delegation = Delegation {
            head: Some(id("head")),
            deputy: Some(id("deputy")),
            members: vec![id("member"), id("deputy")],
            ..Delegation::default()
        };
        with_heads(&mut delegation);
        assert_eq!(delegation.members, [id("head"), id("member"), id("deputy")]);
    }
}
