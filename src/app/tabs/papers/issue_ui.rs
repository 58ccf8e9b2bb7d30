//! The question before a version goes out.

use egui::{Label, Ui};

use crate::app::command::{Command, Modal};
use crate::app::issuing::{IssueCommand, NextIssue};
use crate::app::kit;
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::words::say;

pub fn issue_ui(ui: &mut Ui, view: &View<'_>, next: &NextIssue) {
    let asked = |next: NextIssue| Modal::Issue(Box::new(next));
    let again = |next: NextIssue| view.send(Command::Ask(asked(next)));
    kit::heading(ui, &say!("action-issue"));
    ui.add(Label::new(next.sentence()).wrap());
    kit::focus_when_new(ui, "issue");
    if let Some(reason) = kit::text_field(ui, &say!("issue-reason"), &next.reason) {
        again(NextIssue { reason, ..next.clone() });
    }
    let holders = kit::people_list(ui, &say!("issue-holders"), view.visit(), &next.holders);
    if let Some(holders) = holders {
        again(NextIssue { holders, ..next.clone() });
    }
    if let Some(path) = kit::text_field(ui, &say!("modal-path"), &next.path) {
        again(NextIssue { path, ..next.clone() });
    }
    if ui.button(say!("modal-browse")).clicked() {
        view.send(Command::Browse(Box::new(asked(next.clone()))));
    }
    kit::small(ui, &say!("issue-hint"));
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!next.path.trim().is_empty(), |ui| {
            if kit::primary_button(ui, &say!("issue-do")).clicked() {
                view.send(Command::CloseModal);
                view.send(IssueCommand::Make(Box::new(next.clone())));
            }
        });
        if ui.button(say!("modal-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}
