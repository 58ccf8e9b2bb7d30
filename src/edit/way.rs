//! The way that people have to an item from where they were before, as a movement of its own.

use super::Edit;
use crate::model::{
    Attendance, Item, ItemId, ItemKind, Journey, PlaceId, RecordRef, Side, Span, TravelTime, Visit,
    When,
};
use crate::words::say;

/// From the place of one item to that of the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Way {
    /// What its people did before.
    pub before: ItemId,
    pub from: PlaceId,
    pub item: ItemId,
    pub to: PlaceId,
    /// Who is moved.
    pub attendance: Attendance,
}

/// Why there is no way to add.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WayError {
    #[error("{}", say!("reschedule-gone"))]
    Gone,
    #[error("{}", say!("way-no-place", item = item.as_str()))]
    NoPlace { item: String },
    #[error("{}", say!("way-nothing-before", item = item.as_str()))]
    NothingBefore { item: String },
    #[error("{}", say!("way-same-place", item = item.as_str(), place = place.as_str()))]
    SamePlace { item: String, place: String },
}

/// The way to an item from the place where its people were last on its day.
///
/// # Errors
/// When it has no place, when nothing says where its people come from, or they are there already.
pub fn way_to(visit: &Visit, id: &ItemId) -> Result<Way, WayError> {
    let item = visit.item(id).ok_or(WayError::Gone)?;
    let title = || visit.label(&id.clone().into());
    let to = begins_at(item).cloned().ok_or_else(|| WayError::NoPlace { item: title() })?;
    let guests: Vec<_> = visit.participants(item);
    let is_theirs = |other: &Item| {
        let there = visit.participants(other);
        there.iter().any(|one| guests.iter().any(|two| one.id == two.id))
    };
    let day = visit.items_on(item.when.day());
    let earlier = day.iter().take_while(|other| other.id != *id);
    let last = earlier.filter(|other| !other.is_cancelled() && is_theirs(other)).last();
    let before = last.and_then(|other| Some((other, ends_at(other)?)));
    let (before, from) = before.ok_or_else(|| WayError::NothingBefore { item: title() })?;
    if *from == to {
        let place = visit.label(&RecordRef::Place(to));
        return Err(WayError::SamePlace { item: title(), place });
    }
    let (before, from) = (before.id.clone(), from.clone());
    Ok(Way { before, from, item: id.clone(), to, attendance: moved(visit, item) })
}

fn begins_at(item: &Item) -> Option<&PlaceId> {
    item.journey.as_ref().and_then(|journey| journey.from.as_ref()).or(item.venue())
}

fn ends_at(item: &Item) -> Option<&PlaceId> {
    item.journey.as_ref().and_then(|journey| journey.to.as_ref()).or(item.venue())
}

/// The guests of an item are moved; where there are none, all of it.
fn moved(visit: &Visit, item: &Item) -> Attendance {
    let mut guests = item.attendance.clone();
    let is_guest =
        |id: &_| visit.delegation(id).is_some_and(|delegation| delegation.side == Side::Guest);
    guests.delegations.retain(is_guest);
    guests.people.retain(|id| visit.side_of(id) != Some(Side::Host));
    if guests.is_empty() { item.attendance.clone() } else { guests }
}

impl Way {
    /// The movement, without an id. Its time is stated where the way is known and the gap holds
    /// it with so many minutes for loading, else only its day: nobody invents a time.
    pub fn movement(&self, visit: &Visit, loading_mins: i64) -> Item {
        let place = |id: &PlaceId| visit.label(&id.clone().into());
        let title =
            say!("check-fix-movement-title", from = place(&self.from), to = place(&self.to));
        let travel = visit.travel_time(&self.from, &self.to);
        let item = visit.item(&self.item);
        let when = travel.as_ref().and_then(|travel| self.time(visit, travel, loading_mins));
        let day = item.and_then(|item| item.when.day()).map_or(When::Unscheduled, When::Day);
        let (from, to) = (Some(self.from.clone()), Some(self.to.clone()));
        Item {
            kind: ItemKind::Movement,
            title: title.as_str().into(),
            when: when.unwrap_or(day),
            attendance: self.attendance.clone(),
            journey: Some(Journey { from, to, travel, ..Journey::default() }),
            responsible: item.and_then(|item| item.responsible.clone()),
            ..Item::default()
        }
    }

    fn time(&self, visit: &Visit, travel: &Span, loading_mins: i64) -> Option<When> {
        let (before, item) = (visit.item(&self.before)?, visit.item(&self.item)?);
        let is_local = |item: &Item| item.zone.is_empty() && item.end_zone.is_empty();
        let arrive = item.when.start()?;
        let takes = i64::from(travel.most.max(travel.least)) + loading_mins;
        let leave = arrive.plus_mins(-takes);
        let fits = before.when.assumed_end()? <= leave && is_local(before) && is_local(item);
        fits.then_some(When::Range(leave, arrive))
    }

    /// Adds the movement before the item and, where it is stated, keeps how long the way takes.
    pub fn add(&self, visit: &Visit, takes: Option<Span>, loading_mins: i64) -> Edit {
        let mut known = visit.clone();
        let mut edits = Vec::new();
        if let Some(mins) = takes {
            let (from, to) = (Some(self.from.clone()), Some(self.to.clone()));
            known.travel_times.push(TravelTime { from, to, mins, ..TravelTime::default() });
            edits.push(Edit::TravelTimes(known.travel_times.clone()));
        }
        let movement = self.movement(&known, loading_mins);
        let label = movement.title.main.clone();
        let id = visit.fresh_id(crate::model::RecordKind::Item, &label);
        let movement = Item { id: ItemId::new(&id).unwrap_or_default(), ..movement };
        let at = visit.position(&self.item.clone().into());
        edits.push(Edit::Add { record: movement.into(), at });
        Edit::Together { label, edits }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::apply;
    use crate::model::{Minute, Person, PersonId, Place};

    fn visit() -> Visit {
        let guest = PersonId::new("oh-se-hoon").unwrap();
        let place = |id: &str| PlaceId::new(id).unwrap();
        let item = |id: &str, from: &str, to: &str, at: &str| {
            let minute = |time: &str| Minute::parse(&format!("2024-07-29 {time}")).unwrap();
            let attendance = Attendance { people: vec![guest.clone()], ..Attendance::default() };
            let when = When::Range(minute(from), minute(to));
            let (id, place) = (ItemId::new(id).unwrap(), Some(place(at)));
            Item { id, when, place, attendance, ..Item::default() }.into()
        };
        Visit {
            people: vec![Person { id: guest.clone(), ..Person::default() }.into()],
            places: ["hotel", "hall"]
                .map(|id| Place { id: place(id), name: id.into(), ..Place::default() }.into())
                .to_vec(),
            items: vec![
                item("breakfast", "08:00", "08:30", "hotel"),
                item("tour", "09:30", "11:00", "hall"),
                item("talks", "11:00", "12:00", "hall"),
            ],
            ..Visit::default()
        }
    }

    fn id(name: &str) -> ItemId {
        ItemId::new(name).unwrap()
    }

    #[test]
    fn the_way_to_an_item_is_one_step_that_keeps_how_long_it_takes() {
        let visit = visit();
        let way = way_to(&visit, &id("tour")).unwrap();
        let next = apply(&visit, way.add(&visit, Some(Span::new(20, 30)), 5)).unwrap();
        let movement = &next.items[1];
        assert_eq!(movement.when.start(), Minute::parse("2024-07-29 08:55"));
        assert_eq!(movement.title.main, "hotel to hall");
        assert_eq!(next.travel_time(&way.to, &way.from), Some(Span::new(20, 30)));
        // Once it is there nothing is left to add.
        assert!(matches!(way_to(&next, &id("tour")), Err(WayError::SamePlace { .. })));
    }

    #[test]
    fn nobody_invents_a_time_for_a_way_that_is_not_known_or_does_not_fit() {
        let visit = visit();
        let way = way_to(&visit, &id("tour")).unwrap();
        let time = |takes| apply(&visit, way.add(&visit, takes, 5)).unwrap().items[1].when;
        assert!(matches!(time(None), When::Day(_)));
        assert!(matches!(time(Some(Span::new(60, 60))), When::Day(_)));
    }

    #[test]
    fn where_there_is_no_way_it_says_why() {
        let mut visit = visit();
        assert!(matches!(way_to(&visit, &id("talks")), Err(WayError::SamePlace { .. })));
        let first = way_to(&visit, &id("breakfast"));
        assert!(matches!(first, Err(WayError::NothingBefore { .. })));
        std::sync::Arc::make_mut(&mut visit.items[1]).place = None;
        assert!(matches!(way_to(&visit, &id("tour")), Err(WayError::NoPlace { .. })));
    }
}
