//! Outcome: what came of the visit, of its items, what was signed and what was promised.

mod inspector;
mod items;

use egui::{ScrollArea, Ui};

pub use self::inspector::inspector_ui;
use super::records;
use crate::app::kit::{self, Form};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{About, Agreement, FollowUp, Record, RecordKind};
use crate::words::{self, say};

pub fn outcome_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        visit_ui(ui, view);
        for (kind, field) in
            [(RecordKind::Agreement, "agreements"), (RecordKind::FollowUp, "follow_ups")]
        {
            records::list_ui(ui, view, kind, &kit::label(field), |record| match record {
                Record::Agreement(agreement) => beside_agreement(agreement),
                Record::FollowUp(promise) => beside_promise(view, promise),
                _ => String::new(),
            });
        }
        items::items_ui(ui, view);
    });
}

fn visit_ui(ui: &mut Ui, view: &View<'_>) {
    kit::heading(ui, &say!("outcome-visit"));
    let about: &About = &view.visit().about;
    let mut form = Form::new(view.visit(), about);
    form.text_lines(ui, "summary", 4, |about| &mut about.outcome.summary);
    form.lines(ui, "lessons", |about| &mut about.outcome.lessons);
    form.lines(ui, "press_coverage", |about| &mut about.outcome.press_coverage);
    form.switch(ui, "thank_you_sent", |about| &mut about.outcome.thank_you_sent);
    if let Some(about) = form.finish() {
        view.edit(Edit::About(about.into()));
    }
}

fn beside_agreement(agreement: &Agreement) -> String {
    if agreement.signed { words::field("signed") } else { words::choice(agreement.text_state) }
}

/// Who owes it, by when, and whether it is done or late.
fn beside_promise(view: &View<'_>, promise: &FollowUp) -> String {
    let visit = view.visit();
    let person = promise.owner.as_ref().map(|owner| visit.person_label(owner));
    let owner = person.unwrap_or_else(|| promise.owner_body.in_lang(&view.lang()).to_owned());
    let due = promise.due.map(kit::day_name).unwrap_or_default();
    let state = match promise.due {
        _ if promise.done => words::field("done"),
        Some(due) if due < view.today => say!("outcome-late"),
        _ => String::new(),
    };
    let parts = [owner, due, state].into_iter().filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join(" · ")
}
