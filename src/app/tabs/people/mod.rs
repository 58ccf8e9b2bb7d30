//! People.

use egui::{ScrollArea, Ui};

use super::records;
use crate::app::view::View;
use crate::model::{Person, RecordKind};
use crate::words;

pub fn people_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        records::list_ui(ui, view, RecordKind::Person, &words::field("people"), |_| String::new());
    });
}

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, person: &Person) {
    records::head_ui(ui, view, &person.id.clone().into());
}

/// Rows pasted from a spreadsheet.
pub(in crate::app) fn paste_ui(ui: &mut Ui, _view: &View<'_>, text: &str) {
    crate::app::kit::multiline(ui, &words::field("people"), text, 8);
}
