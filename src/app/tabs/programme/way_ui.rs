//! How long a way takes that nobody has stated yet.

use egui::{Label, Ui};

use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::check::loading_mins;
use crate::edit::way::Way;
use crate::model::{PlaceId, Span};
use crate::words::say;

/// Adds the movement with the minutes that are typed, and keeps them for the two places.
pub fn way_ui(ui: &mut Ui, view: &View<'_>, way: &Way, mins: &str) {
    let place = |id: &PlaceId| view.visit().label(&id.clone().into());
    let (from, to) = (place(&way.from), place(&way.to));
    kit::heading(ui, &say!("action-add-way"));
    ui.add(Label::new(say!("way-ask", from = from, to = to)).wrap());
    kit::focus_when_new(ui, "way");
    if let Some(mins) = kit::text_field(ui, &say!("way-mins"), mins) {
        view.send(Command::Ask(Modal::Way { way: Box::new(way.clone()), mins }));
    }
    ui.add_space(2.0 * GAP);
    let takes = kit::read_span(mins.trim());
    let add = |takes: Option<Span>| {
        view.send(Command::CloseModal);
        view.edit(way.add(view.visit(), takes, loading_mins(view.visit(), view.office)));
    };
    ui.horizontal(|ui| {
        ui.add_enabled_ui(takes.is_some(), |ui| {
            if kit::primary_button(ui, &say!("way-add")).clicked()
                || takes.is_some() && kit::field_ended(ui)
            {
                add(takes.clone());
            }
        });
        if ui.button(say!("way-add-untimed")).clicked() {
            add(None);
        }
        if ui.button(say!("modal-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}
