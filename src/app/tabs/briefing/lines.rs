//! Lines to take: questions that may be asked, and the answers.

use std::sync::Arc;

use egui::Ui;
use egui_material_icons::icons::ICON_DELETE;

use crate::app::kit::{self, Form};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{About, LineToTake};
use crate::words::say;

pub(super) fn lines_ui(ui: &mut Ui, view: &View<'_>) {
    let visit = view.visit();
    kit::heading(ui, &kit::label("lines_to_take"));
    let mut form: Form<'_, About> = Form::new(visit, visit.about.as_ref());
    let lines = form.record().lines_to_take.clone();
    if lines.is_empty() {
        kit::small(ui, &say!("briefing-lines-none"));
    }
    for (position, line) in lines.iter().enumerate() {
        let number = position + 1;
        ui.push_id(("line", position), |ui| {
            let mut fields = Form::new(visit, line);
            line_ui(ui, number, &mut fields);
            if let Some(new) = fields.finish() {
                form.change(|about| {
                    if let Some(slot) = about.lines_to_take.get_mut(position) {
                        *slot = new;
                    }
                });
            }
            let remove = say!("briefing-line-remove", number = number);
            if kit::icon_button(ui, ICON_DELETE, &remove).clicked() {
                form.change(|about| {
                    about.lines_to_take.remove(position);
                });
            }
        });
    }
    if ui.button(say!("briefing-line-add")).clicked() {
        form.change(|about| about.lines_to_take.push(LineToTake::default()));
    }
    if let Some(about) = form.finish() {
        view.edit(Edit::About(Arc::new(about)));
    }
}

fn line_ui(ui: &mut Ui, number: usize, form: &mut Form<'_, LineToTake>) {
    form.field(
        |line| &mut line.question,
        |text, _, langs| {
            let label = say!("briefing-line-question", number = number);
            kit::text_in_languages(ui, &label, text, langs)
        },
    );
    form.field(
        |line| &mut line.answer,
        |text, _, langs| {
            let label = say!("briefing-line-answer", number = number);
            kit::lines_in_languages(ui, &label, text, langs, 2)
        },
    );
}
