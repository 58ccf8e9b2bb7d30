//! Above the table: filter, columns, what is done with the marked people.

use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Label, PopupCloseBehavior, RichText, TextEdit, Ui};
use egui_material_icons::icons::{ICON_ADD, ICON_CLOSE, ICON_CONTENT_PASTE, ICON_VIEW_COLUMN};

use super::Look;
use super::coming_ui::set_coming;
use super::inspector::membership;
use super::rows::Column;
use crate::app::command::{Action, Command};
use crate::app::kit;
use crate::app::theme;
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{Choice as _, RecordRef, Rsvp};
use crate::words::{self, say};

pub(super) fn tools_ui(ui: &mut Ui, view: &View<'_>, look: &mut Look, shown: usize) {
    ui.horizontal_wrapped(|ui| {
        filter_ui(ui, look);
        columns_ui(ui, look);
        let add = format!("{} {}", ICON_ADD.codepoint, say!("people-add"));
        if ui.button(add).clicked() {
            view.act(Action::AddPerson);
        }
        let paste = format!("{} {}", ICON_CONTENT_PASTE.codepoint, say!("people-paste"));
        if ui.button(paste).clicked() {
            view.act(Action::PastePeople);
        }
        if ui.button(Action::Order.text()).clicked() {
            view.act(Action::Order);
        }
        ui.menu_button(say!("people-lists"), |ui| {
            for action in [Action::ImportPeople, Action::ExportPeople, Action::Duplicates] {
                if ui.button(action.text()).clicked() {
                    view.act(action);
                }
            }
        });
        let all = view.visit().people.len();
        let count = if shown == all {
            say!("people-count", count = all)
        } else {
            say!("people-count-shown", shown = shown, count = all)
        };
        // In one piece: a number does not part from its word.
        ui.add(Label::new(RichText::new(count).size(theme::SMALL).weak()).extend());
    });
    if look.marked.len() > 1 {
        marked_ui(ui, view, look);
    }
}

fn filter_ui(ui: &mut Ui, look: &mut Look) {
    let name = say!("people-filter");
    let edit = TextEdit::singleline(&mut look.filter).hint_text(name.as_str()).desired_width(180.0);
    let response = ui.add(edit);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::TextInput, true, name.as_str()));
    if !look.filter.is_empty()
        && kit::icon_button(ui, ICON_CLOSE, &say!("people-filter-clear")).clicked()
    {
        look.filter.clear();
    }
}

fn columns_ui(ui: &mut Ui, look: &mut Look) {
    let name = format!("{} {}", ICON_VIEW_COLUMN.codepoint, say!("people-columns"));
    let stay = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    MenuButton::new(name).config(stay).ui(ui, |ui| {
        for column in Column::ALL {
            // Without names nobody knows whose row it is.
            if column == Column::Name {
                continue;
            }
            let shown = look.columns.contains(&column);
            if kit::switch(ui, &column.text(), shown).is_some() {
                let keep = |other: &Column| {
                    if *other == column { !shown } else { look.columns.contains(other) }
                };
                look.columns = Column::ALL.into_iter().filter(keep).collect();
            }
        }
    });
}

/// What can be done with several people at once, each as one step.
fn marked_ui(ui: &mut Ui, view: &View<'_>, look: &mut Look) {
    let count = look.marked.len();
    ui.horizontal_wrapped(|ui| {
        kit::strong(ui, &say!("people-marked", count = count));
        ui.menu_button(say!("people-mark-attendance"), |ui| {
            for rsvp in Rsvp::ALL {
                if ui.button(words::choice(*rsvp)).clicked() {
                    set_coming(view, &look.marked, *rsvp);
                }
            }
        });
        if !view.visit().delegations.is_empty() {
            ui.menu_button(say!("people-mark-delegation"), |ui| {
                for delegation in &view.visit().delegations {
                    let name = view.visit().label(&RecordRef::Delegation(delegation.id.clone()));
                    if ui.button(name).clicked() {
                        view.edit(membership(view, &look.marked, Some(&delegation.id)));
                    }
                }
            });
        }
        if ui.button(say!("people-mark-remove", count = count)).clicked() {
            let edits = look.marked.drain(..).map(|id| Edit::Remove(RecordRef::Person(id)));
            let label = say!("people-step-remove", count = count);
            view.edit(Edit::Together { label, edits: edits.collect() });
        }
        if let [one, other] = look.marked.as_slice()
            && ui.button(say!("people-mark-merge")).clicked()
        {
            let question = super::merge_ui::merge(view, one.clone(), other.clone());
            view.send(Command::Ask(question));
        }
        if ui.button(say!("people-mark-none")).clicked() {
            look.marked.clear();
        }
    });
}
