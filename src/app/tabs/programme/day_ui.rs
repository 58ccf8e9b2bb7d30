//! The questions about day templates.

use chrono::NaiveDate;
use egui::{Label, RichText, ScrollArea, Ui};

use crate::app::command::{Command, Modal};
use crate::app::days::{DayCommand, KeepDay, LayDay};
use crate::app::kit;
use crate::app::proposals::ProposalCommand;
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::edit::reschedule::Ask;
use crate::library::DayTemplate;
use crate::words::{field, interface_lang, say};

/// Which template is laid on which day, and what it holds.
pub fn lay_day_ui(ui: &mut Ui, view: &View<'_>, lay: &LayDay) {
    let again = |lay: LayDay| view.send(Command::Ask(Modal::LayDay(lay)));
    kit::heading(ui, &say!("action-lay-day"));
    let lang = interface_lang();
    let name = |template: &DayTemplate| {
        let title = template.title(&lang);
        if template.is_own { title.to_owned() } else { say!("days-shipped", title = title) }
    };
    let names: Vec<_> = lay.templates.iter().map(name).enumerate().collect();
    if let Some(chosen) = kit::pick_field(ui, &say!("days-template"), &lay.chosen, &names) {
        again(LayDay { chosen, ..lay.clone() });
    }
    if let Some(day) = day_field(ui, view, lay.day) {
        again(LayDay { day, ..lay.clone() });
    }
    ui.add_space(GAP);
    let chosen = lay.templates.get(lay.chosen);
    if let Some(chosen) = chosen {
        items_ui(ui, chosen);
    }
    kit::small(ui, &say!("days-hint"));
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        if kit::primary_button(ui, &say!("delay-look")).clicked()
            && let Some(chosen) = chosen
        {
            let template = chosen.visit.clone();
            view.send(ProposalCommand::Ask(Ask::Lay { template, day: lay.day }));
        }
        if ui.button(say!("modal-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

/// The day of the template in lines.
fn items_ui(ui: &mut Ui, template: &DayTemplate) {
    let visit = &template.visit;
    let day = visit.days().first().copied();
    let (lang, soft) = (interface_lang(), theme::palette(ui).soft);
    ScrollArea::vertical().max_height(280.0).min_scrolled_height(280.0).show(ui, |ui| {
        egui::Grid::new("day-template").num_columns(2).spacing([16.0, GAP]).show(ui, |ui| {
            for item in visit.items_on(day) {
                ui.label(RichText::new(kit::time_text(item.when)).color(soft));
                ui.add(Label::new(item.title.in_lang(&lang)).truncate());
                ui.end_row();
            }
        });
    });
}

/// The day becomes a template of the office.
pub fn keep_day_ui(ui: &mut Ui, view: &View<'_>, keep: &KeepDay) {
    let again = |keep: KeepDay| view.send(Command::Ask(Modal::KeepDay(keep)));
    kit::heading(ui, &say!("action-keep-day"));
    kit::focus_when_new(ui, "keep-day");
    if let Some(name) = kit::text_field(ui, &field("name"), &keep.name) {
        again(KeepDay { name, ..keep.clone() });
    }
    if let Some(day) = day_field(ui, view, keep.day) {
        again(KeepDay { day, ..keep.clone() });
    }
    kit::small(ui, &say!("days-keep-hint"));
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!keep.name.trim().is_empty(), |ui| {
            if kit::primary_button(ui, &say!("days-keep")).clicked() {
                view.send(Command::CloseModal);
                view.send(DayCommand::Keep(keep.clone()));
            }
        });
        if ui.button(say!("modal-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

fn day_field(ui: &mut Ui, view: &View<'_>, day: NaiveDate) -> Option<NaiveDate> {
    let mut days = view.visit().days();
    if !days.contains(&day) {
        days.push(day);
    }
    let days: Vec<_> = days.into_iter().map(|day| (day, kit::day_name(day))).collect();
    kit::pick_field(ui, &say!("days-day"), &day, &days)
}
