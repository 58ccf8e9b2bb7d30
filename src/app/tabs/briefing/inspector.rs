//! What a note or a task is about, for whom, and by when.

use egui::Ui;

use crate::app::kit::Form;
use crate::app::tabs::records;
use crate::app::view::View;
use crate::model::{Note, Record, RecordRef, Task};

/// The editor of a note's circumstances, or of a task. The text of a note is written in the tab.
pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
    match view.visit().record(what) {
        Some(Record::Note(note)) => note_ui(ui, view, &note),
        Some(Record::Task(task)) => task_ui(ui, view, &task),
        _ => {}
    }
}

fn note_ui(ui: &mut Ui, view: &View<'_>, note: &Note) {
    let mut form = Form::new(view.visit(), note);
    form.choice(ui, "kind", |note| &mut note.kind);
    form.choice(ui, "visibility", |note| &mut note.visibility);
    form.items(ui, "items", |note| &mut note.items);
    form.people(ui, "people", |note| &mut note.people);
    form.person(ui, "author", |note| &mut note.author);
    form.date(ui, "due", |note| &mut note.due);
    form.switch(ui, "done", |note| &mut note.done);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

fn task_ui(ui: &mut Ui, view: &View<'_>, task: &Task) {
    let mut form = Form::new(view.visit(), task);
    form.texts(ui, "what", |task| &mut task.what);
    form.person(ui, "owner", |task| &mut task.owner);
    form.date(ui, "due", |task| &mut task.due);
    form.switch(ui, "done", |task| &mut task.done);
    form.item(ui, "item", |task| &mut task.item);
    form.choice(ui, "visibility", |task| &mut task.visibility);
    form.lines(ui, "remarks", |task| &mut task.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}
