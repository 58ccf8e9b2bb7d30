//! The inspector of an item: every field, in sections.

mod journey;
mod within;

use egui::Ui;

use super::parts::{clock_field, languages_field, parts_ui, place_picker, put, zone_field};
use crate::app::command::Action;
use crate::app::kit;
use crate::app::panels::finding_ui;
use crate::app::view::View;
use crate::model::{Alternative, Item, NoteId, Press, RecordKind, RecordRef};
use crate::words::{self, field, say};

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    head_ui(ui, view, item);
    basics_ui(ui, view, item);
    kit::section(ui, &field("place"), true, |ui| place_ui(ui, view, item));
    kit::section(ui, &say!("item-people"), true, |ui| people_ui(ui, view, item));
    kit::section(ui, &say!("item-details"), true, |ui| details_ui(ui, view, item));
    let open = !item.steps.is_empty();
    kit::section(ui, &field("steps"), open, |ui| within::steps_ui(ui, view, item));
    let open = !item.acts.is_empty();
    kit::section(ui, &field("acts"), open, |ui| within::acts_ui(ui, view, item));
    let open = item.journey.is_some() || item.kind.is_movement();
    kit::section(ui, &field("journey"), open, |ui| journey::journey_ui(ui, view, item));
    kit::section(ui, &field("press"), item.press.is_some(), |ui| press_ui(ui, view, item));
    let open = !item.alternatives.is_empty();
    kit::section(ui, &field("alternatives"), open, |ui| alternatives_ui(ui, view, item));
    kit::section(ui, &say!("item-zones"), false, |ui| zones_ui(ui, view, item));
}

/// What it is and what was found about it.
fn head_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let what = RecordRef::Item(item.id.clone());
    kit::heading(ui, &view.visit().label(&what));
    let day = item.when.day().map_or_else(|| say!("kit-unscheduled"), kit::day_name);
    let facts = [words::choice(item.kind), day, kit::time_text(item.when)];
    let facts: Vec<_> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    kit::small(ui, &facts.join(" · "));
    ui.horizontal_wrapped(|ui| {
        for (action, name) in [
            (Action::DuplicateSelected, say!("programme-duplicate")),
            (Action::RemoveSelected, say!("records-remove")),
        ] {
            if ui.button(name).clicked() {
                view.act(action);
            }
        }
    });
    for (position, finding) in view.findings_on(&what).enumerate() {
        ui.push_id(("finding", position), |ui| finding_ui(ui, view, finding));
    }
}

fn basics_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let langs = &visit.about.languages;
    let new = kit::text_in_languages(ui, &field("title"), &item.title, langs);
    put(view, item, new, |item, new| item.title = new);
    let new = kit::when_field(ui, item.when, &visit.days());
    put(view, item, new, |item, new| item.when = new);
    let new = kit::choice_field(ui, &field("kind"), item.kind);
    put(view, item, new, |item, new| item.kind = new);
    let new = kit::choice_field(ui, &field("status"), item.status);
    put(view, item, new, |item, new| item.status = new);
    let new = kit::choice_field(ui, &field("visibility"), item.visibility);
    put(view, item, new, |item, new| item.visibility = new);
    let new = kit::switch(ui, &field("fixed"), item.fixed);
    put(view, item, new, |item, new| item.fixed = new);
}

fn place_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let new = place_picker(ui, &field("place"), visit, item.place.as_ref());
    put(view, item, new, |item, new| item.place = new);
    let new = kit::text_in_languages(ui, &field("room"), &item.room, &[]);
    put(view, item, new, |item, new| item.room = new);
    let new = kit::switch(ui, &field("outdoor"), item.outdoor);
    put(view, item, new, |item, new| item.outdoor = new);
    if item.outdoor || item.rain_place.is_some() || item.rain_plan_on {
        let new = place_picker(ui, &field("rain_place"), visit, item.rain_place.as_ref());
        put(view, item, new, |item, new| item.rain_place = new);
        let new = kit::switch(ui, &field("rain_plan_on"), item.rain_plan_on);
        put(view, item, new, |item, new| item.rain_plan_on = new);
    }
}

fn people_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let new = kit::attendance_field(ui, visit, &item.attendance);
    put(view, item, new, |item, new| item.attendance = new);
    let new = kit::number_field(ui, &field("head_count"), item.head_count);
    put(view, item, new, |item, new| item.head_count = new);
    let new = languages_field(ui, &field("languages"), &item.languages);
    put(view, item, new, |item, new| item.languages = new);
    macro_rules! people {
        ($($field:ident),*) => { $(
            let new = kit::people_list(ui, &field(stringify!($field)), visit, &item.$field);
            put(view, item, new, |item, new| item.$field = new);
        )* };
    }
    people!(hosted_by, interpreters, met_by, farewelled_by, escorts, note_takers);
    let new = kit::person_picker(ui, &field("responsible"), visit, item.responsible.as_ref());
    put(view, item, new, |item, new| item.responsible = new);
}

fn details_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let visit = view.visit();
    let langs = &visit.about.languages;
    let new = kit::text_in_languages(ui, &field("dress"), &item.dress, langs);
    put(view, item, new, |item, new| item.dress = new);
    let new = kit::text_in_languages(ui, &field("remarks"), &item.remarks, langs);
    put(view, item, new, |item, new| item.remarks = new);
    let new = kit::multiline(ui, &field("staff_remarks"), &item.staff_remarks, 3);
    put(view, item, new, |item, new| item.staff_remarks = new);
    let new = kit::text_field(ui, &field("cost"), &item.cost);
    put(view, item, new, |item, new| item.cost = new);
    let notes: Vec<RecordRef> = item.briefing.iter().cloned().map(RecordRef::Note).collect();
    let new = kit::record_list(ui, &field("briefing"), visit, RecordKind::Note, &notes);
    put(view, item, new, |item, new| item.briefing = new.into_iter().filter_map(note).collect());
}

fn note(record: RecordRef) -> Option<NoteId> {
    match record {
        RecordRef::Note(id) => Some(id),
        _ => None,
    }
}

fn press_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let invited = kit::switch(ui, &say!("item-press-invited"), item.press.is_some());
    put(view, item, invited, |item, on| item.press = on.then(Press::default));
    let Some(press) = &item.press else { return };
    let change = |change: &dyn Fn(&mut Press)| {
        let mut press = press.clone();
        change(&mut press);
        view.set(Item { press: Some(press), ..item.clone() });
    };
    let langs = &view.visit().about.languages;
    if let Some(new) = clock_field(ui, &field("call_time"), press.call_time, item.when) {
        change(&|press| press.call_time = new);
    }
    if let Some(new) = kit::text_in_languages(ui, &field("call_place"), &press.call_place, langs) {
        change(&|press| press.call_place = new.clone());
    }
    if let Some(new) = kit::text_in_languages(ui, &field("may_film"), &press.may_film, langs) {
        change(&|press| press.may_film = new.clone());
    }
    let contact = press.contact.as_ref();
    if let Some(new) = kit::person_picker(ui, &field("contact"), view.visit(), contact) {
        change(&|press| press.contact = new.clone());
    }
}

fn alternatives_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    if !item.alternatives.is_empty() {
        let mut options = vec![(String::new(), say!("item-itself"))];
        options.extend(
            item.alternatives.iter().map(|other| {
                (other.label.clone(), format!("{} {}", other.label, other.title.any()))
            }),
        );
        let new = kit::pick_field(ui, &field("chosen"), &item.chosen, &options);
        put(view, item, new, |item, new| item.chosen = new);
    }
    let taken = item.alternatives.iter().map(|other| other.label.as_str()).collect::<Vec<_>>();
    let label = ('A'..='Z').map(String::from).find(|label| !taken.contains(&label.as_str()));
    let fresh = || Alternative {
        label: label.unwrap_or_default(),
        title: item.title.clone(),
        when: item.when,
        ..Alternative::default()
    };
    let name = say!("item-alternative");
    let new =
        parts_ui(ui, &name, &item.alternatives, fresh, |ui, part| alternative_ui(ui, view, part));
    put(view, item, new, |item, new| item.alternatives = new);
}

fn alternative_ui(ui: &mut Ui, view: &View<'_>, part: &Alternative) -> Option<Alternative> {
    let visit = view.visit();
    let mut new = part.clone();
    if let Some(label) = kit::text_field(ui, &field("label"), &part.label) {
        new.label = label;
    }
    let langs = &visit.about.languages;
    if let Some(title) = kit::text_in_languages(ui, &field("title"), &part.title, langs) {
        new.title = title;
    }
    if let Some(when) = kit::when_field(ui, part.when, &visit.days()) {
        new.when = when;
    }
    if let Some(place) = place_picker(ui, &field("place"), visit, part.place.as_ref()) {
        new.place = place;
    }
    if let Some(remarks) = kit::text_field(ui, &field("remarks"), &part.remarks) {
        new.remarks = remarks;
    }
    (new != *part).then_some(new)
}

fn zones_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    kit::small(ui, &say!("item-zones-hint"));
    let new = zone_field(ui, &field("zone"), &item.zone);
    put(view, item, new, |item, new| item.zone = new);
    let new = zone_field(ui, &field("end_zone"), &item.end_zone);
    put(view, item, new, |item, new| item.end_zone = new);
    let new = kit::choice_field(ui, &field("clock_change"), item.clock_change);
    put(view, item, new, |item, new| item.clock_change = new);
}
