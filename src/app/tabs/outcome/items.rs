//! What came of each item of the programme.

use egui::Ui;
use egui_material_icons::icons::ICON_DELETE;

use crate::app::kit::{self, Form};
use crate::app::view::View;
use crate::model::{Item, RecordRef, Statement};
use crate::words::say;

pub(super) fn items_ui(ui: &mut Ui, view: &View<'_>) {
    let visit = view.visit();
    kit::heading(ui, &say!("outcome-items"));
    if visit.items.is_empty() {
        kit::small(ui, &say!("outcome-items-none"));
    }
    for day in visit.days().into_iter().map(Some).chain([None]) {
        let items = visit.items_on(day);
        if let (Some(day), false) = (day, items.is_empty()) {
            kit::strong(ui, &kit::day_name(day));
        }
        for item in items {
            ui.push_id(&item.id, |ui| item_ui(ui, view, item));
        }
    }
}

fn item_ui(ui: &mut Ui, view: &View<'_>, item: &Item) {
    let title = view.visit().label(&RecordRef::Item(item.id.clone()));
    let mut form = Form::new(view.visit(), item);
    form.field(
        |item| &mut item.outcome.happened,
        |value, _, _| {
            let label = say!("outcome-happened", item = title.as_str());
            kit::choice_field(ui, &label, *value)
        },
    );
    kit::section(ui, &say!("outcome-details", item = title.as_str()), false, |ui| {
        form.lines(ui, "summary", |item| &mut item.outcome.summary);
        statements_ui(ui, view, &mut form);
        form.minute(ui, "began", |item| &mut item.outcome.began);
        form.minute(ui, "ended", |item| &mut item.outcome.ended);
        form.lines(ui, "lessons", |item| &mut item.outcome.lessons);
    });
    if let Some(new) = form.finish() {
        view.set(new);
    }
}

fn statements_ui(ui: &mut Ui, view: &View<'_>, form: &mut Form<'_, Item>) {
    let said = form.record().outcome.said.clone();
    for (position, statement) in said.iter().enumerate() {
        ui.push_id(position, |ui| {
            let mut fields = Form::new(view.visit(), statement);
            fields.person(ui, "by", |statement| &mut statement.by);
            fields.text_lines(ui, "text", 2, |statement| &mut statement.text);
            if let Some(new) = fields.finish() {
                form.change(|item| {
                    if let Some(slot) = item.outcome.said.get_mut(position) {
                        *slot = new;
                    }
                });
            }
            let number = position + 1;
            let remove = say!("outcome-statement-remove", number = number);
            if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
                form.change(|item| {
                    item.outcome.said.remove(position);
                });
            }
        });
    }
    if ui.button(say!("outcome-statement-add")).clicked() {
        form.change(|item| item.outcome.said.push(Statement::default()));
    }
}
