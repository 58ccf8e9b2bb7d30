//! What is carried over the grid with the pointer, and where it comes down.

use std::sync::Arc;

use egui::{CursorIcon, Id, Key, Painter, Pos2, Rect, Stroke, Ui, pos2, vec2};

use super::around::{Around, Way};
use super::block_ui::{EDGE, ghost};
use super::gesture::{self, Edge, attended, begun_at, carried, lasting, resized, snapped};
use super::places::{Block, Track, parts};
use super::sheet::Sheet;
use crate::app::kit;
use crate::app::kit::hatching;
use crate::app::proposals::ProposalCommand;
use crate::app::theme;
use crate::app::view::View;
use crate::edit::Edit;
use crate::edit::reschedule::Ask;
use crate::model::{Attendance, Item, ItemId, Visit, When};
use crate::words::say;

/// An item in the hand.
#[derive(Clone)]
pub(super) struct Carried {
    item: ItemId,
    grab: Grab,
    /// The state of the visit the gesture began in; in any other it is over.
    of: Arc<Visit>,
    around: Arc<Around>,
}

#[derive(Clone)]
enum Grab {
    /// The whole, so many minutes below its beginning; out of that column, where it stands in one.
    Whole {
        below: i64,
        column: Option<usize>,
    },
    Edge(Edge),
}

/// Where it would come down.
struct Landing {
    when: When,
    attendance: Option<Attendance>,
    columns: std::ops::Range<usize>,
}

fn key() -> Id {
    Id::unique("programme-carried")
}

/// What is in the hand, in this state of the visit.
pub(super) fn in_hand(ui: &Ui, view: &View<'_>) -> Option<Carried> {
    let carried: Option<Carried> = ui.data(|data| data.get_temp(key()));
    carried.filter(|carried| Arc::ptr_eq(&carried.of, view.session.visit()))
}

fn lay_down(ui: &Ui) {
    ui.data_mut(|data| data.remove::<Carried>(key()));
}

fn take(ui: &Ui, view: &View<'_>, item: &Item, grab: Grab) {
    let of = Arc::clone(view.session.visit());
    let around = Arc::new(Around::of(&of, item));
    let carried = Carried { item: item.id.clone(), grab, of, around };
    ui.data_mut(|data| data.insert_temp(key(), carried));
}

/// Takes an item that has no day yet.
pub(super) fn take_parked(ui: &Ui, view: &View<'_>, item: &Item) {
    take(ui, view, item, Grab::Whole { below: 0, column: None });
}

/// The pointer over a block: an edge to resize, the rest to move.
pub(super) fn handle_block(
    ui: &Ui,
    view: &View<'_>,
    sheet: &Sheet<'_>,
    block: &Block,
    response: &egui::Response,
) {
    let rect = sheet.rect(block);
    let at = response.interact_pointer_pos().or(response.hover_pos());
    let Some(at) = at else { return };
    let pressed = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
    let edge = edge_at(block, rect, pressed);
    if block.item.fixed {
        if response.hovered() || response.dragged() {
            response.show_tooltip_text(say!("grid-fixed"));
        }
        return;
    }
    if response.hovered() {
        let resizes = edge.is_some();
        ui.set_cursor_icon(if resizes { CursorIcon::ResizeVertical } else { CursorIcon::Grab });
    }
    if !response.drag_started() {
        return;
    }
    let whole = || {
        let start = block.part.map_or(0, |part| part.from);
        let below = if block.begins { sheet.minute_at(pressed.y) - start } else { 0 };
        let single = block.columns.len() == 1;
        Grab::Whole { below, column: single.then_some(block.columns.start) }
    };
    take(ui, view, &block.item, edge.map_or_else(whole, Grab::Edge));
}

fn edge_at(block: &Block, rect: Rect, at: Pos2) -> Option<Edge> {
    block.part?;
    let reach = EDGE.min(rect.height() / 4.0);
    if at.y > rect.bottom() - reach {
        Some(Edge::End)
    } else if at.y < rect.top() + reach && block.begins {
        Some(Edge::Start)
    } else {
        None
    }
}

/// What is carried, drawn where it would come down, and put there when the pointer lets go.
pub(super) fn carry_ui(ui: &mut Ui, view: &View<'_>, sheet: &Sheet<'_>, parking: Option<Rect>) {
    let Some(carried) = in_hand(ui, view) else { return };
    let Some(item) = view.visit().item(&carried.item) else { return };
    let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
    if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Escape)) {
        lay_down(ui);
        return;
    }
    scroll_along(ui, sheet, at);
    let parks = parking.is_some_and(|parking| parking.contains(at));
    let landing = (!parks).then(|| carried.landing(view, sheet, item, at)).flatten();
    if let Some(landing) = &landing {
        carried.draw(ui, view, sheet, item, landing);
        ui.set_cursor_icon(CursorIcon::Grabbing);
    }
    // The end of the gesture, whichever widget it began on.
    if ui.input(|input| input.pointer.any_down()) {
        return;
    }
    lay_down(ui);
    if parks {
        view.seal_after(gesture::carried(view.visit(), item, When::Unscheduled, None));
    } else if let Some(landing) = landing {
        let pushes = ui.input(|input| input.modifiers.shift);
        carried.come_down(view, item, landing, pushes);
    }
}

/// The grid moves on while something is held at its edge.
fn scroll_along(ui: &Ui, sheet: &Sheet<'_>, at: Pos2) {
    const REACH: f32 = 28.0;
    const SPEED: f32 = 9.0;
    let sight = sheet.sight;
    let pull = |at: f32, from: f32, to: f32| {
        if at < from + REACH {
            SPEED
        } else if at > to - REACH {
            -SPEED
        } else {
            0.0
        }
    };
    let by = vec2(pull(at.x, sight.left(), sight.right()), pull(at.y, sight.top(), sight.bottom()));
    if by != vec2(0.0, 0.0) && sight.expand(REACH).contains(at) {
        ui.scroll_with_delta(by);
        ui.ctx().request_repaint();
    }
}

impl Carried {
    fn landing(
        &self,
        view: &View<'_>,
        sheet: &Sheet<'_>,
        item: &Item,
        at: Pos2,
    ) -> Option<Landing> {
        let snap = view.programme.snap.mins();
        let column = sheet.column_at(at.x);
        let (below, from) = match &self.grab {
            Grab::Edge(edge) => return self.edge_landing(sheet, item, *edge, at, snap),
            Grab::Whole { below, column } => (*below, *column),
        };
        let column = column?;
        let target = sheet.places.columns.get(column)?;
        if sheet.is_above_day(at.y) && sheet.places.waiting() > 0 {
            let when = When::Day(target.day);
            return Some(Landing { when, attendance: None, columns: column..column + 1 });
        }
        let minute = snapped(sheet.minute_at(at.y) - below, snap);
        let when = begun_at(&self.of, item, target.day, minute);
        let from = from.and_then(|from| sheet.places.columns.get(from));
        let attendance = from.and_then(|from| attended(item, &from.track, &target.track));
        let columns = if attendance.is_some() || matches!(target.track, Track::Day(_)) {
            column..column + 1
        } else {
            let own = sheet.places.blocks.iter().find(|block| block.item.id == item.id);
            own.map_or(column..column + 1, |block| block.columns.clone())
        };
        Some(Landing { when, attendance, columns })
    }

    fn edge_landing(
        &self,
        sheet: &Sheet<'_>,
        item: &Item,
        edge: Edge,
        at: Pos2,
        snap: i64,
    ) -> Option<Landing> {
        let last = |block: &&Block| block.item.id == item.id;
        let block = match edge {
            Edge::Start => sheet.places.blocks.iter().find(last),
            Edge::End => sheet.places.blocks.iter().rfind(last),
        }?;
        let part = block.part?;
        let minute = snapped(sheet.minute_at(at.y), snap);
        let by = minute - if edge == Edge::Start { part.from } else { part.to };
        let length = gesture::length(&self.of, item);
        let when = resized(item.when, edge, by, length).unwrap_or(item.when);
        Some(Landing { when, attendance: None, columns: block.columns.clone() })
    }

    fn draw(&self, ui: &Ui, view: &View<'_>, sheet: &Sheet<'_>, item: &Item, landing: &Landing) {
        let palette = theme::palette(ui);
        let (visit, when) = (view.visit(), landing.when);
        let painter = ui.painter().with_clip_rect(ui.clip_rect().intersect(sheet.sight));
        self.draw_around(&painter, palette, visit, sheet, &landing.columns);
        let missed = self.around.missed(visit, item, when);
        let ways = [self.around.before(visit, item, when), self.around.behind(visit, item, when)];
        let fits = missed.is_empty() && ways.iter().flatten().all(Way::fits);
        let moved = Item { when, ..item.clone() };
        let mut place = None;
        for on in parts(visit, &moved) {
            let in_column =
                |at: &usize| sheet.places.columns.get(*at).map(|it| it.day) == Some(on.day);
            let Some(part) = on.part.filter(|_| landing.columns.clone().any(|at| in_column(&at)))
            else {
                continue;
            };
            let rect =
                sheet.band(landing.columns.clone(), part.from, part.to).shrink2(vec2(2.0, 0.5));
            Self::draw_ways(&painter, palette, sheet, landing, &ways, rect);
            ghost(&painter, rect, palette, fits);
            place = Some(rect);
        }
        Self::tell(ui, view, landing, &missed, &ways, place);
    }

    /// When its people are elsewhere or not there, at the left edge of the columns.
    fn draw_around(
        &self,
        painter: &Painter,
        palette: &theme::Palette,
        visit: &Visit,
        sheet: &Sheet<'_>,
        columns: &std::ops::Range<usize>,
    ) {
        for at in columns.clone() {
            let Some(column) = sheet.places.columns.get(at) else { continue };
            for part in self.around.away_on(column.day) {
                let band = sheet.band(at..at + 1, part.from, part.to);
                painter.rect_filled(band, 0.0, palette.faint.gamma_multiply(0.14));
            }
            // The same people in every column of one day: once is enough.
            let is_next = at > columns.start && sheet.is_same_day(at - 1, at);
            for part in self.around.busy_on(visit, column.day).into_iter().filter(|_| !is_next) {
                let band = sheet.band(at..at + 1, part.from, part.to);
                let edge = band.with_max_x(band.left() + 4.0);
                painter.rect_filled(edge, 0.0, palette.warning);
            }
        }
    }

    /// The minutes on the way, before and behind.
    fn draw_ways(
        painter: &Painter,
        palette: &theme::Palette,
        sheet: &Sheet<'_>,
        landing: &Landing,
        ways: &[Option<Way>; 2],
        rect: Rect,
    ) {
        let moved = landing.when.start().map(super::places::minute_of);
        let (Some(start), [before, behind]) = (moved, ways) else { return };
        let end = sheet.minute_at(rect.bottom());
        let bands = [
            before.as_ref().map(|way| (way, start - i64::from(way.travel.most), start)),
            behind.as_ref().map(|way| (way, end, end + i64::from(way.travel.most))),
        ];
        for (way, from, to) in bands.into_iter().flatten() {
            let colour = if way.fits() { palette.faint } else { palette.error };
            let band = sheet.band(landing.columns.clone(), from, to).shrink2(vec2(2.0, 0.0));
            let inner = painter.with_clip_rect(painter.clip_rect().intersect(band));
            inner.add(hatching(band, colour.gamma_multiply(0.5)));
            inner.hline(band.x_range(), band.bottom(), Stroke::new(1.0, colour));
        }
    }

    /// The new time beside the pointer, and what would not go.
    fn tell(
        ui: &Ui,
        view: &View<'_>,
        landing: &Landing,
        missed: &[&Arc<Item>],
        ways: &[Option<Way>; 2],
        place: Option<Rect>,
    ) {
        let title = |item: &Item| item.title.in_lang(&view.lang()).to_owned();
        let mut lines = vec![kit::time_text(landing.when)];
        lines.extend(missed.iter().take(3).map(|item| say!("grid-missed", item = title(item))));
        let [before, behind] = ways;
        for way in [before, behind].into_iter().flatten().filter(|way| !way.fits()) {
            let (most, gap) = (i64::from(way.travel.most), way.gap);
            lines.push(say!("grid-way", item = title(&way.other), most = most, gap = gap));
        }
        let Some(at) = ui.input(|input| input.pointer.latest_pos()) else { return };
        let text = lines.join("\n");
        let palette = theme::palette(ui);
        let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Tooltip, key()));
        let font = egui::FontId::proportional(theme::TEXT);
        let galley = painter.layout_no_wrap(text, font, palette.panel);
        let size = galley.size() + vec2(16.0, 8.0);
        let screen = ui.ctx().content_rect();
        let left = (at.x + 14.0).min(screen.right() - size.x - 4.0);
        let top = place.map_or(at.y, |place| place.bottom().min(at.y + 60.0));
        let top = (top + 6.0).min(screen.bottom() - size.y - 4.0);
        let rect = Rect::from_min_size(pos2(left, top), size);
        painter.rect_filled(rect, 4.0, palette.ink);
        painter.galley(rect.min + vec2(8.0, 4.0), galley, palette.panel);
    }

    /// The edit, or with Shift the question what follows from it.
    fn come_down(&self, view: &View<'_>, item: &Item, landing: Landing, pushes: bool) {
        let visit = view.visit();
        let edit: Option<Edit> = match self.grab {
            Grab::Edge(_) => (landing.when != item.when).then(|| lasting(item, landing.when)),
            Grab::Whole { .. } => carried(visit, item, landing.when, landing.attendance),
        };
        let by = landing.when.start().zip(item.when.start());
        let by = by.map_or(0, |(new, old)| new.mins_since(old));
        if pushes && by != 0 && matches!(self.grab, Grab::Whole { .. }) {
            let ask = Ask::Shift { item: item.id.clone(), mins: by };
            view.send(ProposalCommand::Ask(ask));
        } else {
            view.seal_after(edit);
        }
    }
}
