//! Arrangements: the plans of who sits or stands where.

mod plan_ui;
mod seat_ui;

use egui::{ScrollArea, Ui};

use super::records;
use crate::app::kit::{self, Form};
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::model::{
    Arrangement, ArrangementKind, Choice as _, Convention, Override, Record, RecordKind, RecordRef,
    Wish,
};
use crate::words::{self, say};

pub fn arrangements_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        if view.visit().arrangements.is_empty() {
            let step = say!("arrangements-add");
            if kit::empty_state(ui, &say!("arrangements-empty"), Some(&step)) {
                records::add(view, RecordKind::Arrangement);
            }
            return;
        }
        let chosen = match view.selection {
            Some(RecordRef::Arrangement(id)) => {
                view.visit().arrangements.iter().find(|plan| plan.id == *id)
            }
            _ => None,
        };
        let Some(chosen) = chosen else {
            let heading = kit::label("arrangements");
            records::list_ui(ui, view, RecordKind::Arrangement, &heading, |record| match record {
                Record::Arrangement(arrangement) => beside(view, arrangement),
                _ => String::new(),
            });
            return;
        };
        chips_ui(ui, view, chosen);
        ui.push_id(&chosen.id, |ui| plan_ui::plan_ui(ui, view, chosen));
    });
}

/// All plans in a line, so that the one that is looked at has the room.
fn chips_ui(ui: &mut Ui, view: &View<'_>, chosen: &Arrangement) {
    ui.add_space(GAP);
    ui.horizontal_wrapped(|ui| {
        for plan in &view.visit().arrangements {
            let what = RecordRef::Arrangement(plan.id.clone());
            let name = view.visit().label(&what);
            let chip = ui.selectable_label(plan.id == chosen.id, name);
            if chip.on_hover_text(beside(view, plan)).clicked() {
                view.select(what);
            }
        }
        ui.separator();
        if ui.button(say!("arrangements-add")).clicked() {
            records::add(view, RecordKind::Arrangement);
        }
    });
}

/// What stands behind a plan's title in the list.
fn beside(view: &View<'_>, arrangement: &Arrangement) -> String {
    let item = arrangement.item.clone().map(|item| view.visit().label(&RecordRef::Item(item)));
    let count = arrangement.placed.len();
    let placed = (count > 0).then(|| say!("arrangements-placed", count = count));
    let kind = words::choice(arrangement.kind);
    let parts = std::iter::once(kind).chain(item).chain(placed);
    parts.collect::<Vec<_>>().join(" · ")
}

/// The editor of a plan; who is placed stands in the tab.
pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
    let Some(Record::Arrangement(arrangement)) = view.visit().record(what) else { return };
    let mut form = Form::new(view.visit(), arrangement.as_ref());
    form.texts(ui, "title", |plan| &mut plan.title);
    form.choice(ui, "kind", |plan| &mut plan.kind);
    form.item(ui, "item", |plan| &mut plan.item);
    form.field(
        |plan| &mut plan.convention,
        |value, _, _| {
            let own = Convention::ALL.iter().map(|one| (Some(*one), words::choice(*one)));
            let options: Vec<(Option<Convention>, String)> =
                std::iter::once((None, say!("arrangements-usual"))).chain(own).collect();
            kit::pick_field(ui, &kit::label("convention"), value, &options)
        },
    );
    form.choice(ui, "interpreters", |plan| &mut plan.interpreters);
    size_ui(ui, &mut form, arrangement.kind);
    kit::section(ui, &kit::label("wishes"), false, |ui| wishes_ui(ui, view, &mut form));
    kit::section(ui, &kit::label("overrides"), false, |ui| overrides_ui(ui, view, &mut form));
    form.lines(ui, "remarks", |plan| &mut plan.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

/// What only some kinds of arrangement have.
fn size_ui(ui: &mut Ui, form: &mut Form<'_, Arrangement>, kind: ArrangementKind) {
    match kind {
        ArrangementKind::HeadTable | ArrangementKind::Podium => {
            form.choice(ui, "even", |plan| &mut plan.even);
        }
        ArrangementKind::GroupPhoto => {
            form.switch(ui, "alternating", |plan| &mut plan.alternating);
            form.choice(ui, "even", |plan| &mut plan.even);
            form.count(ui, "seats", |plan| &mut plan.seats);
        }
        ArrangementKind::Car => form.switch(ui, "host_drives", |plan| &mut plan.host_drives),
        ArrangementKind::Flags => form.choice(ui, "flag_order", |plan| &mut plan.flag_order),
        ArrangementKind::RoundTables => {
            form.count(ui, "tables", |plan| &mut plan.tables);
            form.count(ui, "seats", |plan| &mut plan.seats);
        }
        ArrangementKind::ConferenceTable
        | ArrangementKind::ConferenceTableEndOn
        | ArrangementKind::Minibus
        | ArrangementKind::Rows => form.count(ui, "seats", |plan| &mut plan.seats),
        ArrangementKind::SofaMeeting
        | ArrangementKind::SigningTable
        | ArrangementKind::ReceivingLine
        | ArrangementKind::Speeches => {}
    }
}

/// Who is to sit apart or together.
fn wishes_ui(ui: &mut Ui, view: &View<'_>, form: &mut Form<'_, Arrangement>) {
    let wishes = form.record().wishes.clone();
    for (position, wish) in wishes.iter().enumerate() {
        let number = position + 1;
        ui.push_id(position, |ui| {
            kit::strong(ui, &say!("arrangements-wish", number = number));
            let mut fields = Form::new(view.visit(), wish);
            fields.choice(ui, "kind", |wish| &mut wish.kind);
            fields.people(ui, "people", |wish| &mut wish.people);
            fields.text(ui, "reason", |wish| &mut wish.reason);
            if let Some(new) = fields.finish() {
                form.change(|plan| replace(&mut plan.wishes, position, new));
            }
            if ui.button(say!("arrangements-wish-remove", number = number)).clicked() {
                form.change(|plan| take(&mut plan.wishes, position));
            }
        });
    }
    ui.add_space(GAP);
    if ui.button(say!("arrangements-wish-add")).clicked() {
        form.change(|plan| plan.wishes.push(Wish::default()));
    }
}

/// Departures from the order of precedence, each with its reason.
fn overrides_ui(ui: &mut Ui, view: &View<'_>, form: &mut Form<'_, Arrangement>) {
    let overrides = form.record().overrides.clone();
    for (position, departure) in overrides.iter().enumerate() {
        let number = position + 1;
        ui.push_id(position, |ui| {
            kit::strong(ui, &say!("arrangements-override", number = number));
            let mut fields = Form::new(view.visit(), departure);
            fields.person(ui, "person", |departure| &mut departure.person);
            fields.person(ui, "before", |departure| &mut departure.before);
            fields.text(ui, "reason", |departure| &mut departure.reason);
            if let Some(new) = fields.finish() {
                form.change(|plan| replace(&mut plan.overrides, position, new));
            }
            if ui.button(say!("arrangements-override-remove", number = number)).clicked() {
                form.change(|plan| take(&mut plan.overrides, position));
            }
        });
    }
    ui.add_space(GAP);
    if ui.button(say!("arrangements-override-add")).clicked() {
        form.change(|plan| plan.overrides.push(Override::default()));
    }
}

/// Puts another in the place of one of a list.
pub(super) fn replace<T>(list: &mut [T], position: usize, new: T) {
    if let Some(slot) = list.get_mut(position) {
        *slot = new;
    }
}

/// Takes one out of a list.
pub(super) fn take<T>(list: &mut Vec<T>, position: usize) {
    if position < list.len() {
        list.remove(position);
    }
}
