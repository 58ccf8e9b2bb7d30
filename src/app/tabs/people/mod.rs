//! The people of a visit: a table to sort, filter and choose from, lists taken
//! in, and the editor of one person.

mod coming_ui;
mod crop_ui;
mod earlier_ui;
mod inspector;
mod intake_rows;
mod intake_ui;
mod merge_ui;
mod order_ui;
mod ranks_ui;
mod rows;
mod standing_ui;
mod table;
mod tools;

use std::sync::Arc;

use egui::Ui;

pub use self::crop_ui::crop_ui;
pub use self::earlier_ui::earlier_ui;
pub use self::inspector::inspector_ui;
pub use self::intake_ui::{intake_ui, paste_ui};
pub use self::merge_ui::{duplicates_ui, merge_ui};
pub use self::order_ui::carry_ui;
pub use self::ranks_ui::ranks_ui;
use self::rows::{Column, Sorting};
use crate::app::command::Action;
use crate::app::kit;
use crate::app::view::View;
use crate::model::{Person, PersonId, Visit};
use crate::words::say;

/// How the table looks at the moment; it lives as long as the window.
#[derive(Clone, Debug)]
pub(super) struct Look {
    filter: String,
    sorting: Option<Sorting>,
    columns: Vec<Column>,
    /// Several people at once, beside the one that the window has selected.
    marked: Vec<PersonId>,
    /// From where Shift reaches.
    anchor: Option<PersonId>,
    /// The row to bring into sight.
    scroll_to: Option<u64>,
}

impl Default for Look {
    fn default() -> Self {
        let (filter, sorting, columns) = (String::new(), None, Column::USUAL.to_vec());
        Self { filter, sorting, columns, marked: Vec::new(), anchor: None, scroll_to: None }
    }
}

/// The rows as they were made last, and from what.
#[derive(Clone)]
struct Made {
    visit: Arc<Visit>,
    filter: String,
    sorting: Option<Sorting>,
    rows: Arc<Vec<Arc<Person>>>,
}

/// The tab.
pub fn people_ui(ui: &mut Ui, view: &View<'_>) {
    if let Some(look) = view.order {
        order_ui::order_ui(ui, view, look);
        return;
    }
    let id = egui::Id::unique("people-look");
    let mut look: Look = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    look.marked.retain(|marked| view.visit().person(marked).is_some());
    let rows = rows_of(ui, view, &look);
    tools::tools_ui(ui, view, &mut look, rows.len());
    ui.add_space(crate::app::theme::GAP);
    if view.visit().people.is_empty() {
        let step = say!("people-add-first");
        if kit::empty_state(ui, &say!("people-empty"), Some(&step)) {
            view.act(Action::AddPerson);
        }
    } else if rows.is_empty() {
        let step = say!("people-filter-clear");
        if kit::empty_state(ui, &say!("people-none-found"), Some(&step)) {
            look.filter.clear();
        }
    } else {
        table::table_ui(ui, view, &mut look, &rows);
    }
    ui.data_mut(|data| data.insert_temp(id, look));
}

/// The rows, made anew only when visit, filter or order are others than last time.
fn rows_of(ui: &Ui, view: &View<'_>, look: &Look) -> Arc<Vec<Arc<Person>>> {
    let id = egui::Id::unique("people-rows");
    let visit = view.session.visit();
    let made: Option<Made> = ui.data(|data| data.get_temp(id));
    let same = |made: &Made| {
        Arc::ptr_eq(&made.visit, visit)
            && made.filter == look.filter
            && made.sorting == look.sorting
    };
    if let Some(made) = made.filter(same) {
        return made.rows;
    }
    let rows = Arc::new(rows::rows(visit, &look.filter, look.sorting));
    let made = Made {
        visit: visit.clone(),
        filter: look.filter.clone(),
        sorting: look.sorting,
        rows: rows.clone(),
    };
    ui.data_mut(|data| data.insert_temp(id, made));
    rows
}
