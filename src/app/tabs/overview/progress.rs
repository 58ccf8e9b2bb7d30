//! What is still open, each line a way to where it is settled.

use egui::Ui;

use crate::app::command::{Action, Command, Modal};
use crate::app::kit;
use crate::app::tabs::tab_of;
use crate::app::theme;
use crate::app::view::View;
use crate::check::{self, Finding, Severity};
use crate::model::{Diet, ItemStatus, RecordRef, Side, Visit};
use crate::words::say;

pub(super) fn progress_ui(ui: &mut Ui, view: &View<'_>) {
    kit::heading(ui, &say!("overview-progress"));
    let mut open = false;
    for check in check::ALL {
        let of_check = view.findings.iter().filter(|finding| finding.check == check.id);
        let is_open = |finding: &&Finding| {
            finding.dismissed.is_none() && finding.severity != Severity::Unknown
        };
        let found: Vec<_> = of_check.filter(is_open).collect();
        let Some(first) = found.first() else { continue };
        open = true;
        let text = say!("overview-open-findings", rule = (check.summary)(), count = found.len());
        line_ui(ui, view, &text, first.things.first());
    }
    let tentative = tentative(view.visit());
    if let Some(first) = tentative.first() {
        open = true;
        let text = say!("overview-open-items", count = tentative.len());
        line_ui(ui, view, &text, Some(first));
    }
    let hungry = without_diet(view.visit());
    if let Some(first) = hungry.first() {
        open = true;
        line_ui(ui, view, &say!("overview-open-diets", count = hungry.len()), Some(first));
    }
    if !open {
        kit::small(ui, &say!("overview-open-nothing"));
    }
    ui.add_space(theme::GAP);
    if ui.button(say!("findings-limits")).clicked() {
        view.send(Command::Ask(Modal::Limits));
    }
}

/// A line that leads to a record; what concerns the visit as a whole leads to all findings.
fn line_ui(ui: &mut Ui, view: &View<'_>, text: &str, to: Option<&RecordRef>) {
    if !ui.add(egui::Button::new(text).wrap()).clicked() {
        return;
    }
    if let Some(to) = to {
        view.send(Command::ShowTab(tab_of(to)));
        view.select(to.clone());
    } else {
        view.act(Action::Findings);
    }
}

/// Items that are not confirmed yet.
fn tentative(visit: &Visit) -> Vec<RecordRef> {
    let items = visit.items.iter().filter(|item| item.status == ItemStatus::Tentative);
    items.map(|item| RecordRef::Item(item.id.clone())).collect()
}

/// Guests who come and of whom nobody knows what they eat.
fn without_diet(visit: &Visit) -> Vec<RecordRef> {
    let people = visit.people.iter().filter(|person| {
        person.diet == Diet::Unknown
            && !person.has_declined()
            && visit.side_of(&person.id) == Some(Side::Guest)
    });
    people.map(|person| RecordRef::Person(person.id.clone())).collect()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Delegation, Person, PersonId, Rsvp};

    #[test]
    fn only_guests_who_come_and_whose_diet_is_unknown_are_asked_for_it() {
        let person = |id: &str, diet, attendance| {
            let id = PersonId::new(id).unwrap();
            Arc::new(Person { id, attendance, diet, ..Person::default() })
        };
        let people = vec![
            person("asked", Diet::Unknown, Rsvp::Expected),
            person("known", Diet::None, Rsvp::Expected),
            person("declined", Diet::Unknown, Rsvp::Declined),
            person("of-the-host", Diet::Unknown, Rsvp::Expected),
        ];
        let of_guests = ["asked", "known", "declined"].map(|id| PersonId::new(id).unwrap());
        let guests =
            Delegation { side: Side::Guest, members: of_guests.into(), ..Delegation::default() };
        let visit = Visit { people, delegations: vec![Arc::new(guests)], ..Visit::default() };
        let asked = RecordRef::Person(PersonId::new("asked").unwrap());
        assert_eq!(without_diet(&visit), [asked]);
    }
}
