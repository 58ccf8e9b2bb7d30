//! The table itself: one target of the keyboard, rows drawn only where they are seen.

use std::sync::Arc;

use egui::{
    Align2, EventFilter, Id, Key, Modifiers, Rect, Role, Sense, Stroke, TextWrapMode, Ui,
    WidgetInfo, vec2,
};
use egui_table::{CellInfo, HeaderCellInfo, HeaderRow, Table, TableDelegate};

use super::Look;
use super::rows::{Column, Sorting};
use crate::app::theme::{self, GAP, ROW};
use crate::app::view::View;
use crate::model::{Lang, Person, PersonId, RecordRef};
use crate::words::say;

pub(super) fn table_ui(
    ui: &mut Ui,
    view: &View<'_>,
    look: &mut Look,
    rows: &Arc<Vec<Arc<Person>>>,
) {
    let area = ui.available_rect_before_wrap();
    let keys = ui.interact(area, Id::unique("people-table"), Sense::focusable_noninteractive());
    keys.widget_info(|| WidgetInfo::labeled(Role::Table, true, say!("people-table")));
    if keys.has_focus() {
        keyboard(ui, keys.id, view, look, rows);
        ui.painter().rect_stroke(
            area,
            6.0,
            Stroke::new(1.0, theme::palette(ui).accent),
            egui::StrokeKind::Inside,
        );
    }
    let columns: Vec<egui_table::Column> = look
        .columns
        .iter()
        .map(|column| {
            egui_table::Column::new(column.width())
                .range(column.width()..=600.0)
                .id(Id::unique(("people-column", column)))
        })
        .collect();
    let mut table = Table::new()
        .id_salt("people")
        .num_rows(rows.len() as u64)
        .columns(columns)
        .num_sticky_cols(1)
        .headers([HeaderRow::new(ROW)]);
    if let Some(row) = look.scroll_to.take() {
        table = table.scroll_to_row(row, None);
    }
    let lang = view.lang();
    let mut drawing = Drawing { view, look, rows, lang, keys: keys.id };
    ui.scope(|ui| {
        // The table paints its own lines between cells of its own margins.
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        table.show(ui, &mut drawing);
    });
}

struct Drawing<'a> {
    view: &'a View<'a>,
    look: &'a mut Look,
    rows: &'a [Arc<Person>],
    lang: Lang,
    keys: Id,
}

impl TableDelegate for Drawing<'_> {
    fn header_cell_ui(&mut self, ui: &mut Ui, cell: &HeaderCellInfo) {
        let Some(column) = self.look.columns.get(cell.col_range.start).copied() else { return };
        let sorting = self.look.sorting.filter(|sorting| sorting.column == column);
        let mark = match sorting {
            Some(Sorting { falling: true, .. }) => " ▼",
            Some(_) => " ▲",
            None => "",
        };
        let palette = theme::palette(ui);
        let rect = ui.max_rect();
        let response = ui.interact(rect, ui.scope_id().with("sort"), Sense::click());
        let name = say!("people-sort", column = column.text());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.as_str()));
        let fill = if response.hovered() { palette.accent_soft } else { palette.background };
        ui.painter().rect_filled(rect, 0.0, fill);
        line_below(ui, rect);
        let ink = if response.has_focus() { palette.accent } else { palette.soft };
        let text = egui::RichText::new(format!("{}{mark}", column.text())).size(theme::SMALL);
        paint_text(ui, rect, text.into(), ink);
        if response.clicked() {
            self.look.sorting = match sorting {
                None => Some(Sorting { column, falling: false }),
                Some(Sorting { falling: false, .. }) => Some(Sorting { column, falling: true }),
                Some(Sorting { falling: true, .. }) => None,
            };
        }
        response.on_hover_text(name);
    }

    fn cell_ui(&mut self, ui: &mut Ui, cell: &CellInfo) {
        let row = usize::try_from(cell.row_nr).unwrap_or(usize::MAX);
        let (Some(person), Some(column)) =
            (self.rows.get(row), self.look.columns.get(cell.col_nr).copied())
        else {
            return;
        };
        let text = column.cell(self.view.visit(), person, &self.lang);
        let rect = ui.max_rect();
        let response = ui.interact(rect, ui.scope_id().with(("cell", &person.id)), Sense::CLICK);
        let reference = RecordRef::Person(person.id.clone());
        let marked = self.look.marked.contains(&person.id);
        let selected = marked || self.view.is_selected(&reference);
        if column == Column::Name {
            let name = text.as_str();
            response
                .widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, selected, name));
        } else {
            let name = if text.is_empty() { column.text() } else { text.clone() };
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name.as_str()));
        }
        let palette = theme::palette(ui);
        if selected {
            ui.painter().rect_filled(rect, 0.0, palette.accent_soft);
        } else if response.hovered() {
            ui.painter().rect_filled(rect, 0.0, palette.background);
        }
        line_below(ui, rect);
        let ink = match column {
            Column::Name if person.has_declined() => palette.soft,
            Column::Name => palette.ink,
            _ => palette.soft,
        };
        let mut shown = egui::RichText::new(&text);
        if column == Column::Name && person.has_declined() {
            shown = shown.strikethrough();
        }
        paint_text(ui, rect, shown.into(), ink);
        if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            ui.memory_mut(|memory| memory.request_focus(self.keys));
            click(self.view, self.look, self.rows, row, modifiers);
        }
    }

    fn default_row_height(&self) -> f32 {
        ROW
    }
}

fn line_below(ui: &Ui, rect: Rect) {
    let line = Stroke::new(1.0, theme::palette(ui).line);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, line);
}

/// One line, cut with an ellipsis where the cell ends. While the table takes the measure of its
/// columns it says how wide the text would like to be, within reason.
fn paint_text(ui: &mut Ui, rect: Rect, text: egui::WidgetText, ink: egui::Color32) {
    let font = egui::TextStyle::Body;
    let margin = 2.0 * GAP;
    if ui.is_sizing_pass() {
        let galley = text.into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, font);
        let width = (galley.size().x + 2.0 * margin).clamp(72.0, 260.0);
        ui.allocate_space(vec2(width, ROW));
        return;
    }
    let inner = rect.shrink2(vec2(margin, 0.0));
    let galley = text.into_galley(ui, Some(TextWrapMode::Truncate), inner.width(), font);
    let at = Align2::LEFT_CENTER.align_size_within_rect(galley.size(), inner).min;
    ui.painter().galley(at, galley, ink);
}

/// A click selects one, with Ctrl one more or one less, with Shift all up to it.
fn click(view: &View<'_>, look: &mut Look, rows: &[Arc<Person>], row: usize, modifiers: Modifiers) {
    let Some(person) = rows.get(row) else { return };
    if modifiers.shift {
        reach(look, rows, row);
    } else if modifiers.command {
        if look.marked.is_empty() {
            look.marked.extend(selected(view));
        }
        let id = &person.id;
        if look.marked.contains(id) {
            look.marked.retain(|marked| marked != id);
        } else {
            look.marked.push(id.clone());
        }
        look.anchor = Some(id.clone());
    } else {
        look.marked.clear();
        look.anchor = Some(person.id.clone());
    }
    view.select(RecordRef::Person(person.id.clone()));
}

fn selected(view: &View<'_>) -> Option<PersonId> {
    match view.selection {
        Some(RecordRef::Person(id)) => Some(id.clone()),
        _ => None,
    }
}

/// Marks everybody between the anchor and a row.
fn reach(look: &mut Look, rows: &[Arc<Person>], row: usize) {
    let anchor = look.anchor.as_ref();
    let from = rows.iter().position(|person| anchor == Some(&person.id)).unwrap_or(row);
    let (first, last) = (from.min(row), from.max(row));
    let between = rows.iter().skip(first).take(last - first + 1);
    look.marked = between.map(|person| person.id.clone()).collect();
}

/// Arrows, page keys, Home and End move the selection, with Shift they mark; Ctrl+A marks all.
fn keyboard(ui: &Ui, id: Id, view: &View<'_>, look: &mut Look, rows: &[Arc<Person>]) {
    let arrows = EventFilter { vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, arrows));
    let page = (ui.available_height() / ROW).max(1.0) as isize;
    let steps = [
        (Key::ArrowDown, 1),
        (Key::ArrowUp, -1),
        (Key::PageDown, page),
        (Key::PageUp, -page),
        (Key::Home, isize::MIN / 2),
        (Key::End, isize::MAX / 2),
    ];
    let pressed =
        |key: Key, modifiers: Modifiers| ui.input_mut(|input| input.consume_key(modifiers, key));
    if pressed(Key::A, Modifiers::COMMAND) {
        look.marked = rows.iter().map(|person| person.id.clone()).collect();
    }
    let now = selected(view);
    let now = rows.iter().position(|person| now.as_ref() == Some(&person.id));
    for (key, by) in steps {
        let shift = pressed(key, Modifiers::SHIFT);
        if !shift && !pressed(key, Modifiers::NONE) {
            continue;
        }
        let last = rows.len().saturating_sub(1);
        let to = now.map_or(0, |now| now.saturating_add_signed(by).min(last));
        let modifiers = if shift { Modifiers::SHIFT } else { Modifiers::NONE };
        if shift && look.anchor.is_none() {
            look.anchor = selected(view);
        }
        click(view, look, rows, to, modifiers);
        look.scroll_to = Some(to as u64);
    }
}
