//! The order of precedence as a list: each with the reason of their place. A row is dragged, or
//! carried with Alt and the arrows; the reason is asked.

use std::sync::Arc;

use egui::{Id, Key, Modifiers, Response, RichText, ScrollArea, Stroke, Ui};
use egui_material_icons::icons::ICON_CLOSE;

use crate::app::command::{Action, Command, Modal};
use crate::app::kit::{self, Row, RowLook};
use crate::app::orders::{Carried, OrderCommand, OrderLook};
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::model::{Choice as _, PersonId, RecordRef, Rsvp, Side, Visit};
use crate::protocol::{Purpose, Ranked, Why, arranging};
use crate::words::{self, say};

/// The list as it was put together last, and of what.
#[derive(Clone)]
struct Made {
    visit: Arc<Visit>,
    look: OrderLook,
    list: Arc<Vec<Ranked>>,
    purposes: Arc<Vec<(Purpose, String)>>,
}

/// The tab while an order is looked at.
pub(super) fn order_ui(ui: &mut Ui, view: &View<'_>, look: &OrderLook) {
    let made = made(ui, view, look);
    if !made.purposes.iter().any(|(purpose, _)| *purpose == look.purpose) {
        view.send(OrderCommand::Show(Some(OrderLook::default())));
    }
    tools_ui(ui, view, look, &made.purposes);
    kit::small(ui, &counts(view.visit(), &made.list));
    ui.add_space(GAP);
    if made.list.is_empty() {
        kit::empty_state(ui, &say!("order-empty"), None);
        return;
    }
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let mut rows = Vec::new();
        for (at, ranked) in made.list.iter().enumerate() {
            rows.push(row_ui(ui, view, look, &made.list, at, ranked));
        }
        end_ui(ui, view, look, &made.list);
        keys(ui, view, &rows);
    });
}

fn made(ui: &Ui, view: &View<'_>, look: &OrderLook) -> Made {
    let id = Id::unique("people-order");
    let visit = view.session.visit();
    let made: Option<Made> = ui.data(|data| data.get_temp(id));
    let same = |made: &Made| Arc::ptr_eq(&made.visit, visit) && made.look == *look;
    if let Some(made) = made.filter(same) {
        return made;
    }
    let list = Arc::new(look.list(visit));
    let purposes = Arc::new(arranging::purposes(visit));
    let made = Made { visit: visit.clone(), look: look.clone(), list, purposes };
    ui.data_mut(|data| data.insert_temp(id, made.clone()));
    made
}

/// Which order: of what, and of which side.
fn tools_ui(ui: &mut Ui, view: &View<'_>, look: &OrderLook, purposes: &[(Purpose, String)]) {
    ui.horizontal_wrapped(|ui| {
        if ui.button(say!("order-back")).clicked() {
            view.send(OrderCommand::Show(None));
        }
        let size = egui::vec2(260.0, ui.spacing().interact_size.y);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(size, layout, |ui| {
            let name = say!("order-purpose");
            if let Some(purpose) = kit::pick_cell(ui, &name, &look.purpose, purposes) {
                view.send(OrderCommand::Show(Some(OrderLook { purpose, ..look.clone() })));
            }
        });
        let sides = [
            (None, say!("order-both")),
            (Some(Side::Guest), say!("cli-order-guests")),
            (Some(Side::Host), say!("cli-order-hosts")),
        ];
        if let Some(side) = kit::segments(ui, look.side, &sides) {
            view.send(OrderCommand::Show(Some(OrderLook { side, ..look.clone() })));
        }
        if ui.button(Action::Ranks.text()).clicked() {
            view.act(Action::Ranks);
        }
    });
}

/// How many are in the order and how many of them have not said whether they come.
fn counts(visit: &Visit, list: &[Ranked]) -> String {
    let with = |rsvp: Rsvp| {
        let people = list.iter().filter_map(|ranked| visit.person(&ranked.person));
        let count = people.filter(|person| person.attendance == rsvp).count();
        (count > 0).then(|| say!("order-count-of", count = count, state = words::choice(rsvp)))
    };
    let states = Rsvp::ALL.iter().filter_map(|rsvp| with(*rsvp));
    let all = say!("people-count", count = list.len());
    std::iter::once(all).chain(states).collect::<Vec<_>>().join(" · ")
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    look: &OrderLook,
    list: &[Ranked],
    at: usize,
    ranked: &Ranked,
) -> Row<PersonId> {
    /// Name and reason.
    const USUAL: f32 = 46.0;
    let id = Id::unique(("people-order-row", &ranked.person));
    let drawn = kit::in_sight(ui, id, USUAL, |ui| {
        let response = ui.push_id(id, |ui| person_ui(ui, view, look, at, ranked)).inner;
        let what = RecordRef::Person(ranked.person.clone());
        if response.clicked() {
            response.request_focus();
        }
        if response.clicked() || response.gained_focus() && !view.is_selected(&what) {
            view.select(what);
        }
        if response.dnd_hover_payload::<PersonId>().is_some() {
            let line = Stroke::new(2.0, theme::palette(ui).accent);
            ui.painter().hline(response.rect.x_range(), response.rect.top(), line);
        }
        response.dnd_set_drag_payload(ranked.person.clone());
        if let Some(moved) = response.dnd_release_payload::<PersonId>() {
            drop_on(view, look, list, &moved, Some(&ranked.person));
        }
        response
    });
    match drawn {
        Ok(response) => (ranked.person.clone(), Some(response.id), response.rect),
        Err(place) => (ranked.person.clone(), None, place),
    }
}

fn person_ui(
    ui: &mut Ui,
    view: &View<'_>,
    look: &OrderLook,
    at: usize,
    ranked: &Ranked,
) -> Response {
    let (visit, palette) = (view.visit(), theme::palette(ui));
    let what = RecordRef::Person(ranked.person.clone());
    let name = visit.person_label(&ranked.person);
    let why = ranked.why.sentence(visit);
    let place = at + 1;
    let row_look = if view.is_selected(&what) { RowLook::Selected } else { RowLook::Plain };
    let said = say!("cli-order-line", place = place, name = name.as_str(), why = why.as_str());
    kit::row(ui, row_look, &said, |ui| {
        ui.horizontal_top(|ui| {
            let number = RichText::new(place.to_string()).font(theme::semibold(theme::TEXT));
            ui.add_sized([32.0, 20.0], egui::Label::new(number.color(palette.soft)));
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.horizontal(|ui| name_ui(ui, view, look, ranked, &name));
                let colour = if is_by_hand(&ranked.why) { palette.accent } else { palette.soft };
                let text = RichText::new(why).size(theme::SMALL).color(colour);
                ui.add(egui::Label::new(text).truncate());
            });
        });
    })
}

fn name_ui(ui: &mut Ui, view: &View<'_>, look: &OrderLook, ranked: &Ranked, name: &str) {
    let (visit, palette) = (view.visit(), theme::palette(ui));
    ui.label(RichText::new(name).font(theme::semibold(theme::TEXT)));
    let Some(person) = visit.person(&ranked.person) else { return };
    if look.side.is_none()
        && let Some(side) = visit.side_of(&ranked.person)
    {
        kit::chip(ui, &words::choice(side), side == Side::Guest);
    }
    if person.attendance == Rsvp::Unknown {
        kit::chip(ui, &words::choice(person.attendance), false);
    }
    if is_by_hand(&ranked.why) {
        kit::chip(ui, &say!("order-by-hand"), true);
        let take_back = say!("order-release", name = name);
        if arranging::is_carried(visit, &look.purpose, &ranked.person)
            && kit::icon_button(ui, ICON_CLOSE, &take_back).clicked()
            && let Some(edit) = arranging::release(visit, &look.purpose, &ranked.person)
        {
            view.edit(edit);
        }
    }
    let post = person.post.in_lang(&view.lang());
    if post != name {
        ui.add(egui::Label::new(RichText::new(post).color(palette.soft)).truncate());
    }
}

fn is_by_hand(why: &Why) -> bool {
    matches!(why, Why::Override { .. })
}

/// Where somebody is dropped to stand last.
fn end_ui(ui: &mut Ui, view: &View<'_>, look: &OrderLook, list: &[Ranked]) {
    let size = egui::vec2(ui.available_width(), 8.0 * GAP);
    let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
    if response.dnd_hover_payload::<PersonId>().is_some() {
        let line = Stroke::new(2.0, theme::palette(ui).accent);
        ui.painter().hline(rect.x_range(), rect.top(), line);
    }
    if let Some(moved) = response.dnd_release_payload::<PersonId>() {
        drop_on(view, look, list, &moved, None);
    }
}

/// Asks why the person dropped is to stand before the other.
fn drop_on(
    view: &View<'_>,
    look: &OrderLook,
    list: &[Ranked],
    moved: &PersonId,
    before: Option<&PersonId>,
) {
    let others: Vec<&Ranked> = list.iter().filter(|ranked| ranked.person != *moved).collect();
    let to = before.map_or(Some(others.len()), |before| {
        others.iter().position(|ranked| ranked.person == *before)
    });
    let Some(before) = to.and_then(|to| arranging::before_at(list, moved, to)) else { return };
    let (purpose, person, reason) = (look.purpose.clone(), moved.clone(), String::new());
    view.select(RecordRef::Person(person.clone()));
    view.send(Command::Ask(Modal::Carry(Carried { purpose, person, before, reason })));
}

/// The arrows belong to the list while one of its rows has the focus, or nothing.
fn keys(ui: &Ui, view: &View<'_>, rows: &[Row<PersonId>]) {
    let is_selected = |person: &PersonId| view.is_selected(&RecordRef::Person(person.clone()));
    let Some(at) = kit::row_at(ui, rows, is_selected) else { return };
    if let Some(person) = kit::walked(ui, rows, at) {
        view.select(RecordRef::Person(person.clone()));
    }
}

/// The reason of a place given by hand.
pub fn carry_ui(ui: &mut Ui, view: &View<'_>, carried: &Carried) {
    let visit = view.visit();
    kit::heading(ui, &say!("order-carry"));
    let name = visit.person_label(&carried.person);
    let what = match &carried.before {
        Some(before) => {
            say!("order-carry-before", name = name, before = visit.person_label(before))
        }
        None => say!("order-carry-last", name = name),
    };
    ui.add(egui::Label::new(what).wrap());
    ui.add_space(GAP);
    kit::focus_when_new(ui, "order-carry");
    let enter = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    if let Some(reason) = kit::text_field(ui, &words::field("reason"), &carried.reason) {
        view.send(Command::Ask(Modal::Carry(Carried { reason, ..carried.clone() })));
    }
    kit::small(ui, &say!("order-carry-hint"));
    ui.add_space(3.0 * GAP);
    let reason = carried.reason.trim();
    let edit = (!reason.is_empty()).then(|| {
        let before = carried.before.as_ref();
        arranging::carry(visit, &carried.purpose, &carried.person, before, reason)
    });
    ui.horizontal(|ui| {
        let edit = edit.flatten();
        let button = ui
            .add_enabled_ui(edit.is_some(), |ui| kit::primary_button(ui, &say!("order-carry-do")))
            .inner;
        let done = button.clicked() || enter;
        let close = ui.button(say!("modal-cancel")).clicked();
        if let (true, Some(edit)) = (done, edit) {
            view.edit(edit);
            view.send(Command::CloseModal);
        } else if close {
            view.send(Command::CloseModal);
        }
    });
}
