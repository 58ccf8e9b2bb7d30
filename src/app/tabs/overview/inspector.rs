//! The inspectors of a delegation, a group and a place.

use egui::Ui;

use super::super::programme::parts::{place_picker, put};
use super::super::records;
use crate::app::kit;
use crate::app::view::View;
use crate::model::{Delegation, Group, Place, RecordRef};
use crate::words::field;

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
    let visit = view.visit();
    match what {
        RecordRef::Delegation(id) => {
            if let Some(delegation) = visit.delegation(id) {
                delegation_ui(ui, view, delegation);
            }
        }
        RecordRef::Group(id) => {
            if let Some(group) = visit.group(id) {
                group_ui(ui, view, group);
            }
        }
        RecordRef::Place(id) => {
            if let Some(place) = visit.place(id) {
                place_ui(ui, view, place);
            }
        }
        _ => {}
    }
}

fn delegation_ui(ui: &mut Ui, view: &View<'_>, of: &Delegation) {
    let visit = view.visit();
    let langs = &visit.about.languages;
    let new = kit::text_in_languages(ui, &field("name"), &of.name, langs);
    put(view, of, new, |of, new| of.name = new);
    let new = kit::choice_field(ui, &field("side"), of.side);
    put(view, of, new, |of, new| of.side = new);
    let new = kit::text_in_languages(ui, &field("body"), &of.body, langs);
    put(view, of, new, |of, new| of.body = new);
    let new = kit::text_field(ui, &field("country"), &of.country);
    put(view, of, new, |of, new| of.country = new);
    let new = kit::person_picker(ui, &field("head"), visit, of.head.as_ref());
    put(view, of, new, |of, new| of.head = new);
    let new = kit::person_picker(ui, &field("deputy"), visit, of.deputy.as_ref());
    put(view, of, new, |of, new| of.deputy = new);
    let new = kit::people_list(ui, &field("members"), visit, &of.members);
    put(view, of, new, |of, new| of.members = new);
    let new = kit::person_picker(ui, &field("liaison"), visit, of.liaison.as_ref());
    put(view, of, new, |of, new| of.liaison = new);
    let new = kit::date_field(ui, &field("notified_on"), of.notified_on);
    put(view, of, new, |of, new| of.notified_on = new);
    let new = kit::minute_field(ui, &field("arrives"), of.arrives);
    put(view, of, new, |of, new| of.arrives = new);
    let new = kit::minute_field(ui, &field("leaves"), of.leaves);
    put(view, of, new, |of, new| of.leaves = new);
    let new = kit::multiline(ui, &field("remarks"), &of.remarks, 3);
    put(view, of, new, |of, new| of.remarks = new);
}

fn group_ui(ui: &mut Ui, view: &View<'_>, of: &Group) {
    let visit = view.visit();
    let new = kit::text_in_languages(ui, &field("name"), &of.name, &visit.about.languages);
    put(view, of, new, |of, new| of.name = new);
    let new = kit::people_list(ui, &field("members"), visit, &of.members);
    put(view, of, new, |of, new| of.members = new);
    let new = kit::multiline(ui, &field("remarks"), &of.remarks, 3);
    put(view, of, new, |of, new| of.remarks = new);
}

fn place_ui(ui: &mut Ui, view: &View<'_>, of: &Place) {
    let visit = view.visit();
    let langs = &visit.about.languages;
    macro_rules! texts {
        ($($name:ident),*) => { $(
            let new = kit::text_in_languages(ui, &field(stringify!($name)), &of.$name, langs);
            put(view, of, new, |of, new| of.$name = new);
        )* };
    }
    texts!(name, room, address, city);
    let new = kit::text_field(ui, &field("country"), &of.country);
    put(view, of, new, |of, new| of.country = new);
    let new = kit::number_field(ui, &field("capacity"), of.capacity);
    put(view, of, new, |of, new| of.capacity = new);
    let new = kit::switch(ui, &field("outdoor"), of.outdoor);
    put(view, of, new, |of, new| of.outdoor = new);
    let new = place_picker(ui, &field("rain_venue"), visit, of.rain_venue.as_ref());
    put(view, of, new, |of, new| of.rain_venue = new);
    let new = kit::person_picker(ui, &field("contact"), visit, of.contact.as_ref());
    put(view, of, new, |of, new| of.contact = new);
    macro_rules! lines {
        ($($name:ident),*) => { $(
            let new = kit::text_field(ui, &field(stringify!($name)), &of.$name);
            put(view, of, new, |of, new| of.$name = new);
        )* };
    }
    lines!(opens, phone, access, remarks);
}
