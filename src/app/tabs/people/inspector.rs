//! Every field of one person, in sections.

use std::sync::Arc;

use egui::Ui;

use super::coming_ui::coming_ui;
use super::crop_ui::cropped;
use super::standing_ui::standing_ui;
use crate::app::command::{Command, Modal};
use crate::app::kit::{self, Form};
use crate::app::photos::Shown;
use crate::app::tabs::records;
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{Crop, DelegationId, Person, PersonId, RecordKind, RecordRef};
use crate::words::say;

pub(super) type Editor<'a> = Form<'a, Person>;

/// The editor of a person.
pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, person: &Arc<Person>) {
    let visit = view.visit();
    records::head_ui(ui, view, &RecordRef::Person(person.id.clone()));
    let role = crate::words::choice(person.role);
    let delegation = visit.delegation_of(&person.id);
    let group = delegation.map(|delegation| delegation.name.in_lang(&view.lang()).to_owned());
    let line: Vec<String> = std::iter::once(role).chain(group).collect();
    kit::small(ui, &line.join(" · "));
    photo_ui(ui, view, person);
    let mut form = Form::new(visit, person.as_ref()).of(RecordKind::Person);
    kit::section(ui, &say!("people-section-name"), true, |ui| name_ui(ui, &mut form));
    kit::section(ui, &say!("people-section-post"), true, |ui| {
        post_ui(ui, &mut form);
        coming_ui(ui, view, person);
        delegation_ui(ui, view, person);
    });
    kit::section(ui, &say!("people-section-contact"), true, |ui| contact_ui(ui, &mut form));
    kit::section(ui, &say!("people-section-care"), true, |ui| care_ui(ui, &mut form));
    kit::section(ui, &say!("people-section-address"), false, |ui| address_ui(ui, &mut form));
    kit::section(ui, &say!("people-section-rank"), false, |ui| standing_ui(ui, view, &mut form));
    kit::section(ui, &say!("people-section-life"), false, |ui| life_ui(ui, view, &mut form));
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

/// The photo, and the ways to take another or none.
fn photo_ui(ui: &mut Ui, view: &View<'_>, person: &Person) {
    match view.photos.get(&person.photo) {
        _ if person.photo.is_empty() => {}
        None => view.send(Command::WantPhoto(person.photo.clone().into())),
        Some(Shown::Waits) => {
            kit::small(ui, &say!("people-photo-waits"));
        }
        Some(Shown::Failed(error)) => {
            kit::small(ui, error);
        }
        Some(Shown::Picture(texture)) => {
            let name = say!("people-photo-of", name = person.label(&view.lang()));
            let image = cropped(texture, person.photo_crop.as_ref(), 120.0).alt_text(name);
            ui.add(image);
        }
    }
    ui.horizontal_wrapped(|ui| {
        if ui.button(say!("people-photo-choose")).clicked() {
            let (person, path) = (person.id.clone(), String::new());
            view.send(Command::Ask(Modal::Photo { person, path }));
        }
        if person.photo.is_empty() {
            return;
        }
        if ui.button(say!("people-photo-crop")).clicked() {
            let crop = person.photo_crop.clone().unwrap_or_else(Crop::whole);
            view.send(Command::Ask(Modal::Crop { person: person.id.clone(), crop }));
        }
        if ui.button(say!("people-photo-remove")).clicked() {
            view.set(Person { photo: String::new(), photo_crop: None, ..person.clone() });
        }
    });
}

fn name_ui(ui: &mut Ui, form: &mut Editor<'_>) {
    form.texts(ui, "name", |person| &mut person.name);
    form.text(ui, "family_name", |person| &mut person.family_name);
    form.choice(ui, "name_order", |person| &mut person.name_order);
    form.text(ui, "spoken", |person| &mut person.spoken);
}

fn post_ui(ui: &mut Ui, form: &mut Editor<'_>) {
    form.texts(ui, "post", |person| &mut person.post);
    form.texts(ui, "body", |person| &mut person.body);
    form.field(
        |person| &mut person.country,
        |value, _, _| {
            let new = kit::text_field(ui, &kit::label("country"), value)?;
            Some(new.trim().to_uppercase())
        },
    );
    form.choice(ui, "role", |person| &mut person.role);
}

/// The delegation lists its members; the person's own page only shows where it stands.
fn delegation_ui(ui: &mut Ui, view: &View<'_>, person: &Person) {
    let visit = view.visit();
    if visit.delegations.is_empty() {
        return;
    }
    let now = visit.delegation_of(&person.id).map(|delegation| delegation.id.clone());
    let now = now.map(RecordRef::Delegation);
    let label = crate::words::kind(RecordKind::Delegation);
    let picked = kit::record_picker(ui, &label, visit, RecordKind::Delegation, now);
    let Some(picked) = picked else { return };
    let to = match picked {
        Some(RecordRef::Delegation(id)) => Some(id),
        _ => None,
    };
    view.edit(membership(view, std::slice::from_ref(&person.id), to.as_ref()));
}

/// Makes people members of one delegation, or of none, and takes them out of every other.
pub(super) fn membership(view: &View<'_>, people: &[PersonId], to: Option<&DelegationId>) -> Edit {
    let moved = view.visit().delegations.iter().map(|delegation| {
        let mut delegation = crate::model::Delegation::clone(delegation);
        if Some(&delegation.id) == to {
            for id in people {
                if !delegation.people().any(|there| there == id) {
                    delegation.members.push(id.clone());
                }
            }
            return Edit::set(delegation);
        }
        delegation.members.retain(|id| !people.contains(id));
        for post in [&mut delegation.head, &mut delegation.deputy, &mut delegation.liaison] {
            if post.as_ref().is_some_and(|id| people.contains(id)) {
                *post = None;
            }
        }
        Edit::set(delegation)
    });
    let label = say!("people-step-delegation", count = people.len());
    Edit::Together { label, edits: moved.collect() }
}

fn contact_ui(ui: &mut Ui, form: &mut Editor<'_>) {
    form.text(ui, "phone", |person| &mut person.phone);
    form.switch(ui, "phone_for_guests", |person| &mut person.phone_for_guests);
    form.text(ui, "email", |person| &mut person.email);
    form.languages(ui, "languages", |person| &mut person.languages);
}

fn care_ui(ui: &mut Ui, form: &mut Editor<'_>) {
    form.choice(ui, "diet", |person| &mut person.diet);
    form.lines(ui, "diet_details", |person| &mut person.diet_details);
    form.lines(ui, "taboos", |person| &mut person.taboos);
    form.lines(ui, "needs", |person| &mut person.needs);
}

fn address_ui(ui: &mut Ui, form: &mut Editor<'_>) {
    form.texts(ui, "honorific", |person| &mut person.honorific);
    form.text(ui, "post_nominals", |person| &mut person.post_nominals);
    form.texts(ui, "address_in_speech", |person| &mut person.address_in_speech);
    form.texts(ui, "address_in_writing", |person| &mut person.address_in_writing);
    form.texts(ui, "place_card", |person| &mut person.place_card);
}

fn life_ui(ui: &mut Ui, view: &View<'_>, form: &mut Editor<'_>) {
    kit::markdown_field(ui, form, "biography", 6, |person| &mut person.biography);
    form.lines(ui, "remarks", |person| &mut person.remarks);
    earlier_ui(ui, view, form);
}

/// Links to the same person in past visits, each by the title of its visit where it is known.
fn earlier_ui(ui: &mut Ui, view: &View<'_>, form: &mut Editor<'_>) {
    kit::small(ui, &kit::label("earlier_visits"));
    if ui.button(say!("people-earlier-find")).clicked() {
        view.send(Command::FindEarlier(form.record().id.clone()));
    }
    let mut gone = None;
    for (position, earlier) in form.record().earlier_visits.iter().enumerate() {
        let id = earlier.visit.as_str();
        let entries = view.library.map(crate::library::Library::entries).unwrap_or_default();
        let known = entries
            .iter()
            .find(|entry| entry.summary().is_some_and(|summary| summary.id == earlier.visit));
        let name = known.map_or_else(|| id.to_owned(), |entry| entry.label());
        ui.horizontal(|ui| {
            ui.label(&name);
            let remove = say!("people-earlier-remove", visit = name.as_str());
            let icon = egui_material_icons::icons::ICON_CLOSE;
            if kit::icon_button(ui, icon, &remove).clicked() {
                gone = Some(position);
            }
        });
    }
    if let Some(position) = gone {
        form.change(|person| {
            person.earlier_visits.remove(position);
        });
    }
}
