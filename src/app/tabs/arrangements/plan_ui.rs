//! A plan as it is seen: drawn to scale, its places changed by hand or by key.

use std::sync::Arc;

use egui::accesskit::Live;
use egui::{Align2, FontId, Id, Label, Painter, Pos2, Rect, RichText, ScrollArea, Sense, Shape};
use egui::{Stroke, StrokeKind, Ui, Vec2, pos2, vec2};

use super::seat_ui::{self, Carried};
use crate::app::kit;
use crate::app::proposals::ProposalCommand;
use crate::app::theme::{self, GAP, Palette, ROW};
use crate::app::view::View;
use crate::check::Severity;
use crate::edit::reschedule::Ask;
use crate::model::{Arrangement, ArrangementId, ArrangementKind, PersonId, Visit};
use crate::protocol::honour::{Drawing, Furniture, FurnitureKind, Place, Seating};
use crate::words::{choice, interface_lang, say};

/// Pixels for a centimetre: as many as there is room for, and never so few that names are lost.
const SCALES: std::ops::RangeInclusive<f32> = 1.5..=1.7;

/// A plan worked out: anew only when the visit is another.
#[derive(Clone)]
pub(super) struct Made {
    visit: Arc<Visit>,
    pub(super) seating: Arc<Seating>,
    /// The same without what was placed by hand.
    pub(super) by_rank: Arc<Seating>,
    drawing: Arc<Drawing>,
}

pub(super) fn plan_ui(ui: &mut Ui, view: &View<'_>, plan: &Arrangement) {
    let made = made(ui, view, plan);
    let rule = choice(made.seating.convention);
    kit::small(ui, &say!("plan-hint", rule = rule));
    ui.add_space(GAP);
    let turned_id = Id::unique("arrangement-turned");
    let turned: bool = ui.data(|data| data.get_temp(turned_id)).unwrap_or_default();
    ui.horizontal_wrapped(|ui| {
        let sides = [(false, say!("plan-from-above")), (true, say!("plan-as-guests"))];
        if let Some(turned) = kit::segments(ui, turned, &sides) {
            ui.data_mut(|data| data.insert_temp(turned_id, turned));
        }
        ui.separator();
        ui.add_enabled_ui(plan.placed.iter().any(|placed| !placed.locked), |ui| {
            if ui.button(say!("plan-reseat")).clicked() {
                view.send(ProposalCommand::Ask(Ask::Reseat { arrangement: plan.id.clone() }));
            }
        });
    });
    unseated_ui(ui, view, plan, &made.seating.unseated);
    // Its own line, always there: the plan must not move away under the pointer.
    let (told, _) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::hover());
    let drawing = if turned { made.drawing.turned() } else { Drawing::clone(&made.drawing) };
    let said = canvas_ui(ui, view, plan, &made, &drawing);
    let text = said.unwrap_or_else(|| say!("plan-keys"));
    let colour = theme::palette(ui).soft;
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    ui.scope_builder(egui::UiBuilder::new().max_rect(told).layout(layout), |ui| {
        let label = ui.add(Label::new(RichText::new(text).color(colour)).truncate());
        ui.ctx().accesskit_node_builder(label.id, |node| node.set_live(Live::Polite));
    });
}

fn made(ui: &Ui, view: &View<'_>, plan: &Arrangement) -> Made {
    let id = Id::unique(("arrangement-plan", &plan.id));
    let made: Option<Made> = ui.data(|data| data.get_temp(id));
    let visit = view.session.visit();
    if let Some(made) = made.filter(|made| Arc::ptr_eq(&made.visit, visit)) {
        return made;
    }
    let seating = Arc::new(Seating::of(visit, plan));
    let by_rank = if plan.placed.is_empty() {
        Arc::clone(&seating)
    } else {
        Arc::new(Seating::by_rank(visit, plan))
    };
    let drawing = Arc::new(Drawing::of(visit, plan, &seating));
    let made = Made { visit: Arc::clone(visit), seating, by_rank, drawing };
    ui.data_mut(|data| data.insert_temp(id, made.clone()));
    made
}

/// Those without a place: to be dragged onto one; a seat that is dragged here is left.
fn unseated_ui(ui: &mut Ui, view: &View<'_>, plan: &Arrangement, people: &[PersonId]) {
    let palette = theme::palette(ui);
    let area = ui.horizontal_wrapped(|ui| {
        if people.is_empty() {
            kit::small(ui, &say!("plan-unseated-none"));
            return;
        }
        let shape = kit::severity_shape(Severity::Warning);
        let text = format!("{shape} {}", say!("plan-unseated"));
        ui.label(RichText::new(text).color(palette.severity(Severity::Warning)));
        for id in people {
            let name = view.visit().person_label(id);
            let chip = ui.add(egui::Button::new(&name).sense(Sense::click_and_drag()));
            chip.dnd_set_drag_payload(Carried::Person(id.clone()));
            seat_ui::carry_ui(ui, &chip, &name);
            if seat_ui::is_carried(ui, &Carried::Person(id.clone())) {
                ui.painter().rect_stroke(
                    chip.rect,
                    5.0,
                    Stroke::new(2.0, palette.accent),
                    StrokeKind::Outside,
                );
            }
            if chip.has_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
                seat_ui::pick_up(ui, Some(Carried::Person(id.clone())));
            }
        }
    });
    let whole = area.response.rect.with_max_x(ui.max_rect().right());
    let strip = ui.interact(whole, ui.scope_id().with("unseated"), Sense::hover());
    if strip.dnd_hover_payload::<Carried>().is_some() {
        ui.painter().rect_stroke(
            whole.expand(2.0),
            5.0,
            Stroke::new(2.0, palette.accent),
            StrokeKind::Outside,
        );
    }
    if let Some(carried) = strip.dnd_release_payload::<Carried>()
        && let Carried::Seat(_, Some(person)) = &*carried
    {
        seat_ui::unseat(view, plan, person);
    }
}

/// A plan in sight, as it is laid out: since which frame, and in which it was last.
#[derive(Clone)]
struct Shown {
    plan: (ArrangementId, ArrangementKind),
    since: u64,
    last: u64,
}

/// Whether the plan has just come into sight. How wide it is, is only known after its first frame.
fn is_new(ui: &Ui, plan: &Arrangement) -> bool {
    let (id, now) = (Id::unique("arrangement-shown"), ui.ctx().cumulative_frame_nr());
    let plan = (plan.id.clone(), plan.kind);
    let shown: Option<Shown> = ui.data(|data| data.get_temp(id));
    let known = shown.filter(|shown| shown.plan == plan && shown.last + 1 >= now);
    let since = known.map_or(now, |shown| shown.since);
    ui.data_mut(|data| data.insert_temp(id, Shown { plan, since, last: now }));
    if since == now {
        ui.ctx().request_repaint();
    }
    now <= since + 1
}

/// Everything drawn. Returns what is to be said of the seat that has the focus or the pointer.
fn canvas_ui(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &Arrangement,
    made: &Made,
    drawing: &Drawing,
) -> Option<String> {
    let mut said = None;
    let room = ui.available_width();
    let scale = (room / drawing.width.max(1.0)).clamp(*SCALES.start(), *SCALES.end());
    ScrollArea::horizontal().id_salt("plan").auto_shrink([false, true]).show(ui, |ui| {
        let size = vec2((drawing.width * scale).max(room), drawing.height * scale);
        let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
        let painter = ui.painter_at(rect.expand(4.0).intersect(ui.clip_rect()));
        let palette = theme::palette(ui);
        if is_new(ui, plan) {
            // The middle, where the heads are, is in sight first.
            let middle = Rect::from_center_size(rect.center(), vec2(room, 1.0));
            let at_once = egui::style::ScrollAnimation::none();
            ui.scroll_to_rect_animation(middle, Some(egui::Align::Center), at_once);
        }
        let left = (rect.width() - drawing.width * scale) / 2.0;
        let at = |x: f32, y: f32| rect.min + vec2(left, 0.0) + vec2(x, y) * scale;
        for piece in &drawing.furniture {
            furniture(&painter, palette, piece, at(piece.x, piece.y), scale);
        }
        edge(&painter, palette, drawing, rect, scale);
        for place in &drawing.places {
            let row = made.seating.rows.get(place.row);
            let Some(seat) = row.and_then(|row| row.seats.get(place.seat)) else { continue };
            let centre = at(place.x, place.y);
            let size = seat_ui::SIZE * vec2(scale / SCALES.end(), 1.0);
            own_right(&painter, palette, place, centre, size);
            let of = seat_ui::Seated { plan, made, seat };
            said = seat_ui::seat_ui(ui, view, of, Rect::from_center_size(centre, size))
                .or(said.take());
        }
    });
    said
}

fn furniture(painter: &Painter, palette: &Palette, piece: &Furniture, at: Pos2, scale: f32) {
    let rect = Rect::from_center_size(at, vec2(piece.width, piece.height) * scale);
    let line = Stroke::new(1.0, palette.line);
    match piece.kind {
        FurnitureKind::Table => {
            painter.rect(rect, 4.0, palette.background, line, StrokeKind::Inside);
        }
        FurnitureKind::RoundTable => {
            painter.circle(at, rect.width() / 2.0, palette.background, line);
        }
        FurnitureKind::Vehicle => {
            painter.rect(rect, 36.0, palette.background, line, StrokeKind::Inside);
        }
        FurnitureKind::Wheel => {
            let stroke = Stroke::new(2.0, palette.faint);
            painter.circle_stroke(at, rect.width() / 2.0, stroke);
            painter.circle_filled(at, 4.0, palette.faint);
        }
    }
}

/// Door, audience, camera or the way ahead, with its name; and a metre of the scale.
fn edge(painter: &Painter, palette: &Palette, drawing: &Drawing, rect: Rect, scale: f32) {
    let small = FontId::proportional(theme::SMALL);
    if let Some(edge) = drawing.edge {
        let name = edge.name(&interface_lang());
        let (y, align) = if drawing.edge_above {
            (rect.top() + 4.0, Align2::CENTER_TOP)
        } else {
            (rect.bottom() - 4.0, Align2::CENTER_BOTTOM)
        };
        let text = painter.text(
            pos2(rect.center().x, y),
            align,
            name,
            theme::semibold(theme::SMALL),
            palette.soft,
        );
        for side in [-1.0, 1.0] {
            let from = rect.center().x + side * (text.width() / 2.0 + 10.0);
            let line = [pos2(from, text.center().y), pos2(from + side * 60.0, text.center().y)];
            painter.line_segment(line, Stroke::new(2.0, palette.faint));
        }
    }
    let left = pos2(rect.left() + 8.0, rect.bottom() - 8.0);
    let right = left + vec2(100.0 * scale, 0.0);
    let line = Stroke::new(1.0, palette.faint);
    painter.line_segment([left, right], line);
    for end in [left, right] {
        painter.line_segment([end - vec2(0.0, 4.0), end], line);
    }
    let above = left + vec2(4.0, -3.0);
    painter.text(above, Align2::LEFT_BOTTOM, say!("plan-scale"), small, palette.soft);
}

/// A small wedge at the own right hand of the head of a side.
fn own_right(painter: &Painter, palette: &Palette, place: &Place, at: Pos2, size: Vec2) {
    if !place.is_head {
        return;
    }
    let (x, y) = place.faces.own_right();
    let way = vec2(x, y);
    let side = vec2(y, x);
    let half = size / 2.0;
    let from = at + vec2(way.x * (half.x - 1.0), way.y * (half.y - 1.0));
    let points = vec![from + way * 7.0, from + side * 5.0, from - side * 5.0];
    painter.add(Shape::convex_polygon(points, palette.accent, Stroke::NONE));
}
