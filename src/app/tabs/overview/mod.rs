//! Overview: what the visit is about, who comes, where it goes, and what is still open.

mod about;
mod inspector;
mod progress;

use egui::{ScrollArea, Ui};

pub use self::inspector::inspector_ui;
use super::records;
use crate::app::kit::{self, Form};
use crate::app::theme;
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{About, Delegation, Place, Record, RecordKind};
use crate::words::{self, say};

/// From this width on the page has two columns.
const WIDE: f32 = 620.0;

pub fn overview_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let about: &About = &view.visit().about;
        let mut form = Form::new(view.visit(), about);
        in_columns(
            ui,
            &mut form,
            |ui, form| {
                about::basics_ui(ui, form);
                lists_ui(ui, view);
                about::purpose_ui(ui, form);
            },
            |ui, form| {
                progress::progress_ui(ui, view);
                about::people_ui(ui, form);
                about::conduct_ui(ui, form);
            },
        );
        ui.add_space(4.0 * theme::GAP);
        if let Some(about) = form.finish() {
            view.edit(Edit::About(about.into()));
        }
    });
}

/// Two parts beside each other where there is room, else the second under the first.
fn in_columns<T>(
    ui: &mut Ui,
    shared: &mut T,
    first: impl FnOnce(&mut Ui, &mut T),
    second: impl FnOnce(&mut Ui, &mut T),
) {
    if ui.available_width() < WIDE {
        first(ui, shared);
        second(ui, shared);
        return;
    }
    ui.spacing_mut().item_spacing.x = 6.0 * theme::GAP;
    ui.columns(2, |columns| {
        if let [left, right] = columns {
            left.spacing_mut().item_spacing.x = 2.0 * theme::GAP;
            right.spacing_mut().item_spacing.x = 2.0 * theme::GAP;
            first(left, shared);
            second(right, shared);
        }
    });
}

fn lists_ui(ui: &mut Ui, view: &View<'_>) {
    for (kind, field) in [
        (RecordKind::Delegation, "delegations"),
        (RecordKind::Group, "groups"),
        (RecordKind::Place, "places"),
    ] {
        records::list_ui(ui, view, kind, &kit::label(field), |record| match record {
            Record::Delegation(delegation) => beside_delegation(view, delegation),
            Record::Group(group) => say!("overview-members", count = group.members.len()),
            Record::Place(place) => beside_place(view, place),
            _ => String::new(),
        });
    }
}

fn beside_delegation(view: &View<'_>, delegation: &Delegation) -> String {
    let head = delegation.head.as_ref().map(|head| view.visit().person_label(head));
    let members = say!("overview-members", count = delegation.members.len());
    joined([words::choice(delegation.side), head.unwrap_or_default(), members])
}

fn beside_place(view: &View<'_>, place: &Place) -> String {
    let lang = view.lang();
    let texts = [&place.address, &place.city];
    joined(texts.map(|text| text.in_lang(&lang).to_owned()))
}

fn joined(parts: impl IntoIterator<Item = String>) -> String {
    let parts = parts.into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
