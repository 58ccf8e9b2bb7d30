//! The findings of the visit, gravest first, each with a way to it and, where there is one, a fix.

use egui::{Frame, Label, Margin, ScrollArea, Ui};

use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::theme;
use crate::app::view::View;
use crate::check::Finding;
use crate::words::say;

/// All of them, the dismissed ones last.
pub(super) fn findings_ui(ui: &mut Ui, view: &View<'_>) {
    let mut sorted: Vec<&Finding> = view.findings.iter().collect();
    sorted.sort_by_key(|finding| (finding.dismissed.is_some(), finding.severity));
    if sorted.is_empty() {
        kit::empty_state(ui, &say!("status-no-findings"), None);
    }
    ScrollArea::vertical().max_height(460.0).show(ui, |ui| {
        for (position, finding) in sorted.into_iter().enumerate() {
            ui.push_id(position, |ui| finding_ui(ui, view, finding));
        }
    });
}

/// One finding with its buttons.
pub(in crate::app) fn finding_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding) {
    let palette = theme::palette(ui);
    let fill = match (&finding.dismissed, finding.severity) {
        (Some(_), _) | (None, crate::check::Severity::Notice) => palette.background,
        (None, crate::check::Severity::Warning) => palette.warning_soft,
        (None, crate::check::Severity::Error) => palette.error_soft,
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
