//! What moving and resizing make of an item, whether by hand or by key.

use chrono::NaiveDate;

use super::axis::DAY;
use super::places::{Track, parts};
use crate::edit::{Edit, at_time, move_item};
use crate::model::{Attendance, Item, ItemKind, Minute, Visit, When};
use crate::words::say;

/// The length of an item that had no time before.
const USUAL: i64 = 60;
/// Nothing is made shorter than this, in minutes.
const SHORTEST: i64 = 5;

/// The edge of an item that is dragged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Start,
    End,
}

/// The nearest multiple of the snap.
pub(super) fn snapped(minute: i64, snap: i64) -> i64 {
    (minute + snap / 2).div_euclid(snap) * snap
}

/// The next multiple of the snap, later or earlier.
pub(super) fn stepped(minute: i64, snap: i64, by: i64) -> i64 {
    if by < 0 { (minute - 1).div_euclid(snap) * snap } else { (minute.div_euclid(snap) + 1) * snap }
}

/// The item's time when it is drawn from so many minutes of a day on. One that had no time gets
/// the usual length, a movement only its beginning.
pub(super) fn begun_at(visit: &Visit, item: &Item, day: NaiveDate, minute: i64) -> When {
    let start = Minute::at(day, 0, 0).unwrap_or_default().plus_mins(minute);
    let drawn = parts(visit, item).into_iter().find_map(|on| Some((on.day, on.part?.from)));
    match drawn {
        Some((old, from)) => item.when.plus_mins((day - old).num_days() * DAY + minute - from),
        None if item.kind == ItemKind::Movement => When::At(start),
        None => When::Range(start, start.plus_mins(USUAL)),
    }
}

/// The time with one edge so many minutes later; `length` is how long it lasts now. `None` where
/// there is no such edge.
pub(super) fn resized(when: When, edge: Edge, by: i64, length: i64) -> Option<When> {
    let by = match edge {
        Edge::Start => by.min(length - SHORTEST),
        Edge::End => by.max(SHORTEST - length),
    };
    let new = match (when, edge) {
        (When::Range(start, end), Edge::Start) => When::Range(start.plus_mins(by), end),
        (When::Range(start, end), Edge::End) => When::Range(start, end.plus_mins(by)),
        (When::AboutRange(start, end), Edge::Start) => When::AboutRange(start.plus_mins(by), end),
        (When::AboutRange(start, end), Edge::End) => When::AboutRange(start, end.plus_mins(by)),
        (When::At(start), Edge::End) => When::Range(start, start.plus_mins(by)),
        (When::About(start), Edge::End) => When::AboutRange(start, start.plus_mins(length + by)),
        (When::At(_) | When::About(_), Edge::Start)
        | (When::Unscheduled | When::Day(_) | When::NotBefore(_), _) => return None,
    };
    (new != when).then_some(new)
}

/// Who takes part when the item is carried from one column to another: a group in place of a
/// group. `None` where the columns do not say who would take part.
pub(super) fn attended(item: &Item, from: &Track, to: &Track) -> Option<Attendance> {
    let (Track::Group(from), Track::Group(to)) = (from, to) else { return None };
    let groups = &item.attendance.groups;
    if from == to || groups.contains(to) || !groups.contains(from) {
        return None;
    }
    let swap =
        |group: &crate::model::GroupId| if group == from { to.clone() } else { group.clone() };
    Some(Attendance { groups: groups.iter().map(swap).collect(), ..item.attendance.clone() })
}

/// One step: the item at another time with the movement that leads to it, attended by others where
/// that is said.
pub(super) fn carried(
    visit: &Visit,
    item: &Item,
    when: When,
    who: Option<Attendance>,
) -> Option<Edit> {
    let Some(attendance) = who else {
        return (when != item.when).then(|| move_item(visit, &item.id, when)).flatten();
    };
    let name = visit.label(&item.id.clone().into());
    let attending = Item { attendance, ..at_time(item, when) };
    Some(Edit::Together {
        label: say!("programme-moved", name = name),
        edits: vec![Edit::set(attending)],
    })
}

/// The item with another length; what happens within stays where it is.
pub(super) fn lasting(item: &Item, when: When) -> Edit {
    Edit::set(Item { when, ..item.clone() })
}

/// How long the item lasts, in minutes.
pub(super) fn length(visit: &Visit, item: &Item) -> i64 {
    visit.stretch(item, item.when).map_or(0, |stretch| stretch.mins()).clamp(0, 3 * DAY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Minute {
        Minute::parse(&format!("2024-07-29 {text}")).unwrap()
    }

    fn day() -> NaiveDate {
        "2024-07-29".parse().unwrap()
    }

    #[test]
    fn steps_go_to_the_next_mark_of_the_snap() {
        assert_eq!(stepped(640, 15, 1), 645);
        assert_eq!(stepped(645, 15, 1), 660);
        assert_eq!(stepped(640, 15, -1), 630);
        assert_eq!(stepped(630, 15, -1), 615);
        assert_eq!([snapped(637, 15), snapped(638, 15)], [630, 645]);
    }

    #[test]
    fn a_moved_item_keeps_its_length_and_how_sure_its_time_is() {
        let moved =
            |when| begun_at(&Visit::default(), &Item { when, ..Item::default() }, day(), 600);
        assert_eq!(
            moved(When::Range(at("09:00"), at("09:40"))),
            When::Range(at("10:00"), at("10:40"))
        );
        assert_eq!(moved(When::NotBefore(at("09:00"))), When::NotBefore(at("10:00")));
        assert_eq!(moved(When::Unscheduled), When::Range(at("10:00"), at("11:00")));
    }

    #[test]
    fn an_edge_stops_before_the_other() {
        let when = When::Range(at("09:00"), at("10:00"));
        let end = |by| resized(when, Edge::End, by, 60);
        assert_eq!(end(30), Some(When::Range(at("09:00"), at("10:30"))));
        assert_eq!(end(-90), Some(When::Range(at("09:00"), at("09:05"))));
        assert_eq!(resized(when, Edge::Start, 90, 60), Some(When::Range(at("09:55"), at("10:00"))));
        assert_eq!(end(0), None, "nothing changes");
    }

    #[test]
    fn a_point_in_time_is_drawn_out_and_a_lower_bound_is_not() {
        assert_eq!(
            resized(When::At(at("09:00")), Edge::End, 30, 0),
            Some(When::Range(at("09:00"), at("09:30")))
        );
        assert_eq!(resized(When::NotBefore(at("09:00")), Edge::End, 30, 60), None);
    }

    #[test]
    fn only_a_group_takes_the_place_of_a_group() {
        let group = |id: &str| crate::model::GroupId::new(id).unwrap();
        let attendance = Attendance { groups: vec![group("a")], ..Attendance::default() };
        let item = Item { attendance, ..Item::default() };
        let to = |track| attended(&item, &Track::Group(group("a")), &track);
        assert_eq!(to(Track::Group(group("b"))).unwrap().groups, [group("b")]);
        assert_eq!(to(Track::Others), None);
        assert_eq!(attended(&item, &Track::Others, &Track::Group(group("b"))), None);
    }
}
