//! Overview: what the visit is about, who comes, what is still missing.

mod about;
mod inspector;
mod progress;

use egui::{ScrollArea, Ui};

pub use self::inspector::inspector_ui;
use super::records;
use crate::app::view::View;
use crate::model::{Record, RecordKind, Visit};
use crate::words::{self, say};

/// From this width on the fields stand beside the lists.
const TWO_COLUMNS: f32 = 640.0;

pub fn overview_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        progress::progress_ui(ui, view);
        if ui.available_width() >= TWO_COLUMNS {
            ui.columns(2, |columns| {
                if let [left, right] = columns {
                    about::about_ui(left, view);
                    lists_ui(right, view);
                }
            });
        } else {
            about::about_ui(ui, view);
            lists_ui(ui, view);
        }
        ui.add_space(24.0);
    });
}

fn lists_ui(ui: &mut Ui, view: &View<'_>) {
    for (kind, name) in [
        (RecordKind::Delegation, "delegations"),
        (RecordKind::Group, "groups"),
        (RecordKind::Place, "places"),
    ] {
        records::list_ui(ui, view, kind, &words::field(name), |record| side(view.visit(), record));
    }
    about::objectives_ui(ui, view);
}

/// What stands behind the name of a delegation, a group, a place.
fn side(visit: &Visit, record: &Record) -> String {
    let lang = visit.language();
    match record {
        Record::Delegation(delegation) => {
            let count = delegation.people().count();
            let head = delegation.head.as_ref().map(|head| visit.person_label(head));
            let side = words::choice(delegation.side);
            let count = say!("kit-head-count", count = count);
            let parts = [Some(side), head, Some(count)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
        }
        Record::Group(group) => say!("kit-head-count", count = group.members.len()),
        Record::Place(place) => place.room.in_lang(&lang).to_owned(),
        _ => String::new(),
    }
}
