//! The grid without a pointer: the arrows go from item to item, with Alt they carry it.

use egui::{EventFilter, Key, Modifiers, Ui};

use super::block_ui::id_of;
use super::gesture::{self, Edge, attended, carried, lasting, resized};
use super::places::{Block, Places, Track, minute_of};
use super::sheet::Sheet;
use crate::app::command::Action;
use crate::app::kit;
use crate::app::tabs::programme::look::{Form, ProgrammeLook};
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{ItemId, RecordRef, Visit};

/// A step that a key makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Earlier,
    Later,
    /// Into the column on that side.
    Left,
    Right,
    Shorter,
    Longer,
}

/// The edit that a step makes of an item. `None` where there is nothing to go to, or no time.
pub fn stepped(visit: &Visit, id: &ItemId, look: ProgrammeLook, step: Step) -> Option<Edit> {
    let item = visit.item(id).filter(|item| !item.fixed)?;
    let snap = look.snap.mins();
    let to_column = |by| {
        let places = places(visit, look, item.when.day());
        let block = places.blocks.iter().find(|block| block.item.id == *id && block.begins)?;
        let at = block.columns.start.checked_add_signed(by)?;
        let (from, to) = (places.columns.get(block.columns.start)?, places.columns.get(at)?);
        match to.track {
            Track::Day(day) => carried(visit, item, item.when.on(day), None),
            Track::Group(_) | Track::Others => {
                let who = attended(item, &from.track, &to.track)?;
                carried(visit, item, item.when, Some(who))
            }
        }
    };
    match step {
        Step::Earlier | Step::Later => {
            let start = minute_of(item.when.start()?);
            let by = if step == Step::Later { 1 } else { -1 };
            let by = gesture::stepped(start, snap, by) - start;
            carried(visit, item, item.when.plus_mins(by), None)
        }
        Step::Left => to_column(-1),
        Step::Right => to_column(1),
        Step::Shorter | Step::Longer => {
            let length = gesture::length(visit, item);
            let end = minute_of(item.when.start()?) + length;
            let by = if step == Step::Longer { 1 } else { -1 };
            let by = gesture::stepped(end, snap, by) - end;
            resized(item.when, Edge::End, by, length).map(|when| lasting(item, when))
        }
    }
}

/// What the look shows of a visit.
pub(super) fn places(visit: &Visit, look: ProgrammeLook, day: Option<chrono::NaiveDate>) -> Places {
    match (look.form, day) {
        (Form::Groups, Some(day)) => Places::by_groups(visit, day, &visit.language()),
        _ => Places::by_days(visit),
    }
}

/// Arrows, Enter and Delete belong to the grid while one of its blocks has the focus, or nothing.
pub(super) fn keys(ui: &Ui, view: &View<'_>, sheet: &Sheet<'_>) {
    let firsts: Vec<&Block> = sheet.places.blocks.iter().filter(|block| block.is_first).collect();
    let rows: Vec<kit::Row<&ItemId>> = firsts
        .iter()
        .map(|block| {
            let rect = sheet.rect(block);
            let drawn = rect.intersects(sheet.sight).then(|| id_of(block));
            (&block.item.id, drawn, rect)
        })
        .collect();
    let selected = match view.selection {
        Some(RecordRef::Item(id)) => Some(id),
        _ => None,
    };
    let is_selected = |item: &&ItemId| Some(*item) == selected;
    let Some(at) = kit::row_at(ui, &rows, is_selected) else { return };
    let (Some(block), Some((_, drawn, _))) = (firsts.get(at), rows.get(at)) else { return };
    if let Some(id) = drawn {
        let arrows = EventFilter {
            vertical_arrows: true,
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(*id, arrows));
    }
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let ways = [
        (Key::ArrowUp, Way::Up),
        (Key::ArrowDown, Way::Down),
        (Key::ArrowLeft, Way::Left),
        (Key::ArrowRight, Way::Right),
    ];
    if let Some((_, way)) = ways.into_iter().find(|(key, _)| pressed(*key)) {
        let Some(to) = neighbour(&firsts, block, way) else { return };
        let Some((item, drawn, rect)) = rows.iter().find(|(item, ..)| **item == to.item.id) else {
            return;
        };
        kit::focus_row(ui, *drawn);
        ui.scroll_to_rect(rect.expand2(egui::vec2(0.0, 40.0)), None);
        view.select(RecordRef::Item(ItemId::clone(item)));
    } else if pressed(Key::Enter) {
        kit::focus_next(ui.ctx());
    } else if pressed(Key::Delete) {
        view.act(Action::RemoveSelected);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Up,
    Down,
    Left,
    Right,
}

/// The next block on that side: in the same column the one before or behind, else the one of the
/// nearest column that begins nearest.
fn neighbour<'a>(all: &[&'a Block], from: &Block, way: Way) -> Option<&'a Block> {
    let start = |block: &Block| block.part.map_or(-1, |part| part.from);
    let order = |block: &Block| (start(block), block.lane, block.columns.start);
    let shares = |other: &&&Block| {
        other.columns.start < from.columns.end && from.columns.start < other.columns.end
    };
    let away = |other: &Block| (start(other) - start(from)).abs();
    let found = match way {
        Way::Up => all
            .iter()
            .filter(shares)
            .filter(|it| order(it) < order(from))
            .max_by_key(|it| order(it)),
        Way::Down => all
            .iter()
            .filter(shares)
            .filter(|it| order(it) > order(from))
            .min_by_key(|it| order(it)),
        Way::Left => all
            .iter()
            .filter(|it| it.columns.end <= from.columns.start)
            .min_by_key(|it| (std::cmp::Reverse(it.columns.end), away(it))),
        Way::Right => all
            .iter()
            .filter(|it| it.columns.start >= from.columns.end)
            .min_by_key(|it| (it.columns.start, away(it))),
    };
    found.copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::tabs::programme::look::Snap;
    use crate::edit::apply;
    use crate::model::{Item, Minute, When};

    fn dinner(start: &str, end: &str) -> Visit {
        let at = |time: &str| Minute::parse(&format!("2024-07-{time}")).unwrap();
        let id = ItemId::new("dinner").unwrap();
        let item = Item { id, when: When::Range(at(start), at(end)), ..Item::default() };
        Visit { items: vec![item.into()], ..Visit::default() }
    }

    fn after(visit: &Visit, step: Step) -> Option<When> {
        let look = ProgrammeLook { form: Form::Days, snap: Snap::Half, ..ProgrammeLook::default() };
        let edit = stepped(visit, &ItemId::new("dinner").unwrap(), look, step)?;
        Some(apply(visit, edit).unwrap().items[0].when)
    }

    #[test]
    fn an_item_is_made_longer_over_midnight_and_shorter_again() {
        let when = |start, end| Some(dinner(start, end).items[0].when);
        let longer = after(&dinner("29 22:30", "29 23:45"), Step::Longer);
        assert_eq!(longer, when("29 22:30", "30 00:00"));
        let longer = after(&dinner("29 22:30", "30 00:00"), Step::Longer);
        assert_eq!(longer, when("29 22:30", "30 00:30"));
        let late = dinner("29 22:30", "30 00:30");
        assert_eq!(after(&late, Step::Shorter), when("29 22:30", "30 00:00"));
        assert_eq!(after(&late, Step::Later), when("29 23:00", "30 01:00"));
    }
}
