//! What stands around an item while it is carried: when its people are elsewhere or not there at
//! all, and the ways from the item before and to the one behind.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::axis::{DAY, Part};
use super::places::{minute_of, parts};
use crate::model::{Item, Minute, PersonId, PlaceId, Span, Stretch, Visit, When};

/// Known from the beginning of a gesture to its end.
#[derive(Debug, Default)]
pub(super) struct Around {
    /// The other items of its people, by their beginning.
    others: Vec<(Stretch, Arc<Item>)>,
    /// From when and until when all its people are there.
    from: Option<Minute>,
    to: Option<Minute>,
}

/// The way between two items.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Way {
    /// The title of the item at its other end.
    pub(super) other: Arc<Item>,
    /// As kept for the two places.
    pub(super) travel: Span,
    /// The minutes that there are for it.
    pub(super) gap: i64,
}

impl Way {
    pub(super) fn fits(&self) -> bool {
        i64::from(self.travel.most) <= self.gap
    }
}

impl Around {
    pub(super) fn of(visit: &Visit, item: &Item) -> Self {
        let people: BTreeSet<&PersonId> =
            visit.present_at(item).into_iter().map(|person| &person.id).collect();
        let shares =
            |other: &Item| visit.present_at(other).iter().any(|person| people.contains(&person.id));
        let mut others: Vec<(Stretch, Arc<Item>)> = visit
            .items
            .iter()
            .filter(|other| other.id != item.id && !other.is_cancelled() && shares(other))
            .filter_map(|other| Some((visit.stretch(other, other.when)?, Arc::clone(other))))
            .collect();
        others.sort_by_key(|(stretch, _)| stretch.start);
        let delegations = || people.iter().filter_map(|person| visit.delegation_of(person));
        Self {
            others,
            from: delegations().filter_map(|delegation| delegation.arrives).max(),
            to: delegations().filter_map(|delegation| delegation.leaves).min(),
        }
    }

    /// The parts of a day at which somebody is at another item.
    pub(super) fn busy_on(&self, visit: &Visit, day: NaiveDate) -> Vec<Part> {
        let own = self.others.iter().flat_map(|(_, other)| parts(visit, other));
        own.filter(|on| on.day == day).filter_map(|on| on.part).collect()
    }

    /// The parts of a day at which somebody has not come yet or has left.
    pub(super) fn away_on(&self, day: NaiveDate) -> Vec<Part> {
        let mut parts = Vec::new();
        if let Some(from) = self.from.filter(|from| from.day() >= day) {
            let to = if from.day() > day { DAY } else { minute_of(from) };
            parts.push(Part { from: 0, to });
        }
        if let Some(to) = self.to.filter(|to| to.day() <= day) {
            let from = if to.day() < day { 0 } else { minute_of(to) };
            parts.push(Part { from, to: DAY });
        }
        parts
    }

    /// The items that its people would miss.
    pub(super) fn missed(&self, visit: &Visit, item: &Item, when: When) -> Vec<&Arc<Item>> {
        let Some(own) = visit.stretch(item, when) else { return Vec::new() };
        let missed = self.others.iter().filter(|(stretch, _)| stretch.overlaps(own));
        missed.map(|(_, other)| other).collect()
    }

    /// The way from where its people are before.
    pub(super) fn before(&self, visit: &Visit, item: &Item, when: When) -> Option<Way> {
        let own = visit.stretch(item, when)?;
        let (stretch, other) =
            self.others.iter().rev().find(|(other, _)| other.end <= own.start)?;
        let travel = visit.travel_time(end_of(other)?, begin_of(item)?)?;
        (end_of(other) != begin_of(item)).then(|| {
            let gap = own.start.mins_since(stretch.end);
            Way { other: Arc::clone(other), travel, gap }
        })
    }

    /// The way to where its people are next.
    pub(super) fn behind(&self, visit: &Visit, item: &Item, when: When) -> Option<Way> {
        let own = visit.stretch(item, when)?;
        let (stretch, other) = self.others.iter().find(|(other, _)| other.start >= own.end)?;
        let travel = visit.travel_time(end_of(item)?, begin_of(other)?)?;
        (end_of(item) != begin_of(other)).then(|| {
            let gap = stretch.start.mins_since(own.end);
            Way { other: Arc::clone(other), travel, gap }
        })
    }
}

/// Where people are when the item begins.
fn begin_of(item: &Item) -> Option<&PlaceId> {
    item.journey.as_ref().and_then(|journey| journey.from.as_ref()).or_else(|| item.venue())
}

/// Where people are when the item ends.
fn end_of(item: &Item) -> Option<&PlaceId> {
    item.journey.as_ref().and_then(|journey| journey.to.as_ref()).or_else(|| item.venue())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attendance, Delegation, DelegationId, ItemId, Person, TravelTime};

    fn at(time: &str) -> Minute {
        Minute::parse(&format!("2024-07-29 {time}")).unwrap()
    }

    fn item(id: &str, place: &str, from: &str, to: &str) -> Arc<Item> {
        let people = vec![PersonId::new("guest").unwrap()];
        Arc::new(Item {
            id: ItemId::new(id).unwrap(),
            when: When::Range(at(from), at(to)),
            place: PlaceId::new(place),
            attendance: Attendance { people, ..Attendance::default() },
            ..Item::default()
        })
    }

    /// A guest who lands at 08:00, and half an hour from the hall to the works.
    fn visit() -> Visit {
        let guest = PersonId::new("guest").unwrap();
        Visit {
            people: vec![Arc::new(Person { id: guest.clone(), ..Person::default() })],
            delegations: vec![Arc::new(Delegation {
                id: DelegationId::new("guests").unwrap(),
                members: vec![guest],
                arrives: Some(at("08:00")),
                ..Delegation::default()
            })],
            items: vec![
                item("tour", "hall", "09:00", "10:00"),
                item("visit", "works", "11:00", "12:00"),
                item("lunch", "hall", "12:30", "13:30"),
            ],
            travel_times: vec![TravelTime {
                from: PlaceId::new("hall"),
                to: PlaceId::new("works"),
                mins: Span { least: 25, most: 35 },
                ..TravelTime::default()
            }],
            ..Visit::default()
        }
    }

    #[test]
    fn the_ways_before_and_behind_fit_or_not() {
        let visit = visit();
        let item = visit.items[1].clone();
        let around = Around::of(&visit, &item);
        let before = around.before(&visit, &item, item.when).unwrap();
        assert_eq!((before.gap, before.fits()), (60, true));
        let behind = around.behind(&visit, &item, item.when).unwrap();
        assert_eq!((behind.gap, behind.fits()), (30, false));
        let early = item.when.plus_mins(-30);
        assert!(!around.before(&visit, &item, early).unwrap().fits());
    }

    #[test]
    fn nobody_is_there_before_the_delegation_lands() {
        let visit = visit();
        let around = Around::of(&visit, &visit.items[1]);
        assert_eq!(around.away_on(at("00:00").day()), [Part { from: 0, to: 480 }]);
        let eve = at("00:00").day().pred_opt().unwrap();
        assert_eq!(around.away_on(eve), [Part { from: 0, to: DAY }]);
    }

    #[test]
    fn what_its_people_would_miss_is_named() {
        let visit = visit();
        let item = visit.items[1].clone();
        let around = Around::of(&visit, &item);
        assert!(around.missed(&visit, &item, item.when).is_empty());
        let later = item.when.plus_mins(60);
        assert_eq!(around.missed(&visit, &item, later)[0].id.as_str(), "lunch");
        assert_eq!(around.busy_on(&visit, at("00:00").day()).len(), 2);
    }
}
