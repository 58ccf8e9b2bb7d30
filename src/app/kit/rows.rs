//! The keys of a list of rows, the same for every list.

use egui::{EventFilter, Id, Key, Modifiers, Rect, Ui};

/// A row for the keys: what it shows, its widget and its place. One out of sight is not drawn and
/// has no widget.
pub type Row<T> = (T, Option<Id>, Rect);

/// The row that the keys are about: that with the focus; where nothing has it, the selected one.
/// A question in front of the list has the keys.
pub fn row_at<T>(ui: &Ui, rows: &[Row<T>], is_selected: impl Fn(&T) -> bool) -> Option<usize> {
    if ui.memory(|memory| memory.top_modal_layer().is_some()) {
        return None;
    }
    let focused = ui.memory(|memory| memory.focused());
    let at = match focused {
        Some(id) => rows.iter().position(|(_, row, _)| *row == Some(id)),
        None => rows.iter().position(|(what, ..)| is_selected(what)),
    }?;
    if let Some(id) = focused {
        let filter = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    }
    Some(at)
}

/// The row that the arrows go to from this one; Enter goes to the inspector.
pub fn walked<'a, T>(ui: &Ui, rows: &'a [Row<T>], at: usize) -> Option<&'a T> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let to = if pressed(Key::ArrowDown) {
        rows.get(at + 1)
    } else if pressed(Key::ArrowUp) {
        at.checked_sub(1).and_then(|at| rows.get(at))
    } else {
        None
    };
    if to.is_none() && pressed(Key::Enter) {
        super::focus_next(ui.ctx());
    }
    let (what, row, rect) = to?;
    focus_row(ui, *row);
    ui.scroll_to_rect(*rect, None);
    Some(what)
}

/// Gives a row the focus; one that is not drawn is known by being selected.
pub fn focus_row(ui: &Ui, row: Option<Id>) {
    ui.memory_mut(|memory| match row {
        Some(row) => memory.request_focus(row),
        None => memory.stop_text_input(),
    });
}
