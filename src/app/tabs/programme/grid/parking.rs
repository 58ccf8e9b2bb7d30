//! The items that wait for a day, beside the grid: dragged in and out, found by their title.

use egui::{Rect, RichText, ScrollArea, Ui};

use super::block_ui::name;
use super::carry::{in_hand, take_parked};
use crate::app::kit::{self, RowLook};
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::library::fold::fold;
use crate::model::RecordRef;
use crate::words::say;

/// Draws the list; where it is.
pub(super) fn parking_ui(ui: &mut Ui, view: &View<'_>) -> Rect {
    let waiting = view.visit().items_on(None);
    kit::heading(ui, &say!("grid-parking", count = waiting.len()));
    let id = ui.scope_id().with("search");
    let mut words: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    if !waiting.is_empty() {
        let field = egui::TextEdit::singleline(&mut words).hint_text(say!("grid-parking-search"));
        let field = ui.add(field.desired_width(ui.available_width()));
        let label = say!("grid-parking-search");
        field
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, label.as_str()));
        if field.changed() {
            ui.data_mut(|data| data.insert_temp(id, words.clone()));
        }
    }
    let wanted = fold(&words);
    let area = ui.available_rect_before_wrap();
    ScrollArea::vertical().id_salt("parking").auto_shrink(false).show(ui, |ui| {
        for item in waiting.into_iter().filter(|item| fold(item.title.any()).contains(&wanted)) {
            let what: RecordRef = item.id.clone().into();
            let look = if view.is_selected(&what) { RowLook::Selected } else { RowLook::Plain };
            let row = ui.push_id(&item.id, |ui| {
                kit::row(ui, look, &name(view, item), |ui| {
                    let title = item.title.in_lang(&view.lang());
                    ui.add(egui::Label::new(title).wrap());
                })
            });
            let row = row.inner;
            if row.clicked() || row.gained_focus() {
                row.request_focus();
                view.select(what);
            }
            if row.drag_started() {
                take_parked(ui, view, item);
            }
        }
        let hint = RichText::new(say!("grid-parking-hint")).size(theme::SMALL);
        ui.add_space(GAP);
        ui.add(egui::Label::new(hint.color(theme::palette(ui).soft)).wrap());
    });
    let over = ui.input(|input| input.pointer.latest_pos()).is_some_and(|at| area.contains(at));
    if over && in_hand(ui, view).is_some() {
        let stroke = egui::Stroke::new(1.5, theme::palette(ui).accent);
        ui.painter().rect_stroke(area, 4.0, stroke, egui::StrokeKind::Inside);
    }
    area
}
