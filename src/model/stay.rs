//! Who is not at an item although their delegation or group is: who comes later or leaves
//! earlier by a way of their own.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Attendance, Item, ItemKind, Moment, PersonId, Visit};

/// Arrivals and departures of some, which a whole delegation does not share.
#[derive(Debug, Default)]
pub struct OwnWays<'a>(Vec<OwnWay<'a>>);

#[derive(Debug)]
struct OwnWay<'a> {
    arrives: bool,
    /// From when on they are here, or to when.
    day: NaiveDate,
    /// Empty where only the day is known.
    moment: Option<Moment>,
    named: Vec<&'a PersonId>,
    /// By one of the groups.
    grouped: Vec<&'a PersonId>,
}

impl<'a> OwnWays<'a> {
    pub fn of(visit: &'a Visit) -> Self {
        let own = visit.items.iter().filter(|item| {
            let leads = matches!(item.kind, ItemKind::Arrival | ItemKind::Departure);
            let names = !(item.attendance.people.is_empty() && item.attendance.groups.is_empty());
            leads && names && !item.is_cancelled()
        });
        Self(own.filter_map(|item| OwnWay::of(visit, item)).collect())
    }

    /// Who takes part by their delegation or group and is not here then. Who is named at the item
    /// itself is always expected, and so is everyone where a way is as wide as the item: what is
    /// said of fewer people counts.
    pub fn absent(&self, visit: &'a Visit, item: &Item) -> BTreeSet<&'a PersonId> {
        let away = |arrives| {
            let ways = self.0.iter().filter(move |way| way.arrives == arrives);
            let (outside, around): (Vec<_>, Vec<_>) =
                ways.partition(|way| way.is_outside(visit, item));
            let people = outside.into_iter().flat_map(|way| way.of_fewer_than(visit, item));
            // Who comes twice is here after the first time.
            people.filter(move |id| !around.iter().any(|way| way.takes(id)))
        };
        away(true).chain(away(false)).collect()
    }
}

impl<'a> OwnWay<'a> {
    fn of(visit: &'a Visit, item: &'a Item) -> Option<Self> {
        let arrives = item.kind == ItemKind::Arrival;
        let stretch = visit.stretch(item, item.when);
        let attendance = &item.attendance;
        let goes = |id: &&PersonId| !attendance.except.contains(id);
        let groups = attendance.groups.iter().filter_map(|id| visit.group(id));
        let end = item.when.end().filter(|_| arrives);
        Some(Self {
            arrives,
            day: end.map(super::Minute::day).or(item.when.day())?,
            moment: stretch.map(|stretch| if arrives { stretch.end } else { stretch.start }),
            named: attendance.people.iter().filter(goes).collect(),
            grouped: groups.flat_map(|group| &group.members).filter(goes).collect(),
        })
    }

    fn takes(&self, id: &PersonId) -> bool {
        self.named.contains(&id) || self.grouped.contains(&id)
    }

    /// Those to whom the way is nearer than what makes them take part.
    fn of_fewer_than(&self, visit: &'a Visit, item: &Item) -> impl Iterator<Item = &'a PersonId> {
        let Attendance { people, groups, .. } = &item.attendance;
        let groups: Vec<_> = groups.iter().filter_map(|id| visit.group(id)).collect();
        let in_group = move |id: &PersonId| groups.iter().any(|group| group.members.contains(id));
        let grouped = self.grouped.iter().copied().filter(move |id| !in_group(id));
        self.named.iter().copied().chain(grouped).filter(|id| !people.contains(id))
    }

    /// Whether the item is over before they come, or begins when they have left.
    fn is_outside(&self, visit: &Visit, item: &Item) -> bool {
        let times = self.moment.zip(visit.stretch(item, item.when));
        let by_day = |day: NaiveDate| if self.arrives { day < self.day } else { day > self.day };
        match times {
            Some((here, item)) if self.arrives => item.end < here,
            Some((gone, item)) => item.start > gone,
            None => item.when.day().is_some_and(by_day),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Delegation, DelegationId, Group, GroupId, ItemId, Minute, Person, When};

    fn id(name: &str) -> PersonId {
        PersonId::new(name).unwrap()
    }

    fn item(name: &str, kind: ItemKind, when: &str, attendance: Attendance) -> Item {
        let when = match when.split_once('-') {
            None => When::Day(Minute::parse(&format!("2024-07-{when} 00:00")).unwrap().day()),
            Some((from, to)) => {
                let at = |time: &str| Minute::parse(&format!("2024-07-{time}")).unwrap();
                When::Range(at(from), at(to))
            }
        };
        Item { id: ItemId::new(name).unwrap(), kind, when, attendance, ..Item::default() }
    }

    fn all() -> Attendance {
        let delegations = vec![DelegationId::new("guests").unwrap()];
        Attendance { delegations, ..Attendance::default() }
    }

    fn only(name: &str) -> Attendance {
        Attendance { people: vec![id(name)], ..Attendance::default() }
    }

    /// The head and the delegate come as the delegation does, the delegate by a way of their own.
    fn visit(items: Vec<Item>) -> Visit {
        let person = |name| Person { id: id(name), ..Person::default() }.into();
        let delegation = Delegation {
            id: DelegationId::new("guests").unwrap(),
            members: vec![id("head"), id("delegate")],
            ..Delegation::default()
        };
        let group = Group {
            id: GroupId::new("press").unwrap(),
            members: vec![id("delegate")],
            ..Group::default()
        };
        Visit {
            people: vec![person("head"), person("delegate")],
            delegations: vec![delegation.into()],
            groups: vec![group.into()],
            items: items.into_iter().map(Into::into).collect(),
            ..Visit::default()
        }
    }

    fn at(visit: &Visit, name: &str) -> Vec<String> {
        let item = visit.item(&ItemId::new(name).unwrap()).unwrap();
        visit.participants(item).iter().map(|person| person.id.to_string()).collect()
    }

    #[test]
    fn who_comes_later_and_leaves_earlier_is_expected_in_between_alone() {
        let visit = visit(vec![
            item("landing", ItemKind::Arrival, "29 09:00-29 10:00", all()),
            item("own-landing", ItemKind::Arrival, "29 11:00-29 12:00", only("delegate")),
            item("briefing", ItemKind::Briefing, "29 10:30-29 11:30", all()),
            item("lunch", ItemKind::Meal, "29 12:00-29 13:00", all()),
            item("by-name", ItemKind::Other, "29 08:00-29 08:30", only("delegate")),
            item("own-flight", ItemKind::Departure, "30 15:00-30 18:00", only("delegate")),
            item("talks", ItemKind::Talks, "30 09:00-30 10:00", all()),
            item("dinner", ItemKind::Meal, "30 18:00-30 20:00", all()),
            item("some-day", ItemKind::Other, "31", all()),
        ]);
        for both in ["lunch", "talks"] {
            assert_eq!(at(&visit, both), ["head", "delegate"], "{both}");
        }
        for head in ["landing", "briefing", "dinner", "some-day"] {
            assert_eq!(at(&visit, head), ["head"], "{head}");
        }
        assert_eq!(at(&visit, "by-name"), ["delegate"]);
        assert_eq!(at(&visit, "own-landing"), ["delegate"]);
    }

    #[test]
    fn a_way_as_wide_as_the_item_keeps_nobody_away() {
        let group =
            || Attendance { groups: vec![GroupId::new("press").unwrap()], ..Attendance::default() };
        let visit = visit(vec![
            item("own-landing", ItemKind::Arrival, "29 11:00-29 12:00", group()),
            item("video-call", ItemKind::Briefing, "29 08:00-29 09:00", group()),
            item("welcome", ItemKind::Welcome, "29 08:00-29 09:00", all()),
        ]);
        assert_eq!(at(&visit, "video-call"), ["delegate"]);
        assert_eq!(at(&visit, "welcome"), ["head"]);
    }

    #[test]
    fn who_comes_twice_is_here_after_the_first_time() {
        let visit = visit(vec![
            item("first", ItemKind::Arrival, "29 09:00-29 10:00", only("delegate")),
            item("talks", ItemKind::Talks, "29 11:00-29 12:00", all()),
            item("second", ItemKind::Arrival, "30 09:00-30 10:00", only("delegate")),
        ]);
        assert_eq!(at(&visit, "talks"), ["head", "delegate"]);
    }
}
