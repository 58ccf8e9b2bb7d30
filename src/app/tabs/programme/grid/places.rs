//! Where the items stand: in columns of groups or of days, side by side where they share a time.

use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::Arc;

use chrono::{NaiveDate, Timelike as _};

use super::axis::{DAY, Part};
use crate::model::{Group, GroupId, Item, Lang, Minute, PersonId, Side, Visit};
use crate::words::{dates, interface_lang, say};

/// A point in time is drawn as if it took so many minutes.
const POINT: i64 = 10;

/// What a column stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Track {
    Group(GroupId),
    /// Those in no group; without groups everyone.
    Others,
    Day(NaiveDate),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Column {
    pub(super) track: Track,
    pub(super) name: String,
    /// The day on which the column lies.
    pub(super) day: NaiveDate,
}

/// An item, or a part of it: it may go on in a column that is not beside the first, and behind
/// midnight.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) item: Arc<Item>,
    pub(super) columns: Range<usize>,
    /// `None`: on that day, the time to be confirmed.
    pub(super) part: Option<Part>,
    /// Whether the item begins here; else it goes on from the day before.
    pub(super) begins: bool,
    /// Whether this is the first block of its item: the one that has the keys.
    pub(super) is_first: bool,
    /// Beside how many others: its place among them, and how many there are.
    pub(super) lane: usize,
    pub(super) lanes: usize,
}

impl Block {
    /// Whether the two would stand on the same spot.
    fn meets(&self, other: &Self) -> bool {
        let columns =
            self.columns.start < other.columns.end && other.columns.start < self.columns.end;
        columns
            && match (self.part, other.part) {
                (Some(own), Some(part)) => own.from < part.to && part.from < own.to,
                (None, None) => true,
                _ => false,
            }
    }
}

/// The columns and all that stands in them.
#[derive(Clone, Debug, Default)]
pub(super) struct Places {
    pub(super) columns: Vec<Column>,
    pub(super) blocks: Vec<Block>,
}

impl Places {
    /// A column for each day.
    pub(super) fn by_days(visit: &Visit) -> Self {
        let column = |day| Column { track: Track::Day(day), name: day_name(day), day };
        let parts: Vec<_> = visit
            .items
            .iter()
            .flat_map(|item| parts(visit, item).into_iter().map(move |part| (item, part)))
            .collect();
        // The night after the last day may be part of the programme.
        let days: BTreeSet<NaiveDate> =
            visit.days().into_iter().chain(parts.iter().map(|(_, on)| on.day)).collect();
        let columns: Vec<Column> = days.into_iter().map(column).collect();
        let mut places = Self { columns, blocks: Vec::new() };
        for (item, on) in parts {
            let at = places.columns.iter().position(|column| column.day == on.day);
            if let Some(at) = at {
                places.add(item, at..at + 1, on);
            }
        }
        places.beside_each_other();
        places
    }

    /// The groups of the visit on one day, each with a column; those who are in none share one.
    pub(super) fn by_groups(visit: &Visit, day: NaiveDate, lang: &Lang) -> Self {
        let group = |group: &Arc<Group>| Column {
            track: Track::Group(group.id.clone()),
            name: group.name.in_lang(lang).to_owned(),
            day,
        };
        let mut columns: Vec<Column> = visit.groups.iter().map(group).collect();
        let on_day: Vec<_> = visit
            .items
            .iter()
            .flat_map(|item| parts(visit, item).into_iter().map(move |on| (item, on)))
            .filter(|(_, on)| on.day == day)
            .collect();
        let wide: Vec<Vec<bool>> = on_day.iter().map(|(item, _)| takes_part(visit, item)).collect();
        let others =
            has_others(visit) || wide.iter().any(|groups| groups.iter().all(|in_it| !in_it));
        if others {
            let name = if columns.is_empty() { say!("grid-everyone") } else { say!("grid-others") };
            columns.push(Column { track: Track::Others, name, day });
        }
        let count = columns.len();
        let mut places = Self { columns, blocks: Vec::new() };
        for ((item, on), mut wanted) in on_day.into_iter().zip(wide) {
            if others {
                let rest = has_ungrouped(visit, item) || wanted.iter().all(|in_it| !in_it);
                wanted.push(rest);
            }
            if visit.participants(item).is_empty() {
                // Nobody is named yet: it may be for everyone.
                wanted = vec![true; count];
            }
            for run in runs(&wanted) {
                places.add(item, run, on);
            }
        }
        places.beside_each_other();
        places
    }

    fn add(&mut self, item: &Arc<Item>, columns: Range<usize>, on: OnDay) {
        let OnDay { part, begins, .. } = on;
        let is_first = !self.blocks.iter().any(|block| Arc::ptr_eq(&block.item, item));
        let item = Arc::clone(item);
        self.blocks.push(Block { item, columns, part, begins, is_first, lane: 0, lanes: 1 });
    }

    /// Gives the blocks that share a time and a column lanes beside each other, as many as all
    /// that hang together need; those without a time stand one below the other.
    fn beside_each_other(&mut self) {
        self.blocks.sort_by_key(|block| {
            (block.part.map(|part| (part.from, -part.to)), block.columns.start)
        });
        // The cluster of each block, by the first block in it.
        let mut clusters: Vec<usize> = Vec::new();
        for at in 0..self.blocks.len() {
            let (before, rest) = self.blocks.split_at_mut(at);
            let Some(block) = rest.first_mut() else { break };
            let met: Vec<(usize, usize)> = before
                .iter()
                .zip(&clusters)
                .filter(|(other, _)| other.meets(block))
                .map(|(other, cluster)| (other.lane, *cluster))
                .collect();
            let is_free = |lane: &usize| met.iter().all(|(taken, _)| taken != lane);
            block.lane = (0..=met.len()).find(is_free).unwrap_or_default();
            let own = met.iter().map(|(_, cluster)| *cluster).min().unwrap_or(at);
            for cluster in &mut clusters {
                if met.iter().any(|(_, joined)| joined == cluster) {
                    *cluster = own;
                }
            }
            clusters.push(own);
        }
        let mut lanes = vec![1; self.blocks.len()];
        for (block, cluster) in self.blocks.iter().zip(&clusters) {
            if let Some(lanes) = lanes.get_mut(*cluster) {
                *lanes = block.lane.max(*lanes - 1) + 1;
            }
        }
        for (block, cluster) in self.blocks.iter_mut().zip(&clusters) {
            block.lanes = lanes.get(*cluster).copied().unwrap_or(1);
        }
    }

    /// The parts of the day in which something is planned, of all columns.
    pub(super) fn busy(&self) -> Vec<Part> {
        self.blocks.iter().filter_map(|block| block.part).collect()
    }

    /// How many items without a time stand in the fullest column.
    pub(super) fn waiting(&self) -> usize {
        let waiting = self.blocks.iter().filter(|block| block.part.is_none());
        waiting.map(|block| block.lane + 1).max().unwrap_or_default()
    }
}

fn day_name(day: NaiveDate) -> String {
    dates::day(day, &interface_lang())
}

/// An item, or a part of it, on one day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OnDay {
    pub(super) day: NaiveDate,
    /// `None`: the time is to be confirmed.
    pub(super) part: Option<Part>,
    /// Whether the item begins here.
    pub(super) begins: bool,
}

/// The days an item lies on, and which part of each; no part where its time is not known.
pub(super) fn parts(visit: &Visit, item: &Item) -> Vec<OnDay> {
    /// A journey round the world.
    const MOST_DAYS: usize = 3;
    let Some(day) = item.when.day() else { return Vec::new() };
    let Some(start) = item.when.start() else {
        return vec![OnDay { day, part: None, begins: true }];
    };
    let length = visit.stretch(item, item.when).map_or(POINT, |stretch| stretch.mins()).max(POINT);
    // The axis has the clock of the visit: what comes from another zone is placed by its end.
    let comes_here = visit.zone_of(item) != visit.end_zone_of(item)
        && *visit.end_zone_of(item) == visit.about.zone;
    let start = match item.when.end() {
        Some(end) if comes_here => end.plus_mins(-length),
        _ => start,
    };
    let from = minute_of(start);
    let mut left = from + length;
    let mut parts = Vec::new();
    for (n, day) in start.day().iter_days().take(MOST_DAYS).enumerate() {
        let from = if n == 0 { from } else { 0 };
        if left <= from {
            break;
        }
        parts.push(OnDay { day, part: Some(Part { from, to: left.min(DAY) }), begins: n == 0 });
        left -= DAY;
    }
    parts
}

/// The minutes since midnight.
pub(super) fn minute_of(at: Minute) -> i64 {
    i64::from(at.time().num_seconds_from_midnight() / 60)
}

/// Which of the groups take part in an item.
fn takes_part(visit: &Visit, item: &Item) -> Vec<bool> {
    let present = visit.participants(item);
    let takes = |group: &Arc<Group>| {
        item.attendance.groups.contains(&group.id)
            || present.iter().any(|person| group.members.contains(&person.id))
    };
    visit.groups.iter().map(takes).collect()
}

fn is_grouped(visit: &Visit, person: &PersonId) -> bool {
    visit.groups.iter().any(|group| group.members.contains(person))
}

/// Whether a guest is in no group.
fn has_others(visit: &Visit) -> bool {
    let guests = visit.delegations.iter().filter(|delegation| delegation.side == Side::Guest);
    visit.groups.is_empty()
        || guests.flat_map(|guests| guests.people()).any(|person| !is_grouped(visit, person))
}

/// Whether a guest who is in no group takes part.
fn has_ungrouped(visit: &Visit, item: &Item) -> bool {
    let present = visit.participants(item);
    present.iter().any(|person| {
        visit.side_of(&person.id) == Some(Side::Guest) && !is_grouped(visit, &person.id)
    })
}

/// The stretches of columns that are wanted.
fn runs(wanted: &[bool]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, _) in wanted.iter().enumerate().filter(|(_, wanted)| **wanted) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end = at + 1,
            _ => runs.push(at..at + 1),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Attendance, Delegation, DelegationId, ItemId, Person, When};

    fn item(id: &str, times: &str, attendance: Attendance) -> Arc<Item> {
        let at = |text: &str| Minute::parse(&format!("2024-07-{text}")).unwrap();
        let when = match times.split_once(" – ") {
            Some((from, to)) => When::Range(at(from), at(to)),
            None => When::Day(times.parse().unwrap()),
        };
        Arc::new(Item { id: ItemId::new(id).unwrap(), when, attendance, ..Item::default() })
    }

    fn person(id: &str) -> Arc<Person> {
        Arc::new(Person { id: PersonId::new(id).unwrap(), ..Person::default() })
    }

    fn of(people: &[&str]) -> Attendance {
        let people = people.iter().map(|id| PersonId::new(id).unwrap()).collect();
        Attendance { people, ..Attendance::default() }
    }

    /// Two groups of one guest each, and a guest in none.
    fn visit(items: Vec<Arc<Item>>) -> Visit {
        let group = |id: &str, member: &str| {
            let members = vec![PersonId::new(member).unwrap()];
            Arc::new(Group {
                id: GroupId::new(id).unwrap(),
                name: id.into(),
                members,
                ..Group::default()
            })
        };
        let members = ["anna", "berta", "clara"].map(|id| PersonId::new(id).unwrap()).to_vec();
        Visit {
            people: vec![person("anna"), person("berta"), person("clara"), person("host")],
            delegations: vec![Arc::new(Delegation {
                id: DelegationId::new("guests").unwrap(),
                members,
                ..Delegation::default()
            })],
            groups: vec![group("first", "anna"), group("second", "berta")],
            items,
            ..Visit::default()
        }
    }

    fn by_groups(items: Vec<Arc<Item>>) -> Places {
        Places::by_groups(&visit(items), "2024-07-29".parse().unwrap(), &Lang::en())
    }

    /// `id columns lane/lanes` of each block.
    fn shown(places: &Places) -> Vec<String> {
        let line = |block: &Block| {
            let Block { item, columns, lane, lanes, .. } = block;
            format!("{} {}..{} {lane}/{lanes}", item.id, columns.start, columns.end)
        };
        places.blocks.iter().map(line).collect()
    }

    #[test]
    fn an_item_stands_in_the_columns_of_those_who_take_part() {
        let places = by_groups(vec![
            item("both", "29 09:00 – 29 10:00", of(&["anna", "berta"])),
            item("outer", "29 10:00 – 29 11:00", of(&["anna", "clara"])),
            item("nobody-yet", "29 11:00 – 29 12:00", Attendance::default()),
            item("hosts", "29 12:00 – 29 13:00", of(&["host"])),
        ]);
        let names: Vec<&str> = places.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, ["first", "second", &say!("grid-others")]);
        let wanted = [
            "both 0..2 0/1",
            "outer 0..1 0/1",
            "outer 2..3 0/1",
            "nobody-yet 0..3 0/1",
            "hosts 2..3 0/1",
        ];
        assert_eq!(shown(&places), wanted);
        assert_eq!(places.blocks.iter().filter(|block| block.is_first).count(), 4);
    }

    #[test]
    fn only_what_shares_a_time_and_a_column_stands_side_by_side() {
        let places = by_groups(vec![
            item("a", "29 09:00 – 29 11:00", of(&["anna"])),
            item("b", "29 10:00 – 29 12:00", of(&["anna"])),
            item("c", "29 11:00 – 29 13:00", of(&["anna"])),
            item("d", "29 13:00 – 29 14:00", of(&["anna"])),
            item("e", "29 09:00 – 29 14:00", of(&["berta"])),
        ]);
        let wanted = ["e 1..2 0/1", "a 0..1 0/2", "b 0..1 1/2", "c 0..1 0/2", "d 0..1 0/1"];
        assert_eq!(shown(&places), wanted);
    }

    #[test]
    fn what_goes_on_behind_midnight_stands_on_both_days() {
        let night = item("night", "29 23:00 – 30 01:30", of(&["anna"]));
        let places = Places::by_days(&visit(vec![night]));
        let parts: Vec<_> = places
            .blocks
            .iter()
            .map(|block| (block.columns.start, block.part, block.begins))
            .collect();
        let part = |from, to| Some(Part { from, to });
        assert_eq!(parts, [(1, part(0, 90), false), (0, part(1380, 1440), true)]);
    }

    #[test]
    fn items_without_a_time_stand_one_below_the_other() {
        let items = ["one", "two"].map(|id| item(id, "2024-07-29", Attendance::default()));
        let places = Places::by_days(&visit(items.to_vec()));
        assert_eq!(shown(&places), ["one 0..1 0/2", "two 0..1 1/2"]);
        assert_eq!(places.waiting(), 2);
        assert!(places.busy().is_empty());
    }
}
