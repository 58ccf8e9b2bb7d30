//! The foot of the window: saved or not, findings by severity, running jobs.

use egui::{Align, Layout, ProgressBar, RichText, Ui};
use egui_material_icons::icons::ICON_CLOSE;

use crate::app::command::{Action, Command};
use crate::app::jobs::Job;
use crate::app::kit;
use crate::app::state::State;
use crate::app::theme::{self, SMALL};
use crate::app::view::View;
use crate::check::Severity;
use crate::model::Choice as _;
use crate::words::{dates, say};

pub(super) fn status_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    ui.horizontal(|ui| {
        if state.open.is_some() {
            saved_ui(ui, state);
            findings_ui(ui, view);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            for (job, name) in state.jobs.shown() {
                job_ui(ui, view, job, name);
            }
        });
    });
}

/// A running job, from right to left: how to stop it, how far it is, what it is.
fn job_ui(ui: &mut Ui, view: &View<'_>, job: &Job, name: &str) {
    if let Some(progress) = &job.progress {
        if kit::icon_button(ui, ICON_CLOSE, &say!("job-stop", name = name)).clicked() {
            view.send(Command::StopJob(job.id));
        }
        if let Some((done, whole)) = progress.parts() {
            kit::small(ui, &say!("job-parts", done = done, whole = whole));
            let part = done as f32 / whole.max(1) as f32;
            ui.add(ProgressBar::new(part).desired_width(80.0).desired_height(6.0));
        }
        // The work speaks only when it is asked.
        ui.ctx().request_repaint_after(std::time::Duration::from_millis(150));
    }
    kit::small(ui, name);
}

fn saved_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    let (shape, text, colour) = if state.session().is_read_only() {
        ("○", say!("status-read-only"), palette.soft)
    } else if state.saving.is_some() {
        ("◐", say!("status-saving"), palette.soft)
    } else if state.is_dirty() {
        ("◆", say!("status-unsaved"), palette.warning)
    } else {
        let saved_at = state.open.as_ref().and_then(|open| open.saved_at);
        let text = match saved_at {
            Some(at) => say!("status-saved-at", time = dates::time(at)),
            None => say!("status-saved"),
        };
        ("●", text, palette.good)
    };
    ui.label(RichText::new(format!("{shape} {text}")).size(SMALL + 1.0).color(colour));
}

fn findings_ui(ui: &mut Ui, view: &View<'_>) {
    let open = || view.findings.iter().filter(|finding| finding.dismissed.is_none());
    let mut shown = false;
    for severity in Severity::ALL {
        let count = open().filter(|finding| finding.severity == *severity).count();
        if count == 0 {
            continue;
        }
        shown = true;
        let colour = theme::palette(ui).severity(*severity);
        let shape = kit::severity_shape(*severity);
        let text = match severity {
            Severity::Error => say!("status-errors", count = count),
            Severity::Warning => say!("status-warnings", count = count),
            Severity::Notice => say!("status-notices", count = count),
            Severity::Unknown => say!("status-unknown", count = count),
        };
        let text = format!("{shape} {text}");
        let text = RichText::new(text).size(SMALL + 1.0).color(colour);
        if ui.add(egui::Button::new(text).frame(false)).clicked() {
            view.act(Action::Findings);
        }
    }
    if !shown {
        kit::small(ui, &say!("status-no-findings"));
    }
}
