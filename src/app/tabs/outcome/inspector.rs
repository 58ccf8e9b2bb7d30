//! The inspectors of an agreement and a promise.

use std::sync::Arc;

use egui::Ui;

use super::super::programme::parts::{languages_field, parts_ui, put};
use super::super::records;
use crate::app::kit;
use crate::app::view::View;
use crate::model::{
    Agreement, AgreementId, FollowUp, ItemId, Party, Record, RecordKind, RecordRef, Visit,
};
use crate::words::{field, say};

pub fn inspector_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    records::head_ui(ui, view, what);
    match view.visit().record(what) {
        Some(Record::Agreement(agreement)) => agreement_ui(ui, view, &agreement),
        Some(Record::FollowUp(promise)) => promise_ui(ui, view, &promise),
        _ => {}
    }
}

fn item_picker(ui: &mut Ui, visit: &Visit, value: Option<&ItemId>) -> Option<Option<ItemId>> {
    let value = value.cloned().map(RecordRef::Item);
    let new = kit::record_picker(ui, &field("item"), visit, RecordKind::Item, value);
    new.map(|picked| match picked {
        Some(RecordRef::Item(id)) => Some(id),
        _ => None,
    })
}

fn agreement_ui(ui: &mut Ui, view: &View<'_>, of: &Arc<Agreement>) {
    let (visit, of) = (view.visit(), of.as_ref());
    let langs = &visit.about.languages;
    let new = kit::text_in_languages(ui, &field("title"), &of.title, langs);
    put(view, of, new, |of, new| of.title = new);
    put(view, of, item_picker(ui, visit, of.item.as_ref()), |of, new| of.item = new);
    let new = kit::choice_field(ui, &field("text_state"), of.text_state);
    put(view, of, new, |of, new| of.text_state = new);
    let new = kit::switch(ui, &field("signed"), of.signed);
    put(view, of, new, |of, new| of.signed = new);
    let new = languages_field(ui, &field("languages"), &of.languages);
    put(view, of, new, |of, new| of.languages = new);
    let new = kit::number_field(ui, &field("originals"), of.originals.map(u32::from));
    put(view, of, new, |of, new| of.originals = new.and_then(|new| u16::try_from(new).ok()));
    kit::section(ui, &field("parties"), true, |ui| {
        let name = say!("outcome-party");
        let new =
            parts_ui(ui, &name, &of.parties, Party::default, |ui, party| party_ui(ui, view, party));
        put(view, of, new, |of, new| of.parties = new);
    });
    let new = kit::people_list(ui, &field("witnesses"), visit, &of.witnesses);
    put(view, of, new, |of, new| of.witnesses = new);
    let new = kit::switch(ui, &field("pens_and_folders"), of.pens_and_folders);
    put(view, of, new, |of, new| of.pens_and_folders = new);
    let new = kit::switch(ui, &field("assistants_briefed"), of.assistants_briefed);
    put(view, of, new, |of, new| of.assistants_briefed = new);
    let new = kit::multiline(ui, &field("summary"), &of.summary.main, 4);
    put(view, of, new, |of, new| of.summary.main = new);
    let new = kit::multiline(ui, &field("remarks"), &of.remarks, 2);
    put(view, of, new, |of, new| of.remarks = new);
}

fn party_ui(ui: &mut Ui, view: &View<'_>, party: &Party) -> Option<Party> {
    let visit = view.visit();
    let mut new = party.clone();
    let langs = &visit.about.languages;
    if let Some(name) = kit::text_in_languages(ui, &field("name"), &party.name, langs) {
        new.name = name;
    }
    let signatory = party.signatory.as_ref();
    if let Some(person) = kit::person_picker(ui, &field("signatory"), visit, signatory) {
        new.signatory = person;
    }
    let assistant = party.assistant.as_ref();
    if let Some(person) = kit::person_picker(ui, &field("assistant"), visit, assistant) {
        new.assistant = person;
    }
    if let Some(keeps) = kit::text_field(ui, &field("keeps"), &party.keeps) {
        new.keeps = keeps;
    }
    (new != *party).then_some(new)
}

fn promise_ui(ui: &mut Ui, view: &View<'_>, of: &Arc<FollowUp>) {
    let (visit, of) = (view.visit(), of.as_ref());
    let langs = &visit.about.languages;
    let new = kit::text_in_languages(ui, &field("what"), &of.what, langs);
    put(view, of, new, |of, new| of.what = new);
    let new = kit::person_picker(ui, &field("owner"), visit, of.owner.as_ref());
    put(view, of, new, |of, new| of.owner = new);
    let new = kit::text_in_languages(ui, &field("owner_body"), &of.owner_body, langs);
    put(view, of, new, |of, new| of.owner_body = new);
    let new = kit::date_field(ui, &field("due"), of.due);
    put(view, of, new, |of, new| of.due = new);
    let today = view.today;
    let new = kit::switch(ui, &field("done"), of.done);
    put(view, of, new, |of, done| {
        of.done = done;
        of.done_on = done.then_some(today);
    });
    if of.done {
        let new = kit::date_field(ui, &field("done_on"), of.done_on);
        put(view, of, new, |of, new| of.done_on = new);
    }
    let agreement = of.agreement.clone().map(RecordRef::Agreement);
    let kind = RecordKind::Agreement;
    let new = kit::record_picker(ui, &field("agreement"), visit, kind, agreement);
    put(view, of, new, |of, new| of.agreement = new.and_then(agreement_id));
    put(view, of, item_picker(ui, visit, of.item.as_ref()), |of, new| of.item = new);
    let new = kit::multiline(ui, &field("remarks"), &of.remarks, 2);
    put(view, of, new, |of, new| of.remarks = new);
}

fn agreement_id(record: RecordRef) -> Option<AgreementId> {
    match record {
        RecordRef::Agreement(id) => Some(id),
        _ => None,
    }
}
