//! Nobody is in items over midday or over the evening without a meal.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::party::Party;
use super::tracks::Track;
use super::{Check, Measure, PROGRAMME, Severity, Source, limits, shift};
use crate::model::{ClockChange, ItemKind, Minute, Visit, moment};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "meal",
    severity: Severity::Warning,
    summary: || say!("check-meal-summary"),
    why: || say!("check-meal-why"),
    source: Source::Handbooks,
    limits: &[limits::MEAL],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

/// When people eat: from, to.
const WINDOWS: [((u32, u32), (u32, u32)); 2] = [((11, 30), (14, 0)), ((18, 0), (20, 30))];

/// A day and which of its windows.
type Slot = (NaiveDate, usize);

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    // By the items between which the longest gap lies, which is where a meal would fit best.
    let mut hungry: BTreeMap<(Slot, Hunger), Party> = BTreeMap::new();
    for track in facts.tracks() {
        let entries: Vec<&Entry<'_>> = entries(facts, track);
        let days: std::collections::BTreeSet<NaiveDate> =
            entries.iter().filter_map(|entry| entry.when.day()).collect();
        for day in days {
            for (position, (from, to)) in WINDOWS.into_iter().enumerate() {
                let at = |(hour, minute)| {
                    let at = Minute::at(day, hour, minute)?;
                    Some(moment(at, &visit.about.zone, ClockChange::NotAsked).0)
                };
                let (Some(from), Some(to)) = (at(from), at(to)) else { continue };
                if let Some(hunger) = hunger(facts, &entries, (from, to)) {
                    let slot = ((day, position), hunger);
                    hungry.entry(slot).or_insert_with(|| facts.nobody()).add(&track.people);
                }
            }
        }
    }
    for ((slot, hunger), people) in hungry {
        report(facts, slot, &hunger, &people, findings);
    }
}

fn entries<'f, 'a>(facts: &'f Facts<'a>, track: &Track) -> Vec<&'f Entry<'a>> {
    track.entries.iter().filter_map(|index| facts.entries.get(*index)).collect()
}

/// The longest time free, the items around it, and the first that keeps people, by their ids.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Hunger {
    within: String,
    before: String,
    after: String,
    free: i64,
}

/// `None` where there is a meal, or time for one.
fn hunger(facts: &Facts<'_>, entries: &[&Entry<'_>], (from, to): (i64, i64)) -> Option<Hunger> {
    let least = facts.limit(&limits::MEAL);
    let (mut until, mut last) = (from, None);
    let mut longest: (i64, Option<&Entry<'_>>, Option<&Entry<'_>>) = (-1, None, None);
    let mut within = None;
    for entry in entries {
        let Some(stretch) = entry.stretch else { continue };
        let (start, end) = (stretch.start.0, stretch.end.0);
        if end <= from {
            last = Some(*entry);
            continue;
        }
        if start >= to {
            break;
        }
        let at_ease = matches!(entry.item.kind, ItemKind::Rest | ItemKind::Free);
        let fed = entry.item.kind.is_meal() || entry.has_timetable();
        if fed || (at_ease && end.min(to) - start.max(from) >= least) {
            return None;
        }
        within = within.or(Some(*entry));
        if start - until > longest.0 {
            longest = (start - until, last, Some(*entry));
        }
        until = until.max(end);
        last = Some(*entry);
    }
    let after = entries.iter().find(|entry| entry.stretch.is_some_and(|it| it.start.0 >= until));
    if to - until > longest.0 {
        longest = (to - until, last, after.copied());
    }
    let (free, before, after) = longest;
    let id =
        |entry: Option<&Entry<'_>>| entry.map_or_else(String::new, |it| it.item.id.to_string());
    let hunger =
        Hunger { within: id(within), before: id(before), after: id(after), free: free.max(0) };
    (within.is_some() && free < least).then_some(hunger)
}

fn report(
    facts: &Facts<'_>,
    (day, window): Slot,
    hunger: &Hunger,
    people: &Party,
    findings: &mut Findings,
) {
    let find = |id: &str| facts.entries.iter().find(|entry| entry.item.id.as_str() == id);
    let (before, after) = (find(&hunger.before), find(&hunger.after));
    let Some(thing) = find(&hunger.within) else { return };
    let (names, count, day) = (facts.names(people), people.count(), shift::day(day));
    let free = hunger.free;
    let message = if window == 0 {
        say!("check-meal-midday", people = names, count = count, day = day, free = free)
    } else {
        say!("check-meal-evening", people = names, count = count, day = day, free = free)
    };
    let least = facts.limit(&limits::MEAL);
    let things = facts.things([thing.reference()], people);
    let mut finding = findings.finding(things, least - free, message);
    finding.fix = before.zip(after).and_then(|around| {
        let title = if window == 0 {
            say!("check-fix-lunch-title")
        } else {
            say!("check-fix-dinner-title")
        };
        let label = say!(
            "check-fix-meal",
            meal = title.as_str(),
            mins = least,
            item = facts.title(around.0.item)
        );
        let edit = shift::insert(facts, around, people, (ItemKind::Meal, title, least))?;
        Some(Fix { label, edit })
    });
    findings.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change, fixed, found, visit};
    use crate::model::ItemKind;

    #[test]
    fn items_over_midday_without_a_meal_are_found_and_a_meal_can_be_put_in() {
        let visit = visit(&["10:00-12:30 talks: oh luo", "12:50-15:00 tour: oh luo"]);
        assert_eq!(
            found(&visit, "meal"),
            ["oh, luo have no meal at midday on 29 July, and 20 min free at the most"]
        );
        let fixed = fixed(&visit, "meal", "Add Lunch of 45 min after “talks”");
        assert_eq!(fixed.items[1].kind, ItemKind::Meal);
        assert!(found(&fixed, "meal").is_empty());
    }

    #[test]
    fn a_meal_or_time_for_one_is_enough() {
        let meal = ["10:00-12:30 talks: oh", "12:30-13:30 lunch meal: oh", "13:30-15:00 tour: oh"];
        assert!(found(&visit(&meal), "meal").is_empty());
        let time = ["10:00-12:30 talks: oh", "13:15-15:00 tour: oh"];
        assert!(found(&visit(&time), "meal").is_empty());
        let free = ["10:00-12:30 talks: oh", "12:30-13:30 stroll: oh", "13:30-15:00 tour: oh"];
        let mut free = visit(&free);
        change(&mut free, "stroll", |item| item.kind = ItemKind::Free);
        assert!(found(&free, "meal").is_empty());
    }

    #[test]
    fn each_has_a_stomach_of_their_own() {
        let lines = ["10:00-15:00 talks: oh delegate", "12:00-13:00 lunch meal: delegate"];
        assert_eq!(
            found(&visit(&lines), "meal"),
            ["oh has no meal at midday on 29 July, and 0 min free at the most"]
        );
        assert_eq!(
            found(&visit(&["18:00-20:00 gala: oh"]), "meal"),
            ["oh has no meal in the evening on 29 July, and 30 min free at the most"]
        );
    }
}
