//! Programme: the days as lists or as a grid, and what waits for a day.

mod calendar_ui;
mod day_ui;
mod grid;
mod inspector;
mod list;
mod look;
mod order;
mod parts;
mod tools;
mod way_ui;

use egui::Ui;

pub use self::calendar_ui::{calendar_ui, export_calendar_ui};
pub use self::day_ui::{keep_day_ui, lay_day_ui};
pub use self::grid::{Step, stepped};
pub use self::inspector::inspector_ui;
pub use self::look::{Form, ProgrammeLook, Snap};
pub use self::order::shifted;
pub use self::way_ui::way_ui;
use crate::app::command::Action;
use crate::app::kit;
use crate::app::view::View;
use crate::words::say;

pub fn programme_ui(ui: &mut Ui, view: &View<'_>) {
    tools::tools_ui(ui, view);
    if view.visit().items.is_empty() && view.visit().days().is_empty() {
        if kit::empty_state(ui, &say!("programme-empty"), Some(&say!("action-add-item"))) {
            view.act(Action::AddItem);
        }
        return;
    }
    match view.programme.form {
        Form::List => list::list_ui(ui, view),
        Form::Groups | Form::Days => grid::grid_ui(ui, view),
    }
}
