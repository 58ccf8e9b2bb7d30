//! One item as a block of the grid.

use std::collections::HashMap;

use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, FontId, Painter, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui,
    WidgetInfo, pos2,
};

use super::places::Block;
use super::sheet::Sheet;
use crate::app::kit;
use crate::app::kit::{dashes, hatching};
use crate::app::tabs::programme::list::{details_of, other_title};
use crate::app::theme::{self, Palette};
use crate::app::view::View;
use crate::check::{Finding, Severity};
use crate::model::{Item, ItemStatus, RecordRef};
use crate::words::dates;

/// How near the pointer must be to an edge to take it.
pub(super) const EDGE: f32 = 5.0;
const CORNER: f32 = 5.0;
const PAD: f32 = 9.0;
const LINE: f32 = 15.0;

/// Draws a block and takes what the pointer does to it. `None` when it is out of sight.
pub(super) fn block_ui(
    ui: &Ui,
    view: &View<'_>,
    sheet: &Sheet<'_>,
    block: &Block,
    finding: Option<&Finding>,
) -> Option<Response> {
    let rect = sheet.rect(block);
    let seen = rect.intersect(sheet.sight);
    if seen.width() < 1.0 || seen.height() < 1.0 {
        return None;
    }
    let id = id_of(block);
    // A part that goes on elsewhere can be pointed at, and is passed over by the keys.
    let sense = if block.is_first { Sense::click_and_drag() } else { Sense::CLICK | Sense::DRAG };
    let response = ui.interact(seen, id, sense);
    let what: RecordRef = block.item.id.clone().into();
    let selected = view.is_selected(&what);
    let name = name(view, &block.item);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, selected, name.as_str()));
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(sheet.sight));
    paint(ui, &painter, view, block, rect, Look { selected, finding });
    if response.has_focus() {
        let stroke = Stroke::new(2.0, theme::palette(ui).accent);
        painter.rect_stroke(rect, CORNER, stroke, StrokeKind::Outside);
    }
    Some(response)
}

pub(super) fn id_of(block: &Block) -> egui::Id {
    egui::Id::unique(("programme-block", &block.item.id, block.columns.start, block.begins))
}

/// What a screen reader says, the same as in the list.
pub(super) fn name(view: &View<'_>, item: &Item) -> String {
    let title = item.title.in_lang(&view.lang());
    format!("{} {title}", kit::time_text(item.when)).trim().to_owned()
}

/// What of a block is not its item's own.
#[derive(Clone, Copy)]
struct Look<'a> {
    selected: bool,
    /// The worst of what was found about it.
    finding: Option<&'a Finding>,
}

fn paint(
    ui: &Ui,
    painter: &Painter,
    view: &View<'_>,
    block: &Block,
    rect: Rect,
    Look { selected, finding }: Look<'_>,
) {
    let palette = theme::palette(ui);
    let item = &block.item;
    let movement = item.kind.is_movement();
    let tentative = item.status == ItemStatus::Tentative;
    let fill = match finding.map(|finding| finding.severity) {
        Some(Severity::Error) => palette.error_soft,
        Some(Severity::Warning) => palette.warning_soft,
        _ if tentative => palette.panel,
        _ if movement => palette.background,
        _ => palette.accent_soft,
    };
    painter.rect_filled(rect, CORNER, fill);
    let clipped = painter.with_clip_rect(painter.clip_rect().intersect(rect));
    if movement {
        clipped.add(hatching(rect, palette.line.gamma_multiply(0.5)));
    }
    let colour = match finding.map(|finding| finding.severity) {
        Some(severity @ (Severity::Error | Severity::Warning)) => palette.severity(severity),
        _ if movement || tentative => palette.faint,
        _ => palette.accent,
    };
    clipped.vline(rect.left() + 1.5, rect.y_range().shrink(1.0), Stroke::new(3.0, colour));
    if tentative {
        dashes(painter, rect.shrink(0.5), palette.faint);
    }
    if selected {
        painter.rect_stroke(rect, CORNER, Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    }
    let mark = finding.map(|finding| kit::severity_shape(finding.severity));
    write(ui, &clipped, view, item, rect, mark.map(|mark| (mark, colour)));
}

/// The worst of what was found about each record and is known.
pub(super) fn worst<'a>(view: &View<'a>) -> HashMap<&'a RecordRef, &'a Finding> {
    let mut worst: HashMap<&RecordRef, &Finding> = HashMap::new();
    let counts =
        |finding: &&Finding| finding.severity != Severity::Unknown && finding.dismissed.is_none();
    for finding in view.findings.iter().filter(counts) {
        for thing in &finding.things {
            let known = worst.entry(thing).or_insert(finding);
            if finding.severity < known.severity {
                *known = finding;
            }
        }
    }
    worst
}

/// Title, time and place, and what happens within, as far as there is room.
fn write(
    ui: &Ui,
    painter: &Painter,
    view: &View<'_>,
    item: &Item,
    rect: Rect,
    mark: Option<(&str, Color32)>,
) {
    let palette = theme::palette(ui);
    let mut width = rect.width() - PAD - 4.0;
    if let Some((mark, colour)) = mark {
        let at = pos2(rect.right() - 5.0, rect.top() + 3.0);
        let font = FontId::proportional(theme::SMALL);
        let drawn = painter.text(at, egui::Align2::RIGHT_TOP, mark, font, colour);
        width -= drawn.width() + 4.0;
    }
    let time = kit::time_text(item.when);
    let details = details_of(ui, view, item);
    let under = [time.as_str(), details.as_str()];
    let under: Vec<&str> = under.into_iter().filter(|part| !part.is_empty()).collect();
    let under = under.join(" · ");
    let title_font = if item.kind.is_movement() {
        FontId::proportional(theme::TEXT)
    } else {
        theme::semibold(theme::TEXT)
    };
    let title = Words {
        text: item.title.in_lang(&view.lang()).to_owned(),
        font: title_font,
        colour: palette.ink,
        struck: item.is_cancelled(),
    };
    let small = |text: String| Words {
        text,
        font: FontId::proportional(theme::SMALL),
        colour: palette.soft,
        struck: false,
    };
    let single = rect.height() < 2.0 * LINE + 6.0;
    let mut at = pos2(rect.left() + PAD, rect.top() + if single { 2.0 } else { 4.0 });
    if single {
        line(painter, at, width, &[title, small(format!("  {under}"))]);
        return;
    }
    let other = other_title(view, item).map(|other| format!("  {other}")).unwrap_or_default();
    let other = Words { font: FontId::proportional(theme::TEXT), ..small(other) };
    line(painter, at, width, &[title, other]);
    at.y += LINE + 3.0;
    line(painter, at, width, &[small(under)]);
    for step in &item.steps {
        at.y += LINE;
        if at.y + LINE > rect.bottom() {
            break;
        }
        let what = step.what.in_lang(&view.lang());
        let when = step.at.map_or_else(String::new, |at| format!("{} ", dates::time(at)));
        line(painter, at, width, &[small(format!("{when}{what}"))]);
    }
}

struct Words {
    text: String,
    font: FontId,
    colour: Color32,
    struck: bool,
}

/// One line of texts, cut where there is no room.
fn line(painter: &Painter, at: Pos2, width: f32, all: &[Words]) {
    let mut job = LayoutJob::default();
    for words in all {
        let struck = if words.struck { Stroke::new(1.0, words.colour) } else { Stroke::NONE };
        let format = TextFormat {
            font_id: words.font.clone(),
            color: words.colour,
            strikethrough: struck,
            valign: egui::Align::Center,
            ..TextFormat::default()
        };
        job.append(&words.text, 0.0, format);
    }
    kit::fit_one_line(&mut job, width);
    let galley = painter.layout_job(job);
    painter.galley(at, galley, Color32::PLACEHOLDER);
}

/// Where an item would stand: an outline, and its new time.
pub(super) fn ghost(painter: &Painter, rect: Rect, palette: &Palette, fits: bool) {
    let colour = if fits { palette.accent } else { palette.error };
    painter.rect_filled(rect, CORNER, colour.gamma_multiply(0.16));
    painter.add(Shape::Rect(egui::epaint::RectShape::stroke(
        rect,
        CORNER,
        Stroke::new(1.5, colour),
        StrokeKind::Inside,
    )));
}
