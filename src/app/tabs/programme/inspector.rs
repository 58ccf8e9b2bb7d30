//! The inspector of an item: every field, in sections.

use egui::Ui;

use crate::app::kit;
use crate::app::tabs::records;
use crate::app::view::View;
use crate::model::{Item, PlaceId, RecordKind, RecordRef, Visit};
use crate::words::{field, say};

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    records::head_ui(ui, view, &item.id.clone().into());
    basics_ui(ui, view, item);
    kit::section(ui, &say!("item-people"), true, |ui| people_ui(ui, view, item));
    kit::section(ui, &say!("item-details"), true, |ui| details_ui(ui, view, item));
}

fn place(
    ui: &mut Ui,
    label: &str,
    visit: &Visit,
    value: Option<&PlaceId>,
) -> Option<Option<PlaceId>> {
    let value = value.cloned().map(RecordRef::Place);
    kit::record_picker(ui, label, visit, RecordKind::Place, value).map(|picked| match picked {
        Some(RecordRef::Place(id)) => Some(id),
        _ => None,
    })
}

fn basics_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let langs = &visit.about.languages;
    let change = |change: &dyn Fn(&mut Item)| {
        let mut new = item.clone();
        change(&mut new);
        view.set(new);
    };
    if let Some(title) = kit::text_in_languages(ui, &field("title"), &item.title, langs) {
        change(&|new| new.title = title.clone());
    }
    if let Some(when) = kit::when_field(ui, item.when, &visit.days()) {
        change(&|new| new.when = when);
    }
    if let Some(kind) = kit::choice_field(ui, &field("kind"), item.kind) {
        change(&|new| new.kind = kind);
    }
    if let Some(status) = kit::choice_field(ui, &field("status"), item.status) {
        change(&|new| new.status = status);
    }
    if let Some(visibility) = kit::choice_field(ui, &field("visibility"), item.visibility) {
        change(&|new| new.visibility = visibility);
    }
    if let Some(place) = place(ui, &field("place"), visit, item.place.as_ref()) {
        change(&|new| new.place = place.clone());
    }
    if let Some(room) = kit::text_in_languages(ui, &field("room"), &item.room, &[]) {
        change(&|new| new.room = room.clone());
    }
    if let Some(outdoor) = kit::switch(ui, &field("outdoor"), item.outdoor) {
        change(&|new| new.outdoor = outdoor);
    }
    if item.outdoor {
        if let Some(rain) = place(ui, &field("rain_place"), visit, item.rain_place.as_ref()) {
            change(&|new| new.rain_place = rain.clone());
        }
        if let Some(on) = kit::switch(ui, &field("rain_plan_on"), item.rain_plan_on) {
            change(&|new| new.rain_plan_on = on);
        }
    }
}

fn people_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    if let Some(attendance) = kit::attendance_field(ui, visit, &item.attendance) {
        view.set(Item { attendance, ..item.clone() });
    }
    if let Some(hosted_by) = kit::people_list(ui, &field("hosted_by"), visit, &item.hosted_by) {
        view.set(Item { hosted_by, ..item.clone() });
    }
    if let Some(met_by) = kit::people_list(ui, &field("met_by"), visit, &item.met_by) {
        view.set(Item { met_by, ..item.clone() });
    }
    if let Some(interpreters) =
        kit::people_list(ui, &field("interpreters"), visit, &item.interpreters)
    {
        view.set(Item { interpreters, ..item.clone() });
    }
    if let Some(responsible) =
        kit::person_picker(ui, &field("responsible"), visit, item.responsible.as_ref())
    {
        view.set(Item { responsible, ..item.clone() });
    }
}

fn details_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let langs = &view.visit().about.languages;
    if let Some(dress) = kit::text_in_languages(ui, &field("dress"), &item.dress, &[]) {
        view.set(Item { dress, ..item.clone() });
    }
    if let Some(remarks) = kit::text_in_languages(ui, &field("remarks"), &item.remarks, langs) {
        view.set(Item { remarks, ..item.clone() });
    }
    if let Some(staff_remarks) = kit::multiline(ui, &field("staff_remarks"), &item.staff_remarks, 3)
    {
        view.set(Item { staff_remarks, ..item.clone() });
    }
}
