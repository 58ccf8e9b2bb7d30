//! The inspector of an item: every field, in sections.

use egui::Ui;

use super::parts::{self, place_picker};
use crate::app::command::Action;
use crate::app::kit;
use crate::app::tabs::records;
use crate::app::view::View;
use crate::edit::move_item;
use crate::model::{Item, Lang, NoteId, RecordKind, RecordRef, Zone};
use crate::words::{field, say};

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    records::head_ui(ui, view, &item.id.clone().into());
    basics_ui(ui, view, item);
    kit::section(ui, &say!("item-people"), true, |ui| people_ui(ui, view, item));
    kit::section(ui, &say!("item-for-guests"), false, |ui| guests_ui(ui, view, item));
    kit::section(ui, &field("steps"), !item.steps.is_empty(), |ui| parts::steps_ui(ui, view, item));
    kit::section(ui, &field("acts"), false, |ui| parts::acts_ui(ui, view, item));
    kit::section(ui, &field("press"), false, |ui| parts::press_ui(ui, view, item));
    let moves = item.kind.is_movement() || item.journey.is_some();
    kit::section(ui, &field("journey"), moves, |ui| parts::journey_ui(ui, view, item));
    kit::section(ui, &field("alternatives"), false, |ui| parts::alternatives_ui(ui, view, item));
    kit::section(ui, &say!("item-for-staff"), false, |ui| staff_ui(ui, view, item));
}

fn basics_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let langs = &visit.about.languages;
    let mut new = item.clone();
    if let Some(title) = kit::text_in_languages(ui, &field("title"), &item.title, langs) {
        new.title = title;
    }
    if let Some(when) = kit::when_field(ui, item.when, &visit.days()) {
        // The way to it moves with it.
        view.seal_after(move_item(visit, &item.id, when));
    }
    if item.when.start().is_some() && !item.fixed {
        ui.horizontal_wrapped(|ui| {
            for action in
                [Action::RunningLate, Action::ShiftFollowing, Action::MakeRoom, Action::AddWay]
            {
                if ui.button(action.text()).clicked() {
                    view.act(action);
                }
            }
        });
    }
    if let Some(kind) = kit::choice_field(ui, &field("kind"), item.kind) {
        new.kind = kind;
    }
    if let Some(status) = kit::choice_field(ui, &field("status"), item.status) {
        new.status = status;
    }
    if let Some(visibility) = kit::choice_field(ui, &field("visibility"), item.visibility) {
        new.visibility = visibility;
    }
    if let Some(place) = place_picker(ui, &field("place"), visit, item.place.as_ref()) {
        new.place = place;
    }
    if let Some(room) = kit::text_in_languages(ui, &field("room"), &item.room, &[]) {
        new.room = room;
    }
    if let Some(outdoor) = kit::switch(ui, &field("outdoor"), item.outdoor) {
        new.outdoor = outdoor;
    }
    if item.outdoor || item.rain_place.is_some() {
        if let Some(rain) = place_picker(ui, &field("rain_place"), visit, item.rain_place.as_ref())
        {
            new.rain_place = rain;
        }
        if let Some(on) = kit::switch(ui, &field("rain_plan_on"), item.rain_plan_on) {
            new.rain_plan_on = on;
        }
    }
    if let Some(fixed) = kit::switch(ui, &field("fixed"), item.fixed) {
        new.fixed = fixed;
    }
    if new != *item {
        view.set(new);
    }
}

fn people_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let mut new = item.clone();
    if let Some(attendance) = kit::attendance_field(ui, visit, item) {
        new.attendance = attendance;
    }
    for (name, now, into) in [
        ("hosted_by", &item.hosted_by, &mut new.hosted_by),
        ("met_by", &item.met_by, &mut new.met_by),
        ("farewelled_by", &item.farewelled_by, &mut new.farewelled_by),
        ("escorts", &item.escorts, &mut new.escorts),
        ("interpreters", &item.interpreters, &mut new.interpreters),
        ("note_takers", &item.note_takers, &mut new.note_takers),
    ] {
        if let Some(people) = kit::people_list(ui, &field(name), visit, now) {
            *into = people;
        }
    }
    if let Some(languages) = kit::languages_field(ui, &field("languages"), &item.languages) {
        new.languages = languages;
    }
    if let Some(responsible) =
        kit::person_picker(ui, &field("responsible"), visit, item.responsible.as_ref())
    {
        new.responsible = responsible;
    }
    if let Some(count) = kit::number_field(ui, &field("head_count"), item.head_count) {
        new.head_count = count;
    }
    if new != *item {
        view.set(new);
    }
}

fn guests_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let langs: &[Lang] = &view.visit().about.languages;
    let mut new = item.clone();
    if let Some(dress) = kit::text_in_languages(ui, &field("dress"), &item.dress, langs) {
        new.dress = dress;
    }
    if let Some(remarks) = kit::text_in_languages(ui, &field("remarks"), &item.remarks, langs) {
        new.remarks = remarks;
    }
    for (name, now, into) in
        [("zone", &item.zone, &mut new.zone), ("end_zone", &item.end_zone, &mut new.end_zone)]
    {
        let read =
            |text: &str| if text.is_empty() { Some(Zone::default()) } else { Zone::new(text) };
        if let Some(zone) = kit::parsed_field(ui, &field(name), now.as_str(), "Asia/Seoul", read) {
            *into = zone;
        }
    }
    if let Some(choice) = kit::choice_field(ui, &field("clock_change"), item.clock_change) {
        new.clock_change = choice;
    }
    if new != *item {
        view.set(new);
    }
}

fn staff_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let mut new = item.clone();
    if let Some(text) = kit::multiline(ui, &field("staff_remarks"), &item.staff_remarks, 3) {
        new.staff_remarks = text;
    }
    if let Some(cost) = kit::text_field(ui, &field("cost"), &item.cost) {
        new.cost = cost;
    }
    let notes: Vec<RecordRef> = item.briefing.iter().cloned().map(RecordRef::Note).collect();
    if let Some(notes) =
        kit::record_list(ui, &field("briefing"), view.visit(), RecordKind::Note, &notes)
    {
        new.briefing = notes.iter().filter_map(|note| NoteId::new(note.id())).collect();
    }
    if new != *item {
        view.set(new);
    }
}
