//! People who are likely one person: found, laid side by side, merged.

use std::collections::BTreeSet;

use egui::{Grid, Label, ScrollArea, Ui};

use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::edit::Edit;
use crate::exchange::people::{Column, Field};
use crate::model::likeness::Likeness;
use crate::model::{Lang, Person, PersonId};
use crate::words::say;

/// The pairs that were found.
pub fn duplicates_ui(ui: &mut Ui, view: &View<'_>, pairs: &[(PersonId, PersonId, Likeness)]) {
    kit::heading(ui, &say!("action-duplicates"));
    if pairs.is_empty() {
        ui.add(Label::new(say!("people-duplicates-none")).wrap());
    }
    ScrollArea::vertical().max_height(360.0).min_scrolled_height(360.0).show(ui, |ui| {
        for (one, other, likeness) in pairs {
            ui.horizontal(|ui| {
                let (a, b) = (view.visit().person_label(one), view.visit().person_label(other));
                let text = say!("people-duplicates-look", one = a, other = b);
                if ui.button(text).clicked() {
                    view.send(Command::Ask(merge(view, one.clone(), other.clone())));
                }
                kit::small(ui, &why(*likeness));
            });
        }
    });
    ui.add_space(2.0 * GAP);
    if ui.button(say!("people-paste-cancel")).clicked() {
        view.send(Command::CloseModal);
    }
}

fn why(likeness: Likeness) -> String {
    match likeness {
        Likeness::SameEmail => say!("people-like-email"),
        Likeness::SameName => say!("people-like-name"),
        Likeness::NearName => say!("people-like-near"),
    }
}

/// The question about two people: what is empty in the first comes from the second.
pub(super) fn merge(view: &View<'_>, keep: PersonId, gone: PersonId) -> Modal {
    let mut from_gone = BTreeSet::new();
    if let (Some(one), Some(other)) = (view.visit().person(&keep), view.visit().person(&gone)) {
        let blank = Person::default();
        for column in columns(one, other) {
            let is_blank = column.read(one) == column.read(&blank);
            if is_blank && column.read(other) != column.read(&blank) {
                from_gone.insert(column);
            }
        }
    }
    Modal::Merge { keep, gone, from_gone }
}

/// Two people side by side: of each field that differs, whose is kept.
pub fn merge_ui(
    ui: &mut Ui,
    view: &View<'_>,
    keep: &PersonId,
    gone: &PersonId,
    from_gone: &BTreeSet<Column>,
) {
    kit::heading(ui, &say!("people-merge-title"));
    kit::small(ui, &say!("people-merge-hint"));
    let visit = view.visit();
    let (Some(one), Some(other)) = (visit.person(keep), visit.person(gone)) else {
        view.send(Command::CloseModal);
        return;
    };
    let mut chosen = from_gone.clone();
    ScrollArea::vertical().max_height(420.0).min_scrolled_height(420.0).show(ui, |ui| {
        Grid::new("merge").num_columns(3).striped(true).min_col_width(120.0).show(ui, |ui| {
            ui.label("");
            kit::strong(ui, one.id.as_str());
            kit::strong(ui, other.id.as_str());
            ui.end_row();
            for column in columns(one, other) {
                row_ui(ui, &column, one, other, &mut chosen);
                ui.end_row();
            }
        });
    });
    if chosen != *from_gone {
        let (keep, gone) = (keep.clone(), gone.clone());
        view.send(Command::Ask(Modal::Merge { keep, gone, from_gone: chosen }));
    }
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        if kit::primary_button(ui, &say!("people-merge-do")).clicked() {
            view.edit(merging(one, other, from_gone, &view.lang()));
            view.send(Command::CloseModal);
        }
        if ui.button(say!("people-paste-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

fn row_ui(
    ui: &mut Ui,
    column: &Column,
    one: &Person,
    other: &Person,
    chosen: &mut BTreeSet<Column>,
) {
    ui.label(column.title());
    let is_other = chosen.contains(column);
    for (person, is_gone) in [(one, false), (other, true)] {
        let value = column.read(person);
        let value = if value.is_empty() { "–".to_owned() } else { value };
        let value: String = value.chars().take(60).collect();
        if ui.radio(is_other == is_gone, value).clicked() {
            if is_gone {
                chosen.insert(column.clone());
            } else {
                chosen.remove(column);
            }
        }
    }
}

/// The columns in which the two differ.
fn columns(one: &Person, other: &Person) -> Vec<Column> {
    let mut columns = Vec::new();
    for field in Field::ALL.into_iter().filter(|field| *field != Field::Id) {
        let langs: BTreeSet<Lang> = [one, other]
            .into_iter()
            .flat_map(|person| Column::languages_of(field, person))
            .collect();
        let mut of_field = vec![Column::new(field)];
        of_field.extend(langs.into_iter().map(|lang| Column::in_lang(field, lang)));
        columns.extend(of_field.into_iter().filter(|c| c.read(one) != c.read(other)));
    }
    columns
}

/// The first person with what was chosen of the second, and everything the second did.
fn merging(one: &Person, other: &Person, chosen: &BTreeSet<Column>, main: &Lang) -> Edit {
    let mut merged = one.clone();
    for column in chosen {
        column.copy(&mut merged, other);
    }
    if merged.photo.is_empty() {
        merged.photo.clone_from(&other.photo);
    }
    merged.earlier_visits.extend(other.earlier_visits.iter().cloned());
    merged.phone_for_guests &=
        other.phone_for_guests || !chosen.contains(&Column::new(Field::Phone));
    let label = say!("people-step-merge", one = one.label(main), other = other.label(main));
    let (keep, gone) = (one.id.clone(), other.id.clone());
    Edit::Together { label, edits: vec![Edit::set(merged), Edit::Merge { keep, gone }] }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::model::{Text, Visit};

    fn person(id: &str, name: Text) -> Person {
        Person { id: PersonId::new(id).unwrap(), name, ..Person::default() }
    }

    #[test]
    fn what_was_chosen_of_the_second_comes_over_and_the_second_is_gone() {
        let one = person("oh-se-hoon", Text::new("Oh Se-hoon"));
        let mut other = person("oh", Text::new("OH Sehoon").with(&Lang::ko(), "오세훈"));
        other.phone = "120".into();
        other.rank = 3;
        let differing = columns(&one, &other);
        let ids: Vec<String> = differing.iter().map(Column::id).collect();
        assert_eq!(ids, ["name", "name:ko", "rank", "phone"]);
        let chosen: BTreeSet<Column> = differing.into_iter().skip(1).collect();
        let edit = merging(&one, &other, &chosen, &Lang::en());
        let people = vec![Arc::new(one), Arc::new(other)];
        let visit = Visit { people, ..Visit::default() };
        let merged = crate::edit::apply(&visit, edit).unwrap();
        let [only] = merged.people.as_slice() else { panic!("one is left") };
        assert_eq!(
            (only.name.main.as_str(), only.name.translation(&Lang::ko())),
            ("Oh Se-hoon", Some("오세훈"))
        );
        assert_eq!((only.phone.as_str(), only.rank), ("120", 3));
    }
}
