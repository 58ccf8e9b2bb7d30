//! The findings of the visit, by severity and then by rule, each with a way to it and, where
//! there is one, a fix. What is not known and what was let be is folded away.

use egui::{Frame, Label, Margin, Ui};

use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::theme;
use crate::app::view::View;
use crate::check::{self, Finding, Severity};
use crate::model::Choice as _;
use crate::words::{choice, say};

/// All of them, the dismissed ones last.
pub(super) fn findings_ui(ui: &mut Ui, view: &View<'_>) {
    let open = || view.findings.iter().filter(|finding| finding.dismissed.is_none());
    if ui.button(say!("findings-limits")).clicked() {
        view.send(Command::Ask(Modal::Limits));
    }
    ui.add_space(theme::GAP);
    kit::modal_list(ui).show(ui, |ui| {
        if open().next().is_none() {
            kit::empty_state(ui, &say!("findings-none-open"), None);
        }
        for severity in Severity::ALL {
            let of: Vec<&Finding> = open().filter(|it| it.severity == *severity).collect();
            severity_ui(ui, view, *severity, &of);
        }
        let let_be: Vec<&Finding> =
            view.findings.iter().filter(|finding| finding.dismissed.is_some()).collect();
        if !let_be.is_empty() {
            let name = say!("findings-dismissed", count = let_be.len());
            kit::section_of(ui, "let-be", &name, false, |ui| rules_ui(ui, view, &let_be));
        }
    });
}

/// The findings of one severity. What is not known waits until somebody asks for it.
fn severity_ui(ui: &mut Ui, view: &View<'_>, severity: Severity, findings: &[&Finding]) {
    if findings.is_empty() {
        return;
    }
    let (name, count) = (choice(severity), findings.len());
    let name = say!("findings-open", severity = name, count = count);
    let name = format!("{} {name}", kit::severity_shape(severity));
    let is_open = severity != Severity::Unknown;
    kit::section_of(ui, severity.variant(), &name, is_open, |ui| {
        if severity == Severity::Unknown {
            kit::small(ui, &say!("findings-unknown-hint"));
        }
        rules_ui(ui, view, findings);
    });
}

/// The findings rule by rule, in the order of the register.
fn rules_ui(ui: &mut Ui, view: &View<'_>, findings: &[&Finding]) {
    for check in check::ALL {
        let mut of = findings.iter().filter(|finding| finding.check == check.id).peekable();
        if of.peek().is_none() {
            continue;
        }
        let response = kit::small(ui, &(check.summary)());
        response.on_hover_text((check.why)());
        for (position, finding) in of.enumerate() {
            ui.push_id((check.id, position), |ui| finding_ui(ui, view, finding));
        }
    }
}

/// One finding with its buttons.
pub(in crate::app) fn finding_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding) {
    let palette = theme::palette(ui);
    let fill = match (&finding.dismissed, finding.severity) {
        (Some(_), _) | (None, Severity::Notice | Severity::Unknown) => palette.background,
        (None, Severity::Warning) => palette.warning_soft,
        (None, Severity::Error) => palette.error_soft,
    };
    let frame = Frame::new().fill(fill).corner_radius(6).inner_margin(Margin::symmetric(10, 8));
    frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        kit::severity_mark(ui, finding.severity);
        ui.add(Label::new(&finding.message).wrap());
        if let Some(dismissal) = &finding.dismissed {
            kit::small(ui, &say!("finding-dismissed", reason = dismissal.reason.as_str()));
        }
        ui.horizontal_wrapped(|ui| buttons_ui(ui, view, finding));
    });
    ui.add_space(theme::GAP);
}

fn buttons_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding) {
    if let Some(first) = finding.things.first()
        && !view.is_selected(first)
        && ui.button(say!("finding-go")).clicked()
    {
        view.send(Command::CloseModal);
        view.send(Command::ShowTab(super::super::tabs::tab_of(first)));
        view.select(first.clone());
    }
    if let Some(revive) = finding.revive() {
        if ui.button(say!("finding-revive")).clicked() {
            view.edit(revive);
        }
        return;
    }
    if let Some(fix) = &finding.fix
        && ui.button(&fix.label).clicked()
    {
        view.edit(fix.edit.clone());
    }
    if ui.button(say!("finding-dismiss")).clicked() {
        let finding = Box::new(finding.clone());
        view.send(Command::Ask(Modal::Dismiss { finding, reason: String::new() }));
    }
}
