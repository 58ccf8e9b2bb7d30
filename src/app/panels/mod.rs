//! What stands around the tabs: header, library, inspector, status bar, notices, questions.

mod across;
mod findings;
mod header;
mod library;
mod limits;
mod modals;
mod notices;
mod palette;
mod proposal;
mod status;
mod visits;

pub(super) use self::findings::finding_ui;

use egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui};

use super::kit;
use super::state::State;
use super::tabs::{self, Tab};
use super::theme;
use super::view::View;
use crate::words::say;

/// The whole window.
pub(super) fn window_ui(ui: &mut Ui, state: &State) {
    let palette = theme::palette(ui);
    let view = state.view();
    let bar = |fill| Frame::new().fill(fill).inner_margin(Margin::symmetric(16, 6));
    Panel::top("header")
        .frame(bar(palette.panel))
        .show(ui, |ui| header::header_ui(ui, state, &view));
    Panel::bottom("status")
        .frame(bar(palette.panel))
        .show(ui, |ui| status::status_ui(ui, state, &view));
    if let Some(proposed) = view.proposed {
        let asks = state.modal.is_some();
        Panel::bottom("proposal")
            .frame(bar(palette.accent_soft))
            .show(ui, |ui| proposal::proposal_ui(ui, &view, proposed, asks));
    }
    if !state.notices.is_empty() {
        Panel::top("notices")
            .frame(bar(palette.warning_soft))
            .show(ui, |ui| notices::notices_ui(ui, state, &view));
    }
    // On a small screen the visit in the middle needs what the sides can spare.
    let narrow = ui.ctx().content_rect().width() < 1120.0;
    Panel::left("library")
        .default_size(if narrow { 204.0 } else { 248.0 })
        .size_range(180.0..=420.0)
        .frame(Frame::new().fill(palette.background).inner_margin(Margin::same(12)))
        .show(ui, |ui| library::library_ui(ui, state, &view));
    let inspected = state.open.is_some() && has_inspector(state.tab);
    if inspected {
        Panel::right("inspector")
            .default_size(if narrow { 264.0 } else { 312.0 })
            .size_range(240.0..=520.0)
            .frame(Frame::new().fill(palette.panel).inner_margin(Margin::same(16)))
            .show(ui, |ui| {
                ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
                    tabs::inspector_ui(ui, &view);
                });
            });
    }
    CentralPanel::default()
        .frame(Frame::new().fill(palette.panel).inner_margin(Margin::symmetric(20, 0)))
        .show(ui, |ui| visit_ui(ui, state, &view));
    modals::modals_ui(ui, state, &view);
}

/// Papers fill the whole width; the other tabs have an inspector beside them.
fn has_inspector(tab: Tab) -> bool {
    tab != Tab::Papers
}

fn visit_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    if state.open.is_none() {
        let step = state.library.is_some().then(|| say!("action-new-visit"));
        if kit::empty_state(ui, &say!("app-no-visit"), step.as_deref()) {
            view.act(super::command::Action::NewVisit);
        }
        return;
    }
    header::tabs_ui(ui, state, view);
    ui.separator();
    ui.push_id(state.tab, |ui| tabs::tab_ui(ui, state.tab, view));
}
