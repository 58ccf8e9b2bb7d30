//! Lists of records: a heading, a row for each, a way to add one.

use egui::Ui;

use crate::app::kit::{self, RowLook};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{Record, RecordKind, RecordRef};
use crate::words::{self, say};

/// The records of a kind under a heading; `side` says what stands behind a record's name.
pub(super) fn list_ui(
    ui: &mut Ui,
    view: &View<'_>,
    kind: RecordKind,
    heading: &str,
    side: impl Fn(&Record) -> String,
) {
    kit::heading(ui, heading);
    rows_ui(ui, view, kind, side);
}

/// The records of a kind without a heading, and the way to add one.
pub(super) fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    kind: RecordKind,
    side: impl Fn(&Record) -> String,
) {
    let records = view.visit().records(kind);
    if records.is_empty() {
        kit::small(ui, &say!("records-none"));
    }
    for record in records {
        row_ui(ui, view, &record, &side(&record));
    }
    if ui.button(say!("records-add", kind = words::kind(kind))).clicked() {
        add(view, kind);
    }
}

/// Adds a record with an id of its own; it is selected then.
pub(super) fn add(view: &View<'_>, kind: RecordKind) {
    let id = view.visit().fresh_id(kind, &words::kind(kind));
    view.edit(Edit::Add { record: Record::blank(kind).with_id(&id), at: None });
}

/// Whether nobody has given the record a name of its own yet.
fn is_unnamed(view: &View<'_>, what: &RecordRef) -> bool {
    let name = view.visit().record(what).map(|record| view.visit().record_label(&record));
    name.is_some_and(|name| {
        name.is_empty() || name == say!("programme-new-item") || name == what.id()
    })
}

/// One record: its name, and what stands behind it.
pub(super) fn row_ui(ui: &mut Ui, view: &View<'_>, record: &Record, side: &str) {
    let what = record.reference();
    let name = view.visit().label(&what);
    let look = if view.is_selected(&what) { RowLook::Selected } else { RowLook::Plain };
    let response = ui.push_id(&what, |ui| {
        kit::row(ui, look, &name, |ui| {
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.add(egui::Label::new(&name).wrap());
                if !side.is_empty() {
                    kit::small(ui, side);
                }
            });
        })
    });
    if response.inner.clicked() {
        view.select(what);
    }
}

/// The head of an inspector: what it is, and the way to take it away.
pub(super) fn head_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    kit::heading(ui, &view.visit().label(what));
    if is_unnamed(view, what) {
        kit::focus_when_new(ui, what.id());
    }
    kit::small(ui, &words::kind(what.kind()));
    if ui.button(say!("records-remove")).clicked() {
        view.edit(Edit::Remove(what.clone()));
    }
    for (position, finding) in view.findings_on(what).enumerate() {
        ui.push_id(position, |ui| crate::app::panels::finding_ui(ui, view, finding));
    }
}
