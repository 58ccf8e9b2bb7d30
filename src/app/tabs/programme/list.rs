//! The days as lists: reorder by dragging or with Alt and the arrows.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::{RichText, ScrollArea, Ui};

use crate::app::command::Action;
use crate::app::kit::{self, RowLook};
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{Item, ItemId, ItemStatus, RecordRef, Visit, When};
use crate::words::say;

pub fn programme_ui(ui: &mut Ui, view: &View<'_>) {
    ui.horizontal(|ui| {
        if ui.button(say!("action-add-item")).clicked() {
            view.act(Action::AddItem);
        }
        if view.selection.is_some_and(|what| matches!(what, RecordRef::Item(_))) {
            for action in [
                Action::DuplicateSelected,
                Action::MoveUp,
                Action::MoveDown,
                Action::RemoveSelected,
            ] {
                if ui.button(action.text()).clicked() {
                    view.act(action);
                }
            }
        }
    });
    let visit = view.visit();
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let days = visit.days();
        if days.is_empty() && visit.items.is_empty() {
            let step = say!("action-add-item");
            if kit::empty_state(ui, &say!("programme-empty"), Some(&step)) {
                view.act(Action::AddItem);
            }
            return;
        }
        for day in days.into_iter().map(Some).chain([None]) {
            day_ui(ui, view, day);
        }
        ui.add_space(6.0 * GAP);
    });
}

fn day_ui(ui: &mut Ui, view: &View<'_>, day: Option<NaiveDate>) {
    let items = view.visit().items_on(day);
    if day.is_none() && items.is_empty() {
        return;
    }
    let name = day.map_or_else(|| say!("kit-unscheduled"), kit::day_name);
    kit::heading(ui, &name);
    if items.is_empty() {
        kit::small(ui, &say!("programme-day-empty"));
    }
    let dropped = ui.scope(|ui| {
        for item in items {
            item_ui(ui, view, item);
        }
    });
    if let Some(moved) = dropped.response.dnd_release_payload::<ItemId>() {
        view.seal_after(dropped_on(view.visit(), &moved, None, day));
    }
}

fn item_ui(ui: &mut Ui, view: &View<'_>, item: &Arc<Item>) {
    let palette = theme::palette(ui);
    let what: RecordRef = item.id.clone().into();
    let look = if view.is_selected(&what) { RowLook::Selected } else { RowLook::Plain };
    let lang = view.lang();
    let title = item.title.in_lang(&lang);
    let time = kit::time_text(item.when);
    let name = format!("{time} {title}");
    let response = ui
        .push_id(&item.id, |ui| {
            kit::row(ui, look, name.trim(), |ui| {
                ui.horizontal(|ui| {
                    let time = if time.is_empty() { "……" } else { time.as_str() };
                    let soft = item.kind.is_movement() || !item.when.is_firm();
                    let colour = if soft { palette.soft } else { palette.ink };
                    let cell = egui::Label::new(RichText::new(time).color(colour));
                    ui.add_sized([104.0, 20.0], cell.halign(egui::Align::LEFT));
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        title_ui(ui, item, title, &lang);
                        let details = details(view.visit(), item);
                        if !details.is_empty() {
                            kit::small(ui, &details);
                        }
                        marks_ui(ui, view, &what);
                    });
                });
            })
        })
        .inner;
    if response.clicked() || response.has_focus() && !view.is_selected(&what) {
        view.select(what);
    }
    response.dnd_set_drag_payload(item.id.clone());
    if let Some(moved) = response.dnd_release_payload::<ItemId>() {
        view.seal_after(dropped_on(view.visit(), &moved, Some(&item.id), item.when.day()));
    }
}

fn title_ui(ui: &mut Ui, item: &Item, title: &str, lang: &crate::model::Lang) {
    ui.horizontal_wrapped(|ui| {
        let palette = theme::palette(ui);
        let mut text = RichText::new(title);
        if !item.kind.is_movement() {
            text = text.font(theme::semibold(theme::TEXT));
        }
        if item.is_cancelled() {
            text = text.strikethrough();
        }
        ui.label(text);
        let other = item.title.others().find(|(other, _)| *other != lang);
        if let Some((_, other)) = other {
            ui.label(RichText::new(other).color(palette.soft));
        }
        if item.status == ItemStatus::Tentative {
            kit::chip(ui, &crate::words::choice(item.status), false);
        }
    });
}

fn marks_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    let mut findings: Vec<_> = view.findings_on(what).collect();
    findings.sort_by_key(|finding| finding.severity);
    if let Some(first) = findings.first() {
        let colour = theme::palette(ui).severity(first.severity);
        let shape = kit::severity_shape(first.severity);
        let more =
            if findings.len() > 1 { format!(" +{}", findings.len() - 1) } else { String::new() };
        let text = format!("{shape} {}{more}", first.message);
        ui.add(egui::Label::new(RichText::new(text).size(theme::SMALL).color(colour)).truncate());
    }
}

/// Where it is and how many take part.
fn details(visit: &Visit, item: &Item) -> String {
    let lang = visit.language();
    let place = item.venue().and_then(|id| visit.place(id));
    let count = visit.participants(&item.attendance).len();
    let parts = [
        place.map(|place| place.name.in_lang(&lang).to_owned()).unwrap_or_default(),
        item.room.in_lang(&lang).to_owned(),
        if count > 0 { say!("kit-head-count", count = count) } else { String::new() },
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The edit that puts an item before another, or at the end of a day. A timed item dropped on
/// another day keeps its clock time; within its day its time decides, so only the list changes.
pub(super) fn dropped_on(
    visit: &Visit,
    moved: &ItemId,
    before: Option<&ItemId>,
    day: Option<NaiveDate>,
) -> Option<Edit> {
    let item = visit.item(moved)?;
    if before == Some(moved) {
        return None;
    }
    let what = RecordRef::Item(moved.clone());
    let others: Vec<&Arc<Item>> = visit.items.iter().filter(|other| other.id != *moved).collect();
    let to = match before {
        Some(before) => others.iter().position(|other| other.id == *before)?,
        None => others
            .iter()
            .rposition(|other| other.when.day() == day)
            .map_or(others.len(), |at| at + 1),
    };
    let mut edits = Vec::new();
    if item.when.day() != day {
        let when = day.map_or(When::Unscheduled, |day| item.when.on(day));
        edits.push(Edit::set(Item { when, ..Item::clone(item) }));
    }
    if visit.position(&what) != Some(to) {
        edits.push(Edit::Move { what, to });
    }
    let label = say!("programme-moved", name = item.title.any());
    (!edits.is_empty()).then_some(Edit::Together { label, edits })
}

/// The edit that carries an item past its neighbour in the order of reading, into the next day at
/// the end of its own.
pub fn shifted(visit: &Visit, id: &ItemId, by: i32) -> Option<Edit> {
    let item = visit.item(id)?;
    let day = item.when.day();
    let order = visit.items_on(day);
    let at = order.iter().position(|other| other.id == *id)?;
    if by < 0 {
        match at.checked_sub(1).and_then(|before| order.get(before)) {
            Some(before) => dropped_on(visit, id, Some(&before.id), day),
            None => {
                let days = visit.days();
                let place = days.iter().position(|other| Some(*other) == day)?;
                dropped_on(visit, id, None, Some(*days.get(place.checked_sub(1)?)?))
            }
        }
    } else if at + 1 < order.len() {
        let after = order.get(at + 2).map(|after| after.id.clone());
        dropped_on(visit, id, after.as_ref(), day)
    } else {
        let days = visit.days();
        let place = days.iter().position(|other| Some(*other) == day)?;
        let next = *days.get(place + 1)?;
        let first = visit.items_on(Some(next)).first().map(|first| first.id.clone());
        dropped_on(visit, id, first.as_ref(), Some(next))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::Minute;

    fn visit() -> Visit {
        let at = |text: &str| When::At(Minute::parse(text).unwrap());
        let day = NaiveDate::from_ymd_opt(2024, 7, 29).unwrap();
        let item = |id: &str, when| {
            Arc::new(Item {
                id: ItemId::new(id).unwrap(),
                title: id.into(),
                when,
                ..Item::default()
            })
        };
        let items = vec![
            item("a", When::Day(day)),
            item("b", When::Day(day)),
            item("c", at("2024-07-30 09:00")),
        ];
        Visit { items, ..Visit::default() }
    }

    fn order(visit: &Visit) -> Vec<String> {
        visit.items.iter().map(|item| item.id.to_string()).collect()
    }

    #[test]
    fn down_passes_the_neighbour_and_then_enters_the_next_day() {
        let id = ItemId::new("a").unwrap();
        let once = apply(&visit(), shifted(&visit(), &id, 1).unwrap()).unwrap();
        assert_eq!(order(&once), ["b", "a", "c"]);
        let twice = apply(&once, shifted(&once, &id, 1).unwrap()).unwrap();
        assert_eq!(twice.item(&id).unwrap().when.day(), NaiveDate::from_ymd_opt(2024, 7, 30));
        assert_eq!(order(&twice), ["b", "a", "c"]);
    }

    #[test]
    fn up_at_the_first_line_of_the_first_day_does_nothing() {
        assert_eq!(shifted(&visit(), &ItemId::new("a").unwrap(), -1), None);
    }

    #[test]
    fn a_timed_item_keeps_its_clock_time_on_another_day() {
        let id = ItemId::new("c").unwrap();
        let day = NaiveDate::from_ymd_opt(2024, 7, 29);
        let moved = apply(&visit(), dropped_on(&visit(), &id, None, day).unwrap()).unwrap();
        let start = moved.item(&id).unwrap().when.start().unwrap();
        assert_eq!(start.to_string(), "2024-07-29 09:00");
    }
}
