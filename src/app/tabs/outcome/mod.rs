//! Outcome: what happened, what was signed, what was promised, what to do better.

mod inspector;

use std::sync::Arc;

use egui::{ScrollArea, Ui};

pub use self::inspector::inspector_ui;
use super::programme::parts::{clock_field, parts_ui};
use super::records;
use crate::app::kit;
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{
    About, Agreement, FollowUp, Item, ItemOutcome, Outcome, Record, RecordKind, Statement,
};
use crate::words::{self, field, say};

pub fn outcome_ui(ui: &mut Ui, view: &View<'_>) {
    let visit = view.visit();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let side = |record: &Record| match record {
            Record::Agreement(agreement) => agreement_side(agreement),
            Record::FollowUp(promise) => promise_side(view, promise),
            _ => String::new(),
        };
        let name = field("agreements");
        records::list_ui(ui, view, RecordKind::Agreement, &name, side);
        records::list_ui(ui, view, RecordKind::FollowUp, &field("follow_ups"), side);
        kit::heading(ui, &say!("outcome-items"));
        if visit.items.is_empty() {
            kit::small(ui, &say!("outcome-no-items"));
        }
        let days = visit.days().into_iter().map(Some).chain([None]);
        for item in days.flat_map(|day| visit.items_on(day)) {
            ui.push_id(&item.id, |ui| item_ui(ui, view, item));
        }
        kit::heading(ui, &say!("outcome-whole"));
        whole_ui(ui, view);
        ui.add_space(24.0);
    });
}

fn agreement_side(agreement: &Agreement) -> String {
    if agreement.signed { field("signed") } else { words::choice(agreement.text_state) }
}

/// Who owes what until when, and whether it is late.
fn promise_side(view: &View<'_>, promise: &FollowUp) -> String {
    let visit = view.visit();
    let owner = promise.owner.as_ref().map(|owner| visit.person_label(owner));
    let owner = owner.unwrap_or_else(|| promise.owner_body.in_lang(&view.lang()).to_owned());
    let late = promise.due.is_some_and(|due| due < view.today);
    let due = match promise.due {
        _ if promise.done => field("done"),
        Some(due) if late => say!("outcome-overdue", day = kit::day_name(due)),
        Some(due) => say!("outcome-due", day = kit::day_name(due)),
        None => say!("outcome-no-date"),
    };
    if owner.is_empty() { due } else { format!("{owner} · {due}") }
}

fn item_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let title = item.title.in_lang(&view.lang());
    let happened = words::choice(item.outcome.happened);
    let time = kit::time_text(item.when);
    let name = format!("{time} {title} · {happened}");
    kit::section(ui, name.trim(), false, |ui| {
        let mut new = item.outcome.clone();
        fields_ui(ui, view, item, &mut new);
        if new != item.outcome {
            view.set(Item { outcome: new, ..item.clone() });
        }
    });
}

fn fields_ui(ui: &mut Ui, view: &View<'_>, item: &Item, new: &mut ItemOutcome) {
    let old = &item.outcome;
    if let Some(happened) = kit::choice_field(ui, &field("happened"), old.happened) {
        new.happened = happened;
    }
    if let Some(began) = clock_field(ui, &field("began"), old.began, item.when) {
        new.began = began;
    }
    if let Some(ended) = clock_field(ui, &field("ended"), old.ended, item.when) {
        new.ended = ended;
    }
    if let Some(summary) = kit::multiline(ui, &field("summary"), &old.summary, 3) {
        new.summary = summary;
    }
    let name = say!("outcome-statement");
    let said = parts_ui(ui, &name, &old.said, Statement::default, |ui, said| {
        let mut new = said.clone();
        if let Some(by) = kit::person_picker(ui, &field("by"), view.visit(), said.by.as_ref()) {
            new.by = by;
        }
        let langs = &view.visit().about.languages;
        if let Some(text) = kit::text_in_languages(ui, &field("text"), &said.text, langs) {
            new.text = text;
        }
        (new != *said).then_some(new)
    });
    if let Some(said) = said {
        new.said = said;
    }
    if let Some(lessons) = kit::multiline(ui, &field("lessons"), &old.lessons, 2) {
        new.lessons = lessons;
    }
}

/// What came of the visit as a whole.
fn whole_ui(ui: &mut Ui, view: &View<'_>) {
    let about = &view.visit().about;
    let mut new: Outcome = about.outcome.clone();
    if let Some(summary) = kit::multiline(ui, &field("summary"), &about.outcome.summary.main, 4) {
        new.summary.main = summary;
    }
    if let Some(lessons) = kit::multiline(ui, &field("lessons"), &about.outcome.lessons, 3) {
        new.lessons = lessons;
    }
    let coverage = &about.outcome.press_coverage;
    if let Some(coverage) = kit::multiline(ui, &field("press_coverage"), coverage, 2) {
        new.press_coverage = coverage;
    }
    let sent = about.outcome.thank_you_sent;
    if let Some(sent) = kit::switch(ui, &field("thank_you_sent"), sent) {
        new.thank_you_sent = sent;
    }
    if new != about.outcome {
        view.edit(Edit::About(Arc::new(About { outcome: new, ..About::clone(about) })));
    }
}
