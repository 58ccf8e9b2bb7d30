//! What the order of precedence goes by: class and tenure of the post, other offices, relation.

use egui::Ui;

use super::inspector::Editor;
use crate::app::kit::{self, Form};
use crate::app::theme::GAP;
use crate::app::view::View;
use crate::model::{Office, RankScheme};
use crate::protocol::classes;
use crate::words::{interface_lang, say};

pub(super) fn standing_ui(ui: &mut Ui, view: &View<'_>, form: &mut Editor<'_>) {
    let ranks = &view.visit().about.ranks;
    form.field(|person| &mut person.office_class, |value, _, _| class_field(ui, ranks, value));
    form.count(ui, "rank", |person| &mut person.rank);
    kit::small(ui, &say!("people-rank-hint"));
    form.choice(ui, "tenure", |person| &mut person.tenure);
    form.date(ui, "in_post_since", |person| &mut person.in_post_since);
    form.person(ui, "partner", |person| &mut person.partner);
    form.choice(ui, "relation", |person| &mut person.relation);
    form.date(ui, "born", |person| &mut person.born);
    offices_ui(ui, view, form);
}

/// The classes of the visit's scheme, the highest first.
fn class_field(ui: &mut Ui, ranks: &RankScheme, value: &str) -> Option<String> {
    let lang = interface_lang();
    let mut known: Vec<_> = classes(ranks).iter().collect();
    known.sort_by_key(|class| class.rank);
    let known = known.into_iter().map(|class| {
        let text = format!("{} · {}", class.rank, class.name.in_lang(&lang));
        (class.id.clone(), text)
    });
    let mut options: Vec<(String, String)> =
        std::iter::once((String::new(), say!("kit-none"))).chain(known).collect();
    if !options.iter().any(|(id, _)| id == value) {
        // Of another scheme: it counts again where that is taken again.
        options.push((value.to_owned(), say!("people-class-unknown", class = value)));
    }
    kit::pick_field(ui, &kit::label("office_class"), &value.to_owned(), &options)
}

/// Offices beside the post that papers name, and those held before.
fn offices_ui(ui: &mut Ui, view: &View<'_>, form: &mut Editor<'_>) {
    ui.add_space(2.0 * GAP);
    kit::strong(ui, &kit::label("offices"));
    let offices = form.record().offices.clone();
    for (position, office) in offices.iter().enumerate() {
        let number = position + 1;
        ui.push_id(position, |ui| {
            kit::small(ui, &say!("people-office", number = number));
            let mut fields = Form::new(view.visit(), office);
            office_ui(ui, &view.visit().about.ranks, &mut fields);
            if let Some(new) = fields.finish() {
                form.change(|person| {
                    if let Some(slot) = person.offices.get_mut(position) {
                        *slot = new;
                    }
                });
            }
            if ui.button(say!("people-office-remove", number = number)).clicked() {
                form.change(|person| drop(person.offices.remove(position)));
            }
        });
    }
    ui.add_space(GAP);
    if ui.button(say!("people-office-add")).clicked() {
        form.change(|person| person.offices.push(Office::default()));
    }
}

fn office_ui(ui: &mut Ui, ranks: &RankScheme, form: &mut Form<'_, Office>) {
    form.texts(ui, "post", |office| &mut office.post);
    form.texts(ui, "body", |office| &mut office.body);
    form.field(|office| &mut office.office_class, |value, _, _| class_field(ui, ranks, value));
    form.count(ui, "rank", |office| &mut office.rank);
    form.choice(ui, "tenure", |office| &mut office.tenure);
    form.date(ui, "in_post_since", |office| &mut office.in_post_since);
    form.switch(ui, "counts", |office| &mut office.counts);
    form.items(ui, "counts_at", |office| &mut office.counts_at);
}
