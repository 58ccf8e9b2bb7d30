//! Outcome.

use egui::{ScrollArea, Ui};

use super::records;
use crate::app::view::View;
use crate::model::{RecordKind, RecordRef};
use crate::words;

pub fn outcome_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        records::list_ui(ui, view, RecordKind::Agreement, &words::field("agreements"), |_| {
            String::new()
        });
        records::list_ui(ui, view, RecordKind::FollowUp, &words::field("follow_ups"), |_| {
            String::new()
        });
    });
}

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
}
