//! One seat of a plan: who has it, why, and the gestures that change it.

use egui::{Align2, FontId, Id, Key, Modifiers, Rect, Response, Role, Sense, Stroke};
use egui::{StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::plan_ui::Made;
use crate::app::command::Command;
use crate::app::kit::{self, dashes};
use crate::app::theme::{self, Palette};
use crate::app::view::View;
use crate::check::Severity;
use crate::model::{Arrangement, PersonId};
use crate::protocol::english_name;
use crate::protocol::honour::by_hand::{self, Refused};
use crate::protocol::honour::{Reason, Seat, Who, slot_name};
use crate::words::{interface_lang, say};

/// A seat on the screen.
pub(super) const SIZE: Vec2 = vec2(124.0, 38.0);

/// What is on the way to a seat.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Carried {
    /// A seat and who has it.
    Seat(String, Option<PersonId>),
    /// Somebody without one.
    Person(PersonId),
}

/// A seat and what is known of its plan.
#[derive(Clone, Copy)]
pub(super) struct Seated<'a> {
    pub(super) plan: &'a Arrangement,
    pub(super) made: &'a Made,
    pub(super) seat: &'a Seat,
}

/// What is told of a seat.
struct Told {
    name: String,
    under: String,
    why: String,
    /// Placed by hand where somebody else would be by rank.
    breaks: bool,
}

impl Seated<'_> {
    fn person(&self) -> Option<&PersonId> {
        match &self.seat.who {
            Some(Who::Person { id, .. }) => Some(id),
            Some(Who::Flag(_)) | None => None,
        }
    }

    fn is_locked(&self) -> bool {
        by_hand::is_locked(self.plan, &self.seat.slot)
    }

    fn told(&self, view: &View<'_>) -> Told {
        let visit = view.visit();
        let nothing = String::new;
        match &self.seat.who {
            Some(Who::Person { id, why }) => {
                let post = visit.person(id).map(|it| it.post.in_lang(&view.lang()).to_owned());
                let by_rank = self.made.by_rank.slot_of(id);
                let breaks =
                    *why == Reason::Placed && by_rank.is_some_and(|slot| slot != self.seat.slot);
                let mut why = self.made.seating.sentence(id, *why);
                if let Some(slot) = by_rank.filter(|_| breaks) {
                    let rule = self.rule(slot);
                    why = say!(
                        "plan-breaks",
                        why = why,
                        slot = slot_name(slot, &interface_lang()),
                        rule = rule
                    );
                }
                let under = post.unwrap_or_default();
                Told { name: visit.person_label(id), under, why, breaks }
            }
            Some(Who::Flag(country)) => {
                let name = english_name(country).to_owned();
                Told { name, under: nothing(), why: nothing(), breaks: false }
            }
            None => {
                let why = say!("cli-seats-empty");
                Told { name: nothing(), under: nothing(), why, breaks: false }
            }
        }
    }

    /// The rule by which a slot goes to who has it by rank.
    fn rule(&self, slot: &str) -> String {
        let by_rank = &self.made.by_rank;
        let found = by_rank.seated().find(|(at, ..)| *at == slot);
        found.map_or_else(String::new, |(_, id, why)| by_rank.sentence(id, why))
    }
}

/// Draws a seat and takes what is done to it. Returns what is to be said while it has the focus
/// or the pointer.
pub(super) fn seat_ui(ui: &Ui, view: &View<'_>, of: Seated<'_>, rect: Rect) -> Option<String> {
    if !ui.is_rect_visible(rect) {
        return None;
    }
    let palette = theme::palette(ui);
    let told = of.told(view);
    let slot = of.seat.slot.as_str();
    let id = ui.scope_id().with(slot);
    let response = ui.interact(rect, id, Sense::click_and_drag());
    let said = format!("{slot}: {}", if told.name.is_empty() { &told.why } else { &told.name });
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.as_str()));
    let own = Carried::Seat(slot.to_owned(), of.person().cloned());
    let is_target = response.dnd_hover_payload::<Carried>().is_some_and(|other| *other != own);
    paint(ui, palette, of, &told, rect, (&response, is_target, is_carried(ui, &own)));
    if response.clicked() {
        response.request_focus();
    }
    if of.person().is_some() {
        response.dnd_set_drag_payload(own.clone());
        carry_ui(ui, &response, &told.name);
        response.context_menu(|ui| menu_ui(ui, view, of));
    }
    if let Some(carried) = response.dnd_release_payload::<Carried>() {
        drop_on(view, of, &carried);
    }
    if response.has_focus() {
        keys(ui, view, of, &own);
    }
    let is_told = response.has_focus() || response.hovered();
    is_told.then(|| {
        let place = slot_name(slot, &interface_lang());
        if told.name.is_empty() {
            format!("{place} — {}", told.why)
        } else {
            format!("{} · {place} — {}", told.name, told.why)
        }
    })
}

fn paint(
    ui: &Ui,
    palette: &Palette,
    of: Seated<'_>,
    told: &Told,
    rect: Rect,
    (response, is_target, is_carried): (&Response, bool, bool),
) {
    let painter = ui.painter_at(rect.expand(3.0).intersect(ui.clip_rect()));
    let fill = match (&of.seat.who, told.breaks) {
        (Some(_), true) => palette.warning_soft,
        (Some(_), false) => palette.accent_soft,
        (None, _) => palette.panel,
    };
    painter.rect_filled(rect, 5.0, fill);
    let is_placed = by_hand::is_placed(of.plan, &of.seat.slot);
    if is_target || is_carried || response.has_focus() || is_placed {
        let width = if is_target || is_carried { 2.5 } else { 1.5 };
        let colour = if told.breaks { palette.warning } else { palette.accent };
        painter.rect_stroke(rect, 5.0, Stroke::new(width, colour), StrokeKind::Inside);
    } else if of.seat.who.is_none() {
        dashes(&painter, rect.shrink(0.5), palette.faint);
    } else {
        painter.rect_stroke(rect, 5.0, Stroke::new(1.0, palette.line), StrokeKind::Inside);
    }
    let line = |y: f32, text: &str, font: FontId, colour| {
        let galley = painter.layout_job(kit::one_line(text, font, colour, rect.width() - 10.0));
        painter.galley(pos2(rect.center().x - galley.size().x / 2.0, y), galley, colour);
    };
    let top = rect.top() + if told.under.is_empty() { 10.0 } else { 2.0 };
    line(top, &told.name, theme::semibold(theme::TEXT), palette.ink);
    line(rect.top() + 20.0, &told.under, FontId::proportional(theme::SMALL), palette.soft);
    let small = FontId::proportional(theme::SMALL);
    if told.breaks {
        let shape = kit::severity_shape(Severity::Warning);
        let at = rect.right_top() + vec2(-4.0, 1.0);
        painter.text(at, Align2::RIGHT_TOP, shape, small, palette.warning);
    } else if of.is_locked() {
        // A closed ring: this place stays.
        painter.circle_filled(rect.right_top() + vec2(-7.0, 7.0), 3.0, palette.accent);
    }
}

/// The name beside the pointer while something is dragged.
pub(super) fn carry_ui(ui: &Ui, response: &Response, name: &str) {
    if response.dragged()
        && let Some(at) = ui.input(|input| input.pointer.latest_pos())
    {
        let order = egui::LayerId::new(egui::Order::Tooltip, response.id);
        let painter = ui.ctx().layer_painter(order);
        let font = theme::semibold(theme::TEXT);
        let colour = theme::palette(ui).accent;
        painter.text(at + vec2(12.0, 4.0), Align2::LEFT_TOP, name, font, colour);
    }
}

/// Enter takes a seat up and puts it down on the one that has the focus then; Escape lets it be,
/// L locks it, Delete gives it back to rank.
fn keys(ui: &Ui, view: &View<'_>, of: Seated<'_>, own: &Carried) {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(Key::Enter) {
        match carried(ui) {
            Some(carried) => {
                pick_up(ui, None);
                drop_on(view, of, &carried);
            }
            None if of.person().is_some() => pick_up(ui, Some(own.clone())),
            None => {}
        }
    } else if carried(ui).is_some() && pressed(Key::Escape) {
        pick_up(ui, None);
    } else if let Some(person) = of.person() {
        if pressed(Key::L) {
            toggle_lock(view, of, person);
        } else if pressed(Key::Delete) {
            view.set(by_hand::by_rank_again(of.plan, person));
        }
    }
}

fn menu_ui(ui: &mut Ui, view: &View<'_>, of: Seated<'_>) {
    let Some(person) = of.person() else { return };
    let lock = if of.is_locked() { say!("plan-unlock") } else { say!("plan-lock") };
    if ui.button(lock).clicked() {
        toggle_lock(view, of, person);
    }
    if by_hand::is_placed(of.plan, &of.seat.slot) && ui.button(say!("plan-by-rank")).clicked() {
        view.set(by_hand::by_rank_again(of.plan, person));
    }
    if ui.button(say!("plan-unseat")).clicked() {
        unseat(view, of.plan, person);
    }
}

fn toggle_lock(view: &View<'_>, of: Seated<'_>, person: &PersonId) {
    view.set(by_hand::lock(of.plan, person, &of.seat.slot, !of.is_locked()));
}

fn drop_on(view: &View<'_>, of: Seated<'_>, carried: &Carried) {
    let slot = of.seat.slot.as_str();
    let changed = match carried {
        Carried::Seat(from, _) if from == slot => return,
        Carried::Seat(from, _) => by_hand::swap(of.plan, &of.made.seating, from, slot),
        Carried::Person(person) => by_hand::seat(of.plan, person, slot),
    };
    set(view, changed);
}

pub(super) fn unseat(view: &View<'_>, plan: &Arrangement, person: &PersonId) {
    set(view, by_hand::unseat(plan, person));
}

fn set(view: &View<'_>, changed: Result<Arrangement, Refused>) {
    match changed {
        Ok(plan) => view.set(plan),
        Err(Refused::Locked) => view.send(Command::Notice(say!("plan-locked"))),
    }
}

fn carried_id() -> Id {
    Id::unique("arrangement-carried")
}

/// What was taken up by key.
pub(super) fn carried(ui: &Ui) -> Option<Carried> {
    ui.data(|data| data.get_temp(carried_id()))
}

pub(super) fn is_carried(ui: &Ui, own: &Carried) -> bool {
    carried(ui).as_ref() == Some(own)
}

pub(super) fn pick_up(ui: &Ui, carried: Option<Carried>) {
    ui.data_mut(|data| match carried {
        Some(carried) => {
            data.insert_temp(carried_id(), carried);
        }
        None => data.remove::<Carried>(carried_id()),
    });
}
