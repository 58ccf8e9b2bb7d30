//! The dialogs for lists of people: rows pasted, columns mapped, and what is new, changed, the
//! same and absent, before anything is done.

use std::sync::Arc;

use egui::{ComboBox, Grid, Label, RichText, ScrollArea, TextEdit, Ui};

use super::intake_rows::rows_ui;
use crate::app::command::{Command, Modal};
use crate::app::intake::{Intake, ListFrom};
use crate::app::kit;
use crate::app::theme::{self, GAP, SMALL};
use crate::app::view::View;
use crate::edit::Edit;
use crate::exchange::ENCODINGS;
use crate::exchange::people::{Column, Field, Source, State};
use crate::model::{Choice as _, Delegation, DelegationId, RecordKind, RecordRef, Side};
use crate::words::{self, choice, say};

/// The question for rows from a spreadsheet; `text` is what was pasted so far.
pub fn paste_ui(ui: &mut Ui, view: &View<'_>, text: &str) {
    kit::heading(ui, &say!("people-paste-title"));
    kit::small(ui, &say!("people-paste-hint"));
    let mut draft = text.to_owned();
    let field = ScrollArea::vertical().id_salt("paste-text").max_height(240.0).show(ui, |ui| {
        ui.add(TextEdit::multiline(&mut draft).desired_rows(10).desired_width(f32::INFINITY))
    });
    let name = say!("people-paste-field");
    field
        .inner
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name.as_str()));
    if field.inner.changed() {
        view.send(Command::Ask(Modal::Paste { text: draft }));
    }
    ui.add_space(GAP);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!text.trim().is_empty(), |ui| {
            if kit::primary_button(ui, &say!("people-paste-look")).clicked() {
                view.send(Command::ReadPeople(ListFrom::Paste(text.to_owned()), None));
            }
        });
        if ui.button(say!("people-paste-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

/// The preview of a list.
pub fn intake_ui(ui: &mut Ui, view: &View<'_>, intake: &Intake) {
    kit::heading(ui, &say!("people-intake-title"));
    let mut next = intake.clone();
    let mut changed = false;
    source_ui(ui, view, intake);
    changed |= party_ui(ui, view, &mut next);
    changed |= columns_ui(ui, view, &mut next);
    ui.add_space(GAP);
    changed |= choices_ui(ui, &mut next);
    ui.add_space(GAP);
    let room = (ui.ctx().content_rect().height() - 420.0).clamp(120.0, 380.0);
    changed |= rows_ui(ui, view, &mut next, room);
    if changed {
        view.send(Command::LookAtPeople(Box::new(next)));
    }
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        let does = intake.does_something();
        ui.add_enabled_ui(does, |ui| {
            if kit::primary_button(ui, &say!("people-paste-do")).clicked() {
                view.send(Command::TakePeople(Box::new(intake.clone())));
            }
        });
        if ui.button(say!("people-paste-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

impl Intake {
    /// Whether taking it over would change the visit.
    fn does_something(&self) -> bool {
        let (choices, preview) = (self.choices, &self.preview);
        let has = |is: fn(&State) -> bool| preview.count(is) > 0;
        choices.new && has(|state| *state == State::New)
            || choices.changed && has(|state| matches!(state, State::Changed(_)))
            || choices.absent && !preview.absent.is_empty()
    }
}

/// What was read, and as what: a wrong encoding shows in the names.
fn source_ui(ui: &mut Ui, view: &View<'_>, intake: &Intake) {
    ui.horizontal_wrapped(|ui| {
        let count = match &intake.found.source {
            Source::List(list) => say!("people-intake-rows", count = list.rows.len()),
            Source::Cards(cards) => say!("people-intake-cards", count = cards.len()),
        };
        let name = match &intake.from {
            ListFrom::File(path) => {
                path.file_name().unwrap_or_default().to_string_lossy().into_owned()
            }
            ListFrom::Paste(_) => say!("people-intake-pasted"),
        };
        kit::small(ui, &format!("{name} · {count}"));
        let (ListFrom::File(_), Some((encoding, is_guess))) = (&intake.from, intake.found.encoding)
        else {
            return;
        };
        if is_guess {
            let colour = theme::palette(ui).warning;
            ui.colored_label(colour, say!("people-intake-guess"));
        }
        let label = say!("people-intake-encoding");
        let picked =
            ComboBox::from_id_salt("intake-encoding").selected_text(encoding).show_ui(ui, |ui| {
                ENCODINGS
                    .iter()
                    .find(|name| ui.selectable_label(**name == encoding, **name).clicked())
            });
        picked
            .response
            .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, label.as_str()));
        if let Some(name) = picked.inner.flatten() {
            let encoding = Some((*name).to_owned());
            view.send(Command::ReadPeople(intake.from.clone(), encoding));
        }
    });
}

/// The delegation the list is of.
fn party_ui(ui: &mut Ui, view: &View<'_>, intake: &mut Intake) -> bool {
    let visit = view.visit();
    if visit.delegations.is_empty() {
        return new_party_ui(ui, view, intake);
    }
    let nobody = (None, say!("people-intake-no-party"));
    let parties = visit.delegations.iter().map(|party| {
        (Some(party.id.clone()), visit.label(&RecordRef::Delegation(party.id.clone())))
    });
    let options: Vec<(Option<DelegationId>, String)> =
        std::iter::once(nobody).chain(parties).collect();
    let picked = kit::pick_field(ui, &say!("people-intake-party"), &intake.party, &options);
    match picked {
        Some(party) => {
            intake.party = party;
            true
        }
        None => intake.party.is_none() && new_party_ui(ui, view, intake),
    }
}

/// A list of names may be that of a delegation which the visit does not have yet.
fn new_party_ui(ui: &mut Ui, view: &View<'_>, intake: &mut Intake) -> bool {
    let mut is_new = false;
    ui.horizontal_wrapped(|ui| {
        kit::small(ui, &say!("people-intake-new-party"));
        for side in Side::ALL {
            let name = choice(*side);
            if ui.button(&name).clicked() {
                let id = view.visit().fresh_id(RecordKind::Delegation, &name);
                let Some(id) = DelegationId::new(&id) else { continue };
                let name = name.as_str().into();
                intake.party = Some(id.clone());
                view.edit(Edit::add(Delegation { id, side: *side, name, ..Delegation::default() }));
                is_new = true;
            }
        }
    });
    is_new
}

/// What each column means, beside the first of its values.
fn columns_ui(ui: &mut Ui, view: &View<'_>, intake: &mut Intake) -> bool {
    let Source::List(list) = &intake.found.source else { return false };
    let unknown = list.columns.iter().filter(|column| column.is_none()).count();
    let mut meant = None;
    let name = if unknown == 0 {
        say!("people-intake-columns")
    } else {
        say!("people-intake-columns-open", count = unknown)
    };
    let options = column_options(view);
    // Open where somebody must look; by hand otherwise.
    kit::section(ui, &name, unknown > 0, |ui| {
        ScrollArea::vertical().id_salt("intake-columns").max_height(150.0).show(ui, |ui| {
            Grid::new("intake-columns").num_columns(3).striped(true).show(ui, |ui| {
                for index in 0..list.columns.len() {
                    let heading = list.headings.get(index).map_or("", String::as_str);
                    let heading = if heading.is_empty() {
                        say!("people-intake-column", number = (index + 1))
                    } else {
                        heading.to_owned()
                    };
                    ui.scope(|ui| {
                        ui.set_width(150.0);
                        ui.add(Label::new(&heading).truncate());
                    });
                    let samples = list.samples(index).collect::<Vec<_>>().join(" · ");
                    let samples: String = samples.chars().take(48).collect();
                    let soft = theme::palette(ui).soft;
                    ui.label(RichText::new(samples).size(SMALL).color(soft));
                    if let Some(column) =
                        column_ui(ui, &heading, index, list.columns.get(index), &options)
                    {
                        meant = Some((index, column));
                    }
                    ui.end_row();
                }
            });
        });
    });
    let Some((index, column)) = meant else { return false };
    if let Source::List(list) = &mut Arc::make_mut(&mut intake.found).source
        && let Some(slot) = list.columns.get_mut(index)
    {
        *slot = column;
    }
    true
}

fn column_ui(
    ui: &mut Ui,
    heading: &str,
    index: usize,
    now: Option<&Option<Column>>,
    options: &[(Option<Column>, String)],
) -> Option<Option<Column>> {
    let now = now.cloned().flatten();
    let shown = options.iter().find(|(column, _)| *column == now);
    let shown = shown.map_or_else(
        || now.as_ref().map(Column::title).unwrap_or_default(),
        |(_, name)| name.clone(),
    );
    let picked = ComboBox::from_id_salt(("intake-column", index))
        .width(220.0)
        .height(260.0)
        .selected_text(shown)
        .show_ui(ui, |ui| {
            let mut picked = None;
            for (column, name) in options {
                if ui.selectable_label(*column == now, name).clicked() {
                    picked = Some(column.clone());
                }
            }
            picked
        });
    let name = say!("people-intake-means", heading = heading);
    picked
        .response
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::ComboBox, true, name.as_str()));
    picked.inner.flatten().filter(|column| *column != now)
}

/// Left out, or a field, those in several languages once for each.
fn column_options(view: &View<'_>) -> Vec<(Option<Column>, String)> {
    let mut langs = view.visit().about.languages.clone();
    for known in words::LANGUAGES.iter().filter_map(|tag| crate::model::Lang::new(tag)) {
        if !langs.contains(&known) {
            langs.push(known);
        }
    }
    let mut options = vec![(None, say!("people-intake-leave-out"))];
    for field in Field::ALL {
        let plain = Column::new(field);
        options.push((Some(plain.clone()), plain.title()));
        if field.is_in_languages() {
            options.extend(langs.iter().map(|lang| {
                let column = Column::in_lang(field, lang.clone());
                (Some(column.clone()), column.title())
            }));
        }
    }
    options
}

/// Three choices, each independent of the others.
fn choices_ui(ui: &mut Ui, intake: &mut Intake) -> bool {
    let preview = intake.preview.clone();
    let choices = &mut intake.choices;
    let new = preview.count(|state| *state == State::New);
    let changed = preview.count(|state| matches!(state, State::Changed(_)));
    let absent = preview.absent.len();
    let mut any = false;
    ui.horizontal_wrapped(|ui| {
        for (text, choice) in [
            (say!("people-intake-new", count = new), &mut choices.new),
            (say!("people-intake-changed", count = changed), &mut choices.changed),
            (say!("people-intake-absent", count = absent), &mut choices.absent),
        ] {
            if let Some(now) = kit::switch(ui, &text, *choice) {
                *choice = now;
                any = true;
            }
        }
        let same = preview.count(|state| *state == State::Same);
        if same > 0 {
            kit::small(ui, &say!("people-intake-same", count = same));
        }
    });
    any
}
