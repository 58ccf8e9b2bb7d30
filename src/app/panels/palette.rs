//! The palette: every action by its name, and every record of the visit by its own.

use egui::{Key, RichText, ScrollArea, TextEdit, Ui};

use crate::app::command::{Action, Command, Modal};
use crate::app::kit;
use crate::app::tabs::tab_of;
use crate::app::theme;
use crate::app::view::View;
use crate::library::fold::fold;
use crate::model::{RecordKind, RecordRef};
use crate::words::say;

/// How many lines are offered.
const MOST: usize = 12;

enum Offer {
    Action(Action),
    Record(RecordRef),
}

pub(super) fn palette_ui(ui: &mut Ui, view: &View<'_>, typed: &str) {
    let mut text = typed.to_owned();
    let width = ui.available_width();
    let hint = say!("palette-hint");
    let edit = TextEdit::singleline(&mut text).hint_text(hint.clone()).desired_width(width);
    let response = ui.add(edit);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, hint.as_str()));
    response.request_focus();
    if response.changed() {
        view.send(Command::Ask(Modal::Palette { words: text.clone() }));
    }
    let offers = offers(view, &text);
    let entered = ui.input(|input| input.key_pressed(Key::Enter));
    ScrollArea::vertical().max_height(360.0).show(ui, |ui| {
        for (position, (name, offer)) in offers.iter().enumerate() {
            let clicked = offer_ui(ui, name, offer).clicked();
            if clicked || (entered && position == 0) {
                take(view, offer);
            }
        }
    });
}

fn offer_ui(ui: &mut Ui, name: &str, offer: &Offer) -> egui::Response {
    kit::row(ui, kit::RowLook::Plain, name, |ui| {
        ui.horizontal(|ui| {
            ui.label(name);
            let side = match offer {
                Offer::Action(action) => {
                    action.shortcut().map(|shortcut| ui.ctx().format_shortcut(&shortcut))
                }
                Offer::Record(record) => Some(crate::words::kind(record.kind())),
            };
            let soft = theme::palette(ui).soft;
            ui.label(RichText::new(side.unwrap_or_default()).size(theme::SMALL).color(soft));
        });
    })
}

fn take(view: &View<'_>, offer: &Offer) {
    view.send(Command::CloseModal);
    match offer {
        Offer::Action(action) => view.act(*action),
        Offer::Record(record) => {
            view.send(Command::ShowTab(tab_of(record)));
            view.select(record.clone());
        }
    }
}

fn offers(view: &View<'_>, typed: &str) -> Vec<(String, Offer)> {
    let folded = fold(typed);
    let wanted: Vec<&str> = folded.split_whitespace().collect();
    let fits = |name: &str| {
        let name = fold(name);
        wanted.iter().all(|word| name.contains(word))
    };
    let actions = Action::ALL.iter().map(|action| (action.text(), Offer::Action(*action)));
    let visit = view.visit();
    let records = RecordKind::ALL.iter().flat_map(|kind| visit.records(*kind));
    let records = records.map(|record| {
        let reference = record.reference();
        (visit.label(&reference), Offer::Record(reference))
    });
    actions.chain(records).filter(|(name, _)| fits(name)).take(MOST).collect()
}
