//! The dialog for rows from a spreadsheet: what is new and what changes, before it is done.

use egui::{ScrollArea, TextEdit, Ui};

use super::paste::{self, Pasted};
use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::words::say;

/// The content of the dialog; `text` is what was pasted so far.
pub fn paste_ui(ui: &mut Ui, view: &View<'_>, text: &str) {
    kit::heading(ui, &say!("people-paste-title"));
    kit::small(ui, &say!("people-paste-hint"));
    let mut draft = text.to_owned();
    let field = ScrollArea::vertical().id_salt("paste-text").max_height(140.0).show(ui, |ui| {
        ui.add(TextEdit::multiline(&mut draft).desired_rows(6).desired_width(f32::INFINITY))
    });
    let name = say!("people-paste-field");
    field
        .inner
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name.as_str()));
    if field.inner.changed() {
        view.send(Command::Ask(Modal::Paste { text: draft }));
    }
    let pasted = paste::read(view.visit(), text);
    ui.add_space(GAP);
    ScrollArea::vertical().id_salt("paste-preview").max_height(240.0).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        preview_ui(ui, view, &pasted);
    });
    ui.add_space(GAP);
    ui.horizontal(|ui| {
        let (new, changed) = (pasted.new.len(), pasted.changed.len());
        ui.add_enabled_ui(!pasted.is_empty(), |ui| {
            if kit::primary_button(ui, &say!("people-paste-do")).clicked() {
                let label = say!("people-step-paste", new = new, changed = changed);
                view.edit(pasted.edit(label));
                view.send(Command::CloseModal);
            }
        });
        if ui.button(say!("people-paste-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

fn preview_ui(ui: &mut Ui, view: &View<'_>, pasted: &Pasted) {
    let lang = view.lang();
    let palette = theme::palette(ui);
    if !pasted.new.is_empty() {
        kit::strong(ui, &say!("people-paste-new", count = pasted.new.len()));
        for person in &pasted.new {
            let post = person.post.in_lang(&lang);
            let line = [person.label(&lang), post].join("  ");
            ui.label(format!("+ {}", line.trim_end()));
        }
    }
    if !pasted.changed.is_empty() {
        kit::strong(ui, &say!("people-paste-changed", count = pasted.changed.len()));
        for (old, new) in &pasted.changed {
            let fields = paste::differing(old, new).join(", ");
            ui.label(format!("• {}: {fields}", new.label(&lang)));
        }
    }
    if pasted.unchanged > 0 {
        kit::small(ui, &say!("people-paste-same", count = pasted.unchanged));
    }
    let unknown: Vec<&str> = pasted
        .columns
        .iter()
        .filter(|(name, field)| field.is_none() && !name.is_empty())
        .map(|(name, _)| name.as_str())
        .collect();
    if !unknown.is_empty() {
        let columns = unknown.join(", ");
        ui.colored_label(palette.warning, say!("people-paste-unknown", columns = columns));
    }
    for unread in &pasted.unread {
        let text = if unread.cell.is_empty() {
            say!("people-paste-nameless", line = unread.line)
        } else {
            say!("people-paste-unread", line = unread.line, cell = unread.cell.as_str())
        };
        ui.colored_label(palette.warning, text);
    }
}
