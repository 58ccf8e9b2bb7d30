//! The buttons above the programme.

use egui::Ui;

use super::grid::day_of;
use super::look::{Form, ProgrammeLook, Snap};
use crate::app::command::{Action, Command};
use crate::app::kit;
use crate::app::theme;
use crate::app::view::View;
use crate::model::RecordRef;
use crate::words::say;

pub(super) fn tools_ui(ui: &mut Ui, view: &View<'_>) {
    let look = view.programme;
    let set = |look: ProgrammeLook| view.send(Command::LookAtProgramme(look));
    ui.horizontal_wrapped(|ui| {
        if let Some(form) = kit::segments(ui, look.form, &Form::all()) {
            set(ProgrammeLook { form, ..look });
        }
        if look.form == Form::Groups {
            ui.separator();
            days_ui(ui, view);
        }
        if look.form != Form::List {
            ui.separator();
            snap_ui(ui, view);
        }
        ui.separator();
        if ui.button(say!("action-add-item")).clicked() {
            view.act(Action::AddItem);
        }
        ui.menu_button(say!("programme-calendar"), |ui| {
            for action in [Action::ImportCalendar, Action::ExportCalendar] {
                if ui.button(action.text()).clicked() {
                    view.act(action);
                }
            }
        });
        ui.menu_button(say!("programme-days"), |ui| {
            for action in [Action::LayDay, Action::KeepDay] {
                if ui.button(action.text()).clicked() {
                    view.act(action);
                }
            }
        });
        if look.form == Form::List {
            selected_ui(ui, view);
        }
    });
    if look.form != Form::List {
        // A line of its own, always there: the grid must not move away under the pointer.
        ui.horizontal(|ui| {
            selected_ui(ui, view);
            time_ui(ui, view);
        });
    }
}

/// The days to choose from; one over which something is carried is shown.
fn days_ui(ui: &mut Ui, view: &View<'_>) {
    let shown = day_of(view);
    for day in view.visit().days() {
        let button = ui.selectable_label(shown == Some(day), kit::month_day(day));
        let button = button.on_hover_text(kit::day_name(day));
        let carried_over = button.contains_pointer() && ui.ctx().dragged_id().is_some();
        if (button.clicked() || carried_over) && shown != Some(day) {
            let look = ProgrammeLook { day: Some(day), ..view.programme };
            view.send(Command::LookAtProgramme(look));
        }
    }
}

fn snap_ui(ui: &mut Ui, view: &View<'_>) {
    let look = view.programme;
    let name = |snap: Snap| say!("grid-snap", mins = snap.mins());
    egui::ComboBox::from_id_salt("programme-snap")
        .selected_text(name(look.snap))
        .width(96.0)
        .show_ui(ui, |ui| {
            for snap in Snap::ALL {
                if ui.selectable_label(snap == look.snap, name(snap)).clicked() {
                    view.send(Command::LookAtProgramme(ProgrammeLook { snap, ..look }));
                }
            }
        });
}

/// What can be done with the selected item. In the grid it is carried by hand.
fn selected_ui(ui: &mut Ui, view: &View<'_>) {
    if !matches!(view.selection, Some(RecordRef::Item(_))) {
        return;
    }
    for action in [
        Action::AddWay,
        Action::DuplicateSelected,
        Action::MoveUp,
        Action::MoveDown,
        Action::RemoveSelected,
    ] {
        let is_for_lists = matches!(action, Action::MoveUp | Action::MoveDown);
        let is_for_grids = action == Action::AddWay;
        if view.programme.form == Form::List && is_for_grids
            || view.programme.form != Form::List && is_for_lists
        {
            continue;
        }
        if ui.button(action.text()).clicked() {
            view.act(action);
        }
    }
}

/// The time of the selected item, which a screen reader says again when it changes.
fn time_ui(ui: &mut Ui, view: &View<'_>) {
    let item = match view.selection {
        Some(RecordRef::Item(id)) => view.visit().item(id),
        _ => None,
    };
    let text = match item {
        Some(item) => {
            let day = item.when.day().map(kit::month_day).unwrap_or_default();
            let time = kit::time_text(item.when);
            format!("{} · {day} {time}", item.title.in_lang(&view.lang()))
        }
        None => say!("grid-hint"),
    };
    let text = egui::RichText::new(text.trim()).color(theme::palette(ui).soft);
    let label = ui.add(egui::Label::new(text).truncate());
    ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(egui::accesskit::Live::Polite));
}
