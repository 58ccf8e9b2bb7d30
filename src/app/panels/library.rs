//! The library at the left: search as you type, upcoming, drafts, past, broken.

use egui::{RichText, ScrollArea, TextEdit, Ui};

use super::visits;
use crate::app::command::{Action, Command};
use crate::app::kit;
use crate::app::state::State;
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::library::{Group, Library, Query};
use crate::words::say;

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
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| list_ui(ui, state, view, library));
}

fn list_ui(ui: &mut Ui, state: &State, view: &View<'_>, library: &Library) {
    let query = Query { words: state.search.clone(), ..visits::query(ui) };
    let entries = library.list(&query);
    if entries.is_empty() {
        let text = if library.entries().is_empty() {
            say!("library-empty")
        } else {
            say!("library-no-match")
        };
        kit::empty_state(ui, &text, None);
    }
    for group in Group::ALL {
        let members: Vec<_> =
            entries.iter().filter(|entry| entry.group(view.today) == group).collect();
        if members.is_empty() {
            continue;
        }
        ui.add_space(2.0 * GAP);
        let soft = theme::palette(ui).soft;
        ui.label(RichText::new(group_name(group)).font(theme::semibold(theme::SMALL)).color(soft));
        for entry in members {
            visits::entry_ui(ui, state, view, entry);
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
