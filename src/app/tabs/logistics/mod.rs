//! Logistics.

use egui::{ScrollArea, Ui};

use super::records;
use crate::app::view::View;
use crate::model::{RecordKind, RecordRef};
use crate::words;

pub fn logistics_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        records::list_ui(ui, view, RecordKind::Vehicle, &words::field("vehicles"), |_| {
            String::new()
        });
        records::list_ui(ui, view, RecordKind::Room, &words::field("rooms"), |_| String::new());
        records::list_ui(ui, view, RecordKind::Gift, &words::field("gifts"), |_| String::new());
    });
}

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
}
