//! Past visits of a person, to be linked: the same name need not be the same person.

use egui::{Label, ScrollArea, Ui};

use crate::app::command::Command;
use crate::app::kit;
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::library::PastVisit;
use crate::model::{EarlierVisit, Person, PersonId};
use crate::words::{interface_lang, say};

/// The visits that were found, each with the person as they were there.
pub fn earlier_ui(ui: &mut Ui, view: &View<'_>, person: &PersonId, visits: &[PastVisit]) {
    let name = view.visit().person_label(person);
    kit::heading(ui, &say!("people-earlier-title", name = name));
    if visits.is_empty() {
        ui.add(Label::new(say!("people-earlier-none")).wrap());
    }
    ScrollArea::vertical().max_height(360.0).min_scrolled_height(360.0).show(ui, |ui| {
        for past in visits {
            ui.horizontal(|ui| past_ui(ui, view, person, past));
        }
    });
    ui.add_space(2.0 * GAP);
    if ui.button(say!("across-close")).clicked() {
        view.send(Command::CloseModal);
    }
}

fn past_ui(ui: &mut Ui, view: &View<'_>, person: &PersonId, past: &PastVisit) {
    let Some(now) = view.visit().person(person) else { return };
    let lang = interface_lang();
    let link = EarlierVisit { visit: past.visit.clone(), person: past.person.id.to_string() };
    let is_linked = now.earlier_visits.contains(&link);
    ui.add_enabled_ui(!is_linked, |ui| {
        if ui.button(say!("people-earlier-link")).clicked() {
            let mut linked = Person::clone(now);
            linked.earlier_visits.push(link);
            view.set(linked);
        }
    });
    let (visit, there) = (past.title.in_lang(&lang), past.person.label(&lang));
    let post = past.person.post.in_lang(&lang);
    let text = say!("people-earlier-as", visit = visit, name = there, post = post);
    ui.add(Label::new(text).truncate());
}
