//! Fields for the cells of a table: their name is heard, not seen, for the heading says it.

use egui::{ComboBox, DragValue, Role, TextEdit, Ui, WidgetInfo};

use crate::model::{PersonId, PlaceId, RecordKind, RecordRef, Visit};
use crate::words::say;

pub fn text_cell(ui: &mut Ui, name: &str, value: &str) -> Option<String> {
    let mut draft = value.to_owned();
    let width = ui.available_width();
    let response = ui.add(TextEdit::singleline(&mut draft).desired_width(width));
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    response.changed().then_some(draft)
}

pub fn number_cell(ui: &mut Ui, name: &str, value: u16) -> Option<u16> {
    let mut draft = value;
    let response = ui.add(DragValue::new(&mut draft).range(0..=9999));
    response.widget_info(|| WidgetInfo::labeled(Role::SpinButton, true, name));
    response.changed().then_some(draft)
}

pub fn switch_cell(ui: &mut Ui, name: &str, value: bool) -> Option<bool> {
    let mut draft = value;
    let response = ui.add(egui::Checkbox::without_text(&mut draft));
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, value, name));
    response.changed().then_some(draft)
}

/// A choice between given values and what they are called.
pub fn pick_cell<T: Clone + PartialEq>(
    ui: &mut Ui,
    name: &str,
    value: &T,
    options: &[(T, String)],
) -> Option<T> {
    let shown = options.iter().find(|(option, _)| option == value).map(|(_, text)| text.clone());
    let mut picked = None;
    let response = ComboBox::from_id_salt(name)
        .width(ui.available_width())
        .truncate()
        .selected_text(shown.unwrap_or_else(|| say!("kit-none")))
        .show_ui(ui, |ui| {
            for (option, text) in options {
                if ui.selectable_label(option == value, text).clicked() && option != value {
                    picked = Some(option.clone());
                }
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, name));
    picked
}

/// One record of a kind, or none.
pub fn record_cell(
    ui: &mut Ui,
    name: &str,
    visit: &Visit,
    kind: RecordKind,
    value: Option<RecordRef>,
) -> Option<Option<RecordRef>> {
    let all = visit.records(kind).into_iter().map(|record| {
        let reference = record.reference();
        let label = visit.label(&reference);
        (Some(reference), label)
    });
    let options: Vec<(Option<RecordRef>, String)> =
        std::iter::once((None, say!("kit-none"))).chain(all).collect();
    pick_cell(ui, name, &value, &options)
}

pub fn person_cell(
    ui: &mut Ui,
    name: &str,
    visit: &Visit,
    value: Option<&PersonId>,
) -> Option<Option<PersonId>> {
    let value = value.cloned().map(RecordRef::Person);
    record_cell(ui, name, visit, RecordKind::Person, value).map(|picked| match picked {
        Some(RecordRef::Person(id)) => Some(id),
        _ => None,
    })
}

pub fn place_cell(
    ui: &mut Ui,
    name: &str,
    visit: &Visit,
    value: Option<&PlaceId>,
) -> Option<Option<PlaceId>> {
    let value = value.cloned().map(RecordRef::Place);
    record_cell(ui, name, visit, RecordKind::Place, value).map(|picked| match picked {
        Some(RecordRef::Place(id)) => Some(id),
        _ => None,
    })
}
