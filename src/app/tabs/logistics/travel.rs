//! How long it takes from place to place.

use egui::Ui;
use egui_extras::{Column, TableBuilder};
use egui_material_icons::icons::ICON_DELETE;

use crate::app::kit;
use crate::app::tabs::arrangements::{replace, take};
use crate::app::theme::{GAP, ROW};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{Span, TravelTime};
use crate::words::say;

pub(super) fn travel_ui(ui: &mut Ui, view: &View<'_>) {
    let now = &view.visit().travel_times;
    let mut times = now.clone();
    if now.is_empty() {
        kit::small(ui, &say!("logistics-travel-none"));
    } else {
        table_ui(ui, view, &mut times);
    }
    ui.add_space(GAP);
    if ui.button(say!("logistics-travel-add")).clicked() {
        times.push(TravelTime::default());
    }
    if times != *now {
        view.edit(Edit::TravelTimes(times));
    }
}

fn table_ui(ui: &mut Ui, view: &View<'_>, times: &mut Vec<TravelTime>) {
    let now = &view.visit().travel_times;
    TableBuilder::new(ui)
        .id_salt("travel")
        .vscroll(false)
        .columns(Column::exact(200.0), 2)
        .columns(Column::exact(72.0), 2)
        .column(Column::exact(32.0))
        .header(ROW, |mut row| {
            for field in ["from", "to", "least", "most"] {
                row.col(|ui| {
                    kit::small(ui, &kit::label(field));
                });
            }
        })
        .body(|body| {
            body.rows(ROW, now.len(), |mut row| {
                let position = row.index();
                let Some(time) = now.get(position) else { return };
                if let Some(new) = cells_ui(&mut row, view, position + 1, time) {
                    replace(times, position, new);
                }
                row.col(|ui| {
                    let remove = say!("logistics-travel-remove", number = (position + 1));
                    if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
                        take(times, position);
                    }
                });
            });
        });
}

fn cells_ui(
    row: &mut egui_extras::TableRow<'_, '_>,
    view: &View<'_>,
    number: usize,
    time: &TravelTime,
) -> Option<TravelTime> {
    let mut new = time.clone();
    let visit = view.visit();
    row.col(|ui| {
        let name = say!("logistics-travel-from", number = number);
        let picked = kit::place_cell(ui, &name, visit, time.from.as_ref());
        new.from = picked.unwrap_or_else(|| time.from.clone());
    });
    row.col(|ui| {
        let name = say!("logistics-travel-to", number = number);
        let picked = kit::place_cell(ui, &name, visit, time.to.as_ref());
        new.to = picked.unwrap_or_else(|| time.to.clone());
    });
    let Span { least, most } = time.mins.clone();
    row.col(|ui| {
        let name = say!("logistics-travel-least", number = number);
        if let Some(least) = kit::number_cell(ui, &name, least) {
            new.mins = Span::new(least, most.max(least));
        }
    });
    row.col(|ui| {
        let name = say!("logistics-travel-most", number = number);
        if let Some(most) = kit::number_cell(ui, &name, most) {
            new.mins = Span::new(least.min(most), most);
        }
    });
    (new != *time).then_some(new)
}
