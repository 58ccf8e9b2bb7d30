//! Fields for people, places and other records of the visit.

use chrono::{Datelike as _, NaiveDate};
use egui::Ui;
use egui_material_icons::icons::ICON_CLOSE;

use super::{field_label, icon_button, pick_field, strong};
use crate::app::theme;
use crate::model::{Attendance, PersonId, RecordKind, RecordRef, Visit};
use crate::words::say;

/// A day as lists name it, with its weekday, in the language of the window.
pub fn day_name(day: NaiveDate) -> String {
    crate::words::dates::day(day, &crate::words::interface_lang())
}

/// The day without its year where the officer knows it.
pub fn short_day(day: NaiveDate) -> String {
    format!("{:02}.{:02}.", day.day(), day.month())
}

/// One record of a kind, or none.
pub fn record_picker(
    ui: &mut Ui,
    label: &str,
    visit: &Visit,
    kind: RecordKind,
    value: Option<RecordRef>,
) -> Option<Option<RecordRef>> {
    let mut options: Vec<(Option<RecordRef>, String)> = vec![(None, say!("kit-none"))];
    options.extend(records(visit, kind).into_iter().map(|(record, name)| (Some(record), name)));
    pick_field(ui, label, &value, &options)
}

/// One person, or none.
pub fn person_picker(
    ui: &mut Ui,
    label: &str,
    visit: &Visit,
    value: Option<&PersonId>,
) -> Option<Option<PersonId>> {
    let value = value.cloned().map(RecordRef::Person);
    record_picker(ui, label, visit, RecordKind::Person, value).map(|picked| match picked {
        Some(RecordRef::Person(id)) => Some(id),
        _ => None,
    })
}

/// Several records of a kind as chips, each with a way to take it out, and a list to add from.
pub fn record_list(
    ui: &mut Ui,
    label: &str,
    visit: &Visit,
    kind: RecordKind,
    value: &[RecordRef],
) -> Option<Vec<RecordRef>> {
    field_label(ui, label);
    let mut changed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = theme::GAP;
        for (position, record) in value.iter().enumerate() {
            let name = visit.label(record);
            super::chip(ui, &name, false);
            let remove = say!("kit-take-out", name = name.as_str(), label = label);
            if icon_button(ui, ICON_CLOSE, &remove).clicked() {
                let mut rest = value.to_vec();
                rest.remove(position);
                changed = Some(rest);
            }
        }
        let add = say!("kit-add-to", label = label);
        ui.menu_button("+", |ui| {
            egui::ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
                for (record, name) in records(visit, kind) {
                    if !value.contains(&record) && ui.button(name).clicked() {
                        let mut all = value.to_vec();
                        all.push(record);
                        changed = Some(all);
                    }
                }
            });
        })
        .response
        .on_hover_text(add);
    });
    changed
}

/// Several people as chips.
pub fn people_list(
    ui: &mut Ui,
    label: &str,
    visit: &Visit,
    value: &[PersonId],
) -> Option<Vec<PersonId>> {
    let records: Vec<RecordRef> = value.iter().cloned().map(RecordRef::Person).collect();
    record_list(ui, label, visit, RecordKind::Person, &records).map(|new| {
        let people = new.into_iter().filter_map(|record| match record {
            RecordRef::Person(id) => Some(id),
            _ => None,
        });
        people.collect()
    })
}

/// Who takes part: delegations, groups, people, and who is not there although their group is.
pub fn attendance_field(ui: &mut Ui, visit: &Visit, value: &Attendance) -> Option<Attendance> {
    let mut changed: Option<Attendance> = None;
    macro_rules! part {
        ($label:expr, $field:ident, $kind:ident) => {
            let now: Vec<RecordRef> = value.$field.iter().cloned().map(RecordRef::$kind).collect();
            if let Some(new) = record_list(ui, &$label, visit, RecordKind::$kind, &now) {
                let ids = new.into_iter().filter_map(|record| match record {
                    RecordRef::$kind(id) => Some(id),
                    _ => None,
                });
                changed = Some(Attendance { $field: ids.collect(), ..value.clone() });
            }
        };
    }
    part!(crate::words::field("delegations"), delegations, Delegation);
    if !visit.groups.is_empty() || !value.groups.is_empty() {
        part!(crate::words::field("groups"), groups, Group);
    }
    part!(crate::words::field("people"), people, Person);
    if !(value.delegations.is_empty() && value.groups.is_empty() && value.except.is_empty()) {
        part!(crate::words::field("except"), except, Person);
    }
    let count = visit.participants(value).len();
    strong(ui, &say!("kit-head-count", count = count));
    changed
}

fn records(visit: &Visit, kind: RecordKind) -> Vec<(RecordRef, String)> {
    visit
        .records(kind)
        .iter()
        .map(|record| {
            let reference = record.reference();
            let label = visit.label(&reference);
            (reference, label)
        })
        .collect()
}
