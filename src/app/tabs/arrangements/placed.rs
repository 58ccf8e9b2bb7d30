//! The people of one plan, a row for each seat that is taken.

use egui::Ui;
use egui_extras::{Column, TableBuilder};
use egui_material_icons::icons::ICON_DELETE;

use super::{replace, take};
use crate::app::kit::{self, Form};
use crate::app::theme::{GAP, ROW};
use crate::app::view::View;
use crate::model::{Arrangement, Placed};
use crate::words::say;

pub(super) fn placed_ui(ui: &mut Ui, view: &View<'_>, plan: &Arrangement) {
    kit::heading(ui, &kit::label("placed"));
    let mut form = Form::new(view.visit(), plan);
    TableBuilder::new(ui)
        .id_salt("placed")
        .striped(false)
        .vscroll(false)
        .column(Column::exact(240.0))
        .column(Column::exact(72.0))
        .column(Column::exact(160.0))
        .column(Column::exact(72.0))
        .column(Column::exact(32.0))
        .header(ROW, |mut row| {
            for field in ["person", "table", "slot", "locked"] {
                row.col(|ui| {
                    kit::small(ui, &kit::label(field));
                });
            }
        })
        .body(|body| {
            body.rows(ROW, plan.placed.len(), |mut row| {
                let position = row.index();
                let Some(placed) = plan.placed.get(position) else { return };
                let mut fields = Form::new(view.visit(), placed);
                cells_ui(&mut row, view, position + 1, &mut fields);
                if let Some(new) = fields.finish() {
                    form.change(|plan| replace(&mut plan.placed, position, new));
                }
                row.col(|ui| {
                    let remove = say!("arrangements-place-remove", number = (position + 1));
                    if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
                        form.change(|plan| take(&mut plan.placed, position));
                    }
                });
            });
        });
    ui.add_space(GAP);
    if ui.button(say!("arrangements-place-add")).clicked() {
        form.change(|plan| plan.placed.push(Placed { table: 1, ..Placed::default() }));
    }
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

fn cells_ui(
    row: &mut egui_extras::TableRow<'_, '_>,
    view: &View<'_>,
    number: usize,
    form: &mut Form<'_, Placed>,
) {
    row.col(|ui| {
        let value = form.record().person.clone();
        let name = say!("arrangements-person", number = number);
        if let Some(person) = kit::person_cell(ui, &name, view.visit(), value.as_ref()) {
            form.change(|placed| placed.person = person);
        }
    });
    row.col(|ui| {
        let value = form.record().table;
        let name = say!("arrangements-table", number = number);
        if let Some(table) = kit::number_cell(ui, &name, value) {
            form.change(|placed| placed.table = table);
        }
    });
    row.col(|ui| {
        let value = form.record().slot.clone();
        let name = say!("arrangements-slot", number = number);
        if let Some(slot) = kit::text_cell(ui, &name, &value) {
            form.change(|placed| placed.slot = slot);
        }
    });
    row.col(|ui| {
        let value = form.record().locked;
        let name = say!("arrangements-locked", number = number);
        if let Some(locked) = kit::switch_cell(ui, &name, value) {
            form.change(|placed| placed.locked = locked);
        }
    });
}
