//! Headings, rows, marks, empty places.

use egui::text::LayoutJob;
use egui::{
    Button, CornerRadius, Frame, Id, Label, Margin, Rect, Response, RichText, Role, ScrollArea,
    Sense, Stroke, Ui, UiBuilder, WidgetInfo,
};
use egui_material_icons::MaterialIcon;

use crate::app::theme::{self, GAP, ROW, SMALL, TEXT, TITLE};
use crate::check::Severity;
use crate::words;

/// The title of a page.
pub fn title(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(theme::semibold(TITLE)))
}

/// A heading within a panel or of a question: the ellipsis of the command that led there has been
/// answered.
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(2.0 * GAP);
    ui.label(RichText::new(text.trim_end_matches('…')).font(theme::semibold(theme::HEADING)))
}

/// Secondary text, small and soft.
pub fn small(ui: &mut Ui, text: &str) -> Response {
    let colour = theme::palette(ui).soft;
    ui.add(Label::new(RichText::new(text).size(SMALL).color(colour)).wrap())
}

/// Text that stands out without a heading.
pub fn strong(ui: &mut Ui, text: &str) -> Response {
    ui.label(RichText::new(text).font(theme::semibold(TEXT)))
}

/// A long list in a question, as high as leaves its head and foot in the window.
pub fn modal_list(ui: &Ui) -> ScrollArea {
    let room = (ui.ctx().content_rect().height() - 60.0 * GAP).max(50.0 * GAP);
    ScrollArea::vertical().max_height(room).min_scrolled_height(room).auto_shrink([false, true])
}

/// A group of fields that folds away.
pub fn section<R>(ui: &mut Ui, name: &str, open: bool, add: impl FnOnce(&mut Ui) -> R) {
    section_of(ui, name, name, open, add);
}

/// The same under a name that changes, a count in it: `key` remembers whether it is folded.
pub fn section_of<R>(
    ui: &mut Ui,
    key: &str,
    name: &str,
    open: bool,
    add: impl FnOnce(&mut Ui) -> R,
) {
    ui.add_space(GAP);
    egui::CollapsingHeader::new(RichText::new(name).font(theme::semibold(TEXT)))
        .id_salt(key)
        .default_open(open)
        .show_unindented(ui, add);
}

/// Draws a part of a long list where it is in sight; elsewhere it only keeps its place, as high as
/// it came out when it was drawn last (`usual` before that). So a list of thousands costs no more
/// than what is seen of it. `Err`: where the part lies, undrawn.
pub fn in_sight<R>(
    ui: &mut Ui,
    id: Id,
    usual: f32,
    add: impl FnOnce(&mut Ui) -> R,
) -> Result<R, Rect> {
    let known: Option<f32> = ui.data(|data| data.get_temp(id));
    let height = known.unwrap_or(usual);
    let top = ui.cursor().top();
    let sight = ui.clip_rect().expand(2.0 * usual);
    if top > sight.bottom() || top + height < sight.top() {
        let spacing = ui.spacing().item_spacing.y;
        let size = egui::vec2(ui.available_width(), (height - spacing).max(0.0));
        return Err(ui.allocate_space(size).1);
    }
    let drawn = add(ui);
    let height = ui.cursor().top() - top;
    if known != Some(height) {
        ui.data_mut(|data| data.insert_temp(id, height));
    }
    Ok(drawn)
}

/// A list of any length: only what is in sight is drawn. `heights` are those that the lines had
/// when they were drawn last.
pub fn long_list(ui: &mut Ui, heights: &mut [f32], mut draw: impl FnMut(&mut Ui, usize)) {
    let sight = ui.clip_rect().expand(100.0);
    let (width, spacing) = (ui.available_width(), ui.spacing().item_spacing.y);
    let pass_over = |ui: &mut Ui, height: f32| {
        if height > 0.0 {
            ui.allocate_space(egui::vec2(width, (height - spacing).max(0.0)));
        }
    };
    let (mut top, mut passed) = (ui.cursor().top(), 0.0);
    for (at, height) in heights.iter_mut().enumerate() {
        if top > sight.bottom() || top + *height < sight.top() {
            passed += *height;
            top += *height;
            continue;
        }
        pass_over(ui, passed);
        passed = 0.0;
        let before = ui.cursor().top();
        ui.push_id(at, |ui| draw(ui, at));
        top = ui.cursor().top();
        *height = top - before;
    }
    pass_over(ui, passed);
}

/// A text on one line, cut where there is no room.
pub fn one_line(text: &str, font: egui::FontId, colour: egui::Color32, width: f32) -> LayoutJob {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, colour);
    fit_one_line(&mut job, width);
    job
}

/// Cuts a text to one line of a width.
pub fn fit_one_line(job: &mut LayoutJob, width: f32) {
    job.wrap.max_width = width.max(1.0);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
}

/// The one button that a place is about.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    let palette = theme::palette(ui);
    ui.add(Button::new(RichText::new(text).color(palette.on_accent)).fill(palette.accent))
}

/// A button that shows an icon; the label is its tooltip and its name.
pub fn icon_button(ui: &mut Ui, icon: MaterialIcon, label: &str) -> Response {
    let response = ui.add(Button::new(icon.rich_text().size(16.0)).frame(false));
    let enabled = response.enabled();
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, label));
    response.on_hover_text(label)
}

/// A word in a rounded box.
pub fn chip(ui: &mut Ui, text: &str, accented: bool) -> Response {
    let palette = theme::palette(ui);
    let (fill, ink) = if accented {
        (palette.accent_soft, palette.accent)
    } else {
        (palette.background, palette.soft)
    };
    let frame = Frame::new().fill(fill).corner_radius(CornerRadius::same(9));
    frame
        .inner_margin(Margin::symmetric(8, 1))
        .show(ui, |ui| ui.label(RichText::new(text).size(SMALL + 1.0).color(ink)))
        .inner
}

/// What belongs in an empty place, and the first step. `true` when the step was taken.
pub fn empty_state(ui: &mut Ui, what: &str, step: Option<&str>) -> bool {
    ui.add_space(8.0 * GAP);
    ui.vertical_centered(|ui| {
        let colour = theme::palette(ui).soft;
        ui.add(Label::new(RichText::new(what).color(colour)).wrap());
        ui.add_space(2.0 * GAP);
        step.is_some_and(|step| primary_button(ui, step).clicked())
    })
    .inner
}

/// The shape of a severity: never colour alone.
pub fn severity_shape(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "■",
        Severity::Warning => "▲",
        Severity::Notice => "○",
        Severity::Unknown => "?",
    }
}

/// The mark of a severity with its word.
pub fn severity_mark(ui: &mut Ui, severity: Severity) -> Response {
    let colour = theme::palette(ui).severity(severity);
    let text = format!("{} {}", severity_shape(severity), words::choice(severity));
    ui.label(RichText::new(text).size(SMALL).color(colour))
}

/// How a row of a list looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowLook {
    #[default]
    Plain,
    Selected,
}

/// A row that can be clicked, reached with Tab and dragged; its name is what a screen reader says.
pub fn row(ui: &mut Ui, look: RowLook, name: &str, add: impl FnOnce(&mut Ui)) -> Response {
    let palette = theme::palette(ui);
    let builder = UiBuilder::new().id_salt(ui.next_auto_id()).sense(Sense::click_and_drag());
    let response = ui
        .scope_builder(builder, |ui| {
            let hovered = ui.response().hovered();
            let fill = match look {
                RowLook::Selected => palette.accent_soft,
                RowLook::Plain if hovered => palette.background,
                RowLook::Plain => egui::Color32::TRANSPARENT,
            };
            let focused = ui.response().has_focus();
            let stroke = if focused { Stroke::new(1.0, palette.accent) } else { Stroke::NONE };
            Frame::new()
                .fill(fill)
                .stroke(stroke)
                .corner_radius(CornerRadius::same(6))
                .inner_margin(Margin::symmetric(8, 3))
                .show(ui, |ui| {
                    ui.set_min_size(egui::vec2(ui.available_width(), ROW - 6.0));
                    add(ui);
                });
        })
        .response;
    let selected = look == RowLook::Selected;
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name));
    response
}

/// Tabs or modes side by side, one of them chosen. Returns the one clicked.
pub fn segments<T: Copy + PartialEq>(ui: &mut Ui, chosen: T, all: &[(T, String)]) -> Option<T> {
    ui.horizontal(|ui| {
        let mut clicked = None;
        for (value, text) in all {
            if ui.selectable_label(*value == chosen, text).clicked() && *value != chosen {
                clicked = Some(*value);
            }
        }
        clicked
    })
    .inner
}
