//! The fields of the visit itself, in four groups.

use egui::Ui;

use crate::app::kit::{self, Form};
use crate::model::{About, Lang, RecordKind, RecordRef, Zone};
use crate::words::say;

type Fields<'f, 'a> = &'f mut Form<'a, About>;

pub(super) fn basics_ui(ui: &mut Ui, form: Fields<'_, '_>) {
    form.texts(ui, "title", |about| &mut about.title);
    form.texts(ui, "subtitle", |about| &mut about.subtitle);
    form.choice(ui, "category", |about| &mut about.category);
    form.choice(ui, "status", |about| &mut about.status);
    form.choice(ui, "approval", |about| &mut about.approval);
    form.date(ui, "first_day", |about| &mut about.first_day);
    form.date(ui, "last_day", |about| &mut about.last_day);
    form.field(|about| &mut about.zone, |value, _, _| zone_field(ui, value));
    form.texts(ui, "place", |about| &mut about.place);
    form.text(ui, "country", |about| &mut about.country);
    form.field(|about| &mut about.language, |value, _, _| language_field(ui, value));
    form.languages(ui, "languages", |about| &mut about.languages);
}

fn zone_field(ui: &mut Ui, value: &Zone) -> Option<Zone> {
    let read = |text: &str| match text {
        "" => Some(Zone::default()),
        text => Zone::new(text),
    };
    let new = kit::parsed_field(ui, &kit::label("zone"), value.as_str(), "Asia/Shanghai", read);
    new.filter(|new| new != value)
}

fn language_field(ui: &mut Ui, value: &Lang) -> Option<Lang> {
    let read = |text: &str| match text {
        "" => Some(Lang::default()),
        text => Lang::new(text),
    };
    let new = kit::parsed_field(ui, &kit::label("language"), value.as_str(), "en", read);
    new.filter(|new| new != value)
}

pub(super) fn purpose_ui(ui: &mut Ui, form: Fields<'_, '_>) {
    kit::heading(ui, &say!("overview-purpose"));
    form.texts(ui, "reception_level", |about| &mut about.reception_level);
    form.text_lines(ui, "reason", 2, |about| &mut about.reason);
    form.text_lines(ui, "basis", 2, |about| &mut about.basis);
    form.text_lines(ui, "guest_objectives", 3, |about| &mut about.guest_objectives);
    form.text_lines(ui, "host_objectives", 3, |about| &mut about.host_objectives);
}

pub(super) fn people_ui(ui: &mut Ui, form: Fields<'_, '_>) {
    kit::heading(ui, &say!("overview-people"));
    form.person(ui, "principal", |about| &mut about.principal);
    form.person(ui, "guest_of_honour", |about| &mut about.guest_of_honour);
    form.person(ui, "host", |about| &mut about.host);
    form.person(ui, "co_host", |about| &mut about.co_host);
    form.field(
        |about| &mut about.host_delegation,
        |value, visit, _| {
            let now = value.clone().map(RecordRef::Delegation);
            let label = kit::label("host_delegation");
            let new = kit::record_picker(ui, &label, visit, RecordKind::Delegation, now)?;
            Some(new.and_then(|record| match record {
                RecordRef::Delegation(id) => Some(id),
                _ => None,
            }))
        },
    );
    form.person(ui, "action_officer", |about| &mut about.action_officer);
    form.person(ui, "contact", |about| &mut about.contact);
    form.place(ui, "meeting_point", |about| &mut about.meeting_point);
}

pub(super) fn conduct_ui(ui: &mut Ui, form: Fields<'_, '_>) {
    kit::heading(ui, &say!("overview-conduct"));
    form.texts(ui, "classification", |about| &mut about.classification);
    form.minute(ui, "confidential_until", |about| &mut about.confidential_until);
    form.texts(ui, "dress", |about| &mut about.dress);
    form.choice(ui, "convention", |about| &mut about.convention);
    form.choice(ui, "traffic", |about| &mut about.traffic);
    form.switch(ui, "local_head_first", |about| &mut about.local_head_first);
    form.choice(ui, "equal_delegations", |about| &mut about.equal_delegations);
    form.lines(ui, "remarks", |about| &mut about.remarks);
    form.lines(ui, "source", |about| &mut about.source);
}
