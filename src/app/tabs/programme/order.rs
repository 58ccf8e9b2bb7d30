//! What dragging and Alt with the arrows mean: the edits that carry an item to another place.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::edit::{Edit, apply};
use crate::model::{Item, ItemId, RecordRef, Visit, When};
use crate::words::say;

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
    if let Some(before) = before.and_then(|id| visit.item(id))
        && let (Some(start), Some(next)) = (item.when.start(), before.when.start())
        && item.when.day() == day
    {
        return carried(visit, item, if next <= start { -1 } else { 1 }, &before.id);
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

/// Two timed neighbours in each other's place: together they fill the same stretch as before.
/// What is fixed stays where it is.
fn swapped(one: &Item, other: &Item) -> Option<Edit> {
    let (early, late) =
        if one.when.start() <= other.when.start() { (one, other) } else { (other, one) };
    if one.fixed || other.fixed {
        return None;
    }
    let start = early.when.start()?;
    let end = late.when.end().or(late.when.start())?;
    let end = end.max(early.when.end().or(early.when.start())?);
    let length = early.when.end().map_or(0, |end| end.mins_since(start));
    let back = start.mins_since(late.when.start()?);
    let on = end.plus_mins(-length).mins_since(start);
    let at =
        |item: &Item, mins| Edit::set(Item { when: item.when.plus_mins(mins), ..item.clone() });
    let label = say!("programme-moved", name = one.title.any());
    Some(Edit::Together { label, edits: vec![at(late, back), at(early, on)] })
}

/// A timed item carried past its neighbours of the day until it stands before (or, on the way
/// down, right behind the ones before) `target`; one step of the history.
fn carried(visit: &Visit, item: &Item, by: i32, target: &ItemId) -> Option<Edit> {
    let day = item.when.day();
    let mut now = visit.clone();
    let mut edits = Vec::new();
    while let Some(edit) = {
        let order = now.items_on(day);
        let place = |id: &ItemId| order.iter().position(|other| other.id == *id);
        let (own, other) = (place(&item.id)?, place(target)?);
        let arrived = if by < 0 { own < other } else { own + 1 >= other };
        if arrived { None } else { shifted(&now, &item.id, by) }
    } {
        now = apply(&now, edit.clone()).ok()?;
        edits.push(edit);
        if edits.len() > visit.items.len() {
            return None;
        }
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
    let beside = if by < 0 { at.checked_sub(1) } else { Some(at + 1) };
    let beside = beside.and_then(|at| order.get(at));
    if let Some(other) = beside
        && item.when.start().is_some()
        && other.when.start().is_some()
    {
        return swapped(item, other);
    }
    if by < 0 {
        if let Some(before) = at.checked_sub(1).and_then(|before| order.get(before)) {
            dropped_on(visit, id, Some(&before.id), day)
        } else {
            let days = visit.days();
            let place = days.iter().position(|other| Some(*other) == day)?;
            dropped_on(visit, id, None, Some(*days.get(place.checked_sub(1)?)?))
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

    fn timed() -> Visit {
        let at = |text: &str| Minute::parse(&format!("2024-07-29 {text}")).unwrap();
        let item = |id: &str, from, to| {
            Arc::new(Item {
                id: ItemId::new(id).unwrap(),
                title: id.into(),
                when: When::Range(at(from), at(to)),
                ..Item::default()
            })
        };
        let items = vec![
            item("a", "09:00", "10:00"),
            item("b", "10:15", "10:30"),
            item("c", "11:00", "12:00"),
        ];
        Visit { items, ..Visit::default() }
    }

    fn read(visit: &Visit) -> Vec<String> {
        let day = NaiveDate::from_ymd_opt(2024, 7, 29);
        let items = visit.items_on(day);
        let start = |item: &Item| item.when.start().unwrap().time().format("%H:%M").to_string();
        items.iter().map(|item| format!("{} {}", start(item), item.id)).collect()
    }

    #[test]
    fn timed_neighbours_swap_within_the_stretch_they_fill() {
        let id = ItemId::new("b").unwrap();
        let up = apply(&timed(), shifted(&timed(), &id, -1).unwrap()).unwrap();
        assert_eq!(read(&up), ["09:00 b", "09:30 a", "11:00 c"]);
        let back = apply(&up, shifted(&up, &id, 1).unwrap()).unwrap();
        assert_eq!(read(&back), read(&timed()));
    }

    #[test]
    fn a_fixed_neighbour_is_not_passed() {
        let mut visit = timed();
        let fixed = Item { fixed: true, ..Item::clone(&visit.items[0]) };
        visit.items[0] = Arc::new(fixed);
        assert_eq!(shifted(&visit, &ItemId::new("b").unwrap(), -1), None);
    }

    #[test]
    fn a_timed_item_dropped_further_up_passes_all_between_in_one_step() {
        let (id, first) = (ItemId::new("c").unwrap(), ItemId::new("a").unwrap());
        let day = NaiveDate::from_ymd_opt(2024, 7, 29);
        let edit = dropped_on(&timed(), &id, Some(&first), day).unwrap();
        let moved = apply(&timed(), edit).unwrap();
        let order: Vec<_> = read(&moved).iter().map(|line| line[6..].to_owned()).collect();
        assert_eq!(order, ["c", "a", "b"]);
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
