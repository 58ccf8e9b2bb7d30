//! The programme as a grid: columns are groups or days, all on one axis of time.

mod around;
mod axis;
mod block_ui;
mod carry;
mod gesture;
mod keys;
mod parking;
mod places;
mod sheet;

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::{Align2, FontId, Id, Rect, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

pub use self::keys::{Step, stepped};

use self::axis::Axis;
use self::places::Places;
use self::sheet::{HEAD, HOURS, NARROWEST, Sheet};
use super::look::{Form, ProgrammeLook};
use crate::app::theme;
use crate::app::view::View;
use crate::model::{Lang, RecordRef, Visit};
use crate::words::{interface_lang, say};

/// The width of the list of items without a day.
const PARKING: f32 = 156.0;
/// In a narrower window the grid has all the room, unless an item waits.
const ROOM_FOR_PARKING: f32 = 520.0;

pub(super) fn grid_ui(ui: &mut Ui, view: &View<'_>) {
    let waits = view.visit().items.iter().any(|item| item.when.day().is_none());
    let has_room = waits || ui.available_width() >= ROOM_FOR_PARKING;
    let parking = has_room.then(|| {
        egui::Panel::right("programme-parking")
            .resizable(false)
            .exact_size(PARKING)
            .show(ui, |ui| parking::parking_ui(ui, view))
            .inner
    });
    let made = made(ui, view);
    let salt = ("programme-grid", view.programme.form);
    ScrollArea::both().id_salt(salt).auto_shrink(false).show(ui, |ui| {
        let clip = ui.clip_rect();
        let columns = made.places.columns.len().max(1) as f32;
        let room = (ui.available_width() - HOURS - 2.0) / columns;
        let sight = Rect::from_min_max(clip.min + vec2(HOURS, HEAD), clip.max);
        let mut sheet = Sheet {
            places: &made.places,
            axis: &made.axis,
            origin: ui.cursor().min,
            column: room.max(NARROWEST),
            sight,
        };
        let (rect, _) = ui.allocate_exact_size(sheet.size(), Sense::hover());
        sheet.origin = rect.min;
        draw_lines(ui, &sheet);
        folds_ui(ui, view, &sheet);
        let worst = block_ui::worst(view);
        for block in &made.places.blocks {
            if !sheet.rect(block).intersects(sight) {
                continue;
            }
            let what: RecordRef = block.item.id.clone().into();
            let finding = worst.get(&what).copied();
            let Some(response) = block_ui::block_ui(ui, view, &sheet, block, finding) else {
                continue;
            };
            if response.clicked() {
                response.request_focus();
            }
            if response.clicked() || response.gained_focus() && !view.is_selected(&what) {
                view.select(what);
            }
            carry::handle_block(ui, view, &sheet, block, &response);
        }
        draw_proposed(ui, view, &sheet);
        keys::keys(ui, view, &sheet);
        carry::carry_ui(ui, view, &sheet, parking);
        draw_hours(ui, &sheet, clip);
        draw_heads(ui, &sheet, clip);
    });
}

/// What the grid was put together of last.
#[derive(Clone)]
struct Made {
    of: (Form, Option<NaiveDate>, Lang, BTreeSet<i64>),
    visit: Arc<Visit>,
    places: Arc<Places>,
    axis: Arc<Axis>,
}

/// Put together anew only when the visit, the look or the language is another.
fn made(ui: &Ui, view: &View<'_>) -> Made {
    let id = Id::unique("programme-grid-made");
    let visit = view.session.visit();
    let day = day_of(view);
    let of = (view.programme.form, day, interface_lang(), open_folds(ui, view));
    let made: Option<Made> = ui.data(|data| data.get_temp(id));
    if let Some(made) = made.filter(|made| Arc::ptr_eq(&made.visit, visit) && made.of == of) {
        return made;
    }
    let places = keys::places(visit, view.programme, day);
    let axis = Axis::new(&places.busy(), &of.3);
    let made =
        Made { of, visit: Arc::clone(visit), places: Arc::new(places), axis: Arc::new(axis) };
    ui.data_mut(|data| data.insert_temp(id, made.clone()));
    made
}

/// The day whose groups are shown.
pub(super) fn day_of(view: &View<'_>) -> Option<NaiveDate> {
    let days = view.visit().days();
    let ProgrammeLook { day, .. } = view.programme;
    day.filter(|day| days.contains(day)).or(days.first().copied())
}

/// The beginnings of the gaps that were opened.
fn open_folds(ui: &Ui, view: &View<'_>) -> BTreeSet<i64> {
    ui.data(|data| data.get_temp(folds_id(view))).unwrap_or_default()
}

fn folds_id(view: &View<'_>) -> Id {
    Id::unique(("programme-folds", &view.visit().id))
}

fn draw_lines(ui: &Ui, sheet: &Sheet<'_>) {
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(sheet.sight));
    let right = sheet.left(sheet.places.columns.len());
    for hour in sheet.axis.hours() {
        let stroke = Stroke::new(1.0, palette.line.gamma_multiply(0.7));
        painter.hline(sheet.left(0)..=right, sheet.y(hour), stroke);
    }
    let bottom = sheet.origin.y + sheet.size().y;
    for column in 0..=sheet.places.columns.len() {
        painter.vline(sheet.left(column), sheet.origin.y..=bottom, Stroke::new(1.0, palette.line));
    }
}

/// The gaps in which nothing is planned; a click opens one.
fn folds_ui(ui: &Ui, view: &View<'_>, sheet: &Sheet<'_>) {
    let palette = theme::palette(ui);
    let clip = ui.clip_rect();
    for fold in sheet.axis.folds() {
        let band = sheet.band(0..sheet.places.columns.len(), fold.from, fold.to);
        let band = band.with_min_x(clip.left()).intersect(clip);
        if band.height() < 1.0 || band.top() < sheet.sight.top() {
            continue;
        }
        let id = Id::unique(("programme-fold", fold.from));
        let response = ui.interact(band, id, Sense::click());
        let (from, to) = (clock(fold.from), clock(fold.to));
        let name = say!("grid-fold", from = from, to = to);
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, name.as_str()));
        let colour = if response.hovered() { palette.accent_soft } else { palette.background };
        let painter = ui.painter();
        painter.rect_filled(band, 0.0, colour);
        if response.has_focus() {
            let stroke = Stroke::new(1.0, palette.accent);
            painter.rect_stroke(band, 0.0, stroke, egui::StrokeKind::Inside);
        }
        let font = FontId::proportional(theme::SMALL);
        painter.text(band.center(), Align2::CENTER_CENTER, name, font, palette.soft);
        if response.clicked() {
            let mut open = open_folds(ui, view);
            open.insert(fold.from);
            ui.data_mut(|data| data.insert_temp(folds_id(view), open));
        }
    }
}

/// Where items would stand, were the proposal taken.
fn draw_proposed(ui: &Ui, view: &View<'_>, sheet: &Sheet<'_>) {
    let Some(proposed) = view.proposed else { return };
    let palette = theme::palette(ui);
    let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(sheet.sight));
    let after = &proposed.proposal.after;
    let mut first: Option<Rect> = None;
    for block in sheet.places.blocks.iter().filter(|block| block.begins) {
        let Some(moved) = after.item(&block.item.id).filter(|it| it.when != block.item.when) else {
            continue;
        };
        let columns = block.columns.clone();
        for on in places::parts(after, moved) {
            let Some(part) = on.part else { continue };
            // Another day is another column, where the columns are days.
            let own = |at: &usize| sheet.places.columns.get(*at).is_some_and(|it| it.day == on.day);
            let days = (0..sheet.places.columns.len()).find(own);
            let columns = match (columns.clone().all(|at| own(&at)), days) {
                (true, _) => columns.clone(),
                (false, Some(at)) => at..at + 1,
                (false, None) => continue,
            };
            let rect = sheet.band(columns, part.from, part.to).shrink2(vec2(5.0, 0.5));
            block_ui::ghost(&painter, rect, palette, true);
            first = Some(
                first.map_or(rect, |first| if rect.top() < first.top() { rect } else { first }),
            );
            let font = FontId::proportional(theme::SMALL);
            let text = format!("→ {}", crate::app::kit::time_text(moved.when));
            let at = rect.right_bottom() - vec2(4.0, 2.0);
            painter.text(at, Align2::RIGHT_BOTTOM, text, font, palette.accent);
        }
    }
    // What is proposed comes into sight once; then the officer looks where they like.
    let id = Id::unique("programme-proposed");
    let seen: Option<Arc<Visit>> = ui.data(|data| data.get_temp(id));
    if let Some(first) = first.filter(|_| seen.is_none_or(|seen| !Arc::ptr_eq(&seen, after))) {
        ui.data_mut(|data| data.insert_temp(id, Arc::clone(after)));
        ui.scroll_to_rect(first.expand2(vec2(0.0, 40.0)), Some(egui::Align::TOP));
    }
}

/// The hours stay in sight at the left.
fn draw_hours(ui: &Ui, sheet: &Sheet<'_>, clip: Rect) {
    let palette = theme::palette(ui);
    let margin = Rect::from_min_max(
        pos2(clip.left(), sheet.sight.top()),
        pos2(clip.left() + HOURS, clip.bottom()),
    );
    let painter = ui.painter().with_clip_rect(clip.intersect(margin));
    // The names of the gaps lie over the margin; only what was scrolled under it is hidden.
    if clip.left() > sheet.origin.x {
        painter.rect_filled(margin, 0.0, palette.panel);
    }
    for hour in sheet.axis.hours() {
        let at = pos2(margin.right() - 6.0, sheet.y(hour));
        let font = FontId::proportional(theme::SMALL);
        painter.text(at, Align2::RIGHT_CENTER, clock(hour), font, palette.soft);
    }
    if sheet.places.waiting() > 0 {
        let at = pos2(margin.right() - 6.0, sheet.origin.y + HEAD + 4.0);
        let font = FontId::proportional(theme::SMALL);
        painter.text(at, Align2::RIGHT_TOP, say!("grid-waiting"), font, palette.soft);
    }
}

/// The names of the columns stay in sight at the top.
fn draw_heads(ui: &Ui, sheet: &Sheet<'_>, clip: Rect) {
    let palette = theme::palette(ui);
    let band = Rect::from_min_size(clip.min, vec2(clip.width(), HEAD));
    ui.painter().rect_filled(band, 0.0, palette.panel);
    ui.painter().hline(band.x_range(), band.bottom(), Stroke::new(1.0, palette.line));
    for (at, column) in sheet.places.columns.iter().enumerate() {
        let cell = Rect::from_min_max(
            pos2(sheet.left(at), band.top()),
            pos2(sheet.left(at + 1), band.bottom()),
        );
        let seen = cell.intersect(band.with_min_x(clip.left() + HOURS));
        if seen.width() < 8.0 {
            continue;
        }
        let painter = ui.painter().with_clip_rect(seen);
        let at = pos2(cell.left() + 8.0, cell.center().y);
        painter.text(
            at,
            Align2::LEFT_CENTER,
            &column.name,
            theme::semibold(theme::TEXT),
            palette.ink,
        );
    }
}

fn clock(minute: i64) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
