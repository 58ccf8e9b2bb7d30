//! The library at the left: search as you type, upcoming, drafts, past, broken.

use std::sync::Arc;

use egui::{RichText, ScrollArea, TextEdit, Ui};

use super::visits;
use crate::app::command::{Action, Command};
use crate::app::kit;
use crate::app::state::State;
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::library::{Entries, Group, Library, Query};
use crate::model::Lang;
use crate::words::{interface_lang, say};

pub(super) fn library_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    let Some(library) = &state.library else {
        if kit::empty_state(ui, &say!("library-none"), Some(&say!("action-open-folder"))) {
            view.act(Action::OpenFolder);
        }
        return;
    };
    let mut words = state.search.clone();
    let width = ui.available_width();
    let hint = say!("library-search");
    let search = TextEdit::singleline(&mut words).hint_text(hint.clone()).desired_width(width);
    let response = ui.add(search);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, hint.as_str()));
    if response.changed() {
        view.send(Command::Search(words));
    }
    ui.add_space(GAP);
    ui.horizontal(|ui| {
        if ui.button(say!("action-new-visit")).clicked() {
            view.act(Action::NewVisit);
        }
        visits::filter_menu_ui(ui, state, library);
    });
    let foot = ui.spacing().interact_size.y + 3.0 * GAP;
    let height = (ui.available_height() - foot).max(80.0);
    ScrollArea::vertical().auto_shrink(false).max_height(height).show(ui, |ui| {
        list_ui(ui, state, view, library);
    });
    ui.add_space(GAP);
    if ui.button(say!("action-across")).clicked() {
        view.act(Action::Across);
    }
}

/// The entries as they were listed last, and for what.
#[derive(Clone)]
struct Listed {
    of: (u64, Query, Lang),
    entries: Arc<Entries>,
}

/// The entries that the list shows, looked up only when the library or the question changed.
fn listed(ui: &Ui, state: &State, library: &Library) -> Arc<Entries> {
    let id = egui::Id::unique("library-listed");
    let query = Query { words: state.search.clone(), ..visits::query(ui) };
    // Titles are sorted as the language of the window does.
    let of = (state.library_version, query, interface_lang());
    let known: Option<Listed> = ui.data(|data| data.get_temp(id));
    if let Some(known) = known.filter(|known| known.of == of) {
        return known.entries;
    }
    let entries = Arc::new(library.list(&of.1));
    ui.data_mut(|data| data.insert_temp(id, Listed { of, entries: entries.clone() }));
    entries
}

fn list_ui(ui: &mut Ui, state: &State, view: &View<'_>, library: &Library) {
    /// Two lines of title and one of dates.
    const USUAL: f32 = 58.0;
    let entries = listed(ui, state, library);
    if entries.is_empty() {
        let text = if library.entries().is_empty() {
            say!("library-empty")
        } else {
            say!("library-no-match")
        };
        kit::empty_state(ui, &text, None);
    }
    for group in Group::ALL {
        let mut members =
            entries.iter().filter(|entry| entry.group(view.today) == group).peekable();
        if members.peek().is_none() {
            continue;
        }
        ui.add_space(2.0 * GAP);
        let soft = theme::palette(ui).soft;
        ui.label(RichText::new(group_name(group)).font(theme::semibold(theme::SMALL)).color(soft));
        for entry in members {
            let id = egui::Id::unique(("library-entry", entry.path()));
            kit::in_sight(ui, id, USUAL, |ui| visits::entry_ui(ui, state, view, entry)).ok();
        }
    }
}

fn group_name(group: Group) -> String {
    match group {
        Group::Upcoming => say!("library-upcoming"),
        Group::Drafts => say!("library-drafts"),
        Group::Past => say!("library-past"),
        Group::Broken => say!("library-broken"),
    }
}
