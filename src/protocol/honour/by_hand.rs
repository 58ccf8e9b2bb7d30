//! Places given by the officer's hand: swapped, taken, left, locked. Each gives the changed plan.

use super::Seating;
use crate::model::{Arrangement, PersonId, Placed};

/// Why a place is not given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// One of the two places is locked.
    Locked,
}

/// Whether a place is locked.
pub fn is_locked(plan: &Arrangement, slot: &str) -> bool {
    plan.placed.iter().any(|placed| placed.locked && !slot.is_empty() && placed.slot == slot)
}

/// Whether somebody has their place by hand.
pub fn is_placed(plan: &Arrangement, slot: &str) -> bool {
    plan.placed.iter().any(|placed| placed.person.is_some() && placed.slot == slot)
}

/// Who has two slots in each other's place; one of them may be empty.
///
/// # Errors
/// When one of the places is locked.
pub fn swap(
    plan: &Arrangement,
    seating: &Seating,
    one: &str,
    other: &str,
) -> Result<Arrangement, Refused> {
    if is_locked(plan, one) || is_locked(plan, other) {
        return Err(Refused::Locked);
    }
    let on = |slot: &str| seating.seated().find(|(at, ..)| *at == slot).map(|(_, id, _)| id);
    let mut plan = plan.clone();
    let moved = [(on(one).cloned(), other), (on(other).cloned(), one)];
    for slot in [one, other] {
        plan.placed.retain(|placed| placed.slot != slot);
    }
    for (person, slot) in moved {
        if let Some(person) = person {
            put(&mut plan, person, slot);
        }
    }
    Ok(plan)
}

/// Somebody on a slot; who had it by hand goes by rank again.
///
/// # Errors
/// When the place is locked.
pub fn seat(plan: &Arrangement, person: &PersonId, slot: &str) -> Result<Arrangement, Refused> {
    if is_locked(plan, slot) {
        return Err(Refused::Locked);
    }
    let mut plan = plan.clone();
    plan.placed.retain(|placed| placed.slot != slot);
    put(&mut plan, person.clone(), slot);
    Ok(plan)
}

/// Somebody without a place in the plan, though they are at the item.
///
/// # Errors
/// When their place is locked.
pub fn unseat(plan: &Arrangement, person: &PersonId) -> Result<Arrangement, Refused> {
    let is_theirs = |placed: &&Placed| placed.person.as_ref() == Some(person);
    if plan.placed.iter().filter(is_theirs).any(|placed| placed.locked) {
        return Err(Refused::Locked);
    }
    let mut plan = plan.clone();
    put(&mut plan, person.clone(), "");
    Ok(plan)
}

/// Somebody goes by rank again, whatever was said of them.
#[must_use]
pub fn by_rank_again(plan: &Arrangement, person: &PersonId) -> Arrangement {
    let mut plan = plan.clone();
    plan.placed.retain(|placed| placed.person.as_ref() != Some(person));
    plan
}

/// Locks the place somebody has, or gives it free: a locked one survives a new seating.
#[must_use]
pub fn lock(plan: &Arrangement, person: &PersonId, slot: &str, locked: bool) -> Arrangement {
    let mut plan = plan.clone();
    put(&mut plan, person.clone(), slot);
    if let Some(placed) = plan.placed.last_mut() {
        placed.locked = locked;
    }
    plan
}

fn put(plan: &mut Arrangement, person: PersonId, slot: &str) {
    plan.placed.retain(|placed| placed.person.as_ref() != Some(&person));
    let (person, table, slot) = (Some(person), table_of(slot), slot.to_owned());
    plan.placed.push(Placed { person, table, slot, locked: false });
}

/// The number of the table that a slot names; 1 for the only one.
fn table_of(slot: &str) -> u16 {
    let number = slot.strip_prefix("table-").and_then(|rest| rest.split('-').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{arrangement, id, of, visit};
    use super::*;
    use crate::model::{ArrangementKind, Convention, Visit};

    fn plan() -> (Visit, Arrangement) {
        (visit(3, 1, &[]), arrangement(ArrangementKind::HeadTable, Convention::International))
    }

    fn seats(visit: &Visit, plan: &Arrangement) -> Vec<(String, String)> {
        let seating = of(visit, plan);
        let mut seats: Vec<_> =
            seating.seated().map(|(slot, id, _)| (slot.to_owned(), id.to_string())).collect();
        seats.sort();
        seats
    }

    fn on(visit: &Visit, plan: &Arrangement, slot: &str) -> Option<String> {
        seats(visit, plan).into_iter().find(|(at, _)| at == slot).map(|(_, id)| id)
    }

    #[test]
    fn two_change_places_and_an_empty_place_takes_the_first() {
        let (visit, plan) = plan();
        let seating = of(&visit, &plan);
        let swapped = swap(&plan, &seating, "head-r1", "head-l1").unwrap();
        assert_eq!(on(&visit, &swapped, "head-r1").as_deref(), Some("g2"));
        assert_eq!(on(&visit, &swapped, "head-l1").as_deref(), Some("g1"));
        let back = swap(&swapped, &of(&visit, &swapped), "head-r1", "head-l1").unwrap();
        assert_eq!(seats(&visit, &back), seats(&visit, &plan));
    }

    #[test]
    fn who_is_unseated_leaves_room_and_can_be_seated_again() {
        let (visit, plan) = plan();
        let without = unseat(&plan, &id("g1")).unwrap();
        assert_eq!(on(&visit, &without, "head-r1").as_deref(), Some("g2"));
        assert_eq!(of(&visit, &without).unseated, [id("g1")]);
        let again = seat(&without, &id("g1"), "head-l1").unwrap();
        assert_eq!(on(&visit, &again, "head-l1").as_deref(), Some("g1"));
        assert_eq!(seats(&visit, &by_rank_again(&again, &id("g1"))), seats(&visit, &plan));
    }

    #[test]
    fn a_locked_place_is_not_taken_swapped_or_left() {
        let (visit, plan) = plan();
        let locked = lock(&plan, &id("g1"), "head-r1", true);
        assert_eq!(seats(&visit, &locked), seats(&visit, &plan));
        let seating = of(&visit, &locked);
        assert_eq!(swap(&locked, &seating, "head-r1", "head-l1"), Err(Refused::Locked));
        assert_eq!(seat(&locked, &id("g3"), "head-r1"), Err(Refused::Locked));
        assert_eq!(unseat(&locked, &id("g1")), Err(Refused::Locked));
        let free = lock(&locked, &id("g1"), "head-r1", false);
        assert!(swap(&free, &seating, "head-r1", "head-l1").is_ok());
    }

    #[test]
    fn the_table_of_a_slot_is_kept() {
        let (_, plan) = plan();
        assert_eq!(seat(&plan, &id("g1"), "table-2-3").unwrap().placed[0].table, 2);
    }
}
