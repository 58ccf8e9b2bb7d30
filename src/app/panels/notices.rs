//! What the officer must know, until it is dealt with.

use egui::{Label, Ui};
use egui_material_icons::icons::ICON_CLOSE;

use crate::app::command::Command;
use crate::app::kit;
use crate::app::state::State;
use crate::app::view::View;
use crate::words::say;

/// The newest notices; the others wait behind them.
pub(super) fn notices_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    const SHOWN: usize = 3;
    for (position, text) in state.notices.iter().enumerate().rev().take(SHOWN) {
        ui.horizontal(|ui| {
            if kit::icon_button(ui, ICON_CLOSE, &say!("notice-drop")).clicked() {
                view.send(Command::DropNotice(position));
            }
            ui.add(Label::new(text).wrap().selectable(true));
        });
    }
    let more = state.notices.len().saturating_sub(SHOWN);
    if more > 0 {
        kit::small(ui, &say!("notice-more", count = more));
    }
}
