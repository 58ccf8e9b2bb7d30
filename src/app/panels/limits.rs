//! Every rule with its limits: those of the visit, those of the office, the usual ones.

use egui::Ui;

use crate::app::command::Command;
use crate::app::kit;
use crate::app::theme;
use crate::app::view::View;
use crate::check::{self, Check, Limit};
use crate::edit::Edit;
use crate::model::{About, Limits};
use crate::words::{choice, field, say};

pub(super) fn limits_ui(ui: &mut Ui, view: &View<'_>) {
    kit::heading(ui, &say!("limits-title"));
    kit::small(ui, &say!("limits-hint"));
    ui.add_space(theme::GAP);
    kit::modal_list(ui).show(ui, |ui| {
        for check in check::ALL {
            ui.push_id(check.id, |ui| check_ui(ui, view, check));
        }
    });
}

fn check_ui(ui: &mut Ui, view: &View<'_>, check: &Check) {
    ui.add_space(theme::GAP);
    kit::strong(ui, &(check.summary)());
    kit::small(ui, &(check.why)());
    let (severity, source) = (choice(check.severity), choice(check.source));
    let source = say!("limits-source", source = source);
    kit::small(ui, &format!("{} {severity} · {source}", kit::severity_shape(check.severity)));
    for limit in check.limits {
        ui.push_id(limit.field, |ui| limit_ui(ui, view, limit));
    }
    ui.separator();
}

fn limit_ui(ui: &mut Ui, view: &View<'_>, limit: &Limit) {
    let name = field(limit.field);
    let of_visit = &view.visit().about.limits;
    ui.columns(2, |columns| {
        let [left, right] = columns else { return };
        let label = say!("limits-visit", limit = name.as_str());
        if let Some(limits) = number_ui(left, &label, limit, of_visit) {
            let about = About { limits, ..About::clone(&view.visit().about) };
            view.edit(Edit::About(about.into()));
        }
        let label = say!("limits-office", limit = name.as_str());
        if let Some(limits) = number_ui(right, &label, limit, view.office) {
            view.send(Command::SetOfficeLimits(limits));
        }
    });
    let usual = match limit.usual {
        Some(usual) => say!("limits-usual", usual = usual),
        None => say!("limits-rest"),
    };
    kit::small(ui, &usual);
}

/// The limits with another value for one, when it was changed.
fn number_ui(ui: &mut Ui, label: &str, limit: &Limit, limits: &Limits) -> Option<Limits> {
    let value = kit::number_field(ui, label, limit.of(limits).map(u32::from))?;
    let value = match value {
        Some(value) => Some(u16::try_from(value).ok()?),
        None => None,
    };
    let mut limits = limits.clone();
    limit.set(&mut limits, value);
    Some(limits)
}
