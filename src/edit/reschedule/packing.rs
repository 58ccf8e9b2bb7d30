//! What follows an item, set anew: pushed on as far as it must be, or packed with one gap.

use super::RescheduleError;
use super::plan::{Entry, entries, settle, way};
use crate::edit::at_time;
use crate::model::{Item, ItemId, ItemKind, Visit, When};

/// Nothing is made shorter than this, in minutes.
const SHORTEST: i64 = 5;

/// What follows the item for its people moves as far as the item's end and the way demand.
pub(super) fn make_room<'a>(
    visit: &'a Visit,
    id: &ItemId,
) -> Result<Vec<Entry<'a>>, RescheduleError> {
    chained(visit, id, 0, |late| late.max(0))
}

/// What follows the item for its people begins so many minutes after what is before it, or after
/// the way where that is longer; there is no gap between arriving and what one arrives for.
pub(super) fn packed<'a>(
    visit: &'a Visit,
    id: &ItemId,
    gap: i64,
) -> Result<Vec<Entry<'a>>, RescheduleError> {
    chained(visit, id, gap, |by| by)
}

/// From the item on, each item of its people ends so many minutes before the next one begins; the
/// beginnings stay. Journeys take as long as they take.
pub(super) fn lasting(visit: &Visit, id: &ItemId, gap: i64) -> Result<Vec<Item>, RescheduleError> {
    let (all, first) = behind(visit, id)?;
    let mut items = Vec::new();
    let Some(from) = all.get(first) else { return Ok(items) };
    let follows =
        |entry: &Entry<'_>| is_same_day(from, entry) && !entry.present.is_disjoint(&from.present);
    for (at, entry) in all.iter().enumerate().skip(first).filter(|(_, entry)| follows(entry)) {
        let mut after = all.iter().skip(at + 1);
        // What goes on beside it is no next.
        let next = after.find(|other| {
            other.stretch.start >= entry.stretch.end && !other.present.is_disjoint(&entry.present)
        });
        let stays = entry.item.fixed || entry.item.kind == ItemKind::Movement;
        let Some(next) = next.filter(|next| !stays && is_same_day(next, entry)) else { continue };
        let (length, wanted) =
            (entry.stretch.mins(), next.stretch.start.mins_since(entry.stretch.start) - gap);
        let by = wanted.max(SHORTEST) - length;
        let when = match entry.item.when {
            When::Range(start, end) => When::Range(start, end.plus_mins(by)),
            When::AboutRange(start, end) => When::AboutRange(start, end.plus_mins(by)),
            other => other,
        };
        if when != entry.item.when {
            items.push(at_time(entry.item, when));
        }
    }
    Ok(items)
}

/// The entries of the visit, and which of them is the item.
fn behind<'a>(visit: &'a Visit, id: &ItemId) -> Result<(Vec<Entry<'a>>, usize), RescheduleError> {
    let item = visit.item(id).ok_or(RescheduleError::Gone)?;
    let all = entries(visit);
    let first = all.iter().position(|entry| entry.item.id == *id);
    let no_time = || RescheduleError::NoTime { item: visit.label(&item.id.clone().into()) };
    Ok((all, first.ok_or_else(no_time)?))
}

fn is_same_day(one: &Entry<'_>, other: &Entry<'_>) -> bool {
    one.item.when.day() == other.item.when.day()
}

/// Moves what follows the item on its day, up to the next fixed item: `by` says how far, given by
/// how much it begins before what is before it leaves room for it.
fn chained<'a>(
    visit: &'a Visit,
    id: &ItemId,
    gap: i64,
    by: impl Fn(i64) -> i64,
) -> Result<Vec<Entry<'a>>, RescheduleError> {
    let (mut all, first) = behind(visit, id)?;
    for next in first + 1..all.len() {
        let (before, rest) = all.split_at_mut(next);
        let Some(entry) = rest.first_mut() else { break };
        let same_day = before.get(first).is_some_and(|first| is_same_day(first, entry));
        if entry.item.fixed || !same_day {
            // What comes behind it follows from it, not from the item that is asked about.
            settle(&mut all, next);
            if let Some(entry) = all.get_mut(next) {
                entry.present.clear();
            }
            continue;
        }
        // What went on side by side stays so; only the item itself makes room around it.
        let is_before =
            |at: usize, other: &Entry<'_>| at == first || other.stretch.end <= entry.stretch.start;
        let chain = before.iter().enumerate().skip(first);
        let chain = chain.filter(|(at, other)| {
            is_before(*at, other) && !other.present.is_disjoint(&entry.present)
        });
        let ready = chain.map(|(_, other)| {
            let arrives = other.item.kind == ItemKind::Movement;
            let gap = if arrives { 0 } else { gap };
            other.stretch.end.0 + other.by + gap.max(way(visit, other.item, entry.item))
        });
        if let Some(ready) = ready.max() {
            entry.by = by(ready - entry.stretch.start.0);
        }
    }
    Ok(all)
}
