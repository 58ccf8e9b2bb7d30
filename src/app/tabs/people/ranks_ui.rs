//! The rank scheme that the visit goes by, its classes of office, and the bodies.

use std::sync::Arc;

use egui::Ui;
use egui_extras::{Column, TableBuilder, TableRow};
use egui_material_icons::icons::ICON_DELETE;

use crate::app::command::Command;
use crate::app::kit;
use crate::app::orders::OrderCommand;
use crate::app::theme::{GAP, ROW};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::id::fresh_slug;
use crate::model::{
    About, Body, BodyLevel, Choice as _, Lang, OfficeClass, RankScheme, Scheme, Text, Visit,
};
use crate::protocol::{classes, shipped};
use crate::words::{self, interface_lang, say};

pub fn ranks_ui(ui: &mut Ui, view: &View<'_>) {
    let ranks = &view.visit().about.ranks;
    kit::heading(ui, &say!("ranks-title"));
    kit::small(ui, &say!("ranks-hint"));
    scheme_ui(ui, view, ranks);
    ui.add_space(GAP);
    kit::modal_list(ui).show(ui, |ui| {
        kit::strong(ui, &kit::label("classes"));
        classes_ui(ui, view, ranks);
        ui.add_space(4.0 * GAP);
        kit::strong(ui, &kit::label("bodies"));
        kit::small(ui, &say!("bodies-hint"));
        bodies_ui(ui, view);
    });
    ui.add_space(2.0 * GAP);
    if ui.button(say!("across-close")).clicked() {
        view.send(Command::CloseModal);
    }
}

/// Which scheme, and whether it is as shipped, as the office has it, or the visit's own.
fn scheme_ui(ui: &mut Ui, view: &View<'_>, ranks: &RankScheme) {
    let office = view.office_ranks.of(ranks.scheme);
    ui.horizontal_wrapped(|ui| {
        ui.allocate_ui(egui::vec2(240.0, ROW), |ui| {
            let options: Vec<(Scheme, String)> =
                Scheme::ALL.iter().map(|scheme| (*scheme, words::choice(*scheme))).collect();
            let name = say!("ranks-scheme");
            if let Some(scheme) = kit::pick_cell(ui, &name, &ranks.scheme, &options) {
                set_ranks(view, view.office_ranks.of(scheme));
            }
        });
        let is_shipped = ranks.classes.is_empty() || ranks.classes == shipped(ranks.scheme);
        if !is_shipped && ui.button(say!("ranks-shipped")).clicked() {
            set_ranks(view, RankScheme { classes: Vec::new(), ..ranks.clone() });
        }
        let differs = classes(&office) != classes(ranks);
        if differs && !office.classes.is_empty() && ui.button(say!("ranks-take")).clicked() {
            set_ranks(view, office.clone());
        }
        let is_usual = view.office_ranks.usual == ranks.scheme && !differs;
        if !is_usual && ui.button(say!("ranks-keep")).clicked() {
            let mut office = view.office_ranks.clone();
            office.keep(ranks);
            view.send(OrderCommand::KeepRanks(office));
        }
        let state = match (is_usual, is_shipped) {
            (true, _) => say!("ranks-is-usual"),
            (false, true) => say!("ranks-is-shipped"),
            (false, false) => say!("ranks-is-own"),
        };
        kit::small(ui, &state);
    });
}

fn set_about(view: &View<'_>, about: About) {
    view.edit(Edit::About(Arc::new(about)));
}

fn set_ranks(view: &View<'_>, ranks: RankScheme) {
    set_about(view, About { ranks, ..About::clone(&view.visit().about) });
}

fn classes_ui(ui: &mut Ui, view: &View<'_>, ranks: &RankScheme) {
    let lang = interface_lang();
    let now = classes(ranks);
    let mut new = now.to_vec();
    let used = used(view.visit());
    TableBuilder::new(ui)
        .id_salt("classes")
        .vscroll(false)
        .column(Column::exact(52.0))
        .column(Column::remainder().at_least(240.0).clip(true))
        .column(Column::exact(96.0))
        .column(Column::exact(72.0))
        .column(Column::exact(32.0))
        .header(ROW, |mut row| {
            let people = say!("ranks-people");
            let names = ["rank", "name", "national_leader"].map(kit::label);
            for name in names.into_iter().chain([people]) {
                row.col(|ui| {
                    kit::small(ui, &name);
                });
            }
        })
        .body(|body| {
            body.rows(ROW, now.len(), |mut row| {
                let Some(class) = now.get(row.index()) else { return };
                let at = row.index();
                let count = used.iter().filter(|id| **id == class.id).count();
                match class_ui(&mut row, class, count, &lang) {
                    Some(Some(changed)) => {
                        if let Some(slot) = new.get_mut(at) {
                            *slot = changed;
                        }
                    }
                    Some(None) => drop(new.remove(at)),
                    None => {}
                }
            });
        });
    if ui.button(say!("ranks-add")).clicked() {
        new.push(added(now));
    }
    if new != now {
        set_ranks(view, RankScheme { classes: new, ..ranks.clone() });
    }
}

/// The classes that the people of the visit name, each as often as it is named.
fn used(visit: &Visit) -> Vec<&str> {
    let people = visit.people.iter();
    people
        .flat_map(|person| {
            let offices = person.offices.iter().map(|office| office.office_class.as_str());
            std::iter::once(person.office_class.as_str()).chain(offices)
        })
        .filter(|id| !id.is_empty())
        .collect()
}

/// A new class behind the last, with an id of its own.
fn added(now: &[OfficeClass]) -> OfficeClass {
    let name = say!("ranks-new");
    let id = fresh_slug(&name, "class", |slug| now.iter().any(|class| class.id == slug));
    let rank = now.iter().map(|class| class.rank).max().unwrap_or(0).saturating_add(1);
    OfficeClass {
        id,
        name: in_lang(&Text::default(), &interface_lang(), name),
        rank,
        ..OfficeClass::default()
    }
}

/// The text with the words of one language changed; English stands as the main one.
fn in_lang(text: &Text, lang: &Lang, words: String) -> Text {
    let mut text = text.clone();
    if *lang == Lang::en() || text.main.is_empty() {
        text.main = words;
    } else {
        text.set(lang, words);
    }
    text
}

/// `Some(None)`: the class is to go.
fn class_ui(
    row: &mut TableRow<'_, '_>,
    class: &OfficeClass,
    count: usize,
    lang: &Lang,
) -> Option<Option<OfficeClass>> {
    let mut new = class.clone();
    let name = class.name.in_lang(lang).to_owned();
    row.col(|ui| {
        let label = say!("ranks-rank-of", class = name.as_str());
        new.rank = kit::number_cell(ui, &label, class.rank).unwrap_or(class.rank);
    });
    row.col(|ui| {
        let label = say!("ranks-name-of", class = name.as_str());
        if let Some(words) = kit::text_cell(ui, &label, &name) {
            new.name = in_lang(&class.name, lang, words);
        }
    });
    row.col(|ui| {
        let label = say!("ranks-leader-of", class = name.as_str());
        let leads = kit::switch_cell(ui, &label, class.national_leader);
        new.national_leader = leads.unwrap_or(class.national_leader);
    });
    row.col(|ui| {
        if count > 0 {
            kit::small(ui, &count.to_string());
        }
    });
    let mut gone = false;
    row.col(|ui| {
        let label = say!("ranks-remove", class = name.as_str());
        gone = kit::icon_button(ui, ICON_DELETE, &label).clicked();
    });
    if gone {
        return Some(None);
    }
    (new != *class).then_some(Some(new))
}

fn bodies_ui(ui: &mut Ui, view: &View<'_>) {
    let now = &view.visit().about.bodies;
    let mut new = now.clone();
    if !now.is_empty() {
        let bodies: Vec<String> = now.iter().map(|body| body.name.any().to_owned()).collect();
        TableBuilder::new(ui)
            .id_salt("bodies")
            .vscroll(false)
            .column(Column::remainder().at_least(160.0).clip(true))
            .column(Column::exact(104.0))
            .column(Column::exact(160.0))
            .column(Column::exact(104.0))
            .column(Column::exact(32.0))
            .header(ROW, |mut row| {
                for field in ["name", "level", "under", "founded"] {
                    row.col(|ui| {
                        kit::small(ui, &kit::label(field));
                    });
                }
            })
            .body(|body| {
                body.rows(ROW, now.len(), |mut row| {
                    let at = row.index();
                    let Some(body) = now.get(at) else { return };
                    match body_ui(&mut row, body, at + 1, &bodies) {
                        Some(Some(changed)) => {
                            if let Some(slot) = new.get_mut(at) {
                                *slot = changed;
                            }
                        }
                        Some(None) => drop(new.remove(at)),
                        None => {}
                    }
                });
            });
    }
    ui.horizontal(|ui| {
        if ui.button(say!("bodies-add")).clicked() {
            new.push(Body::default());
        }
        let missing = missing(view.visit());
        if !missing.is_empty() && ui.button(say!("bodies-take", count = missing.len())).clicked() {
            new.extend(missing);
        }
    });
    if new != *now {
        set_about(view, About { bodies: new, ..About::clone(&view.visit().about) });
    }
}

/// The bodies of the people and delegations that are not in the list yet.
fn missing(visit: &Visit) -> Vec<Body> {
    let known = &visit.about.bodies;
    let mut found: Vec<Body> = Vec::new();
    let of_people = visit.people.iter().map(|person| &person.body);
    for name in of_people.chain(visit.delegations.iter().map(|party| &party.body)) {
        let is_known =
            |body: &Body| body.name.all().any(|one| name.all().any(|other| one == other));
        if !name.any().is_empty() && !known.iter().chain(&found).any(is_known) {
            found.push(Body { name: name.clone(), ..Body::default() });
        }
    }
    found
}

fn body_ui(
    row: &mut TableRow<'_, '_>,
    body: &Body,
    number: usize,
    bodies: &[String],
) -> Option<Option<Body>> {
    let mut new = body.clone();
    row.col(|ui| {
        let label = say!("bodies-name", number = number);
        if let Some(name) = kit::text_cell(ui, &label, &body.name.main) {
            new.name.main = name;
        }
    });
    row.col(|ui| {
        let label = say!("bodies-level", number = number);
        let options: Vec<(BodyLevel, String)> =
            BodyLevel::ALL.iter().map(|level| (*level, words::choice(*level))).collect();
        new.level = kit::pick_cell(ui, &label, &body.level, &options).unwrap_or(body.level);
    });
    row.col(|ui| {
        let label = say!("bodies-under", number = number);
        let others = bodies.iter().filter(|other| *other != body.name.any());
        let options: Vec<(String, String)> = std::iter::once((String::new(), say!("kit-none")))
            .chain(others.map(|other| (other.clone(), other.clone())))
            .collect();
        if let Some(under) = kit::pick_cell(ui, &label, &body.under, &options) {
            new.under = under;
        }
    });
    row.col(|ui| {
        let label = say!("bodies-founded", number = number);
        new.founded = kit::date_cell(ui, &label, body.founded).unwrap_or(body.founded);
    });
    let mut gone = false;
    row.col(|ui| {
        let label = say!("bodies-remove", number = number);
        gone = kit::icon_button(ui, ICON_DELETE, &label).clicked();
    });
    if gone {
        return Some(None);
    }
    (new != *body).then_some(Some(new))
}
