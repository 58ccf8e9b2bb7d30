//! A plan as it is seen: the computed places, changed by dragging one onto another.

use std::sync::Arc;

use egui::{Align2, FontId, Id, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui};
use egui::{WidgetInfo, pos2, vec2};

use crate::app::kit;
use crate::app::kit::dashes;
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::check::Severity;
use crate::model::{Arrangement, ArrangementKind, PersonId, Placed, Visit};
use crate::protocol::english_name;
use crate::protocol::honour::{Reason, Row, RowKind, Seat, Seating, Who};
use crate::words::{choice, say};

/// A seat on the screen.
const SEAT: egui::Vec2 = vec2(112.0, 40.0);

/// The slot that is carried to another.
#[derive(Clone, PartialEq, Eq)]
struct Carried(String);

/// Seated anew only when the visit is another.
#[derive(Clone)]
struct Made {
    visit: Arc<Visit>,
    seating: Arc<Seating>,
}

pub(super) fn plan_ui(ui: &mut Ui, view: &View<'_>, plan: &Arrangement) {
    let seating = seating(ui, view, plan);
    kit::heading(ui, &say!("plan-heading"));
    let rule = choice(seating.convention);
    kit::small(ui, &say!("plan-hint", rule = rule));
    if !seating.unseated.is_empty() {
        let people = seating.unseated.iter().map(|id| view.visit().person_label(id));
        let people = people.collect::<Vec<_>>().join(", ");
        let text = say!("cli-seats-unseated", people = people);
        let colour = theme::palette(ui).severity(Severity::Warning);
        let shape = kit::severity_shape(Severity::Warning);
        ui.add(
            egui::Label::new(egui::RichText::new(format!("{shape} {text}")).color(colour)).wrap(),
        );
    }
    ScrollArea::horizontal().id_salt("plan").auto_shrink([false, true]).show(ui, |ui| {
        for (at, row) in seating.rows.iter().enumerate() {
            ui.push_id(at, |ui| match row.kind {
                RowKind::Table(number) => table_ui(ui, view, plan, &seating, row, number),
                _ => row_ui(ui, view, plan, &seating, row),
            });
        }
        if faces_a_viewer(plan.kind) {
            let text = egui::RichText::new(say!("plan-viewer")).size(theme::SMALL);
            ui.add_space(GAP);
            ui.label(text.color(theme::palette(ui).soft));
        }
        ui.add_space(2.0 * GAP);
    });
}

fn seating(ui: &Ui, view: &View<'_>, plan: &Arrangement) -> Arc<Seating> {
    let id = Id::unique(("arrangement-plan", &plan.id));
    let made: Option<Made> = ui.data(|data| data.get_temp(id));
    let visit = view.session.visit();
    if let Some(made) = made.filter(|made| Arc::ptr_eq(&made.visit, visit)) {
        return made.seating;
    }
    let seating = Arc::new(Seating::of(visit, plan));
    let made = Made { visit: Arc::clone(visit), seating: Arc::clone(&seating) };
    ui.data_mut(|data| data.insert_temp(id, made));
    seating
}

/// Whether door, audience or camera are at the lower edge.
fn faces_a_viewer(kind: ArrangementKind) -> bool {
    match kind {
        ArrangementKind::ConferenceTable
        | ArrangementKind::HeadTable
        | ArrangementKind::Podium
        | ArrangementKind::SofaMeeting
        | ArrangementKind::RoundTables
        | ArrangementKind::SigningTable
        | ArrangementKind::GroupPhoto
        | ArrangementKind::Flags => true,
        ArrangementKind::ConferenceTableEndOn
        | ArrangementKind::Car
        | ArrangementKind::Minibus
        | ArrangementKind::ReceivingLine
        | ArrangementKind::Speeches
        | ArrangementKind::Rows => false,
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, plan: &Arrangement, seating: &Seating, row: &Row) {
    ui.add_space(GAP);
    kit::small(ui, &row.kind.name());
    ui.horizontal(|ui| {
        for seat in &row.seats {
            let (rect, _) = ui.allocate_exact_size(SEAT, Sense::hover());
            seat_ui(ui, view, plan, seating, seat, rect);
        }
    });
}

/// A round table from above, its host at the far side, facing the door.
fn table_ui(
    ui: &mut Ui,
    view: &View<'_>,
    plan: &Arrangement,
    seating: &Seating,
    row: &Row,
    number: u16,
) {
    let count = row.seats.len().max(1) as f32;
    // Wide enough that neighbours at the far side stand clear of each other.
    let turn = std::f32::consts::TAU / count.max(5.0);
    let radius = vec2((SEAT.x + 8.0) / turn.sin(), (count * 13.0).max(84.0));
    ui.add_space(GAP);
    kit::small(ui, &RowKind::Table(number).name());
    let (rect, _) = ui.allocate_exact_size(2.0 * radius + SEAT + vec2(8.0, 8.0), Sense::hover());
    let palette = theme::palette(ui);
    let top = Rect::from_center_size(rect.center(), 2.0 * radius - SEAT - vec2(24.0, 12.0));
    let ellipse = egui::epaint::EllipseShape {
        center: top.center(),
        radius: top.size() / 2.0,
        fill: palette.background,
        stroke: Stroke::new(1.0, palette.line),
        angle: 0.0,
    };
    ui.painter().add(ellipse);
    for (at, seat) in row.seats.iter().enumerate() {
        let (sin, cos) = (std::f32::consts::TAU * at as f32 / count).sin_cos();
        let centre = rect.center() + vec2(sin * radius.x, -cos * radius.y);
        seat_ui(ui, view, plan, seating, seat, Rect::from_center_size(centre, SEAT));
    }
}

/// Name and post of who has the seat; it can be dragged onto another.
fn seat_ui(
    ui: &Ui,
    view: &View<'_>,
    plan: &Arrangement,
    seating: &Seating,
    seat: &Seat,
    rect: Rect,
) {
    let palette = theme::palette(ui);
    let visit = view.visit();
    let (name, under, why) = match &seat.who {
        Some(Who::Person { id, why }) => {
            let post = visit.person(id).map(|person| person.post.in_lang(&view.lang()).to_owned());
            let why = seating.sentence(id, *why);
            (visit.person_label(id), post.unwrap_or_default(), why)
        }
        Some(Who::Flag(country)) => {
            (english_name(country).to_owned(), String::new(), String::new())
        }
        None => (String::new(), String::new(), say!("cli-seats-empty")),
    };
    let id = ui.scope_id().with(&seat.slot);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let said = format!("{}: {}", seat.slot, if name.is_empty() { &why } else { &name });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_str()));
    let painter = ui.painter_at(rect.expand(2.0));
    let is_placed = matches!(&seat.who, Some(Who::Person { why: Reason::Placed, .. }));
    let carried = Carried(seat.slot.clone());
    let target = response.dnd_hover_payload::<Carried>().is_some_and(|other| *other != carried);
    let fill = if seat.who.is_some() { palette.accent_soft } else { palette.panel };
    painter.rect_filled(rect, 5.0, fill);
    if target || response.has_focus() || is_placed {
        let width = if target { 2.5 } else { 1.5 };
        let stroke = Stroke::new(width, palette.accent);
        painter.rect_stroke(rect, 5.0, stroke, StrokeKind::Inside);
    } else if seat.who.is_none() {
        dashes(&painter, rect.shrink(0.5), palette.faint);
    }
    let line = |at: Pos2, text: &str, font: FontId, colour| {
        let galley = painter.layout_job(kit::one_line(text, font, colour, rect.width() - 10.0));
        let left = at.x - galley.size().x / 2.0;
        painter.galley(pos2(left, at.y), galley, colour);
    };
    let top = rect.top() + if under.is_empty() { 11.0 } else { 3.0 };
    line(pos2(rect.center().x, top), &name, theme::semibold(theme::TEXT), palette.ink);
    let small = FontId::proportional(theme::SMALL);
    line(pos2(rect.center().x, rect.top() + 21.0), &under, small, palette.soft);
    let response = response.on_hover_text(&why);
    if response.clicked() {
        response.request_focus();
    }
    if matches!(&seat.who, Some(Who::Person { .. })) {
        response.dnd_set_drag_payload(carried.clone());
        if response.dragged()
            && let Some(at) = ui.input(|input| input.pointer.latest_pos())
        {
            let order = egui::LayerId::new(egui::Order::Tooltip, id);
            let painter = ui.ctx().layer_painter(order);
            let font = theme::semibold(theme::TEXT);
            painter.text(at + vec2(12.0, 4.0), Align2::LEFT_TOP, &name, font, palette.accent);
        }
    }
    if let Some(from) = response.dnd_release_payload::<Carried>().filter(|from| **from != carried) {
        view.set(swapped(plan, seating, &from.0, &seat.slot));
    }
    if is_placed {
        response.context_menu(|ui| {
            if ui.button(say!("plan-by-rank")).clicked() {
                let mut plan = plan.clone();
                plan.placed.retain(|placed| placed.slot != seat.slot);
                view.set(plan);
            }
        });
    }
}

/// The plan with two slots in each other's place, both by the officer's word.
fn swapped(plan: &Arrangement, seating: &Seating, one: &str, other: &str) -> Arrangement {
    let on = |slot: &str| -> Option<PersonId> {
        let seat = seating.rows.iter().flat_map(|row| &row.seats).find(|seat| seat.slot == slot)?;
        match &seat.who {
            Some(Who::Person { id, .. }) => Some(id.clone()),
            Some(Who::Flag(_)) | None => None,
        }
    };
    let moved = [(on(one), other), (on(other), one)];
    let mut plan = plan.clone();
    plan.placed.retain(|placed| {
        let is_moved = moved.iter().any(|(person, _)| *person == placed.person);
        !is_moved && placed.slot != one && placed.slot != other
    });
    for (person, slot) in moved {
        if person.is_some() {
            plan.placed.push(Placed {
                person,
                table: table_of(slot),
                slot: slot.to_owned(),
                locked: true,
            });
        }
    }
    plan
}

/// The number of the table that a slot names; 1 for the only one.
fn table_of(slot: &str) -> u16 {
    let number = slot.strip_prefix("table-").and_then(|rest| rest.split('-').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seat(slot: &str, person: Option<&str>) -> Seat {
        let person = person.and_then(PersonId::new);
        let who = person.map(|id| Who::Person { id, why: Reason::Host });
        Seat { slot: slot.to_owned(), who }
    }

    fn places(plan: &Arrangement) -> Vec<(String, String)> {
        let place = |placed: &Placed| {
            let person = placed.person.as_ref().map(ToString::to_string).unwrap_or_default();
            (person, placed.slot.clone())
        };
        plan.placed.iter().map(place).collect()
    }

    #[test]
    fn two_seats_change_places_and_an_empty_one_takes_the_first() {
        let seats =
            vec![seat("a", Some("anna")), seat("table-2-3", Some("berta")), seat("c", None)];
        let rows = vec![Row { kind: RowKind::Head, seats }];
        let convention = crate::model::Convention::International;
        let seating = Seating { rows, ..Seating::empty(convention) };
        let plan = swapped(&Arrangement::default(), &seating, "a", "table-2-3");
        let pair = |person: &str, slot: &str| (person.to_owned(), slot.to_owned());
        assert_eq!(places(&plan), [pair("anna", "table-2-3"), pair("berta", "a")]);
        assert_eq!(plan.placed[0].table, 2);
        let plan = swapped(&plan, &seating, "a", "c");
        assert_eq!(places(&plan), [pair("anna", "c")], "nobody stands on two seats");
    }
}
