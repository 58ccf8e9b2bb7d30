//! One item to another time, with everything that belongs to it.

use std::sync::Arc;

use super::Edit;
use crate::model::{Item, ItemId, ItemKind, Visit, When};
use crate::words::say;

/// The item by so many minutes later, its inner times with it, and those of the alternative that
/// takes place instead.
pub(super) fn shifted(item: &Item, mins: i64) -> Item {
    let mut item = at_time(item, item.when.plus_mins(mins));
    let chosen = item.chosen.clone();
    if let Some(other) =
        item.alternatives.iter_mut().find(|other| !chosen.is_empty() && other.label == chosen)
    {
        other.when = other.when.plus_mins(mins);
    }
    item
}

/// The item at another time, its inner times with it.
pub fn at_time(item: &Item, when: When) -> Item {
    let mut item = item.clone();
    let by = match (when.start(), item.when.start()) {
        (Some(new), Some(old)) => new.mins_since(old),
        _ => 0,
    };
    for step in &mut item.steps {
        step.at = step.at.map(|at| at.plus_mins(by));
    }
    if let Some(press) = &mut item.press {
        press.call_time = press.call_time.map(|at| at.plus_mins(by));
    }
    item.when = when;
    item
}

/// Moves an item to another time, and with it the movement that leads to it.
pub fn move_item(visit: &Visit, id: &ItemId, when: When) -> Option<Edit> {
    let item = visit.item(id)?;
    let moved = Edit::set(at_time(item, when));
    let by = when.start()?.mins_since(item.when.start()?);
    let Some(movement) = movement_to(visit, item).filter(|movement| !movement.fixed) else {
        return Some(moved);
    };
    let label = say!("edit-move-with", item = visit.label(&item.id.clone().into()));
    Some(Edit::Together { label, edits: vec![Edit::set(shifted(movement, by)), moved] })
}

/// The movement directly before an item that brings its people to its place.
pub(super) fn movement_to<'a>(visit: &'a Visit, item: &Item) -> Option<&'a Arc<Item>> {
    let place = item.venue()?;
    let start = visit.stretch(item, item.when)?.start;
    let present = visit.present_at(item);
    let before = visit.items.iter().filter(|other| {
        other.id != item.id
            && !other.is_cancelled()
            && visit.stretch(other, other.when).is_some_and(|own| own.start < start)
            && visit.present_at(other).iter().any(|one| present.iter().any(|two| one.id == two.id))
    });
    let last = before.max_by_key(|other| visit.stretch(other, other.when).map(|own| own.start))?;
    let leads = |other: &Item| {
        other.kind == ItemKind::Movement
            && other.when.day() == item.when.day()
            && other.journey.as_ref().and_then(|journey| journey.to.as_ref()) == Some(place)
    };
    leads(last).then_some(last)
}
