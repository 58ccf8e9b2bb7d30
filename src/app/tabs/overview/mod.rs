//! Overview.

use egui::{ScrollArea, Ui};

use super::records;
use crate::app::view::View;
use crate::model::{RecordKind, RecordRef};
use crate::words;

pub fn overview_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        records::list_ui(ui, view, RecordKind::Delegation, &words::field("delegations"), |_| {
            String::new()
        });
        records::list_ui(ui, view, RecordKind::Group, &words::field("groups"), |_| String::new());
        records::list_ui(ui, view, RecordKind::Place, &words::field("places"), |_| String::new());
    });
}

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
}
