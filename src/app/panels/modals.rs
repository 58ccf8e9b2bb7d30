//! Questions in the middle of the window. A question's half-typed answer lives in the question.

use std::path::PathBuf;

use egui::{Id, Label, ScrollArea, Ui};

use super::{findings, limits, palette, proposal};
use crate::app::calendars::CalendarCommand;
use crate::app::command::{Action, Command, FileCommand, Modal, Next, Unsaved};
use crate::app::intake::ListFrom;
use crate::app::kit;
use crate::app::state::State;
use crate::app::tabs::papers::issue_ui;
use crate::app::tabs::people::{
    carry_ui, crop_ui, duplicates_ui, earlier_ui, intake_ui, merge_ui, paste_ui, ranks_ui,
};
use crate::app::tabs::programme::{
    calendar_ui, export_calendar_ui, keep_day_ui, lay_day_ui, way_ui,
};
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::check::Finding;
use crate::library::{FromPast, NewVisit};
use crate::model::Zone;
use crate::words::{dates, interface_lang, say};

pub(super) fn modals_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    let Some(modal) = &state.modal else { return };
    let frame = egui::Frame::window(ui.style()).inner_margin(egui::Margin::same(20));
    let shown = egui::Modal::new(Id::unique("question")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(match modal {
            Modal::Ranks
            | Modal::Intake(_)
            | Modal::Calendar(_)
            | Modal::Merge { .. }
            | Modal::Across { .. } => 760.0,
            Modal::Findings | Modal::Limits | Modal::Paste { .. } => 620.0,
            _ => 460.0,
        });
        modal_ui(ui, state, view, modal);
    });
    let asks = matches!(
        modal,
        Modal::Unsaved { .. } | Modal::Changed { .. } | Modal::Recover { .. } | Modal::Welcome
    );
    if shown.should_close() && !asks {
        view.send(Command::CloseModal);
    }
}

fn modal_ui(ui: &mut Ui, state: &State, view: &View<'_>, modal: &Modal) {
    match modal {
        Modal::Palette { words } => palette::palette_ui(ui, view, words),
        Modal::NewVisit { .. } => new_visit_ui(ui, view, modal),
        Modal::Across { across, shelf, words } => {
            super::across::across_ui(ui, view, across, *shelf, words);
        }
        Modal::Retitle { .. } | Modal::RenameFile { .. } => rename_ui(ui, view, modal),
        Modal::Trash { path, title } => {
            kit::heading(ui, &say!("library-trash"));
            ui.add(Label::new(say!("trash-ask", title = title.as_str())).wrap());
            answer_ui(ui, view, &say!("library-trash"), Some(FileCommand::Trash(path.clone())));
        }
        Modal::Folder { .. }
        | Modal::SaveAs { .. }
        | Modal::SavePdf { .. }
        | Modal::Photo { .. } => file_ui(ui, view, modal),
        Modal::Unsaved { next } => unsaved_ui(ui, view, next),
        Modal::Changed { path } => changed_ui(ui, view, path),
        Modal::NotSaved { error } => not_saved_ui(ui, view, error),
        Modal::Recover { entries } => recover_ui(ui, view, entries),
        Modal::History { versions } => history_ui(ui, view, versions),
        Modal::Steps => steps_ui(ui, state, view),
        Modal::Findings => {
            kit::heading(ui, &say!("action-findings"));
            findings::findings_ui(ui, view);
        }
        Modal::Limits => limits::limits_ui(ui, view),
        Modal::Delay(delay) => proposal::delay_ui(ui, view, delay),
        Modal::LayDay(lay) => lay_day_ui(ui, view, lay),
        Modal::KeepDay(keep) => keep_day_ui(ui, view, keep),
        Modal::Issue(next) => issue_ui(ui, view, next),
        Modal::Way { way, mins } => way_ui(ui, view, way, mins),
        Modal::Ranks => ranks_ui(ui, view),
        Modal::Carry(carried) => carry_ui(ui, view, carried),
        Modal::Crop { person, crop } => crop_ui(ui, view, person, crop),
        Modal::Dismiss { finding, reason } => dismiss_ui(ui, state, view, finding, reason),
        Modal::Paste { .. }
        | Modal::ImportPeople { .. }
        | Modal::Intake(_)
        | Modal::Earlier { .. }
        | Modal::Duplicates { .. }
        | Modal::Merge { .. }
        | Modal::ExportPeople { .. }
        | Modal::ImportCalendar { .. }
        | Modal::Calendar(_)
        | Modal::ExportCalendar(_) => lists_ui(ui, view, modal),
        Modal::Welcome => welcome_ui(ui, view),
    }
}

/// Files that are asked for.
fn file_ui(ui: &mut Ui, view: &View<'_>, modal: &Modal) {
    match modal {
        Modal::Folder { path } => path_ui(
            ui,
            view,
            &say!("action-open-folder"),
            path,
            |path| Modal::Folder { path },
            FileCommand::OpenFolder,
        ),
        Modal::SaveAs { path } => {
            path_ui(
                ui,
                view,
                &say!("action-save-as"),
                path,
                |path| Modal::SaveAs { path },
                FileCommand::SaveAs,
            );
        }
        Modal::SavePdf { path } => {
            path_ui(
                ui,
                view,
                &say!("action-save-pdf"),
                path,
                |path| Modal::SavePdf { path },
                Command::SavePdf,
            );
        }
        Modal::Photo { person, path } => {
            let again = |path| Modal::Photo { person: person.clone(), path };
            let done = |path| Command::TakePhoto { person: person.clone(), path };
            path_ui(ui, view, &say!("people-photo-take"), path, again, done);
        }
        _ => {}
    }
}

/// Another title for a visit, or another name for its file.
fn rename_ui(ui: &mut Ui, view: &View<'_>, modal: &Modal) {
    match modal {
        Modal::Retitle { path, title } => {
            kit::heading(ui, &say!("library-rename"));
            kit::focus_when_new(ui, "retitle");
            if let Some(title) = kit::text_field(ui, &crate::words::field("title"), title) {
                view.send(Command::Ask(Modal::Retitle { path: path.clone(), title }));
            }
            let done = FileCommand::Retitle { path: path.clone(), title: title.clone() };
            let done = (!title.trim().is_empty()).then_some(done);
            written_answer_ui(ui, view, &say!("library-rename"), done);
        }
        Modal::RenameFile { path, name } => {
            kit::heading(ui, &say!("action-rename-file"));
            kit::focus_when_new(ui, "rename-file");
            if let Some(name) = kit::text_field(ui, &say!("library-file-name"), name) {
                view.send(Command::Ask(Modal::RenameFile { path: path.clone(), name }));
            }
            let done = FileCommand::RenameFile { path: path.clone(), name: name.clone() };
            let done = (!name.trim().is_empty()).then_some(done);
            written_answer_ui(ui, view, &say!("action-rename-file"), done);
        }
        _ => {}
    }
}

/// Lists of people and calendars, in and out.
fn lists_ui(ui: &mut Ui, view: &View<'_>, modal: &Modal) {
    match modal {
        Modal::Paste { text } => paste_ui(ui, view, text),
        Modal::Intake(intake) => intake_ui(ui, view, intake),
        Modal::Earlier { person, visits } => earlier_ui(ui, view, person, visits),
        Modal::Duplicates { pairs } => duplicates_ui(ui, view, pairs),
        Modal::Merge { keep, gone, from_gone } => merge_ui(ui, view, keep, gone, from_gone),
        Modal::ImportPeople { path } => {
            let again = |path| Modal::ImportPeople { path };
            let done = |path| Command::ReadPeople(ListFrom::File(path), None);
            path_ui(ui, view, &say!("action-import-people"), path, again, done);
        }
        Modal::Calendar(intake) => calendar_ui(ui, view, intake),
        Modal::ExportCalendar(export) => export_calendar_ui(ui, view, export),
        Modal::ImportCalendar { path } => {
            let again = |path| Modal::ImportCalendar { path };
            let text = say!("action-import-calendar");
            path_ui(ui, view, &text, path, again, CalendarCommand::Read);
        }
        Modal::ExportPeople { path } => {
            let again = |path| Modal::ExportPeople { path };
            path_ui(ui, view, &say!("action-export-people"), path, again, Command::ExportPeople);
        }
        _ => {}
    }
}

/// A finding is let be for a reason.
fn dismiss_ui(ui: &mut Ui, state: &State, view: &View<'_>, finding: &Finding, reason: &str) {
    kit::heading(ui, &say!("finding-dismiss"));
    ui.add(Label::new(&finding.message).wrap());
    kit::focus_when_new(ui, "dismiss");
    if let Some(reason) = kit::text_field(ui, &crate::words::field("reason"), reason) {
        let finding = Box::new(finding.clone());
        view.send(Command::Ask(Modal::Dismiss { finding, reason }));
    }
    let by = state.owner.user.clone();
    let edit = finding.dismiss(reason.to_owned(), by, Some(state.clock.now()));
    let done = Command::Edit(edit);
    written_answer_ui(
        ui,
        view,
        &say!("finding-dismiss"),
        (!reason.trim().is_empty()).then_some(done),
    );
}

/// The same under an answer that is written: Enter in the field gives it.
fn written_answer_ui(ui: &mut Ui, view: &View<'_>, text: &str, done: Option<impl Into<Command>>) {
    match done {
        Some(done) if kit::field_ended(ui) => {
            view.send(Command::CloseModal);
            view.send(done);
        }
        done => answer_ui(ui, view, text, done),
    }
}

/// The two buttons under a question. `done` is what the answer does; `None` while there is none.
fn answer_ui(ui: &mut Ui, view: &View<'_>, text: &str, done: Option<impl Into<Command>>) {
    ui.add_space(3.0 * GAP);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(done.is_some(), |ui| {
            if kit::primary_button(ui, text).clicked() {
                view.send(Command::CloseModal);
                if let Some(command) = done {
                    view.send(command);
                }
            }
        });
        if ui.button(say!("modal-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

/// A path that is typed, or picked in the system's dialog.
fn path_ui<C: Into<Command>>(
    ui: &mut Ui,
    view: &View<'_>,
    text: &str,
    path: &str,
    again: impl Fn(String) -> Modal,
    done: impl Fn(PathBuf) -> C,
) {
    kit::heading(ui, text);
    kit::focus_when_new(ui, text);
    if let Some(path) = kit::text_field(ui, &say!("modal-path"), path) {
        view.send(Command::Ask(again(path)));
    }
    if ui.button(say!("modal-browse")).clicked() {
        view.send(Command::Browse(Box::new(again(path.to_owned()))));
    }
    let typed = path.trim();
    written_answer_ui(ui, view, text, (!typed.is_empty()).then(|| done(PathBuf::from(typed))));
}

fn new_visit_ui(ui: &mut Ui, view: &View<'_>, modal: &Modal) {
    let Modal::NewVisit { title, first, last, zone, from } = modal else { return };
    kit::heading(ui, &say!("action-new-visit"));
    kit::focus_when_new(ui, "new-visit");
    let mut new = modal.clone();
    if let Modal::NewVisit { title: t, first: f, last: l, zone: z, from: past } = &mut new {
        let field = |ui: &mut Ui, label: String, value: &str, into: &mut String| {
            if let Some(text) = kit::text_field(ui, &label, value) {
                *into = text;
                return true;
            }
            false
        };
        let mut changed = field(ui, crate::words::field("title"), title, t);
        changed |= field(ui, crate::words::field("first_day"), first, f);
        if let Some((_, keep)) = past {
            for (text, kept) in [
                (say!("new-keep-people"), &mut keep.people),
                (say!("new-keep-notes"), &mut keep.notes),
            ] {
                if let Some(now) = kit::switch(ui, &text, *kept) {
                    *kept = now;
                    changed = true;
                }
            }
            kit::small(ui, &say!("new-from-past"));
        } else {
            changed |= field(ui, crate::words::field("last_day"), last, l);
            changed |= field(ui, crate::words::field("zone"), zone, z);
        }
        if changed {
            view.send(Command::Ask(new));
        }
    }
    let first_day = first.trim().parse().ok();
    let done = (!title.trim().is_empty()).then_some(()).and_then(|()| match from {
        Some((path, keep)) => {
            let keep = *keep;
            let from = FromPast { title: title.clone(), first_day: first_day?, keep };
            Some(FileCommand::CreateFromPast { path: path.clone(), from })
        }
        None => Some(FileCommand::Create(NewVisit {
            title: title.clone(),
            first_day: if first.trim().is_empty() { None } else { Some(first_day?) },
            last_day: last.trim().parse().ok(),
            zone: Zone::new(zone.trim())?,
            place: String::new(),
            language: interface_lang(),
        })),
    });
    if done.is_none() {
        kit::small(ui, &say!("new-needs"));
    }
    written_answer_ui(ui, view, &say!("new-create"), done);
}

fn unsaved_ui(ui: &mut Ui, view: &View<'_>, next: &Next) {
    kit::heading(ui, &say!("unsaved-heading"));
    let text = match next {
        Next::Quit => say!("unsaved-quit"),
        Next::Open(_) | Next::Recover { .. } => say!("unsaved-open"),
    };
    ui.add(Label::new(text).wrap());
    ui.add_space(3.0 * GAP);
    ui.horizontal(|ui| {
        if kit::primary_button(ui, &say!("unsaved-save")).clicked() {
            view.send(Command::Unsaved(Unsaved::Save));
        }
        if ui.button(say!("unsaved-discard")).clicked() {
            view.send(Command::Unsaved(Unsaved::Discard));
        }
        if ui.button(say!("unsaved-stay")).clicked() {
            view.send(Command::Unsaved(Unsaved::Stay));
        }
    });
}

/// The file was changed underneath: theirs is opened, or ours kept under another name.
fn changed_ui(ui: &mut Ui, view: &View<'_>, path: &std::path::Path) {
    kit::heading(ui, &say!("changed-heading"));
    ui.add(Label::new(say!("changed-text", path = path.display().to_string())).wrap());
    ui.add_space(3.0 * GAP);
    ui.horizontal(|ui| {
        if kit::primary_button(ui, &say!("changed-keep-mine")).clicked() {
            view.send(Command::CloseModal);
            view.act(Action::SaveAs);
        }
        if ui.button(say!("changed-open-theirs")).clicked() {
            view.send(FileCommand::OpenTheirs(path.to_owned()));
        }
        if ui.button(say!("unsaved-stay")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

/// A save failed: nothing is lost, and there are three ways on.
fn not_saved_ui(ui: &mut Ui, view: &View<'_>, error: &str) {
    kit::heading(ui, &say!("not-saved-heading"));
    ui.add(Label::new(error).wrap().selectable(true));
    ui.add_space(3.0 * GAP);
    ui.horizontal_wrapped(|ui| {
        if kit::primary_button(ui, &say!("not-saved-retry")).clicked() {
            view.send(Command::CloseModal);
            view.act(Action::Save);
        }
        if ui.button(say!("not-saved-elsewhere")).clicked() {
            view.send(Command::CloseModal);
            view.act(Action::SaveAs);
        }
        if ui.button(say!("not-saved-copy")).clicked()
            && let Ok(text) = crate::store::write(view.visit())
        {
            ui.ctx().copy_text(text);
        }
        if ui.button(say!("unsaved-stay")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

fn recover_ui(ui: &mut Ui, view: &View<'_>, entries: &[crate::store::JournalEntry]) {
    kit::heading(ui, &say!("recover-heading"));
    ui.add(Label::new(say!("recover-text")).wrap());
    for entry in entries {
        ui.add_space(2.0 * GAP);
        kit::strong(ui, entry.visit.about.title.any());
        kit::small(
            ui,
            &say!(
                "recover-of",
                at = dates::moment(entry.at, &interface_lang()),
                path = entry.target.display().to_string()
            ),
        );
        ui.horizontal(|ui| {
            if kit::primary_button(ui, &say!("recover-take")).clicked() {
                view.send(FileCommand::Recover(Box::new(entry.clone())));
            }
            if ui.button(say!("recover-drop")).clicked() {
                let rest: Vec<_> =
                    entries.iter().filter(|other| other.target != entry.target).cloned().collect();
                view.send(FileCommand::GiveUp(Box::new(entry.clone())));
                view.send(if rest.is_empty() {
                    Command::CloseModal
                } else {
                    Command::Ask(Modal::Recover { entries: rest })
                });
            }
        });
    }
}

fn history_ui(ui: &mut Ui, view: &View<'_>, versions: &[crate::store::KeptVersion]) {
    kit::heading(ui, &say!("action-history"));
    if versions.is_empty() {
        kit::empty_state(ui, &say!("history-empty"), None);
    }
    ScrollArea::vertical().max_height(400.0).min_scrolled_height(400.0).show(ui, |ui| {
        for version in versions {
            let moment = dates::moment(version.replaced, &interface_lang());
            ui.horizontal(|ui| {
                ui.label(say!("history-until", at = moment));
                if ui.button(say!("history-restore")).clicked() {
                    view.send(FileCommand::Restore(Box::new(version.clone())));
                }
            });
        }
    });
}

fn steps_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    kit::heading(ui, &say!("action-steps"));
    let session = state.session();
    ScrollArea::vertical().max_height(400.0).min_scrolled_height(400.0).show(ui, |ui| {
        let line = |ui: &mut Ui, position: usize, name: &str| {
            if ui.selectable_label(position == session.position(), name).clicked() {
                view.send(Command::GoToStep(position));
            }
        };
        line(ui, 0, &say!("steps-origin"));
        for (before, step) in session.steps().iter().enumerate() {
            ui.push_id(before, |ui| line(ui, before + 1, &step.label));
        }
    });
}

fn welcome_ui(ui: &mut Ui, view: &View<'_>) {
    kit::title(ui, &say!("welcome-heading"));
    ui.add(Label::new(say!("welcome-text")).wrap());
    ui.add_space(3.0 * GAP);
    ui.horizontal(|ui| {
        if kit::primary_button(ui, &say!("welcome-samples")).clicked() {
            view.send(FileCommand::InstallSamples);
        }
        if ui.button(say!("action-open-folder")).clicked() {
            view.act(Action::OpenFolder);
        }
    });
}
