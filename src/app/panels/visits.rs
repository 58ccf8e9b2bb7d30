//! One visit of the library's list, and the filters over it.

use egui::Ui;

use crate::app::command::{Command, FileCommand, Modal};
use crate::app::kit::{self, RowLook};
use crate::app::state::State;
use crate::app::theme;
use crate::app::view::View;
use crate::library::{Entry, Filter, Keep, Library, Query, Sort};
use crate::model::{Category, Choice as _, Status};
use crate::words::{self, dates, interface_lang, say};

/// Filter and order of the list: of this window alone, not of the visit.
pub(super) fn query(ui: &Ui) -> Query {
    ui.data(|data| data.get_temp::<Kept>(key()))
        .map(|kept| kept.0)
        .unwrap_or_else(|| Query { descending: true, ..Query::default() })
}

#[derive(Clone, Default)]
struct Kept(Query);

fn key() -> egui::Id {
    egui::Id::unique("library-query")
}

/// The menu of filters and orders.
pub(super) fn filter_menu_ui(ui: &mut Ui, _state: &State, library: &Library) {
    let query = query(ui);
    let active = query.filter != Filter::default();
    let text = if active { say!("library-filter-on") } else { say!("library-filter") };
    let mut new = query.clone();
    let config = egui::containers::menu::MenuConfig::new()
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::containers::menu::MenuButton::new(text).config(config).ui(ui, |ui| {
        ui.set_min_width(220.0);
        let facets = library.facets();
        let filter = &mut new.filter;
        pick(
            ui,
            &say!("library-by-year"),
            &mut filter.year,
            facets.years.iter().copied(),
            |year| year.to_string(),
        );
        pick(ui, &words::field("country"), &mut filter.country, facets.countries, |c| c.clone());
        pick(ui, &words::field("body"), &mut filter.body, facets.bodies, |body| body.clone());
        let categories = Category::ALL.iter().copied();
        pick(ui, &words::field("category"), &mut filter.category, categories, |c| {
            words::choice(*c)
        });
        let states = Status::ALL.iter().copied();
        pick(ui, &words::field("status"), &mut filter.status, states, |s| words::choice(*s));
        let sorts = [
            (Sort::Date, say!("library-sort-date")),
            (Sort::Title, say!("library-sort-title")),
            (Sort::Place, say!("library-sort-place")),
            (Sort::Modified, say!("library-sort-modified")),
        ];
        if let Some(sort) = kit::pick_field(ui, &say!("library-sort"), &query.sort, &sorts) {
            new.sort = sort;
        }
        if let Some(descending) = kit::switch(ui, &say!("library-descending"), query.descending) {
            new.descending = descending;
        }
        if ui.button(say!("library-filter-clear")).clicked() {
            new = Query { descending: true, ..Query::default() };
        }
    });
    if new != query {
        ui.data_mut(|data| data.insert_temp(key(), Kept(new)));
    }
}

fn pick<T: Clone + PartialEq>(
    ui: &mut Ui,
    label: &str,
    value: &mut Option<T>,
    all: impl IntoIterator<Item = T>,
    name: impl Fn(&T) -> String,
) {
    let mut options = vec![(None, say!("library-any"))];
    options.extend(all.into_iter().map(|option| (Some(option.clone()), name(&option))));
    if let Some(new) = kit::pick_field(ui, label, value, &options) {
        *value = new;
    }
}

pub(super) fn entry_ui(ui: &mut Ui, state: &State, view: &View<'_>, entry: &Entry) {
    let open = state.open.as_ref().is_some_and(|open| open.path == entry.path());
    let look = if open { RowLook::Selected } else { RowLook::Plain };
    let label = entry.label();
    let title = entry.label_in(&interface_lang());
    let response = kit::row(ui, look, &title, |ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if open {
                kit::strong(ui, &title);
            } else {
                ui.add(egui::Label::new(&title).wrap());
            }
            match (entry.summary(), entry.error()) {
                (Some(summary), _) => {
                    let days = summary.first_day.map(|first| {
                        dates::range(first, summary.last_day.unwrap_or(first), &interface_lang())
                    });
                    let place = summary.place.in_lang(&interface_lang()).to_owned();
                    let parts = days.into_iter().chain([place]).filter(|part| !part.is_empty());
                    let parts: Vec<String> = parts.collect();
                    kit::small(ui, &parts.join(" · "));
                }
                (None, Some(error)) => {
                    let colour = theme::palette(ui).error;
                    let text = egui::RichText::new(error).size(theme::SMALL).color(colour);
                    ui.add(egui::Label::new(text).wrap());
                }
                (None, None) => {}
            }
        });
    });
    if response.clicked() {
        view.send(FileCommand::Open(entry.path().to_owned()));
    }
    response.context_menu(|ui| menu_ui(ui, view, entry, &label));
}

fn menu_ui(ui: &mut Ui, view: &View<'_>, entry: &Entry, label: &str) {
    let path = entry.path().to_owned();
    if entry.summary().is_some() {
        if ui.button(say!("library-from-past")).clicked() {
            view.send(Command::Ask(Modal::NewVisit {
                title: label.to_owned(),
                first: view.today.to_string(),
                last: String::new(),
                zone: String::new(),
                from: Some((path.clone(), Keep { people: true, notes: true })),
            }));
        }
        if ui.button(say!("library-rename")).clicked() {
            let title = label.to_owned();
            view.send(Command::Ask(Modal::Retitle { path: path.clone(), title }));
        }
        if ui.button(say!("action-rename-file")).clicked() {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            view.send(Command::Ask(Modal::RenameFile { path: path.clone(), name }));
        }
        if ui.button(say!("library-duplicate")).clicked() {
            view.send(FileCommand::Duplicate(path.clone()));
        }
    }
    if ui.button(say!("library-trash")).clicked() {
        view.send(Command::Ask(Modal::Trash { path, title: label.to_owned() }));
    }
}
