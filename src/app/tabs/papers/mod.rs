//! Papers: the typeset pages beside the options they are made with.

mod issue_ui;
mod preview;

use egui::{Role, ScrollArea, Ui, WidgetInfo};

pub use self::issue_ui::issue_ui;
pub use self::preview::{PaperOptions, Preview, Told};
use crate::app::command::{Action, Command};
use crate::app::kit;
use crate::app::tabs::{Tab, tab_of};
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::model::{Lang, RecordRef};
use crate::paper::{self, PageSize};
use crate::projection::Whose;
use crate::words::{self, LANGUAGES, say};

pub fn papers_ui(ui: &mut Ui, view: &View<'_>) {
    egui::Panel::left("papers-options")
        .default_size(240.0)
        .show_separator_line(false)
        .show(ui, |ui| ScrollArea::vertical().show(ui, |ui| options_ui(ui, view)));
    egui::CentralPanel::default()
        .frame(egui::Frame::new().fill(theme::palette(ui).background).inner_margin(12))
        .show(ui, |ui| pages_ui(ui, view));
}

fn options_ui(ui: &mut Ui, view: &View<'_>) {
    let options = &view.preview.options;
    let send = |options: PaperOptions| view.send(Command::PaperOptions(options));
    kit::heading(ui, &say!("papers-heading"));
    let papers: Vec<(&'static str, String)> =
        paper::ALL.iter().map(|paper| (paper.id, paper.name(&words::interface_lang()))).collect();
    if let Some(paper) = kit::pick_field(ui, &say!("papers-paper"), &options.paper, &papers) {
        send(PaperOptions { paper, ..options.clone() });
    }
    if paper::find(options.paper).is_some_and(paper::Paper::has_own) {
        let now = match &options.whose {
            Whose::Person(id) => Some(id),
            Whose::Everyone | Whose::Group(_) => None,
        };
        if let Some(person) = kit::person_picker(ui, &say!("papers-whose"), view.visit(), now) {
            let whose = person.map_or(Whose::Everyone, Whose::Person);
            send(PaperOptions { whose, ..options.clone() });
        }
    }
    let languages: Vec<(Lang, String)> = LANGUAGES
        .iter()
        .filter_map(|tag| Some((Lang::new(tag)?, preview::language_name(tag))))
        .collect();
    if let Some(lang) = kit::pick_field(ui, &say!("papers-language"), &options.lang, &languages) {
        send(PaperOptions { lang, ..options.clone() });
    }
    let sizes = [(PageSize::A4, "A4".to_owned()), (PageSize::Letter, "Letter".to_owned())];
    if let Some(size) = kit::pick_field(ui, &say!("papers-size"), &options.size, &sizes) {
        send(PaperOptions { size, ..options.clone() });
    }
    let zooms = [50_u16, 75, 100, 150, 200].map(|zoom| (zoom, format!("{zoom} %")));
    if let Some(zoom) = kit::pick_field(ui, &say!("papers-zoom"), &options.zoom, &zooms) {
        send(PaperOptions { zoom, ..options.clone() });
    }
    ui.add_space(3.0 * GAP);
    if kit::primary_button(ui, &say!("action-print")).clicked() {
        view.act(Action::Print);
    }
    if ui.button(say!("action-save-pdf")).clicked() {
        view.act(Action::SavePdf);
    }
    let issue = ui.button(say!("action-issue"));
    if issue.on_hover_text(say!("issue-hint")).clicked() {
        view.act(Action::Issue);
    }
    page_list_ui(ui, view);
    for note in view.preview.notes() {
        ui.add_space(GAP);
        kit::small(ui, note);
    }
    missing_ui(ui, view);
}

/// The page that was asked for, until the pages have moved there.
fn wanted_page() -> egui::Id {
    egui::Id::unique("papers-page")
}

/// One button a page.
fn page_list_ui(ui: &mut Ui, view: &View<'_>) {
    let count = view.preview.pages().len();
    if count < 2 {
        return;
    }
    kit::heading(ui, &say!("papers-pages"));
    ui.horizontal_wrapped(|ui| {
        for page in 1..=count {
            let button = ui.button(page.to_string());
            let name = say!("papers-page", n = page, m = count);
            button.widget_info(|| WidgetInfo::labeled(Role::Button, true, name.as_str()));
            if button.on_hover_text(&name).clicked() {
                ui.data_mut(|data| data.insert_temp(wanted_page(), page));
            }
        }
    });
}

/// The texts without a translation, each a way to where it is written.
fn missing_ui(ui: &mut Ui, view: &View<'_>) {
    let missing = view.preview.missing();
    if missing.is_empty() {
        return;
    }
    ui.add_space(GAP);
    kit::section(ui, &say!("papers-missing", count = missing.len()), false, |ui| {
        for (position, one) in missing.iter().enumerate() {
            let kind = one.record.as_ref().map(RecordRef::kind);
            let field = kind
                .map_or_else(|| words::field(one.field), |kind| words::field_of(kind, one.field));
            let text = say!("papers-missing-one", text = one.shown.as_str(), field = field);
            let link = ui.push_id(position, |ui| ui.link(text)).inner;
            if link.clicked() {
                let tab = one.record.as_ref().map_or(Tab::Overview, tab_of);
                view.send(Command::ShowTab(tab));
                view.send(Command::Select(one.record.clone()));
            }
        }
    });
}

fn pages_ui(ui: &mut Ui, view: &View<'_>) {
    if let Some(error) = view.preview.error() {
        let colour = theme::palette(ui).error;
        ui.label(egui::RichText::new(error).color(colour));
    }
    ScrollArea::both().auto_shrink(false).show(ui, |ui| {
        ui.vertical_centered(|ui| {
            let pages = view.preview.pages();
            for (number, texture) in pages.iter().enumerate() {
                let size = texture.size_vec2() / view.preview.pixels_per_point(ui.ctx());
                let name = say!("papers-page", n = (number + 1), m = pages.len());
                let image = egui::Image::new((texture.id(), size)).alt_text(name.clone());
                egui::Frame::new().stroke(egui::Stroke::new(1.0, theme::palette(ui).line)).show(
                    ui,
                    |ui| {
                        let page = ui.add(image);
                        let wanted = ui.data(|data| data.get_temp::<usize>(wanted_page()));
                        if wanted == Some(number + 1) {
                            page.scroll_to_me(Some(egui::Align::TOP));
                            ui.data_mut(|data| data.remove::<usize>(wanted_page()));
                        }
                    },
                );
                kit::small(ui, &name);
                ui.add_space(2.0 * GAP);
            }
            if pages.is_empty() && view.preview.error().is_none() {
                kit::empty_state(ui, &say!("papers-wait"), None);
            }
        });
    });
}
