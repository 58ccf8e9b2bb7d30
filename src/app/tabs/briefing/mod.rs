//! Briefing: notes by kind with their text and talking points, lines to take, tasks.

mod inspector;
mod lines;
mod points;

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{ScrollArea, Ui};

pub use self::inspector::inspector_ui;
use super::records;
use crate::app::kit::{self, Form};
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{Choice as _, Note, NoteKind, Record, RecordKind, RecordRef, Task};
use crate::words::{self, dates, interface_lang, say};

/// The list beside what is written, in points.
const LIST: f32 = 260.0;

pub fn briefing_ui(ui: &mut Ui, view: &View<'_>) {
    egui::Panel::left("briefing-list").default_size(LIST).size_range(180.0..=420.0).show(
        ui,
        |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| list_ui(ui, view));
        },
    );
    egui::CentralPanel::default()
        .frame(egui::Frame::new().fill(theme::palette(ui).panel).inner_margin(12))
        .show(ui, |ui| {
            ScrollArea::vertical().auto_shrink(false).show(ui, |ui| match view.selection {
                Some(RecordRef::Note(id)) => {
                    let note = view.visit().notes.iter().find(|note| note.id == *id);
                    if let Some(note) = note {
                        ui.push_id(id, |ui| note_ui(ui, view, note));
                        ui.separator();
                        lines::lines_ui(ui, view);
                    }
                }
                _ if view.visit().notes.is_empty() => {
                    let step = say!("briefing-add-first");
                    if kit::empty_state(ui, &say!("briefing-empty"), Some(&step)) {
                        view.edit(new_note(view, NoteKind::ReadAhead));
                    }
                    lines::lines_ui(ui, view);
                }
                _ => {
                    kit::small(ui, &say!("briefing-choose"));
                    lines::lines_ui(ui, view);
                }
            });
        });
}

fn list_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal(|ui| {
        kit::heading(ui, &say!("briefing-notes"));
        ui.menu_button(say!("briefing-add"), |ui| {
            for kind in NoteKind::ALL {
                if ui.button(words::choice(*kind)).clicked() {
                    view.edit(new_note(view, *kind));
                }
            }
        });
    });
    for kind in NoteKind::ALL {
        let notes: Vec<&Arc<Note>> =
            view.visit().notes.iter().filter(|note| note.kind == *kind).collect();
        if notes.is_empty() {
            continue;
        }
        ui.add_space(GAP);
        kit::small(ui, &words::choice(*kind));
        for note in notes {
            records::row_ui(ui, view, &Record::Note(note.clone()), &beside(note));
        }
    }
    tasks_ui(ui, view);
}

fn due_by(day: NaiveDate) -> String {
    say!("briefing-due", date = dates::date(day, &interface_lang()))
}

/// What stands behind a note's title in the list.
fn beside(note: &Note) -> String {
    let points = note.talking_points.len();
    let points = (points > 0).then(|| say!("briefing-points", count = points));
    let state = match note.due {
        _ if note.done => Some(say!("briefing-done")),
        due => due.map(due_by),
    };
    points.into_iter().chain(state).collect::<Vec<_>>().join(" · ")
}

fn new_note(view: &View<'_>, kind: NoteKind) -> Edit {
    let title = words::choice(kind);
    let note = Note { kind, title: title.as_str().into(), ..Note::default() };
    let id = view.visit().fresh_id(RecordKind::Note, &title);
    Edit::Add { record: Record::from(note).with_id(&id), at: None }
}

/// Tasks with the switch that says they are done.
fn tasks_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal(|ui| {
        kit::heading(ui, &kit::label("tasks"));
        let kind = words::kind(RecordKind::Task);
        if ui.button(say!("records-add", kind = kind)).clicked() {
            records::add(view, RecordKind::Task);
        }
    });
    if view.visit().tasks.is_empty() {
        kit::small(ui, &say!("records-none"));
    }
    for task in &view.visit().tasks {
        ui.push_id(&task.id, |ui| task_ui(ui, view, task));
    }
}

fn task_ui(ui: &mut Ui, view: &View<'_>, task: &Arc<Task>) {
    let visit = view.visit();
    let owner = task.owner.as_ref().map(|owner| visit.person_label(owner));
    let due = task.due.map(due_by);
    let beside: Vec<String> = owner.into_iter().chain(due).collect();
    ui.horizontal(|ui| {
        let mut done = task.done;
        let name = say!("briefing-task-done", task = task.what.in_lang(&view.lang()));
        let response = ui.add(egui::Checkbox::without_text(&mut done));
        response.widget_info(|| {
            egui::WidgetInfo::selected(egui::Role::CheckBox, true, task.done, name.as_str())
        });
        if response.changed() {
            view.set(Task { done, ..Task::clone(task) });
        }
        records::row_ui(ui, view, &Record::Task(task.clone()), &beside.join(" · "));
    });
}

/// What is written in a note: its title, text and talking points.
fn note_ui(ui: &mut Ui, view: &View<'_>, note: &Arc<Note>) {
    let mut form = Form::new(view.visit(), note.as_ref()).of(RecordKind::Note);
    form.texts(ui, "title", |note| &mut note.title);
    form.text_lines(ui, "desired_outcome", 2, |note| &mut note.desired_outcome);
    kit::markdown_field(ui, &mut form, "body", 12, |note| &mut note.body);
    kit::heading(ui, &kit::label("talking_points"));
    points::points_ui(ui, &mut form);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}
