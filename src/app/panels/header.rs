//! The head of the window: which visit, what was done last, the way to paper.

use egui::{Align, Button, Layout, RichText, ScrollArea, Ui};
use egui_material_icons::icons::ICON_MENU;

use crate::app::command::{Action, Command};
use crate::app::kit;
use crate::app::state::State;
use crate::app::tabs::Tab;
use crate::app::theme;
use crate::app::view::View;
use crate::model::Visit;
use crate::paper;
use crate::words::{self, dates, interface_lang, say};

pub(super) fn header_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    ui.horizontal(|ui| {
        ui.set_min_height(theme::ROW);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            buttons_ui(ui, state, view);
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if state.open.is_some() {
                    about_ui(ui, view.visit());
                } else {
                    kit::strong(ui, "Retinue");
                }
            });
        });
    });
}

fn about_ui(ui: &mut Ui, visit: &Visit) {
    /// Less shows nothing but dots.
    const WORTH_IT: f32 = 60.0;
    let about = &visit.about;
    let soft = theme::palette(ui).soft;
    let title = RichText::new(about.title.in_lang(&interface_lang()));
    let title = egui::Label::new(title.font(theme::semibold(theme::TEXT))).truncate();
    // The state of the visit stands behind even the longest title.
    let room = (ui.available_width() - 96.0).max(0.0);
    ui.scope(|ui| {
        ui.set_max_width(room);
        ui.add(title);
    });
    kit::chip(ui, &words::choice(about.status), true);
    let mut parts: Vec<String> = issued(visit).into_iter().collect();
    if let (Some(first), Some(last)) = (about.first_day, about.last_day.or(about.first_day)) {
        parts.push(dates::range(first, last, &interface_lang()));
    }
    parts.push(about.place.in_lang(&interface_lang()).to_owned());
    let shown = about.title.in_lang(&interface_lang());
    parts.extend(about.title.all().find(|text| *text != shown).map(str::to_owned));
    parts.retain(|part| !part.is_empty());
    if ui.available_width() > WORTH_IT {
        let text = RichText::new(parts.join(" · ")).color(soft);
        ui.add(egui::Label::new(text).truncate());
    }
}

/// The version that went out last.
fn issued(visit: &Visit) -> Option<String> {
    let last = visit.issues.iter().max_by_key(|issue| (issue.at, issue.version))?;
    let lang = interface_lang();
    let paper = paper::find(&last.paper)?.name(&lang);
    let version = last.version.to_string();
    Some(match last.at {
        Some(at) => {
            let moment = dates::moment(at, &lang);
            say!("header-issued-at", paper = paper, version = version, moment = moment)
        }
        None => say!("header-issued", paper = paper, version = version),
    })
}

fn buttons_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    let open = state.open.is_some();
    ui.add_enabled_ui(open, |ui| {
        if kit::primary_button(ui, &say!("action-print")).clicked() {
            view.act(Action::Print);
        }
    });
    menu_ui(ui, view);
    button(ui, view, Action::Palette, true, None);
    let session = state.session();
    button(ui, view, Action::Redo, session.redo_label().is_some(), session.redo_label());
    button(ui, view, Action::Undo, session.undo_label().is_some(), session.undo_label());
    button(ui, view, Action::Save, state.is_dirty() && state.saving.is_none(), None);
}

/// What concerns the whole window, for those who look for a menu.
const MENU: &[&[Action]] = &[
    &[Action::NewVisit, Action::OpenFolder, Action::Refresh],
    &[Action::SaveAs, Action::History, Action::Steps],
    &[Action::Retitle, Action::RenameFile, Action::NewFromThis, Action::DuplicateVisit],
    &[Action::TrashVisit],
    &[Action::Light, Action::Dark, Action::FollowSystem],
    &[Action::English, Action::Chinese, Action::Korean, Action::SystemLanguage],
    &[Action::Quit],
];

fn menu_ui(ui: &mut Ui, view: &View<'_>) {
    let name = say!("header-menu");
    let menu = ui.menu_button(ICON_MENU.rich_text(), |ui| {
        for (index, group) in MENU.iter().enumerate() {
            if index > 0 {
                ui.separator();
            }
            for action in *group {
                let mut entry = Button::new(action.text());
                if let Some(shortcut) = action.shortcut() {
                    entry = entry.shortcut_text(ui.ctx().format_shortcut(&shortcut));
                }
                if ui.add(entry).clicked() {
                    view.act(*action);
                }
            }
        }
    });
    let named = || egui::WidgetInfo::labeled(egui::Role::Button, true, name.as_str());
    menu.response.widget_info(named);
    menu.response.on_hover_text(&name);
}

fn button(ui: &mut Ui, view: &View<'_>, action: Action, enabled: bool, hover: Option<&str>) {
    let mut button = Button::new(action.text());
    // On a small screen the title needs the room; the menu and the palette tell the keys.
    let roomy = ui.ctx().content_rect().width() >= 1120.0;
    if let Some(shortcut) = action.shortcut().filter(|_| roomy) {
        button = button.shortcut_text(ui.ctx().format_shortcut(&shortcut));
    }
    let mut response = ui.add_enabled(enabled, button);
    if let Some(hover) = hover {
        response = response.on_hover_text(hover);
    }
    if response.clicked() {
        view.act(action);
    }
}

/// The tabs of the visit, always on one line: closer together where there is little room, and to
/// be scrolled where there is none.
pub(super) fn tabs_ui(ui: &mut Ui, state: &State, view: &View<'_>) {
    /// Below this the tabs move together.
    const ROOMY: f32 = 640.0;
    ui.add_space(theme::GAP);
    let close = ui.available_width() < ROOMY;
    ScrollArea::horizontal().id_salt("tabs").show(ui, |ui| {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = if close { 0.0 } else { theme::GAP };
            if close {
                ui.spacing_mut().button_padding.x = 1.5 * theme::GAP;
            }
            for tab in Tab::ALL {
                tab_ui(ui, view, tab, tab == state.tab);
            }
        });
    });
}

fn tab_ui(ui: &mut Ui, view: &View<'_>, tab: Tab, chosen: bool) {
    let palette = theme::palette(ui);
    let mut text = tab.text();
    if tab == Tab::People && !view.visit().people.is_empty() {
        text = format!("{text} {}", view.visit().people.len());
    }
    let font = if chosen {
        RichText::new(text).font(theme::semibold(theme::TEXT)).color(palette.ink)
    } else {
        RichText::new(text).color(palette.soft)
    };
    let response = ui.add(Button::selectable(false, font).frame_when_inactive(false));
    if chosen {
        let line = egui::Stroke::new(2.0, palette.accent);
        ui.painter().hline(response.rect.x_range(), response.rect.bottom() - 1.0, line);
    }
    if response.clicked() {
        view.send(Command::ShowTab(tab));
    }
}
