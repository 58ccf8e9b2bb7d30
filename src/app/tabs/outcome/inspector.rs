//! The editors of an agreement and of a promise.

use egui::Ui;
use egui_material_icons::icons::ICON_DELETE;

use crate::app::kit::{self, Form};
use crate::app::tabs::records;
use crate::app::view::View;
use crate::model::{Agreement, FollowUp, Party, Record, RecordKind, RecordRef};
use crate::words::say;

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
    match view.visit().record(what) {
        Some(Record::Agreement(agreement)) => agreement_ui(ui, view, &agreement),
        Some(Record::FollowUp(promise)) => promise_ui(ui, view, &promise),
        _ => {}
    }
}

fn agreement_ui(ui: &mut Ui, view: &View<'_>, agreement: &Agreement) {
    let mut form = Form::new(view.visit(), agreement);
    form.texts(ui, "title", |agreement| &mut agreement.title);
    form.item(ui, "item", |agreement| &mut agreement.item);
    parties_ui(ui, view, &mut form);
    form.people(ui, "witnesses", |agreement| &mut agreement.witnesses);
    form.languages(ui, "languages", |agreement| &mut agreement.languages);
    form.number(ui, "originals", |agreement| &mut agreement.originals);
    form.choice(ui, "text_state", |agreement| &mut agreement.text_state);
    form.switch(ui, "pens_and_folders", |agreement| &mut agreement.pens_and_folders);
    form.switch(ui, "assistants_briefed", |agreement| &mut agreement.assistants_briefed);
    form.switch(ui, "signed", |agreement| &mut agreement.signed);
    form.text_lines(ui, "summary", 3, |agreement| &mut agreement.summary);
    form.lines(ui, "remarks", |agreement| &mut agreement.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

fn parties_ui(ui: &mut Ui, view: &View<'_>, form: &mut Form<'_, Agreement>) {
    kit::strong(ui, &kit::label("parties"));
    let parties = form.record().parties.clone();
    for (position, party) in parties.iter().enumerate() {
        ui.push_id(("party", position), |ui| {
            let mut fields = Form::new(view.visit(), party);
            fields.texts(ui, "name", |party| &mut party.name);
            fields.person(ui, "signatory", |party| &mut party.signatory);
            fields.person(ui, "assistant", |party| &mut party.assistant);
            fields.text(ui, "keeps", |party| &mut party.keeps);
            if let Some(new) = fields.finish() {
                form.change(|agreement| {
                    if let Some(slot) = agreement.parties.get_mut(position) {
                        *slot = new;
                    }
                });
            }
            let number = position + 1;
            let remove = say!("outcome-party-remove", number = number);
            if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
                form.change(|agreement| {
                    agreement.parties.remove(position);
                });
            }
        });
    }
    if ui.button(say!("outcome-party-add")).clicked() {
        form.change(|agreement| agreement.parties.push(Party::default()));
    }
}

fn promise_ui(ui: &mut Ui, view: &View<'_>, promise: &FollowUp) {
    let mut form = Form::new(view.visit(), promise);
    form.texts(ui, "what", |promise| &mut promise.what);
    form.person(ui, "owner", |promise| &mut promise.owner);
    form.texts(ui, "owner_body", |promise| &mut promise.owner_body);
    form.date(ui, "due", |promise| &mut promise.due);
    form.switch(ui, "done", |promise| &mut promise.done);
    if form.record().done && !promise.done && promise.done_on.is_none() {
        form.change(|promise| promise.done_on = Some(view.today));
    }
    form.date(ui, "done_on", |promise| &mut promise.done_on);
    form.field(
        |promise| &mut promise.agreement,
        |value, visit, _| {
            let now = value.clone().map(RecordRef::Agreement);
            let label = kit::label("agreement");
            let new = kit::record_picker(ui, &label, visit, RecordKind::Agreement, now)?;
            Some(new.and_then(|record| match record {
                RecordRef::Agreement(id) => Some(id),
                _ => None,
            }))
        },
    );
    form.item(ui, "item", |promise| &mut promise.item);
    form.lines(ui, "remarks", |promise| &mut promise.remarks);
    if let Some(new) = form.finish() {
        view.set(new);
    }
}
