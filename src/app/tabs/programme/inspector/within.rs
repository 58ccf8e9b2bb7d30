//! What happens within an item: sub-lines and special acts.

use egui::Ui;

use super::super::parts::{clock_field, parts_ui, put};
use crate::app::kit;
use crate::app::view::View;
use crate::model::id::fresh_slug;
use crate::model::{Act, Item, Step, StepId};
use crate::words::{field, say};

pub(super) fn steps_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let fresh = || {
        let taken = |slug: &str| item.steps.iter().any(|step| step.id.as_str() == slug);
        let id = StepId::new(&fresh_slug("step", "step", taken)).unwrap_or_default();
        Step { id, ..Step::default() }
    };
    let name = say!("item-step");
    let new = parts_ui(ui, &name, &item.steps, fresh, |ui, step| step_ui(ui, view, item, step));
    put(view, item, new, |item, new| item.steps = new);
}

fn step_ui(ui: &mut Ui, view: &View<'_>, item: &Item, step: &Step) -> Option<Step> {
    let visit = view.visit();
    let langs = &visit.about.languages;
    let mut new = step.clone();
    if let Some(at) = clock_field(ui, &field("at"), step.at, item.when) {
        new.at = at;
    }
    if let Some(what) = kit::text_in_languages(ui, &field("what"), &step.what, langs) {
        new.what = what;
    }
    if let Some(who) = kit::people_list(ui, &field("who"), visit, &step.who) {
        new.who = who;
    }
    if let Some(place) = kit::text_in_languages(ui, &field("place"), &step.place, &[]) {
        new.place = place;
    }
    if let Some(internal) = kit::switch(ui, &field("internal"), step.internal) {
        new.internal = internal;
    }
    if let Some(remarks) = kit::text_field(ui, &field("staff_remarks"), &step.staff_remarks) {
        new.staff_remarks = remarks;
    }
    (new != *step).then_some(new)
}

pub(super) fn acts_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let name = say!("item-act");
    let new = parts_ui(ui, &name, &item.acts, Act::default, |ui, act| act_ui(ui, view, act));
    put(view, item, new, |item, new| item.acts = new);
}

fn act_ui(ui: &mut Ui, view: &View<'_>, act: &Act) -> Option<Act> {
    let visit = view.visit();
    let mut new = act.clone();
    if let Some(kind) = kit::choice_field(ui, &field("kind"), act.kind) {
        new.kind = kind;
    }
    if let Some(people) = kit::people_list(ui, &field("people"), visit, &act.people) {
        new.people = people;
    }
    let langs = &visit.about.languages;
    if let Some(details) = kit::text_in_languages(ui, &field("details"), &act.details, langs) {
        new.details = details;
    }
    (new != *act).then_some(new)
}
