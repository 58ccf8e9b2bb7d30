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
    let by = when.start().zip(item.when.start()).map(|(new, old)| new.mins_since(old));
    let movement = movement_to(visit, item).filter(|movement| !movement.fixed);
    let (Some(by), Some(movement)) = (by.filter(|by| *by != 0), movement) else {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::{Attendance, Journey, Person, PersonId, Place, PlaceId};

    fn when(text: &str) -> When {
        let (from, to) = text.split_once('-').unwrap();
        let at = |time: &str| crate::model::Minute::parse(&format!("2024-07-29 {time}")).unwrap();
        When::Range(at(from), at(to))
    }

    fn item(id: &str, time: &str) -> Item {
        let guest = PersonId::new("oh-se-hoon").unwrap();
        let attendance = Attendance { people: vec![guest], ..Attendance::default() };
        Item { id: ItemId::new(id).unwrap(), when: when(time), attendance, ..Item::default() }
    }

    /// The way to `PalaTech` at nine, and the visit there at half past.
    fn visit() -> Visit {
        let hall = PlaceId::new("palatech").unwrap();
        let journey = Journey { to: Some(hall.clone()), ..Journey::default() };
        let way =
            Item { kind: ItemKind::Movement, journey: Some(journey), ..item("way", "09:00-09:20") };
        let tour = Item { place: Some(hall.clone()), ..item("tour", "09:30-10:30") };
        let guest = Person { id: PersonId::new("oh-se-hoon").unwrap(), ..Person::default() };
        Visit {
            people: vec![guest.into()],
            places: vec![Place { id: hall, ..Place::default() }.into()],
            items: vec![way.into(), tour.into()],
            ..Visit::default()
        }
    }

    fn moved(visit: &Visit, id: &str, to: When) -> Vec<When> {
        let edit = move_item(visit, &ItemId::new(id).unwrap(), to).unwrap();
        apply(visit, edit).unwrap().items.iter().map(|item| item.when).collect()
    }

    #[test]
    fn the_way_to_an_item_moves_with_it_and_back() {
        let visit = visit();
        let later = moved(&visit, "tour", when("10:00-11:00"));
        assert_eq!(later, [when("09:30-09:50"), when("10:00-11:00")]);
        // The way alone, or the end alone, leaves the other where it is.
        let alone = moved(&visit, "way", when("08:50-09:10"));
        assert_eq!(alone, [when("08:50-09:10"), when("09:30-10:30")]);
        let longer = moved(&visit, "tour", when("09:30-11:00"));
        assert_eq!(longer, [when("09:00-09:20"), when("09:30-11:00")]);
    }

    #[test]
    fn a_fixed_way_and_an_item_without_time_stay_apart() {
        let mut visit = visit();
        let unscheduled = moved(&visit, "tour", When::Unscheduled);
        assert_eq!(unscheduled, [when("09:00-09:20"), When::Unscheduled]);
        Arc::make_mut(&mut visit.items[0]).fixed = true;
        let later = moved(&visit, "tour", when("10:00-11:00"));
        assert_eq!(later, [when("09:00-09:20"), when("10:00-11:00")]);
    }
}
