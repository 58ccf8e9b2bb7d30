//! Whether people come, and who takes the part of one who does not. What a decline or a
//! substitution frees and changes is told before it is done.

use egui::Ui;

use crate::app::kit;
use crate::app::proposals::ProposalCommand;
use crate::app::view::View;
use crate::edit::Edit;
use crate::edit::attending::{attend, holds_places};
use crate::edit::reschedule::Ask;
use crate::edit::substitution::usual_substitute;
use crate::model::{Person, PersonId, Rsvp};
use crate::words::say;

pub(super) fn coming_ui(ui: &mut Ui, view: &View<'_>, person: &Person) {
    let label = say!("people-column-attendance");
    if let Some(rsvp) = kit::choice_field(ui, &label, person.attendance) {
        set_coming(view, std::slice::from_ref(&person.id), rsvp);
    }
    if person.has_declined() {
        return;
    }
    let visit = view.visit();
    let replace = |by: PersonId| {
        view.send(ProposalCommand::Ask(Ask::Replace { who: person.id.clone(), by }));
    };
    if let Some(by) = usual_substitute(visit, &person.id) {
        let name = visit.person_label(&by);
        if ui.button(say!("people-replace-usual", name = name)).clicked() {
            replace(by);
        }
    }
    let label = say!("people-replaced-by");
    if let Some(Some(by)) = kit::person_picker(ui, &label, visit, None) {
        replace(by);
    }
}

/// Gives people another state of attendance: at once, or as a proposal where that frees places.
pub(super) fn set_coming(view: &View<'_>, people: &[PersonId], rsvp: Rsvp) {
    let visit = view.visit();
    if rsvp == Rsvp::Declined && holds_places(visit, people) {
        view.send(ProposalCommand::Ask(Ask::Attend { people: people.to_vec(), rsvp }));
        return;
    }
    let mut edits = attend(visit, people, rsvp);
    if edits.len() > 1 {
        let label = say!("people-step-attendance", count = people.len());
        edits = vec![Edit::Together { label, edits }];
    }
    view.seal_after(edits.pop());
}
