//! The library at the left: search as you type, upcoming, drafts, past, broken.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::mutex::Mutex;
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

/// Two lines of title and one of dates.
const USUAL: f32 = 58.0;

/// The entries as they were listed last, and for what.
#[derive(Clone)]
struct Listed {
    of: (u64, Query, Lang, NaiveDate),
    groups: Arc<Mutex<Vec<Listing>>>,
}

/// The entries under one heading.
struct Listing {
    group: Group,
    entries: Entries,
    /// How high each was drawn.
    heights: Vec<f32>,
}

/// The entries that the list shows, looked up only when the library or the question changed.
fn listed(ui: &Ui, state: &State, view: &View<'_>, library: &Library) -> Arc<Mutex<Vec<Listing>>> {
    let id = egui::Id::unique("library-listed");
    let query = Query { words: state.search.clone(), ..visits::query(ui) };
    // Titles are sorted as the language of the window does.
    let of = (state.library_version, query, interface_lang(), view.today);
    let known: Option<Listed> = ui.data(|data| data.get_temp(id));
    if let Some(known) = known.filter(|known| known.of == of) {
        return known.groups;
    }
    let mut groups: Vec<Listing> = Group::ALL
        .into_iter()
        .map(|group| Listing { group, entries: Vec::new(), heights: Vec::new() })
        .collect();
    for entry in library.list(&of.1) {
        let group = entry.group(view.today);
        if let Some(listing) = groups.iter_mut().find(|listing| listing.group == group) {
            listing.entries.push(entry);
            listing.heights.push(USUAL);
        }
    }
    groups.retain(|listing| !listing.entries.is_empty());
    let groups = Arc::new(Mutex::new(groups));
    ui.data_mut(|data| data.insert_temp(id, Listed { of, groups: Arc::clone(&groups) }));
    groups
}

fn list_ui(ui: &mut Ui, state: &State, view: &View<'_>, library: &Library) {
    let groups = listed(ui, state, view, library);
    let mut groups = groups.lock();
    if groups.is_empty() {
        let text = if library.entries().is_empty() {
            say!("library-empty")
        } else {
            say!("library-no-match")
        };
        kit::empty_state(ui, &text, None);
    }
    for Listing { group, entries, heights } in groups.iter_mut() {
        ui.add_space(2.0 * GAP);
        let soft = theme::palette(ui).soft;
        let name = RichText::new(group_name(*group)).font(theme::semibold(theme::SMALL));
        ui.label(name.color(soft));
        ui.push_id(*group, |ui| {
            kit::long_list(ui, heights, |ui, at| {
                if let Some(entry) = entries.get(at) {
                    visits::entry_ui(ui, state, view, entry);
                }
            });
        });
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
