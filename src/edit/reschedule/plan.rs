//! From an ask to its proposal.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::packing::{lasting, make_room, packed};
use super::{Absorbed, Ask, Break, Cut, Proposal, RescheduleError};
use crate::edit::attending::attend;
use crate::edit::day::lay;
use crate::edit::moving::{movement_to, shifted};
use crate::edit::substitution::substitute;
use crate::edit::{Edit, apply};
use crate::model::{Arrangement, Item, ItemId, ItemKind, PersonId, Stretch, Visit};
use crate::words::{self, say};

/// An item with a time, who is there, and by how much it is to move.
pub(super) struct Entry<'a> {
    pub(super) item: &'a Arc<Item>,
    pub(super) present: BTreeSet<&'a PersonId>,
    pub(super) stretch: Stretch,
    pub(super) by: i64,
}

/// What an ask would do to a visit.
///
/// # Errors
/// When the item is gone, fixed or without a time, when two items of the same people would change
/// places, or when nothing would change.
pub fn plan(visit: &Visit, ask: &Ask) -> Result<Proposal, RescheduleError> {
    let (mut absorbed, mut breaks, mut cuts) = (Vec::new(), Vec::new(), Vec::new());
    let set = |items: Vec<Item>| items.into_iter().map(Edit::set).collect();
    let edits = match ask {
        Ask::Shift { item, mins } => {
            let entries = shift(visit, item, *mins)?;
            set(moved(visit, &entries, &mut breaks)?)
        }
        Ask::Late { item, mins } => {
            let entries = late(visit, item, i64::from(*mins), &mut absorbed)?;
            let items = moved(visit, &entries, &mut breaks)?;
            cuts = could_be_cut(visit, &entries, &breaks, item);
            set(items)
        }
        Ask::MakeRoom { item } => {
            let entries = make_room(visit, item)?;
            set(moved(visit, &entries, &mut breaks)?)
        }
        Ask::Pack { item, gap, lengths: false } => {
            let entries = packed(visit, item, i64::from(*gap))?;
            set(moved(visit, &entries, &mut breaks)?)
        }
        Ask::Pack { item, gap, lengths: true } => set(lasting(visit, item, i64::from(*gap))?),
        Ask::Rain { day, on } => {
            let has_plan = |item: &&Arc<Item>| {
                item.when.day() == Some(*day)
                    && !item.is_cancelled()
                    && item.rain_place.is_some()
                    && item.rain_plan_on != *on
            };
            let switched = |item: &Arc<Item>| Item { rain_plan_on: *on, ..Item::clone(item) };
            set(visit.items.iter().filter(has_plan).map(switched).collect())
        }
        Ask::Choose { item, label } => {
            let item = visit.item(item).ok_or(RescheduleError::Gone)?;
            if !label.is_empty() && item.alternatives.iter().all(|other| other.label != *label) {
                let item = visit.label(&item.id.clone().into());
                return Err(RescheduleError::NoAlternative { item, label: label.clone() });
            }
            set(vec![Item { chosen: label.clone(), ..Item::clone(item) }])
        }
        Ask::Replace { who, by } => substitute(visit, who, by)?,
        Ask::Attend { people, rsvp } => attend(visit, people, *rsvp),
        Ask::Lay { template, day } => lay(visit, template, *day)?,
        Ask::Reseat { arrangement } => {
            let plan = visit.arrangements.iter().find(|plan| plan.id == *arrangement);
            let mut plan = Arrangement::clone(plan.ok_or(RescheduleError::Gone)?);
            plan.placed.retain(|placed| placed.locked);
            vec![Edit::set(plan)]
        }
    };
    let edit = Edit::Together { label: label(visit, ask), edits };
    let after = Arc::new(apply(visit, edit.clone())?);
    if matches!(ask, Ask::Lay { .. }) {
        breaks = in_two_places(visit, &after);
    }
    let changes = crate::diff::diff(visit, &after);
    if changes.is_empty() {
        return Err(RescheduleError::Nothing);
    }
    Ok(Proposal { ask: ask.clone(), edit, after, changes, absorbed, breaks, cuts })
}

fn label(visit: &Visit, ask: &Ask) -> String {
    let name = |id: &ItemId| visit.label(&id.clone().into());
    match ask {
        Ask::Shift { item, mins } => {
            let mins = *mins;
            say!("reschedule-shift-label", item = name(item), mins = mins)
        }
        Ask::Late { item, mins } => {
            say!("reschedule-late-label", item = name(item), mins = i64::from(*mins))
        }
        Ask::MakeRoom { item } => say!("reschedule-room-label", item = name(item)),
        Ask::Pack { item, gap, .. } => {
            say!("reschedule-pack-label", item = name(item), gap = i64::from(*gap))
        }
        Ask::Rain { on: true, .. } => say!("reschedule-rain-on-label"),
        Ask::Rain { on: false, .. } => say!("reschedule-rain-off-label"),
        Ask::Choose { item, .. } => say!("reschedule-choose-label", item = name(item)),
        Ask::Replace { who, by } => {
            let (who, by) = (visit.person_label(who), visit.person_label(by));
            say!("substitute-label", who = who, by = by)
        }
        Ask::Reseat { arrangement } => {
            say!("reschedule-reseat-label", plan = visit.label(&arrangement.clone().into()))
        }
        Ask::Lay { template, .. } => {
            let title = template.about.title.in_lang(&words::interface_lang()).to_owned();
            say!("reschedule-lay-label", title = title)
        }
        Ask::Attend { people, rsvp } => match people.as_slice() {
            [one] => {
                let (name, state) = (visit.person_label(one), words::choice(*rsvp));
                say!("attend-label", name = name, state = state)
            }
            all => say!("people-step-attendance", count = all.len()),
        },
    }
}

/// Every item with a time that takes place, by its start.
pub(super) fn entries(visit: &Visit) -> Vec<Entry<'_>> {
    let taking_place = visit.items.iter().filter(|item| !item.is_cancelled());
    let mut all: Vec<Entry<'_>> = taking_place
        .filter_map(|item| {
            let present = visit.present_at(item).into_iter().map(|person| &person.id).collect();
            Some(Entry { item, present, stretch: visit.stretch(item, item.when)?, by: 0 })
        })
        .collect();
    all.sort_by_key(|entry| entry.stretch.start);
    all
}

/// The entries from the item on: it and the movement to it are moved already.
fn begin<'a>(
    visit: &'a Visit,
    id: &ItemId,
    mins: i64,
) -> Result<(Vec<Entry<'a>>, usize), RescheduleError> {
    let item = visit.item(id).ok_or(RescheduleError::Gone)?;
    let title = || visit.label(&id.clone().into());
    if item.fixed {
        return Err(RescheduleError::IsFixed { item: title() });
    }
    let mut all = entries(visit);
    let position = all.iter().position(|entry| entry.item.id == *id);
    let position = position.ok_or_else(|| RescheduleError::NoTime { item: title() })?;
    let movement = movement_to(visit, item).filter(|movement| !movement.fixed);
    for entry in &mut all {
        let leads = movement.is_some_and(|movement| movement.id == entry.item.id);
        if leads || entry.item.id == *id {
            entry.by = mins;
        }
    }
    Ok((all, position))
}

fn shift<'a>(visit: &'a Visit, id: &ItemId, mins: i64) -> Result<Vec<Entry<'a>>, RescheduleError> {
    let (mut all, first) = begin(visit, id, mins)?;
    let Some(from) = all.get(first) else { return Ok(all) };
    let (start, day) = (from.stretch.start, from.item.when.day());
    let mut late = from.present.clone();
    for entry in &mut all {
        let follows = entry.stretch.start >= start && entry.item.when.day() == day;
        if entry.by != 0 || !follows || entry.present.is_disjoint(&late) {
            continue;
        }
        if entry.item.fixed {
            // Whoever is at a fixed item is on time again after it.
            late.retain(|person| !entry.present.contains(person));
        } else {
            entry.by = mins;
            late.extend(&entry.present);
        }
    }
    Ok(all)
}

fn late<'a>(
    visit: &'a Visit,
    id: &ItemId,
    mins: i64,
    absorbed: &mut Vec<Absorbed>,
) -> Result<Vec<Entry<'a>>, RescheduleError> {
    let (mut all, first) = begin(visit, id, mins)?;
    for next in first + 1..all.len() {
        let (before, rest) = all.split_at_mut(next);
        let Some(entry) = rest.first_mut() else { break };
        if entry.item.fixed {
            // What hits it is told as a break; whoever is at it is on time again after it.
            settle(&mut all, next);
            continue;
        }
        let last = before.iter().filter(|other| !other.present.is_disjoint(&entry.present));
        let pushes = last.filter(|other| other.by > 0).map(|other| {
            let ready = other.stretch.end.0 + other.by + way(visit, other.item, entry.item);
            (other.by, (ready - entry.stretch.start.0).clamp(0, other.by))
        });
        let Some((by, push)) = pushes.max_by_key(|(_, push)| *push) else { continue };
        entry.by = entry.by.max(push);
        if push < by && entry.item.when.day() == visit.item(id).and_then(|item| item.when.day()) {
            absorbed.push(Absorbed { before: entry.item.id.clone(), mins: by - push });
        }
        if push == 0 {
            // Its people are on time again: what was late ends with this gap.
            settle(&mut all, next);
        }
    }
    Ok(all)
}

/// Items before the one at `next` no longer push what comes after it for its people.
pub(super) fn settle(all: &mut [Entry<'_>], next: usize) {
    let (before, rest) = all.split_at_mut(next);
    let Some(entry) = rest.first() else { return };
    for other in before {
        other.present.retain(|person| !entry.present.contains(person));
    }
}

/// The minutes from one item's place to the other's, as far as they are known.
pub(super) fn way(visit: &Visit, first: &Item, second: &Item) -> i64 {
    let to = first.journey.as_ref().and_then(|journey| journey.to.as_ref());
    let from = second.journey.as_ref().and_then(|journey| journey.from.as_ref());
    match (to.or(first.venue()), from.or(second.venue())) {
        (Some(from), Some(to)) if from != to => {
            visit.travel_time(from, to).map_or(0, |span| i64::from(span.most))
        }
        _ => 0,
    }
}

/// The items that are long enough to make up for a delay, were they left out: those that move
/// before what is hit and have people in common with it; the shortest first.
fn could_be_cut(visit: &Visit, all: &[Entry<'_>], breaks: &[Break], asked: &ItemId) -> Vec<Cut> {
    let mut cuts = Vec::new();
    for broken in breaks {
        let (Break::Fixed { item: hit, mins, .. } | Break::Closed { item: hit, mins }) = broken
        else {
            continue;
        };
        let Some(hit) = all.iter().find(|entry| entry.item.id == *hit) else { continue };
        // The entries' own lists of who is there end at what is fixed.
        let is_theirs = |entry: &Entry<'_>| {
            visit.present_at(entry.item).iter().any(|person| hit.present.contains(&person.id))
        };
        let mut enough: Vec<&Entry<'_>> = all
            .iter()
            .filter(|entry| {
                entry.by > 0
                    && entry.item.id != *asked
                    && entry.item.kind != ItemKind::Movement
                    && entry.stretch.start < hit.stretch.start
                    && entry.stretch.mins() >= *mins
                    && is_theirs(entry)
            })
            .collect();
        enough.sort_by_key(|entry| entry.stretch.mins());
        for entry in enough {
            let cut = Cut { item: entry.item.id.clone(), mins: entry.stretch.mins() };
            if !cuts.contains(&cut) {
                cuts.push(cut);
            }
        }
    }
    cuts
}

/// What was added beside something that the same people are in.
fn in_two_places(before: &Visit, after: &Visit) -> Vec<Break> {
    let all = entries(after);
    let (old, new): (Vec<_>, Vec<_>) =
        all.iter().partition(|entry| before.item(&entry.item.id).is_some());
    let mut breaks = Vec::new();
    for added in new {
        for other in &old {
            let meet = !added.present.is_disjoint(&other.present);
            if meet && added.stretch.overlaps(other.stretch) {
                let (item, other) = (added.item.id.clone(), other.item.id.clone());
                breaks.push(Break::Overlap { item, other });
            }
        }
    }
    breaks
}

/// The items at their new times, where nobody's items change places.
fn moved(
    visit: &Visit,
    all: &[Entry<'_>],
    breaks: &mut Vec<Break>,
) -> Result<Vec<Item>, RescheduleError> {
    let title = |entry: &Entry<'_>| visit.label(&entry.item.id.clone().into());
    let mut items = Vec::new();
    for entry in all.iter().filter(|entry| entry.by != 0) {
        let item = shifted(entry.item, entry.by);
        if item.when.day() != entry.item.when.day() {
            return Err(RescheduleError::OtherDay { item: title(entry) });
        }
        let end = item.when.assumed_end().map(crate::model::Minute::day);
        if visit.about.last_day.is_some_and(|last| end > Some(last)) {
            breaks.push(Break::BeyondVisit(item.id.clone()));
        }
        let closed = |item: &Item| visit.closed_mins(item).unwrap_or(0);
        if closed(&item) > closed(entry.item) {
            breaks.push(Break::Closed { item: item.id.clone(), mins: closed(&item) });
        }
        for other in all.iter().filter(|other| other.by != entry.by) {
            let shared = visit.present_at(other.item);
            let here = visit.present_at(entry.item);
            if !shared.iter().any(|one| here.iter().any(|two| one.id == two.id)) {
                continue;
            }
            let (was, is) = (
                entry.stretch.start.cmp(&other.stretch.start),
                (entry.stretch.start.0 + entry.by).cmp(&(other.stretch.start.0 + other.by)),
            );
            if was != is {
                return Err(RescheduleError::Order { item: title(entry), other: title(other) });
            }
            let ends = entry.stretch.end.0 + entry.by;
            let before = was.is_lt() && entry.stretch.end <= other.stretch.start;
            if other.item.fixed && before && ends > other.stretch.start.0 {
                let mins = ends - other.stretch.start.0;
                let (late, item) = (entry.item.id.clone(), other.item.id.clone());
                breaks.push(Break::Fixed { item, late, mins });
            }
        }
        items.push(item);
    }
    Ok(items)
}
