//! Moving items to later, and what follows with them.

use chrono::NaiveDate;

use super::facts::{Entry, Facts};
use super::party::Party;
use crate::edit::{Edit, at_time};
use crate::model::{Item, ItemKind, Minute, Moment, Stretch, Text, When};
use crate::words::{dates, interface_lang, say};

/// The most items one fix may move; more is a matter for the officer.
const MOST_MOVED: usize = 12;

/// How a sentence writes a time: "29 July 09:00–10:00".
pub(super) fn time(when: When) -> String {
    let lang = interface_lang();
    match when.start() {
        Some(start) => dates::span(start, when.end(), &lang),
        None => when.day().map_or_else(String::new, |day| dates::month_day(day, &lang)),
    }
}

/// How a sentence writes a day: "29 July".
pub(super) fn day(day: NaiveDate) -> String {
    dates::month_day(day, &interface_lang())
}

/// How a sentence writes a point in time: "29 July 09:00".
pub(super) fn minute(at: Minute) -> String {
    dates::span(at, None, &interface_lang())
}

/// The minutes that getting from the end of one item to the start of another takes: the travel
/// time and the loading. Nothing at one place, or where no travel time is stated.
pub(super) fn between(facts: &Facts<'_>, first: &Entry<'_>, second: &Entry<'_>) -> i64 {
    let (Some(from), Some(to)) = (first.to, second.from) else { return 0 };
    if from == to {
        return 0;
    }
    facts.travel(from, to).map_or(0, |mins| mins + facts.loading())
}

/// The edit that starts an item later, and with it those that its people have next as far as
/// they are in the way. `None` where one of them is fixed, or too many would move.
pub(super) fn later(facts: &Facts<'_>, entry: &Entry<'_>, by: i64) -> Option<Edit> {
    let moved = entry.when.plus_mins(by);
    ending_later(facts, entry, moved)
}

/// The same for an item whose new time is known.
pub(super) fn ending_later(facts: &Facts<'_>, entry: &Entry<'_>, when: When) -> Option<Edit> {
    if entry.item.fixed || !entry.is_own() {
        return None;
    }
    let mut moved = vec![(entry, when)];
    let mut next = 0;
    while let Some((entry, when)) = moved.get(next).copied() {
        next += 1;
        let stretch = facts.visit.stretch(entry.item, when)?;
        for (other, push) in in_the_way(facts, entry, stretch) {
            let already = moved.iter().position(|(known, _)| known.item.id == other.item.id);
            if other.item.fixed || !other.is_own() || already.is_some_and(|known| known < next) {
                return None;
            }
            let pushed = other.when.plus_mins(push);
            match already.and_then(|known| moved.get_mut(known)) {
                Some((_, when)) if when.start() < pushed.start() => *when = pushed,
                Some(_) => {}
                None => moved.push((other, pushed)),
            }
        }
        if moved.len() > MOST_MOVED {
            return None;
        }
    }
    let edits: Vec<Edit> =
        moved.iter().map(|(entry, when)| Edit::set(at_time(entry.item, *when))).collect();
    let label = say!("check-fix-move-label", item = facts.title(entry.item));
    Some(match <[Edit; 1]>::try_from(edits) {
        Ok([single]) => single,
        Err(edits) => Edit::Together { label, edits },
    })
}

/// What comes at or after the old start and would begin before people can be there, and by how
/// much it must move.
fn in_the_way<'f, 'a>(
    facts: &'f Facts<'a>,
    entry: &'f Entry<'a>,
    stretch: Stretch,
) -> impl Iterator<Item = (&'f Entry<'a>, i64)> {
    let latest = Moment(stretch.end.0 + facts.longest_way());
    let starting = entry.stretch.map_or(stretch.start, |old| old.start);
    facts.starting_between(starting, latest).filter_map(move |other| {
        let start = other.stretch?.start;
        if other.item.id == entry.item.id || !other.present.meets(&entry.present) {
            return None;
        }
        let ready = stretch.end.0 + between(facts, entry, other);
        (start.0 < ready).then_some((other, ready - start.0))
    })
}

/// Something new of so many minutes between two items that follow each other. What follows
/// moves as far as it must.
pub(super) fn insert(
    facts: &Facts<'_>,
    (before, after): (&Entry<'_>, &Entry<'_>),
    people: &Party,
    (kind, title, mins): (ItemKind, String, i64),
) -> Option<Edit> {
    let own_zone = |entry: &Entry<'_>| entry.item.zone.is_empty() && entry.item.end_zone.is_empty();
    if !own_zone(before) || !own_zone(after) {
        return None;
    }
    let start = before.when.assumed_end()?;
    let push = before.stretch?.end.0 + mins + between(facts, before, after);
    let push = push - after.stretch?.start.0;
    let item = Item {
        id: facts.fresh_item(&title)?,
        kind,
        title: title.as_str().into(),
        when: When::Range(start, start.plus_mins(mins)),
        place: before.to.cloned(),
        room: if kind == ItemKind::Rest { before.item.room.clone() } else { Text::default() },
        attendance: facts.attendance(people),
        responsible: after.item.responsible.clone(),
        ..Item::default()
    };
    let at = facts.visit.position(&before.reference()).map(|at| at + 1);
    let add = Edit::Add { record: item.into(), at };
    let moved = if push > 0 { Some(later(facts, after, push)?) } else { None };
    let edits = moved.into_iter().chain([add]).collect();
    Some(Edit::Together { label: title, edits })
}
