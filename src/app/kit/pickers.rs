//! Fields for people, places and other records of the visit.

use chrono::{Datelike as _, NaiveDate};
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{ComboBox, PopupCloseBehavior, Role, ScrollArea, TextEdit, Ui, WidgetInfo};
use egui_material_icons::icons::ICON_CLOSE;

use super::{field_label, icon_button, small, strong};
use crate::app::theme;
use crate::library::fold::fold;
use crate::model::{Attendance, Item, PersonId, RecordKind, RecordRef, Visit};
use crate::words::say;

/// A day as lists name it, with its weekday, in the language of the window.
pub fn day_name(day: NaiveDate) -> String {
    crate::words::dates::day(day, &crate::words::interface_lang())
}

/// The day and its month.
pub fn month_day(day: NaiveDate) -> String {
    crate::words::dates::month_day(day, &crate::words::interface_lang())
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
    let name = field_label(ui, label);
    let shown = value.as_ref().map_or_else(|| say!("kit-none"), |record| visit.label(record));
    let width = ui.available_width().min(320.0);
    let picked = ComboBox::from_id_salt(label)
        .width(width)
        .truncate()
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .selected_text(shown)
        .show_ui(ui, |ui| {
            let none = ui.selectable_label(value.is_none(), say!("kit-none")).clicked();
            let record = records_ui(ui, visit, kind, |record| value.as_ref() == Some(record));
            let picked = if none { Some(None) } else { record.map(Some) };
            if picked.is_some() {
                ui.close();
            }
            picked
        });
    picked.response.labelled_by(name);
    picked.inner.flatten().filter(|picked| *picked != value)
}

/// The records of a kind to choose from, with a search where there are many. Only what is in
/// sight is drawn, and only while the list is open.
fn records_ui(
    ui: &mut Ui,
    visit: &Visit,
    kind: RecordKind,
    is_chosen: impl Fn(&RecordRef) -> bool,
) -> Option<RecordRef> {
    /// Fewer are found by looking.
    const MANY: usize = 12;
    let mut records = records(visit, kind);
    if records.len() > MANY {
        let id = ui.scope_id().with("records-search");
        let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let hint = say!("kit-search");
        let search = ui.add(TextEdit::singleline(&mut words).hint_text(hint.as_str()));
        search.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, hint.as_str()));
        let wanted = fold(&words);
        ui.data_mut(|data| data.insert_temp(id, words));
        records.retain(|(_, name)| fold(name).contains(&wanted));
    }
    let mut picked = None;
    let height = ui.spacing().interact_size.y;
    ScrollArea::vertical().max_height(280.0).show_rows(ui, height, records.len(), |ui, range| {
        for (record, name) in records.get(range).unwrap_or_default() {
            if ui.selectable_label(is_chosen(record), name).clicked() {
                picked = Some(record.clone());
            }
        }
    });
    picked
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
            keep_together(ui, &name);
            super::chip(ui, &name, false);
            let remove = say!("kit-take-out", name = name.as_str(), label = label);
            if icon_button(ui, ICON_CLOSE, &remove).clicked() {
                let mut rest = value.to_vec();
                rest.remove(position);
                changed = Some(rest);
            }
        }
        let add = say!("kit-add-to", label = label);
        let stay = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        let (button, _) = MenuButton::new("+").config(stay).ui(ui, |ui| {
            if let Some(record) = records_ui(ui, visit, kind, |record| value.contains(record)) {
                let mut all = value.to_vec();
                match all.iter().position(|other| *other == record) {
                    Some(position) => drop(all.remove(position)),
                    None => all.push(record),
                }
                changed = Some(all);
            }
        });
        button.widget_info(|| WidgetInfo::labeled(Role::Button, true, add.as_str()));
        button.on_hover_text(&add);
    });
    changed
}

/// Begins a new row where a chip of that text and its button do not fit in what is left of this.
fn keep_together(ui: &mut Ui, text: &str) {
    /// The chip's own margins, and the button behind it.
    const BESIDE: f32 = 16.0 + theme::GAP + theme::ROW;
    let font = egui::FontId::proportional(theme::SMALL + 1.0);
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER);
    let begun = ui.cursor().left() > ui.max_rect().left() + 1.0;
    if begun && ui.available_size_before_wrap().x < galley.size().x + BESIDE {
        ui.end_row();
    }
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
pub fn attendance_field(ui: &mut Ui, visit: &Visit, item: &Item) -> Option<Attendance> {
    let value = &item.attendance;
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
    let (named, here) = (visit.named(value), visit.participants(item));
    strong(ui, &say!("kit-head-count", count = here.len()));
    if here.len() < named.len() {
        let away = named.iter().filter(|one| here.iter().all(|other| other.id != one.id));
        let away: Vec<_> = away.map(|person| visit.person_label(&person.id)).collect();
        small(ui, &say!("kit-not-here", people = away.join(&say!("check-comma"))));
    }
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
